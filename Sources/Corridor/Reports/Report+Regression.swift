extension Report {
  /// A fitted regression: the coefficients and how well they fit.
  ///
  /// `estimates` are those of another covariance than the classical one, where they are given;
  /// `stars` mark the small probabilities.
  public static func regression(
    _ fit: Regression.Fit, estimates: Estimates? = nil, level: Double = 0.95, notes: [String] = [],
    diagnostics: Diagnostics? = nil, stars: Bool = false
  ) -> Report {
    leastSquares(
      fit, estimates ?? fit.estimates(), level: level, notes: notes, diagnostics: diagnostics,
      stars: stars)
  }

  /// The same of a regression whose rows were read as a stream.
  public static func regression(
    _ fit: StreamedRegression.Fit, estimates: Estimates? = nil, level: Double = 0.95,
    notes: [String] = [], stars: Bool = false
  ) -> Report {
    leastSquares(
      fit, estimates ?? fit.estimates(), level: level, notes: notes, diagnostics: nil, stars: stars)
  }

  private static func leastSquares(
    _ fit: some LeastSquaresFit, _ estimates: Estimates, level: Double, notes: [String],
    diagnostics: Diagnostics?, stars: Bool
  ) -> Report {
    Report(
      fit.formula.description,
      coefficients(estimates.table(level: level), stars) + [
        .notes(fit.summary),
        .notes((fit.notes + notes).sentences),
      ] + (diagnostics.map { [.table("diagnostics", $0.table)] } ?? []))
  }

  /// A fitted generalised linear model.
  public static func generalised(
    _ fit: GeneralisedLinearModel.Fit, formula: Formula, estimates: Estimates,
    level: Double = 0.95, missing: Int = 0, notes: [String] = [], stars: Bool = false
  ) -> Report {
    Report(
      "\(formula), \(fit.specification.family.rawValue)",
      coefficients(estimates.table(level: level), stars) + [
        .notes(fit.summary),
        .notes((fit.notes + missing.missingNotes + notes).sentences),
      ])
  }

  /// A fitted regression on values of which some are bounds.
  public static func censored(
    _ fit: CensoredRegression.Fit, formula: Formula, level: Double = 0.95, missing: Int = 0,
    stars: Bool = false
  ) -> Report {
    let counts = fit.counts
    let kinds = [
      (counts.observed, "observed"), (counts.right, "more than a bound"),
      (counts.left, "less than a bound"), (counts.interval, "between bounds"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return Report(
      "\(formula), \(fit.distribution.rawValue) with bounds as bounds",
      coefficients(fit.table(level: level), stars) + [
        .notes([
          "n = \(counts.total): \(kinds.joined(separator: ", "))",
          "scale = \(NumberText.significant(fit.scale, digits: 5)), "
            + "log likelihood = \(NumberText.fixed(fit.logLikelihood, digits: 4))",
        ]),
        .notes(missing.missingNotes.sentences),
      ])
  }

  /// The table of coefficients, with stars and what they mean where they are asked for.
  private static func coefficients(_ table: Table, _ stars: Bool) -> [Block] {
    guard stars else { return [.table("regress", table)] }
    return [.table("regress", table.withStars()), .notes([starNote])]
  }
}

extension Int {
  /// `, 2 singletons dropped`; nothing where there are none.
  fileprivate func counted(_ noun: String) -> String {
    self == 0 ? "" : ", \(self) \(noun)\(self == 1 ? "" : "s") dropped"
  }

  /// How many rows a missing value leaves out.
  fileprivate var missingNotes: [String] {
    self == 0 ? [] : ["\(self) \(self == 1 ? "row" : "rows") with a missing value left out"]
  }
}

extension GeneralisedLinearModel.Fit {
  /// Fit statistics; what is undefined is left out.
  fileprivate var summary: [String] {
    var second = ["deviance = \(NumberText.significant(deviance, digits: 6))"]
    if logLikelihood.isFinite {
      second.append("log likelihood = \(NumberText.significant(logLikelihood, digits: 7))")
    }
    if let r = pseudoRSquared { second.append("pseudo R² = \(NumberText.fixed(r, digits: 4))") }
    if let theta { second.append("theta = \(NumberText.significant(theta, digits: 5))") }
    var lines = [
      "n = \(count), \(iterations) iterations"
        + droppedSingletons.counted("singleton") + droppedSeparated.counted("separated row"),
      second.joined(separator: ", "),
    ]
    if !effects.isEmpty {
      let list = effects.map { "\($0.name) (\($0.levels))" }
      lines.append("absorbed effects: \(list.joined(separator: ", "))")
    }
    return lines
  }
}

extension LeastSquaresFit {
  /// Fit statistics on three lines; what is undefined is left out.
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
    var third: [String] = []
    if let aic { third.append("AIC = \(NumberText.fixed(aic, digits: 2))") }
    if let bic { third.append("BIC = \(NumberText.fixed(bic, digits: 2))") }
    if conditionNumber.isFinite {
      third.append("condition number = \(NumberText.significant(conditionNumber, digits: 2))")
    }
    return [first, second, third].filter { !$0.isEmpty }.map { $0.joined(separator: ", ") }
  }
}
