import Testing
import TradeFlows
import TradeTestSupport

@Suite struct ShiftShareTests {
  @Test func `match a calculation by hand`() throws {
    // All world exports grow by half, the good doubles, the country triples.
    let parts = try ShiftShare(before: 10, after: 30, world: (60, 120), all: (100, 150))
    #expect(parts.national.isClose(to: 5))
    #expect(parts.mix.isClose(to: 5))
    #expect(parts.competitive.isClose(to: 10))
    #expect(parts.change.isClose(to: 20))
  }

  @Test(arguments: 1...10) func `the parts add up, and equal market shares in one market`(
    seed: Int
  ) throws {
    let (x, y) = (randomTrade(6, seed: seed), randomTrade(6, seed: seed + 1))
    let v = zip(x, randomTrade(6, seed: seed + 2)).map { $0 + $1 + 1 }
    let w = zip(y, randomTrade(6, seed: seed + 3)).map { $0 + $1 + 1 }
    let all = (v.reduce(0, +), w.reduce(0, +))
    let parts = try x.indices.map {
      try ShiftShare(before: x[$0], after: y[$0], world: (v[$0], w[$0]), all: all)
    }
    for (place, part) in parts.enumerated() {
      #expect(part.change.isClose(to: y[place] - x[place]))
    }
    let market = try MarketShare(
      x.indices.map {
        MarketShare.Cell(
          good: $0, before: x[$0], after: y[$0], worldBefore: v[$0], worldAfter: w[$0])
      })
    #expect(parts.map(\.national).reduce(0, +).isClose(to: market.growth))
    #expect(parts.map(\.mix).reduce(0, +).isClose(to: market.commodity))
    #expect(parts.map(\.competitive).reduce(0, +).isClose(to: market.competitive))
  }

  @Test func `undefined where the world had nothing to grow from`() {
    #expect(throws: Undefined("the world did not export it at the earlier time")) {
      try ShiftShare(before: 1, after: 1, world: (0, 1), all: (5, 5))
    }
    #expect(throws: Undefined("the world had no exports at the earlier time")) {
      try ShiftShare(before: 0, after: 1, world: (0, 1), all: (0, 5))
    }
  }
}
