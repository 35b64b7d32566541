import TradeSeries
import TradeTables

/// Why both sides' figures cannot be set beside each other.
public enum MirrorError: Error, Equatable, Sendable {
  /// A ledger has no usable figures.
  case series(SeriesError)
  /// Files of flows cannot be read.
  case flows(FlowError)
  /// A file of distances cannot be read.
  case table(TableError)
  /// No flow is counted by both sides; what was asked for.
  case noMirror(String)
  /// Exports and imports are one figure in every flow, as in a reconciled file.
  case oneFigure(String)
  /// A table of distances lacks a column; `columns` are those that it has.
  case noDistances(columns: [String])
  /// A distance is zero or less.
  case distance(Double, at: Place)
  /// Too few flows have a distance.
  case fewDistances(Int, needed: Int)
}

extension MirrorError: CustomStringConvertible {
  /// One sentence: what is wrong, where, and what would help.
  public var description: String {
    switch self {
    case .series(let error): error.description
    case .flows(let error): error.description
    case .table(let error): error.description
    case .noMirror(let asked):
      "\(asked): no flow is there as exports of one side and imports of the other; the file needs "
        + "both reporters, or name a second file with the other one"
    case .oneFigure(let asked):
      "\(asked): exports and imports are the same in every flow, as in files that were reconciled "
        + "already (BACI); there is nothing to compare"
    case .noDistances(let columns):
      "distances need two columns of country codes (exporter and importer, or iso3_o and iso3_d) "
        + "and one called distance or dist; the columns are \(Suggestion.list(columns))"
    case .distance(let value, let place):
      "\(place): a distance is above zero, not \(NumberText.full(value))"
    case .fewDistances(let count, let needed):
      "\(count) flows that both sides count have a distance, and the rate needs \(needed); give it "
        + "instead: --cif-fob 0.06"
    }
  }
}
