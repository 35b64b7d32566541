import Glibc
import TradeNumerics

extension ARIMA {
  /// An ARIMA model with what it learned from one series.
  public struct Fitted: FittedForecaster {
    /// The orders, chosen or given.
    public let orders: ARIMAOrders
    /// φ, θ, Φ and Θ of the model.
    let arma: ARMACoefficients
    let angles: [Double]
    let sample: ARIMASample
    let filter: ARMAFilter
    private let first: [ARIMAOutlook.Step]
    private let later: ARIMAOutlook
    /// The size of the values, for the weight of completions.
    private let size: Double

    /// How many steps are worked out with the fit.
    private static let ready = 18

    init(_ estimate: ARIMAEstimate, level: Double) {
      orders = estimate.orders
      sample = estimate.sample
      angles = estimate.angles
      arma = ARMACoefficients(orders, angles: angles)
      filter = estimate.filter(at: angles)
      size = level
      var outlook = ARIMAOutlook(sample, filter)
      first = (0..<min(Self.ready, sample.future ?? Self.ready)).map { _ in outlook.next() }
      later = outlook
    }
  }
}

extension ARIMA.Fitted {
  /// The observations that the likelihood is of: those that differencing leaves, without gaps.
  public var count: Int { sample.count }

  /// How many coefficients were estimated, σ² not among them.
  public var parameterCount: Int { orders.coefficientCount + sample.names.count }

  /// n − d − D m less the coefficients.
  public var degreesOfFreedom: Int { count - parameterCount }

  /// σ² = Σ e² / degrees of freedom, in the square of the series' unit; 0 where the model is exact.
  public var variance: Double { deviation * deviation }

  private var deviation: Double {
    sample.isExact ? 0 : (filter.squares / Double(degreesOfFreedom)).squareRoot() * sample.scale
  }

  /// The errors of one step ahead, each scaled to the variance σ², from period 1 + d + D m on.
  ///
  /// A gap is filled with what the model expects there from all other values.
  public var residuals: [Double] { filter.errors.map { $0 * sample.scale } }

  /// The logarithm of the exact Gaussian likelihood of the differenced values, as R prints it;
  /// `nil` where the model is exact and the likelihood has no bound.
  public var logLikelihood: Double? {
    guard !sample.isExact else { return nil }
    let n = Double(count)
    let gaps = filter.logDeterminant(of: sample.gaps) + sample.logDeterminant
    return -0.5 * (n * (log(2 * Double.pi * filter.squares / n) + 1) + filter.logVariances)
      - gaps - n * log(sample.scale)
  }

  /// −2 ln L + 2 k, k the coefficients and σ².
  public var aic: Double? { logLikelihood.map { 2 * Double(parameterCount + 1) - 2 * $0 } }

  /// AIC + 2 k (k + 1) / (n − k − 1); `nil` where n is not above k + 1.
  public var aicc: Double? {
    let k = Double(parameterCount + 1)
    let left = Double(count) - k - 1
    return left > 0 ? aic.map { $0 + 2 * k * (k + 1) / left } : nil
  }

  /// −2 ln L + k ln n.
  public var bic: Double? { aic.map { $0 + Double(parameterCount + 1) * (log(Double(count)) - 2) } }

  private func step(_ step: Int) -> ARIMAOutlook.Step {
    precondition(step > 0, "a forecast of step \(step)")
    if step <= first.count { return first[step - 1] }
    var outlook = later
    for _ in first.count + 1..<step { _ = outlook.next() }
    return outlook.next()
  }

  /// The standard error of a forecast with the coefficients taken as known, as R prints it.
  public func standardError(at step: Int) -> Double {
    deviation * self.step(step).variance.squareRoot()
  }

  /// Student's t round what the model expects, with n − d − D m − coefficients degrees of freedom.
  ///
  /// The variance has that of an estimated mean, drift or regression coefficient in it, as for
  /// `Drift`: with a dozen values it is no smaller than the rest. That of φ and θ is left out.
  public func distribution(at step: Int) -> Predictive {
    let outlook = self.step(step)
    let spread = deviation * (outlook.variance + outlook.uncertainty).squareRoot()
    return .studentT(
      location: outlook.location * sample.scale, scale: min(spread, .greatestFiniteMagnitude),
      degrees: Double(degreesOfFreedom))
  }

  /// That of the values that differencing leaves; those that it uses up count as errors of the
  /// size of the values, so that models with different d compare.
  public var likelihood: Likelihood {
    let used = Double(sample.level.count - sample.gaps - count)
    let gaps = filter.logDeterminant(of: sample.gaps) + sample.logDeterminant
    return Likelihood(
      squares: sample.isExact ? 0 : filter.squares * sample.scale * sample.scale, count: count,
      level: size,
      logJacobian: -0.5 * filter.logVariances - gaps - (size > 0 ? used * log(size) : 0))
  }
}

extension ARMAFilter {
  /// ½ ln det of the first columns' part of Qᵀ Ω⁻¹ Q.
  func logDeterminant(of columns: Int) -> Double {
    guard let factor else { return 0 }
    return (0..<columns).reduce(0) { sum, place in
      // The forward solution of a unit vector begins with one over the diagonal.
      var unit = [Double](repeating: 0, count: coefficients.count)
      unit[place] = 1
      return sum - log(factor.forward(unit)[place])
    }
  }
}
