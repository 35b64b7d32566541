import CLAPACK

/// The one place that calls LAPACK and BLAS.
///
/// Nothing above it sees a pointer or an `info` code. Arguments are finite and of matching size:
/// that is the caller's promise, so a negative `info` is a programmer's mistake and traps.
enum LAPACK {
  /// One thread a call: concurrency is ours, over pieces of rows, and small problems only get
  /// slower with more threads.
  private static let setUp: Void = openblas_set_num_threads(1)

  /// The factors of A P = Q R by Householder reflections with column pivoting (`dgeqp3`).
  struct PivotedQR: Sendable {
    /// R in the upper triangle, the reflectors below it.
    let factors: Matrix
    /// The factors of the reflectors.
    let tau: [Double]
    /// Column `pivots[k]` of A is column k of A P.
    let pivots: [Int]
  }

  static func pivotedQR(_ matrix: Matrix) -> PivotedQR {
    _ = setUp
    var factors = matrix
    var pivots = [Int32](repeating: 0, count: matrix.columns)
    var tau = [Double](repeating: 0, count: min(matrix.rows, matrix.columns))
    let info = LAPACKE_dgeqp3(
      LAPACK_COL_MAJOR, Int32(matrix.rows), Int32(matrix.columns), &factors.elements,
      Int32(matrix.rows), &pivots, &tau)
    precondition(info == 0, "dgeqp3 refused its argument \(-info)")
    return PivotedQR(factors: factors, tau: tau, pivots: pivots.map { Int($0) - 1 })
  }

  /// R of A = Q R without pivoting, in the upper triangle of the first rows (`dgeqrf`).
  static func upperTriangle(of matrix: Matrix) -> Matrix {
    _ = setUp
    var factors = matrix
    var tau = [Double](repeating: 0, count: min(matrix.rows, matrix.columns))
    let info = LAPACKE_dgeqrf(
      LAPACK_COL_MAJOR, Int32(matrix.rows), Int32(matrix.columns), &factors.elements,
      Int32(matrix.rows), &tau)
    precondition(info == 0, "dgeqrf refused its argument \(-info)")
    var triangle = Matrix(rows: matrix.columns, columns: matrix.columns)
    for column in 0..<matrix.columns {
      for row in 0...column where row < matrix.rows { triangle[row, column] = factors[row, column] }
    }
    return triangle
  }

  /// The upper triangle of XᵀX for some rows of a matrix (`dsyrk`).
  static func gram(_ matrix: Matrix, rows: Range<Int>) -> Matrix {
    _ = setUp
    let p = matrix.columns
    var product = Matrix(rows: p, columns: p)
    matrix.elements.withUnsafeBufferPointer { x in
      guard let x = x.baseAddress else { return }
      cblas_dsyrk(
        CblasColMajor, CblasUpper, CblasTrans, blasint(p), blasint(rows.count), 1,
        x + rows.lowerBound, blasint(matrix.rows), 0, &product.elements, blasint(p))
    }
    return product
  }

  /// R of A = Rᵀ R for a positive definite A, of which the upper triangle is read (`dpotrf`).
  ///
  /// `nil` where A is not positive definite to working precision.
  static func cholesky(_ matrix: Matrix) -> Matrix? {
    _ = setUp
    var factor = matrix
    let n = Int32(matrix.rows)
    let info = LAPACKE_dpotrf(LAPACK_COL_MAJOR, letter("U"), n, &factor.elements, n)
    precondition(info >= 0, "dpotrf refused its argument \(-info)")
    guard info == 0 else { return nil }
    for column in 0..<matrix.columns {
      for row in (column + 1)..<max(matrix.rows, column + 1) { factor[row, column] = 0 }
    }
    return factor
  }

  /// An estimate of ‖R‖₁ ‖R⁻¹‖₁ for the leading upper triangle of that order (`dtrcon`).
  static func conditionNumber(upper factors: Matrix, order: Int) -> Double {
    guard order > 0 else { return 1 }
    var reciprocal = 0.0
    let info = LAPACKE_dtrcon(
      LAPACK_COL_MAJOR, letter("1"), letter("U"), letter("N"), Int32(order), factors.elements,
      Int32(factors.rows), &reciprocal)
    precondition(info == 0, "dtrcon refused its argument \(-info)")
    return reciprocal > 0 ? 1 / reciprocal : .infinity
  }

  /// Qᵀ y (`dormqr`).
  static func transposedQ(_ qr: PivotedQR, times vector: [Double]) -> [Double] {
    apply(qr, to: vector, transposed: "T")
  }

  /// Q y (`dormqr`).
  static func q(_ qr: PivotedQR, times vector: [Double]) -> [Double] {
    apply(qr, to: vector, transposed: "N")
  }

  private static func apply(
    _ qr: PivotedQR, to vector: [Double], transposed: Unicode.Scalar
  ) -> [Double] {
    precondition(vector.count == qr.factors.rows, "a vector of \(vector.count) elements")
    var result = vector
    let info = LAPACKE_dormqr(
      LAPACK_COL_MAJOR, letter("L"), letter(transposed), Int32(vector.count), 1,
      Int32(qr.tau.count), qr.factors.elements, Int32(qr.factors.rows), qr.tau, &result,
      Int32(vector.count))
    precondition(info == 0, "dormqr refused its argument \(-info)")
    return result
  }

  /// The solution of R x = b, or of Rᵀ x = b, for the leading upper triangle R (`dtrtrs`).
  static func solve(
    upper factors: Matrix, transposed: Bool = false, _ right: [Double]
  ) -> [Double] {
    guard !right.isEmpty else { return [] }
    var solution = right
    let info = LAPACKE_dtrtrs(
      LAPACK_COL_MAJOR, letter("U"), letter(transposed ? "T" : "N"), letter("N"),
      Int32(right.count), 1, factors.elements, Int32(factors.rows), &solution,
      Int32(right.count))
    precondition(info == 0, "dtrtrs: argument \(-info) or a zero on the diagonal")
    return solution
  }

  private static func letter(_ letter: Unicode.Scalar) -> CChar { CChar(letter.value) }
}
