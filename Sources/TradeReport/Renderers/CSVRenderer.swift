import TradeTables

extension Report {
  /// One table as CSV: the only table of the report as it stands; of several, every cell on a row of
  /// its own, `table,row,column,value`.
  public var csv: String {
    let tables = tables
    guard tables.count != 1 else { return tables[0].table.csv }
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
    return Table(
      .text("table", cells.map(\.table)),
      .number("row", cells.map { Double($0.row) }),
      .text("column", cells.map(\.column)),
      .text("value", cells.map(\.value))
    ).csv
  }
}

extension ReportFormat {
  /// Tables alone, in full precision.
  public static let csv = ReportFormat(
    name: "csv", endings: ["csv"], summary: "tables in full precision, nothing rounded"
  ) { report, _ throws(ReportError) in Array(report.csv.utf8) }
}
