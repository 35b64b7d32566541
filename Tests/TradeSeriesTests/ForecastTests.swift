import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct ForecastTests {
  private let values = [233.2, 271.9, 205.8, 392.5, 542.7, 500]

  private func home(bound: Bool = false) throws -> Series {
    try Series.yearly(values, bounds: bound ? [5: .moreThan] : [:])
  }

  @Test func `has a point for each period after the last`() throws {
    let forecast = try home().forecast(with: .drift, horizon: 3)
    #expect(forecast.method == "drift")
    #expect(forecast.points.map(\.period) == [2019, 2020, 2021].map { Period(year: $0) })
    #expect(forecast[Period(year: 2020)]?.mean == forecast.points[1].mean)
    #expect(forecast[Period(year: 2018)] == nil)
    #expect(forecast[Period(year: 2022)] == nil)
  }

  @Test func `continues quarters over the end of a year`() throws {
    let series = try Series(
      "quarters", unit: .one, start: Period(year: 2024, quarter: 1), values: [5, 6, 4])
    let forecast = try series.forecast(with: .naive, horizon: 3)
    #expect(forecast.points.map(\.period.description) == ["2024-Q4", "2025-Q1", "2025-Q2"])
  }

  @Test func `intervals are those of Student's t`() throws {
    // Drift of the home series: R's point and standard error, and the 90 % and 97.5 % quantiles of
    // t with 4 degrees of freedom (distributions.csv).
    let forecast = try home().forecast(with: .drift, horizon: 2)
    for (index, point) in forecast.points.enumerated() {
      let sigma = try ForecastReference.number("home", "drift", 0, "sigma_package")
      let mean = try ForecastReference.number("home", "drift", index + 1, "point")
      let h = Double(index + 1)
      let error = sigma * (h + h * h / 5).squareRoot()
      #expect(point.mean.isClose(to: mean, tolerance: 1e-12))
      #expect(
        point.intervals[0].upperBound
          .isClose(to: mean + 1.5332062740589441 * error, tolerance: 1e-12))
      #expect(
        point.intervals[0].lowerBound
          .isClose(to: mean - 1.5332062740589441 * error, tolerance: 1e-12))
      #expect(
        point.intervals[1].upperBound
          .isClose(to: mean + 2.7764451051977935 * error, tolerance: 1e-12))
    }
  }

  @Test func `levels are sorted and any number of them`() throws {
    let forecast = try home().forecast(with: .naive, levels: [0.99, 0.5, 0.8])
    #expect(forecast.levels == [0.5, 0.8, 0.99])
    #expect(forecast.points[0].intervals.count == 3)
    expectSound(forecast)
    let plain = try home().forecast(with: .naive, levels: [])
    #expect(plain.points[0].intervals.isEmpty)
  }

  @Test func `no amount is expected below zero`() throws {
    let series = Series("falling", start: 2013, values: [40, 30, 22, 9])
    let forecast = try series.forecast(with: .drift, horizon: 4)
    #expect(forecast.points[0].intervals[1].lowerBound == 0)
    #expect(forecast.points[3].mean == 0)
    #expect(forecast.points[3].distribution.point < 0)
    expectSound(forecast)
  }

  @Test func `a balance is`() throws {
    let series = Series("balance", start: 2013, values: [40, 30, -1, -9])
    let forecast = try series.forecast(with: .drift, horizon: 4)
    #expect(forecast.points[3].mean < -60)
  }

  @Test func `a value known to be below zero makes a balance`() throws {
    let series = try Series.yearly([3, 2, 1, 0], bounds: [3: .lessThan])
    let forecast = try series.forecast(with: .drift)
    #expect(forecast.points[0].mean < 0)
    #expect(forecast.points[0].intervals[1].lowerBound < 0)
  }

  // MARK: Notes

  @Test func `says why, and nothing more, where every value is exact`() throws {
    let forecast = try home().forecast(with: .drift)
    #expect(forecast.notes == [Drift().reason(for: History(values))])
  }

  @Test func `says what a bound does`() throws {
    let forecast = try home(bound: true).forecast(with: .drift)
    #expect(
      forecast.notes.dropFirst() == [
        "2018 (>500.0) is a bound and enters as one: any value beyond it is possible, which widens "
          + "the interval."
      ])
  }

  @Test func `says what several bounds do`() throws {
    let series = try Series.yearly([5, 7, 1200, 8], bounds: [1: .lessThan, 2: .moreThan])
    #expect(
      try series.forecast(with: .naive).notes.dropFirst() == [
        "2014 (<7.0), 2015 (>1 200.0) are bounds and enter as such: any value beyond it is possible, "
          + "which widens the interval."
      ])
  }

  @Test func `says which figures are missing`() throws {
    let series = try Series.yearly([5, nil, 7, nil, 8])
    #expect(
      try series.forecast(with: .naive).notes.dropFirst() == [
        "No figure for 2014, 2016: nothing is put in; they stay gaps."
      ])
    let one = try Series.yearly([5, nil, 7])
    #expect(
      try one.forecast(with: .naive).notes.dropFirst() == [
        "No figure for 2014: nothing is put in; it stays a gap."
      ])
  }

  // MARK: Fallback

  @Test func `falls back on auto where the method cannot answer, and says so`() throws {
    let series = try home()
    let forecast = series.forecastOrFallback(with: .damped, horizon: 3, levels: [0.8, 0.95])
    #expect(forecast.method == "auto (damped: needs 7 values)")
    #expect(forecast.notes.first == "damped needs 7 values and the series has 6")
    let auto = try series.forecast(with: .auto, horizon: 3)
    #expect(forecast.points.map(\.distribution) == auto.points.map(\.distribution))
    #expect(forecast.points.map(\.intervals) == auto.points.map(\.intervals))
  }

  @Test func `a fallback takes a bound as a bound`() throws {
    let series = try home(bound: true)
    let forecast = series.forecastOrFallback(with: .damped, horizon: 3, levels: [0.8, 0.95])
    let auto = try series.forecast(with: .auto, horizon: 3)
    #expect(forecast.points.map(\.intervals) == auto.points.map(\.intervals))
    #expect(forecast.notes.contains { $0.contains("2018 (>500.0) is a bound") })
  }

  @Test func `a fallback of quarters is the auto of quarters`() throws {
    let series = try Series(
      "quarters", unit: .one, start: Period(year: 2024, quarter: 1), values: [5, 6, 4, 7, 0])
    let forecast = series.forecastOrFallback(with: .logTrend, horizon: 2, levels: [0.8, 0.95])
    #expect(forecast.method == "auto (log-trend: needs values above zero)")
    let auto = try series.forecast(with: .auto, horizon: 2)
    #expect(forecast.points.map(\.intervals) == auto.points.map(\.intervals))
  }

  @Test func `does not fall back where the method can answer`() throws {
    let series = try home(bound: true)
    let forecast = series.forecastOrFallback(with: .drift, horizon: 2, levels: [0.95])
    let drift = try series.forecast(with: .drift, horizon: 2, levels: [0.95])
    #expect(forecast.method == "drift")
    #expect(forecast.notes == drift.notes)
    #expect(forecast.points.map(\.intervals) == drift.points.map(\.intervals))
  }

  // MARK: Table

  @Test func `shows itself as a table`() throws {
    let forecast = try home().forecast(with: .drift, horizon: 2)
    let table = forecast.table
    #expect(
      table.names == [
        "series", "period", "mean", "lower_80", "upper_80", "lower_95", "upper_95", "method",
      ])
    #expect(try table.texts("series") == ["series", "series"])
    #expect(try table.texts("period") == ["2019", "2020"])
    #expect(try table.texts("method") == ["drift", "drift"])
    #expect(try table.numbers("mean") == forecast.points.map(\.mean))
    for (index, percent) in ["80", "95"].enumerated() {
      #expect(
        try table.numbers("lower_\(percent)")
          == forecast.points.map { $0.intervals[index].lowerBound })
      #expect(
        try table.numbers("upper_\(percent)")
          == forecast.points.map { $0.intervals[index].upperBound })
    }
  }

  @Test func `names the columns of an interval by its level`() throws {
    let forecast = try home().forecast(with: .naive, levels: [0.999, 0.29])
    #expect(
      forecast.table.names.dropFirst(3).dropLast() == [
        "lower_29", "upper_29", "lower_99.9", "upper_99.9",
      ])
  }

  @Test func `tables of several series stand one below the other`() throws {
    let first = Series("first", start: 2013, values: [1, 2, 4])
    let second = Series("second", start: 2014, values: [5, 3])
    let stacked = Table.stacked([
      try first.forecast(with: .naive, horizon: 2).table,
      try second.forecast(with: .mean).table,
    ])
    #expect(try stacked.texts("series") == ["first", "first", "second"])
    #expect(try stacked.texts("period") == ["2016", "2017", "2016"])
    #expect(try stacked.texts("method") == ["naive", "naive", "mean"])
    #expect(try stacked.numbers("mean") == [4, 4, 4])
    #expect(Table.stacked([]).columns.isEmpty)
  }
}
