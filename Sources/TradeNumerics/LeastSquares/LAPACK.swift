import CLAPACK

/// The one place that calls LAPACK and BLAS.
///
/// Nothing above it sees a pointer or an `info` code. Arguments are finite and of matching size:
/// that is the caller's promise, so a negative `info` is a programmer's mistake and traps.
package enum LAPACK {
  /// One thread a call: concurrency is ours, over pieces of rows, and small problems only get
  /// slower with more threads.
  private static let setUp: Void = clapack_use_one_thread()

  /// Ends the threads that OpenBLAS starts on its own, which would turn round for a tenth of a second
  /// after the start of the program; otherwise the first call does it.
  package static func endThreads() { _ = setUp }

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

  /// R of A = Q R without pivoting, zero below its diagonal.
  static func upperTriangle(of matrix: Matrix) -> Matrix {
    var block = matrix.elements
    var work = [Double](repeating: 0, count: workSize(matrix.columns))
    triangularise(
      &block, rows: matrix.rows, columns: matrix.columns, stride: matrix.rows, work: &work)
    var triangle = Matrix(rows: matrix.columns, columns: matrix.columns)
    for column in 0..<matrix.columns {
      for row in 0..<min(column + 1, matrix.rows) {
        triangle[row, column] = block[column * matrix.rows + row]
      }
    }
    return triangle
  }

  /// Replaces a column-major block of rows by its triangle R, zero below it as far as the rows on
  /// top go, one for each column (`dgeqrf`).
  static func triangularise(
    _ block: UnsafeMutablePointer<Double>, rows: Int, columns: Int, stride: Int,
    work: UnsafeMutablePointer<Double>
  ) {
    _ = setUp
    let info = LAPACKE_dgeqrf_work(
      LAPACK_COL_MAJOR, Int32(rows), Int32(columns), block, Int32(stride), work, work + columns,
      Int32(64 * columns))
    precondition(info == 0, "dgeqrf refused its argument \(-info)")
    for column in 0..<columns {
      for row in column + 1..<max(min(rows, columns), column + 1) {
        block[column * stride + row] = 0
      }
    }
  }

  /// The numbers that `triangularise` needs to work with: `tau` and the workspace.
  static func workSize(_ columns: Int) -> Int { 65 * columns }

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

  /// A R⁻¹ for an upper triangle R without a zero on its diagonal (`dtrsm`).
  static func quotient(_ a: consuming Matrix, by upper: Matrix) -> Matrix {
    _ = setUp
    guard a.rows > 0, a.columns > 0 else { return a }
    cblas_dtrsm(
      CblasColMajor, CblasRight, CblasUpper, CblasNoTrans, CblasNonUnit, blasint(a.rows),
      blasint(a.columns), 1, upper.elements, blasint(upper.rows), &a.elements, blasint(a.rows))
    return a
  }

  /// The factors of Pᵀ A P = Uᵀ U of a symmetric matrix that may be singular (`dpstrf`).
  struct PivotedCholesky {
    /// U in the leading `rank` rows and columns; column-major.
    fileprivate(set) var factors: [Double]
    let order: Int
    let rank: Int
    /// Row and column `pivots[k]` of A is number k of Pᵀ A P.
    let pivots: [Int]
  }

  /// Factors the upper triangle of `matrix`; pivots below `tolerance` count as zero.
  static func pivotedCholesky(
    _ matrix: consuming [Double], order: Int, tolerance: Double
  ) -> PivotedCholesky {
    _ = setUp
    var factors = matrix
    var pivots = [Int32](repeating: 0, count: order)
    var rank: Int32 = 0
    let info = LAPACKE_dpstrf(
      LAPACK_COL_MAJOR, letter("U"), Int32(order), &factors, Int32(order), &pivots, &rank, tolerance
    )
    precondition(info >= 0, "dpstrf refused its argument \(-info)")
    return PivotedCholesky(
      factors: factors, order: order, rank: Int(rank), pivots: pivots.map { Int($0) - 1 })
  }

  /// Solves Uᵀ U x = b for `count` columns of the leading `rank` rows (`dpotrs`).
  static func solve(_ cholesky: PivotedCholesky, _ right: inout [Double], count: Int) {
    guard cholesky.rank > 0, count > 0 else { return }
    let info = LAPACKE_dpotrs(
      LAPACK_COL_MAJOR, letter("U"), Int32(cholesky.rank), Int32(count), cholesky.factors,
      Int32(cholesky.order), &right, Int32(cholesky.rank))
    precondition(info == 0, "dpotrs refused its argument \(-info)")
  }

  /// (Uᵀ U)⁻¹ in the upper triangle of the leading `rank` rows and columns (`dpotri`).
  static func inverse(_ cholesky: PivotedCholesky) -> [Double] {
    var inverse = cholesky.factors
    let info = LAPACKE_dpotri(
      LAPACK_COL_MAJOR, letter("U"), Int32(cholesky.rank), &inverse, Int32(cholesky.order))
    precondition(info == 0, "dpotri: argument \(-info) or a zero on the diagonal")
    return inverse
  }

  /// A B, or A Bᵀ (`dgemm`).
  static func product(_ a: Matrix, _ b: Matrix, transposed: Bool = false) -> Matrix {
    _ = setUp
    let (inner, columns) = transposed ? (b.columns, b.rows) : (b.rows, b.columns)
    precondition(a.columns == inner, "\(a.columns) columns times \(inner) rows")
    var result = Matrix(rows: a.rows, columns: columns)
    guard a.rows > 0, inner > 0, columns > 0 else { return result }
    cblas_dgemm(
      CblasColMajor, CblasNoTrans, transposed ? CblasTrans : CblasNoTrans, Int32(a.rows),
      Int32(columns), Int32(inner), 1, a.elements, Int32(a.rows), b.elements, Int32(b.rows), 0,
      &result.elements, Int32(a.rows))
    return result
  }

  /// Eigenvalues from the smallest and unit eigenvectors of a symmetric matrix, of which the upper
  /// triangle is read (`dsyevd`).
  ///
  /// `nil` where the iteration does not converge.
  static func symmetricEigen(_ matrix: Matrix) -> (values: [Double], vectors: Matrix)? {
    _ = setUp
    var vectors = matrix
    let n = Int32(matrix.rows)
    var values = [Double](repeating: 0, count: matrix.rows)
    let info = LAPACKE_dsyevd(
      LAPACK_COL_MAJOR, letter("V"), letter("U"), n, &vectors.elements, n, &values)
    precondition(info >= 0, "dsyevd refused its argument \(-info)")
    return info == 0 ? (values, vectors) : nil
  }

  private static func letter(_ letter: Unicode.Scalar) -> CChar { CChar(letter.value) }
}
