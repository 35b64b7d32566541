import Corridor
import Testing

@Suite struct ReportBacktestTests {
  private let tea = Series("Tea", start: 2000, values: [10, 12, 9, 15, 18])

  @Test func `shows errors, what is best and what was left out`() throws {
    // Naive by hand: errors −3, 6, 3 (BacktestTests); drift needs three values before the first of
    // two origins, and smoothing more.
    let text = Report.backtest(try tea.backtest([.naive, .simpleSmoothing])).text
    #expect(
      text == """
        Tea

        Method  Origins   MAE  RMSE  MASE   sMAPE  in 80 %  in 95 %
        ───────────────────────────────────────────────────────────
        naive         3  4.00  4.24  1.57  32.3 %     67 %    100 %

        One year ahead, naive erred least. With 3 origins that is an anecdote, not
          evidence.
        Ses is left out: it needs 4 values before the first origin.

        """)
  }

  @Test func `says how far ahead in periods of the series`() throws {
    let months = try Series(
      "Tea", unit: .one, start: Period(year: 2000, month: 1), values: [10, 12, 9, 15, 18])
    let text = Report.backtest(try months.backtest([.naive], horizon: 2)).text
    #expect(text.contains("Up to 2 months ahead, naive erred least."))
  }

  @Test func `ten origins are more than an anecdote`() throws {
    let long = Series("Tea", start: 2000, values: (1...12).map { Double($0 * $0 % 5) })
    let backtest = try long.backtest([.naive])
    #expect(backtest.scores[0].origins == 10)
    #expect(!Report.backtest(backtest).text.contains("anecdote"))
    let short = try long.prefix(11).backtest([.naive])
    #expect(Report.backtest(short).text.contains("With 9 origins that is an anecdote"))
  }

  @Test func `has the columns of the contract as CSV`() throws {
    let csv = Report.backtest(try tea.backtest([.naive, .drift])).csv
    #expect(
      csv.split(separator: "\n").first
        == "method,origins,mae,rmse,mase,smape,coverage_80,coverage_95")
    #expect(csv.split(separator: "\n").count == 3)
  }
}
