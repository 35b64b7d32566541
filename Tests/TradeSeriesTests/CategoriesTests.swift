import Testing
import TradeSeries
import TradeTables

@Suite struct CategoriesTests {
  private func categories(
    _ text: String, code: String? = nil
  ) throws -> Categories {
    var reader = SeriesReader()
    reader.unit = .millionUSD
    return try Categories(try Table(text: text), category: "goods", code: code, reader: reader)
  }

  @Test func `each value of the category column is a part`() throws {
    let categories = try categories(
      """
      goods,year,value
      Wheat,2010,1
      Zinc,2010,2
      Wheat,2011,3
      """)
    #expect(categories.parts.map(\.name) == ["Wheat", "Zinc"])
    #expect(categories.parts.map(\.code) == ["Wheat", "Zinc"])
    #expect(categories.parts.map(\.series.values) == [[1, 3], [2]])
    #expect(categories.unit == .millionUSD)
    #expect(categories.total == nil)
  }

  @Test func `codes come from a column of their own`() throws {
    let categories = try categories(
      "hs,goods,year,value\n01,Wheat,2010,1\n79,Zinc,2010,2\n", code: "hs")
    #expect(categories.parts.map(\.code) == ["01", "79"])
  }

  @Test(arguments: ["Total", "TOTAL", "All products", "all commodities", "World"])
  func `a category with a total's name is the total and no part`(name: String) throws {
    let categories = try categories("goods,year,value\nWheat,2010,1\n\(name),2010,5\n")
    #expect(categories.parts.map(\.name) == ["Wheat"])
    #expect(categories.total?.values == [5])
  }

  @Test func `a category with the code TOTAL is the total`() throws {
    let categories = try categories(
      "hs,goods,year,value\n01,Wheat,2010,1\nTotal,Everything,2010,5\n", code: "hs")
    #expect(categories.parts.map(\.name) == ["Wheat"])
    #expect(categories.total?.name == "Everything")
  }

  @Test func `a part whose name only begins like a total stays a part`() throws {
    let categories = try categories("goods,year,value\nTotal vehicles,2010,1\n")
    #expect(categories.parts.map(\.name) == ["Total vehicles"])
  }

  @Test func `two totals are refused`() {
    #expect(throws: SeriesError.repeatedTotal("World")) {
      try categories("goods,year,value\nTotal,2010,1\nWheat,2010,1\nWorld,2010,5\n")
    }
  }

  @Test func `the periods are those of the total where there is one`() throws {
    let categories = try categories(
      "goods,year,value\nTotal,2010,9\nTotal,2012,9\nWheat,2009,1\nWheat,2011,1\n")
    #expect(categories.periods == [Period(year: 2010), Period(year: 2012)])
  }

  @Test func `the periods are those of any part where there is no total`() throws {
    let categories = try categories(
      "goods,year,value\nZinc,2012,9\nWheat,2009,1\nWheat,2010,\nWheat,2011,1\nZinc,2013,1\n")
    #expect(categories.periods.map(\.year) == [2009, 2011, 2012, 2013])
  }

  @Test func `faults of the rows come through`() {
    let place = Place(file: "trade.csv", line: 3, column: "year")
    #expect(throws: SeriesError.repeatedPeriod("2010", at: place)) {
      try categories("goods,year,value\nWheat,2010,1\nWheat,2010,2\n")
    }
    #expect(
      throws: SeriesError.table(
        .noSuchColumn("hs", available: ["goods", "year", "value"], file: "trade.csv"))
    ) { try categories("goods,year,value\nWheat,2010,1\n", code: "hs") }
  }
}
