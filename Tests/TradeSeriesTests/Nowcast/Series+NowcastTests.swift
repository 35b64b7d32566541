import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct SeriesNowcastTests {
  /// Three years of months that rise by a tenth each year, and two months more.
  private func monthly(_ count: Int = 38) throws -> Series {
    let values = (0..<count).map { place -> Double? in
      let growth = 1 + 0.1 * Double(place / 12)
      return Double(place % 12 + 1) * growth
    }
    return try Series("trade", unit: .one, start: Period(year: 2020, month: 1), values: values)
  }

  @Test func `the months of the last year are its part`() throws {
    let nowcast = try monthly().nowcast()
    #expect(nowcast.part == Period(year: 2023, months: 1...2))
    // (1 + 2) · 1.3 of 78 · 1.3
    #expect(nowcast.figure.value?.isClose(to: 3.9) == true)
    #expect(nowcast.earlier.map(\.year.year) == [2020, 2021, 2022])
    #expect(nowcast.earlier.allSatisfy { $0.value.isClose(to: 3.0 / 78) })
    // With three equal shares it is nearer to theirs, 101.4, than to the calendar's, 23.4.
    let estimate = try #require(nowcast.estimate.value)
    #expect(estimate > 23.4 && estimate < 101.4)
    #expect(nowcast.changeCount == 2)
  }

  @Test func `quarters are three months each`() throws {
    let series = try Series(
      "trade", unit: .one, start: Period(year: 2021, quarter: 1), values: [1, 1, 1, 1, 2, 2])
    let nowcast = try series.nowcast()
    #expect(nowcast.part == Period(year: 2022, months: 1...6))
    #expect(nowcast.figure.value == 4)
    #expect(nowcast.earlier.map(\.value) == [0.5])
    #expect(nowcast.estimate.value?.isClose(to: 8) == true)
  }

  @Test func `a year with a gap teaches nothing`() throws {
    var values: [Double?] = try monthly().values
    values[4] = nil
    let series = try Series(
      "trade", unit: .one, start: Period(year: 2020, month: 1), values: values)
    #expect(try series.nowcast().earlier.map(\.year.year) == [2021, 2022])
  }

  @Test func `a series that begins within a year learns from the next`() throws {
    let nowcast = try monthly().from(Period(year: 2020, month: 6)).nowcast()
    #expect(nowcast.earlier.map(\.year.year) == [2021, 2022])
  }

  @Test func `a bound among the months makes the part one`() throws {
    let series = try Series(
      "trade", unit: .one, start: Period(year: 2023, month: 1), values: [10, 20],
      qualifiers: [.exact, .moreThan])
    #expect(try series.nowcast().estimate.qualifier == .moreThan)
  }

  @Test func `a whole year, a gap and years have no part`() throws {
    #expect(throws: SeriesError.nowcast(.complete("trade", year: "2022"))) {
      try monthly(36).nowcast()
    }
    let gap = try Series(
      "trade", unit: .one, start: Period(year: 2023, month: 1), values: [1, nil, 3])
    #expect(throws: SeriesError.nowcast(.missing("2023-02", series: "trade"))) {
      try gap.nowcast()
    }
    let late = try Series("trade", unit: .one, start: Period(year: 2023, month: 3), values: [1])
    #expect(throws: SeriesError.nowcast(.missing("2023-01", series: "trade"))) {
      try late.nowcast()
    }
    #expect(throws: SeriesError.nowcast(.notWithinYear("trade", example: "2019"))) {
      try Series("trade", start: 2019, values: [1, 2]).nowcast()
    }
  }
}
