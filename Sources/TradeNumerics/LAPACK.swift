import CLAPACK

/// The one place that calls LAPACK.
///
/// Nothing above it sees a pointer or an `info` code. Arguments are finite and of matching size:
/// that is the caller's promise, so a negative `info` is a programmer's mistake and traps.
enum LAPACK {
  /// One thread a call: the problems here are small, and two threads make them slower.
  private static let setUp: Void = openblas_set_num_threads(1)

  /// The factors of A P = Q R by Householder reflections with column pivoting (`dgeqp3`).
  struct PivotedQR {
    /// R in the upper triangle, the reflectors below it; column-major.
    let factors: Matrix
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
      LAPACK_COL_MAJOR, side("L"), side(transposed), Int32(vector.count), 1,
      Int32(qr.tau.count), qr.factors.elements, Int32(qr.factors.rows), qr.tau, &result,
      Int32(vector.count))
    precondition(info == 0, "dormqr refused its argument \(-info)")
    return result
  }

  /// The solution of R x = b, or of Rᵀ x = b, for the leading upper triangle R (`dtrtrs`).
  static func solve(
    upper factors: Matrix, transposed: Bool = false, _ right: [Double]
  ) -> [Double] {
    var solution = right
    let info = LAPACKE_dtrtrs(
      LAPACK_COL_MAJOR, side("U"), side(transposed ? "T" : "N"), side("N"), Int32(right.count), 1,
      factors.elements, Int32(factors.rows), &solution, Int32(right.count))
    precondition(info == 0, "dtrtrs: argument \(-info) or a zero on the diagonal")
    return solution
  }

  private static func side(_ letter: Unicode.Scalar) -> CChar { CChar(letter.value) }
}
