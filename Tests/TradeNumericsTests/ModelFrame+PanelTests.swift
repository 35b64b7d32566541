import Testing
import TradeNumerics
import TradeTables
import TradeTestSupport

@Suite struct ModelFramePanelTests {
  private let pairs = Table(
    .text("pair", ["KV", "CV", "KV", "CV", "KV", "CV"]),
    .number("year", [2015, 2015, 2016, 2017, 2017, 2016]),
    .number("y", [1, 2, 4, 8, 16, 32]), .number("x", [1, 10, 2, 30, 3, 20]))
  private let panel = ModelFrame.Panel(group: ["pair"], time: "year")

  private func frame(_ formula: String, _ table: Table) throws -> ModelFrame {
    try ModelFrame(Formula(formula), table, panel: panel)
  }

  @Test func `a lag is the value of the group a period before`() throws {
    let frame = try frame("y ~ lag(x, 1)", pairs)
    #expect(frame.rows == [2, 3, 4, 5])
    #expect(frame.matrix.column(1) == [1, 20, 2, 10])
    let difference = try self.frame("y ~ diff(x) + lag(diff(x), 1)", pairs)
    #expect(difference.rows == [3, 4])
    #expect(difference.matrix.column(1) == [10, 1])
    #expect(difference.matrix.column(2) == [10, 1])
  }

  @Test func `without a panel lags go by the rows`() throws {
    let frame = try ModelFrame(Formula("y ~ lag(x, 1)"), pairs)
    #expect(frame.matrix.column(1) == [1, 10, 2, 30, 3])
  }

  @Test func `a gap in time makes a lag missing`() throws {
    let table = Table(
      .text("pair", ["K", "K", "K"]), .number("year", [2015, 2017, 2018]),
      .number("y", [1, 2, 4]), .number("x", [1, 2, 3]))
    #expect(try frame("y ~ lag(x, 1)", table).rows == [2])
    #expect(try frame("y ~ lag(x, 2)", table).rows == [1])
  }

  @Test func `a missing group or period has no lag and is none`() throws {
    let table = Table(
      .text("pair", ["K", "K", nil, "K"]), .number("year", [2015, 2016, 2016, nil]),
      .number("y", [1, 2, 4, 5]), .number("x", [1, 2, 3, 4]))
    #expect(try frame("y ~ lag(x, 1)", table).rows == [1])
  }

  @Test(arguments: 1...3) func `the order of the rows does not matter`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let order = (0..<6).shuffled(using: &generator)
    let shuffled = Table(pairs.columns.map { $0.selecting(order) })
    func lags(_ frame: ModelFrame) -> [Double: Double] {
      Dictionary(uniqueKeysWithValues: zip(frame.response, frame.matrix.column(1)))
    }
    #expect(
      try lags(frame("y ~ lag(x, 1)", pairs)) == lags(frame("y ~ lag(x, 1)", shuffled)))
  }

  @Test func `several columns tell groups apart, and none makes one group`() throws {
    let table = Table(
      .text("a", ["K", "K", "K", "K"]), .text("b", ["V", "V", "C", "C"]),
      .number("year", [2015, 2016, 2015, 2016]), .number("y", [1, 2, 4, 8]),
      .number("x", [1, 2, 3, 4]))
    let frame = try ModelFrame(
      Formula("y ~ lag(x, 1)"), table, panel: .init(group: ["a", "b"], time: "year"))
    #expect(frame.matrix.column(1) == [1, 3])
    let single = try ModelFrame(
      Formula("y ~ lag(x, 1)"), table.filtered { $0 < 2 },
      panel: .init(group: [], time: "year"))
    #expect(single.matrix.column(1) == [1])
  }

  @Test func `a period twice in a group is an error that names both rows`() throws {
    let table = Table(
      [
        .text("pair", ["K", "C", "K"]), .number("year", [2015, 2015, 2015]),
        .number("y", [1, 2, 3]), .number("x", [1, 2, 3]),
      ], origin: .init(file: "flows.csv", lines: [2, 3, 5]))
    let error = #expect(throws: RegressionError.self) { try frame("y ~ lag(x, 1)", table) }
    #expect(
      error
        == .repeatedPeriod(
          2015, group: "K", first: Place(file: "flows.csv", line: 2),
          at: Place(file: "flows.csv", line: 5)))
    #expect(error?.description.contains("line 5") == true)
    #expect(error?.description.contains("line 2") == true)
    // Nothing is ambiguous where no lag is asked for.
    #expect(try frame("y ~ x", table).rows.count == 3)
  }

  @Test func `a period is a whole number`() throws {
    let table = Table(
      .text("pair", ["K", "K"]), .number("year", [2015, 2015.5]), .number("y", [1, 2]),
      .number("x", [1, 2]))
    #expect(
      throws: RegressionError.notAWholePeriod(
        2015.5, at: Place(file: nil, line: 2, column: "year"))
    ) { try frame("y ~ lag(x, 1)", table) }
    let missing = ModelFrame.Panel(group: ["land"], time: "year")
    #expect(throws: RegressionError.self) {
      try ModelFrame(Formula("y ~ lag(x, 1)"), table, panel: missing)
    }
  }

  @Test func `names the row of a lagged logarithm that does not exist`() throws {
    let table = Table(
      .text("pair", ["K", "C", "K"]), .number("year", [2016, 2016, 2015]),
      .number("y", [1, 2, 3]), .number("x", [1, 2, -3]))
    #expect(
      throws: RegressionError.undefined(
        "log(x)", of: -3, at: Place(file: nil, line: 3, column: "x"))
    ) { try frame("y ~ lag(log(x), 1)", table) }
  }

  @Test func `predictions lag within the new rows`() throws {
    let fit = try Regression("y ~ lag(x, 1)").fit(pairs, panel: panel)
    let predictions = try fit.predict(
      Table(
        .text("pair", ["KV", "CV", "KV"]), .number("year", [2020, 2020, 2019]),
        .number("x", [7, 8, 9])))
    #expect(predictions.rows.map { $0.fit != nil } == [true, false, false])
    let b = fit.coefficients.compactMap(\.estimate)
    #expect(predictions.rows[0].fit.isClose(to: b[0] + 9 * b[1]))
  }
}
