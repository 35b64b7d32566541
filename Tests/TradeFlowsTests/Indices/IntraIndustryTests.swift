import Testing
import TradeFlows
import TradeTestSupport

@Suite struct IntraIndustryTests {
  @Test func `match a calculation by hand`() {
    // |30 − 10| of 40; all: 2 · (10 + 0) of 60; adjusted: 20 of 60 − |30 − 30|.
    #expect(IntraIndustry.grubelLloyd(exports: 30, imports: 10) == .number(0.5))
    let (x, m) = ([30.0, 0], [10.0, 20])
    #expect(IntraIndustry.aggregate(exports: x, imports: m).value.isClose(to: 1.0 / 3))
    #expect(IntraIndustry.adjusted(exports: x, imports: m).value.isClose(to: 1.0 / 3))
    #expect(IntraIndustry.adjusted(exports: [30], imports: [10]) == .number(1))
  }

  @Test(arguments: 1...10) func `the aggregate is the mean by good weighted by trade`(seed: Int) {
    let (x, m) = (randomTrade(9, seed: seed), randomTrade(9, seed: seed + 20))
    let trade = zip(x, m).map { $0 + $1 }
    let weighted = trade.indices.map { k in
      trade[k] * (IntraIndustry.grubelLloyd(exports: x[k], imports: m[k]).value ?? 0)
    }.reduce(0, +)
    let index = IntraIndustry.aggregate(exports: x, imports: m)
    #expect(index.value.isClose(to: weighted / trade.reduce(0, +)))
    #expect(IntraIndustry.aggregate(exports: m, imports: x) == index)
    let adjusted = IntraIndustry.adjusted(exports: x, imports: m).value ?? 0
    #expect((index.value ?? 9) <= adjusted + 1e-12 && adjusted <= 1 + 1e-12)
  }

  @Test func `undefined without trade or where all goes one way`() {
    #expect(IntraIndustry.grubelLloyd(exports: 0, imports: 0).reason == "there is no trade")
    #expect(IntraIndustry.aggregate(exports: [], imports: []).reason == "there is no trade")
    #expect(IntraIndustry.adjusted(exports: [1], imports: [0]).reason == "all trade goes one way")
  }
}
