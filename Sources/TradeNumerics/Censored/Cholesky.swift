/// A small symmetric matrix; only its lower triangle is held.
package struct SymmetricMatrix: Sendable {
  package let size: Int
  private var elements: [Double]

  package init(size: Int) {
    self.size = size
    elements = [Double](repeating: 0, count: size * (size + 1) / 2)
  }

  /// The element in a row and a column not right of the diagonal.
  package subscript(row: Int, column: Int) -> Double {
    get { elements[row * (row + 1) / 2 + column] }
    set { elements[row * (row + 1) / 2 + column] = newValue }
  }
}

/// The lower triangle L of a positive definite matrix A = L Lᵀ.
package struct CholeskyFactor: Sendable {
  private var lower: SymmetricMatrix
  /// The smallest squared element on the diagonal of L.
  private(set) var smallestPivot = Double.infinity

  /// `nil` where the matrix is not positive definite.
  package init?(_ matrix: SymmetricMatrix) {
    lower = matrix
    for row in 0..<matrix.size {
      for column in 0...row {
        var sum = matrix[row, column]
        for k in 0..<column { sum -= lower[row, k] * lower[column, k] }
        if column < row {
          lower[row, column] = sum / lower[column, column]
        } else {
          guard sum > 0, sum.isFinite else { return nil }
          smallestPivot = min(smallestPivot, sum)
          lower[row, row] = sum.squareRoot()
        }
      }
    }
  }

  /// The solution of L x = b.
  package func forward(_ right: [Double]) -> [Double] {
    var x = right
    for row in 0..<lower.size {
      for k in 0..<row { x[row] -= lower[row, k] * x[k] }
      x[row] /= lower[row, row]
    }
    return x
  }

  /// The solution of A x = b.
  package func solve(_ right: [Double]) -> [Double] {
    var x = forward(right)
    for row in (0..<lower.size).reversed() {
      for k in row + 1..<lower.size { x[row] -= lower[k, row] * x[k] }
      x[row] /= lower[row, row]
    }
    return x
  }
}
