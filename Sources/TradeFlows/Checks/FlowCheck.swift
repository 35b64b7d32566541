import TradeSeries
import TradeTables

/// What is wrong with files of trade flows, before anybody adds them up.
///
/// Each kind of fault is found by a check of its own; a new one is a file and a line in `checks`.
public struct FlowCheck: Sendable, Equatable {
  /// The faults, the gravest first, then in the order of the files.
  public let faults: [Fault]
  /// The forms of the files, and what was assumed in reading them.
  public let remarks: [String]
  /// How many rows were read.
  public let rowCount: Int

  /// Something that would make results wrong, or may.
  public struct Fault: Sendable, Equatable {
    /// How grave it is.
    public let severity: Severity
    /// A few words for its kind, such as `double counting`.
    public let kind: String
    /// Where it shows first.
    public let place: Place
    /// What is the matter.
    public let what: String
    /// What would help.
    public let advice: String
  }

  /// How grave a fault is.
  public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// A sum over the rows would be wrong.
    case error
    /// A figure is hard to believe.
    case warning
    /// Something to know when results are read.
    case note

    /// The gravest first.
    public static func < (first: Severity, second: Severity) -> Bool {
      first.rank < second.rank
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// Whether anything is wrong, which notes are not.
  public var hasFaults: Bool { faults.contains { $0.severity != .note } }

  /// So many faults of a kind are listed one by one.
  private static let listed = 20

  private static let checks: [@Sendable (CheckedRows) -> [Fault]] = [
    levelFaults, duplicateFaults, partFaults, unitJumpFaults, unitValueFaults, repeatedValueFaults,
    classificationFaults, gapFaults, mirrorFaults, countryFaults,
  ]

  init(_ rows: CheckedRows, remarks: [String]) {
    self.remarks = remarks
    rowCount = rows.all.reduce(0) { $0 + $1.rowCount }
    faults = Self.checks.flatMap { check in Self.cut(check(rows)) }
      .enumerated().sorted { ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset) }
      .map(\.element)
  }

  /// The first of many faults of a kind, and how many more there are.
  private static func cut(_ faults: [Fault]) -> [Fault] {
    guard faults.count > listed, let last = faults.last else { return faults }
    let more = Fault(
      severity: last.severity, kind: last.kind, place: last.place,
      what: "and \(faults.count - listed) more like these", advice: "")
    return faults.prefix(listed) + [more]
  }
}

extension FlowCheck: TableConvertible {
  /// `severity,kind,line,what,advice`, a fault a row; of several files `file` stands before `line`.
  public var table: Table {
    let files = faults.map(\.place.file)
    return Table(
      [
        .text("severity", faults.map(\.severity.rawValue), heading: "Severity"),
        .text("kind", faults.map(\.kind), heading: "Kind"),
      ]
        + (Set(files).count > 1 ? [.text("file", files, heading: "File")] : [])
        + [
          .number(
            "line", faults.map { Double($0.place.line) }, heading: "Line", style: .decimal(0)),
          .text("what", faults.map(\.what), heading: "What"),
          .text("advice", faults.map(\.advice), heading: "Way out"),
        ])
  }
}

/// The rows of files for checks: one for each period, pair of countries, flow, commodity and level.
struct CheckedRows: Sendable {
  struct Row: Sendable {
    let period: Period
    let reporter: String
    let partner: String
    let flow: String
    let code: String
    let classification: String
    let quantityUnit: String
    let level: FlowLevel
    let value: Double?
    let quantity: Double?
    let rowCount: Int
    let first: Place
    let second: Place?

    /// The trade without its commodity.
    var trade: Trade {
      Trade(period: period, reporter: reporter, partner: partner, flow: flow)
    }
  }

  /// One country's exports to another, or imports from it, in one period.
  struct Trade: Hashable, Comparable, CustomStringConvertible {
    let period: Period
    let reporter: String
    let partner: String
    let flow: String

    var description: String {
      let pair = [reporter, partner].filter { !$0.isEmpty }.joined(separator: " with ")
      return [pair, flow, "\(period)"].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    static func < (first: Trade, second: Trade) -> Bool {
      (first.reporter, first.partner, first.flow, first.period)
        < (second.reporter, second.partner, second.flow, second.period)
    }
  }

  /// In the order of the files.
  let all: [Row]
  let unmatchedNames: [String]

  /// The rows of each trade, in order.
  func byTrade(_ isWanted: (Row) -> Bool = { _ in true }) -> [(trade: Trade, rows: [Row])] {
    Dictionary(grouping: all.filter(isWanted), by: \.trade).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }
}

extension FlowFiles {
  /// Reads the files and looks for what is wrong with them.
  ///
  /// One row is kept for each trade and commodity, so that memory grows with the files.
  public func check(_ query: FlowQuery = FlowQuery(by: [])) throws(FlowError) -> FlowCheck {
    var query = query
    query.by = FlowDimension.allCases
    query.level = nil
    var reader = FlowReader(query, self)
    for (number, path) in paths.enumerated() {
      try reader.add(try FlowFile(path), number: number)
    }
    return reader.check(files: paths.map(InputFile.name))
  }
}

extension FlowReader {
  fileprivate func check(files: [String]) -> FlowCheck {
    let texts = Dictionary(
      uniqueKeysWithValues: FlowKey.Part.allCases.map { ($0, names.names(of: $0)) })
    func text(_ key: FlowKey, _ part: FlowKey.Part) -> String { texts[part]?[key[part]] ?? "" }
    func place(_ row: RowPlace) -> Place { Place(file: files[row.file], line: row.line) }
    let rows = sums.sums.compactMap { sum -> CheckedRows.Row? in
      guard let period = Period(text(sum.key, .period)) else { return nil }
      return CheckedRows.Row(
        period: period, reporter: text(sum.key, .reporter), partner: text(sum.key, .partner),
        flow: text(sum.key, .flow), code: text(sum.key, .code),
        classification: sum.key.level.classification?.rawValue ?? "",
        quantityUnit: text(sum.key, .quantityUnit), level: sum.key.level,
        value: sum.valueCount > 0 ? sum.value : nil,
        quantity: sum.quantityCount > 0 ? sum.quantity : nil, rowCount: sum.rowCount,
        first: place(sum.first), second: sum.second.isNone ? nil : place(sum.second))
    }
    return FlowCheck(
      CheckedRows(all: rows, unmatchedNames: names.unmatchedNames), remarks: remarks)
  }
}
