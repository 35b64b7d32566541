import TradeNumerics
import TradeTables

/// The mean of methods that `auto` takes for series with a season, and how wide its intervals are.
///
/// A width w of each step makes up for what the models leave out. Of a file with enough series the
/// last values are held back, and `IntervalWidth` finds w from them. Otherwise it is the one that the
/// M3 competition's training parts called for.
package struct SeasonalChoice: Sendable {
  /// The widths learned from a file; `nil` where they come with the program.
  package let widths: [Double]?
  /// From how many series the widths were learned; 0 where they come with the program.
  let measured: Int
  private let design: SeasonalDesign

  /// What the training parts of the M3 competition called for, quarterly and monthly, as `make design`
  /// prints it; further steps take the last one.
  private static let usualWidths = (
    quarterly: [1.12, 1.12, 1.18, 1.21, 1.27, 1.31, 1.34, 1.31],
    monthly: [
      1.24, 1.26, 1.24, 1.27, 1.25, 1.23, 1.21, 1.19, 1.16, 1.16, 1.18, 1.19, 1.23, 1.27, 1.29,
      1.30, 1.31, 1.31,
    ]
  )
  /// The fewest and the most series that widths are learned from.
  private static let (least, limit) = (40, 400)

  /// For a series by itself.
  package init(design: SeasonalDesign = .chosen) {
    self.design = design
    (widths, measured) = (nil, 0)
  }

  /// The methods that have a part.
  var members: [any Forecaster] { design.members }

  /// The mean for series with that many periods in a season.
  func method(season: Int) -> Combination {
    let usual = season == 12 ? Self.usualWidths.monthly : Self.usualWidths.quarterly
    return Combination(design.members, widths: widths ?? usual, name: "auto")
  }

  /// For the series of a panel that have a season.
  package init(_ panel: Panel, horizon: Int, design: SeasonalDesign = .chosen) {
    let usable = panel.series.filter { series in
      series.season > 1
        && series.history.values.dropLast(horizon).compactMap(\.self).count > 2 * series.season
        && series.history.values.suffix(horizon).allSatisfy { $0 != nil }
    }
    guard usable.count >= Self.least else {
      self = SeasonalChoice(design: design)
      return
    }
    let stride = max(1, usable.count / Self.limit)
    let chosen = Swift.stride(from: 0, to: usable.count, by: stride).map { usable[$0].history }
    let plain = Combination(design.members, name: "auto")
    let trials = concurrentMap(chosen.count, workers: panel.workers) { index in
      SeasonalTrial(chosen[index], method: plain, horizon: horizon)
    }.compactMap(\.self)
    guard trials.count >= Self.least else {
      self = SeasonalChoice(design: design)
      return
    }
    widths = (0..<horizon).map { step in
      // Neighbouring steps are much alike, and one step alone is noisy.
      let near = max(0, step - 2)...min(horizon - 1, step + 2)
      return IntervalWidth(trials.flatMap { trial in near.map { trial.outcomes[$0] } })[
        design.width]
    }
    measured = trials.count
    self.design = design
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
