import Glibc

/// The Kalman filter of a level, with a slope or without one, seen through noise.
///
///     y[t] = μ[t] + ε[t]      μ[t+1] = μ[t] + β[t] + η[t]      β[t+1] = β[t] + ζ[t]
///
/// The variances of ε, η and ζ are shares of one σ², which is concentrated out of the likelihood.
/// Nothing is known of μ[1] and β[1] (their variances are infinite): the first value gives the
/// level, the second the slope, and the equations below are the exact limits, so that no large
/// number stands for infinity. A gap predicts and does not correct.
///
///     after the first value       μ = y,  P = share of ε
///     after the second, m later   K = (1, 1/m),  P ← (I − K Z) P (I − K Z)ᵀ + K h Kᵀ,  F∞ = m²
///
/// This file is a hot path: all matrices are 2 × 2 and written out, and a pass allocates nothing.
///
/// Reference: Durbin & Koopman, *Time Series Analysis by State Space Methods*, 2nd edition,
/// sections 2.9, 5.2 and 7.2.
struct StructuralFilter: Sendable {
  /// The shares of the variances; their size is free, as σ² takes it up.
  let irregular: Double
  let level: Double
  /// `nil` for a level without a slope.
  let slope: Double?

  /// μ and β after the last value.
  private(set) var mean = 0.0
  private(set) var drift = 0.0
  /// The covariance of the two, in units of σ².
  private(set) var p11 = 0.0
  private(set) var p12 = 0.0
  private(set) var p22 = 0.0
  /// Σ v² / F.
  private(set) var squares = 0.0
  /// Σ ln F, those of infinite parts included.
  private(set) var logVariances = 0.0
  /// How many values there are beyond those that set the state.
  private(set) var count = 0
  /// F of the last value.
  private(set) var lastVariance = 1.0

  init(irregular: Double, level: Double, slope: Double?) {
    self.irregular = irregular
    self.level = level
    self.slope = slope
  }

  /// Runs through values of which the first is there; NaN is a gap.
  mutating func run(over values: [Double]) {
    guard let first = values.first else { return }
    (mean, p11) = (first, irregular)
    // A product of many F is taken the logarithm of at once.
    var product = 1.0
    var steps = 0
    var hasSlope = slope == nil
    for value in values.dropFirst() {
      predict()
      steps += 1
      guard !value.isNaN else { continue }
      guard hasSlope else {
        setSlope(value, after: Double(steps))
        hasSlope = true
        continue
      }
      product *= correct(value)
      count += 1
      guard product < 1e-100 || product > 1e100 else { continue }
      logVariances += log(product)
      product = 1
    }
    logVariances += log(product)
  }

  /// One period on.
  @inline(__always)
  private mutating func predict() {
    guard let slope else {
      p11 += level
      return
    }
    mean += drift
    p11 += 2 * p12 + p22 + level
    p12 += p22
    p22 += slope
  }

  /// Takes up a value; returns F.
  @inline(__always)
  private mutating func correct(_ value: Double) -> Double {
    let variance = p11 + irregular
    let error = value - mean
    let (k1, k2) = (p11 / variance, p12 / variance)
    mean += k1 * error
    drift += k2 * error
    p22 -= k2 * p12
    p12 *= irregular / variance
    p11 *= irregular / variance
    squares += error * error / variance
    lastVariance = variance
    return variance
  }

  /// The second value, from which the slope is known.
  private mutating func setSlope(_ value: Double, after steps: Double) {
    let k2 = 1 / steps
    let variance = p11 + irregular
    drift += k2 * (value - mean)
    mean = value
    p22 += k2 * k2 * variance - 2 * k2 * p12
    p12 = k2 * irregular
    p11 = irregular
    logVariances += 2 * log(steps)
  }

  /// The variance of a value so many periods after the last one, in units of σ².
  ///
  ///     P11 + 2 h P12 + h² P22 + h q + z Σ (h − j)² + share of ε,  j = 1 … h − 1
  func variance(at step: Int) -> Double {
    let h = Double(step)
    let slopes = (slope ?? 0) * (h - 1) * h * (2 * h - 1) / 6
    return p11 + 2 * h * p12 + h * h * p22 + h * level + slopes + irregular
  }
}
