import TradeTables

/// Writes every row of every table as a JSON object on a line of its own, for programs that read
/// line by line; `table`, the name of the table, comes first.
enum JSONLinesRenderer {
  /// The lines as UTF-8; none where the report has no table.
  static func bytes(_ report: Report) -> [UInt8] {
    var document: [UInt8] = []
    for (name, table) in report.tables {
      let rows = JSONRows(table, reserved: ["table"])
      var start: [UInt8] = []
      start.write("{\"table\":")
      start.write(json: name)
      if !table.columns.isEmpty { start.write(",") }
      for row in 0..<rows.count {
        document.append(contentsOf: start)
        rows.write(row, to: &document)
        document.write("}\n")
      }
    }
    return document
  }
}

extension Report {
  /// The rows of all tables, a JSON object a line.
  public var jsonLines: String {
    String(decoding: JSONLinesRenderer.bytes(self), as: UTF8.self)
  }
}

extension ReportFormat {
  /// For programs that read rows one by one, and for batches.
  public static let jsonl = ReportFormat(
    name: "jsonl", endings: ["jsonl", "ndjson"],
    summary: "a line for each row of each table, for programs"
  ) { report, _ throws(ReportError) in JSONLinesRenderer.bytes(report) }
}
