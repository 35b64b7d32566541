/// Linear regression of a quantile, with a ridge that keeps small samples calm.
///
///     minimise  Σ w ρ(y − xᵀb) + ½ λ W Σ bⱼ² xⱼ²       ρ(e) = e (p − [e < 0])
///
/// W is Σ w and xⱼ² the weighted mean square of a column, so that λ does not see their units, only
/// that of y; the last column, the constant, is not held back. For p = ½ it is the regression of
/// least absolute deviations. The minimum is found by iteratively reweighted least squares,
/// w ρ(e) = q e² with q = w |p − [e < 0]| / |e|, where |e| below a hundredth of the mean size of y,
/// or of ten times the median size where that is less, counts as that.
///
/// Reference: Koenker & Bassett, "Regression quantiles", *Econometrica* 46 (1978); Schlossmacher,
/// "An iterative technique for absolute deviations curve fitting", *Journal of the American
/// Statistical Association* 68 (1973), for the weights.
public struct QuantileRegression: Sendable {
  /// b, one a column.
  public let coefficients: [Double]

  /// Fits one quantile; rows of x, y and weights correspond, there is one, and all are finite.
  ///
  /// The weights are above zero, the last column of x is the constant and λ is above zero, so that
  /// an answer exists for any columns.
  public init(
    _ x: Matrix, _ y: [Double], weights: [Double], probability: Double, ridge: Double
  ) {
    precondition(x.rows == y.count && y.count == weights.count, "rows that do not correspond")
    precondition(probability > 0 && probability < 1, "a quantile at \(probability)")
    precondition(ridge > 0, "a ridge of \(ridge)")
    let total = weights.reduce(0, +)
    let scales = Self.scales(x, weights, total)
    let smallest = max(Self.usualSize(y, weights, total) / 100, .leastNormalMagnitude)

    var b = Self.solution(x, y, weights, scales, penalty: ridge * total)
    var before = Double.infinity
    for _ in 0..<Self.roundLimit {
      let errors = Self.errors(x, y, b)
      let loss = zip(errors, weights).reduce(0) { sum, pair in
        sum + pair.1 * pair.0 * (pair.0 < 0 ? probability - 1 : probability)
      }
      guard abs(before - loss) > 1e-6 * loss else { break }
      before = loss
      let reweighted = zip(errors, weights).map { error, weight in
        weight * (error < 0 ? 1 - probability : probability) / max(abs(error), smallest)
      }
      b = Self.solution(x, y, reweighted, scales, penalty: ridge * total)
    }
    coefficients = b
  }

  private static let roundLimit = 60
  private static let blockSize = 2048

  /// The mean size of y, of which a few enormous values must not decide: with errors of their size
  /// taken for small, the answer would be that of least squares.
  private static func usualSize(_ y: [Double], _ weights: [Double], _ total: Double) -> Double {
    let mean = zip(y, weights).reduce(0) { $0 + abs($1.0) * $1.1 } / total
    let middle = y.map(abs).sorted()[y.count / 2]
    return middle > 0 ? min(mean, 10 * middle) : mean
  }

  /// The root mean square of each column; 1 of a column of zeros.
  private static func scales(_ x: Matrix, _ weights: [Double], _ total: Double) -> [Double] {
    (0..<x.columns).map { column in
      var sum = 0.0
      for row in 0..<x.rows {
        let value = x.elements[column * x.rows + row]
        sum += weights[row] * value * value
      }
      return sum > 0 ? (sum / total).squareRoot() : 1
    }
  }

  private static func errors(_ x: Matrix, _ y: [Double], _ b: [Double]) -> [Double] {
    var errors = y
    for column in 0..<x.columns where b[column] != 0 {
      let start = column * x.rows
      for row in 0..<x.rows { errors[row] -= x.elements[start + row] * b[column] }
    }
    return errors
  }

  /// Weighted least squares with the ridge, on columns of scale one.
  private static func solution(
    _ x: Matrix, _ y: [Double], _ weights: [Double], _ scales: [Double], penalty: Double
  ) -> [Double] {
    let roots = weights.map { $0.squareRoot() }
    let weighted = zip(weights, y).map { $0 * $1 }
    let factors = scales.map { 1 / $0 }
    // Some rows at a time, so that what is written stays in the cache until it is multiplied.
    var scaled = Matrix(rows: min(x.rows, blockSize), columns: x.columns)
    var gram = Matrix(rows: x.columns, columns: x.columns)
    var right = [Double](repeating: 0, count: x.columns)
    for first in stride(from: 0, to: x.rows, by: blockSize) {
      let rows = first..<min(first + blockSize, x.rows)
      for column in 0..<x.columns {
        let (start, place) = (column * x.rows, column * scaled.rows - first)
        var sum = 0.0
        for row in rows {
          let value = x.elements[start + row] * factors[column]
          scaled.elements[place + row] = value * roots[row]
          sum += value * weighted[row]
        }
        right[column] += sum
      }
      let part = LAPACK.gram(scaled, rows: 0..<rows.count)
      for place in gram.elements.indices { gram.elements[place] += part.elements[place] }
    }
    for column in 0..<x.columns {
      let last = column == x.columns - 1
      // The constant has a ridge of rounding size only, for the case that nothing varies.
      gram[column, column] += last ? 1e-9 * gram[column, column] : penalty
    }
    guard let factor = LAPACK.cholesky(gram) else {
      return [Double](repeating: 0, count: x.columns)
    }
    let z = LAPACK.solve(upper: factor, LAPACK.solve(upper: factor, transposed: true, right))
    return zip(z, scales).map { $0 / $1 }
  }
}
