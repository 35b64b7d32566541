import Testing
import TradeFlows
import TradeTestSupport

@Suite struct MarginalIntraIndustryTests {
  private typealias Change = MarginalIntraIndustry.Change

  @Test func `match a calculation by hand`() {
    // 1 − |6 − 2| / 8; (6 − 2) / 8; 2 / 6.
    let change = Change(exports: 6, imports: 2)
    #expect(MarginalIntraIndustry.matched(change) == .number(0.5))
    #expect(MarginalIntraIndustry.direction(change) == .number(0.5))
    #expect(MarginalIntraIndustry.hamiltonKniest(change).value.isClose(to: 1.0 / 3))
  }

  @Test func `opposite changes are not matched`() {
    let change = Change(exports: 5, imports: -5)
    #expect(MarginalIntraIndustry.matched(change) == .number(0))
    #expect(MarginalIntraIndustry.direction(change) == .number(1))
    #expect(MarginalIntraIndustry.hamiltonKniest(change).reason == "exports or imports fell")
  }

  @Test(arguments: 1...10) func `A is symmetric, B turns, and |B| = 1 − A where both rose`(
    seed: Int
  ) {
    let sizes = randomTrade(2, seed: seed).map { $0 + 1 }
    let forth = Change(exports: sizes[0], imports: sizes[1])
    let back = Change(exports: sizes[1], imports: sizes[0])
    let matched = MarginalIntraIndustry.matched(forth).value ?? 9
    #expect(MarginalIntraIndustry.matched(back).value.isClose(to: matched))
    let direction = MarginalIntraIndustry.direction(forth).value ?? 9
    #expect(MarginalIntraIndustry.direction(back).value.isClose(to: -direction))
    #expect(abs(direction).isClose(to: 1 - matched))
  }

  @Test func `the index of all goods is weighted by the size of their changes`() {
    let changes = [Change(exports: 6, imports: 2), Change(exports: -4, imports: 4)]
    // (8 · 0.5 + 8 · 0) / 16
    #expect(MarginalIntraIndustry.matched(changes) == .number(0.25))
  }

  @Test func `undefined where nothing changed`() {
    let still = Change(exports: 0, imports: 0)
    #expect(MarginalIntraIndustry.matched(still).reason == "nothing changed")
    #expect(MarginalIntraIndustry.hamiltonKniest(still).reason == "nothing changed")
    #expect(MarginalIntraIndustry.matched([Change]()).reason == "nothing changed")
  }
}
