import Testing
import TradeFlows
import TradeTestSupport

@Suite struct ConcentrationTests {
  @Test func `equal shares are the least concentrated`() {
    let values = [5.0, 5, 5, 5]
    #expect(Concentration.herfindahl(values) == .number(0.25))
    #expect(Concentration.normalisedHerfindahl(values) == .number(0))
    #expect(Concentration.theil(values) == .number(0))
    #expect(Concentration.gini(values) == .number(0))
    #expect(Concentration.top(2, of: values) == .number(0.5))
  }

  @Test func `all in one is the most`() {
    let values = [0.0, 7, 0, 0]
    #expect(Concentration.herfindahl(values) == .number(1))
    #expect(Concentration.normalisedHerfindahl(values) == .number(1))
    // ln 4
    #expect(Concentration.theil(values).value.isClose(to: 1.3862943611198906))
    #expect(Concentration.gini(values) == .number(0.75))
    #expect(Concentration.top(1, of: values) == .number(1))
  }

  @Test(arguments: 1...10) func `ranges hold, and neither unit nor order matters`(seed: Int) throws
  {
    let values = randomTrade(30, seed: seed)
    let indices: [([Double]) -> IndexValue] = [
      Concentration.herfindahl, Concentration.normalisedHerfindahl, Concentration.theil,
      Concentration.gini, { Concentration.top(3, of: $0) },
    ]
    for (place, index) in indices.enumerated() {
      let value = try #require(index(values).value)
      #expect((0...(place == 2 ? 3.4011973816621555 : 1)).contains(value))
      #expect(index(values.map { $0 * 1e-6 }).value.isClose(to: value))
      #expect(index(values.reversed()).value.isClose(to: value))
    }
  }

  @Test(arguments: 1...5) func `a transfer to a larger one concentrates`(seed: Int) throws {
    var values = randomTrade(10, seed: seed).sorted()
    let before = try [
      #require(Concentration.herfindahl(values).value),
      #require(Concentration.theil(values).value), #require(Concentration.gini(values).value),
    ]
    values[9] += values[8] / 2
    values[8] /= 2
    let after = [
      Concentration.herfindahl(values), Concentration.theil(values), Concentration.gini(values),
    ]
    for (old, new) in zip(before, after) { #expect((new.value ?? 0) > old) }
  }

  @Test func `undefined without trade, and normalised of one category`() {
    #expect(Concentration.gini([]).value == nil)
    #expect(Concentration.herfindahl([0]).reason == "there is no trade to take shares of")
    #expect(Concentration.normalisedHerfindahl([4]).reason == "there is one category only")
    #expect(Concentration.theil([1e308, 1e308]).reason != nil)
  }

  @Test(arguments: [("KAZ", "2010"), ("KAZ", "2021"), ("VNM", "2010"), ("VNM", "2021")])
  func `exports of Kazakhstan and Viet Nam equal the reference`(
    reporter: String, period: String
  ) throws {
    let values = try HomeExports.values(reporter, period)
    let oracle = try IndexReference.oracle()
    let key = ["index": "home", "reporter": reporter, "period": period]
    let indices = [
      ("hhi", Concentration.herfindahl(values)), ("theil", Concentration.theil(values)),
      ("gini", Concentration.gini(values)),
    ]
    for (name, index) in indices {
      let reference = oracle.number(key.merging(["quantity": name]) { $1 })
      #expect(index.value.isClose(to: try #require(reference)))
    }
  }
}
