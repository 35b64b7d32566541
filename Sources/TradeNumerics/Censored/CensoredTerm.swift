import Glibc

/// What one row adds to a censored normal log-likelihood, with its two derivatives.
///
///     at z            ln θ + ln φ(u)                    u = θ z − η
///     above z         ln Q(u)                           Q(u) = P(Z > u)
///     below z         ln Q(−u)
///     from l to r     ln (Q(θ l − η) − Q(θ r − η))
///
/// z is measured from the row's present fitted value, in present standard deviations, so η = 0 and
/// θ = 1 here; η and θ − 1 say how the fitted value and 1/scale change. In these parameters every
/// term is concave: their sum has one maximum at most and Newton's method finds it.
///
/// Reference: Olsen, "Note on the uniqueness of the maximum likelihood estimator for the Tobit
/// model", *Econometrica* 46 (1978).
struct CensoredTerm {
  let value: Double
  /// First derivatives.
  let eta: Double
  let theta: Double
  /// Second derivatives.
  let etaEta: Double
  let etaTheta: Double
  let thetaTheta: Double

  /// What is known of the value behind a row.
  enum Observation: Sendable, Equatable {
    case exact(Double)
    case above(Double)
    case below(Double)
    /// The width is kept beside the lower end, which may be large against it.
    case between(Double, width: Double)
  }

  init(_ observation: Observation) {
    switch observation {
    case .exact(let z): self.init(at: z)
    case .above(let z): self.init(above: z)
    case .below(let z): self.init(below: z)
    case .between(let low, let width):
      let middle = low + width / 2
      if width <= 1, abs(middle) * width <= 4 {
        self.init(about: middle, width: width)
      } else {
        self.init(from: low, to: low + width)
      }
    }
  }

  private init(
    _ value: Double, eta: Double, theta: Double, etaEta: Double, etaTheta: Double,
    thetaTheta: Double
  ) {
    self.value = value
    self.eta = eta
    self.theta = theta
    self.etaEta = etaEta
    self.etaTheta = etaTheta
    self.thetaTheta = thetaTheta
  }

  private init(at z: Double) {
    self.init(
      StandardNormal.logDensity(z), eta: z, theta: 1 - z * z,
      etaEta: -1, etaTheta: z, thetaTheta: -1 - z * z)
  }

  /// d ln Q/dz = −h with the hazard h, and dh/dz = h (h − z).
  private init(above z: Double) {
    let h = StandardNormal.hazard(z)
    let curvature = h * StandardNormal.hazardExcess(z)
    self.init(
      StandardNormal.logUpper(z), eta: h, theta: -h * z,
      etaEta: -curvature, etaTheta: curvature * z, thetaTheta: -curvature * z * z)
  }

  private init(below z: Double) {
    let h = StandardNormal.hazard(-z)
    let curvature = h * StandardNormal.hazardExcess(-z)
    self.init(
      StandardNormal.logUpper(-z), eta: -h, theta: h * z,
      etaEta: -curvature, etaTheta: curvature * z, thetaTheta: -curvature * z * z)
  }

  /// ln P of a wide interval, by the densities a, b at its ends, each divided by P.
  private init(from low: Double, to high: Double) {
    let (value, a, b) = Self.interval(from: low, to: high)
    let g = a - b
    let k = high * b - low * a
    self.init(
      value, eta: g, theta: k,
      etaEta: low * a - high * b - g * g,
      etaTheta: high * high * b - low * low * a - g * k,
      thetaTheta: low * low * low * a - high * high * high * b - k * k)
  }

  /// ln P, φ(low)/P and φ(high)/P, P = Q(low) − Q(high), from the tail that keeps the digits.
  private static func interval(
    from low: Double, to high: Double
  ) -> (value: Double, low: Double, high: Double) {
    if high <= 0 {
      let mirrored = interval(from: -high, to: -low)
      return (mirrored.value, mirrored.high, mirrored.low)
    }
    if low < 0 {
      let outside = StandardNormal.cdf(low) + StandardNormal.upper(high)
      let p = 1 - outside
      return (
        log1p(-outside), StandardNormal.density(low) / p,
        StandardNormal.density(high) / p
      )
    }
    let start = StandardNormal.logUpper(low)
    let beyond = exp(StandardNormal.logUpper(high) - start)
    return (
      start + log1p(-beyond), StandardNormal.hazard(low) / (1 - beyond),
      StandardNormal.hazard(high) * beyond / (1 - beyond)
    )
  }

  /// ln P of an interval of at most one standard deviation, where tails would cancel.
  ///
  /// The derivatives are moments of u over the interval, u = middle + t:
  ///
  ///     ln P = ln φ(middle) + ln ∫ exp(−middle t − t²/2) dt
  ///     score = E(u, 1 − u²)      Hessian = E(−1, u, −1 − u²) + Cov(u, −u²)
  ///
  /// The integrals are Gauss–Legendre sums of 12 terms, exact to a double here.
  private init(about middle: Double, width: Double) {
    var (sum, m1, m2, m3, m4) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (node, weight) in Self.nodes {
      for t in [-node * width / 2, node * width / 2] {
        let mass = weight * exp(-t * (middle + t / 2))
        sum += mass
        m1 += mass * t
        m2 += mass * t * t
        m3 += mass * t * t * t
        m4 += mass * t * t * t * t
      }
    }
    (m1, m2, m3, m4) = (m1 / sum, m2 / sum, m3 / sum, m4 / sum)
    // Var t, Cov(t, t²), Var t²; and u² = middle² + 2 middle t + t².
    let (v2, v3, v4) = (m2 - m1 * m1, m3 - m1 * m2, m4 - m2 * m2)
    let square = middle * middle + 2 * middle * m1 + m2
    self.init(
      StandardNormal.logDensity(middle) + log(width * sum / 2),
      eta: middle + m1, theta: 1 - square,
      etaEta: v2 - 1, etaTheta: middle + m1 - (2 * middle * v2 + v3),
      thetaTheta: 4 * middle * middle * v2 + 4 * middle * v3 + v4 - 1 - square)
  }

  /// The positive nodes of the Gauss–Legendre rule of 12 terms on −1...1, with their weights.
  private static let nodes: [(Double, Double)] = [
    (0.12523340851146891547, 0.249147045813402785),
    (0.36783149899818019375, 0.23349253653835480876),
    (0.5873179542866174473, 0.20316742672306592175),
    (0.76990267419430468704, 0.16007832854334622633),
    (0.90411725637047485668, 0.10693932599531843096),
    (0.98156063424671925069, 0.047175336386511827195),
  ]
}

extension CensoredTerm.Observation {
  /// The same knowledge measured from a fitted value, in units of the scale.
  func standardised(from fitted: Double, scale: Double) -> Self {
    switch self {
    case .exact(let y): .exact((y - fitted) / scale)
    case .above(let bound): .above((bound - fitted) / scale)
    case .below(let bound): .below((bound - fitted) / scale)
    case .between(let low, let width): .between((low - fitted) / scale, width: width / scale)
    }
  }

  var isExact: Bool {
    if case .exact = self { true } else { false }
  }

  /// A value that the observation allows: itself, its bound, or the middle of its two bounds.
  var representative: Double {
    switch self {
    case .exact(let y), .above(let y), .below(let y): y
    case .between(let low, let width): low + width / 2
    }
  }
}
