import Corridor

struct RegressCommand: Command {
  static let name = "regress"
  static let summary = "regression: least squares, gravity, bounds"
  static let usage = """
    Fits a regression: least squares, generalised linear models with absorbed fixed
    effects (gravity by Poisson), or models of values known as bounds.

    Usage: corridor regress [DATA] 'RESPONSE ~ TERM + TERM | EFFECT' [options]

    Examples
      corridor regress kz-vn 'turnover ~ year' --from 2013 --until 2017

    \(DataOptions.usage)
      --family FAMILY       gaussian, poisson, gamma, negative-binomial, logit or
                            tobit; gaussian where not given, tobit where the data
                            have bounds
      --se KIND             classical, hc0, hc1, hc2, hc3, hac[:LAG] or
                            cluster:A[,B]; a cluster may be origin^destination
      --weights COLUMN      weights of the rows
      --summary             measures of fit in place of the coefficients
      --diagnostics         tests of the residuals (least squares)
      --break VALUE         with the test of a break at a value of the first term
      --formula FORMULA     one more model, set beside the first; may be repeated
      --level P             percentage of the intervals; 95 where not given
      --predict ROWS        predictions for a CSV file with the columns of the right
                            side, or for values of one: year=2018,2019
      --stars               marks p below 5 %, 1 % and 0.1 % by stars
      --stream              reads the file in blocks, in constant memory (least
                            squares); so is a file above an eighth of the memory

    Terms are columns, log( ), exp( ), sqrt( ), powers such as year^2, lag(x, 1),
    diff(x), poly(x, 2), dummy(x), offset(x), x:z and x*z; a column of words is a
    factor. 0 + leaves the intercept out. Effects after | are absorbed. A built-in
    pair has the columns year, turnover, export and import. lag and diff go by the
    rows above, with --by and --time by time within each group. A file's column
    qualifier marks bounds: moreThan or >, lessThan or <, and between (the value and
    the column upper).
    """

  let data: DataOptions
  /// One, or several to compare.
  let formulas: [Formula]
  let family: Family?
  let isCensored: Bool
  let errors: ErrorKind
  let level: Double
  let weight: String?
  let isSummarised: Bool
  let isDiagnosed: Bool
  let breakAt: Double?
  let isStarred: Bool
  /// A file or `name=value,…`, whose rows are predicted in place of the coefficients.
  let newRows: String?
  let isStreamed: Bool

  init(_ arguments: inout Arguments) throws {
    let levels = try arguments.levels(default: [0.95])
    guard levels.count == 1 else { throw UsageError("--level of regress takes one percentage") }
    level = levels[0]
    let families = Family.allCases.map { ($0.rawValue, Optional($0)) } + [("tobit", nil)]
    let isNamed = arguments.has("--family")
    family = try arguments.choice("--family", "family", among: families, default: nil)
    isCensored = isNamed && family == nil
    errors = try ErrorKind(arguments.option("--se"))
    weight = try arguments.option("--weights")
    isSummarised = arguments.flag("--summary")
    let place = try arguments.option("--break")
    breakAt = place.flatMap { NumberText.number($0) }
    if let place, breakAt == nil {
      throw UsageError("--break is a number such as 2016, not '\(Suggestion.excerpt(place))'")
    }
    isDiagnosed = arguments.flag("--diagnostics") || place != nil
    isStarred = arguments.flag("--stars")
    newRows = try arguments.option("--predict")
    if newRows != nil, isSummarised || isDiagnosed || isStarred {
      throw UsageError(
        "--predict prints no coefficients; leave out --summary, --diagnostics, --stars")
    }
    isStreamed = arguments.flag("--stream")
    var texts = try arguments.options("--formula")
    var data = try DataOptions(&arguments)
    if let text = try arguments.positional() { texts.insert(text, at: 0) }
    // The data may be left out: a word with '~' is the formula.
    if data.name.contains("~") {
      texts.insert(data.name, at: 0)
      data = data.named("kz-vn")
    }
    guard !texts.isEmpty else {
      throw UsageError("a formula is missing, such as 'turnover ~ year'; quote it for the shell")
    }
    self.data = data
    var formulas: [Formula] = []
    for text in texts { formulas.append(try Formula(text)) }
    self.formulas = formulas
    guard newRows == nil || formulas.count == 1 else {
      throw UsageError("--predict takes one formula, and there are \(formulas.count)")
    }
    guard newRows != "-" || data.name != "-" else {
      throw UsageError("standard input can be the data or the rows to predict, not both")
    }
    if isStreamed, let reason = whyNotStreamed { throw UsageError(reason) }
  }

  func run() throws -> Report {
    let answers = try formulas.map(isStreamed || isTooLarge ? streamed : answer)
    if answers.count == 1, !isSummarised { return answers[0].report }
    let models = answers.map(\.model)
    var report: Report =
      isSummarised ? .summaries(models) : .models(models, stars: isStarred)
    for remark in answers.flatMap(\.report.remarks) where !report.remarks.contains(remark) {
      report.remarks.append(remark)
    }
    return report
  }

  /// A model by itself, and as one of several.
  typealias Answer = (report: Report, model: Report.Model)

  private func answer(_ formula: Formula) throws -> Answer {
    let (rows, marks) =
      try data.builtIn == nil ? rows(of: data.table(), formula) : builtInTable(formula)
    let lags = try PanelOption(data, formula, rows)
    var answer = try answer(formula, lags.table(rows), marks, lags)
    answer.report.remarks += lags.remarks
    return answer
  }

  private func answer(
    _ formula: Formula, _ table: Table, _ marks: Marks, _ lags: PanelOption
  ) throws -> Answer {
    let hasBounds = marks.qualifiers.contains(where: \.isBound)
    var reason = ""
    if isCensored || (hasBounds && family == nil) {
      do {
        return try censored(formula, table, marks, lags)
      } catch let error as CensoredRegressionError
        where !isCensored && marks.qualifiers.contains(where: { !$0.isBound })
      {
        // Nobody asked for a tobit model by name: without one, bounds are left out.
        reason = " (with them: \(error))"
      }
    }
    // Whoever names a family takes bounds for what they are not: they are left out instead.
    let exact = exact(table, marks)
    var answer =
      family ?? .gaussian == .gaussian && formula.effects.isEmpty && weight == nil
      ? try leastSquares(formula, exact, lags) : try generalised(formula, exact, lags)
    answer.report.remarks += Self.remarks(bounds: marks.qualifiers.count { $0.isBound }, reason)
    return answer
  }

  /// How many bounds are left out, if any are.
  static func remarks(bounds: Int, _ reason: String = "") -> [String] {
    guard bounds > 0 else { return [] }
    return [
      "\(bounds) \(bounds == 1 ? "value is a bound" : "values are bounds") and left out; "
        + "--family tobit uses bounds as such\(reason)"
    ]
  }

  private func leastSquares(
    _ formula: Formula, _ table: Table, _ lags: PanelOption
  ) throws -> Answer {
    let fit = try Regression(formula).fit(table, panel: lags.panel)
    let clusters = try errors.clusters.map { try fit.frame.factor($0, in: table) }
    // Without degrees of freedom there is a fit to show, which says so.
    if errors.covariance != .classical {
      try require(fit.whyNoCovariance(errors.covariance, clusters: clusters))
    }
    let estimates = fit.estimates(errors.covariance, clusters: clusters)
    let model = Report.Model(fit, estimates)
    if let newRows {
      let rows = try NewRows(newRows, fit.frame.encoding, lags)
      let predictions = try fit.predict(
        rows.table, level: level, covariance: errors.covariance, clusters: clusters)
      return (try rows.report(predictions, title: model.title), model)
    }
    let report = Report.regression(
      fit, estimates: estimates, level: level, notes: errors.notes(on: estimates),
      diagnostics: isDiagnosed ? fit.diagnostics(breakAt: breakAt) : nil, stars: isStarred)
    return (report, model)
  }

  private func generalised(
    _ formula: Formula, _ table: Table, _ lags: PanelOption
  ) throws -> Answer {
    let frame = try ModelFrame(formula, table, panel: lags.panel)
    let clusters = try errors.clusters.map { try frame.factor($0, in: table) }
    let fit = try GeneralisedLinearModel(family: family ?? .gaussian)
      .fit(frame, weights: weights(frame, table))
    try require(fit.whyNoCovariance(errors.covariance, clusters: clusters))
    let estimates = fit.estimates(errors.covariance, clusters: clusters)
    let model = Report.Model(fit, formula, estimates)
    if let newRows {
      let rows = try NewRows(newRows, frame.encoding, lags)
      let predictions = try fit.predict(
        rows.table, level: level, covariance: errors.covariance, clusters: clusters)
      return (try rows.report(predictions, title: model.title), model)
    }
    let report = Report.generalised(
      fit, formula: formula, estimates: estimates, level: level, missing: frame.missing,
      notes: errors.notes(on: estimates), stars: isStarred)
    return (report, model)
  }

  /// Throws where there is a reason against the standard errors asked for.
  func require(_ reason: String?) throws(UsageError) {
    if let reason { throw UsageError("no standard errors of that kind: \(reason)") }
  }

  private func censored(
    _ formula: Formula, _ table: Table, _ marks: Marks, _ lags: PanelOption
  ) throws -> Answer {
    guard errors.covariance == .classical, errors.clusters.isEmpty else {
      throw UsageError("--se of a tobit model is classical: from the information matrix")
    }
    guard weight == nil else { throw UsageError("a tobit model takes no --weights") }
    guard formula.effects.isEmpty else {
      throw UsageError("\(CensoredRegressionError.effects)")
    }
    guard formula.offsets.isEmpty else {
      throw UsageError("\(CensoredRegressionError.offset)")
    }
    let frame = try ModelFrame(formula, table, panel: lags.panel)
    let fit = try CensoredRegression.fit(
      frame, table, qualifiers: marks.qualifiers, uppers: marks.uppers)
    guard let fit else {
      throw UsageError(
        "the response of a tobit model is a column or its logarithm, not \(formula.response)")
    }
    let model = Report.Model(fit, formula)
    if let newRows {
      let rows = try NewRows(newRows, frame.encoding, lags)
      return (
        try rows.report(try fit.predict(rows.table, level: level), title: model.title), model
      )
    }
    let report = Report.censored(
      fit, formula: formula, level: level, missing: frame.missing, stars: isStarred)
    return (report, model)
  }

  /// The weights of the rows that are used; a missing one is an error with its place.
  private func weights(_ frame: ModelFrame, _ table: Table) throws -> [Double]? {
    guard let weight else { return nil }
    let numbers = try table.numbers(weight)
    return try frame.rows.map { row in
      guard let number = numbers[row] else {
        throw TableError.missingValue(at: table.place(row: row, column: weight))
      }
      return number
    }
  }
}
