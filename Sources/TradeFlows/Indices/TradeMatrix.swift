import TradeNumerics

/// Trade values by two dimensions, such as reporters and goods, with their labels.
///
/// What is not there was not traded: the cell is zero.
public struct TradeMatrix: Sendable, Equatable {
  /// The labels of the rows, such as reporters.
  public let rows: [String]
  /// The labels of the columns, such as goods.
  public let columns: [String]
  /// The values, in one unit.
  public let values: Matrix

  /// A matrix of values with a label for each row and column.
  public init(rows: [String], columns: [String], values: Matrix) {
    precondition(values.rows == rows.count && values.columns == columns.count, "a label for each")
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  /// Values row by row, as one writes a small example.
  public init(rows: [String], columns: [String], values: [[Double]]) {
    self.init(rows: rows, columns: columns, values: Matrix(columns: values).transposed)
  }

  /// The values of one row, counted from 0.
  public func row(_ index: Int) -> [Double] { columns.indices.map { values[index, $0] } }

  /// The sum of each row.
  public var rowSums: [Double] { rows.indices.map { row($0).sum } }

  /// The sum of each column.
  public var columnSums: [Double] { columns.indices.map { values.column($0).sum } }

  /// The same matrix without the rows and columns that are told.
  func selecting(rows chosen: [Int], columns kept: [Int]) -> TradeMatrix {
    var matrix = Matrix(rows: chosen.count, columns: kept.count)
    for (j, column) in kept.enumerated() {
      for (i, row) in chosen.enumerated() { matrix[i, j] = values[row, column] }
    }
    return TradeMatrix(
      rows: chosen.map { rows[$0] }, columns: kept.map { columns[$0] }, values: matrix)
  }
}
