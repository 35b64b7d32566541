import TradeTables

/// The covariance of streamed coefficients that needs residuals, from a second reading of the rows.
///
///     V = R⁻¹ M R⁻ᵀ       M from the scores a e z of the rows       z = R⁻ᵀ x,   h = zᵀz
///
/// `Covariance` lists what M is for each kind. The rows z are orthonormal columns but for rounding,
/// so that no square of the condition number enters. The residuals are found in twice the working
/// precision, from coefficients in twice the working precision, as in memory.
///
/// For clusters the sums of each are in memory, for a lag the scores of so many rows.
///
/// Reference: White (1980); MacKinnon & White (1985); Newey & West (1987); Cameron, Gelbach & Miller
/// (2011).
public struct StreamedCovariance: Sendable {
  private let fit: StreamedRegression.Fit
  private let kind: Covariance
  private let smallSample: SmallSample
  private var frame: StreamedFrame
  private var meat: Matrix
  private var clusters: ClusterSums
  /// The last scores, one row after the other, for products with those below.
  private var above: Matrix
  /// The first row whose leverage is one, counted from 0.
  private var exactRow: Int?

  /// A covariance of this kind, to which the rows that were fitted are added once more.
  ///
  /// `clusters` are columns, or several crossed such as `origin^destination`.
  public init(
    _ fit: StreamedRegression.Fit, _ kind: Covariance, clusters: [String] = [],
    smallSample: SmallSample = .standard
  ) throws(RegressionError) {
    self.fit = fit
    self.kind = kind
    self.smallSample = smallSample
    frame = try StreamedFrame(fit.formula, words: fit.words)
    meat = Matrix(rows: fit.rank, columns: fit.rank)
    above = Matrix(rows: 0, columns: fit.rank)
    self.clusters = ClusterSums(clusters, columns: fit.rank)
  }

  /// Adds the next rows, which are those of the fit in the same order.
  public mutating func add(_ table: Table) throws(RegressionError) {
    let part = try frame.next(table)
    guard !part.rows.isEmpty, fit.rank > 0 else { return }
    let scores = addedScores(of: part)
    switch kind {
    case .cluster: try clusters.add(scores, part)
    case .neweyWest: addLagged(scores)
    default: add(LAPACK.gram(scores, rows: 0..<scores.rows))
    }
  }

  /// The coefficients with the standard errors of the rows so far.
  public var estimates: Estimates {
    var errors = [Double?](repeating: nil, count: fit.coefficients.count)
    if let covariance = scaledCovariance {
      for (place, column) in fit.kept.enumerated() {
        let unit = fit.solution.scales[place] / fit.solution.responseScale
        let variance = covariance[place, place]
        errors[column] =
          variance >= 0 ? Regression.Fit.finite(variance.squareRoot() * unit) : nil
      }
    }
    return Estimates(
      names: fit.coefficients.map(\.name), values: fit.coefficients.map(\.estimate),
      standardErrors: errors,
      degreesOfFreedom: kind == .cluster ? fewest - 1 : fit.degreesOfFreedom)
  }

  /// Why there are no standard errors, in a sentence; `nil` where there are some.
  public var whyNoCovariance: String? {
    fit.whyNoCovariance(kind, clusters: clusters.counts, exactRow: exactRow)
  }

  private var fewest: Int { clusters.counts.map(\.count).min() ?? 1 }

  // MARK: Scores

  /// Rows a e z of the rows of a table.
  private mutating func addedScores(of part: StreamedFrame.Part) -> Matrix {
    let solution = fit.solution
    let x = scaled(part)
    let y = part.response.map { $0 * solution.responseScale }
    let residuals =
      x.subtractProduct(with: solution.scaledCoefficients, from: PairVector(y)).rounded
    var z = LAPACK.quotient(x.high, by: solution.triangle)
    let factors = factors(residuals, z, part)
    for column in 0..<z.columns {
      for row in 0..<z.rows { z.elements[column * z.rows + row] *= factors[row] }
    }
    return z
  }

  /// The columns that were kept, scaled.
  private func scaled(_ part: StreamedFrame.Part) -> PairMatrix {
    let places = Dictionary(
      part.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = part.matrix.rows
    func chosen(_ matrix: Matrix) -> Matrix {
      var result = Matrix(rows: rows, columns: fit.rank)
      for (place, column) in fit.kept.enumerated() {
        // A level that these rows do not have is zero in all of them.
        guard let source = places[fit.coefficients[column].name] else { continue }
        let scale = fit.solution.scales[place]
        for row in 0..<rows {
          result.elements[place * rows + row] = matrix.elements[source * rows + row] * scale
        }
      }
      return result
    }
    return PairMatrix(high: chosen(part.matrix), low: part.low.map(chosen))
  }

  /// a e, with a = (1 − h)^(−½) or (1 − h)⁻¹, which a row that is fitted exactly does not have.
  private mutating func factors(
    _ residuals: [Double], _ z: Matrix, _ part: StreamedFrame.Part
  ) -> [Double] {
    guard kind == .hc2 || kind == .hc3 else { return residuals }
    return residuals.indices.map { row in
      let h = (0..<z.columns).reduce(0.0) { $0 + z[row, $1] * z[row, $1] }
      guard !Sandwich.isExact(h) else {
        exactRow = exactRow ?? part.first + part.rows[row]
        return 0
      }
      return residuals[row] / (kind == .hc2 ? (1 - h).squareRoot() : 1 - h)
    }
  }

  // MARK: M

  private mutating func add(_ part: Matrix) {
    for place in meat.elements.indices { meat.elements[place] += part.elements[place] }
  }

  /// Γ₀ and the weighted Γ_l + Γ_lᵀ, of these rows with themselves and those above.
  private mutating func addLagged(_ scores: Matrix) {
    add(LAPACK.gram(scores, rows: 0..<scores.rows))
    let lag = self.lag
    let p = scores.columns
    let all = Matrix(columns: (0..<p).map { above.column($0) + scores.column($0) })
    let first = above.rows
    for distance in 1..<max(lag + 1, 1) {
      let weight = 1 - Double(distance) / (Double(lag) + 1)
      for j in 0..<p {
        for i in 0...j {
          var sum = 0.0
          for row in max(first, distance)..<max(all.rows, first, distance) {
            sum += all[row, i] * all[row - distance, j] + all[row, j] * all[row - distance, i]
          }
          meat[i, j] += weight * sum
        }
      }
    }
    let keep = min(lag, all.rows)
    above = Matrix(columns: (0..<p).map { Array(all.column($0).suffix(keep)) })
  }

  private var lag: Int {
    guard case .neweyWest(let lag) = kind else { return 0 }
    return max(0, min(lag ?? Sandwich.lag(fit.count), fit.count - 1))
  }

  // MARK: V

  /// V of the kept coefficients times their scales over that of the response.
  private var scaledCovariance: Matrix? {
    guard whyNoCovariance == nil, fit.rank > 0 else { return nil }
    let n = Double(fit.count)
    let degrees = Double(fit.degreesOfFreedom)
    switch kind {
    case .classical:
      var unit = Matrix(rows: fit.rank, columns: fit.rank)
      let scale = fit.solution.responseScale
      for k in 0..<fit.rank { unit[k, k] = fit.residualSumOfSquares * scale * scale / degrees }
      return bread(unit)
    case .hc1:
      return bread(meat.scaled(by: smallSample.contains(.parameters) ? n / degrees : 1))
    case .hc0, .hc2, .hc3, .neweyWest: return bread(meat)
    case .cluster:
      return clusters.meat(count: fit.count, degrees: fit.degreesOfFreedom, smallSample).map(bread)
    }
  }

  /// R⁻¹ M R⁻ᵀ; of M the upper triangle is read.
  private func bread(_ m: Matrix) -> Matrix {
    var half = Matrix(rows: fit.rank, columns: fit.rank)
    for column in 0..<fit.rank {
      let whole = (0..<fit.rank).map { m[min($0, column), max($0, column)] }
      let solved = LAPACK.solve(upper: fit.solution.triangle, whole)
      for row in 0..<fit.rank { half[column, row] = solved[row] }
    }
    var result = half
    for column in 0..<fit.rank {
      let solved = LAPACK.solve(upper: fit.solution.triangle, half.column(column))
      for row in 0..<fit.rank { result[row, column] = solved[row] }
    }
    return result
  }
}
