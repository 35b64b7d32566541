import TradeNumerics
import TradeTables

/// The mean of methods that `auto` takes for series with a season, and how wide its intervals are.
///
/// A width w of each step makes up for what the models leave out. Of a file with enough series the
/// last values are held back: w lies in the middle between the factor that covers 95 % of them and
/// the one with the smallest interval score. Otherwise it is the one that the M3 competition's
/// training parts called for.
///
/// Reference for the score: Gneiting & Raftery, "Strictly proper scoring rules, prediction, and
/// estimation", *Journal of the American Statistical Association* 102 (2007), section 6.2.
struct SeasonalChoice: Sendable {
  /// The widths learned from a file; `nil` where they come with the program.
  private let widths: [Double]?
  /// From how many series the widths were learned; 0 where they come with the program.
  let measured: Int

  /// The methods that have a part, each with the same weight.
  static let members: [any Forecaster] = [.ets, .arima, .theta, .dynamicTheta]
  /// What the training parts of the M3 competition called for, quarterly and monthly; further steps
  /// take the last one.
  private static let usualWidths = (
    quarterly: [1.13, 1.13, 1.17, 1.21, 1.25, 1.29, 1.32], monthly: [1.2]
  )
  /// The fewest and the most series that widths are learned from.
  private static let (least, limit) = (40, 400)

  /// For a series by itself.
  init() { (widths, measured) = (nil, 0) }

  /// The mean for series with that many periods in a season.
  func method(season: Int) -> Combination {
    let usual = season == 12 ? Self.usualWidths.monthly : Self.usualWidths.quarterly
    return Combination(Self.members, widths: widths ?? usual, name: "auto")
  }

  init(_ panel: Panel, horizon: Int) {
    let usable = panel.series.filter { series in
      series.season > 1
        && series.history.values.dropLast(horizon).compactMap(\.self).count > 2 * series.season
        && series.history.values.suffix(horizon).allSatisfy { $0 != nil }
    }
    guard usable.count >= Self.least else {
      self = SeasonalChoice()
      return
    }
    let stride = max(1, usable.count / Self.limit)
    let chosen = Swift.stride(from: 0, to: usable.count, by: stride).map { usable[$0].history }
    let plain = Combination(Self.members, name: "auto")
    let trials = concurrentMap(chosen.count, workers: panel.workers) { index in
      SeasonalTrial(chosen[index], method: plain, horizon: horizon)
    }.compactMap(\.self)
    guard trials.count >= Self.least else {
      self = SeasonalChoice()
      return
    }
    widths = (0..<horizon).map { step in
      // Neighbouring steps are much alike, and one step alone is noisy.
      let near = max(0, step - 2)...min(horizon - 1, step + 2)
      return IntervalWidth(trials.flatMap { trial in near.map { trial.outcomes[$0] } }).middle
    }
    measured = trials.count
  }

  func reason(for history: History) -> String {
    let source =
      measured > 0
      ? "the last values of \(measured) series of the file"
      : "the quarterly and monthly training parts of the M3 competition"
    return method(season: history.season).reason(for: history)
      .replacing("past errors of such means", with: source)
  }
}

/// What one series with its last values held back tells about widths.
private struct SeasonalTrial: Sendable {
  let outcomes: [IntervalWidth.Outcome]

  init?(_ history: History, method: Combination, horizon: Int) {
    let past = Array(history.values.dropLast(horizon))
    guard let end = past.lastIndex(where: { $0 != nil }), end == past.count - 1 else { return nil }
    let known = History(past, season: history.season)
    guard let fit = try? method.fit(known) else { return nil }
    let season = history.season
    let changes = past.indices.dropFirst(season).compactMap { index in
      past[index].flatMap { now in past[index - season].map { abs(now - $0) } }
    }
    let scale = changes.reduce(0, +) / Double(max(changes.count, 1))
    guard scale >= .leastNormalMagnitude else { return nil }
    outcomes = (1...horizon).map { step in
      let distribution = fit.distribution(at: step)
      let point = distribution.point
      let error = (history.values[past.count + step - 1] ?? point) - point
      let reach =
        error < 0 ? point - distribution.quantile(0.025) : distribution.quantile(0.975) - point
      let width = distribution.quantile(0.975) - distribution.quantile(0.025)
      return .init(error: abs(error) / scale, reach: reach / scale, width: width / scale)
    }
  }
}

/// The factor that the intervals of past forecasts should have been widened by.
struct IntervalWidth {
  /// One past forecast, in units of the usual change of its series.
  struct Outcome: Sendable {
    /// |y − ŷ|.
    let error: Double
    /// From the point to the bound on the side of the error.
    let reach: Double
    /// From bound to bound.
    let width: Double
  }

  /// The factor at which 95 % of the outcomes are inside.
  let covering: Double
  /// The factor with the smallest mean interval score.
  let sharpest: Double

  /// Between the two: coverage that holds, at little cost in width.
  var middle: Double { (covering + sharpest) / 2 }

  init(_ outcomes: [Outcome]) {
    let usable = outcomes.filter { $0.reach > 0 }
    let needed = usable.map { $0.error / $0.reach }.sorted()
    guard !needed.isEmpty else {
      (covering, sharpest) = (1, 1)
      return
    }
    let place = Int((0.95 * Double(needed.count)).rounded(.up)) - 1
    covering = min(max(needed[min(max(place, 0), needed.count - 1)], 0.5), 10)
    let candidates = (0...100).map { 0.5 + 0.035 * Double($0) }
    let scores = candidates.map { factor in
      usable.reduce(0) { sum, outcome in
        let outside = max(outcome.error - factor * outcome.reach, 0)
        return sum + factor * outcome.width + 2 / 0.05 * outside
      }
    }
    let best = scores.indices.min { scores[$0] < scores[$1] } ?? 0
    sharpest = candidates[best]
  }
}
