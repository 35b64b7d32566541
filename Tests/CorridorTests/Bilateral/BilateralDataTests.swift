import Corridor
import Testing
import TradeTestSupport

@Suite struct BilateralDataTests {
  @Test func `the home case has all parts`() throws {
    let data = try BilateralData(reporter: "KAZ", partner: "VNM")
    #expect(data.series[Period(year: 2017)]?.value == 542.7)
    #expect(data.exports?[Period(year: 2023)]?.value == 180.2)
    #expect(data.goods.count == 4)
    #expect(data.mirror != nil)
    #expect(data.targets.count == 4)
    #expect(data.events.count == 34)
    #expect(data.soFar?.period == Period(year: 2025))
    #expect(!data.sources.isEmpty)
  }

  @Test func `the balance is exports less imports where both are known`() throws {
    let data = try BilateralData(reporter: "KAZ", partner: "VNM")
    let balances = Dictionary(uniqueKeysWithValues: zip(data.series.periods, data.balances))
    // Exports of 180.2 and imports of 799.0 were published for 2023.
    let latest = try #require(balances[Period(year: 2023)] ?? nil)
    #expect(try #require(latest.value).isClose(to: 180.2 - 799, tolerance: 1e-12))
    #expect(balances[Period(year: 2018)] == .some(nil))
  }

  @Test func `exports alone have neither parts nor targets of turnover`() throws {
    let data = try BilateralData(reporter: "KAZ", partner: "VNM", flow: .export)
    #expect(data.exports == nil)
    #expect(data.targets.isEmpty)
    #expect(data.balances.allSatisfy { $0 == nil })
  }

  @Test func `as of a date no later target is known`() throws {
    let data = try BilateralData(
      reporter: "KAZ", partner: "VNM", asOf: PublicationDate("2023-01"))
    #expect(data.targets.map { $0.published?.description } == ["2022-10"])
  }

  @Test func `other pairs have no events and targets of this one`() throws {
    let data = try BilateralData(reporter: "KAZ", partner: "TUR")
    #expect(data.events.isEmpty)
    #expect(data.targets.isEmpty)
  }
}
