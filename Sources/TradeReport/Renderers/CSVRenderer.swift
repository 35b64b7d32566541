import TradeTables

extension Report {
  /// One table as CSV: the only table of the report as it stands; of several, every cell on a row of
  /// its own, `table,row,column,value`.
  public var csv: String { String(decoding: Self.csv(tables), as: UTF8.self) }

  /// As `csv`, for spreadsheets: cells of text that would run as formulas have an apostrophe before
  /// them.
  ///
  /// The text is no longer what it was, which is why nothing does so unasked. Numbers stay as they
  /// are.
  public var spreadsheetCSV: String {
    String(decoding: Self.csv(tablesWithoutFormulas), as: UTF8.self)
  }

  fileprivate var tablesWithoutFormulas: [(name: String, table: Table)] {
    tables.map { (name: $0.name, table: $0.table.withoutFormulas) }
  }

  fileprivate static func csv(_ tables: [(name: String, table: Table)]) -> [UInt8] {
    guard tables.count != 1 else { return CSVWriter.bytes(tables[0].table) }
    var cells: [(table: String, row: Int, column: String, value: String?)] = []
    for (name, table) in tables {
      for row in 0..<table.rowCount {
        for column in table.columns {
          let value: String? =
            switch column.values {
            case .text(let texts): texts[row]
            case .number(let numbers): numbers[row].map(NumberText.full)
            }
          cells.append((name, row + 1, column.name, value))
        }
      }
    }
    return CSVWriter.bytes(
      Table(
        .text("table", cells.map(\.table)),
        .number("row", cells.map { Double($0.row) }),
        .text("column", cells.map(\.column)),
        .text("value", cells.map(\.value))))
  }
}

extension Table {
  /// The same table with an apostrophe before names and texts that begin as a formula does.
  fileprivate var withoutFormulas: Table {
    Table(
      columns.map { column in
        guard case .text(let cells) = column.values else {
          return Column(column.name.withoutFormula, column.values)
        }
        return Column(
          column.name.withoutFormula, .text(TextCells(cells.map { $0?.withoutFormula })))
      })
  }
}

extension String {
  /// The text with an apostrophe before it where a spreadsheet would take it for a formula.
  fileprivate var withoutFormula: String {
    switch utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      "'" + self
    default: self
    }
  }
}

extension ReportFormat {
  /// Tables alone, in full precision.
  public static let csv = ReportFormat(
    name: "csv", endings: ["csv"], summary: "tables in full precision, nothing rounded"
  ) { report, options throws(ReportError) in
    Report.csv(options.protectsFormulas ? report.tablesWithoutFormulas : report.tables)
  }
}
