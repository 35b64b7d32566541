import TradeNumerics
import TradeTables

/// Past errors of methods over all series of a file: their last values are held back, and what a
/// method learns from the file it learns without them.
///
/// Each series weighs the same, whatever its size and length, so that only measures without a unit
/// are of use: of every series the mean over its origins and steps, and of these the mean over the
/// series. A method that cannot answer for a series takes `auto` there, as it does in forecasts.
public struct PanelBacktest: Sendable {
  /// The series whose past is forecast.
  public let panel: Panel
  /// How many steps ahead each origin forecasts.
  public let horizon: Int
  /// At how many origins every series is forecast, the latest ones; fewer where it is short.
  public let origins: Int
  /// How many series could be measured.
  public let seriesCount: Int
  /// One for each method, in the order given.
  public let scores: [Score]
  /// What was left out and why.
  public let notes: [String]
  /// Of each score, the mean |e| / q of every series.
  private let losses: [[Double?]]
  /// Those of the last value, whether or not it was asked for.
  private let naive: [Double?]

  /// The errors of one method over all series.
  public struct Score: Sendable, Equatable {
    /// The method's name.
    public let method: String
    /// Mean |e| in units of the usual change of each series; `nil` where none of them ever changes.
    public let meanAbsoluteScaledError: Double?
    /// Mean e in the same units: above zero where forecasts were too low.
    public let scaledBias: Double?
    /// mean 2 |e| / (|y| + |ŷ|), a fraction.
    public let symmetricError: Double
    /// The part of outcomes inside the 80 % interval, a fraction.
    public let coverage80: Double
    /// The part of outcomes inside the 95 % interval, a fraction.
    public let coverage95: Double
    /// The score of the 95 % interval, as in `Backtest.Score`; the smaller the better.
    public let meanScaledIntervalScore: Double?
  }

  /// Measures the methods at the latest origins; the result does not depend on the panel's workers.
  ///
  /// A series takes part where two values come before an origin and an outcome after it.
  public init(
    _ panel: Panel, methods: [any Forecaster], horizon: Int = 1, origins: Int = 1
  ) throws(SeriesError) {
    precondition(horizon > 0 && origins > 0, "a horizon of \(horizon), \(origins) origins")
    let cuts = try (1...origins).map { back throws(SeriesError) in
      try PanelCut(panel, dropping: horizon + back - 1, horizon: horizon)
    }.filter { !$0.places.isEmpty }
    let places = Set(cuts.flatMap(\.places)).sorted()
    guard !places.isEmpty, !methods.isEmpty else {
      let longest = panel.series.map(\.count).max() ?? 0
      throw .tooShort(method: "a backtest", count: longest, needed: horizon + 2)
    }
    self.panel = panel
    self.horizon = horizon
    self.origins = origins
    seriesCount = places.count
    var notes: [String] = []
    if places.count < panel.series.count {
      let count = panel.series.count - places.count
      notes.append(
        "\(count) of \(panel.series.count) series \(count == 1 ? "is" : "are") left out: "
          + "no outcome, or fewer than two values before it")
    }
    let withNaive = methods + (methods.contains { $0.name == "naive" } ? [] : [.naive])
    var measured: [(score: Score, losses: [Double?])] = []
    let results = cuts.map { (places: $0.places, outcomes: $0.outcomes(withNaive)) }
    for (index, method) in withNaive.enumerated() {
      let (own, failed) = Self.scores(
        method.name, results.map { ($0.places, $0.outcomes.map { $0[index] }) }, places)
      measured.append((Score(method.name, own), own.map(\.meanAbsoluteScaledError)))
      if failed > 0, index < methods.count {
        notes.append("\(method.name) took auto in \(failed) of \(places.count) series")
      }
    }
    let still = measured[0].losses.count { $0 == nil }
    if still > 0 {
      notes.append(
        "MASE, bias and MSIS are without \(still) series that had not changed before the origin")
    }
    scores = measured.prefix(methods.count).map(\.score)
    losses = measured.prefix(methods.count).map(\.losses)
    naive = measured[withNaive.firstIndex { $0.name == "naive" } ?? 0].losses
    self.notes = notes
  }

  /// The score of one method on each series, and for how many of them it took `auto`.
  private static func scores(
    _ method: String, _ results: [(places: [Int], own: [PanelCut.Result])], _ places: [Int]
  ) -> (scores: [Backtest.Score], failed: Int) {
    var outcomes: [Int: [BacktestOutcome]] = [:]
    var failed: Set<Int> = []
    for (origin, own) in results {
      for (place, result) in zip(origin, own) {
        outcomes[place, default: []] += result.outcomes
        if result.isFallback { failed.insert(place) }
      }
    }
    let scores = places.compactMap { Backtest.Score(method, outcomes[$0] ?? []) }
    return (scores, failed.count)
  }
}

/// The series of a panel with their last values held back.
private struct PanelCut {
  /// The series that take part, as places in the panel.
  let places: [Int]
  private let past: Panel
  private let whole: [Series]
  private let dropped: Int
  private let horizon: Int

  init(_ panel: Panel, dropping count: Int, horizon: Int) throws(SeriesError) {
    var (places, past): ([Int], [Series]) = ([], [])
    for (place, series) in panel.series.enumerated() {
      let origin = series.values.count - 1 - count
      guard origin > 0, series.values[origin] != nil,
        !BacktestOutcome.steps(series, origin: origin, horizon: horizon).isEmpty
      else { continue }
      let known = try series.prefix(origin + 1)
      guard known.count > 1 else { continue }
      places.append(place)
      past.append(known)
    }
    self.places = places
    self.past = Panel(past, workers: panel.workers)
    whole = places.map { panel.series[$0] }
    dropped = count
    self.horizon = horizon
  }

  /// What a method forecast for one series beside what happened, and whether `auto` did it.
  struct Result: Sendable {
    let outcomes: [BacktestOutcome]
    let isFallback: Bool
  }

  /// One for each series and method; what several methods fit to a series is fitted once.
  func outcomes(_ methods: [any Forecaster]) -> [[Result]] {
    let learned = methods.map { past.learned($0, horizon: horizon) }
    return concurrentMap(whole.count, workers: past.workers) { place in
      let (known, series) = (past.series[place], whole[place])
      let origin = series.values.count - 1 - dropped
      let steps = BacktestOutcome.steps(series, origin: origin, horizon: horizon)
      let fits = SharedFits(known.history)
      return learned.map { method in
        let forecast = forecast(known, method, fits)
        return Result(
          outcomes: BacktestOutcome.outcomes(
            forecast, in: series, origin: origin, steps: steps, label: origin),
          isFallback: forecast.method != method.name)
      }
    }
  }

  private func forecast(
    _ known: Series, _ method: any Forecaster, _ fits: SharedFits
  ) -> Forecast {
    let levels = [0.8, 0.95]
    do throws(SeriesError) {
      return Forecast(
        known, method: method.name, fit: try fits.fit(method, to: known), horizon: horizon,
        levels: levels, notes: [])
    } catch {
      return known.fallback(from: method.name, error, horizon: horizon, levels: levels)
    }
  }
}

extension PanelBacktest.Score {
  /// The mean over series, of which there is at least one.
  fileprivate init(_ method: String, _ own: [Backtest.Score]) {
    self.method = method
    meanAbsoluteScaledError = own.compactMap(\.meanAbsoluteScaledError).meanOrNil
    scaledBias = own.compactMap(\.scaledBias).meanOrNil
    symmetricError = own.map(\.symmetricError).finiteMean
    coverage80 = own.map(\.coverage80).finiteMean
    coverage95 = own.map(\.coverage95).finiteMean
    meanScaledIntervalScore = own.compactMap(\.meanScaledIntervalScore).meanOrNil
  }

  /// What the best has the least of.
  fileprivate var loss: Double { meanAbsoluteScaledError ?? symmetricError }
}

extension PanelBacktest {
  /// The method with the smallest mean absolute scaled error; the first of equals.
  public var best: Score { scores[bestPlace] }

  private var bestPlace: Int { Backtest.bestPlace(scores.map(\.loss)) }

  /// Whether the best method errs less than the last value by more than chance, each series one
  /// comparison and taken as independent of the others; `nil` where the last value is the best.
  public var differenceToNaive: Result<DieboldMariano, DieboldMariano.Gap>? {
    guard best.method != "naive" else { return nil }
    let pairs = zip(losses[bestPlace], naive).compactMap { own, naive in
      own.flatMap { own in naive.map { (own, $0) } }
    }
    return Result { () throws(DieboldMariano.Gap) in
      try DieboldMariano(pairs.map { $0.0 }, pairs.map { $0.1 })
    }
  }
}

extension PanelBacktest: TableConvertible {
  /// The columns of `Backtest`, with those that have a unit left empty, and `scaled_bias,series`.
  public var table: Table {
    let none = scores.map { _ in Double?.none }
    let place = bestPlace
    return Table(
      .text("method", scores.map(\.method), heading: "Method"),
      .number("origins", scores.map { _ in Double(origins) }, isHidden: true),
      .number("mae", none, isHidden: true),
      .number("rmse", none, isHidden: true),
      .number(
        "mase", scores.map(\.meanAbsoluteScaledError), heading: "MASE", style: .decimal(2)),
      .number("smape", scores.map(\.symmetricError), heading: "sMAPE", style: .percent(1)),
      .number("coverage_80", scores.map(\.coverage80), heading: "80 %", style: .percent(0)),
      .number("coverage_95", scores.map(\.coverage95), heading: "95 %", style: .percent(0)),
      .number("bias", none, isHidden: true),
      .number("scaled_bias", scores.map(\.scaledBias), heading: "Bias", style: .signed(2)),
      .number(
        "msis", scores.map(\.meanScaledIntervalScore), heading: "MSIS", style: .decimal(1)),
      Backtest.marks(scores.indices.map { $0 == place }),
      .number("series", scores.map { _ in Double(seriesCount) }, isHidden: true))
  }
}

extension Panel {
  /// Compares methods by their past errors on all series.
  public func backtest(
    _ methods: [any Forecaster], horizon: Int = 1, origins: Int = 1
  ) throws(SeriesError) -> PanelBacktest {
    try PanelBacktest(self, methods: methods, horizon: horizon, origins: origins)
  }
}
