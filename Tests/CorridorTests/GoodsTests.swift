import Corridor
import Testing
import TradeTestSupport

@Suite struct GoodsTests {
  private static let sides = ["KAZ", "VNM"]

  @Test(arguments: sides) func `the sixteen product groups add up to the total in every year`(
    reporter: String
  ) throws {
    let categories = try Goods.groups(reporter: reporter).categories
    let total = try #require(categories.total)
    #expect(categories.parts.count == 16)
    #expect(categories.periods.map(\.year) == Array(2000...2021))
    for period in categories.periods {
      let sum = categories.parts.compactMap { $0.series[period]?.value }.reduce(0, +)
      let whole = try #require(total[period]?.value)
      #expect(abs(sum - whole) < 0.05, "\(reporter) \(period)")
    }
  }

  @Test(arguments: sides) func `the two classifications are never mixed`(reporter: String) throws {
    let product = try Goods.groups(reporter: reporter).categories
    let stage = try Goods.groups(reporter: reporter, classification: .stage).categories
    let stages: Set = ["raw", "intermediate", "consumer", "capital"]
    #expect(Set(stage.parts.map(\.code)) == stages)
    #expect(Set(product.parts.map(\.code)).isDisjoint(with: stages))
    #expect(product.total == stage.total)
  }

  @Test(arguments: sides) func `stages of processing leave a rest that is no rounding`(
    reporter: String
  ) throws {
    let comparison = try Goods.groups(reporter: reporter, classification: .stage)
      .comparison(from: Period(year: 2000), to: Period(year: 2021))
    #expect(comparison.rows.last?.name == "Not itemised")
  }

  @Test(arguments: sides) func `what rounding leaves of product groups is called so`(
    reporter: String
  ) throws {
    let goods = try Goods.groups(reporter: reporter)
    for year in 2001...2021 {
      let comparison = try goods.comparison(
        from: Period(year: year - 1), to: Period(year: year))
      #expect(!comparison.rows.contains { $0.name == "Not itemised" })
      let contributions = comparison.rows.reduce(0) { $0 + ($1.contribution?.value ?? .nan) }
      let growth = try #require(comparison.total.growth?.value)
      #expect(contributions.isClose(to: growth, tolerance: 1e-12))
    }
  }

  @Test func `each notes that there is another classification`() throws {
    #expect(
      try Goods.groups(reporter: "KAZ").notes == [
        "Product groups of WITS, which cover all goods. A second classification is there, which is "
          + "never added to this one: --classification stage."
      ])
    #expect(
      try Goods.groups(reporter: "KAZ", classification: .stage).notes[0]
        .hasSuffix("--classification product."))
    #expect(try Goods.groups(reporter: "VNM").title == "Exports of Viet Nam to the world")
  }

  @Test func `goods of the pair are exports by SITC section with their total`() throws {
    let goods = try Goods.pair(reporter: "KAZ", partner: "VNM")
    #expect(goods.title == "Exports of Kazakhstan to Viet Nam, SITC sections")
    #expect(goods.categories.periods.map(\.year) == [1995, 2005, 2015])
    #expect(Set(goods.categories.parts.map(\.code)) == ["0", "2", "5", "6", "7", "8"])
    // UNCTAD, 2005: 50.937266.
    #expect(goods.categories.total?[Period(year: 2005)]?.value == 50.937266)
    let other = try Goods.pair(reporter: "VNM", partner: "KAZ")
    #expect(other.categories.periods.map(\.year) == [1995, 2005])
  }

  @Test func `the last two periods are compared where none are named`() throws {
    let goods = try Goods.pair(reporter: "KAZ", partner: "VNM")
    let latest = try goods.comparison()
    #expect([latest.from.year, latest.to.year] == [2005, 2015])
    let earlier = try goods.comparison(to: Period(year: 2005))
    #expect([earlier.from.year, earlier.to.year] == [1995, 2005])
    let long = try goods.comparison(from: Period(year: 1995))
    #expect([long.from.year, long.to.year] == [1995, 2015])
    let two = try Goods.pair(reporter: "VNM", partner: "KAZ").comparison()
    #expect([two.from.year, two.to.year] == [1995, 2005])
  }

  @Test func `a period without figures is an error`() throws {
    let goods = try Goods.pair(reporter: "KAZ", partner: "VNM")
    #expect(
      throws: SeriesError.missingPeriod("2010", series: "the data", available: "1995 to 2015")
    ) { try goods.comparison(from: Period(year: 2010)) }
  }

  @Test func `countries without figures are an error`() {
    #expect(throws: SeriesError.empty("Exports of Russia to the world")) {
      try Goods.groups(reporter: "RUS")
    }
    #expect(
      throws: SeriesError.empty("Exports of Kazakhstan to China, SITC sections")
    ) { try Goods.pair(reporter: "KAZ", partner: "CHN") }
  }
}
