import Glibc
import TradeTables

extension Regression {
  /// What ordinary least squares found in one table.
  ///
  /// A statistic that the data leaves undefined (a standard error without degrees of freedom, an R²
  /// without variation) is `nil`; `notes` says why.
  public struct Fit: Sendable {
    /// The formula that was fitted.
    public let formula: Formula
    /// One for each term of the formula, the intercept first; dropped terms are among them.
    public let coefficients: [Coefficient]
    /// Rows with every value that the formula needs: n.
    public let count: Int
    /// Rows left out because a value was missing.
    public let missing: Int
    /// The solution with its residuals and dropped columns, for further calculation.
    public let leastSquares: LeastSquares
    /// Σ e², and zero where the fit is exact to the last digit of the responses.
    public let residualSumOfSquares: Double
    /// Σ (y − ȳ)², or Σ y² without an intercept.
    public let totalSumOfSquares: Double
    /// The rows and columns that were fitted.
    public let frame: ModelFrame

    init(_ frame: ModelFrame) {
      self.frame = frame
      formula = frame.formula
      missing = frame.missing
      // An offset is a part of the response that needs no coefficient.
      let y = frame.offset.map { zip(frame.response, $0).map { $0 - $1 } } ?? frame.response
      count = y.count
      leastSquares = LeastSquares(frame.matrix, y, low: frame.low)

      let mean = y.reduce(0, +) / Double(y.count)
      let centre = formula.hasIntercept ? mean : 0
      totalSumOfSquares =
        formula.hasIntercept && y.allSatisfy { $0 == y[0] }
        ? 0 : y.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }

      let degrees = leastSquares.degreesOfFreedom
      residualSumOfSquares = Fit.squares(leastSquares, y)
      coefficients = Coefficient.all(
        frame.names, leastSquares.coefficients, kept: leastSquares.kept,
        factors: leastSquares.standardErrorFactors,
        residualSumOfSquares: residualSumOfSquares, degreesOfFreedom: degrees)
    }
  }

  /// One term with its estimate.
  public struct Coefficient: Sendable, Equatable {
    /// The term as the formula prints it, or `(intercept)`.
    public let name: String
    /// `nil` where the term was dropped as a combination of others.
    public let estimate: Double?
    /// s √ diag (XᵀX)⁻¹ of this term; `nil` for a dropped term or without degrees of freedom.
    public let standardError: Double?
    /// Degrees of freedom of `t`, the n − rank of the whole fit.
    public let degreesOfFreedom: Int

    /// estimate / standard error.
    public var t: Double? { alone.t[0] }

    /// P(|T| > |t|) if the true value were zero.
    public var p: Double? { alone.p[0] }

    /// The confidence interval of that probability.
    public func interval(level: Double) -> ClosedRange<Double>? { alone.intervals(level: level)[0] }

    private var alone: Estimates {
      Estimates(
        names: [name], values: [estimate], standardErrors: [standardError],
        degreesOfFreedom: degreesOfFreedom)
    }
  }
}

extension Regression.Coefficient {
  /// The coefficients of a fit, `factors` being √ diag (XᵀX)⁻¹ of those that are kept.
  static func all(
    _ names: [String], _ estimates: [Double?], kept: [Int], factors: [Double],
    residualSumOfSquares: Double, degreesOfFreedom: Int
  ) -> [Regression.Coefficient] {
    let sigma =
      degreesOfFreedom > 0
      ? (residualSumOfSquares / Double(degreesOfFreedom)).squareRoot() : nil
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    return names.enumerated().map { index, name in
      Regression.Coefficient(
        name: name, estimate: estimates[index].flatMap(Regression.Fit.finite),
        standardError: places[index].flatMap { place in
          sigma.flatMap { Regression.Fit.finite($0 * factors[place]) }
        },
        degreesOfFreedom: degreesOfFreedom)
    }
  }
}

extension Regression.Fit {
  /// A number that doubles can hold, or `nil`.
  static func finite(_ number: Double) -> Double? { number.isFinite ? number : nil }

  /// Σ e², and zero where it is no more than what the rounding of the responses leaves of zero.
  private static func squares(_ leastSquares: LeastSquares, _ y: [Double]) -> Double {
    let rounding = Double(y.count) * Double.ulpOfOne
    let size = y.reduce(0) { $0 + (rounding * $1) * (rounding * $1) }
    return leastSquares.residualSumOfSquares > size ? leastSquares.residualSumOfSquares : 0
  }
}

extension Regression.Fit {
  /// The coefficients with the standard errors of a covariance; no refit is needed.
  ///
  /// `clusters` are factors on the rows that were used, as `frame.factor` makes them. Degrees of
  /// freedom are n − rank, and with clusters the smallest number of clusters less one.
  public func estimates(
    _ kind: Covariance = .classical, clusters: [Factor] = [], smallSample: SmallSample = .standard
  ) -> Estimates {
    var errors = coefficients.map(\.standardError)
    if kind != .classical {
      let scaled = scaledCovariance(kind, clusters, smallSample)
      errors = errors.map { _ in nil }
      for (place, column) in leastSquares.kept.enumerated() {
        errors[column] = scaled.flatMap { scaled in
          let variance = scaled.matrix[place, place]
          return variance >= 0 ? Self.finite(variance.squareRoot() * scaled.units[place]) : nil
        }
      }
    }
    return Estimates(
      names: coefficients.map(\.name), values: coefficients.map(\.estimate),
      standardErrors: errors,
      degreesOfFreedom: inferenceDegrees(kind, clusters: clusters))
  }

  /// The covariance of the kept coefficients, in the order of `leastSquares.kept`.
  ///
  /// `nil` where it is undefined: `whyNoCovariance` says why.
  public func covariance(
    _ kind: Covariance, clusters: [Factor] = [], smallSample: SmallSample = .standard
  ) -> Matrix? {
    scaledCovariance(kind, clusters, smallSample).map { scaled in
      var matrix = scaled.matrix
      for row in scaled.units.indices {
        for column in scaled.units.indices {
          matrix[row, column] *= scaled.units[row] * scaled.units[column]
        }
      }
      return matrix
    }
  }

  /// The covariance of the coefficients, each in its own unit, which is a power of two.
  ///
  /// A variance may be beyond the largest number where its root and ratios to it are not.
  private func scaledCovariance(
    _ kind: Covariance, _ clusters: [Factor], _ smallSample: SmallSample
  ) -> (matrix: Matrix, units: [Double])? {
    func binade(_ x: [Double]) -> Double {
      let size = x.reduce(0) { max($0, abs($1)) }.binade
      return size > 0 ? size : 1
    }
    let leverages =
      [.hc2, .hc3].contains(kind) && degreesOfFreedom > 0
      ? leverage : [Double](repeating: 0, count: count)
    guard whyNoCovariance(kind, clusters: clusters, leverages: leverages) == nil else {
      return nil
    }
    var columns = leastSquares.kept.map { frame.matrix.column($0) }
    let sizes = columns.map(binade)
    for place in columns.indices { columns[place] = columns[place].map { $0 / sizes[place] } }
    let residualSize = binade(leastSquares.residuals)
    let sandwich = Sandwich(
      influence: leastSquares.influence(of: Matrix(columns: columns), units: sizes),
      residuals: leastSquares.residuals.map { $0 / residualSize },
      leverages: leverages)
    return sandwich.covariance(kind, clusters: clusters, smallSample).map {
      ($0, sizes.map { residualSize / $0 })
    }
  }

  /// hᵢ = xᵢᵀ (XᵀX)⁻¹ xᵢ of each row: how far its own response moves its fitted value.
  public var leverage: [Double] {
    let columns = leastSquares.kept.map { frame.matrix.column($0) }
    return (0..<count).map { row in leastSquares.variance(of: columns.map { $0[row] }) }
  }

  /// The test that all these terms are zero, by a covariance of the coefficients.
  ///
  ///     F = bᵀ V⁻¹ b / q        with q and n − rank degrees of freedom
  ///
  /// `nil` where a term is not there, was dropped or stands twice, or V cannot be inverted, as with as
  /// many terms as clusters.
  public func jointTest(
    of terms: [String], _ kind: Covariance = .classical, clusters: [Factor] = []
  ) -> FTest? {
    let names = leastSquares.kept.map { coefficients[$0].name }
    let places = terms.compactMap { names.firstIndex(of: $0) }
    let groups = clusters.map(\.levels.count).min() ?? 1
    guard places.count == terms.count, Set(places).count == places.count, !places.isEmpty,
      kind != .cluster || places.count < groups,
      let (covariance, units) = scaledCovariance(kind, clusters, .standard)
    else { return nil }
    // In units of the standard errors V is a correlation, whose pivots tell what is singular.
    let errors = places.map { covariance[$0, $0].squareRoot() }
    guard errors.allSatisfy({ $0 > 0 }) else { return nil }
    var block = Matrix(rows: places.count, columns: places.count)
    for (i, a) in places.enumerated() {
      for (j, b) in places.enumerated() { block[i, j] = covariance[a, b] / errors[i] / errors[j] }
    }
    let t = zip(places, errors).compactMap { place, error in
      coefficients[leastSquares.kept[place]].estimate
        .flatMap { Self.finite($0 / units[place] / error) }
    }
    guard t.count == places.count, places.allSatisfy({ units[$0].isFinite }),
      let factor = LAPACK.cholesky(block),
      places.indices.allSatisfy({ factor[$0, $0] * factor[$0, $0] > 64 * Double.ulpOfOne })
    else { return nil }
    let half = LAPACK.solve(upper: factor, transposed: true, t)
    return FTest(
      statistic: half.reduce(0) { $0 + $1 * $1 } / Double(places.count), numerator: places.count,
      denominator: kind == .cluster ? groups - 1 : degreesOfFreedom)
  }
}

extension Regression.Fit: TableConvertible {
  /// `term,estimate,std_error,t,p,lower_95,upper_95`, a row for each coefficient.
  public var table: Table { estimates().table }

  /// The same with intervals of another level, whose percentage is in the names.
  public func table(level: Double) -> Table { estimates().table(level: level) }
}
