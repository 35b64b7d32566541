import Testing
import TradeFlows
import TradeTestSupport

@Suite struct MarketShareTests {
  private typealias Cell = MarketShare.Cell

  @Test func `match a calculation by hand`() throws {
    // World 100 → 150 in all; good 1: 60 → 120, good 2: 40 → 30. Shares 10/60 → 30/120, 10/40 → 3/30.
    let effects = try MarketShare([
      Cell(good: 1, before: 10, after: 30, worldBefore: 60, worldAfter: 120),
      Cell(good: 2, before: 10, after: 3, worldBefore: 40, worldAfter: 30),
    ])
    #expect(effects.growth.isClose(to: 10))
    // (1 − 0.5) · 10 + (−0.25 − 0.5) · 10
    #expect(effects.commodity.isClose(to: -2.5))
    #expect(effects.market.isClose(to: 0))
    // (1/4 − 1/6) · 60 + (1/10 − 1/4) · 40; then times +60 and −10.
    #expect(effects.general.isClose(to: -1))
    #expect(effects.specific.isClose(to: 6.5))
    #expect(effects.change.isClose(to: 13))
  }

  @Test(arguments: 1...30) func `the effects add up to the change`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let cells = (0..<24).map { place -> Cell in
      func some() -> Double {
        Int.random(in: 0...3, using: &random) == 0 ? 0 : Double.random(in: 0...100, using: &random)
      }
      let (x, y) = (some(), some())
      return Cell(
        good: place / 4, before: x, after: y, worldBefore: x + some(), worldAfter: y + some())
    }
    let effects = try MarketShare(cells)
    let change = cells.map { $0.after - $0.before }.reduce(0, +)
    #expect(effects.change.isClose(to: change, tolerance: 1e-9))
    let parts = effects.growth + effects.commodity + effects.market + effects.competitive
    #expect(parts.isClose(to: change, tolerance: 1e-9))
  }

  @Test func `competition with its second order is Leamer and Stern's residual`() throws {
    let table = try TradeIndex.marketShare.table(of: IndexReference.flows())
    for reporter in ["AAA", "BBB", "CCC", "DDD", "EEE"] {
      let parts = try ["competitive", "second order"].map {
        try #require(try table.number("value", "2019", "2021", reporter, $0))
      }
      let residual = try IndexReference.oracle().number([
        "index": "market-share-residual", "reporter": reporter,
      ])
      #expect((parts[0] + parts[1]).isClose(to: try #require(residual)))
    }
  }

  @Test func `constant shares leave nothing to competition`() throws {
    let cells = (1...6).map { place -> Cell in
      let (w, v) = (Double(10 * place), Double(70 - 7 * place))
      return Cell(
        good: place / 3, before: 0.2 * w, after: 0.2 * v, worldBefore: w, worldAfter: v)
    }
    let effects = try MarketShare(cells)
    #expect(effects.general.isClose(to: 0))
    #expect(effects.specific.isClose(to: 0))
  }

  @Test func `new and vanished markets are won and market effects`() throws {
    let cells = [
      Cell(good: 1, before: 0, after: 5, worldBefore: 0, worldAfter: 10),
      Cell(good: 1, before: 4, after: 0, worldBefore: 8, worldAfter: 0),
    ]
    let effects = try MarketShare(cells)
    #expect(effects.general.isClose(to: 0))
    #expect(effects.specific.isClose(to: 5))
    #expect(effects.change.isClose(to: 1))
  }

  @Test func `trade that the world has not is an error`() {
    #expect(throws: Undefined("the reporter exports more than the world")) {
      try MarketShare([Cell(good: 1, before: 5, after: 5, worldBefore: 4, worldAfter: 9)])
    }
    #expect(throws: Undefined("the world had no exports at the earlier time")) {
      try MarketShare([Cell(good: 1, before: 0, after: 5, worldBefore: 0, worldAfter: 9)])
    }
  }
}
