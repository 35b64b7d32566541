import TradeTables

/// Shows a report as one page that needs nothing beside it: no network, no script, no other file.
///
/// The page can be read at 320 pixels, in the dark, by ear and on paper. Every chart has its sentence
/// and its table with it; every number keeps its mark.
struct HTMLRenderer {
  private let report: Report
  private var page: [UInt8] = []
  private var anchors = HTMLAnchors()

  /// The whole page as UTF-8.
  static func bytes(_ report: Report) -> [UInt8] {
    var renderer = HTMLRenderer(report)
    renderer.write()
    return renderer.page
  }

  private init(_ report: Report) { self.report = report }

  private var language: Language { report.language }

  private mutating func write() {
    let ids = report.sections.enumerated().map { index, section in
      anchors.anchor(section.name.isEmpty ? section.heading : section.name, or: "part-\(index + 1)")
    }
    writeHead()
    page.write("<body>\n<main>\n")
    if !report.title.isBlank {
      page.write("<h1>")
      page.write(report.title.typeset, .html)
      page.write("</h1>\n")
    }
    let opening = report.sections.first.flatMap { $0.heading.isEmpty ? $0 : nil }
    let top = opening?.blocks.prefix(while: \.standsOnTop) ?? []
    for (index, block) in top.enumerated() {
      write(block, isLead: index == 0, caption: report.title)
    }
    writeContents(ids)
    for (index, section) in report.sections.enumerated() {
      let shown = index == 0 ? top.count : 0
      write(section, id: ids[index], blocks: section.blocks.dropFirst(shown))
    }
    page.write("</main>\n</body>\n</html>\n")
  }

  private mutating func writeHead() {
    page.write("<!DOCTYPE html>\n<html lang=\"")
    page.write(language.code, .html)
    page.write("\">\n<head>\n<meta charset=\"utf-8\">\n")
    page.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.write("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
    // A page must have a title, and a blank one is none.
    page.write(report.title.isBlank ? "Corridor" : report.title, .html)
    page.write("</title>\n<style>\n")
    page.write(HTMLStyle.sheet)
    if report.hasCharts { page.write(SVGChart.style) }
    page.write("</style>\n</head>\n")
  }

  /// Links to the sections, where there are more than a reader sees at once.
  private mutating func writeContents(_ ids: [String]) {
    let entries = zip(ids, report.sections).filter { !$0.1.heading.isEmpty }
    guard entries.count > 4 else { return }
    page.write("<nav aria-label=\"")
    page.write(language.phrase("Contents"), .html)
    page.write("\">\n<ul>\n")
    for (id, section) in entries {
      page.write("<li><a href=\"#\(id)\">")
      page.write(section.heading.typeset, .html)
      page.write("</a></li>\n")
    }
    page.write("</ul>\n</nav>\n")
  }
}

// MARK: - Sections and blocks

extension HTMLRenderer {
  private mutating func write(
    _ section: Report.Section, id: String, blocks: ArraySlice<Report.Block>
  ) {
    guard !section.heading.isEmpty || !blocks.isEmpty else { return }
    let tag = section.heading.isEmpty ? "div" : "section"
    page.write("<\(tag) id=\"\(id)\">\n")
    if !section.heading.isEmpty {
      page.write("<h2>")
      page.write(section.heading.typeset, .html)
      page.write("</h2>\n")
    }
    let subject = section.heading.isEmpty ? report.title : section.heading
    for block in blocks { write(block, isLead: false, caption: subject) }
    page.write("</\(tag)>\n")
  }

  private mutating func write(_ block: Report.Block, isLead: Bool, caption: String) {
    switch block {
    case .text(let text):
      guard !text.isBlank else { return }
      page.write(isLead ? "<p class=\"lead\">" : "<p>")
      HTMLText.write(text, to: &page)
      page.write("</p>\n")
    case .notes(let notes): write(notes: notes)
    case .keyFigures(let figures): write(figures)
    case .table(_, let table):
      HTMLTable(table, caption: caption, language: language).write(to: &page)
    case .chart(let chart): write(chart)
    case .sparkline(let values, let label): write(values, label)
    }
  }

  private mutating func write(notes: [String]) {
    let notes = notes.filter { !$0.isBlank }
    guard !notes.isEmpty else { return }
    page.write("<ul class=\"notes\">\n")
    for note in notes {
      page.write("<li>")
      HTMLText.write(note, to: &page)
      page.write("</li>\n")
    }
    page.write("</ul>\n")
  }

  private mutating func write(_ figures: [KeyFigure]) {
    guard !figures.isEmpty else { return }
    let titles = HTMLText.titles(of: figures.map(\.qualifier), language)
    page.write("<dl class=\"cards\">\n")
    for figure in figures {
      page.write("<div><dt>")
      page.write(figure.label.typeset, .html)
      page.write("</dt><dd>")
      if let number = figure.number(language.numbers.typeset) {
        HTMLText.writeMark(figure.qualifier.symbol, titles, to: &page)
        page.write(number, .html)
      } else {
        HTMLText.writeMissing(language, to: &page)
      }
      page.write("</dd></div>\n")
    }
    page.write("</dl>\n")
  }

  private mutating func write(_ chart: Chart) {
    let id = anchors.anchor("chart-" + chart.name, or: "chart")
    page.write("<figure id=\"\(id)\">\n")
    if !chart.title.isBlank || !chart.subtitle.isBlank {
      page.write("<figcaption><strong>")
      page.write(chart.title.typeset, .html)
      page.write("</strong> <span>")
      page.write(chart.subtitle.typeset, .html)
      page.write("</span></figcaption>\n")
    }
    page.write(SVGChart(chart, language: language).markup(id: id + "-drawing", isEmbedded: true))
    page.write("\n")
    if !chart.description.isBlank {
      page.write("<p class=\"alt\">")
      page.write(chart.description.typeset, .html)
      page.write("</p>\n")
    }
    page.write("<details>\n<summary>")
    page.write(language.phrase("Figures behind the chart"), .html)
    page.write("</summary>\n")
    let caption = chart.title.isBlank ? chart.name : chart.title
    HTMLTable(chart.table, caption: caption, language: language).write(to: &page)
    page.write("</details>\n</figure>\n")
  }

  private mutating func write(_ values: [Double?], _ label: String) {
    page.write("<p class=\"spark\">")
    page.write("<svg viewBox=\"0 0 100 20\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
    page.write("<path vector-effect=\"non-scaling-stroke\" d=\"")
    page.write(Sparkline.path(values, width: 100, height: 20))
    page.write("\"/></svg><span>")
    page.write(label.typeset, .html)
    page.write("</span></p>\n")
  }
}

extension Report.Block {
  /// Whether the block belongs to what a reader sees first.
  fileprivate var standsOnTop: Bool {
    switch self {
    case .text, .keyFigures: true
    default: false
    }
  }
}

extension Report {
  fileprivate var hasCharts: Bool {
    sections.contains { $0.blocks.contains { if case .chart = $0 { true } else { false } } }
  }

  /// The report as one page.
  public var html: String { String(decoding: HTMLRenderer.bytes(self), as: UTF8.self) }
}

extension String {
  /// Whether there is nothing to read in the text.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension ReportFormat {
  /// For browsers, letters and printers.
  public static let html = ReportFormat(
    name: "html", endings: ["html", "htm"],
    summary: "one page with charts, offline, for browsers and print"
  ) { report, _ throws(ReportError) in HTMLRenderer.bytes(report) }
}
