import TradeTables

extension FormulaReader {
  /// Which expression has no number in a row, for which number.
  ///
  /// With one column in it, that is the expression as written and the number in the column; with
  /// several, the innermost part whose own parts all have numbers, and the last of those.
  mutating func fault(
    in expression: Formula.Expression, row: Int
  ) throws(RegressionError) -> RegressionError {
    let columns = expression.columns
    if columns.count == 1, expression.staysInRow {
      let value = try values(.column(columns[0])).numbers[row]
      return .undefined(
        "\(expression)", of: value, at: table.place(row: row, column: columns[0]))
    }
    var last = 0.0
    for (operand, lag) in expression.operands {
      // A row that is used has every value that it reads.
      let source = lag == 0 ? row : try sources(lag)[row] ?? row
      last = try values(operand).numbers[source]
      guard last.isFinite else { return try fault(in: operand, row: source) }
    }
    return .undefined("\(expression)", of: last, at: table.place(row: row))
  }
}
