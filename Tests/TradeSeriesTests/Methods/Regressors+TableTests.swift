import Testing
import TradeSeries
import TradeTables

@Suite struct RegressorsTableTests {
  private let series = Series("tea", start: 2001, values: [1, 2, 4, 3])

  private func table(_ periods: [String], _ columns: [(String, [Double?])]) -> Table {
    Table([.text("year", periods)] + columns.map { .number($0.0, $0.1) })
  }

  @Test func `takes the periods of the series and of the horizon`() throws {
    let table = table(
      ["2000", "2001", "2002", "2003", "2004", "2005", "2006", "2007"],
      [("gdp", [9, 1, 2, 3, 4, 5, 6, nil]), ("price", [nil, 7, 8, 6, 5, 4, 9, 9])])
    let both = try Regressors(table, for: series, horizon: 2)
    #expect(both.names == ["gdp", "price"])
    #expect(both.columns == [[1, 2, 3, 4, 5, 6], [7, 8, 6, 5, 4, 9]])
    let one = try Regressors(table, columns: ["price"], for: series, horizon: 1)
    #expect(one.columns == [[7, 8, 6, 5, 4]])
  }

  @Test func `names the column and the first period without a number`() {
    let short = table(["2001", "2002", "2003", "2004"], [("gdp", [1, 2, 3, 5])])
    #expect(
      throws: SeriesError.regressors(
        .missing("gdp", period: "2005", from: "2001", until: "2005", file: nil))
    ) { try Regressors(short, for: series, horizon: 1) }
    let gap = table(["2000", "2001", "2002", "2003", "2004"], [("gdp", [1, 2, nil, 4, 5])])
    #expect(
      throws: SeriesError.regressors(
        .missing("gdp", period: "2002", from: "2001", until: "2006", file: nil))
    ) { try Regressors(gap, for: series, horizon: 2) }
    let quarters = table(["2001-Q1", "2001-Q2"], [("gdp", [1, 2])])
    #expect(
      throws: SeriesError.regressors(
        .missing("gdp", period: "2001", from: "2001", until: "2005", file: nil))
    ) { try Regressors(quarters, for: series, horizon: 1) }
    #expect(
      RegressorError.missing("gdp", period: "2005", from: "2001", until: "2006", file: "x.csv")
        .description
        == "x.csv: column 'gdp' has no number for 2005; a regressor needs one for every period "
        + "from 2001 to 2006")
  }

  @Test func `takes a plain counter`() throws {
    let steps = try Series(
      "steps", unit: .one, start: Period(step: 3), values: [5, 7, 6], season: 4)
    let table = Table(
      .text("t", ["2", "3", "4", "5", "6"]), .number("x", [1, 0, 3, 4, 9]))
    let regressors = try Regressors(table, time: "t", for: steps, horizon: 1)
    #expect(regressors.names == ["x"])
    #expect(regressors.columns == [[0, 3, 4, 9]])
  }

  @Test func `a table without numbers has no regressor`() {
    #expect(throws: SeriesError.regressors(.noColumn)) {
      try Regressors(table(["2001"], []), for: series, horizon: 1)
    }
  }
}
