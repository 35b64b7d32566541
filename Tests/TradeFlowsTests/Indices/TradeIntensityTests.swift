import Testing
import TradeFlows
import TradeTestSupport

@Suite struct TradeIntensityTests {
  private let exports = TradeIntensity.Exports(
    toPartner: 20, toAll: 100, worldToPartner: 60, worldToAll: 600)

  @Test func `match a calculation by hand`() {
    // (20/100) / (60/600); (20/100) / (40/500); (2 − 1) / (2 + 1).
    #expect(TradeIntensity.intensity(exports).value.isClose(to: 2))
    #expect(TradeIntensity.adjusted(exports).value.isClose(to: 2.5))
    #expect(TradeIntensity.symmetric(exports).value.isClose(to: 1.0 / 3))
  }

  @Test func `a reporter as the world has an intensity of 1`() {
    let same = TradeIntensity.Exports(
      toPartner: 6, toAll: 60, worldToPartner: 60, worldToAll: 600)
    #expect(TradeIntensity.intensity(same).value.isClose(to: 1))
    #expect(TradeIntensity.adjusted(same).value.isClose(to: 1))
    #expect(TradeIntensity.symmetric(same).value.isClose(to: 0))
  }

  @Test func `undefined without exports of the reporter, of others, or to the partner`() {
    let none = TradeIntensity.Exports(toPartner: 0, toAll: 0, worldToPartner: 1, worldToAll: 1)
    #expect(TradeIntensity.intensity(none).reason == "the reporter has no exports")
    let alone = TradeIntensity.Exports(toPartner: 5, toAll: 9, worldToPartner: 5, worldToAll: 20)
    #expect(TradeIntensity.adjusted(alone).reason == "no other country exports to the partner")
    let odd = TradeIntensity.Exports(toPartner: 5, toAll: 9, worldToPartner: 4, worldToAll: 20)
    #expect(TradeIntensity.adjusted(odd).reason == "the reporter exports more than the world")
  }
}
