import Glibc
import TradeTables

/// What is said of a least-squares fit, wherever its rows are: in memory, or gone by in a stream.
///
/// The sums of squares and the counts say all of it:
///
///     R² = 1 − Σ e² / total        F = ((total − Σ e²) / slopes) / (Σ e² / (n − rank))
///     ℓ = −½ n (ln 2π + ln (Σ e² / n) + 1)
public protocol LeastSquaresFit: Sendable {
  /// The formula that was fitted.
  var formula: Formula { get }
  /// One for each term of the formula, the intercept first; dropped terms are among them.
  var coefficients: [Regression.Coefficient] { get }
  /// Rows with every value that the formula needs: n.
  var count: Int { get }
  /// Rows left out because a value was missing.
  var missing: Int { get }
  /// The places of the coefficients that were kept, ascending.
  var kept: [Int] { get }
  /// The columns that were left out, each with what it equals.
  var dropped: [LeastSquares.Dependency] { get }
  /// An estimate of the condition number of the kept columns, each scaled to size one.
  var conditionNumber: Double { get }
  /// Σ e², and zero where the fit is exact to the last digit of the responses.
  var residualSumOfSquares: Double { get }
  /// Σ (y − ȳ)², or Σ y² without an intercept.
  var totalSumOfSquares: Double { get }
}

extension Regression.Fit: LeastSquaresFit {
  /// The places of the coefficients that were kept, ascending.
  public var kept: [Int] { leastSquares.kept }
  /// The columns that were left out, each with what it equals.
  public var dropped: [LeastSquares.Dependency] { leastSquares.dropped }
  /// An estimate of the condition number of the kept columns, each scaled to size one.
  public var conditionNumber: Double { leastSquares.conditionNumber }
}

extension LeastSquaresFit {
  /// The number of coefficients that were kept.
  public var rank: Int { kept.count }
  /// n − rank: the rows beyond those that the coefficients use up.
  public var degreesOfFreedom: Int { count - rank }
  /// s = √(Σ e² / (n − rank)), in the unit of the response; `nil` without degrees of freedom.
  public var residualStandardError: Double? {
    degreesOfFreedom > 0 ? (residualSumOfSquares / Double(degreesOfFreedom)).squareRoot() : nil
  }

  /// 1 − Σ e² / total sum of squares; without an intercept about zero instead of the mean.
  public var rSquared: Double? {
    guard totalSumOfSquares > 0 else { return nil }
    return 1 - residualSumOfSquares / totalSumOfSquares
  }

  /// 1 − (1 − R²) (n − i) / (n − rank), i = 1 with an intercept.
  public var adjustedRSquared: Double? {
    guard let rSquared, degreesOfFreedom > 0 else { return nil }
    return 1 - (1 - rSquared) * Double(count - intercepts) / Double(degreesOfFreedom)
  }

  /// The test that every coefficient but the intercept is zero.
  public var fTest: Regression.Fit.FTest? {
    let slopes = rank - intercepts
    guard slopes > 0, degreesOfFreedom > 0, totalSumOfSquares > 0,
      residualSumOfSquares > 0
    else {
      return nil
    }
    let residual = residualSumOfSquares
    let f =
      max(totalSumOfSquares - residual, 0) / Double(slopes) / (residual / Double(degreesOfFreedom))
    return Regression.Fit.FTest(statistic: f, numerator: slopes, denominator: degreesOfFreedom)
  }

  private var intercepts: Int { formula.hasIntercept ? 1 : 0 }

  /// ℓ = −½ n (ln 2π + ln (Σ e² / n) + 1), the Gaussian likelihood at its maximum; `nil` for an exact
  /// fit.
  public var logLikelihood: Double? {
    let squares = residualSumOfSquares
    guard squares > 0 else { return nil }
    let n = Double(count)
    return -0.5 * n * (log(2 * Double.pi) + log(squares / n) + 1)
  }

  /// Akaike's criterion 2 k − 2 ℓ, k = rank + 1 with the variance.
  public var aic: Double? { logLikelihood.map { 2 * parameters - 2 * $0 } }

  /// AIC + 2 k (k + 1) / (n − k − 1); `nil` where n is too small for it.
  public var aicc: Double? {
    let left = Double(count) - parameters - 1
    return left > 0 ? aic.map { $0 + 2 * parameters * (parameters + 1) / left } : nil
  }

  /// Schwarz's criterion k ln n − 2 ℓ.
  public var bic: Double? { logLikelihood.map { parameters * log(Double(count)) - 2 * $0 } }

  private var parameters: Double { Double(rank + 1) }
}

extension Regression.Fit {
  /// The F test of a regression: mean square explained over mean square left.
  ///
  ///     F = ((total − Σ e²) / slopes) / (Σ e² / (n − rank))
  public struct FTest: Sendable, Equatable {
    /// F itself, near 1 where no slope differs from zero.
    public let statistic: Double
    /// Degrees of freedom of the numerator: the slopes that were kept.
    public let numerator: Int
    /// Degrees of freedom of the denominator: n − rank.
    public let denominator: Int

    /// P(F > statistic) if every true slope were zero.
    public var p: Double {
      FisherF(numerator: Double(numerator), denominator: Double(denominator)).upper(statistic)
    }
  }
}

// MARK: - Notes

extension LeastSquaresFit {
  /// What was left out and why, one sentence each.
  public var notes: [String] {
    var notes = dropped.map { dependency in
      let name = coefficients[dependency.column].name
      guard !dependency.isZero else { return "\(name) is dropped: it is zero in every row" }
      guard !dependency.combination.isEmpty else {
        return "\(name) is dropped: the other terms explain it to working precision"
      }
      let parts = dependency.combination.map { part in
        // Six decimals are enough to recognise a factor by.
        let factor = NumberText.full((part.factor * 1e6).rounded() / 1e6)
        let other = coefficients[part.column].name
        if other == "(intercept)" { return factor }
        return factor == "1" ? other : factor == "-1" ? "-\(other)" : "\(factor) \(other)"
      }
      return "\(name) is dropped: it equals \(parts.joined(separator: " + ").replacingSigns)"
    }
    for place in kept where coefficients[place].estimate == nil {
      notes.append(
        "the coefficient of \(coefficients[place].name) is beyond the largest number; "
          + "give the column in a smaller unit")
    }
    if missing > 0 {
      notes.append(
        "\(missing) \(missing == 1 ? "row" : "rows") with a missing value \(missing == 1 ? "is" : "are") left out"
      )
    }
    if degreesOfFreedom == 0 {
      notes.append(
        "\(count) \(count == 1 ? "row" : "rows") for \(rank) coefficients leave no degrees of "
          + "freedom: the fit is exact and has no standard errors")
    }
    if degreesOfFreedom > 0, residualSumOfSquares == 0, totalSumOfSquares > 0 {
      notes.append("the fit is exact: there is nothing to test")
    }
    if totalSumOfSquares == 0 { notes.append("the response does not vary: there is no R²") }
    return notes
  }
}

extension String {
  fileprivate var replacingSigns: String {
    split(separator: " + -", omittingEmptySubsequences: false).joined(separator: " - ")
  }
}
