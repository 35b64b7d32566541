import TradeTables

/// Shows a report as a LaTeX document with a booktabs table for every table and chart.
///
/// Whole it compiles with pdflatex and lualatex; a paper takes the tables from it one by one. It
/// needs no package but booktabs, inputenc and fontenc.
struct LaTeXRenderer {
  private let report: Report
  private var page: [UInt8] = []

  /// The whole document as UTF-8.
  static func bytes(_ report: Report) -> [UInt8] {
    var renderer = LaTeXRenderer(report)
    renderer.write()
    return renderer.page
  }

  private init(_ report: Report) { self.report = report }

  private mutating func write() {
    page.write(
      """
      \\documentclass[a4paper,11pt]{article}
      \\usepackage[utf8]{inputenc}
      \\usepackage[\(encodings)]{fontenc}
      \\usepackage{textcomp}
      \\usepackage{booktabs}
      \\setlength{\\emergencystretch}{3em}
      \\begin{document}

      """)
    write(command: "section*", report.title)
    for section in report.sections {
      write(command: "subsection*", section.heading)
      let subject = section.heading.isBlank ? report.title : section.heading
      for block in section.blocks { write(block, caption: subject) }
    }
    page.write("\n\\end{document}\n")
  }

  /// The encodings of fonts that have the letters of the language; the last is the one in use.
  private var encodings: String {
    switch report.language.code {
    case "ru", "kk": "T1,T2A"
    case "vi": "T1,T5"
    default: "T1"
    }
  }

  // MARK: Blocks

  private mutating func write(command: String, _ text: String) {
    guard !text.isBlank else { return }
    page.write("\n\\\(command){")
    page.write(text.onOneLine.typeset, .latex)
    page.write("}\n")
  }

  private mutating func write(_ block: Report.Block, caption: String) {
    switch block {
    case .text(let text): write(paragraph: text)
    case .notes(let notes):
      write(list: notes.filter { !$0.isBlank }) { Self.write($1, to: &$0) }
    case .keyFigures(let figures):
      let numbers = report.language.numbers.typeset
      write(list: figures) { page, figure in
        page.write("\\textbf{")
        page.write(figure.text(numbers), .latex)
        page.write("} ")
        page.write(figure.label.onOneLine.typeset, .latex)
      }
    case .table(_, let table): write(table, caption: caption)
    case .chart(let chart):
      let words = [chart.title, chart.subtitle].filter { !$0.isBlank }
      write(chart.table, caption: words.isEmpty ? caption : words.joined(separator: ", "))
      write(paragraph: chart.description)
    case .sparkline(_, let label): write(paragraph: label)
    }
  }

  private mutating func write(paragraph text: String) {
    guard !text.isBlank else { return }
    page.write("\n")
    Self.write(text, to: &page)
    page.write("\n")
  }

  private mutating func write<Element>(
    list elements: [Element], _ write: (inout [UInt8], Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    page.write("\n\\begin{itemize}\n")
    for element in elements {
      // Without the empty group a bracket that follows would be the label of the item.
      page.write("\\item{} ")
      write(&page, element)
      page.write("\n")
    }
    page.write("\\end{itemize}\n")
  }

  /// Prose; lines may break in an address after each slash.
  private static func write(_ prose: String, to page: inout [UInt8]) {
    for piece in Prose.pieces(prose.onOneLine) {
      switch piece {
      case .words(let words): page.write(words.typeset, .latex)
      case .address(let address):
        page.write("\\texttt{")
        page.write(address, .latexAddress)
        page.write("}")
      }
    }
  }
}

// MARK: - Tables

extension LaTeXRenderer {
  private mutating func write(_ table: Table, caption: String) {
    let printed = PrintedTable(table, numbers: report.language.numbers.typeset)
    guard !printed.columns.isEmpty else { return }
    page.write("\n\\begin{table}[htbp]\n\\centering\n")
    if printed.columns.count > 6 { page.write("\\footnotesize\n") }
    page.write("\\caption{")
    page.write(caption.onOneLine.typeset, .latex)
    page.write("}\n\\begin{tabular}{\(printed.columns.map(\.layout).joined())}\n\\toprule\n")
    writeRow(printed) { $0.heading }
    page.write("\\midrule\n")
    for row in 0..<printed.rowCount {
      writeRow(printed) { $0.cells[row].joined(missing: "–", dash: "–") }
    }
    page.write("\\bottomrule\n\\end{tabular}\n")
    if !printed.marks.isEmpty {
      page.write("\n\\smallskip\\footnotesize ")
      let words = printed.marks.map(\.explanation).map(report.language.phrase)
      page.write(words.joined(separator: "; "), .latex)
      page.write("\n")
    }
    page.write("\\end{table}\n")
  }

  private mutating func writeRow(
    _ table: PrintedTable, _ cell: (PrintedTable.PrintedColumn) -> String
  ) {
    for (index, column) in table.columns.enumerated() {
      let text = cell(column)
      // In braces a star or a bracket is not taken for a part of the row's end before it.
      let isBraced = index == 0 && "*[".contains(text.first ?? " ")
      page.write((index == 0 ? "" : " & ") + (isBraced ? "{" : ""))
      page.write(text, .latex)
      if isBraced { page.write("}") }
    }
    page.write(" \\\\\n")
  }
}

extension PrintedTable.PrintedColumn {
  /// Numbers to the right, text to the left, long text in a column that breaks lines.
  fileprivate var layout: String {
    guard isText else { return "r" }
    return cells.contains { ($0.text?.utf8.count ?? 0) > 48 } ? "p{0.4\\linewidth}" : "l"
  }
}

extension Escaping {
  /// Text in which no character is a command.
  static let latex = Escaping("\\{}$&#^_~%<>\"`|") { scalar in
    switch scalar {
    case "\\": "\\textbackslash{}"
    case "{", "}", "$", "&", "#", "_", "%": "\\\(scalar)"
    case "^": "\\textasciicircum{}"
    case "~": "\\textasciitilde{}"
    case "<": "\\textless{}"
    case ">": "\\textgreater{}"
    case "|": "\\textbar{}"
    case "\"": "\\textquotedbl{}"
    case "`": "\\textasciigrave{}"
    case "–": "--"
    case "—": "---"
    case "\u{2212}": "$-$"
    case "\u{A0}": "~"
    case "\u{202F}": "\\,"
    default: latexSymbols[scalar] ?? scalar.neutral
    }
  }

  /// An address in which lines may break after slashes.
  static let latexAddress = Escaping("{}$&#_~%'-/") { scalar in
    switch scalar {
    case "/": "/\\allowbreak{}"
    case "{", "}", "$", "&", "#", "_", "%": "\\\(scalar)"
    case "~": "\\textasciitilde{}"
    case "'": "\\textquotesingle{}"
    // Two of them in a row would join into a dash.
    case "-": "-{}"
    default: scalar.neutral
    }
  }

  /// Symbols that no encoding of letters has.
  private static let latexSymbols: [Unicode.Scalar: String] = [
    "→": "$\\rightarrow$", "←": "$\\leftarrow$", "≥": "$\\geq$", "≤": "$\\leq$",
    "≈": "$\\approx$", "×": "$\\times$", "·": "$\\cdot$", "±": "$\\pm$", "²": "$^2$",
    "³": "$^3$", "χ": "$\\chi$", "σ": "$\\sigma$", "φ": "$\\varphi$", "…": "\\dots{}",
    "•": "\\textbullet{}", "€": "\\texteuro{}",
  ]
}

extension Report {
  /// The report as a LaTeX document.
  public var latex: String { String(decoding: LaTeXRenderer.bytes(self), as: UTF8.self) }
}

extension ReportFormat {
  /// For papers.
  public static let latex = ReportFormat(
    name: "latex", endings: ["tex"], summary: "a document with booktabs tables, for papers"
  ) { report, _ throws(ReportError) in LaTeXRenderer.bytes(report) }
}
