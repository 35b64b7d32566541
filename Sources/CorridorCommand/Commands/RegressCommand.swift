import Corridor

struct RegressCommand: Command {
  static let name = "regress"
  static let summary = "regression: least squares, gravity, bounds"
  static let usage = """
    Fits a regression: least squares, generalised linear models with absorbed fixed
    effects (gravity by Poisson), or models of values known as bounds.

    Usage: corridor regress [DATA] 'RESPONSE ~ TERM + TERM | EFFECT' [options]

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

    Terms are columns, log( ), exp( ), sqrt( ), powers such as year^2, lag(x, 1),
    diff(x), poly(x, 2), dummy(x), offset(x), x:z and x*z; a column of words is a
    factor. 0 + leaves the intercept out. Effects after | are absorbed. A built-in
    pair has the columns year, turnover, export and import.

    Example: corridor regress kz-vn 'turnover ~ year' --from 2013 --until 2017
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
  }

  func run() throws -> Report {
    let reports = try formulas.map(answer)
    if isSummarised { return .summaries(reports.map(\.model)) }
    return reports.count == 1 ? reports[0].report : .models(reports.map(\.model))
  }

  /// A model by itself, and as one of several.
  private typealias Answer = (report: Report, model: Report.Model)

  private func answer(_ formula: Formula) throws -> Answer {
    let (table, qualifiers) = try data.builtIn == nil ? fileTable() : builtInTable(formula)
    let hasBounds = qualifiers.contains(where: \.isBound)
    var reason = ""
    if isCensored || (hasBounds && family == nil) {
      do {
        return try censored(formula, table, qualifiers)
      } catch let error as CensoredRegressionError
        where !isCensored && qualifiers.contains(where: { !$0.isBound })
      {
        // Nobody asked for a tobit model by name: without one, bounds are left out.
        reason = " (with them: \(error))"
      }
    }
    // Whoever names a family takes bounds for what they are not: they are left out instead.
    let exact = hasBounds ? table.filtered { !qualifiers[$0].isBound } : table
    var report: Report
    let model: Report.Model
    if family ?? .gaussian == .gaussian, formula.effects.isEmpty, weight == nil {
      let fit = try Regression(formula).fit(exact)
      let clusters = try errors.clusters.map { try fit.frame.factor($0, in: exact) }
      if let single = clusters.first(where: { $0.levels.count < 2 }) {
        throw UsageError("no standard errors of that kind: '\(single.name)' has one cluster only")
      }
      let estimates = fit.estimates(errors.covariance, clusters: clusters)
      report = .regression(
        fit, estimates: estimates, level: level, notes: errors.notes(on: estimates),
        diagnostics: isDiagnosed ? fit.diagnostics(breakAt: breakAt) : nil)
      model = Report.Model(fit, estimates)
    } else {
      let frame = try ModelFrame(formula, exact)
      let clusters = try errors.clusters.map { try frame.factor($0, in: exact) }
      let fit = try GeneralisedLinearModel(family: family ?? .gaussian)
        .fit(frame, weights: weights(frame, exact))
      if let reason = fit.whyNoCovariance(errors.covariance, clusters: clusters) {
        throw UsageError("no standard errors of that kind: \(reason)")
      }
      let estimates = fit.estimates(errors.covariance, clusters: clusters)
      report = .generalised(
        fit, formula: formula, estimates: estimates, level: level, missing: frame.missing,
        notes: errors.notes(on: estimates))
      model = Report.Model(fit, formula, estimates)
    }
    let bounds = qualifiers.count { $0.isBound }
    if bounds > 0 {
      report.remarks.append(
        "\(bounds) \(bounds == 1 ? "value is a bound" : "values are bounds") and left out; "
          + "--family tobit uses bounds as such\(reason)")
    }
    return (report, model)
  }

  private func censored(
    _ formula: Formula, _ table: Table, _ qualifiers: [Qualifier]
  ) throws -> Answer {
    guard errors.covariance == .classical, errors.clusters.isEmpty else {
      throw UsageError("--se of a tobit model is classical: from the information matrix")
    }
    guard weight == nil else { throw UsageError("a tobit model takes no --weights") }
    guard formula.effects.isEmpty else {
      throw UsageError("a tobit model takes no effects after '|'; write them as factors")
    }
    let frame = try ModelFrame(formula, table)
    guard let fit = try CensoredRegression.fit(frame, table, qualifiers: qualifiers) else {
      throw UsageError(
        "the response of a tobit model is a column or its logarithm, not \(formula.response)")
    }
    return (
      .censored(fit, formula: formula, level: level, missing: frame.missing),
      Report.Model(fit, formula)
    )
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

  // MARK: Data

  /// The rows of a file inside the periods asked for, and their qualifiers.
  private func fileTable() throws -> (Table, [Qualifier]) {
    var table = try data.table()
    if data.from != nil || data.until != nil {
      let column = data.time ?? table.names.first { ["year", "period"].contains($0.lowercased()) }
      guard let column else {
        throw UsageError("--from and --until need the column with the periods: --time COLUMN")
      }
      let periods = try table.texts(column).map { $0.flatMap { Period($0) } }
      table = table.filtered { row in
        guard let period = periods[row] else { return false }
        return data.from.map { period >= $0 } ?? true && data.until.map { period <= $0 } ?? true
      }
    }
    guard table.names.contains("qualifier") else {
      return (table, Array(repeating: .exact, count: table.rowCount))
    }
    let marks = try table.texts("qualifier").enumerated().map { row, text in
      guard let text else { return Qualifier.exact }
      guard let qualifier = Qualifier(rawValue: text) else {
        throw SeriesError.unknownQualifier(
          text, at: table.place(row: row, column: "qualifier"))
      }
      return qualifier
    }
    return (table, marks)
  }

  /// Year and flows of a built-in pair, with the qualifiers of the response.
  private func builtInTable(_ formula: Formula) throws -> (Table, [Qualifier]) {
    let names = ["year"] + Flow.allCases.map(\.rawValue)
    for column in formula.columns where !names.contains(column) {
      throw TableError.noSuchColumn(column, available: names, file: nil)
    }
    let flows = Flow.allCases.filter { formula.columns.contains($0.rawValue) }
    let response = formula.response.columns.first ?? ""
    var figures: [String: [Period: Figure]] = [:]
    for flow in flows {
      let series = try data.with(flow: flow).selection().series
      for period in series.periods {
        // A bound among the regressors is no number to regress on.
        guard let figure = series[period], flow.rawValue == response || !figure.isBound else {
          continue
        }
        figures[flow.rawValue, default: [:]][period] = figure
      }
    }
    let periods = Set(figures.values.flatMap(\.keys)).sorted()
    let values = flows.map { flow in
      Column.number(flow.rawValue, periods.map { figures[flow.rawValue]?[$0]?.value })
    }
    let table = Table([Column.number("year", periods.map { Double($0.index) })] + values)
    return (table, periods.map { figures[response]?[$0]?.qualifier ?? .exact })
  }
}

/// What `--se` says.
struct ErrorKind: Equatable {
  let covariance: Covariance
  let clusters: [String]

  init(_ text: String?) throws(UsageError) {
    let text = text ?? "classical"
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    let kinds: [String: Covariance] = [
      "classical": .classical, "hc0": .hc0, "hc1": .hc1, "hc2": .hc2, "hc3": .hc3,
    ]
    switch (parts[0], parts.count) {
    case ("cluster", 2):
      let names = parts[1].split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
      guard !names.contains(""), names.count <= 4 else { throw Self.unknown(text) }
      (covariance, clusters) = (.cluster, names)
    case ("hac", 1):
      (covariance, clusters) = (.neweyWest(lag: nil), [])
    case ("hac", 2):
      guard let lag = Int(parts[1]), (0...10_000).contains(lag) else { throw Self.unknown(text) }
      (covariance, clusters) = (.neweyWest(lag: lag), [])
    default:
      guard parts.count == 1, let kind = kinds[parts[0]] else { throw Self.unknown(text) }
      (covariance, clusters) = (kind, [])
    }
  }

  private static func unknown(_ text: String) -> UsageError {
    let known = ["classical", "hc0", "hc1", "hc2", "hc3", "hac", "hac:LAG", "cluster:A,B"]
    return UsageError(
      "unknown kind of standard errors '\(Suggestion.excerpt(text))'"
        + "\(Suggestion.text(for: text, among: known)); there are \(known.joined(separator: ", "))")
  }

  /// What the standard errors hold for, and why some are not there.
  func notes(on estimates: Estimates) -> [String] {
    let isLacking = zip(estimates.values, estimates.standardErrors).map { $0 != nil && $1 == nil }
    // Variances of two ways less that of both at once may leave less than nothing.
    guard clusters.count > 1, isLacking.contains(true), isLacking.contains(false) else {
      return notes
    }
    return notes + [
      "where no standard error stands, the clusters leave no positive variance: too few of them"
    ]
  }

  /// What the standard errors hold for, a sentence.
  private var notes: [String] {
    switch covariance {
    case .classical: []
    case .hc0: ["standard errors hold under unequal variances (HC0)"]
    case .hc1: ["standard errors hold under unequal variances (HC1)"]
    case .hc2: ["standard errors hold under unequal variances (HC2)"]
    case .hc3: ["standard errors hold under unequal variances (HC3)"]
    case .neweyWest(let lag):
      [
        "standard errors hold under serial correlation of neighbouring rows (Newey-West"
          + (lag.map { ", lag \($0))" } ?? ")")
      ]
    case .cluster:
      ["standard errors hold under correlation within \(clusters.joined(separator: ", "))"]
    }
  }
}
