import CDistributions

/// The standard normal distribution.
public enum StandardNormal {
  /// P(X ≤ x).
  public static func cdf(_ x: Double) -> Double { cd_normal_cdf(x) }

  /// The x with P(X ≤ x) = p; ±∞ at 0 and 1, NaN outside.
  public static func quantile(_ p: Double) -> Double { cd_normal_quantile(p) }
}

/// Student's t distribution with any positive number of degrees of freedom.
public struct StudentT: Sendable, Equatable {
  /// Degrees of freedom, above zero; they need not be whole.
  public let degrees: Double

  /// The distribution with so many degrees of freedom; zero or fewer trap.
  public init(degrees: Double) {
    precondition(degrees > 0, "\(degrees) degrees of freedom")
    self.degrees = degrees
  }

  /// P(T ≤ x).
  public func cdf(_ x: Double) -> Double { cd_t_cdf(x, degrees) }

  /// P(T > x), with its digits kept where it is tiny.
  public func upper(_ x: Double) -> Double { cd_t_upper(x, degrees) }

  /// The x with P(T ≤ x) = p; ±∞ at 0 and 1, NaN outside.
  public func quantile(_ p: Double) -> Double { cd_t_quantile(p, degrees) }
}

/// Fisher's F distribution.
public struct FisherF: Sendable, Equatable {
  /// Degrees of freedom of the numerator, above zero.
  public let numerator: Double
  /// Degrees of freedom of the denominator, above zero.
  public let denominator: Double

  /// The distribution of a ratio of mean squares; degrees of zero or fewer trap.
  public init(numerator: Double, denominator: Double) {
    precondition(numerator > 0 && denominator > 0, "\(numerator) and \(denominator) degrees")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// P(F > x), with its digits kept where it is tiny.
  public func upper(_ x: Double) -> Double {
    x == .infinity ? 0 : cd_f_upper(x, numerator, denominator)
  }
}
