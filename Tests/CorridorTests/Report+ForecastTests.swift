import Corridor
import Testing

@Suite struct ReportForecastTests {
  private let tea = Series("Tea", start: 2000, values: [10, 12, 9, 15, 18])

  @Test func `shows chart, table, method and explanation`() throws {
    // By hand: σ² = (4 + 9 + 36 + 9) / 4; t with 4 degrees of freedom, quantiles 1.533 and 2.776.
    let forecast = try tea.forecast(with: .naive, horizon: 2)
    #expect(
      Report.forecast(forecast, explanation: forecast.explanation).text == """
        Tea

        30 ┤                                   ░░░░░░ ▲▲▲▲▲▲
           ┤                                   ░░░░░░ ▓▓▓▓▓▓
           ┤                                   ▓▓▓▓▓▓ ▓▓▓▓▓▓
           ┤                                   ●●●●●● ●●●●●●
           ┤                            ██████ ▓▓▓▓▓▓ ▓▓▓▓▓▓
        15 ┤                     ██████ ██████ ▓▓▓▓▓▓ ▓▓▓▓▓▓
           ┤▃▃▃▃▃▃ ██████        ██████ ██████ ░░░░░░ ▓▓▓▓▓▓
           ┤██████ ██████ ██████ ██████ ██████ ░░░░░░ ░░░░░░
           ┤██████ ██████ ██████ ██████ ██████        ░░░░░░
           ┤██████ ██████ ██████ ██████ ██████
         0 ┴─────────────────────────────────────────────────
            2000   2001   2002   2003   2004   2005   2006
        █ known  ● forecast  ▓ 80 %  ░ 95 %

        Period  Forecast  80 % interval  95 % interval
        ──────────────────────────────────────────────
        2005        18.0    12.2 – 23.8   7.43 – 28.57
        2006        18.0     9.7 – 26.3   3.05 – 32.95

        Method naive. The last value; its interval comes from 4 changes and is too
          narrow where changes grow with the level.

        At 3 past origins, one year ahead, the 95 % interval held 3 times; mean error
          4.0.

        """)
  }

  @Test func `has the columns of the contract as CSV`() throws {
    let csv = Report.forecast(try tea.forecast(with: .naive, horizon: 2)).csv
    #expect(
      csv.split(separator: "\n").first
        == "series,period,mean,lower_80,upper_80,lower_95,upper_95,method")
    #expect(csv.split(separator: "\n").count == 3)
  }

  @Test func `other levels have columns of their own`() throws {
    let csv = Report.forecast(try tea.forecast(with: .naive, levels: [0.975, 0.5])).csv
    #expect(
      csv.split(separator: "\n").first
        == "series,period,mean,lower_50,upper_50,lower_97.5,upper_97.5,method")
  }

  @Test func `a bound and a gap are explained below the forecast`() throws {
    let series = try Series(
      "Tea", unit: .millionUSD, start: Period(year: 2000), values: [100, 150, nil, 216, 200],
      qualifiers: [.exact, .exact, .exact, .exact, .moreThan])
    let text = Report.forecast(try series.forecast(with: .auto)).text
    #expect(
      text.hasSuffix(
        """

        2004 (>200.0) is a bound and enters as one: any value beyond it is possible,
          which widens the interval.
        No figure for 2002: nothing is put in; it stays a gap.

        """))
  }

  // MARK: The explanation

  @Test func `compares a method with the last value`() throws {
    let forecast = try tea.forecast(with: .drift)
    let backtest = try tea.backtest([.drift, .naive])
    let errors = backtest.scores.map { NumberText.fixed($0.meanAbsoluteError, digits: 1) }
    #expect(
      forecast.explanation == [
        "At 2 past origins, one year ahead, the 95 % interval held 2 times; mean error "
          + "\(errors[0]), that of the last value \(errors[1])."
      ])
  }

  @Test func `says that a series is too short to tell`() throws {
    let short = Series("Tea", start: 2000, values: [10, 12])
    #expect(
      try short.forecast(with: .auto).explanation == [
        "The pooled regressions are left out: fewer than 3 values make no window.",
        "The series is too short to measure past errors of the method.",
      ])
  }

  @Test func `says nothing of a method that was not used as named`() {
    let single = Series("Tea", start: 2000, values: [10])
    let forecast = single.forecastOrFallback(with: .drift, horizon: 1, levels: [0.95])
    #expect(forecast.explanation.isEmpty)
  }

  // MARK: Many series

  @Test func `many series are rows of one table with their names`() throws {
    let naive = try tea.forecast(with: .naive, horizon: 2)
    #expect(
      Report.forecasts(naive.table, title: "Many").text == """
        Many

        Series  Period  Forecast  80 % interval  95 % interval
        ──────────────────────────────────────────────────────
        Tea     2005        18.0    12.2 – 23.8   7.43 – 28.57
        Tea     2006        18.0     9.7 – 26.3   3.05 – 32.95

        """)
  }

  @Test func `a method that could not answer for one of them is named`() throws {
    let first = try tea.forecast(with: .drift)
    let second = Series("Rice", start: 2000, values: [5])
      .forecastOrFallback(with: .drift, horizon: 1, levels: [0.8, 0.95])
    let report = Report.forecasts(.stacked([first.table, second.table]), title: "Many")
    let table = try #require(report.tables.first).table
    #expect(try table.texts("series") == ["Tea", "Rice"])
    #expect(try table.texts("method") == ["drift", "auto (drift: needs 3 values)"])
    #expect(report.text.contains("Method"))
    #expect(report.csv.hasPrefix("series,period,mean,lower_80,upper_80,lower_95,upper_95,method\n"))
  }
}
