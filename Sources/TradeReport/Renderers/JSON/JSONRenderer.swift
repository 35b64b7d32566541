import TradeTables

/// Writes a whole report as JSON: everything that it says, nothing rounded.
///
/// The form is the one that `report.schema.json` of the documentation describes. Its name is the
/// first member; what is added later keeps the name, and what changes gets another number.
enum JSONRenderer {
  /// The name and version of the form.
  static let schema = "corridor-report/1"

  /// The document as UTF-8.
  static func bytes(_ report: Report) -> [UInt8] {
    var document: [UInt8] = []
    document.write("{\n  ")
    document.write(members: ["schema": schema])
    document.write(",\n  ")
    document.write(members: ["title": report.title])
    document.write(",\n  ")
    document.write(members: ["language": report.language.code])
    document.write(",\n  \"sections\":")
    document.write(array: report.sections, indent: 2) { document, section in
      document.write("{")
      document.write(members: ["name": section.name, "heading": section.heading])
      document.write(",\"blocks\":")
      document.write(array: section.blocks, indent: 4) { write($1, to: &$0) }
      document.write("}")
    }
    document.write("\n}\n")
    return document
  }

  private static func write(_ block: Report.Block, to document: inout [UInt8]) {
    document.write("{")
    switch block {
    case .text(let text):
      document.write(members: ["type": "text", "text": text])
    case .notes(let notes):
      document.write("\"type\":\"notes\",\"notes\":")
      document.write(array: notes, indent: 6) { $0.write(json: $1) }
    case .table(let name, let table):
      document.write(members: ["type": "table", "name": name])
      document.write(",")
      writeContents(of: table, indent: 6, to: &document)
    case .keyFigures(let figures):
      document.write("\"type\":\"key_figures\",\"figures\":")
      document.write(array: figures, indent: 6) { write($1, to: &$0) }
    case .chart(let chart): write(chart, to: &document)
    case .sparkline(let values, let label):
      document.write(members: ["type": "sparkline", "label": label])
      document.write(",\"values\":")
      document.write(array: values, indent: 6) { $0.write(json: $1) }
    }
    document.write("}")
  }

  /// The members `columns` and `rows`.
  private static func writeContents(of table: Table, indent: Int, to document: inout [UInt8]) {
    let rows = JSONRows(table)
    document.write("\"columns\":")
    document.write(array: zip(rows.names, table.columns).map { $0 }, indent: indent) {
      write($1.0, $1.1, to: &$0)
    }
    document.write(",\"rows\":")
    document.write(array: 0..<rows.count, indent: indent) { document, row in
      document.write("{")
      rows.write(row, to: &document)
      document.write("}")
    }
  }

  private static func write(_ name: String, _ column: Column, to document: inout [UInt8]) {
    document.write("{")
    document.write(members: ["name": name, "heading": column.heading])
    if case .number = column.values {
      document.write(",\"type\":\"number\",")
      document.write(members: ["style": column.style.name])
      if let digits = column.style.digits { document.write(",\"digits\":\(digits)") }
    } else {
      document.write(",\"type\":\"text\"")
    }
    if let mark = column.mark { document.write(member: "mark", mark) }
    if let upper = column.upper { document.write(member: "upper", upper) }
    if column.isHidden { document.write(",\"hidden\":true") }
    document.write("}")
  }

  private static func write(_ figure: KeyFigure, to document: inout [UInt8]) {
    document.write("{")
    document.write(members: ["name": figure.name, "label": figure.label])
    document.write(",\"value\":")
    document.write(json: figure.value)
    document.write(member: "qualifier", figure.qualifier.rawValue)
    document.write(member: "style", figure.style.name)
    if let digits = figure.style.digits { document.write(",\"digits\":\(digits)") }
    document.write("}")
  }

  private static func write(_ chart: Chart, to document: inout [UInt8]) {
    document.write(members: [
      "type": "chart", "kind": chart.kind.name, "name": chart.name, "title": chart.title,
      "subtitle": chart.subtitle, "description": chart.description,
    ])
    if case .periods(let periods) = chart.kind { writeMarks(of: periods, to: &document) }
    document.write(",\"table\":{")
    writeContents(of: chart.table, indent: 6, to: &document)
    document.write("}")
  }

  /// What stands on the time line of a chart beside its values; left out where there is nothing.
  private static func writeMarks(of chart: PeriodChart, to document: inout [UInt8]) {
    if !chart.events.isEmpty {
      document.write(",\"events\":")
      document.write(array: chart.events, indent: 6) { document, event in
        document.write("{")
        document.write(members: ["period": event.label, "text": event.text])
        document.write("}")
      }
    }
    if !chart.targets.isEmpty {
      document.write(",\"targets\":")
      document.write(array: chart.targets, indent: 6) { document, target in
        document.write("{")
        document.write(members: ["period": target.label])
        document.write(",\"value\":")
        document.write(json: target.value)
        document.write(member: "text", target.text)
        document.write("}")
      }
    }
  }
}

extension Column.Style {
  /// What the form calls the style.
  fileprivate var name: String {
    switch self {
    case .plain: "plain"
    case .decimal: "decimal"
    case .signed: "signed"
    case .percent: "percent"
    case .signedPercent: "signed_percent"
    case .signedPoints: "signed_points"
    case .significant: "significant"
    case .mixed: "mixed"
    }
  }

  /// The digits that the style is told; `nil` where it has no use for any.
  fileprivate var digits: Int? {
    switch self {
    case .plain: nil
    case .decimal(let digits), .signed(let digits), .percent(let digits),
      .signedPercent(let digits), .signedPoints(let digits), .significant(let digits),
      .mixed(let digits):
      digits
    }
  }
}

extension Chart.Kind {
  /// What the form calls the kind.
  fileprivate var name: String {
    switch self {
    case .periods: "periods"
    case .bars: "bars"
    case .stacked: "stacked"
    case .slope: "slope"
    case .scatter: "scatter"
    case .spread: "spread"
    }
  }
}

extension Report {
  /// The whole report as JSON.
  public var json: String { String(decoding: JSONRenderer.bytes(self), as: UTF8.self) }
}

extension ReportFormat {
  /// For programs.
  public static let json = ReportFormat(
    name: "json", endings: ["json"],
    summary: "the whole report for programs, with a schema"
  ) { report, _ throws(ReportError) in JSONRenderer.bytes(report) }
}
