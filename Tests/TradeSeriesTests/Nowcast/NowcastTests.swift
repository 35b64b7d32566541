import Testing
import TradeTables
import TradeTestSupport

@testable import TradeSeries

@Suite struct NowcastTests {
  private let part = Period(year: 2023, months: 1...5)
  private func figure(_ value: Double, _ qualifier: Qualifier = .exact) -> Figure {
    Figure(value, qualifier, unit: .millionUSD)
  }
  private func years(_ values: [Int: Double]) -> [Period: Figure] {
    Dictionary(uniqueKeysWithValues: values.map { (Period(year: $0.key), figure($0.value)) })
  }

  @Test func `five months from the calendar are five twelfths`() throws {
    let nowcast = try Nowcast("trade", part: part, figure: figure(500))
    #expect(try #require(nowcast.estimate.value).isClose(to: 1200))
    #expect(nowcast.estimate.qualifier == .estimated)
    #expect(nowcast.earlier.isEmpty && nowcast.weight == 0 && nowcast.changeCount == 0)
    #expect(nowcast.change == YearShares.usualChange)
    #expect(nowcast.year == Period(year: 2023))
  }

  @Test func `many equal shares decide nearly alone`() throws {
    let parts = years(Dictionary(uniqueKeysWithValues: (2000...2022).map { ($0, 20.0) }))
    let wholes = years(Dictionary(uniqueKeysWithValues: (2000...2022).map { ($0, 100.0) }))
    let nowcast = try Nowcast(
      "trade", part: part, figure: figure(30), earlierParts: parts, years: wholes)
    #expect(nowcast.earlier.count == 23)
    #expect(nowcast.earlier.allSatisfy { $0.value == 0.2 })
    #expect(nowcast.weight > 0.99)
    #expect(try #require(nowcast.estimate.value).isClose(to: 150, tolerance: 0.01))
  }

  @Test func `later years, bounds and shares above one teach nothing`() throws {
    var parts = years([2021: 40, 2022: 150, 2024: 1])
    var wholes = years([2021: 100, 2022: 100, 2024: 100])
    parts[Period(year: 2020)] = figure(40, .moreThan)
    wholes[Period(year: 2020)] = figure(90)
    let nowcast = try Nowcast(
      "trade", part: part, figure: figure(30), earlierParts: parts, years: wholes)
    #expect(nowcast.earlier == [Nowcast.Share(year: Period(year: 2021), value: 0.4)])
  }

  @Test func `the change is that of the last ten neighbours without a bound`() throws {
    // Changes of ln 2, then twelve of none: only the latter ten count.
    var values: [Int: Double] = [2009: 50]
    for year in 2010...2022 { values[year] = 100 }
    let calm = try Nowcast("trade", part: part, figure: figure(30), years: years(values))
    #expect(calm.change == 0 && calm.changeCount == 10)
    let two = try Nowcast(
      "trade", part: part, figure: figure(30), years: years([2020: 100, 2021: 100, 2022: 100]))
    // Two changes of none and the usual one.
    #expect(two.change.isClose(to: YearShares.usualChange / 3.0.squareRoot()))
    #expect(two.changeCount == 2)
  }

  @Test func `the year is no smaller than its part`() throws {
    let nowcast = try Nowcast(
      "trade", part: Period(year: 2023, months: 1...11), figure: figure(100), levels: [0.9999])
    #expect(nowcast.intervals[0].lower == 100)
  }

  @Test func `wider levels hold narrower ones, whatever their order`() throws {
    let nowcast = try Nowcast("trade", part: part, figure: figure(100), levels: [0.95, 0.5, 0.8])
    #expect(nowcast.levels == [0.5, 0.8, 0.95])
    let lowers = nowcast.intervals.map(\.lower)
    #expect(lowers == lowers.sorted(by: >))
    let uppers = nowcast.intervals.compactMap(\.upper)
    #expect(uppers.count == 3 && uppers == uppers.sorted())
  }

  @Test func `another unit gives the same answer`() throws {
    let one = try Nowcast("trade", part: part, figure: figure(500))
    let other = try Nowcast(
      "trade", part: part, figure: Figure(500e6, unit: Unit("USD")))
    #expect(one.share == other.share)
    let (first, second) = (one.intervals[1], other.intervals[1])
    #expect((first.lower * 1e6).isClose(to: second.lower))
  }

  // MARK: Bounds

  @Test func `more than so much leaves the year without an upper end`() throws {
    let nowcast = try Nowcast("trade", part: part, figure: figure(500, .moreThan))
    #expect(nowcast.estimate.qualifier == .moreThan)
    #expect(try #require(nowcast.estimate.value).isClose(to: 1200))
    #expect(nowcast.intervals.allSatisfy { $0.upper == nil && $0.lower >= 500 })
  }

  @Test func `less than so much leaves it without a lower end`() throws {
    let nowcast = try Nowcast("trade", part: part, figure: figure(500, .lessThan))
    #expect(nowcast.estimate.qualifier == .lessThan)
    #expect(nowcast.intervals.allSatisfy { $0.lower == 0 && ($0.upper ?? 0) > 1200 })
  }

  @Test func `about stays about`() throws {
    let nowcast = try Nowcast("trade", part: part, figure: figure(600, .about))
    #expect(nowcast.estimate.qualifier == .about)
  }

  // MARK: Errors and table

  @Test(arguments: [
    Period(year: 2023), Period(year: 2023, months: 2...5), Period(year: 2023, months: 1...12),
    Period(year: 2023, quarter: 2), Period(step: 24),
  ]) func `a part begins in January and ends before December`(period: Period) {
    #expect(throws: SeriesError.nowcast(.notFromJanuary("\(period)"))) {
      try Nowcast("trade", part: period, figure: figure(10))
    }
  }

  @Test(arguments: [0.0, -5]) func `a part is above zero`(value: Double) {
    #expect(throws: SeriesError.nowcast(.notPositive("2023-01/2023-05", value: value))) {
      try Nowcast("trade", part: part, figure: figure(value))
    }
  }

  @Test func `the table has one row with all of it`() throws {
    let nowcast = try Nowcast("trade", part: part, figure: figure(500, .moreThan))
    let table = nowcast.table
    #expect(
      table.names == [
        "series", "year", "part", "value", "qualifier", "share", "estimate", "estimate_qualifier",
        "lower_80", "upper_80", "lower_95", "upper_95", "known_shares", "weight", "outcome",
        "outcome_qualifier",
      ])
    #expect(table.rowCount == 1)
    #expect(try table.numbers("upper_95") == [nil])
    #expect(try table.texts("estimate_qualifier") == ["moreThan"])
  }

  @Test func `every error is a sentence that says what would help`() {
    let errors: [NowcastError] = [
      .noPart("trade"), .complete("trade", year: "2022"), .notFromJanuary("2023-Q2"),
      .missing("2023-02", series: "trade"), .notPositive("2023-Q1", value: 0),
      .notWithinYear("trade", example: "2019"),
    ]
    #expect(Set(errors.map(\.description)).count == errors.count)
    #expect(SeriesError.nowcast(errors[0]).description == errors[0].description)
    #expect(
      errors[1].description
        == "trade: the latest year, 2022, is whole; --until 2022-06 shows what was known of it after "
        + "six months")
  }
}
