/// Least squares by Householder reflections with column pivoting, all of Q kept, and refinement of
/// the augmented system.
///
///     ⎡ I   X ⎤ ⎡ r ⎤   ⎡ y ⎤
///     ⎣ Xᵀ  0 ⎦ ⎣ b ⎦ = ⎣ d ⎦        d = 0 for least squares
///
/// A step computes what both equations lack in twice the working precision, f = y − r − X b and
/// g = d − Xᵀ r, and solves for corrections with the factors at hand, X P = Q R:
///
///     u = R⁻ᵀ Pᵀ g      (h₁, h₂) = Qᵀ f      δb = P R⁻¹ (h₁ − u)      δr = Q (u, h₂)
///
/// It converges as long as the condition number times the working precision is below one, where the
/// normal equations would need its square. X stands for the matrix with its columns scaled by powers
/// of two, which loses nothing.
///
/// Reference: Björck, "Iterative refinement of linear least squares solutions I", *BIT* 7 (1967).
struct HouseholderSolver: LeastSquaresSolver {
  let rank: Int
  let conditionNumber: Double
  let rowEquivalent: Matrix
  var weakest: Int { qr.pivots.last ?? 0 }
  private let x: PairMatrix
  private let scales: [Double]
  private let qr: LAPACK.PivotedQR

  /// Factorises a matrix; a triangle stands for one of so many `rows`, and has its columns' `scales`.
  init(_ matrix: PairMatrix, rows: Int? = nil, scales: [Double]? = nil) {
    rowEquivalent = matrix.high
    self.scales = scales ?? matrix.scales
    x = matrix.scaled(by: self.scales)
    guard x.rows > 0, x.columns > 0 else {
      qr = LAPACK.PivotedQR(factors: x.high, tau: [], pivots: [])
      (rank, conditionNumber) = (0, 1)
      return
    }
    qr = LAPACK.pivotedQR(x.high)
    let factors = qr.factors
    let tolerance =
      LeastSquares.rankTolerance(rows: rows ?? x.rows, columns: x.columns) * abs(factors[0, 0])
    rank = (0..<min(x.rows, x.columns)).prefix { abs(factors[$0, $0]) > tolerance }.count
    conditionNumber =
      rank == x.columns ? LAPACK.conditionNumber(upper: factors, order: rank) : .infinity
  }

  func solve(_ y: [Double]) -> (coefficients: [Double], residuals: PairVector) {
    let solution = refined(top: y, bottom: [Double](repeating: 0, count: rank))
    return (zip(solution.b.rounded, scales).map { $0 * $1 }, solution.r)
  }

  /// Solves the augmented system for any right-hand side.
  private func refined(top: [Double], bottom: [Double]) -> (r: PairVector, b: PairVector) {
    var r = PairVector(zeros: top.count)
    var b = PairVector(zeros: rank)
    guard rank > 0 else { return (PairVector(top), b) }
    var last = Double.infinity
    // The first step is the plain solution; each further one must halve the correction at least.
    for _ in 0..<12 {
      var lack = x.subtractProduct(with: b, from: PairVector(top))
      lack.subtract(r)
      var imbalance = PairVector(bottom)
      imbalance.subtract(x.transposedProduct(with: r))
      let correction = corrections(f: lack.rounded, g: imbalance.rounded)
      let size = correction.b.reduce(0) { max($0, abs($1)) }
      guard size.isFinite, size < 0.5 * last else { break }
      r.add(correction.r)
      b.add(correction.b)
      last = size
      if size == 0 { break }
    }
    return (r, b)
  }

  private func corrections(f: [Double], g: [Double]) -> (r: [Double], b: [Double]) {
    let u = LAPACK.solve(upper: qr.factors, transposed: true, qr.pivots.map { g[$0] })
    let h = LAPACK.transposedQ(qr, times: f)
    let z = LAPACK.solve(upper: qr.factors, zip(h, u).map { $0 - $1 })
    return (LAPACK.q(qr, times: u + h[rank...]), unsorted(z))
  }

  /// Pᵀ undone: places in the order of the columns.
  private func unsorted(_ sorted: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: rank)
    for k in 0..<rank { result[qr.pivots[k]] = sorted[k] }
    return result
  }

  /// With y = 0 and d = −e, b is the column (XᵀX)⁻¹ e, refined like any other solution.
  var standardErrorFactors: [Double] {
    let zeros = [Double](repeating: 0, count: x.rows)
    return (0..<rank).map { column in
      var unit = [Double](repeating: 0, count: rank)
      unit[column] = -1
      let diagonal = refined(top: zeros, bottom: unit).b
      return (diagonal.high[column] + diagonal.low[column]).squareRoot() * scales[column]
    }
  }

  func halfSolve(_ v: [Double]) -> [Double] {
    LAPACK.solve(upper: qr.factors, transposed: true, qr.pivots.map { v[$0] * scales[$0] })
  }

  func solveGram(_ v: [Double]) -> [Double] {
    zip(unsorted(LAPACK.solve(upper: qr.factors, halfSolve(v))), scales).map { $0 * $1 }
  }
}
