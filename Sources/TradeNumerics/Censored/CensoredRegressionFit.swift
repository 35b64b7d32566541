import Glibc
import TradeTables

extension CensoredRegression {
  /// What maximum likelihood found.
  public struct Fit: Sendable {
    /// How values scatter about the fitted surface.
    public let distribution: Distribution
    /// One for each column of the matrix; they describe ln y where the distribution is log-normal.
    public let coefficients: [Coefficient]
    /// σ, the standard deviation of y or of ln y about its fitted value.
    public let scale: Double
    /// The standard error of ln σ.
    public let logScaleStandardError: Double
    /// ℓ at its maximum, on the scale of the response itself for either distribution.
    public let logLikelihood: Double
    /// How many rows were observed and how many were bounds of each kind.
    public let counts: Counts
    /// Steps of Newton's method.
    public let iterations: Int
    /// The covariance of the coefficients in order and, last, of ln σ.
    ///
    /// The inverse of minus the Hessian of ℓ in these parameters, at the maximum. An element beyond
    /// the doubles is infinite or zero (columns of size 1e-200); the standard errors never are.
    public let covariance: Matrix
    /// What the formula learned from its table; `nil` for a fit to a matrix.
    public internal(set) var encoding: FrameEncoding?
  }
}

extension CensoredRegression.Fit {
  /// How many rows said what.
  public struct Counts: Sendable, Equatable {
    /// The value itself.
    public let observed: Int
    /// Less than a bound.
    public let left: Int
    /// More than a bound.
    public let right: Int
    /// Between two bounds.
    public let interval: Int

    /// Counts that were taken already.
    public init(observed: Int, left: Int, right: Int, interval: Int) {
      self.observed = observed
      self.left = left
      self.right = right
      self.interval = interval
    }

    init(_ observations: [CensoredTerm.Observation]) {
      var (observed, left, right, interval) = (0, 0, 0, 0)
      for observation in observations {
        switch observation {
        case .exact: observed += 1
        case .below: left += 1
        case .above: right += 1
        case .between: interval += 1
        }
      }
      self.init(observed: observed, left: left, right: right, interval: interval)
    }

    /// All rows: n.
    public var total: Int { observed + left + right + interval }
  }

  /// One column with its estimate; tests and intervals use the normal distribution.
  public struct Coefficient: Sendable, Equatable {
    /// The name of the column.
    public let name: String
    /// The value at the maximum of the likelihood.
    public let estimate: Double
    /// The root of its variance, which stands on the diagonal of the covariance.
    public let standardError: Double

    /// estimate / standard error.
    public var z: Double { estimate / standardError }

    /// P(|Z| > |z|) if the true value were zero.
    public var p: Double { 2 * StandardNormal.upper(abs(z)) }

    /// The confidence interval of that probability.
    public func interval(level: Double) -> ClosedRange<Double> {
      let margin = StandardNormal.upperQuantile((1 - level) / 2) * standardError
      return estimate - margin...estimate + margin
    }
  }

  /// ln σ as a coefficient, which is how its interval is found.
  public var logScale: Coefficient {
    Coefficient(name: "log(scale)", estimate: log(scale), standardError: logScaleStandardError)
  }

  /// The coefficients and, last, ln σ; tests and intervals use the normal distribution.
  public var estimates: Estimates {
    let terms = coefficients + [logScale]
    return Estimates(
      names: terms.map(\.name), values: terms.map(\.estimate),
      standardErrors: terms.map(\.standardError), degreesOfFreedom: nil)
  }

  /// Turns the maximum for orthogonal columns and responses in a unit into what the user asked for.
  ///
  ///     dβ = unit · s · S T⁻¹ dγ,    d ln σ = −dθ      at γ = 0, θ = 1
  ///     V = A I⁻¹ Aᵀ = (L⁻¹Aᵀ)ᵀ (L⁻¹Aᵀ)               I = L Lᵀ the information about (γ, θ)
  init(
    distribution: CensoredRegression.Distribution, names: [String], counts: Counts,
    maximum: CensoredLikelihood.Maximum, basis: OrthogonalColumns, unit: Double,
    logJacobian: Double
  ) {
    let p = names.count
    let scale = maximum.point.scale * unit
    // Row i of A, from the images of the unit vectors of γ; `units` is what it is multiplied by.
    var rows = [[Double]](repeating: [Double](repeating: 0, count: p + 1), count: p + 1)
    for column in 0..<p {
      var direction = [Double](repeating: 0, count: p)
      direction[column] = 1
      for (row, image) in basis.original(direction).enumerated() { rows[row][column] = image }
    }
    rows[p][p] = -1
    let units = [Double](repeating: scale, count: p) + [1]
    let roots = rows.map { maximum.factor.forward($0) }
    let errors = zip(units, roots).map { $0 * Self.length($1) }
    var covariance = Matrix(rows: p + 1, columns: p + 1)
    for i in 0...p {
      for j in 0...p {
        covariance[i, j] = zip(roots[i], roots[j]).reduce(0) { sum, pair in
          sum + units[i] * pair.0 * (units[j] * pair.1)
        }
      }
    }

    let estimates = basis.original(maximum.point.coefficients).map { $0 * unit }
    self.init(
      distribution: distribution,
      coefficients: (0..<p).map { index in
        Coefficient(
          name: names[index], estimate: estimates[index],
          standardError: errors[index])
      },
      scale: scale, logScaleStandardError: errors[p],
      logLikelihood: maximum.value - Double(counts.observed) * log(unit) + logJacobian,
      counts: counts, iterations: maximum.iterations, covariance: covariance)
  }

  /// √Σ x², also where the squares are beyond the doubles.
  private static func length(_ x: [Double]) -> Double {
    let largest = x.reduce(0) { max($0, abs($1)) }
    guard largest > 0, largest.isFinite else { return largest }
    return largest * x.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
  }
}

extension CensoredRegression.Fit {
  /// What the fit expects of one row: the distribution of its value.
  ///
  /// It takes the coefficients and the scale as known; `locationStandardError` says how well the
  /// location is.
  public struct Prediction: Sendable, Equatable {
    /// How the value scatters.
    public let distribution: CensoredRegression.Distribution
    /// xᵀβ: the mean of y, or of ln y where the distribution is log-normal.
    public let location: Double
    /// √(xᵀ V x) with the covariance V of the coefficients.
    public let locationStandardError: Double
    /// σ.
    public let scale: Double

    /// The value that is exceeded as often as not.
    public var median: Double { distribution == .logNormal ? exp(location) : location }

    /// The expected value; exp(xᵀβ + σ²/2) where the distribution is log-normal.
    public var mean: Double {
      distribution == .logNormal ? exp(location + scale * scale / 2) : location
    }

    /// The value that is not exceeded with probability p.
    public func quantile(_ p: Double) -> Double {
      let value = location + scale * StandardNormal.quantile(p)
      return distribution == .logNormal ? exp(value) : value
    }

    /// The interval that holds the value with that probability, as much of it below as above.
    public func interval(level: Double) -> ClosedRange<Double> {
      quantile((1 - level) / 2)...quantile((1 + level) / 2)
    }
  }

  /// The distribution of the value of a row with these columns.
  public func predict(_ row: [Double]) -> Prediction {
    precondition(row.count == coefficients.count, "a row of \(row.count) columns")
    var variance = 0.0
    for i in row.indices {
      for j in row.indices { variance += row[i] * covariance[i, j] * row[j] }
    }
    return Prediction(
      distribution: distribution,
      location: zip(row, coefficients).reduce(0) { $0 + $1.0 * $1.1.estimate },
      locationStandardError: max(variance, 0).squareRoot(), scale: scale)
  }
}

extension CensoredRegression.Fit: TableConvertible {
  /// `term,estimate,std_error,t,p,lower_95,upper_95`, a row for each coefficient and for ln σ.
  public var table: Table { table(level: 0.95) }

  /// The same with intervals of another level, whose percentage is in the names.
  public func table(level: Double) -> Table {
    // A test of ln σ = 0 would mean nothing: it depends on the unit.
    estimates.table(level: level, tested: coefficients.count)
  }
}
