import Glibc

/// The distribution of a response and the link between its mean μ and the linear predictor η.
///
///     family              variance V(μ)   link
///     gaussian            1               η = μ
///     poisson             μ               η = log μ
///     gamma               μ²              η = log μ
///     negativeBinomial    μ + μ²/θ        η = log μ
///     logit               μ (1 − μ)       η = log(μ / (1 − μ))
///
/// The gamma family has the logarithm for its link, not the inverse that is canonical, so that
/// every mean is positive.
///
/// Reference: McCullagh & Nelder, *Generalized Linear Models*, 2nd edition, chapter 2.
public enum Family: String, Sendable, CaseIterable {
  case gaussian
  case poisson
  case gamma
  case negativeBinomial = "negative-binomial"
  case logit

  /// Whether the link is the canonical one, for which scoring is Newton's method.
  var isCanonical: Bool { self == .gaussian || self == .poisson || self == .logit }
  /// Whether the variance has a factor to estimate; otherwise it is 1.
  var hasDispersion: Bool { self == .gaussian || self == .gamma }

  /// The values that a response may have, in words for a message.
  var domain: String {
    switch self {
    case .gaussian: "a finite number"
    case .poisson, .negativeBinomial: "a number that is not negative"
    case .gamma: "a number above zero"
    case .logit: "a number from 0 to 1"
    }
  }

  /// Whether a response may have this value.
  func accepts(_ y: Double) -> Bool {
    guard y.isFinite, abs(y) <= Regression.largest else { return false }
    switch self {
    case .gaussian: return true
    case .poisson, .negativeBinomial: return y >= 0
    case .gamma: return y > 0
    case .logit: return (0...1).contains(y)
    }
  }

  /// −1 or 1 where the likelihood of this response rises without end as η goes that way.
  func boundary(of y: Double) -> Int {
    switch self {
    case .gaussian, .gamma: 0
    case .poisson, .negativeBinomial: y == 0 ? -1 : 0
    case .logit: y == 0 ? -1 : y == 1 ? 1 : 0
    }
  }

  /// The linear predictor of a mean.
  func link(_ mean: Double) -> Double {
    switch self {
    case .gaussian: mean
    case .poisson, .gamma, .negativeBinomial: log(mean)
    case .logit: log(mean / (1 - mean))
    }
  }

  /// The mean of a linear predictor.
  func mean(_ eta: Double) -> Double {
    switch self {
    case .gaussian: eta
    case .poisson, .gamma, .negativeBinomial: exp(bounded(eta))
    case .logit: 1 / (1 + exp(-bounded(eta)))
    }
  }

  /// A linear predictor to begin with, between the response and the mean of all.
  func start(_ y: Double, mean: Double) -> Double {
    switch self {
    case .gaussian: y
    case .poisson, .gamma, .negativeBinomial: log((y + mean) / 2)
    case .logit: log((y + 0.5) / (1.5 - y))
    }
  }
}

/// What one row adds to a step of the iteration.
struct WorkingRow {
  /// w = (dμ/dη)² / V(μ).
  var weight: Double
  /// r = (y − μ) dη/dμ.
  var residual: Double
  /// −log likelihood, less what does not depend on η.
  var loss: Double
}

extension Family {
  /// Weight, residual and loss of a row; `theta` matters to the negative binomial only.
  @inline(__always)
  func working(_ eta: Double, _ y: Double, theta: Double) -> WorkingRow {
    switch self {
    case .gaussian:
      return WorkingRow(weight: 1, residual: y - eta, loss: (y - eta) * (y - eta) / 2)
    case .poisson:
      let mu = exp(bounded(eta))
      return WorkingRow(weight: mu, residual: (y - mu) / mu, loss: mu - y * eta)
    case .gamma:
      let ratio = y / exp(bounded(eta))
      return WorkingRow(weight: 1, residual: ratio - 1, loss: ratio + eta)
    case .negativeBinomial:
      let mu = exp(bounded(eta))
      return WorkingRow(
        weight: mu / (1 + mu / theta), residual: (y - mu) / mu,
        loss: (y + theta) * log1p(mu / theta) - y * eta)
    case .logit:
      // e = exp(−|η|), so that neither μ nor 1 − μ loses its digits.
      let e = exp(-abs(bounded(eta)))
      let weight = e / ((1 + e) * (1 + e))
      let difference = eta >= 0 ? (y - 1) + e / (1 + e) : y - e / (1 + e)
      return WorkingRow(
        weight: weight, residual: difference / weight,
        loss: log1p(e) + max(eta, 0) - y * eta)
    }
  }

  /// 2 (log likelihood of the response itself − that of μ), without the dispersion.
  @inline(__always)
  func deviance(_ y: Double, eta: Double, theta: Double) -> Double {
    let mu = mean(eta)
    switch self {
    case .gaussian: return (y - mu) * (y - mu)
    case .poisson: return 2 * (entropy(y, mu) - (y - mu))
    case .gamma: return 2 * ((y - mu) / mu - log(y / mu))
    case .negativeBinomial:
      return 2 * (entropy(y, mu) - (y + theta) * log((y + theta) / (mu + theta)))
    case .logit:
      let e = exp(-abs(bounded(eta)))
      let (low, high) = (e / (1 + e), 1 / (1 + e))
      return 2
        * (entropy(y, eta >= 0 ? high : low) + entropy(1 - y, eta >= 0 ? low : high))
    }
  }

  /// The log likelihood of a row; `dispersion` is the variance or the inverse shape.
  @inline(__always)
  func logLikelihood(_ y: Double, eta: Double, theta: Double, dispersion: Double) -> Double {
    switch self {
    case .gaussian:
      return -((y - eta) * (y - eta) / dispersion + log(2 * Double.pi * dispersion)) / 2
    case .poisson: return y * eta - exp(bounded(eta)) - logGamma(y + 1)
    case .gamma:
      let shape = 1 / dispersion
      let ratio = y / exp(bounded(eta))
      return shape * (log(shape * ratio) - ratio) - log(y) - logGamma(shape)
    case .negativeBinomial:
      let mu = exp(bounded(eta))
      return logGamma(y + theta) - logGamma(theta) - logGamma(y + 1)
        + y * (eta - log(theta)) - (y + theta) * log1p(mu / theta)
    case .logit: return y * eta - max(eta, 0) - log1p(exp(-abs(bounded(eta))))
    }
  }
}

/// y log(y / μ), zero at y = 0.
@inline(__always)
private func entropy(_ y: Double, _ mu: Double) -> Double { y == 0 ? 0 : y * log(y / mu) }

/// Where the exponential neither overflows nor becomes zero.
@inline(__always)
private func bounded(_ eta: Double) -> Double { max(-690, min(690, eta)) }

/// log Γ(x) for positive x, without the global sign that `lgamma` of C leaves behind.
@inline(__always)
private func logGamma(_ x: Double) -> Double { lgamma(x).0 }
