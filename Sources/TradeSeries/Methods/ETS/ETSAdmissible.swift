/// Whether the influence of old values dies away, which the usual bounds do not promise for
/// seasonal models.
///
///     z^(m+1) + (α + β − φ) z^m + (α + β − αφ) (z^(m−1) + … + z²)
///       + (α + β − αφ + γ − 1) z + φ (1 − α − γ)
///
/// must have all roots inside the unit circle. Without a trend z − 1 is a factor, which the
/// redundant level of the seasons owns; it is divided out. Roots are not computed: the polynomial
/// is reduced degree by degree (Schur and Cohn).
///
/// Reference: Hyndman, Akram & Archibald, "The admissible parameter space for exponential smoothing
/// models", *Annals of the Institute of Statistical Mathematics* 60 (2008).
struct ETSAdmissible {
  private let period: Int
  private let hasTrend: Bool
  /// Coefficients, the highest power first.
  private var polynomial: [Double]
  private var reduced: [Double]

  init(season period: Int, hasTrend: Bool) {
    self.period = period
    self.hasTrend = hasTrend
    polynomial = [Double](repeating: 0, count: period + (hasTrend ? 2 : 1))
    reduced = polynomial
  }

  mutating func contains(alpha: Double, beta: Double, gamma: Double, phi: Double) -> Bool {
    guard period > 1 else { return true }
    let last = polynomial.count - 1
    polynomial[0] = 1
    if hasTrend {
      let middle = alpha + beta - alpha * phi
      polynomial[1] = alpha + beta - phi
      var index = 2
      while index < last - 1 {
        polynomial[index] = middle
        index += 1
      }
      polynomial[last - 1] = middle + gamma - 1
      polynomial[last] = phi * (1 - alpha - gamma)
    } else {
      var index = 1
      while index < last {
        polynomial[index] = alpha
        index += 1
      }
      polynomial[last] = alpha + gamma - 1
    }
    return isStable()
  }

  /// Schur–Cohn: |last| < |first|, and the same for first · p − last · reversed p, a degree lower.
  private mutating func isStable() -> Bool {
    var degree = polynomial.count - 1
    while degree > 0 {
      let reflection = polynomial[degree] / polynomial[0]
      guard abs(reflection) < 1 else { return false }
      var index = 0
      while index < degree {
        reduced[index] = polynomial[index] - reflection * polynomial[degree - index]
        index += 1
      }
      swap(&polynomial, &reduced)
      degree -= 1
    }
    return true
  }
}
