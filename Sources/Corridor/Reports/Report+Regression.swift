extension Report {
  /// A fitted regression: the coefficients and how well they fit.
  public static func regression(
    _ fit: Regression.Fit, level: Double = 0.95, notes: [String] = []
  ) -> Report {
    Report(
      fit.formula.description,
      [
        .table("regress", fit.table(level: level)),
        .notes(fit.summary),
        .notes((fit.notes + notes).sentences),
      ])
  }
}

extension Regression.Fit {
  /// Fit statistics on two lines; what is undefined is left out.
  fileprivate var summary: [String] {
    var first = ["n = \(count)", "degrees of freedom = \(degreesOfFreedom)"]
    if let sigma = residualStandardError {
      first.append("residual std. error = \(NumberText.significant(sigma, digits: 5))")
    }
    var second: [String] = []
    if let r = rSquared { second.append("R² = \(NumberText.fixed(r, digits: 4))") }
    if let r = adjustedRSquared { second.append("adjusted R² = \(NumberText.fixed(r, digits: 4))") }
    if let test = fTest {
      second.append(
        "F(\(test.numerator), \(test.denominator)) = "
          + "\(NumberText.significant(test.statistic, digits: 5)), "
          + "p = \(NumberText.significant(test.p, digits: 3))")
    }
    return [first, second].filter { !$0.isEmpty }.map { $0.joined(separator: ", ") }
  }
}
