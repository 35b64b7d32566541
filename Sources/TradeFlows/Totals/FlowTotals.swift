import TradeTables

/// Sums of trade values and quantities by some of the dimensions, ordered by their keys.
///
/// Keys are texts as the tidy form writes them: periods such as `2019`, countries as ISO 3166
/// alpha-3 codes, flows as `export`, commodities as codes with their zeros.
public struct FlowTotals: Sendable, Equatable {
  /// What the rows are told apart by, in the order of the columns.
  public let dimensions: [FlowDimension]
  /// One array a dimension, each with one key a row.
  public internal(set) var keys: [[String]]
  /// The sum of each row in whole units of `unit`; `nil` where no value was given.
  public internal(set) var values: [Double?]
  /// The sum of the quantities of each row; `nil` where none was given, or in different units.
  public internal(set) var quantities: [Double?]
  /// How many rows of the files each sum has.
  public internal(set) var counts: [Int]
  /// The currency of the values, such as `USD`.
  public let unit: String
  /// How each sum is to be read: a sum over a bound is a bound.
  public internal(set) var qualifiers: [Qualifier]
  /// Whether a value that is `nil` is kept back by its publisher, and not merely missing.
  public internal(set) var isConfidential: [Bool]
  /// What is to be said of the files: their format, what was assumed, what was left out.
  public internal(set) var remarks: [String] = []

  /// Sums as they are; every array of keys has as many elements as there are values.
  public init(
    dimensions: [FlowDimension], keys: [[String]], values: [Double?], quantities: [Double?],
    counts: [Int], unit: String
  ) {
    precondition(keys.count == dimensions.count, "one array of keys a dimension")
    precondition(keys.allSatisfy { $0.count == values.count }, "one key a row")
    precondition(quantities.count == values.count && counts.count == values.count)
    self.dimensions = dimensions
    self.keys = keys
    self.values = values
    self.quantities = quantities
    self.counts = counts
    self.unit = unit
    qualifiers = values.map { _ in .exact }
    isConfidential = values.map { _ in false }
  }

  /// No sums yet, and room for so many.
  init(by dimensions: [FlowDimension], unit: String, capacity: Int) {
    self.init(
      dimensions: dimensions, keys: dimensions.map { _ in [] }, values: [], quantities: [],
      counts: [], unit: unit)
    for place in keys.indices { keys[place].reserveCapacity(capacity) }
    values.reserveCapacity(capacity)
    quantities.reserveCapacity(capacity)
    counts.reserveCapacity(capacity)
    qualifiers.reserveCapacity(capacity)
  }

  /// The keys of one dimension; `nil` where the sums are over it.
  public func keys(of dimension: FlowDimension) -> [String]? {
    dimensions.firstIndex(of: dimension).map { keys[$0] }
  }
}

extension FlowTotals: TableConvertible {
  /// The dimensions, then `value,quantity,rows`, and `qualifier` where not all sums are exact; it is
  /// `confidential` beside a value that is kept back.
  public var table: Table {
    let marks = zip(qualifiers, isConfidential).map {
      $1 ? Qualifier.confidentialCell : $0.rawValue
    }
    return Table(
      zip(dimensions, keys).map { .text($0.rawValue, $1) } + [
        .number("value", values),
        .number("quantity", quantities),
        .number("rows", counts.map { Double($0) }),
      ]
        + (marks.allSatisfy { $0 == Qualifier.exact.rawValue } ? [] : [.text("qualifier", marks)]))
  }
}
