import Glibc
import TradeTables

/// Linear regression of one column of a table on others.
///
///     let fit = try Regression("log(turnover) ~ year").fit(table)
///
/// Rows with a missing value are left out and counted.
public struct Regression: Sendable, Equatable {
  /// Which column is explained, by what.
  public let formula: Formula

  /// A regression with a formula that has been read already.
  public init(_ formula: Formula) { self.formula = formula }

  /// Reads the formula from text; throws where that makes no sense.
  public init(_ text: String) throws(FormulaError) { formula = try Formula(text) }

  /// Fits by ordinary least squares.
  public func fit(_ table: Table) throws(RegressionError) -> Fit {
    var response: [Double?] = []
    var terms: [[Double?]] = []
    do throws(TableError) {
      response = try values(of: formula.response, in: table)
      for term in formula.terms { terms.append(try values(of: term, in: table)) }
    } catch {
      throw .table(error)
    }
    let complete = (0..<table.rowCount).filter { row in
      response[row] != nil && terms.allSatisfy { $0[row] != nil }
    }
    guard !complete.isEmpty else { throw .noCompleteRow(count: table.rowCount) }

    let y = try transformed(formula.response, response, complete, table)
    var columns = formula.hasIntercept ? [[Double](repeating: 1, count: complete.count)] : []
    for (term, values) in zip(formula.terms, terms) {
      columns.append(try transformed(term, values, complete, table))
    }
    let names = (formula.hasIntercept ? ["(intercept)"] : []) + formula.terms.map(\.description)
    return Fit(
      formula: formula, names: names, x: Matrix(columns: columns), y: y,
      missing: table.rowCount - complete.count)
  }

  /// The largest size of a number in a regression; beyond it sums of squares overflow.
  static let largest = 1e150

  private func values(
    of expression: Formula.Expression, in table: Table
  ) throws(TableError) -> [Double?] {
    try table.numbers(expression.column)
  }

  /// The values of a term in the complete rows, every one finite.
  private func transformed(
    _ expression: Formula.Expression, _ values: [Double?], _ rows: [Int], _ table: Table
  ) throws(RegressionError) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(rows.count)
    for row in rows {
      let value = expression.value(of: values[row] ?? .nan)
      guard value.isFinite, abs(value) <= Self.largest else {
        throw .undefined(
          "\(expression)", of: values[row] ?? .nan,
          at: table.place(row: row, column: expression.column))
      }
      result.append(value)
    }
    return result
  }
}

extension Formula.Expression {
  /// The value of the expression where its column has the value `x`.
  func value(of x: Double) -> Double {
    switch self {
    case .column: x
    case .call(.log, let inner): Glibc.log(inner.value(of: x))
    case .call(.exp, let inner): Glibc.exp(inner.value(of: x))
    case .call(.sqrt, let inner): inner.value(of: x).squareRoot()
    case .power(let base, let exponent):
      (1..<exponent).reduce(base.value(of: x)) { product, _ in product * base.value(of: x) }
    }
  }
}

/// Why a regression has no answer.
public enum RegressionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A column of the formula is not there or is not made of numbers.
  case table(TableError)
  /// Every one of the table's rows lacks a value that the formula needs.
  case noCompleteRow(count: Int)
  /// A term has no usable value for a number in a row, such as the logarithm of zero.
  case undefined(String, of: Double, at: Place)

  /// One sentence: which row or column is at fault, and for what number.
  public var description: String {
    switch self {
    case .table(let error): error.description
    case .noCompleteRow(let count):
      "none of the \(count) rows has a value in every column of the formula"
    case .undefined(let term, let value, let place):
      "\(place): \(term) is no number up to 1e150 for \(NumberText.full(value))"
    }
  }
}
