import TradeNumerics
import TradeSeries

/// What `auto` reaches on the quarterly and monthly training parts of the M3 competition, the last
/// 8 and 18 values held back; widths are learned from the values before these.
struct SeasonalStudy {
  static let sets = ["quarterly", "monthly"]
  private static let horizons = [8, 18]

  private let sets: [InnerSet]
  private let naives: [Naives]
  private let remembered: [RememberedMethod]

  init(_ training: TrainingParts, methods: [any Forecaster]) throws {
    sets = try zip([training.quarterly, training.monthly], Self.horizons).enumerated().map {
      place, part in
      // Two seasons and a value are left of each.
      let usable = part.0.filter { $0.count > part.1 + 2 * $0.season }
      return InnerSet(
        Self.sets[place], horizon: part.1,
        try usable.map { try Case($0, group: $0.name, heldBack: part.1) })
    }
    naives = try sets.map { try Naives($0) }
    let histories = sets.flatMap { set in
      set.cases.flatMap { item in
        let past = item.past.history
        let before = past.values.dropLast(set.horizon)
        return ([past] + (before.isEmpty ? [] : [History(Array(before), season: past.season)]))
          .map { ($0, set.horizon) }
      }
    }
    remembered = methods.map { RememberedMethod($0, histories) }
  }

  /// How many series are forecast in each set.
  var counts: [Int] { sets.map(\.cases.count) }

  /// The scores of methods, by their places, with a rule for the width.
  func scores(_ members: [Int], _ width: SeasonalDesign.Width) -> [Score] {
    let design = SeasonalDesign(members: members.map { remembered[$0] }, width: width)
    return zip(sets, naives).map { set, naive in
      let panel = Panel(set.cases.map(\.past), workers: Processors.count)
      let choice = SeasonalChoice(panel, horizon: set.horizon, design: design)
      return Score(
        panel.forecasts(
          withLearned: Auto(AnnualChoice(), choice), horizon: set.horizon, levels: [0.95]),
        of: set, beside: naive)
    }
  }

  /// The widths that all series of a training part call for, one a step.
  static func widths(_ series: [Series], horizon: Int) -> [Double] {
    let panel = Panel(series, workers: Processors.count)
    return SeasonalChoice(panel, horizon: horizon).widths ?? []
  }
}
