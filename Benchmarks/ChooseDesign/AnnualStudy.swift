import TradeNumerics
import TradeSeries

/// What `auto` reaches on annual series that its priors have not seen: flows of trade and the M3
/// competition's series are in two halves, and both priors are learned from the other half.
///
/// - trade six: six values of a flow, then four, the place by chance;
/// - trade long: 14 values and more, then four, the end by chance too, so that the last years of the
///   data, the same for nearly all flows, do not decide;
/// - yearly: M3's series without their last six values, which are forecast and which no prior sees;
/// - six: the same from the last six values of what is left.
struct AnnualStudy {
  static let sets = ["trade six", "trade long", "yearly", "six"]

  /// The files, those of one half after those of the other.
  private let files: [InnerSet]
  private let wholes: [InnerSet]
  private let naives: [Naives]
  private var priors: PriorShelf
  private var known: [PooledDesign: [Score]] = [:]

  /// About how many series a file of flows has at the most.
  private static let limit = 600

  init(_ training: TrainingParts) throws {
    let files = try zip(training.trade, training.yearly).flatMap { flows, yearly in
      [
        InnerSet("trade six", horizon: 4, try Self.tradeSix(flows)),
        InnerSet("trade long", horizon: 4, try Self.tradeLong(flows)),
        InnerSet("yearly", horizon: 6, try Self.yearly(yearly)),
        InnerSet("six", horizon: 6, try Self.yearly(yearly, keeping: 6)),
      ]
    }
    self.files = files
    wholes = Self.sets.map { name in
      let own = files.filter { $0.name == name }
      return InnerSet(name, horizon: own[0].horizon, own.flatMap(\.cases))
    }
    naives = try wholes.map { try Naives($0) }
    priors = PriorShelf(
      training.trade.map { $0.map(\.history.closed) }
        + training.yearly.map { $0.map { Array($0.history.closed.dropLast(6)) } })
  }

  private static func tradeSix(_ flows: [Series]) throws -> [Case] {
    try flows.filter { $0.count >= 10 }.thinned(to: limit).map { series in
      let start = TrainingParts.hash(series.name) % (series.count - 9)
      return try Case(
        series.part(start..<(start + 10)), group: TrainingParts.pair(series), heldBack: 4)
    }
  }

  private static func tradeLong(_ flows: [Series]) throws -> [Case] {
    try flows.filter { $0.count >= 18 }.thinned(to: limit).map { series in
      let end = 18 + TrainingParts.hash(series.name) % (series.count - 17)
      return try Case(series.part(0..<end), group: TrainingParts.pair(series), heldBack: 4)
    }
  }

  private static func yearly(_ series: [Series], keeping count: Int? = nil) throws -> [Case] {
    try series.filter { $0.count >= 12 }.map {
      try Case($0, group: $0.name, heldBack: 6, keeping: count)
    }
  }

  /// How many series are forecast in each set.
  var counts: [Int] { wholes.map(\.cases.count) }

  /// The scores of a design, one a set.
  mutating func scores(_ design: PooledDesign) -> [Score] {
    if let scores = known[design] { return scores }
    // Each half with what the other one teaches.
    let known = [1, 0].map { other in
      [
        priors.prior("trade", source: other, design),
        priors.prior("general", source: 2 + other, design),
      ]
    }
    let files = files
    let forecasts = concurrentMap(files.count, workers: Processors.count) { index in
      let (panel, horizon) = (files[index].panel, files[index].horizon)
      let choice = AnnualChoice(
        panel, horizon: horizon, design: design, priors: known[index / Self.sets.count])
      return panel.forecasts(
        withLearned: Auto(choice, SeasonalChoice()), horizon: horizon, levels: [0.95])
    }
    let scores = wholes.indices.map { set in
      let own = files.indices.filter { files[$0].name == wholes[set].name }
      return Score(own.flatMap { forecasts[$0] }, of: wholes[set], beside: naives[set])
    }
    self.known[design] = scores
    return scores
  }
}

extension Series {
  /// Some of the values.
  fileprivate func part(_ range: Range<Int>) throws -> Series {
    try Series(name, unit: unit, start: start, values: Array(values[range]), season: season)
  }
}
