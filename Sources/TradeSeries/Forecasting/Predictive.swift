import Glibc
import TradeNumerics

/// What a model expects of one future value: a probability distribution.
///
/// Intervals and quantiles of every method are derived here and nowhere else.
public indirect enum Predictive: Sendable, Equatable {
  /// location + scale · T with so many degrees of freedom; a scale of 0 is certainty.
  case studentT(location: Double, scale: Double, degrees: Double)
  /// The exponential of a value that has the other distribution.
  case exponential(Predictive)
  /// The value of which, in its unit, the power (sign(y) |y|^λ − 1) / λ has the other
  /// distribution; λ is above 0.
  case power(Predictive, lambda: Double, unit: Double)
  /// location + scale · Q, Q known by its quantiles at increasing probabilities; between them and
  /// beyond them it is interpolated on the scale of the normal distribution.
  case empirical(location: Double, scale: Double, quantiles: [QuantilePoint])
  /// One of several distributions, each with its probability.
  case mixture([Part])
  /// A value that has the other distribution, plus a constant.
  case shifted(Predictive, by: Double)

  /// One of the distributions in a mixture.
  public struct Part: Sendable, Equatable {
    /// Its probability in a mixture; in `pooled` a weight of any size.
    public let weight: Double
    /// What is expected if this is the one that holds.
    public let distribution: Predictive

    /// A part with a weight from zero on.
    public init(weight: Double, distribution: Predictive) {
      self.weight = weight
      self.distribution = distribution
    }
  }

  /// P(Q ≤ value) = Φ(score).
  public struct QuantilePoint: Sendable, Equatable {
    /// The standard normal quantile of the point's probability.
    public let score: Double
    /// The quantile of Q at that probability.
    public let value: Double

    /// A point on Q's curve; those of one distribution rise in score and never fall in value.
    public init(score: Double, value: Double) {
      self.score = score
      self.value = value
    }
  }

  /// The mixture with weights that need not sum to 1; parts without weight are left out.
  public static func pooled(_ parts: [Part]) -> Predictive {
    let total = parts.reduce(0) { $0 + $1.weight }
    precondition(total > 0, "a mixture without weight")
    let kept = parts.filter { $0.weight > 1e-9 * total }
    guard kept.count > 1 else { return kept[0].distribution }
    let sum = kept.reduce(0) { $0 + $1.weight }
    return .mixture(kept.map { Part(weight: $0.weight / sum, distribution: $0.distribution) })
  }

  /// The point forecast: the median, which is the mean where a distribution is symmetric and which
  /// exists where a mean need not.
  public var point: Double {
    switch self {
    case .studentT(let location, _, _): location
    case .exponential(let inner): exp(inner.point)
    case .power(let inner, let lambda, let unit):
      unit * BoxCox(lambda: lambda).inverse(inner.point)
    case .empirical, .mixture: quantile(0.5)
    case .shifted(let inner, let offset): inner.point + offset
    }
  }

  /// P(X ≤ x).
  public func cdf(_ x: Double) -> Double {
    switch self {
    case .studentT(let location, let scale, let degrees):
      scale > 0 ? StudentT(degrees: degrees).cdf((x - location) / scale) : x < location ? 0 : 1
    case .exponential(let inner): x > 0 ? inner.cdf(log(x)) : 0
    case .power(let inner, let lambda, let unit):
      inner.cdf(BoxCox(lambda: lambda).value(x / unit))
    case .empirical(let location, let scale, let points):
      scale > 0
        ? StandardNormal.cdf(
          Self.interpolated((x - location) / scale, points, from: \.value, to: \.score))
        : x < location ? 0 : 1
    case .mixture(let parts): parts.reduce(0) { $0 + $1.weight * $1.distribution.cdf(x) }
    case .shifted(let inner, let offset): inner.cdf(x - offset)
    }
  }

  /// The x with P(X ≤ x) = p, 0 < p < 1.
  public func quantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "a quantile at \(p)")
    switch self {
    case .studentT(let location, let scale, let degrees):
      return scale > 0 ? location + scale * StudentT(degrees: degrees).quantile(p) : location
    case .exponential(let inner):
      return exp(inner.quantile(p))
    case .power(let inner, let lambda, let unit):
      return unit * BoxCox(lambda: lambda).inverse(inner.quantile(p))
    case .empirical(let location, let scale, let points):
      let score = StandardNormal.quantile(p)
      return location + scale * Self.interpolated(score, points, from: \.score, to: \.value)
    case .mixture(let parts):
      let quantiles = Self.quantiles(p, of: parts)
      return root(of: p, between: quantiles.min() ?? 0, and: quantiles.max() ?? 0)
    case .shifted(let inner, let offset):
      return inner.quantile(p) + offset
    }
  }

  /// The quantile of each part; parts with the same degrees of freedom share the one of Student's t.
  private static func quantiles(_ p: Double, of parts: [Part]) -> [Double] {
    var last: (degrees: Double, quantile: Double)?
    return parts.map { part in
      guard case .studentT(let location, let scale, let degrees) = part.distribution, scale > 0
      else { return part.distribution.quantile(p) }
      if last?.degrees != degrees { last = (degrees, StudentT(degrees: degrees).quantile(p)) }
      return location + scale * (last?.quantile ?? 0)
    }
  }

  /// The line through the two points around x, or through the last two beyond them.
  @inline(__always) private static func interpolated(
    _ x: Double, _ points: [QuantilePoint], from input: (QuantilePoint) -> Double,
    to output: (QuantilePoint) -> Double
  ) -> Double {
    let next = points.firstIndex { input($0) >= x } ?? points.count - 1
    let (a, b) = (points[max(next, 1) - 1], points[max(next, 1)])
    let width = input(b) - input(a)
    guard width > 0 else { return output(b) }
    let part = (x - input(a)) / width
    return output(a) + part * (output(b) - output(a))
  }

  /// Solves cdf(x) = p in a bracket, by bisection sped up with the secant (Illinois rule).
  private func root(of p: Double, between low: Double, and high: Double) -> Double {
    var (low, high) = (low, high)
    var below = cdf(low) - p
    var above = cdf(high) - p
    if below >= 0 { return low }
    if above <= 0 { return high }
    high = min(high, .greatestFiniteMagnitude)
    for _ in 0..<2000 {
      let width = high - low
      guard width > 1e-12 * max(abs(low), abs(high)), below < 0, above > 0 else { break }
      let secant = high - above * width / (above - below)
      let middle =
        secant > low && secant < high
        ? secant
        : low > 0 && high > 4 * low ? low.squareRoot() * high.squareRoot() : low + width / 2
      let value = cdf(middle) - p
      if value <= 0 {
        (low, below, above) = (middle, value, above / 2)
      } else {
        (high, above, below) = (middle, value, below / 2)
      }
    }
    return below == 0 ? low : above == 0 ? high : low + (high - low) / 2
  }
}
