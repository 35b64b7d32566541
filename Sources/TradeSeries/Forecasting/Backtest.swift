import TradeTables

/// Past errors of methods: at each origin a method sees only what came before and forecasts what
/// came after.
///
/// All methods are measured at the same origins. A value that is a bound or a gap is no outcome
/// and is passed over.
public struct Backtest: Sendable {
  /// The series whose past is forecast.
  public let series: Series
  /// How many steps ahead each origin forecasts.
  public let horizon: Int
  /// One for each method that could be measured, in the order given.
  public let scores: [Score]
  /// What was left out and why.
  public let notes: [String]

  /// The errors of one method, e = y − ŷ over all origins and steps.
  public struct Score: Sendable {
    /// The method's name.
    public let method: String
    /// At how many origins there was an outcome to measure.
    public let origins: Int
    /// Mean |e|, in the unit of the series.
    public let meanAbsoluteError: Double
    /// √ mean e², in the unit of the series; large errors weigh more.
    public let rootMeanSquareError: Double
    /// mean |e| / q, q the mean |y[t] − y[t−1]| before the origin; `nil` where nothing had changed.
    public let meanAbsoluteScaledError: Double?
    /// mean 2 |e| / (|y| + |ŷ|), a fraction.
    public let symmetricError: Double
    /// The part of outcomes inside the 80 % interval, a fraction.
    public let coverage80: Double
    /// The part of outcomes inside the 95 % interval, a fraction.
    public let coverage95: Double
  }

  /// The most origins; of a longer series the latest are measured.
  public static let originLimit = 200

  /// Measures the methods from the first origin at which all of them can answer.
  ///
  /// A method that needs nearly the whole series is left out, which `notes` says.
  public init(
    _ series: Series, methods: [any Forecaster], horizon: Int = 1
  ) throws(SeriesError) {
    self.series = series
    self.horizon = horizon
    // Two outcomes at the least, or there is nothing to average.
    let limit = series.count - 2
    let usable = methods.filter { max($0.leastCount, 2) <= limit }
    guard let needed = usable.map({ max($0.leastCount, 2) }).max() else {
      let least = methods.map { max($0.leastCount, 2) }.min() ?? 2
      throw .tooShort(method: "a backtest", count: series.count, needed: least + 2)
    }
    var notes = methods.filter { max($0.leastCount, 2) > limit }.map { method in
      "\(method.name) is left out: it needs \(method.leastCount) values before the first origin"
    }
    var origins: [Int] = []
    var known = 0
    for index in series.values.indices.dropLast() where series.values[index] != nil {
      known += 1
      if known >= needed { origins.append(index) }
    }
    if origins.count > Self.originLimit {
      notes.append("of \(origins.count) origins the latest \(Self.originLimit) are measured")
      origins = origins.suffix(Self.originLimit)
    }
    var scores: [Score] = []
    for method in usable {
      do throws(SeriesError) {
        if let score = try Score(method, on: series, origins: origins, horizon: horizon) {
          scores.append(score)
        }
      } catch {
        notes.append("\(method.name) is left out: \(error)")
      }
    }
    let passed = series.periods.filter { series[$0]?.isBound == true }
    if !passed.isEmpty {
      notes.append(
        "\(passed.map(\.description).joined(separator: ", ")): a bound is no outcome to measure at")
    }
    guard !scores.isEmpty else {
      throw .tooShort(method: "a backtest", count: series.count, needed: needed + 2)
    }
    self.scores = scores
    self.notes = notes
  }

  /// The method with the smallest mean absolute error; the first of equals.
  public var best: Score { scores.min { $0.meanAbsoluteError < $1.meanAbsoluteError } ?? scores[0] }
}

extension Backtest.Score {
  /// `nil` where no origin has an outcome.
  init?(
    _ method: any Forecaster, on series: Series, origins: [Int], horizon: Int
  ) throws(SeriesError) {
    var errors: [Double] = []
    var scaled: [Double] = []
    var symmetric: [Double] = []
    var inside = (at80: 0, at95: 0)
    var used = 0
    for origin in origins {
      let steps = (1...horizon).filter { step in
        let index = origin + step
        return index < series.values.count && series.figure(at: index)?.isBound == false
      }
      guard !steps.isEmpty else { continue }
      used += 1
      let past = try series.prefix(origin + 1)
      let forecast = try past.forecast(with: method, horizon: horizon)
      let scale = past.meanAbsoluteChange
      for step in steps {
        let actual = series.values[origin + step] ?? 0
        let point = forecast.points[step - 1]
        let error = actual - point.mean
        errors.append(error)
        // A change below the normal numbers is no unit to measure in.
        if scale >= .leastNormalMagnitude, (error / scale).isFinite {
          scaled.append(abs(error) / scale)
        }
        let size = abs(actual) + abs(point.mean)
        symmetric.append(size > 0 ? 2 * abs(error) / size : 0)
        inside.at80 += point.intervals[0].contains(actual) ? 1 : 0
        inside.at95 += point.intervals[1].contains(actual) ? 1 : 0
      }
    }
    guard !errors.isEmpty else { return nil }
    let count = Double(errors.count)
    self.method = method.name
    self.origins = used
    meanAbsoluteError = errors.reduce(0) { $0 + abs($1) } / count
    rootMeanSquareError = (errors.reduce(0) { $0 + $1 * $1 } / count).squareRoot()
    meanAbsoluteScaledError =
      scaled.isEmpty ? nil : scaled.reduce(0, +) / Double(scaled.count)
    symmetricError = symmetric.reduce(0, +) / count
    coverage80 = Double(inside.at80) / count
    coverage95 = Double(inside.at95) / count
  }
}

extension Series {
  /// The mean absolute difference of neighbouring values, gaps passed over; 0 of a single value.
  var meanAbsoluteChange: Double {
    let present = values.compactMap(\.self)
    let changes = zip(present, present.dropFirst()).map { abs($1 - $0) }
    return changes.isEmpty ? 0 : changes.reduce(0, +) / Double(changes.count)
  }

  /// Compares methods by their past errors.
  public func backtest(
    _ methods: [any Forecaster], horizon: Int = 1
  ) throws(SeriesError) -> Backtest {
    try Backtest(self, methods: methods, horizon: horizon)
  }
}

extension Backtest: TableConvertible {
  /// `method,origins,mae,rmse,mase,smape,coverage_80,coverage_95`.
  public var table: Table {
    Table(
      .text("method", scores.map(\.method), heading: "Method"),
      .number("origins", scores.map { Double($0.origins) }, heading: "Origins"),
      .number("mae", scores.map(\.meanAbsoluteError), heading: "MAE", style: .decimal(1)),
      .number("rmse", scores.map(\.rootMeanSquareError), heading: "RMSE", style: .decimal(1)),
      .number(
        "mase", scores.map(\.meanAbsoluteScaledError), heading: "MASE", style: .decimal(2)),
      .number("smape", scores.map(\.symmetricError), heading: "sMAPE", style: .percent(1)),
      .number("coverage_80", scores.map(\.coverage80), heading: "in 80 %", style: .percent(0)),
      .number("coverage_95", scores.map(\.coverage95), heading: "in 95 %", style: .percent(0)))
  }
}
