import TradeNumerics

/// The recursion behind the exponential smoothing methods with additive errors, in the form of
/// the innovations state space model.
///
///     e = y[t] − (l + φ b)      l ← l + φ b + α e      b ← φ b + β e
///
/// A gap moves the state forward and teaches nothing: e = 0. The first error after it has the
/// variance of a forecast over the gap and is scaled to that of one step.
///
/// This file is a hot path: the objective is evaluated hundreds of times a series and allocates
/// nothing.
///
/// Reference: Hyndman, Koehler, Ord & Snyder, *Forecasting with Exponential Smoothing* (2008),
/// chapters 2 and 5.
struct ExponentialSmoothing: Sendable, Equatable {
  let alpha: Double
  let beta: Double
  let phi: Double
  var level = 0.0
  var trend = 0.0

  init(alpha: Double, beta: Double = 0, phi: Double = 1) {
    self.alpha = alpha
    self.beta = beta
    self.phi = phi
  }

  /// One step of the recursion; returns the error.
  @inline(__always)
  private mutating func step(_ value: Double) -> Double {
    let expected = level + phi * trend
    let error = value - expected
    level = expected + alpha * error
    trend = phi * trend + beta * error
    return error
  }

  /// Runs through the values and returns Σ e².
  ///
  /// The state is then that after the last value.
  mutating func run(over values: [Double?]) -> Double {
    var squares = 0.0
    var gap = GapVariance()
    for value in values {
      if let value {
        let error = step(value)
        squares += error * error / gap.variance
        gap = GapVariance()
      } else {
        pass(&gap)
      }
    }
    return squares
  }

  private mutating func pass(_ gap: inout GapVariance) {
    level += phi * trend
    trend *= phi
    gap.widen(alpha: alpha, beta: beta, phi: phi)
  }

  /// Sets the state before the first value to the one that makes Σ e² smallest.
  ///
  /// Every error is linear in that state, e[t] = f[t] + l u[t] + b v[t], so that l and b solve two
  /// linear equations. f runs from the first value, which keeps the digits of large levels.
  mutating func startAtBest(hasTrend: Bool, over values: [Double?]) {
    guard let first = values.first ?? nil else { return }
    var base = self
    (base.level, base.trend) = (first, 0)
    var (byLevel, byTrend) = (self, self)
    (byLevel.level, byLevel.trend) = (1, 0)
    (byTrend.level, byTrend.trend) = (0, 1)
    var (uu, uv, vv, uf, vf) = (0.0, 0.0, 0.0, 0.0, 0.0)
    var gap = GapVariance()
    for value in values {
      guard let value else {
        // Only one of the three measures the gap.
        var unused = gap
        byLevel.pass(&unused)
        byTrend.pass(&unused)
        base.pass(&gap)
        continue
      }
      let weight = 1 / gap.variance
      let (f, u, v) = (base.step(value), byLevel.step(0), byTrend.step(0))
      uu += weight * u * u
      uv += weight * u * v
      vv += weight * v * v
      uf += weight * u * f
      vf += weight * v * f
      gap = GapVariance()
    }
    let determinant = uu * vv - uv * uv
    if hasTrend, determinant > 1e-12 * uu * vv {
      level = first - (vv * uf - uv * vf) / determinant
      trend = -(uu * vf - uv * uf) / determinant
    } else {
      level = first - uf / uu
      trend = 0
    }
  }

  /// Σ e² from the best start: the objective of the methods' searches.
  func squares(hasTrend: Bool, over values: [Double?]) -> Double {
    var state = self
    state.startAtBest(hasTrend: hasTrend, over: values)
    return state.run(over: values)
  }

  /// The expected value and the variance, in units of σ², so many steps after the last value.
  ///
  ///     σ²(h) = σ² (1 + Σ c[j]²)      c[j] = α + β (φ + … + φ^j),  j = 1 … h − 1
  func outlook(at step: Int) -> (mean: Double, variance: Double) {
    var damping = 1.0
    var reach = 0.0
    var gap = GapVariance()
    for j in 1...step {
      damping *= phi
      reach += damping
      if j < step { gap.widen(alpha: alpha, beta: beta, phi: phi) }
    }
    return (level + reach * trend, gap.variance)
  }

  /// 1 + Σ c[j]² over the periods since the last value.
  private struct GapVariance {
    var variance = 1.0
    private var reach = 0.0

    mutating func widen(alpha: Double, beta: Double, phi: Double) {
      reach = phi * (1 + reach)
      let c = alpha + beta * reach
      variance += c * c
    }
  }
}

/// A smoothing method fitted to one series.
public struct SmoothingFit: FittedForecaster {
  private let state: ExponentialSmoothing
  /// Σ e².
  public let squares: Double
  private let degrees: Double

  /// α, the part of an error that the level takes up.
  public var alpha: Double { state.alpha }
  /// β, the part of an error that the trend takes up; 0 without a trend.
  public var beta: Double { state.beta }
  /// φ, the part of the trend that is left a period later; 1 without damping.
  public var phi: Double { state.phi }
  /// l[n], the level after the last value.
  public var level: Double { state.level }
  /// b[n], the trend a period after the last value; 0 without a trend.
  public var trend: Double { state.trend }
  /// Σ e² / (n − parameters).
  public var variance: Double { squares / degrees }
  /// That of Gaussian errors one step ahead.
  public let likelihood: Likelihood

  /// Runs the model from its best start; `parameters` counts the initial state too.
  init(_ model: ExponentialSmoothing, hasTrend: Bool, parameters: Int, over history: History) {
    var state = model
    state.startAtBest(hasTrend: hasTrend, over: history.values)
    squares = state.run(over: history.values)
    self.state = state
    degrees = Double(history.count - parameters)
    likelihood = Likelihood(squares: squares, count: history.count, level: history.level)
  }

  /// Student's t round the level and what is left of the trend, with n − parameters degrees of
  /// freedom.
  public func distribution(at step: Int) -> Predictive {
    let outlook = state.outlook(at: step)
    return .studentT(
      location: outlook.mean, scale: (variance * outlook.variance).squareRoot(), degrees: degrees)
  }
}
