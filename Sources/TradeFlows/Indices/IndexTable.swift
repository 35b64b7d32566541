import TradeSeries
import TradeTables

/// The rows of an index while they are put together: keys, measures, and why a measure is missing.
struct IndexTable {
  /// What the rows are told apart by.
  let keys: [String]
  let measures: [Measure]
  private(set) var rows: [Row] = []

  /// One column of numbers.
  struct Measure {
    let name: String
    let heading: String
    let style: Column.Style
    /// Whether its values can be bounds; a column `NAME_qualifier` then reads them.
    var isMarked = false
  }

  /// One number, how it is to be read, or why there is none.
  struct Cell {
    var value: Double?
    var mark: Qualifier?
    var reason: String?

    init(_ value: Double?) { self.value = value }

    init(_ index: IndexValue) { (value, reason) = (index.value, index.reason) }

    /// A figure; the reason stands where nothing is known of it.
    init(_ figure: Figure, _ why: String = "the bounds leave it open") {
      (value, mark) = (figure.value, figure.qualifier)
      if value == nil { reason = why }
      if let number = value, !number.isFinite { (value, reason) = (nil, why) }
    }
  }

  struct Row {
    let keys: [String]
    let cells: [Cell]
  }

  init(_ keys: [String], _ measures: [Measure]) {
    self.keys = keys
    self.measures = measures
  }

  mutating func add(_ keys: [String], _ cells: [Cell]) {
    precondition(keys.count == self.keys.count && cells.count == measures.count)
    rows.append(Row(keys: keys, cells: cells))
  }

  /// Only the rows whose measure is among the `count` largest of those that share the first keys, in
  /// order of that measure, by size whatever the sign unless told otherwise; totals stay, last.
  mutating func keepTop(
    _ count: Int?, within shared: Int, by measure: Int = 0, isSigned: Bool = false
  ) {
    guard let count else { return }
    var groups: [[Row]] = []
    for row in rows {
      if let last = groups.last?.last, last.keys.prefix(shared) == row.keys.prefix(shared) {
        groups[groups.count - 1].append(row)
      } else {
        groups.append([row])
      }
    }
    rows = groups.flatMap { group in
      let totals = group.filter { $0.keys.last == Self.total }
      let parts = group.filter { $0.keys.last != Self.total }
      let sizes = parts.map { row -> Double in
        guard let value = row.cells[measure].value else { return -.infinity }
        return isSigned ? value : abs(value)
      }
      let order = parts.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
      return order.prefix(count).map { parts[$0] } + totals
    }
  }

  /// The last key of a row that is the total of those above it.
  static let total = "TOTAL"
}

extension IndexTable: TableConvertible {
  /// The keys, the measures, the qualifiers of those that are marked, `reason`.
  var table: Table {
    let keyColumns = keys.enumerated().map { place, name in
      let cells = rows.map { $0.keys[place] }
      return Column.text(
        name, cells.map { $0.isEmpty ? nil : $0 }, heading: heading(of: name),
        isHidden: cells.allSatisfy(\.isEmpty))
    }
    let numbers = measures.enumerated().map { place, measure in
      Column.number(
        measure.name, rows.map { $0.cells[place].value }, heading: measure.heading,
        style: measure.style, mark: measure.isMarked ? "\(measure.name)_qualifier" : nil)
    }
    let marks = measures.enumerated().filter(\.element.isMarked).map { place, measure in
      Column.qualifiers("\(measure.name)_qualifier", rows.map { $0.cells[place].mark })
    }
    // Sentences take the room of numbers: whoever prints the table tells them below it.
    let reason = Column.text("reason", rows.map(Self.reason), isHidden: true)
    return Table(keyColumns + numbers + marks + [reason])
  }

  private func heading(of key: String) -> String {
    let word = key == "code" ? "Commodity" : key.replacing("_", with: " ")
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  /// The reasons of a row, each once.
  private static func reason(_ row: Row) -> String? {
    var reasons: [String] = []
    for case let why? in row.cells.map(\.reason) where !reasons.contains(why) {
      reasons.append(why)
    }
    return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
  }
}

extension IndexTable.Measure {
  /// A pure number with three decimals, such as an index from 0 to 1.
  static func index(_ name: String, _ heading: String) -> Self {
    Self(name: name, heading: heading, style: .decimal(3))
  }

  /// A share or rate, printed as a percentage.
  static func share(_ name: String, _ heading: String) -> Self {
    Self(name: name, heading: heading, style: .percent(1))
  }

  /// An amount in the unit of the data.
  static func amount(_ name: String, _ heading: String) -> Self {
    Self(name: name, heading: heading, style: .decimal(1))
  }

  /// A change in the unit of the data.
  static func change(_ name: String, _ heading: String) -> Self {
    Self(name: name, heading: heading, style: .signed(1))
  }

  /// A number of things.
  static func count(_ name: String, _ heading: String) -> Self {
    Self(name: name, heading: heading, style: .decimal(0))
  }

  /// The same measure, whose values can be bounds.
  var marked: Self {
    var measure = self
    measure.isMarked = true
    return measure
  }
}
