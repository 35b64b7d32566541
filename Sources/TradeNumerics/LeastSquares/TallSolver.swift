/// Least squares for many more rows than columns: R alone is kept, and rows are read in pieces.
///
///     well conditioned:  R from the Cholesky factor of S XᵀX S
///     otherwise:         R from Householder reflections of pieces of rows, stacked and reduced
///
/// Either way b is refined with residuals in twice the working precision:
///
///     δb = S R⁻¹ R⁻ᵀ S Xᵀ (y − X b)
///
/// A step shrinks the error by the square of the condition number times the precision of R, which
/// is why Cholesky is only trusted where the number is small.
///
/// Reference: Björck, "Stability analysis of the method of seminormal equations for linear least
/// squares problems", *Linear Algebra and its Applications* 88 (1987).
struct TallSolver: LeastSquaresSolver {
  let rank: Int
  let conditionNumber: Double
  private let x: PairMatrix
  private let scales: [Double]
  private let r: Matrix
  /// Stands in where seminormal equations do not converge.
  private let fallback: HouseholderSolver?

  /// R in the columns' own units, so that combinations are those of the columns.
  var rowEquivalent: Matrix {
    var triangle = r
    for column in 0..<r.columns { triangle.scale(column, by: 1 / scales[column]) }
    return triangle
  }
  let weakest: Int

  /// The condition number up to which Cholesky keeps ten digits of the standard errors.
  static let choleskyLimit = 300.0
  /// The condition number up to which the steps converge quickly.
  static let seminormalLimit = 1e6

  init(_ x: PairMatrix) {
    self.x = x
    scales = x.scales
    let p = x.columns
    if let factor = LAPACK.cholesky(Self.scaledGram(x.high, scales)) {
      let condition = LAPACK.conditionNumber(upper: factor, order: p)
      if condition < Self.choleskyLimit {
        (r, rank, conditionNumber, fallback) = (factor, p, condition, nil)
        weakest = 0
        return
      }
    }
    let triangle = Self.triangle(of: x.high, scales)
    let small = HouseholderSolver(PairMatrix(high: triangle, low: nil), rows: x.rows)
    let needsQ = small.rank == p && !(small.conditionNumber <= Self.seminormalLimit)
    let whole = needsQ ? HouseholderSolver(x) : small
    (r, rank, conditionNumber) = (triangle, whole.rank, whole.conditionNumber)
    weakest = whole.weakest
    fallback = needsQ ? whole : nil
  }

  func solve(_ y: [Double]) -> (coefficients: [Double], residuals: PairVector) {
    if let fallback { return fallback.solve(y) }
    var b = PairVector(zeros: rank)
    var residuals = PairVector(y)
    var last = Double.infinity
    for _ in 0..<8 {
      let gradient = x.transposedProduct(with: residuals).rounded
      let correction = solveGram(gradient)
      let size = zip(correction, scales).reduce(0) { max($0, abs($1.0 / $1.1)) }
      guard size.isFinite, size < 0.5 * last else { break }
      b.add(correction)
      residuals = x.subtractProduct(with: b, from: PairVector(y))
      let reach = zip(b.high, scales).reduce(0) { max($0, abs($1.0 / $1.1)) }
      // Errors shrink at a steady rate: what the next step would bring is known before it is taken.
      let rate = last.isFinite ? size / last : 1
      last = size
      if size * rate <= 1e-17 * reach { break }
    }
    return (b.rounded, residuals)
  }

  var standardErrorFactors: [Double] {
    if let fallback { return fallback.standardErrorFactors }
    return (0..<rank).map { column in
      var unit = [Double](repeating: 0, count: rank)
      unit[column] = 1
      let half = LAPACK.solve(upper: r, transposed: true, unit)
      return half.reduce(0) { $0 + $1 * $1 }.squareRoot() * scales[column]
    }
  }

  func halfSolve(_ x: [Double]) -> [Double] {
    LAPACK.solve(upper: r, transposed: true, zip(x, scales).map { $0 * $1 })
  }

  func solveGram(_ v: [Double]) -> [Double] {
    zip(LAPACK.solve(upper: r, halfSolve(v)), scales).map { $0 * $1 }
  }

  // MARK: Factors

  /// The upper triangle of S XᵀX S, summed over pieces of rows.
  private static func scaledGram(_ x: Matrix, _ scales: [Double]) -> Matrix {
    let parts = Pieces(x.rows, of: 1 << 14).map { LAPACK.gram(x, rows: $0) }
    var total = Matrix(rows: x.columns, columns: x.columns)
    for part in parts {
      for index in total.elements.indices { total.elements[index] += part.elements[index] }
    }
    for column in 0..<x.columns {
      for row in 0...column { total[row, column] *= scales[row] * scales[column] }
    }
    return total
  }

  /// R of X S.
  private static func triangle(of x: Matrix, _ scales: [Double]) -> Matrix {
    TallTriangle.reduced(rows: x.rows, columns: x.columns) { rows, block, stride in
      x.elements.withUnsafeBufferPointer { elements in
        for column in 0..<x.columns {
          let source = column * x.rows + rows.lowerBound
          for row in 0..<rows.count {
            block[column * stride + row] = elements[source + row] * scales[column]
          }
        }
      }
    }
  }
}
