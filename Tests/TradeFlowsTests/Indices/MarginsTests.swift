import Testing
import TradeFlows
import TradeTestSupport

@Suite struct MarginsTests {
  @Test func `match a calculation by hand`() {
    // Exports 2 of the first good; the world 20 and 80.
    let margins = Margins([2, 0], world: [20, 80])
    #expect(margins.extensive == .number(0.2))
    #expect(margins.intensive == .number(0.1))
    #expect(margins.share == .number(0.02))
    #expect(margins.count == 1)
    #expect(margins.worldCount == 2)
  }

  @Test(arguments: 1...10) func `the margins multiply to the share`(seed: Int) {
    let x = randomTrade(12, seed: seed)
    let world = zip(x, randomTrade(12, seed: seed + 5)).map { $0 + $1 }
    let margins = Margins(x, world: world)
    let product = (margins.extensive.value ?? 0) * (margins.intensive.value ?? 0)
    #expect(margins.share.value.isClose(to: product))
    #expect((0...1).contains(margins.extensive.value ?? 9))
  }

  @Test func `undefined without exports`() {
    let margins = Margins([0], world: [5])
    #expect(margins.extensive == .number(0))
    #expect(margins.intensive.reason == "the reporter has no exports that the world has")
    #expect(Margins([0], world: [0]).share.reason == "the world has no exports")
  }
}
