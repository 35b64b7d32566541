import Glibc

/// The shape θ of the negative binomial, V(μ) = μ + μ²/θ, by maximum likelihood for given means.
///
///     ∂ℓ/∂θ = Σ [ψ(y + θ) − ψ(θ) + log θ + 1 − log(μ + θ) − (y + θ)/(μ + θ)] = 0
///
/// Newton's method in log θ, which keeps θ positive. Without overdispersion the likelihood rises
/// for ever with θ; the search ends at `largest`, where the model is Poisson to all digits shown.
///
/// Reference: Venables & Ripley, *Modern Applied Statistics with S*, section 7.4.
struct NegativeBinomialShape: Sendable {
  /// Beyond this the variance is that of the Poisson distribution.
  static let largest = 1e9

  /// The estimate of θ.
  var theta: Double
  /// −∂²ℓ/∂θ² at the estimate.
  var information: Double = 0

  /// A first value from the means, by moments: n / Σ (y/μ − 1)².
  init(moments model: IteratedLeastSquares) {
    let (response, eta) = (model.response, model.eta)
    var squares = 0.0
    for row in 0..<response.count {
      let ratio = response.start[row] / Family.negativeBinomial.mean(eta.start[row]) - 1
      squares += ratio * ratio
    }
    let theta = Double(response.count) / squares
    self.theta = min(max(theta.isFinite ? theta : Self.largest, 1e-6), Self.largest)
  }

  /// Moves θ to the maximum; the answer is the relative change.
  mutating func improve(_ model: IteratedLeastSquares) -> Double {
    let before = theta
    for _ in 0..<60 {
      let (score, information) = derivatives(model)
      self.information = information
      // In τ = log θ: gradient θ s, curvature θ² i − θ s.
      let gradient = theta * score
      let curvature = theta * theta * information - gradient
      let change = curvature > 0 ? gradient / curvature : (gradient > 0 ? 1 : -1)
      theta = min(max(theta * exp(max(-2, min(2, change))), 1e-9), Self.largest)
      if abs(change) < 1e-11 || theta == Self.largest { break }
    }
    return abs(theta / before - 1)
  }

  private func derivatives(_ model: IteratedLeastSquares) -> (score: Double, information: Double) {
    let (response, eta, prior, theta) = (model.response, model.eta, model.prior, theta)
    let (psi, psi1) = (Digamma.value(theta), Digamma.derivative(theta))
    let parts = model.regression.pieces.map { rows -> (Double, Double) in
      var (score, information) = (0.0, 0.0)
      for row in rows {
        let weight = prior?.start[row] ?? 1
        let y = response.start[row]
        let mu = Family.negativeBinomial.mean(eta.start[row])
        let sum = mu + theta
        score +=
          weight
          * (Digamma.value(y + theta) - psi - log1p(mu / theta) + (mu - y) / sum)
        information +=
          weight
          * (psi1 - Digamma.derivative(y + theta) - mu / (theta * sum) + (mu - y) / (sum * sum))
      }
      return (score, information)
    }
    return (parts.reduce(0) { $0 + $1.0 }, parts.reduce(0) { $0 + $1.1 })
  }
}

/// The derivatives of log Γ(x) for positive x.
///
/// Steps up by ψ(x) = ψ(x + 1) − 1/x to where the series of Stirling has all its digits.
///
/// Reference: Abramowitz & Stegun, *Handbook of Mathematical Functions*, 6.3.5, 6.3.18, 6.4.12.
enum Digamma {
  /// ψ(x) = d log Γ(x) / dx.
  static func value(_ x: Double) -> Double {
    var (x, sum) = (x, 0.0)
    while x < 10 {
      sum -= 1 / x
      x += 1
    }
    let s = 1 / (x * x)
    let series =
      s
      * (1.0 / 12 - s
        * (1.0 / 120 - s * (1.0 / 252 - s * (1.0 / 240 - s * (1.0 / 132 - s * 691 / 32760)))))
    return sum + log(x) - 1 / (2 * x) - series
  }

  /// ψ′(x).
  static func derivative(_ x: Double) -> Double {
    var (x, sum) = (x, 0.0)
    while x < 10 {
      sum += 1 / (x * x)
      x += 1
    }
    let s = 1 / (x * x)
    let series =
      1.0 / 6 - s * (1.0 / 30 - s * (1.0 / 42 - s * (1.0 / 30 - s * (5.0 / 66 - s * 691 / 2730))))
    return sum + 1 / x + s / 2 + s / x * series
  }
}
