import Testing
import TradeFlows
import TradeTestSupport

@Suite struct ComparativeAdvantageTests {
  @Test func `match a calculation by hand`() {
    // x = 30 of 40, w = 100 of 200: B = 0.75 / 0.5; N = 30/200 − 40 · 100 / 200².
    let (x, w) = ([30.0, 10], [100.0, 100])
    #expect(ComparativeAdvantage.balassa(x, world: w)[0].value.isClose(to: 1.5))
    #expect(ComparativeAdvantage.symmetric(x, world: w)[0].value.isClose(to: 0.2))
    #expect(ComparativeAdvantage.normalised(x, world: w)[0].value.isClose(to: 0.05))
    // Balance of all (40 − 20) / 60; of the good (30 − 0) / 30, half of trade: 100 · 2/3 · 1/2.
    let lafay = ComparativeAdvantage.lafay(exports: x, imports: [0, 20])
    #expect(lafay[0].value.isClose(to: 100.0 / 3))
  }

  @Test(arguments: 1...10) func `normalised and Lafay add up to zero`(seed: Int) {
    let (x, m) = (randomTrade(15, seed: seed), randomTrade(15, seed: seed + 50))
    let world = zip(x, randomTrade(15, seed: seed + 99)).map { $0 + 3 * $1 + 1 }
    let normalised = ComparativeAdvantage.normalised(x, world: world).compactMap(\.value)
    #expect(normalised.count == 15)
    #expect(normalised.reduce(0, +).isClose(to: 0, tolerance: 1e-12))
    #expect(normalised.allSatisfy { abs($0) <= 0.25 })
    let lafay = ComparativeAdvantage.lafay(exports: x, imports: m).compactMap(\.value)
    #expect(lafay.reduce(0, +).isClose(to: 0, tolerance: 1e-10))
    #expect(lafay.allSatisfy { abs($0) <= 50 })
  }

  @Test(arguments: 1...5) func `three forms agree on who has an advantage`(seed: Int) {
    let x = randomTrade(15, seed: seed)
    let world = zip(x, randomTrade(15, seed: seed + 9)).map { $0 + 3 * $1 + 1 }
    let balassa = ComparativeAdvantage.balassa(x, world: world)
    let symmetric = ComparativeAdvantage.symmetric(x, world: world)
    let normalised = ComparativeAdvantage.normalised(x, world: world)
    for ((b, s), n) in zip(zip(balassa, symmetric), normalised) {
      #expect(((b.value ?? 0) > 1) == ((s.value ?? 0) > 0))
      #expect(((b.value ?? 0) > 1) == ((n.value ?? 0) > 0))
    }
  }

  @Test func `Lafay turns its sign where exports and imports change places`() {
    let (x, m) = (randomTrade(6, seed: 3), randomTrade(6, seed: 4))
    let forth = ComparativeAdvantage.lafay(exports: x, imports: m)
    let back = ComparativeAdvantage.lafay(exports: m, imports: x)
    for (a, b) in zip(forth, back) { #expect(a.value.isClose(to: -(b.value ?? 9))) }
  }

  @Test func `undefined without exports or a world`() {
    #expect(
      ComparativeAdvantage.balassa([0], world: [1])[0].reason == "the reporter has no exports")
    #expect(
      ComparativeAdvantage.balassa([1, 1], world: [2, 0])[1].reason
        == "the world does not export it")
    #expect(
      ComparativeAdvantage.normalised([1], world: [0])[0].reason == "the world has no exports")
    #expect(ComparativeAdvantage.lafay(exports: [0], imports: [0])[0].reason == "there is no trade")
  }
}
