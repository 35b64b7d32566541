/// The coefficients b that make ‖y − X b‖ smallest.
///
///     X S P = Q R          S scales every column to largest element 1, P sorts them
///     b = S P R⁻¹ Qᵀ y     (XᵀX)⁻¹ = S P R⁻¹ R⁻ᵀ Pᵀ S
///
/// Householder QR with column pivoting, never the normal equations, which square the condition
/// number. A column that is a combination of columns before it is dropped and named.
///
/// Reference: Golub & Van Loan, *Matrix Computations*, 4th edition, sections 5.3 and 5.4.
public struct LeastSquares: Sendable {
  /// One number a column of X; `nil` where the column was dropped.
  public let coefficients: [Double?]
  /// The columns that were kept, in order.
  public let kept: [Int]
  /// The columns that columns before them explain, from left to right; empty at full rank.
  public let dropped: [Dependency]
  /// y − X b.
  public let residuals: [Double]
  private let solver: Solver

  /// A dropped column and the combination of kept columns that it equals.
  public struct Dependency: Sendable, Equatable {
    /// The place of the dropped column in X, from 0.
    public let column: Int
    /// Pairs of a kept column and its factor; empty where the column is all zero.
    public let combination: [Part]

    /// One column of a combination, with what it is multiplied by.
    public struct Part: Sendable, Equatable {
      /// The place of a kept column in X, from 0.
      public let column: Int
      /// What the kept column is multiplied by, never zero.
      public let factor: Double
    }
  }

  /// Solves the problem for a matrix of n rows and p columns and n responses, all finite.
  public init(_ x: Matrix, _ y: [Double]) {
    precondition(x.rows == y.count, "\(x.rows) rows but \(y.count) responses")
    let whole = Solver(x)
    let dependencies = whole.rank == x.columns ? [] : LeastSquares.dependencies(in: x)
    let names = Set(dependencies.map(\.column))
    kept = (0..<x.columns).filter { !names.contains($0) }
    dropped = dependencies
    solver = dependencies.isEmpty ? whole : Solver(x.selecting(columns: kept))

    let solution = solver.solve(y)
    var all = [Double?](repeating: nil, count: x.columns)
    for (index, column) in kept.enumerated() { all[column] = solution.coefficients[index] }
    coefficients = all
    residuals = solution.residuals
  }

  /// How many columns of X are independent of one another.
  public var rank: Int { kept.count }
  /// Σ e² of the residuals e, the smallest that any b can reach.
  public var residualSumOfSquares: Double { residuals.reduce(0) { $0 + $1 * $1 } }

  /// n − rank.
  public var degreesOfFreedom: Int { residuals.count - rank }

  /// √ diag (XᵀX)⁻¹ for each kept column: standard errors in units of the residual deviation.
  public var standardErrorFactors: [Double] {
    (0..<rank).map { column in
      var unit = [Double](repeating: 0, count: rank)
      unit[column] = 1
      return variance(of: unit).squareRoot()
    }
  }

  /// xᵀ (XᵀX)⁻¹ x: the variance of a fitted value at x, in units of the residual variance.
  ///
  /// `x` has one element for each kept column.
  public func variance(of x: [Double]) -> Double { solver.quadraticForm(x) }
}

extension LeastSquares {
  /// Walks the columns from left to right and finds those that the ones before them explain.
  private static func dependencies(in x: Matrix) -> [Dependency] {
    var kept: [Int] = []
    var found: [Dependency] = []
    for column in 0..<x.columns {
      let values = x.column(column)
      let size = values.reduce(0) { max($0, abs($1)) }
      guard size > 0 else {
        found.append(Dependency(column: column, combination: []))
        continue
      }
      guard Solver(x.selecting(columns: kept + [column])).rank == kept.count else {
        kept.append(column)
        continue
      }
      let factors =
        kept.isEmpty ? [] : Solver(x.selecting(columns: kept)).solve(values).coefficients
      found.append(
        Dependency(
          column: column,
          combination: zip(kept, factors)
            .map { Dependency.Part(column: $0, factor: $1) }
            .filter { part in
              let reach = x.column(part.column).reduce(0) { max($0, abs($1)) }
              return abs(part.factor) * reach > 1e-9 * size
            }))
    }
    return found
  }
}

/// The factorisation behind one least-squares problem.
private struct Solver: Sendable {
  let qr: LAPACK.PivotedQR
  let scales: [Double]
  let rank: Int

  init(_ x: Matrix) {
    var scaled = x
    var scales: [Double] = []
    for column in 0..<x.columns {
      let size = x.column(column).reduce(0) { max($0, abs($1)) }
      scales.append(size > 0 ? size : 1)
      for row in 0..<x.rows { scaled[row, column] /= scales[column] }
    }
    self.scales = scales
    guard x.rows > 0, x.columns > 0 else {
      qr = LAPACK.PivotedQR(factors: scaled, tau: [], pivots: [])
      rank = 0
      return
    }
    qr = LAPACK.pivotedQR(scaled)
    // A diagonal element this small is what rounding leaves of an exact zero.
    let factors = qr.factors
    let tolerance = Double(max(x.rows, x.columns, 50)) * Double.ulpOfOne * abs(factors[0, 0])
    rank = (0..<min(x.rows, x.columns)).prefix { abs(factors[$0, $0]) > tolerance }.count
  }

  /// Coefficients and residuals; the matrix has full column rank.
  func solve(_ y: [Double]) -> (coefficients: [Double], residuals: [Double]) {
    guard rank > 0 else { return ([], y) }
    var rotated = LAPACK.transposedQ(qr, times: y)
    let sorted = LAPACK.solve(upper: qr.factors, Array(rotated[..<rank]))
    var coefficients = [Double](repeating: 0, count: rank)
    for k in 0..<rank { coefficients[qr.pivots[k]] = sorted[k] / scales[qr.pivots[k]] }
    for k in 0..<rank { rotated[k] = 0 }
    return (coefficients, LAPACK.q(qr, times: rotated))
  }

  /// xᵀ (XᵀX)⁻¹ x = ‖R⁻ᵀ Pᵀ S x‖².
  func quadraticForm(_ x: [Double]) -> Double {
    guard rank > 0 else { return 0 }
    let sorted = qr.pivots.map { x[$0] / scales[$0] }
    return LAPACK.solve(upper: qr.factors, transposed: true, sorted).reduce(0) { $0 + $1 * $1 }
  }
}
