import Testing
import TradeNumerics
import TradeTables
import TradeTestSupport

@Suite struct RegressionTests {
  private func table(_ x: [Double?], _ y: [Double?]) -> Table {
    Table(.number("x", x), .number("y", y))
  }

  @Test func `reads functions and powers of columns`() throws {
    let x: [Double] = [1, 2, 4, 5, 9]
    // sqrt(y) = 3 + ln x − 2 x²
    let root = x.map { 100 + logarithm($0) - 0.5 * $0 * $0 }
    let fit = try Regression("sqrt(y) ~ log(x) + x^2").fit(table(x, root.map { $0 * $0 }))
    #expect(fit.coefficients.map(\.name) == ["(intercept)", "log(x)", "x^2"])
    #expect(fit.coefficients[0].estimate.isClose(to: 100, tolerance: 1e-11))
    #expect(fit.coefficients[1].estimate.isClose(to: 1, tolerance: 1e-11))
    #expect(fit.coefficients[2].estimate.isClose(to: -0.5, tolerance: 1e-11))
  }

  /// ln x by quadrature of 1/t, independent of the library under test.
  private func logarithm(_ x: Double) -> Double {
    let steps = 20_000
    let width = (x - 1) / Double(steps)
    return (0..<steps).reduce(0) { sum, step in
      let a = 1 + Double(step) * width
      return sum + width / 6 * (1 / a + 8 / (2 * a + width) + 1 / (a + width))
    }
  }

  @Test func `exp undoes log`() throws {
    let x: [Double] = [0.5, 1, 2, 3]
    let fit = try Regression("y ~ 0 + exp(log(x))").fit(table(x, x.map { 7 * $0 }))
    #expect(fit.coefficients[0].estimate.isClose(to: 7, tolerance: 1e-14))
  }

  @Test(arguments: 2...20) func `a power is that many factors`(exponent: Int) throws {
    let x: [Double] = [1, 2, 3]
    let power = x.map { base in (0..<exponent).reduce(1.0) { product, _ in product * base } }
    let fit = try Regression("y ~ 0 + x^\(exponent)").fit(table(x, power))
    #expect(fit.coefficients[0].estimate.isClose(to: 1, tolerance: 1e-14))
    #expect(fit.leastSquares.residuals.allSatisfy { abs($0) <= 1e-15 * (power.last ?? 0) })
  }

  @Test func `rows with a missing value are left out and counted`() throws {
    let x: [Double?] = [1, nil, 3, 4, 5, 6]
    let y: [Double?] = [2, 9, nil, 5, 4, 8]
    let fit = try Regression("y ~ x").fit(table(x, y))
    #expect(fit.count == 4)
    #expect(fit.missing == 2)
    #expect(fit.notes == ["2 rows with a missing value are left out"])
    let same = try Regression("y ~ x").fit(table([1, 4, 5, 6], [2, 5, 4, 8]))
    #expect(fit.coefficients == same.coefficients)
    #expect(same.missing == 0)
    #expect(same.notes.isEmpty)
  }

  @Test func `a missing value in a column that is not used does not matter`() throws {
    let table = Table(
      .number("x", [1, 2, 3]), .number("y", [2, 3, 5]), .number("z", [nil, nil, nil]))
    #expect(try Regression("y ~ x").fit(table).missing == 0)
  }

  @Test func `empty cells and marks for not available are missing`() throws {
    let table = Table(
      .text("x", ["1", "2", "..", "4", nil]), .text("y", ["2", "NA", "3", "5", "6"]))
    let fit = try Regression("y ~ x").fit(table)
    #expect(fit.count == 2)
    #expect(fit.missing == 3)
  }

  @Test func `names a column that is not there`() {
    #expect(
      throws: RegressionError.table(
        .noSuchColumn("turnver", available: ["x", "y"], file: nil))
    ) {
      try Regression("log(turnver) ~ x").fit(table([1, 2], [3, 4]))
    }
  }

  @Test func `names the place of text where a number belongs`() {
    let table = Table(
      [.text("x", ["1", "2", "three"]), .text("y", ["1", "2", "3"])],
      origin: .init(file: "trade.csv", lines: [2, 3, 5]))
    let place = Place(file: "trade.csv", line: 5, column: "x")
    #expect(throws: RegressionError.table(.notANumber("three", at: place))) {
      try Regression("y ~ x").fit(table)
    }
  }

  @Test func `names the row whose logarithm does not exist`() {
    let error = #expect(throws: RegressionError.self) {
      try Regression("log(y) ~ x").fit(table([1, 2, 3], [5, 0, 7]))
    }
    #expect(error == .undefined("log(y)", of: 0, at: Place(file: nil, line: 2, column: "y")))
    #expect(
      error?.description == "row 2, column 'y': log(y) is no number up to 1e150 for 0")
  }

  @Test func `counts the rows of the file, missing ones too`() {
    let table = Table(
      [.number("x", [1, nil, 3, -4]), .number("y", [1, 2, 3, 4])],
      origin: .init(file: "trade.csv", lines: [2, 3, 4, 6]))
    #expect(
      throws: RegressionError.undefined(
        "sqrt(x)", of: -4, at: Place(file: "trade.csv", line: 6, column: "x"))
    ) {
      try Regression("y ~ sqrt(x)").fit(table)
    }
  }

  @Test(arguments: ["exp(x)", "x^20", "exp(exp(x))"]) func `names a term too large for a number`(
    term: String
  ) {
    #expect(
      throws: RegressionError.undefined(
        term, of: 1e16, at: Place(file: nil, line: 3, column: "x"))
    ) {
      try Regression("y ~ \(term)").fit(table([1, 2, 1e16], [1, 2, 3]))
    }
  }

  @Test(arguments: [1e150, -1e150]) func `takes numbers up to 1e150 and none beyond`(
    edge: Double
  ) throws {
    #expect(try Regression("y ~ x").fit(table([1, 2, edge], [1, 2, 3])).count == 3)
    let beyond = edge > 0 ? edge.nextUp : edge.nextDown
    #expect(
      throws: RegressionError.undefined(
        "x", of: beyond, at: Place(file: nil, line: 3, column: "x"))
    ) {
      try Regression("y ~ x").fit(table([1, 2, beyond], [1, 2, 3]))
    }
  }

  @Test func `a row left out cannot be undefined`() throws {
    let fit = try Regression("log(y) ~ x").fit(table([1, nil, 3, 4], [5, 0, 7, 6]))
    #expect(fit.count == 3)
  }

  @Test func `says so where no row is complete`() {
    let error = #expect(throws: RegressionError.self) {
      try Regression("y ~ x").fit(table([1, nil, 3], [nil, 2, nil]))
    }
    #expect(error == .noCompleteRow(count: 3))
    #expect(
      error?.description == "none of the 3 rows has a value in every column of the formula")
  }

  @Test func `a formula that makes no sense throws before any data`() {
    #expect(throws: FormulaError.self) { try Regression("y ~") }
  }

  @Test func `without an intercept a factor's coefficients are the means of its levels`() throws {
    let table = Table(
      .number("y", [1, 2, 4, 9, 6]), .text("region", ["EU", "CIS", "EU", "CIS", "EU"]))
    let fit = try Regression("y ~ 0 + region").fit(table)
    #expect(fit.coefficients.map(\.name) == ["region[CIS]", "region[EU]"])
    #expect(fit.coefficients[0].estimate.isClose(to: 5.5, tolerance: 1e-14))
    #expect(fit.coefficients[1].estimate.isClose(to: 11.0 / 3, tolerance: 1e-14))
  }

  @Test func `an offset has a coefficient of one`() throws {
    let x: [Double] = [1, 2, 4, 5, 9]
    let y: [Double] = [3, 1, 4, 1, 5]
    let with = try Regression("y ~ x + offset(2 * x + 1)").fit(table(x, y))
    let without = try Regression("y ~ x").fit(table(x, y))
    let slopes = (with.coefficients[1].estimate, without.coefficients[1].estimate)
    #expect(slopes.0.isClose(to: (slopes.1 ?? 0) - 2, tolerance: 1e-13))
    #expect(with.residualStandardError.isClose(to: without.residualStandardError ?? 0))
  }

  @Test func `effects are not left out in silence`() {
    let error = #expect(throws: RegressionError.self) {
      try Regression("y ~ 1 | x").fit(table([1, 2], [3, 4]))
    }
    #expect(error == .absorbed("x"))
    #expect(
      error?.description
        == "ordinary least squares does not absorb 'x'; write it as a factor before '|'")
  }
}
