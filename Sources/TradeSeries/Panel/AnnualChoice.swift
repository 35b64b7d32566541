import TradeNumerics
import TradeTables

/// Which pooled regressions `auto` takes for annual series, and why.
///
/// The last values of every series are held back, and what could be known without them forecasts
/// them. It is measured as the M4 competition does, ½ (MASE / MASE of the last value + sMAPE /
/// sMAPE of the last value):
///
/// - each prior, of which the better one is taken;
/// - regressions learned from the rest of the file, where it is large enough: unless they are
///   clearly worse than the prior, both count, as either may have been lucky;
/// - the same blended with the mean of other methods, where that is better.
///
/// What is learned from the file is then learned anew from all values. Few series cannot tell: below
/// 20 the prior for trade is taken.
package struct AnnualChoice: Sendable {
  let knowledge: PooledKnowledge
  /// The prior that is part of it.
  let prior: Prior
  /// Its loss, that of the file's own regressions, and that of all that was chosen; empty where
  /// nothing was measured.
  let losses: [(name: String, loss: Double)]
  /// How many series were measured.
  let measured: Int

  /// The most series that are measured.
  private static let limit = 2000
  /// The most values that are held back.
  private static let heldBack = 6

  /// For a series by itself.
  package init() { self.init(prior: .trade) }

  private init(prior: Prior) {
    self.prior = prior
    (knowledge, losses, measured) = (prior.knowledge, [], 0)
  }

  /// For the annual series of a panel; the first of the priors is that for our own field.
  package init(
    _ panel: Panel, horizon: Int, design: PooledDesign = .chosen, priors: [Prior] = Prior.all
  ) {
    let histories = panel.series.filter { $0.season == 1 }.map(\.history)
    let trials = AnnualTrial.trials(
      histories, horizon: min(horizon, Self.heldBack), limit: Self.limit)
    guard let steps = trials.first?.future.count, trials.count >= WindowModel.Step.leastSeries
    else {
      self = AnnualChoice(prior: priors[0])
      return
    }
    /// Of a source or several by themselves and with their companions.
    let companions = AnnualTrial.companionPoints(
      trials, design.companions, workers: panel.workers)
    func loss(_ sources: [WindowModels]) -> (plain: Double, blended: Double, best: Double) {
      let plain = AnnualTrial.points(
        trials, PooledKnowledge(sources: sources, companions: .none), workers: panel.workers)
      let share = design.companions.share
      let blended = zip(plain, companions).map { own, others in
        others.isEmpty ? own : zip(own, others).map { $0 + share * ($1 - $0) }
      }
      let losses = [plain, blended].map { AnnualTrial.loss(trials, $0) }
      return (losses[0], losses[1], min(losses[0], losses[1]))
    }
    func own(_ series: [[Double]], _ horizon: Int, companions: Companions) -> WindowModels? {
      WindowModels(
        from: series,
        lengths: WindowModels.usefulLengths(
          series.map(\.count), horizon: horizon, design: design),
        horizon: horizon, companions: companions, design: design, workers: panel.workers)
    }
    let ranked = priors.map { (prior: $0, loss: loss([$0.models]).best) }.sorted {
      $0.loss < $1.loss
    }
    let prior = ranked[0].prior
    var losses = ranked.map { (name: "prior \($0.prior.name)", loss: $0.loss) }
    var known = [prior.models]
    let all = histories.map(\.closed)
    var isOwnUsed = false
    if let learned = own(all.map { Array($0.dropLast(steps)) }, steps, companions: .none) {
      let ownLoss = loss([learned]).best
      losses.append(("the file's own", ownLoss))
      let bar = prior == priors[0] ? 1 - design.tolerance : 1 + design.tolerance
      isOwnUsed = ownLoss < ranked[0].loss * bar
      if isOwnUsed { known.append(learned) }
    }
    let chosen = loss(known)
    losses.append(("chosen", chosen.best))
    let blend = chosen.blended < chosen.plain ? design.companions : .none
    let learned = isOwnUsed ? own(all, horizon, companions: blend) : nil
    self.prior = prior
    knowledge = PooledKnowledge(
      sources: [prior.models] + (learned.map { [$0] } ?? []), companions: blend)
    self.losses = losses
    measured = trials.count
  }

  func reason(for history: History) -> String {
    var parts = [
      "\(NumberText.fixed(Double(prior.seriesCount), digits: 0)) series of \(prior.provenance)"
    ]
    if knowledge.sources.count > 1 { parts.append("the series of the file") }
    let origin = parts.joined(separator: ", and in ")
    let share = NumberText.percentage(knowledge.companions.share)
    let others =
      knowledge.companions.areNone
      ? "" : ", with \(share) % of the mean of \(knowledge.companions.names)"
    let why =
      measured > 0
      ? "; of the ways tried, this forecast the last values of \(measured) series best" : ""
    return
      "Chosen for \(history.count) values: what followed such values in \(origin)\(others)\(why)."
  }
}

/// One series with its last values held back.
struct AnnualTrial: Sendable {
  let past: History
  let future: [Double]
  /// mean |Δy| of the past, above zero.
  private let scale: Double

  /// The series that leave at least four values before those held back, or three where most are
  /// shorter; evenly chosen where there are more than the limit.
  static func trials(_ histories: [History], horizon: Int, limit: Int) -> [AnnualTrial] {
    let values = histories.map(\.closed)
    let counts = values.map(\.count).sorted()
    guard let typical = counts.isEmpty ? nil : counts[counts.count / 4] else { return [] }
    let steps = min(horizon, max(typical - 4, 1))
    let usable = values.filter { $0.count >= steps + SeriesWindow.leastCount }
    let stride = max(1, usable.count / limit)
    return Swift.stride(from: 0, to: usable.count, by: stride).compactMap { index in
      AnnualTrial(usable[index], steps: steps)
    }
  }

  private init?(_ values: [Double], steps: Int) {
    let past = Array(values.dropLast(steps))
    let changes = zip(past.dropFirst(), past).map { abs($0 - $1) }
    scale = changes.reduce(0, +) / Double(max(changes.count, 1))
    guard scale >= .leastNormalMagnitude else { return nil }
    self.past = History(past)
    future = Array(values.suffix(steps))
  }

  /// The point forecasts of every trial.
  static func points(
    _ trials: [AnnualTrial], _ knowledge: PooledKnowledge, workers: Int
  ) -> [[Double]] {
    concurrentMap(trials.count, workers: workers) { index in
      let fit = knowledge.fit(trials[index].past)
      return trials[index].future.indices.map { step in
        fit?.location(at: step + 1) ?? trials[index].past.last
      }
    }
  }

  /// The mean point forecasts of other methods for every trial; empty where none has an answer.
  static func companionPoints(
    _ trials: [AnnualTrial], _ companions: Companions, workers: Int
  ) -> [[Double]] {
    concurrentMap(trials.count, workers: workers) { index in
      guard let fit = companions.fit(trials[index].past) else { return [] }
      return trials[index].future.indices.map { fit.location(at: $0 + 1) }
    }
  }

  /// ½ (MASE + sMAPE) of point forecasts, each relative to that of the last value.
  static func loss(_ trials: [AnnualTrial], _ points: [[Double]]) -> Double {
    var (own, naive) = (Errors(), Errors())
    for (trial, points) in zip(trials, points) {
      let isNonNegative = trial.past.values.allSatisfy { $0 ?? 0 >= 0 }
      for (actual, point) in zip(trial.future, points) {
        own.add(isNonNegative ? max(point, 0) : point, actual, trial.scale)
        naive.add(trial.past.last, actual, trial.scale)
      }
    }
    guard naive.scaled > 0, naive.symmetric > 0 else { return 1 }
    return (own.scaled / naive.scaled + own.symmetric / naive.symmetric) / 2
  }

  private struct Errors {
    var scaled = 0.0
    var symmetric = 0.0

    mutating func add(_ forecast: Double, _ actual: Double, _ scale: Double) {
      let error = abs(actual - forecast)
      // One series that breaks off must not decide for all others.
      scaled += min(error / scale, 1000)
      let size = abs(actual) + abs(forecast)
      symmetric += size > 0 ? error / size : 0
    }
  }
}
