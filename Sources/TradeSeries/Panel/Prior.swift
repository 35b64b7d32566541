import TradeNumerics
import TradeTables

/// What the program knows of annual series before it sees any: pooled regressions learned from
/// thousands of them.
///
/// The numbers lie in a table beside this file, written by `make prior`.
public struct Prior: Sendable, Equatable {
  /// The name in tables and sentences.
  public let name: String
  /// What it was learned from.
  public let provenance: String
  /// How many series it was learned from.
  public let seriesCount: Int
  package let models: WindowModels

  /// The lengths of its windows, the shortest first.
  public var lengths: [Int] { models.models.map(\.length) }
  /// How many steps ahead it was learned for; beyond, errors grow as those of a random walk.
  public var horizon: Int { models.models.map(\.steps.count).min() ?? 1 }

  /// The prior by itself.
  var knowledge: PooledKnowledge { PooledKnowledge(sources: [models], companions: .none) }

  /// Annual trade between two countries.
  public static let trade = Prior(
    "trade",
    provenance: "annual exports, imports and turnover of one country with another, 1962 to 2016 "
      + "(WITS, World Bank and UN Comtrade; Kazakhstan and Viet Nam are not among them)",
    seriesCount: 7277, table: Embedded.priorTrade)

  /// Annual business and economic series of every kind.
  public static let general = Prior(
    "general",
    provenance: "annual business and economic series of many kinds "
      + "(the training part of the M3 competition, Makridakis and Hibon 2000)",
    seriesCount: 645, table: Embedded.priorGeneral)

  /// Both, the one for our own field first.
  public static let all: [Prior] = [trade, general]

  /// One with other models, to compare designs.
  package init(_ name: String, provenance: String, seriesCount: Int, models: WindowModels) {
    self.name = name
    self.provenance = provenance
    self.seriesCount = seriesCount
    self.models = models
  }

  private init(
    _ name: String, provenance: String, seriesCount: Int, table: StaticString
  ) {
    self.name = name
    self.provenance = provenance
    self.seriesCount = seriesCount
    do throws(TableError) {
      models = try WindowModels(CSVReader(file: "prior-\(name).csv").read(Array(table)))
    } catch {
      preconditionFailure("a prior that cannot be read: \(error)")
    }
  }
}

extension [UInt8] {
  fileprivate init(_ text: StaticString) {
    self = text.withUTF8Buffer { [UInt8]($0) }
  }
}

extension Prior {
  /// What annual series teach, as the table that a prior is read from; `nil` where they are too few
  /// or too short.
  package static func table(learnedFrom series: [[Double]], horizon: Int) -> Table? {
    WindowModels(
      from: series, lengths: PooledDesign.chosen.lengths, horizon: horizon, companions: .none,
      limit: .max, workers: Processors.count)?.table
  }
}

// MARK: - As a table

extension WindowModels: TableConvertible {
  private static let parts = ["location", "lower", "upper", "ratios"]

  /// `length,step,part,c1,…`: the coefficients of each regression, and the ratios of the errors.
  package var table: Table {
    var names: (length: [Double], step: [Double], part: [String]) = ([], [], [])
    var numbers: [[Double]] = []
    for model in models {
      for (index, step) in model.steps.enumerated() {
        for (part, values) in zip(
          Self.parts, [step.location, step.lower, step.upper, step.ratios])
        {
          names.length.append(Double(model.length))
          names.step.append(Double(index + 1))
          names.part.append(part)
          numbers.append(values)
        }
      }
    }
    let columns = (0..<design.featureCount).map { place in
      Column.number(
        "c\(place + 1)",
        numbers.map { $0.indices.contains(place) ? Self.rounded($0[place]) : nil })
    }
    return Table(
      [
        .number("length", names.length), .number("step", names.step),
        .text("part", names.part),
      ] + columns)
  }

  /// Five digits, as the sixth is chance.
  private static func rounded(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    var power = 1.0
    while abs(value) * power < 10_000 { power *= 10 }
    while abs(value) * power >= 100_000 { power /= 10 }
    return (value * power).rounded() / power
  }

  /// Reads the table that `table` writes.
  package init(_ table: Table) throws(TableError) {
    let lengths = try table.numbers("length").compactMap { $0.map { Int($0) } }
    let parts = try table.texts("part")
    let design = PooledDesign.chosen
    var columns: [[Double?]] = []
    for place in 0..<design.featureCount {
      columns.append(try table.numbers("c\(place + 1)"))
    }
    let rows = lengths.indices.map { row in columns.compactMap { $0[row] } }
    precondition(
      parts.indices.allSatisfy { parts[$0] == Self.parts[$0 % Self.parts.count] },
      "the parts of a prior are in another order")
    var models: [WindowModel] = []
    for length in Set(lengths).sorted() {
      let own = lengths.indices.filter { lengths[$0] == length }
      let steps = stride(from: 0, to: own.count, by: Self.parts.count).map { first in
        WindowModel.Step(
          location: rows[own[first]], lower: rows[own[first + 1]], upper: rows[own[first + 2]],
          ratios: rows[own[first + 3]])
      }
      models.append(WindowModel(length: length, steps: steps))
    }
    self.init(models: models, design: design)
  }
}
