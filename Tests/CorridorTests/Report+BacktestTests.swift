import Corridor
import Testing

@Suite struct ReportBacktestTests {
  private let tea = Series("Tea", start: 2000, values: [10, 12, 9, 15, 18])

  @Test func `shows errors, what is best and what was left out`() throws {
    // Naive by hand: errors −3, 6, 3 (BacktestTests). Intervals 0 – 37.4, 0 – 20.0 and 2.1 – 27.9,
    // usual changes 2, 5/2 and 11/3. Smoothing needs more values before the first of two origins.
    let text = Report.backtest(try tea.backtest([.naive, .simpleSmoothing])).text
    #expect(
      text == """
        Tea

        Method   MAE  RMSE  MASE   sMAPE  80 %   95 %   Bias  MSIS
        ─────────────────────────────────────────────────────────────
        naive   4.00  4.24  1.57  32.3 %  67 %  100 %  +2.00  11.2  *

        * smallest MAE; 80 %, 95 %: how often the intervals held.

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
        == "method,origins,mae,rmse,mase,smape,coverage_80,coverage_95,bias,msis,best")
    #expect(csv.split(separator: "\n").count == 3)
  }

  @Test func `shows a row for each step where that is wanted`() throws {
    let line = Series("line", start: 2000, values: (1...8).map(Double.init))
    let report = Report.backtest(try line.backtest([.naive], horizon: 2), byStep: true)
    #expect(
      report.text.hasPrefix(
        """
        line

        Method  Step   MAE  RMSE  MASE   sMAPE   80 %   95 %   Bias  MSIS
        ────────────────────────────────────────────────────────────────────
        naive      1  1.00  1.00  1.00
        """))
    #expect(report.csv.split(separator: "\n").count == 3)
  }

  // MARK: The difference to the last value

  /// A walk with a steady rise, which drift follows and the last value does not.
  private let rise = Series(
    "Tea", start: 2000, values: [1, 3, 4, 6, 9, 10, 13, 15, 16, 18, 21, 22, 24, 25, 28])

  @Test func `says that a lead is more than noise`() throws {
    let backtest = try rise.backtest([.naive, .drift])
    let test = try #require(backtest.differenceToNaive).get()
    #expect(test.p < 0.001)
    #expect(
      backtest.plainSentence.hasSuffix(
        "drift erred least. Its lead over naive is more than noise (p < 0.001, Diebold–Mariano "
          + "test)."))
  }

  @Test func `says that a lead may be noise`() throws {
    let values: [Double] = [10, 12, 9, 15, 11, 10, 14, 13, 9, 12, 15, 11, 16, 10]
    let backtest = try Series("Tea", start: 2000, values: values).backtest([.naive, .ets])
    let text = backtest.plainSentence
    let p = try #require(backtest.differenceToNaive).get().p
    #expect(p > 0.05 || text.contains("more than noise"))
    #expect(p < 0.05 || text.contains("Its lead over naive may be noise (p = 0."))
  }

  @Test func `says why nothing can be told`() throws {
    let line = Series("line", start: 2000, values: (1...14).map(Double.init))
    #expect(
      try line.backtest([.drift]).plainSentence.hasSuffix(
        "Whether its lead over naive is noise cannot be told: the two differ by the same "
          + "everywhere, which leaves no chance to measure it by."))
    // Of an anecdote nobody expects it.
    #expect(!(try line.prefix(5).backtest([.drift]).plainSentence.contains("lead")))
  }

  // MARK: Many series

  @Test func `shows many series without what has a unit`() throws {
    // By hand in PanelBacktestTests.
    let panel = Panel([
      Series("a", start: 2000, values: [10, 12, 15]),
      Series("b", start: 2000, values: [80, 100, 90]),
    ])
    let report = Report.backtest(try panel.backtest([.naive]), title: "Past errors, tea.csv")
    #expect(
      report.text == """
        Past errors, tea.csv

        Method  MASE   sMAPE   80 %   95 %   Bias  MSIS
        ──────────────────────────────────────────────────
        naive   1.00  16.4 %  100 %  100 %  +0.50  18.2  *

        * smallest MASE; 80 %, 95 %: how often the intervals held.

        One year ahead, naive erred least, over 2 series at the last origin of each.
          Each series weighs the same, hence no MAE or RMSE, which have a unit.

        """)
  }

  @Test func `compares the best with the last value over many series`() throws {
    let panel = Panel(
      (0..<12).map { place in
        Series("s\(place)", start: 2000, values: (0..<8).map { Double(100 + $0 * (10 + place)) })
      })
    let report = Report.backtest(try panel.backtest([.drift], origins: 2), title: "Many")
    let text = report.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("over 12 series at the last 2 origins of each."))
    #expect(text.contains("cannot be told: the two differ by the same"))
  }
}

extension Backtest {
  /// The sentence on the best method, unbroken.
  fileprivate var plainSentence: String {
    guard case .notes(let notes)? = Report.backtest(self).sections[0].blocks.last else { return "" }
    return notes[0]
  }
}
