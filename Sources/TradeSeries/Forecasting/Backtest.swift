import TradeNumerics
import TradeTables

/// Past errors of methods: at each origin a method sees only what came before and forecasts what
/// came after.
///
/// All methods are measured at the same origins. A value that is a bound or a gap is no outcome
/// and is passed over.
///
/// References for the measures: Hyndman & Koehler, "Another look at measures of forecast
/// accuracy", *International Journal of Forecasting* 22 (2006); Gneiting & Raftery, "Strictly
/// proper scoring rules, prediction, and estimation", *Journal of the American Statistical
/// Association* 102 (2007), section 6.2, for the interval score.
public struct Backtest: Sendable {
  /// The series whose past is forecast.
  public let series: Series
  /// How many steps ahead each origin forecasts.
  public let horizon: Int
  /// One for each method that could be measured, in the order given.
  public let scores: [Score]
  /// What was left out and why.
  public let notes: [String]
  /// Of each score, what it was made of, by origin and step.
  private let outcomes: [[BacktestOutcome]]
  /// Those of the last value, whether or not it was asked for.
  private let naive: [BacktestOutcome]

  /// The most origins; of a longer series the latest are measured.
  public static let originLimit = 200

  /// Measures the methods from the first origin at which all of them can answer.
  ///
  /// A method that needs nearly the whole series is left out, which `notes` says. With `origins`
  /// only that many are measured, the latest. The result does not depend on the number of workers.
  public init(
    _ series: Series, methods: [any Forecaster], horizon: Int = 1, origins limit: Int? = nil,
    workers: Int = 1
  ) throws(SeriesError) {
    precondition(horizon > 0, "a horizon of \(horizon)")
    precondition(limit ?? 1 > 0 && workers > 0, "\(limit ?? 1) origins, \(workers) workers")
    // Two outcomes at the least, or there is nothing to average.
    let room = series.count - 2
    let usable = methods.filter { max($0.leastCount, 2) <= room }
    guard let needed = usable.map({ max($0.leastCount, 2) }).max() else {
      let least = methods.map { max($0.leastCount, 2) }.min() ?? 2
      throw .tooShort(method: "a backtest", count: series.count, needed: least + 2)
    }
    var notes = methods.filter { max($0.leastCount, 2) > room }.map { method in
      "\(method.name) is left out: it needs \(method.leastCount) values before the first origin"
    }
    let all = Self.origins(series, needed: needed, horizon: horizon)
    let origins = Array(all.suffix(min(limit ?? Self.originLimit, Self.originLimit)))
    if origins.count < all.count, limit ?? Int.max > origins.count {
      notes.append("of \(all.count) origins the latest \(origins.count) are measured")
    }
    let withNaive = usable + (usable.contains { $0.name == "naive" } ? [] : [.naive])
    let measured = Self.measured(series, withNaive, origins, horizon, workers: workers)
    var scores: [(score: Score, outcomes: [BacktestOutcome])] = []
    for (method, result) in zip(usable, measured) {
      switch result {
      case .success(let outcomes):
        if let score = Score(method.name, outcomes) { scores.append((score, outcomes)) }
      case .failure(let error): notes.append("\(method.name) is left out: \(error)")
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
    self.series = series
    self.horizon = horizon
    self.scores = scores.map(\.score)
    self.outcomes = scores.map(\.outcomes)
    self.notes = notes
    let place = withNaive.firstIndex { $0.name == "naive" } ?? 0
    naive = (try? measured[place].get()) ?? []
  }

  /// The places of values with so many values up to them and an outcome within the horizon.
  private static func origins(_ series: Series, needed: Int, horizon: Int) -> [Int] {
    var known = 0
    return series.values.indices.dropLast().filter { index in
      guard series.values[index] != nil else { return false }
      known += 1
      return known >= needed
        && !BacktestOutcome.steps(series, origin: index, horizon: horizon).isEmpty
    }
  }

  /// The outcomes of each method, or why it could not answer at its first such origin.
  private static func measured(
    _ series: Series, _ methods: [any Forecaster], _ origins: [Int], _ horizon: Int, workers: Int
  ) -> [Result<[BacktestOutcome], SeriesError>] {
    let parts = concurrentMap(origins.count, workers: workers) { place in
      outcomes(series, methods, at: origins[place], horizon)
    }
    return methods.indices.map { method in
      Result { () throws(SeriesError) in
        var outcomes: [BacktestOutcome] = []
        for part in parts { outcomes += try part[method].get() }
        return outcomes
      }
    }
  }

  /// The outcomes of each method at one origin; what several of them fit is fitted once.
  private static func outcomes(
    _ series: Series, _ methods: [any Forecaster], at origin: Int, _ horizon: Int
  ) -> [Result<[BacktestOutcome], SeriesError>] {
    let past: Series
    do throws(SeriesError) { past = try series.prefix(origin + 1) } catch {
      return methods.map { _ in .failure(error) }
    }
    let steps = BacktestOutcome.steps(series, origin: origin, horizon: horizon)
    let fits = SharedFits(past.history)
    return methods.map { method in
      Result { () throws(SeriesError) in
        let forecast = Forecast(
          past, method: method.name, fit: try fits.fit(method, to: past), horizon: horizon,
          levels: [0.8, 0.95], notes: [])
        return BacktestOutcome.outcomes(
          forecast, in: series, origin: origin, steps: steps, label: origin)
      }
    }
  }
}

extension Backtest {
  /// The method with the smallest mean absolute error; the first of equals.
  public var best: Score { scores[bestPlace] }

  var bestPlace: Int { Self.bestPlace(scores.map(\.meanAbsoluteError)) }

  /// The first of the smallest.
  static func bestPlace(_ losses: [Double]) -> Int {
    losses.indices.min { losses[$0] < losses[$1] } ?? 0
  }

  /// The scores of one step alone, in the order of the methods; empty where no outcome is that far
  /// ahead.
  public func scores(at step: Int) -> [Score] {
    scores.indices.compactMap { place in
      Score(scores[place].method, outcomes[place].filter { $0.step == step })
    }
  }

  /// Whether the best method errs less than the last value by more than chance, by the mean |e| of
  /// each origin; `nil` where the last value is the best.
  public var differenceToNaive: Result<DieboldMariano, DieboldMariano.Gap>? {
    guard best.method != "naive" else { return nil }
    return Result { () throws(DieboldMariano.Gap) in
      try DieboldMariano(
        Self.losses(outcomes[bestPlace]), Self.losses(naive), horizon: horizon)
    }
  }

  /// The mean |e| of each origin, in their order.
  private static func losses(_ outcomes: [BacktestOutcome]) -> [Double] {
    var losses: [Double] = []
    var rest = outcomes[...]
    while let origin = rest.first?.origin {
      let own = rest.prefix { $0.origin == origin }
      losses.append(own.reduce(0) { $0 + abs($1.error) / Double(own.count) })
      rest = rest.dropFirst(own.count)
    }
    return losses
  }
}

extension Series {
  /// Compares methods by their past errors.
  public func backtest(
    _ methods: [any Forecaster], horizon: Int = 1, origins: Int? = nil, workers: Int = 1
  ) throws(SeriesError) -> Backtest {
    try Backtest(self, methods: methods, horizon: horizon, origins: origins, workers: workers)
  }
}
