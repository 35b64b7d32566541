/// A dense matrix of doubles, column by column as LAPACK holds it.
public struct Matrix: Sendable, Equatable {
  /// How many elements a column has.
  public let rows: Int
  /// How many elements a row has.
  public let columns: Int
  /// `rows · columns` numbers, the first column first.
  public var elements: [Double]

  /// A matrix of zeros.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    elements = [Double](repeating: 0, count: rows * columns)
  }

  /// A matrix of columns of equal length.
  public init(columns: [[Double]]) {
    precondition(Set(columns.map(\.count)).count <= 1, "columns of unequal length")
    self.rows = columns.first?.count ?? 0
    self.columns = columns.count
    elements = columns.flatMap(\.self)
  }

  /// The element in a row and a column, both counted from 0.
  public subscript(row: Int, column: Int) -> Double {
    get { elements[column * rows + row] }
    set { elements[column * rows + row] = newValue }
  }

  /// The elements of one column, counted from 0, from top to bottom.
  public func column(_ index: Int) -> [Double] {
    Array(elements[index * rows..<(index + 1) * rows])
  }

  /// The same matrix with only these columns.
  public func selecting(columns chosen: [Int]) -> Matrix {
    Matrix(columns: chosen.map(column))
  }
}
