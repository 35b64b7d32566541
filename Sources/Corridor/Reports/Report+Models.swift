extension Report {
  /// One of several models that stand side by side.
  public struct Model: Sendable {
    /// The formula, and the family where it is not least squares.
    public let title: String
    /// Its coefficients.
    public let estimates: Estimates
    /// n and the measures of fit, in a line.
    public let summary: String
    /// Every measure of fit by name; what is undefined has no value.
    public let statistics: [(name: String, value: Double?)]
  }

  /// The measures of fit of one or several models: `model,statistic,value`.
  public static func summaries(_ models: [Model]) -> Report {
    let rows = models.flatMap { model in model.statistics.map { (model.title, $0.name, $0.value) } }
    return Report(
      "Measures of fit",
      .table(
        "summary",
        Table(
          .text("model", rows.map(\.0), heading: "Model"),
          .text("statistic", rows.map(\.1), heading: "Statistic"),
          .number("value", rows.map(\.2), heading: "Value", style: .mixed(7)))))
  }

  /// Several models, a row for each term that any of them has, in the order of first appearance.
  ///
  /// `term,estimate_1,std_error_1,estimate_2,std_error_2,…`; a term that a model does not have is
  /// empty. `stars` mark the small probabilities.
  public static func models(_ models: [Model], stars: Bool = false) -> Report {
    var terms: [String] = []
    for name in models.flatMap(\.estimates.names) where !terms.contains(name) {
      terms.append(name)
    }
    var columns: [Column] = [.text("term", terms)]
    for (index, model) in models.enumerated() {
      let places = Dictionary(
        model.estimates.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }
      )
      func cells(_ values: [Double?]) -> [Double?] {
        terms.map { name in places[name].flatMap { values[$0] } }
      }
      columns += [
        .number(
          "estimate_\(index + 1)", cells(model.estimates.values), heading: "(\(index + 1))",
          style: .significant(5)),
        .number(
          "std_error_\(index + 1)", cells(model.estimates.standardErrors), heading: "std. error",
          style: .significant(4)),
      ]
      if stars {
        let cells = cells(model.estimates.p).map(\.stars)
        columns.insert(
          .text("stars_\(index + 1)", cells, heading: ""), at: columns.count - 1)
      }
    }
    let notes = models.enumerated().map { "(\($0 + 1)) \($1.title): \($1.summary)" }
    return Report(
      "Models side by side", .table("models", Table(columns)),
      .notes((stars ? [starNote] : []) + notes))
  }
}

extension Report.Model {
  /// A least-squares fit with the standard errors of `estimates`.
  public init(_ fit: some LeastSquaresFit, _ estimates: Estimates) {
    title = fit.formula.description
    self.estimates = estimates
    var parts = ["n = \(fit.count)"]
    if let r = fit.rSquared { parts.append("R² = \(NumberText.fixed(r, digits: 4))") }
    if let aic = fit.aic { parts.append("AIC = \(NumberText.fixed(aic, digits: 2))") }
    summary = parts.joined(separator: ", ")
    statistics = [
      ("n", Double(fit.count)), ("missing", Double(fit.missing)),
      ("degrees_of_freedom", Double(fit.degreesOfFreedom)),
      ("residual_std_error", fit.residualStandardError), ("r_squared", fit.rSquared),
      ("adjusted_r_squared", fit.adjustedRSquared), ("f", fit.fTest?.statistic),
      ("f_p", fit.fTest?.p), ("log_likelihood", fit.logLikelihood), ("aic", fit.aic),
      ("aicc", fit.aicc), ("bic", fit.bic),
      ("condition_number", fit.conditionNumber.isFinite ? fit.conditionNumber : nil),
    ]
  }

  /// A generalised linear model with the standard errors of `estimates`.
  public init(_ fit: GeneralisedLinearModel.Fit, _ formula: Formula, _ estimates: Estimates) {
    title = "\(formula), \(fit.specification.family.rawValue)"
    self.estimates = estimates
    summary =
      "n = \(fit.count), log likelihood = "
      + NumberText.significant(fit.logLikelihood, digits: 6)
    statistics = [
      ("n", Double(fit.count)), ("degrees_of_freedom", Double(fit.degreesOfFreedom)),
      ("iterations", Double(fit.iterations)), ("singletons", Double(fit.droppedSingletons)),
      ("separated", Double(fit.droppedSeparated)), ("deviance", fit.deviance),
      ("null_deviance", fit.nullDeviance),
      ("log_likelihood", fit.logLikelihood.isFinite ? fit.logLikelihood : nil),
      ("pseudo_r_squared", fit.pseudoRSquared), ("dispersion", fit.dispersion),
      ("theta", fit.theta),
    ]
  }

  /// A censored regression.
  public init(_ fit: CensoredRegression.Fit, _ formula: Formula) {
    title = "\(formula), \(fit.distribution.rawValue) with bounds as bounds"
    estimates = fit.estimates
    summary =
      "n = \(fit.counts.total), log likelihood = "
      + NumberText.significant(fit.logLikelihood, digits: 6)
    statistics = [
      ("n", Double(fit.counts.total)), ("observed", Double(fit.counts.observed)),
      ("more_than", Double(fit.counts.right)), ("less_than", Double(fit.counts.left)),
      ("between", Double(fit.counts.interval)), ("scale", fit.scale),
      ("log_likelihood", fit.logLikelihood), ("iterations", Double(fit.iterations)),
    ]
  }
}
