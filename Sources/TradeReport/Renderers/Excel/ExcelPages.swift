import TradeTables

/// The sheet that a workbook opens with: what it is, the numbers that matter, and what is where.
struct ExcelOpeningPage {
  let report: Report
  /// The sheets that follow with what each shows.
  let contents: [(sheet: String, shows: String)]

  func write(to sheet: ExcelSheet) {
    sheet.setWidth(0, 84)
    sheet.setWidth(1, 24)
    sheet.setPage(isForReading: true)
    sheet.write(report.title, 0, 0, ExcelFormat(isBold: true, size: 16))
    var row = 2
    for text in lead {
      sheet.write(text, row, 0, ExcelFormat(isWrapped: true))
      row += 1
    }
    if !lead.isEmpty { row += 1 }
    for figure in figures {
      write(figure, to: sheet, row)
      row += 1
    }
    if !figures.isEmpty { row += 1 }
    writeContents(to: sheet, row)
  }

  /// What stands before the first heading; all of a report that has none.
  private var lead: [String] {
    report.sections.filter(\.heading.isEmpty).flatMap(\.blocks).flatMap(\.sentences)
  }

  private var figures: [KeyFigure] {
    report.sections.flatMap(\.blocks).flatMap { block in
      guard case .keyFigures(let figures) = block else { return [KeyFigure]() }
      return figures
    }
  }

  private func write(_ figure: KeyFigure, to sheet: ExcelSheet, _ row: Int) {
    sheet.write(figure.label, row, 0, ExcelFormat(size: 12))
    guard let value = figure.value else { return }
    let format = ExcelNumberFormat(style: figure.style.adapted(to: [value]))
    sheet.write(
      value, row, 1,
      ExcelFormat(number: format.text(value, figure.qualifier), isBold: true, size: 12))
  }

  private func writeContents(to sheet: ExcelSheet, _ first: Int) {
    guard !contents.isEmpty else { return }
    let heading = ExcelFormat(isBold: true, isUnderlined: true)
    sheet.write(report.language.phrase("Contents"), first, 0, heading)
    sheet.write(report.language.phrase("Sheet"), first, 1, heading)
    for (row, entry) in contents.enumerated() {
      sheet.write(entry.shows, first + 1 + row, 0, ExcelFormat(isWrapped: true))
      sheet.write(entry.sheet, first + 1 + row, 1)
    }
  }
}

/// The last sheet: every sentence of the report, sources and method notes among them, and what the
/// marks before numbers mean.
struct ExcelNotesPage {
  let report: Report
  /// The qualifiers whose marks the sheets show.
  let qualifiers: Set<Qualifier>

  var isEmpty: Bool { lines.isEmpty }

  func write(to sheet: ExcelSheet) {
    sheet.setWidth(0, 30)
    sheet.setWidth(1, 110)
    sheet.setPage(isForReading: true)
    let heading = ExcelFormat(isBold: true, isUnderlined: true)
    sheet.write(report.language.phrase("Section"), 0, 0, heading)
    sheet.write(report.language.phrase("Note"), 0, 1, heading)
    sheet.setHeader(columnCount: 0, rowCount: 0)
    for (row, line) in lines.enumerated() {
      sheet.write(line.section, row + 1, 0, ExcelFormat(isPale: true, isWrapped: true))
      sheet.write(line.text, row + 1, 1, ExcelFormat(isWrapped: true))
    }
  }

  /// A sentence with the section, or the chart, that it belongs to.
  private var lines: [(section: String, text: String)] {
    let sentences = report.sections.flatMap { section in
      section.blocks.flatMap { block -> [(String, String)] in
        guard case .chart(let chart) = block else {
          return block.sentences.map { (section.heading, $0) }
        }
        let words = [chart.description].filter { !$0.isEmpty } + chart.remarks(report.language)
        return words.map { (chart.title.isEmpty ? section.heading : chart.title, $0) }
      }
    }
    let marks = Qualifier.allCases.filter { qualifiers.contains($0) && !$0.symbol.isEmpty }
    return sentences
      + marks.map {
        (report.language.phrase("Marks"), report.language.phrase($0.explanation))
      }
  }
}

extension Report.Block {
  /// What the block says in words.
  fileprivate var sentences: [String] {
    switch self {
    case .text(let text): [text]
    case .notes(let notes): notes
    case .sparkline(let values, let label): ["\(Sparkline.text(values))  \(label)"]
    case .table, .chart, .keyFigures: []
    }
  }
}
