import TradeTables

/// Tests of the form of the equation.
extension DiagnosticSample {
  /// Ramsey's RESET: whether the square and cube of the fitted values explain what is left.
  ///
  ///     F of ŷ² and ŷ³ added to the terms
  ///
  /// With an intercept ŷ is taken from its mean: the columns span the same and keep their digits.
  ///
  /// Reference: Ramsey (1969).
  func reset() throws(Undefined) -> Diagnostics.Test {
    let y = scaled(hasIntercept ? centred(fitted) : fitted)
    let (statistic, law) = try fTest(
      of: [y.map { $0 * $0 }, y.map { $0 * $0 * $0 }], called: "powers of the fitted values")
    return Diagnostics.Test(
      "RESET", statistic, law, quiet: "no sign of a wrong form",
      alarm: "the form is not right")
  }

  /// Chow's test of coefficients that are others from a value of the first term on.
  ///
  ///     F of the terms times (1 where x ≥ the value, else 0), added to the terms
  ///       = ((Σ e² − Σ e₁² − Σ e₂²) / k) / ((Σ e₁² + Σ e₂²) / (n − 2 k))
  ///
  /// e₁ and e₂ are the residuals of fits to either side alone. Where the terms of one side are
  /// combinations of fewer, those count in place of k.
  ///
  /// Reference: Chow (1960).
  func chow(at value: Double) throws(Undefined) -> Diagnostics.Test {
    guard let first = names.firstIndex(where: { $0 != "(intercept)" }) else {
      throw Undefined(reason: "there is no term beside the intercept")
    }
    let isLater = terms.column(first).map { $0 >= value }
    let later = isLater.count { $0 }
    let k = terms.columns
    guard min(later, count - later) >= k else {
      throw Undefined(
        reason: "\(count - later) rows below \(NumberText.full(value)) and \(later) from it on; "
          + "each side needs \(k)")
    }
    func masked(_ matrix: Matrix) -> [[Double]] {
      (0..<matrix.columns).map { column in
        zip(matrix.column(column), isLater).map { $1 ? $0 : 0 }
      }
    }
    let (statistic, law) = try fTest(
      of: masked(terms), lowOfMore: low.map(masked), called: "coefficients for each side")
    return Diagnostics.Test(
      "Chow", statistic, law, quiet: "no sign of a break", alarm: "coefficients differ")
  }
}
