/// The eigenvalues and eigenvectors of a symmetric matrix.
///
///     A = V Λ Vᵀ        V orthogonal, Λ diagonal
///
/// By divide and conquer on the tridiagonal form. The sign of an eigenvector is arbitrary; whoever
/// shows one fixes it by a rule of the subject.
///
/// Reference: Golub & Van Loan, *Matrix Computations*, 4th edition (2013), section 8.4.
public struct SymmetricEigen: Sendable, Equatable {
  /// The eigenvalues, largest first.
  public let values: [Double]
  /// Column k is the unit eigenvector of value k.
  public let vectors: Matrix

  /// Decomposes a square matrix of finite numbers, of which the upper triangle is read.
  ///
  /// `nil` where the iteration does not converge.
  public init?(_ matrix: Matrix) {
    precondition(matrix.rows == matrix.columns, "\(matrix.rows) × \(matrix.columns)")
    precondition(matrix.elements.allSatisfy(\.isFinite), "a matrix with infinite elements")
    guard matrix.rows > 0 else {
      (values, vectors) = ([], matrix)
      return
    }
    guard let (values, vectors) = LAPACK.symmetricEigen(matrix) else { return nil }
    self.values = values.reversed()
    self.vectors = vectors.selecting(columns: Array((0..<matrix.columns).reversed()))
  }
}

extension Matrix {
  /// The product with the transpose of another matrix, A Bᵀ.
  public func timesTransposed(_ other: Matrix) -> Matrix {
    LAPACK.product(self, other, transposed: true)
  }

  /// The product with another matrix, A B.
  public func times(_ other: Matrix) -> Matrix { LAPACK.product(self, other) }

  /// Rows as columns.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for column in 0..<columns {
      for row in 0..<rows { result[column, row] = self[row, column] }
    }
    return result
  }
}
