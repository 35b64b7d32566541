import Glibc
import TradeTables

/// Regression of values some of which are known as bounds only: Tobit and interval regression.
///
///     y = xᵀβ + σ e,  e normal       or  ln y = xᵀβ + σ e
///     ℓ = Σ ln f(y)                  over rows that are observed
///       + Σ ln P(lower < Y < upper)  over rows known to lie between bounds, one of them infinite
///                                    where the value is known as "more than" or "less than"
///
/// Maximum likelihood, by Newton's method in parameters in which ℓ is concave; standard errors come
/// from the observed information. σ has the divisor n, as maximum likelihood has it: without any
/// bound the coefficients are those of least squares and σ² is Σ e² / n.
///
///     let fit = try CensoredRegression(.logNormal).fit(
///       matrix: x, names: ["(intercept)", "year"], lower: [390, 540, 500], upper: [390, 540, .infinity])
///
/// Reference: Tobin, "Estimation of relationships for limited dependent variables",
/// *Econometrica* 26 (1958); Amemiya, *Advanced Econometrics* (1985), chapter 10.
public struct CensoredRegression: Sendable, Equatable {
  /// How values scatter about what the columns explain.
  public enum Distribution: String, Sendable, CaseIterable {
    /// Normally, by the same amount everywhere.
    case gaussian
    /// The logarithm normally, so by the same proportion everywhere; values are above zero.
    case logNormal = "log-normal"
  }

  /// How values scatter.
  public let distribution: Distribution

  /// A regression whose values scatter in that way.
  public init(_ distribution: Distribution) { self.distribution = distribution }

  /// Fits one row of the matrix to what is known of its value.
  ///
  /// Equal bounds are an observed value; an infinite `upper` says more than `lower`; a `lower` of −∞,
  /// or of 0 for a log-normal, says less than `upper`; otherwise the value lies between the two. The
  /// matrix holds its own column of ones if there is to be an intercept.
  public func fit(
    matrix: Matrix, names: [String], lower: [Double], upper: [Double]
  ) throws(CensoredRegressionError) -> Fit {
    precondition(names.count == matrix.columns, "\(names.count) names, \(matrix.columns) columns")
    precondition(
      lower.count == matrix.rows && upper.count == matrix.rows,
      "\(matrix.rows) rows, \(lower.count) lower and \(upper.count) upper bounds")
    let (observations, unit) = try observations(lower, upper)
    let counts = Fit.Counts(observations)
    try Self.check(matrix, names)
    guard counts.observed + counts.interval + min(counts.left, counts.right) > 0 else {
      throw counts.left > 0 ? .censoredOnOneSide(.left) : .censoredOnOneSide(.right)
    }

    let basis = OrthogonalColumns(matrix)
    let likelihood = CensoredLikelihood(
      design: basis.rowByRow, columns: matrix.columns, observations: observations)
    let start = basis.leastSquares(observations.map(\.representative))
    let square = start.residuals.reduce(0) { $0 + $1 * $1 } / Double(matrix.rows)
    let maximum: CensoredLikelihood.Maximum
    do throws(CensoredLikelihood.Failure) {
      maximum = try likelihood.maximum(
        from: .init(coefficients: start.coefficients, scale: max(square.squareRoot(), 1e-10)))
    } catch {
      throw Self.explained(error, names: names, matrix: matrix, basis: basis, counts: counts)
    }
    let fit = Fit(
      distribution: distribution, names: names, counts: counts, maximum: maximum, basis: basis,
      unit: unit, logJacobian: logJacobian(lower, upper))
    for coefficient in fit.coefficients {
      guard coefficient.estimate.isFinite, coefficient.standardError.isFinite,
        coefficient.standardError > 0
      else { throw .beyondRange(coefficient.name) }
    }
    return fit
  }
}

extension CensoredRegression {
  /// What is known of every row, in units of the largest bound, on the scale of the regression.
  private func observations(
    _ lower: [Double], _ upper: [Double]
  ) throws(CensoredRegressionError) -> ([CensoredTerm.Observation], unit: Double) {
    guard !lower.isEmpty else { throw .noRows }
    var bounds: [(lower: Double, upper: Double)] = []
    var unit = 0.0
    for row in lower.indices {
      let bound = try bound(lower[row], upper[row], row: row + 1)
      bounds.append(bound)
      for value in [bound.lower, bound.upper] where value.isFinite { unit = max(unit, abs(value)) }
    }
    if unit == 0 { unit = 1 }
    let observations: [CensoredTerm.Observation] = bounds.indices.map { row in
      let (low, high) = (bounds[row].lower / unit, bounds[row].upper / unit)
      if lower[row] == upper[row] { return .exact(low) }
      if high == .infinity { return .above(low) }
      if low == -.infinity { return .below(high) }
      return .between(low, width: width(lower[row], upper[row]) / unit)
    }
    return (observations, unit)
  }

  /// The bounds of one row on the scale of the regression.
  private func bound(
    _ lower: Double, _ upper: Double, row: Int
  ) throws(CensoredRegressionError) -> (lower: Double, upper: Double) {
    guard !lower.isNaN, !upper.isNaN else { throw .missingBound(row: row) }
    guard lower <= upper else { throw .reversed(row: row, lower: lower, upper: upper) }
    guard distribution == .logNormal else {
      guard lower.isFinite || upper.isFinite else { throw .noBound(row: row) }
      return (lower, upper)
    }
    guard upper > 0 else { throw .notPositive(row: row, bound: upper) }
    guard lower >= 0 || lower == -.infinity else { throw .notPositive(row: row, bound: lower) }
    guard (lower > 0 && lower.isFinite) || upper.isFinite else { throw .noBound(row: row) }
    return (lower > 0 ? log(lower) : -.infinity, log(upper))
  }

  /// The width of an interval on the scale of the regression, without cancellation.
  private func width(_ lower: Double, _ upper: Double) -> Double {
    distribution == .logNormal ? log1p((upper - lower) / lower) : upper - lower
  }

  /// Σ ln |d(ln y)/dy| over the observed rows: what turns a density of ln y into one of y.
  private func logJacobian(_ lower: [Double], _ upper: [Double]) -> Double {
    guard distribution == .logNormal else { return 0 }
    return zip(lower, upper).reduce(0) { $1.0 == $1.1 ? $0 - log($1.0) : $0 }
  }

  private static func check(
    _ matrix: Matrix, _ names: [String]
  ) throws(CensoredRegressionError) {
    if let place = matrix.elements.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(row: place % matrix.rows + 1, column: names[place / matrix.rows])
    }
    let zeros = [Double](repeating: 0, count: matrix.rows)
    if let dependency = LeastSquares(matrix, zeros).dropped.first {
      throw .dependent(
        names[dependency.column], on: dependency.combination.map { names[$0.column] })
    }
  }

  private static func explained(
    _ failure: CensoredLikelihood.Failure, names: [String], matrix: Matrix,
    basis: OrthogonalColumns, counts: Fit.Counts
  ) -> CensoredRegressionError {
    switch failure {
    case .notConverged(let iterations): return .notConverged(iterations: iterations)
    case .scaleVanishes, .scaleGrows:
      guard counts.observed + counts.interval > 0 else { return .noObservedValue }
      if case .scaleVanishes = failure { return .scaleVanishes }
      return .scaleGrows
    case .flat(let direction):
      let effects = basis.original(direction).enumerated().map { column, coefficient in
        abs(coefficient) * matrix.column(column).reduce(0) { max($0, abs($1)) }
      }
      let largest = effects.reduce(0, max)
      let column = effects.firstIndex { $0 > 0.999 * largest } ?? 0
      return .noFiniteCoefficient(names[column])
    }
  }
}
