import CDistributions
import Glibc

/// The standard normal distribution.
public enum StandardNormal {
  /// P(X ≤ x).
  public static func cdf(_ x: Double) -> Double { cd_normal_cdf(x) }

  /// P(X > x), with its digits kept where it is tiny.
  public static func upper(_ x: Double) -> Double { cd_normal_upper(x) }

  /// The x with P(X ≤ x) = p; ±∞ at 0 and 1, NaN outside.
  public static func quantile(_ p: Double) -> Double { cd_normal_quantile(p) }

  /// The x with P(X > x) = q, with its digits kept where q is tiny.
  public static func upperQuantile(_ q: Double) -> Double { -cd_normal_quantile(q) }
}

/// A normal distribution of any mean and standard deviation.
public struct Normal: Sendable, Equatable {
  /// The centre of the distribution.
  public let mean: Double
  /// The root of the variance, above zero.
  public let standardDeviation: Double

  /// The distribution of mean + deviation · Z; a deviation of zero or less traps.
  public init(mean: Double, standardDeviation: Double) {
    precondition(standardDeviation > 0, "a standard deviation of \(standardDeviation)")
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// P(X ≤ x).
  public func cdf(_ x: Double) -> Double { StandardNormal.cdf(score(x)) }

  /// P(X > x), with its digits kept where it is tiny.
  public func upper(_ x: Double) -> Double { StandardNormal.upper(score(x)) }

  /// The x with P(X ≤ x) = p; ±∞ at 0 and 1, NaN outside.
  public func quantile(_ p: Double) -> Double {
    mean + standardDeviation * StandardNormal.quantile(p)
  }

  /// The x with P(X > x) = q, with its digits kept where q is tiny.
  public func upperQuantile(_ q: Double) -> Double {
    mean + standardDeviation * StandardNormal.upperQuantile(q)
  }

  /// The natural logarithm of the density at x.
  public func logDensity(_ x: Double) -> Double {
    StandardNormal.logDensity(score(x)) - log(standardDeviation)
  }

  private func score(_ x: Double) -> Double { (x - mean) / standardDeviation }
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

  /// The x with P(T > x) = q, with its digits kept where q is tiny.
  public func upperQuantile(_ q: Double) -> Double { -cd_t_quantile(q, degrees) }

  /// The natural logarithm of the density at x.
  public func logDensity(_ x: Double) -> Double { cd_t_log_density(x, degrees) }
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

  /// P(F ≤ x).
  public func cdf(_ x: Double) -> Double { cd_f_cdf(x, numerator, denominator) }

  /// P(F > x), with its digits kept where it is tiny.
  public func upper(_ x: Double) -> Double { cd_f_upper(x, numerator, denominator) }

  /// The x with P(F ≤ x) = p; 0 and ∞ at 0 and 1, NaN outside.
  public func quantile(_ p: Double) -> Double { cd_f_quantile(p, numerator, denominator) }

  /// The x with P(F > x) = q, with its digits kept where q is tiny.
  public func upperQuantile(_ q: Double) -> Double {
    cd_f_upper_quantile(q, numerator, denominator)
  }

  /// The natural logarithm of the density at x.
  public func logDensity(_ x: Double) -> Double { cd_f_log_density(x, numerator, denominator) }
}

/// The chi-square distribution: the sum of so many squared standard normal variables.
public struct ChiSquare: Sendable, Equatable {
  /// Degrees of freedom, above zero; they need not be whole.
  public let degrees: Double
  private let gamma: Gamma

  /// The distribution with so many degrees of freedom; zero or fewer trap.
  public init(degrees: Double) {
    precondition(degrees > 0, "\(degrees) degrees of freedom")
    self.degrees = degrees
    gamma = Gamma(shape: degrees / 2, scale: 2)
  }

  /// P(X ≤ x).
  public func cdf(_ x: Double) -> Double { gamma.cdf(x) }

  /// P(X > x), with its digits kept where it is tiny.
  public func upper(_ x: Double) -> Double { gamma.upper(x) }

  /// The x with P(X ≤ x) = p; 0 and ∞ at 0 and 1, NaN outside.
  public func quantile(_ p: Double) -> Double { gamma.quantile(p) }

  /// The x with P(X > x) = q, with its digits kept where q is tiny.
  public func upperQuantile(_ q: Double) -> Double { gamma.upperQuantile(q) }

  /// The natural logarithm of the density at x.
  public func logDensity(_ x: Double) -> Double { gamma.logDensity(x) }
}

/// The gamma distribution, with mean shape · scale.
public struct Gamma: Sendable, Equatable {
  /// The exponent of x in the density, plus 1; above zero.
  public let shape: Double
  /// The unit of x, above zero; the rate is its reciprocal.
  public let scale: Double

  /// The distribution of that shape and scale; zero or less traps.
  public init(shape: Double, scale: Double) {
    precondition(shape > 0 && scale > 0, "shape \(shape) and scale \(scale)")
    self.shape = shape
    self.scale = scale
  }

  /// P(X ≤ x).
  public func cdf(_ x: Double) -> Double { cd_gamma_cdf(x, shape, scale) }

  /// P(X > x), with its digits kept where it is tiny.
  public func upper(_ x: Double) -> Double { cd_gamma_upper(x, shape, scale) }

  /// The x with P(X ≤ x) = p; 0 and ∞ at 0 and 1, NaN outside.
  public func quantile(_ p: Double) -> Double { cd_gamma_quantile(p, shape, scale) }

  /// The x with P(X > x) = q, with its digits kept where q is tiny.
  public func upperQuantile(_ q: Double) -> Double { cd_gamma_upper_quantile(q, shape, scale) }

  /// The natural logarithm of the density at x.
  public func logDensity(_ x: Double) -> Double { cd_gamma_log_density(x, shape, scale) }
}

/// The beta distribution on 0...1, with mean a / (a + b).
public struct Beta: Sendable, Equatable {
  /// The exponent of x in the density, plus 1; above zero.
  public let a: Double
  /// The exponent of 1 − x in the density, plus 1; above zero.
  public let b: Double

  /// The distribution with those two exponents; zero or less traps.
  public init(a: Double, b: Double) {
    precondition(a > 0 && b > 0, "a = \(a) and b = \(b)")
    self.a = a
    self.b = b
  }

  /// P(X ≤ x).
  public func cdf(_ x: Double) -> Double { cd_beta_cdf(x, a, b) }

  /// P(X > x), with its digits kept where it is tiny.
  public func upper(_ x: Double) -> Double { cd_beta_upper(x, a, b) }

  /// The x with P(X ≤ x) = p; NaN outside 0...1.
  public func quantile(_ p: Double) -> Double { cd_beta_quantile(p, a, b) }

  /// The x with P(X > x) = q, with its digits kept where q is tiny.
  public func upperQuantile(_ q: Double) -> Double { cd_beta_upper_quantile(q, a, b) }

  /// The natural logarithm of the density at x.
  public func logDensity(_ x: Double) -> Double { cd_beta_log_density(x, a, b) }
}

/// The Poisson distribution of counts.
public struct Poisson: Sendable, Equatable {
  /// The expected count, which is also the variance; above zero.
  public let mean: Double

  /// The distribution with that mean; zero or less, and infinity, trap.
  public init(mean: Double) {
    precondition(mean > 0 && mean.isFinite, "a mean of \(mean)")
    self.mean = mean
  }

  /// P(X ≤ x).
  public func cdf(_ x: Double) -> Double { cd_poisson_cdf(x, mean) }

  /// P(X > x), with its digits kept where it is tiny.
  public func upper(_ x: Double) -> Double { cd_poisson_upper(x, mean) }

  /// The smallest count k with P(X ≤ k) ≥ p; ∞ at 1, NaN outside 0...1.
  public func quantile(_ p: Double) -> Double { cd_poisson_quantile(p, mean) }

  /// The smallest count k with P(X > k) ≤ q.
  public func upperQuantile(_ q: Double) -> Double { cd_poisson_upper_quantile(q, mean) }

  /// The natural logarithm of P(X = x), −∞ where x is no count.
  public func logDensity(_ x: Double) -> Double { cd_poisson_log_density(x, mean) }
}

/// The binomial distribution: successes in so many independent trials.
public struct Binomial: Sendable, Equatable {
  /// The number of trials, zero or more.
  public let trials: Int
  /// The chance of success in one trial, 0...1.
  public let probability: Double

  /// The distribution of successes; a probability outside 0...1 traps.
  public init(trials: Int, probability: Double) {
    precondition(trials >= 0, "\(trials) trials")
    precondition((0...1).contains(probability), "a probability of \(probability)")
    self.trials = trials
    self.probability = probability
  }

  /// P(X ≤ x).
  public func cdf(_ x: Double) -> Double { cd_binomial_cdf(x, Double(trials), probability) }

  /// P(X > x), with its digits kept where it is tiny.
  public func upper(_ x: Double) -> Double { cd_binomial_upper(x, Double(trials), probability) }

  /// The smallest count k with P(X ≤ k) ≥ p; NaN outside 0...1.
  public func quantile(_ p: Double) -> Double {
    cd_binomial_quantile(p, Double(trials), probability)
  }

  /// The smallest count k with P(X > k) ≤ q.
  public func upperQuantile(_ q: Double) -> Double {
    cd_binomial_upper_quantile(q, Double(trials), probability)
  }

  /// The natural logarithm of P(X = x), −∞ where x is no possible count.
  public func logDensity(_ x: Double) -> Double {
    cd_binomial_log_density(x, Double(trials), probability)
  }
}
