import TradeTables

/// Shows a report as a workbook of Excel: an opening sheet, a sheet for every table and every
/// chart, and a sheet with all notes.
///
/// Cells are numbers and text as they are, in full precision up to the 16 digits that the library
/// writes; how they look is left to formats. A missing value is an empty cell.
struct ExcelRenderer {
  let report: Report

  func render() throws(ReportError) -> [UInt8] {
    for (name, table) in tables { try Self.check(table, name) }
    let cellCount = tables.reduce(0) { $0 + $1.table.rowCount * $1.table.columns.count }
    return try ExcelWorkbook.bytes(title: report.title, cellCount: cellCount) { book in
      write(to: book)
    }
  }

  private var tables: [(name: String, table: Table)] { parts.map { ($0.name, $0.table) } }

  /// One sheet in the making.
  private struct Part {
    let name: String
    let table: Table
    let chart: Chart?
    /// What the contents say about it.
    let shows: String
  }

  private var parts: [Part] {
    report.sections.flatMap { section in
      section.blocks.compactMap { block in
        switch block {
        case .table(let name, let table):
          Part(
            name: name.isEmpty ? section.name : name, table: table, chart: nil,
            shows: section.heading.isEmpty ? name : section.heading)
        case .chart(let chart):
          Part(
            name: chart.name, table: chart.sheetTable, chart: chart,
            shows: [chart.title, chart.subtitle].filter { !$0.isEmpty }.joined(separator: ", "))
        case .text, .notes, .keyFigures, .sparkline: nil
        }
      }
    }
  }

  private static func check(_ table: Table, _ name: String) throws(ReportError) {
    let (rows, columns) = (table.rowCount, table.columns.count)
    guard rows < ExcelTableSheet.rowLimit else {
      throw .workbook(
        "table '\(name)' has \(rows) rows and a sheet holds 1048575 below its headings; take csv")
    }
    guard columns <= ExcelTableSheet.columnLimit else {
      throw .workbook("table '\(name)' has \(columns) columns and a sheet holds 16384; take csv")
    }
  }

  private func write(to book: ExcelWorkbook) {
    let language = report.language
    var names = ExcelSheetNames()
    let opening = language.phrase("Summary")
    let openingName = names.name(for: opening, other: "Summary")
    let parts = parts
    let sheets = parts.map { names.name(for: $0.name, other: language.phrase("Table")) }
    let notesName = names.name(for: language.phrase("Notes"), other: "Notes")

    let first = book.addSheet(openingName)
    var qualifiers: Set<Qualifier> = []
    for (part, name) in zip(parts, sheets) {
      let sheet = book.addSheet(name)
      let layout = ExcelTableSheet(part.table, language)
      qualifiers.formUnion(layout.write(to: sheet))
      guard let chart = part.chart, let drawing = ExcelChart(chart, on: layout, language) else {
        continue
      }
      sheet.insert(drawing, 1, layout.width + 1)
    }
    let notes = ExcelNotesPage(report: report, qualifiers: qualifiers)
    var contents = zip(sheets, parts).map { (sheet: $0, shows: $1.shows) }
    if !notes.isEmpty {
      notes.write(to: book.addSheet(notesName))
      contents.append((notesName, language.phrase("Sources and notes")))
    }
    ExcelOpeningPage(report: report, contents: contents).write(to: first)
  }
}

extension ReportFormat {
  /// A workbook with typed cells and native charts.
  public static let excel = ReportFormat(
    name: "xlsx", endings: ["xlsx"], summary: "a workbook with typed cells and native charts"
  ) { report, _ throws(ReportError) in try ExcelRenderer(report: report).render() }
}
