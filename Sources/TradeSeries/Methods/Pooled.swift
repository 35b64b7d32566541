import TradeTables

/// Pooled regression: what followed windows like the last one, in all series of the file or, for a
/// series by itself, in thousands of series of annual trade.
///
/// `WindowModel` has the formulas. Series with a season are none of these, and are refused.
public struct Pooled: PanelForecaster {
  /// `pooled` on the command line and in tables.
  public let name = "pooled"
  /// The shortest window.
  public let leastCount = SeriesWindow.leastCount
  /// `nil` for a series by itself.
  private let knowledge: PooledKnowledge?

  /// A specification; by itself it knows the prior for trade.
  public init() { knowledge = nil }

  private init(_ knowledge: PooledKnowledge?) { self.knowledge = knowledge }

  /// Learns the regressions from the annual series of a panel, where there are enough.
  public func learned(from panel: Panel, horizon: Int) -> any Forecaster {
    let series = panel.series.filter { $0.season == 1 }.map(\.history.closed)
    let own = WindowModels(
      from: series, lengths: WindowModels.usefulLengths(series.map(\.count), horizon: horizon),
      horizon: horizon, companions: .none, workers: panel.workers)
    return Pooled(own.map { PooledKnowledge(sources: [$0], companions: .none) })
  }

  /// Places the last windows of a history in the regressions, or takes the usual errors of trade
  /// where nothing changes.
  public func fit(_ history: History) throws(SeriesError) -> Auto.Fitted {
    guard history.season == 1 else { throw .seasonal(method: name, season: history.season) }
    let fit = knowledge?.fit(history) ?? Prior.trade.knowledge.fit(history)
    return Auto.Fitted(fit: fit ?? AnnualFit(history))
  }

  /// Says what was learned from.
  public func reason(for history: History) -> String {
    let isTaught = knowledge?.covers(history) ?? false
    guard isTaught || Prior.trade.knowledge.covers(history) else {
      return AnnualFit.reason(for: history)
    }
    let origin =
      !isTaught
      ? "in \(NumberText.fixed(Double(Prior.trade.seriesCount), digits: 0)) series of annual trade between two countries"
      : "in all series of the file"
    return "What followed windows like the last of these \(history.count) values \(origin)."
  }
}

extension Forecaster where Self == Pooled {
  /// Pooled regression.
  public static var pooled: Pooled { Pooled() }
}
