import TradeTables

extension ModelFrame {
  /// What lags go by: the value of the same group so many periods before.
  ///
  ///     lag(x, k) in row (group, t)  =  x in row (group, t − k),  missing where there is no such row
  ///
  /// A gap in time makes a lag missing, where the row above would be a value of another period. The
  /// order of the rows does not matter. Without groups all rows are one.
  ///
  ///     try ModelFrame(formula, table, panel: .init(group: ["pair"], time: "year"))
  ///
  /// Reference: Croissant & Millo, "Panel data econometrics in R: the plm package", *Journal of
  /// Statistical Software* 27 (2008), section 4; the lags of R's fixest with `panel.id`.
  public struct Panel: Sendable, Equatable {
    /// The columns that tell groups apart, none or more.
    public let group: [String]
    /// The column of the periods, which are whole numbers.
    public let time: String

    /// A panel with these columns.
    public init(group: [String], time: String) {
      self.group = group
      self.time = time
    }
  }
}

/// Where each group's periods stand in a table.
struct PanelRows {
  private struct Key: Hashable {
    let group: Int
    let time: Double
  }

  private let keys: [Key?]
  private let rows: [Key: Int]

  /// Numbers the groups and finds the periods; a period that a group has twice throws.
  init(_ panel: ModelFrame.Panel, _ reader: inout FormulaReader) throws(RegressionError) {
    let table = reader.table
    var groups: [ColumnLevels] = []
    for name in panel.group { groups.append(try reader.levels(name)) }
    let times = try reader.values(.column(panel.time))
    var places: [[String]: Int] = [:]
    var keys = [Key?](repeating: nil, count: table.rowCount)
    var rows: [Key: Int] = [:]
    rows.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let names = groups.compactMap { $0[row] }
      guard names.count == groups.count, !times.isMissing[row] else { continue }
      let time = times.numbers[row]
      guard time == time.rounded(), abs(time) <= Self.largest else {
        throw .notAWholePeriod(time, at: table.place(row: row, column: panel.time))
      }
      let group = places[names] ?? places.count
      places[names] = group
      let key = Key(group: group, time: time)
      if let first = rows.updateValue(row, forKey: key) {
        throw .repeatedPeriod(
          time, group: names.joined(separator: ", "), first: table.place(row: first),
          at: table.place(row: row))
      }
      keys[row] = key
    }
    self.keys = keys
    self.rows = rows
  }

  /// Up to this size neighbouring whole numbers can be told apart.
  private static let largest = 1e15

  /// For each row the row of its group so many periods before.
  func before(_ periods: Int) -> [Int?] {
    keys.map { key in
      key.flatMap { rows[Key(group: $0.group, time: $0.time - Double(periods))] }
    }
  }
}
