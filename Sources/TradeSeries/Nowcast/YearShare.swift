import Glibc
import TradeNumerics

/// What is expected of the share of a year that its first months make.
///
///     y[t] = ln (part / year) − ln (m / 12)        of year t, for the first m months
///     y[t] = μ + e[t]      μ ~ (0, τ²)   τ² = level² + (between · σ)²
///                          e ~ (0, ω²)   ω  = within · σ
///
/// σ is the root mean square of the yearly changes of the logarithm: a series that changes much
/// from year to year changes much within one. With k known shares, whose mean is ȳ and whose sum of
/// squares about it S, the share of the year that is asked for is Student's t about
///
///     centre = k τ² / (k τ² + ω²) · ȳ      variance = ω² + τ² ω² / (k τ² + ω²)
///
/// where ω² = (ν ω² + S) / (ν + k − 1) once k > 1, with ν + max (k − 1, 0) degrees of freedom.
/// Without a known share that is the calendar's, and the interval is the widest; each known share
/// moves the centre to what the series itself has shown and narrows the interval. `level`,
/// `between`, `within` and ν were learned from monthly series (`YearShares`).
///
/// Reference: Gelman et al., *Bayesian Data Analysis* (3rd edition, 2013), sections 3.3 and 5.4.
struct YearShare {
  /// The centre of y.
  let centre: Double
  /// The scale of y.
  let scale: Double
  /// The part of the centre that the known shares decide; the calendar decides the rest.
  let weight: Double
  private let student: StudentT
  private let calendar: Double

  /// The first `months` of a year, from 1 to 11, with the earlier shares as fractions of the year.
  init(months: Int, shares: [Double], change: Double) {
    precondition((1...11).contains(months), "\(months) months")
    let place = months - 1
    let calendar = log(Double(months) / 12)
    let known = shares.map { log($0) - calendar }
    let count = Double(known.count)
    let mean = known.isEmpty ? 0 : known.reduce(0, +) / count
    let squares = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let within = YearShares.within[place] * change
    // Not quite zero in a series without any change, as while learning.
    let learned = within * within + 1e-8
    let degrees = max(count - 1, 0)
    let omega = (YearShares.freedom * learned + squares) / (YearShares.freedom + degrees)
    let (level, between) = (YearShares.level[place], YearShares.between[place] * change)
    let tau = level * level + between * between
    weight = count * tau / (count * tau + omega)
    centre = weight * mean
    scale = (omega + tau * omega / (count * tau + omega)).squareRoot()
    student = StudentT(degrees: YearShares.freedom + degrees)
    self.calendar = calendar
  }

  /// The share that is expected, a fraction of the year.
  var expected: Double { Self.clamped(exp(calendar + centre)) }

  /// The share below which it lies with a probability; no part is larger than the whole.
  func quantile(_ probability: Double) -> Double {
    Self.clamped(exp(calendar + centre + scale * student.quantile(probability)))
  }

  /// Whatever a wild series allows, the year stays a number.
  private static func clamped(_ share: Double) -> Double { min(max(share, leastShare), 1) }

  /// The smallest share of a year that is believed.
  static let leastShare = 1e-12
}
