import TradeTables

/// What a fitted model expects of new rows, and how sure it is.
///
///     fit             the fitted value at x, on the scale of the response
///     se              its standard error
///     mean interval   holds the mean of all values at x with that probability
///     interval        holds one new value at x; wider by the scatter about the mean
///
/// A row without a prediction has a reason instead. Predictions are of the formula's left side:
/// those of `log(y) ~ x` are logarithms.
///
/// Reference: Draper & Smith, *Applied Regression Analysis*, 3rd edition, section 3.1.
public struct Predictions: Sendable, Equatable {
  /// The probability of the intervals.
  public let level: Double
  /// One for each row of the table, in its order.
  public let rows: [Row]
  /// Whether the model has an interval of a new value.
  public let hasIntervals: Bool
  /// Why there are no standard errors; `nil` where there are.
  public let whyNoErrors: String?

  /// The prediction of one row.
  public struct Row: Sendable, Equatable {
    /// The fitted value; `nil` where there is a gap.
    public let fit: Double?
    /// The standard error of the fitted value.
    public let standardError: Double?
    /// The interval of the mean.
    public let meanInterval: ClosedRange<Double>?
    /// The interval of a new value.
    public let interval: ClosedRange<Double>?
    /// Why there is no prediction.
    public let gap: Gap?
  }

  /// Why a row has no prediction.
  public enum Gap: Sendable, Equatable {
    /// A value that the formula needs is missing.
    case missingValue
    /// A term was dropped because others explained it, and in this row they do not.
    case notEstimable(term: String)
    /// An effect has no estimate for the row's level.
    case noEstimate(level: String, effect: String)
    /// The row joins levels of several effects that no rows of the fit connect.
    case unconnected(effects: [String])
    /// The prediction is beyond the numbers.
    case beyondRange
  }
}

extension Predictions.Gap: CustomStringConvertible {
  /// The reason, to follow "no prediction: ".
  public var description: String {
    switch self {
    case .missingValue: "a value is missing"
    case .notEstimable(let term):
      "'\(term)' was dropped as a combination of other terms, which it is not here"
    case .noEstimate(let level, let effect):
      "the effect '\(effect)' has no estimate for '\(Suggestion.excerpt(level))'"
    case .unconnected(let effects):
      "the rows fitted do not connect its levels of \(effects.joined(separator: ", "))"
    case .beyondRange: "it is beyond the range of numbers"
    }
  }
}

extension Predictions {
  /// Rows of an encoded table; the others lack a value.
  init(
    _ encoded: EncodedRows, level: Double, hasIntervals: Bool = false, whyNoErrors: String? = nil,
    row: (Int) -> Row
  ) {
    var rows = [Row](repeating: Row(.missingValue), count: encoded.count)
    for (place, number) in encoded.rows.enumerated() { rows[number] = row(place) }
    self.init(level: level, rows: rows, hasIntervals: hasIntervals, whyNoErrors: whyNoErrors)
  }

  /// How many rows lack a value.
  public var missing: Int { rows.count { $0.gap == .missingValue } }

  /// Why rows have no prediction or no standard error, one sentence each; rows count from 1.
  public var notes: [String] {
    var notes: [String] = []
    if missing > 0 {
      notes.append(
        "\(missing) \(missing == 1 ? "row has" : "rows have") no prediction: "
          + Gap.missingValue.description)
    }
    var others: [(row: Int, gap: Gap)] = []
    for (row, prediction) in rows.enumerated() {
      if let gap = prediction.gap, gap != .missingValue { others.append((row + 1, gap)) }
    }
    notes += others.prefix(Self.noteLimit).map { "row \($0.row) has no prediction: \($0.gap)" }
    if others.count > Self.noteLimit {
      notes.append("\(others.count - Self.noteLimit) more rows have no prediction")
    }
    if let whyNoErrors { notes.append("no standard errors: \(whyNoErrors)") }
    return notes
  }

  private static let noteLimit = 5
}

extension Predictions.Row {
  init(_ gap: Predictions.Gap) {
    self.init(fit: nil, standardError: nil, meanInterval: nil, interval: nil, gap: gap)
  }

  /// The fitted value ± q · se and, with a scatter s about it, ± q √(se² + s²).
  init(fit: Double, standardError: Double?, quantile: Double?, scatter: Double? = nil) {
    guard fit.isFinite else {
      self.init(.beyondRange)
      return
    }
    func interval(_ error: Double?) -> ClosedRange<Double>? {
      guard let error, let quantile else { return nil }
      let (low, high) = (fit - quantile * error, fit + quantile * error)
      return low.isFinite && high.isFinite ? low...high : nil
    }
    let error = standardError.flatMap { $0.isFinite ? $0 : nil }
    self.init(
      fit: fit, standardError: error, meanInterval: interval(error),
      interval: interval(error.flatMap { error in scatter.map { Self.length(error, $0) } }),
      gap: nil)
  }

  /// √(a² + b²), where the squares may be beyond the doubles.
  private static func length(_ a: Double, _ b: Double) -> Double {
    let (less, more) = (min(a, b), max(a, b))
    return more > 0 ? more * (1 + (less / more) * (less / more)).squareRoot() : 0
  }
}

extension Predictions: TableConvertible {
  /// `fit,se,mean_lower,mean_upper` and, where the model has them, `lower,upper`; a row a row.
  public var table: Table {
    let percent = NumberText.full((level * 1e6).rounded() / 1e4)
    var columns: [Column] = [
      .number("fit", rows.map(\.fit), style: .significant(6)),
      .number(
        "se", rows.map(\.standardError), heading: "std. error", style: .significant(5)),
      .number(
        "mean_lower", rows.map { $0.meanInterval?.lowerBound },
        heading: "\(percent) % of the mean", style: .significant(5), upper: "mean_upper"),
      .number(
        "mean_upper", rows.map { $0.meanInterval?.upperBound }, heading: "upper",
        style: .significant(5)),
    ]
    if hasIntervals {
      columns += [
        .number(
          "lower", rows.map { $0.interval?.lowerBound }, heading: "\(percent) % of a value",
          style: .significant(5), upper: "upper"),
        .number(
          "upper", rows.map { $0.interval?.upperBound }, heading: "upper", style: .significant(5)),
      ]
    }
    return Table(columns)
  }
}
