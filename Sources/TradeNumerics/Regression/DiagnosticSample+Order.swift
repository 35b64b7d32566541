import TradeTables

/// Tests of residuals that do not depend on the ones before them; the order of rows matters.
extension DiagnosticSample {
  private static let quiet = "no sign of autocorrelation"
  private static let alarm = "residuals are autocorrelated"

  /// Durbin and Watson's statistic.
  ///
  ///     d = Σ (eₜ − eₜ₋₁)² / Σ eₜ²        about 2 (1 − r₁)
  ///
  /// Its law depends on the terms, so it is given without a probability; Breusch and Godfrey's test
  /// answers the same question with one.
  ///
  /// Reference: Durbin & Watson (1950).
  func durbinWatson() throws(Undefined) -> Diagnostics.Test {
    let steps = zip(residuals.dropFirst(), residuals).map { $0 - $1 }
    let d = sumOfSquares(steps) / sumOfSquares(residuals)
    let correlation = ((1 - d / 2) * 100).rounded() / 100
    return Diagnostics.Test(
      name: "Durbin-Watson", statistic: d, distribution: "", p: nil,
      reason: "its law depends on the terms",
      reading: "autocorrelation about \(NumberText.full(correlation + 0))")
  }

  /// Breusch and Godfrey's test of residuals that depend on the one before.
  ///
  ///     n R² of eₜ on the terms and eₜ₋₁        chi-square(1)
  ///
  /// The residual before the first row is zero. It holds with a lagged response among the terms.
  ///
  /// Reference: Breusch (1978); Godfrey (1978).
  func breuschGodfrey() throws(Undefined) -> Diagnostics.Test {
    let auxiliary = try regress(residuals, adding: [[0] + residuals.dropLast()])
    guard auxiliary.rank > terms.columns else {
      throw Undefined(reason: "the residuals of the rows before add nothing to the terms")
    }
    return Diagnostics.Test(
      "Breusch-Godfrey", Double(count) * auxiliary.share, .chiSquare(1), quiet: Self.quiet,
      alarm: Self.alarm)
  }

  /// Ljung and Box's test of the first autocorrelations together.
  ///
  ///     Q = n (n + 2) Σ r_l² / (n − l), l = 1...L        chi-square(L)
  ///     r_l = Σ (eₜ − ē)(eₜ₋ₗ − ē) / Σ (eₜ − ē)²         L = min(10, n/5), at least 1
  ///
  /// No degrees are taken off for the coefficients, which matter less than they do in models of the
  /// autocorrelations themselves.
  ///
  /// Reference: Ljung & Box (1978); for L Hyndman & Athanasopoulos, *Forecasting: Principles and
  /// Practice*, 3rd edition, section 5.4.
  func ljungBox() throws(Undefined) -> Diagnostics.Test {
    let deviations = centred(residuals)
    let total = sumOfSquares(deviations)
    let lags = max(1, min(10, count / 5))
    guard total > 0, lags < count else { throw Undefined(reason: "the residuals do not vary") }
    let n = Double(count)
    var q = 0.0
    for lag in 1...lags {
      let products = zip(deviations.dropFirst(lag), deviations).reduce(0) { $0 + $1.0 * $1.1 }
      let r = products / total
      q += r * r / (n - Double(lag))
    }
    return Diagnostics.Test(
      "Ljung-Box", n * (n + 2) * q, .chiSquare(lags), quiet: Self.quiet, alarm: Self.alarm)
  }

  private func sumOfSquares(_ x: [Double]) -> Double { x.reduce(0) { $0 + $1 * $1 } }
}
