import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct RegressionPanelTests {
  private let noise = [0.1, -0.2, 0.1, 0, 0.2, -0.1, 0, 0.1, -0.1, 0.1, -0.2, 0.1]

  /// Twelve years of a value that follows the price and two of the price alone.
  private func rows(
    _ name: String, price: (Int) -> Double?, value: (Double) -> Double
  ) -> [(name: String, year: String, value: Double?, price: Double?)] {
    (0..<14).map { step in
      let price = price(step)
      let own = value(price ?? 0) + (step < 12 ? noise[step] : 0)
      return (name, "\(2001 + step)", step < 12 ? own : nil, price)
    }
  }

  private var data: Table {
    let all =
      rows("tea", price: { Double(5 + $0 * $0 % 7) }, value: { $0 + 10 })
      + rows("rice", price: { Double(20 - $0 * $0 % 11) }, value: { 90 - 2 * $0 })
      + rows("salt", price: { $0 < 13 ? Double(4 + $0 % 3) : nil }, value: { $0 + 50 })
      + rows("silk", price: { _ in 8 }, value: { $0 + 30 })
      + rows("wool", price: { _ in nil }, value: { $0 + 7 })
    return Table(
      .text("good", all.map(\.name)), .text("year", all.map(\.year)),
      .number("value", all.map(\.value)), .number("price", all.map(\.price)))
  }

  private var reader: SeriesReader {
    var reader = SeriesReader()
    reader.by = ["good"]
    reader.value = "value"
    return reader
  }

  private func panel(
    _ table: Table, from: Period? = nil, until: Period? = nil, horizon: Int = 2
  ) throws -> RegressionPanel {
    try RegressionPanel(
      table, columns: ["price"], reader: reader, from: from, until: until, horizon: horizon)
  }

  @Test func `each series follows the price of its own rows`() throws {
    let forecasts = try panel(data).forecasts()
    #expect(forecasts.map(\.series.name) == ["tea", "rice", "salt", "silk", "wool"])
    // By hand: tea is price + 10, rice 90 − 2 price; the prices are 9 and 6, and 19 and 16.
    let expected: [[Double]] = [[19, 16], [52, 58]]
    for (forecast, means) in zip(forecasts, expected) {
      #expect(forecast.method == "arima-regression")
      for (point, mean) in zip(forecast.points, means) {
        #expect(point.mean.isClose(to: mean, tolerance: 0.02), "\(point.mean)")
      }
    }
  }

  @Test func `is the regression of each series by itself`() throws {
    let panel = try panel(data)
    let alone = Table(data.columns.map { $0.selecting(Array(0..<14)) })
    let tea = try reader.series(in: alone)[0]
    let regressors = try Regressors(alone, columns: ["price"], for: tea, horizon: 2)
    let own = try tea.forecast(with: ARIMARegression(regressors, horizon: 2))
    let first = panel.forecasts()[0]
    #expect(first.points.map(\.distribution) == own.points.map(\.distribution))
    #expect(first.notes == own.notes)
  }

  @Test func `a series without a usable column takes auto and says why`() throws {
    let forecasts = try panel(data).forecasts()
    #expect(
      forecasts.dropFirst(2).map(\.method) == [
        "auto (arima-regression: no price for 2014)",
        "auto (arima-regression: price does not change)",
        "auto (arima-regression: no price for 2001)",
      ])
    let auto = try forecasts[2].series.forecast(with: .auto, horizon: 2)
    #expect(forecasts[2].points.map(\.distribution) == auto.points.map(\.distribution))
  }

  @Test func `a horizon within what is known keeps the regression`() throws {
    let forecasts = try panel(data, horizon: 1).forecasts()
    #expect(forecasts[2].method == "arima-regression")
  }

  @Test func `a series that ends early has its future in the rows that follow`() throws {
    let forecasts = try panel(data, until: Period(year: 2011), horizon: 2).forecasts()
    #expect(forecasts[2].method == "arima-regression")
    #expect(forecasts[0].points.map(\.period) == [Period(year: 2012), Period(year: 2013)])
    let late = try panel(data, from: Period(year: 2008)).members
    #expect(late[0].series.start == Period(year: 2008))
    #expect(throws: SeriesError.empty("the table")) { try panel(data, from: Period(year: 2020)) }
  }

  @Test(arguments: 2...3) func `the number of workers changes nothing`(workers: Int) throws {
    let panel = try panel(data)
    let (one, more) = (panel.forecasts(), panel.forecasts(workers: workers))
    #expect(one.map(\.table) == more.map(\.table))
  }

  @Test func `marks of the values are not those of the columns`() throws {
    let marked = Table(
      data.columns + [
        .text(
          "qualifier", (0..<data.rowCount).map { $0 == 3 ? "between" : "" }),
        .number("upper", (0..<data.rowCount).map { $0 == 3 ? 40 : nil }),
      ])
    let members = try panel(marked).members
    #expect(members[0].series.hasBounds)
    #expect((try? members[0].regressors.get()) == (try panel(data).members[0].regressors.get()))
  }

  @Test func `a column that is not there stops all`() {
    #expect(throws: SeriesError.self) {
      try RegressionPanel(data, columns: ["cost"], reader: reader, horizon: 1)
    }
  }
}
