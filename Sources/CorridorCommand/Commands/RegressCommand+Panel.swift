import Corridor

/// What `lag` and `diff` go by: `--by` and `--time`, or the order of the rows.
struct PanelOption {
  let panel: ModelFrame.Panel?
  let remarks: [String]
  /// The columns that the user named for the lags.
  let columns: [String]
  /// The column of quarters or months, which are numbered for the lags.
  private let counted: String?

  init(_ data: DataOptions, _ formula: Formula, _ table: Table) throws {
    guard formula.hasLags else {
      (panel, remarks, columns, counted) = (nil, [], [], nil)
      return
    }
    guard !data.by.isEmpty || data.time != nil else {
      (panel, columns, counted) = (nil, [], nil)
      var repeats = RepeatedPeriods()
      try repeats.read(table)
      remarks = repeats.remarks
      return
    }
    guard let time = data.time ?? RepeatedPeriods.column(of: table) else {
      throw UsageError("lags within --by need the column with the periods: --time COLUMN")
    }
    _ = try table.column(time)
    let kind = try Self.periods(time, in: table)?.lazy.compactMap(\.self).first?.kind
    counted = kind == nil || kind == .year ? nil : time
    columns = data.by + [time]
    panel = ModelFrame.Panel(group: data.by, time: counted.map(Self.countedName) ?? time)
    remarks = []
  }

  /// The table with the periods as whole numbers in a column beside them.
  ///
  /// Lags count quarters and months one by one, so these are numbered; years and plain counters are
  /// numbers already.
  func table(_ table: Table) throws -> Table {
    guard let counted, table.firstColumn(counted) != nil,
      let periods = try Self.periods(counted, in: table)
    else { return table }
    let numbers = periods.map { $0.map { Double($0.index) } }
    return Table(
      table.columns + [.number(Self.countedName(counted), numbers)], origin: table.origin)
  }

  private static func countedName(_ time: String) -> String { time + " (counted)" }

  /// The periods of a column that holds calendar periods of one kind; `nil` for any other.
  private static func periods(_ name: String, in table: Table) throws -> [Period?]? {
    var kind: Period.Kind?
    var periods: [Period?] = []
    for text in try table.texts(name) {
      guard let text = text?.trimmed, !NumberText.isMissing(text) else {
        periods.append(nil)
        continue
      }
      guard let period = Period(text), period.kind == kind ?? period.kind else { return nil }
      kind = period.kind
      periods.append(period)
    }
    return kind == nil ? nil : periods
  }
}

/// Whether the periods of a table repeat, and so belong to several groups.
struct RepeatedPeriods {
  private var seen: Set<String> = []
  /// The column whose periods repeat.
  private var column: String?

  /// Periods that are kept of a stream: whoever has more different ones has no panel.
  private static let limit = 1 << 20

  /// The column with the periods, by its name.
  static func column(of table: Table) -> String? {
    table.names.first { SeriesReader.timeNames.contains($0.lowercased()) }
  }

  /// Looks through rows, or more of them.
  mutating func read(_ table: Table) throws {
    guard column == nil, seen.count < Self.limit, let name = Self.column(of: table) else { return }
    let repeats = try table.texts(name).contains { text in
      text.map { !NumberText.isMissing($0) && !seen.insert($0).inserted } ?? false
    }
    if repeats { (column, seen) = (name, []) }
  }

  /// How to ask for lags within groups, where there are several.
  var remarks: [String] {
    guard let column else { return [] }
    return [
      "'\(column)' repeats, and lag and diff go by the row above, whatever group it is of; for lags "
        + "within groups: --by COLUMN --time \(column)"
    ]
  }
}
