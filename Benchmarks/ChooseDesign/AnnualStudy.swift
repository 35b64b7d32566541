import TradeNumerics
import TradeSeries

/// What `auto` reaches on annual series from several origins inside the training parts.
///
/// Flows of trade are in two halves, and the prior for trade is learned from the other half:
/// - trade six: six values of a flow, then four, the place by chance;
/// - trade long: 14 values and more, then four, the end by chance too, so that the last years of the
///   data, the same for nearly all flows, do not decide.
///
/// M3's yearly series are one file, forecast from three origins, six values each, which neither the
/// file nor the general prior has seen: errors of one origin are much alike in all series.
/// - yearly: all values before the origin;
/// - six: the last six values before it.
struct AnnualStudy {
  static let sets = ["trade six", "trade long", "yearly", "six"]

  /// A file that is forecast, and the places of its priors on the shelf.
  private struct File {
    let set: InnerSet
    let trade: Int
    let general: Int
  }

  /// Files of one set stand together.
  private let files: [File]
  private let wholes: [InnerSet]
  private let naives: [Naives]
  private var priors: PriorShelf
  private var known: [PooledDesign: [Score]] = [:]

  /// About how many series a file of flows has at the most.
  private static let limit = 600
  /// How many values the origins of M3's series lie before the last.
  private static let origins = [0, 3, 6]

  init(_ training: TrainingParts) throws {
    let yearly = try Self.origins.map { origin in
      try training.yearly.filter { $0.count >= 12 + origin }.map {
        try $0.part(0..<($0.count - origin))
      }
    }
    let flows = [0, 1].map { half in (half: training.trade[half], other: 1 - half) }
    files =
      try flows.map {
        File(
          set: InnerSet("trade six", horizon: 4, try Self.tradeSix($0.half)), trade: $0.other,
          general: 2)
      }
      + flows.map {
        File(
          set: InnerSet("trade long", horizon: 4, try Self.tradeLong($0.half)), trade: $0.other,
          general: 2)
      }
      + [nil, 6].flatMap { count in
        try yearly.enumerated().map { place, series in
          File(
            set: InnerSet(
              count == nil ? "yearly" : "six", horizon: 6, try Self.yearly(series, keeping: count)),
            trade: 0, general: 2 + place)
        }
      }
    let files = files
    wholes = Self.sets.map { name in
      let own = files.map(\.set).filter { $0.name == name }
      return InnerSet(name, horizon: own[0].horizon, own.flatMap(\.cases))
    }
    naives = try wholes.map { try Naives($0) }
    priors = PriorShelf(
      training.trade.map { $0.map(\.history.closed) }
        + yearly.map { $0.map { Array($0.history.closed.dropLast(6)) } })
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
    try series.map {
      try Case($0, group: $0.name, heldBack: 6, keeping: count)
    }
  }

  /// How many series are forecast in each set.
  var counts: [Int] { wholes.map(\.cases.count) }

  /// The scores of a design, one a set.
  mutating func scores(_ design: PooledDesign) -> [Score] {
    if let scores = known[design] { return scores }
    let known = files.map { file in
      [
        priors.prior("trade", source: file.trade, design),
        priors.prior("general", source: file.general, design),
      ]
    }
    let files = files
    let forecasts = concurrentMap(files.count, workers: Processors.count) { index in
      let (panel, horizon) = (files[index].set.panel, files[index].set.horizon)
      let choice = AnnualChoice(panel, horizon: horizon, design: design, priors: known[index])
      return panel.forecasts(
        withLearned: Auto(choice, SeasonalChoice()), horizon: horizon, levels: [0.95])
    }
    let scores = wholes.indices.map { set in
      let own = files.indices.filter { files[$0].set.name == wholes[set].name }
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
