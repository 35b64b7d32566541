import TradeTables

/// Shows a report as Markdown that GitHub and most editors render: headings, prose, lists, tables.
///
/// Text from data is escaped throughout, so that it neither becomes markup nor HTML. A chart over
/// time is drawn with characters; any other is its table.
struct MarkdownRenderer {
  private let report: Report
  private var page: [UInt8] = []

  /// The whole document as UTF-8.
  static func bytes(_ report: Report) -> [UInt8] {
    var renderer = MarkdownRenderer(report)
    renderer.write()
    return renderer.page
  }

  private init(_ report: Report) { self.report = report }

  private mutating func write() {
    write(heading: report.title, level: 1)
    for section in report.sections {
      write(heading: section.heading, level: 2)
      for block in section.blocks { write(block) }
    }
  }

  // MARK: Blocks

  /// Every block begins with a blank line, but for the first of the document.
  private mutating func begin() {
    if !page.isEmpty { page.write("\n") }
  }

  private mutating func write(heading: String, level: Int) {
    guard !heading.isBlank else { return }
    begin()
    page.write(String(repeating: "#", count: level) + " ")
    page.write(heading.onOneLine, .markdown)
    page.write("\n")
  }

  private mutating func write(_ block: Report.Block) {
    switch block {
    case .text(let text): write(paragraph: text)
    case .notes(let notes): write(notes: notes)
    case .keyFigures(let figures):
      let numbers = report.language.numbers.typeset
      write(list: figures) { page, figure in
        page.write("**")
        page.write(figure.text(numbers), .markdown)
        page.write("** ")
        page.write(figure.label.onOneLine, .markdown)
      }
    case .table(_, let table): write(table)
    case .chart(let chart): write(chart)
    case .sparkline(let values, let label):
      let line = Sparkline.text(values)
      begin()
      page.write(line.isEmpty ? "" : "`\(line)` ")
      page.write(label.onOneLine, .markdown)
      page.write("\n")
    }
  }

  private mutating func write(paragraph text: String) {
    guard !text.isBlank else { return }
    begin()
    Self.write(text, to: &page)
    page.write("\n")
  }

  private mutating func write(notes: [String]) {
    write(list: notes.filter { !$0.isBlank }) { Self.write($1, to: &$0) }
  }

  private mutating func write<Element>(
    list elements: [Element], _ write: (inout [UInt8], Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    begin()
    for element in elements {
      page.write("- ")
      write(&page, element)
      page.write("\n")
    }
  }

  private mutating func write(_ chart: Chart) {
    if !chart.title.isBlank || !chart.subtitle.isBlank {
      begin()
      if !chart.title.isBlank {
        page.write("**")
        page.write(chart.title.onOneLine, .markdown)
        page.write("**")
      }
      if !chart.title.isBlank, !chart.subtitle.isBlank { page.write(", ") }
      page.write(chart.subtitle.onOneLine, .markdown)
      page.write("\n")
    }
    if case .periods(let periods) = chart.kind, periods.hasShortLabels {
      write(drawing: periods)
      write(notes: chart.remarks(report.language))
    } else {
      write(chart.table)
    }
    write(paragraph: chart.description)
  }

  /// The drawing in a fence that is longer than any in it.
  private mutating func write(drawing chart: PeriodChart) {
    let lines = TerminalChart(chart: chart, width: TextStyle().width, ascii: false)
      .linesWithLegend(report.language)
    begin()
    let longest = lines.joined(separator: "\n").split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    page.write(fence + "text\n")
    for line in lines {
      page.write(line, .verbatim)
      page.write("\n")
    }
    page.write(fence + "\n")
  }

  /// Prose at the beginning of a line; only addresses are links.
  private static func write(_ prose: String, to page: inout [UInt8]) {
    let prose = prose.onOneLine
    // What makes a list of a number is the point or the bracket after it.
    let number = prose.prefix { ("0"..."9").contains($0) }
    let rest = number.isEmpty ? prose : String(prose[number.endIndex...])
    page.write(String(number))
    if rest.beginsBlock(afterNumber: !number.isEmpty) { page.write("\\") }
    for piece in Prose.pieces(rest) {
      switch piece {
      case .words(let words): page.write(words, .markdown)
      case .address(let address):
        page.write("<")
        page.write(address, .address)
        page.write(">")
      }
    }
  }
}

// MARK: - Tables

extension MarkdownRenderer {
  private mutating func write(_ table: Table) {
    let printed = PrintedTable(table, numbers: report.language.numbers.typeset)
    guard !printed.columns.isEmpty else { return }
    begin()
    for column in printed.columns {
      page.write("| ")
      page.write(column.heading.onOneLine, .markdown)
      page.write(" ")
    }
    page.write("|\n")
    for column in printed.columns { page.write(column.isText ? "| :-- " : "| --: ") }
    page.write("|\n")
    for row in 0..<printed.rowCount {
      for column in printed.columns {
        page.write("| ")
        page.write(column.cells[row].joined(missing: "–", dash: "–"), .markdown)
        page.write(" ")
      }
      page.write("|\n")
    }
    write(
      paragraph: printed.marks.map(\.explanation).map(report.language.phrase)
        .joined(separator: "; "))
  }
}

extension PeriodChart {
  /// Whether the axis of a drawing has room for the labels; those of periods are short.
  fileprivate var hasShortLabels: Bool {
    (history.map(\.label) + forecast.map(\.label)).allSatisfy { $0.utf8.count <= 20 }
  }
}

extension String {
  /// Whether a line that begins so would be an item of a list, a rule or an underlined heading.
  fileprivate func beginsBlock(afterNumber: Bool) -> Bool {
    (afterNumber ? ".)" : "-+=").contains(first ?? " ")
  }
}

extension Escaping {
  /// Text in which no character is markup, wherever it stands but at the beginning of a line.
  static let markdown = Escaping("\\`*_[]<>&#|~$") { scalar in
    switch scalar {
    case "<": "&lt;"
    case ">": "&gt;"
    case "&": "&amp;"
    case _ where scalar.isASCII && scalar.value > 0x20 && scalar.value < 0x7F: "\\\(scalar)"
    default: scalar.neutral
    }
  }

  /// An address inside angle brackets, where entities count and backslashes do not.
  static let address = Escaping("&|") { scalar in
    scalar == "&" ? "&amp;" : scalar == "|" ? "%7C" : scalar.neutral
  }

  /// Text inside a fence, where only what is invisible is taken away.
  static let verbatim = Escaping("") { $0.neutral }
}

extension Report {
  /// The report as Markdown.
  public var markdown: String { String(decoding: MarkdownRenderer.bytes(self), as: UTF8.self) }
}

extension ReportFormat {
  /// For repositories, wikis and notes.
  public static let markdown = ReportFormat(
    name: "markdown", endings: ["md", "markdown"],
    summary: "headings, lists and tables that GitHub renders"
  ) { report, _ throws(ReportError) in MarkdownRenderer.bytes(report) }
}
