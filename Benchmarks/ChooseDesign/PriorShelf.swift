import TradeNumerics
import TradeSeries

/// The priors of many designs: what two of them have in common is learned once.
struct PriorShelf {
  private struct Key: Hashable {
    let source: Int
    let length: Int
    let hinges: [SeriesWindow.Hinge]
    let ridge: Double
    let weighting: PooledDesign.Weighting
  }

  /// As far ahead as any set is forecast.
  private static let horizon = 6
  /// Windows of each series; more take long and change little.
  private static let windows = 12

  private let sources: [[[Double]]]
  private var models: [Key: WindowModel?] = [:]

  init(_ sources: [[[Double]]]) { self.sources = sources }

  /// What one of the sources teaches a design.
  mutating func prior(_ name: String, source: Int, _ design: PooledDesign) -> Prior {
    let keys = design.lengths.map { length in
      Key(
        source: source, length: length, hinges: design.hinges, ridge: design.ridge,
        weighting: design.weighting)
    }
    let (missing, series) = (keys.filter { models[$0] == nil }, sources[source])
    let learned = concurrentMap(missing.count, workers: Processors.count) { index in
      WindowModels(
        from: series, lengths: [missing[index].length], horizon: Self.horizon, companions: .none,
        design: design, limit: Self.windows * series.count, workers: 1)?.models.first
    }
    for (key, model) in zip(missing, learned) { models.updateValue(model, forKey: key) }
    let known = keys.compactMap { models[$0] ?? nil }
    return Prior(
      name, provenance: "training parts", seriesCount: series.count,
      models: WindowModels(models: known, design: design))
  }
}
