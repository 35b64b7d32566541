import TradeTables

/// Draws a chart as SVG: for a page, where the page says what it is, or as a document of its own.
///
/// On a page there are two drawings of each chart, one for screens and paper and one for phones, and
/// the style sheet shows the one that fits. Text stays text of a readable size on both.
struct SVGChart {
  private let chart: Chart
  private let language: Language

  /// The rules for every chart of a page; a document of its own has them inside.
  static let style = SVGPalette.style

  init(_ chart: Chart, language: Language) {
    self.chart = chart
    self.language = language
  }

  /// The chart as markup, its ids beginning with `id`.
  ///
  /// Embedded, it leaves title, subtitle and style sheet to the page.
  func markup(id: String, isEmbedded: Bool) -> String {
    guard isEmbedded else { return Self.document([chart], id: id, language: language) }
    let wide = embedded(SVGFrame(id: id, isNarrow: false, language: language))
    let narrow = embedded(SVGFrame(id: id + "-n", isNarrow: true, language: language))
    return wide + narrow
  }

  /// Several charts under one another as one document.
  static func document(_ charts: [Chart], id: String, language: Language) -> String {
    let margin = 20.0
    var content: [SVGElement] = []
    var y = margin
    for (index, chart) in charts.enumerated() {
      let frame = SVGFrame(
        id: charts.count == 1 ? id : "\(id)-\(index + 1)", isNarrow: false, language: language)
      let one = SVGChart(chart, language: language)
      let drawing = one.heading(in: frame).above(one.body(in: frame), distance: 12)
      let words = charts.count == 1 ? [] : one.words(frame)
      let roles = charts.count == 1 ? [] : one.roles(frame)
      content.append(
        SVGElement(
          "g", roles + [("transform", "translate(\(margin.svg),\(y.svg))")],
          words + drawing.elements))
      y += drawing.height + (index < charts.count - 1 ? 40 : margin)
    }
    let width = SVGFrame(id: id, isNarrow: false, language: language).width + 2 * margin
    let first = charts.count == 1 ? SVGChart(charts[0], language: language) : nil
    let frame = SVGFrame(id: id, isNarrow: false, language: language)
    return SVGElement(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("class", "tc"), ("lang", language.code),
        ("width", width.svg), ("height", y.svg), ("viewBox", "0 0 \(width.svg) \(y.svg)"),
        ("font-family", "system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"),
      ] + (first?.roles(frame) ?? []),
      (first?.words(frame) ?? []) + [SVGElement(style: style)]
        + [.rectangle("bg", x: 0, y: 0, width: width, height: y)] + content
    ).markup + "\n"
  }

  /// A drawing without heading, as wide as its place on the page.
  private func embedded(_ frame: SVGFrame) -> String {
    let drawing = body(in: frame)
    return SVGElement(
      "svg",
      [
        ("class", frame.isNarrow ? "tc narrow" : "tc wide"),
        ("viewBox", "0 0 \(frame.width.svg) \(drawing.height.svg)"),
      ] + roles(frame), words(frame) + drawing.elements
    ).markup
  }

  private func roles(_ frame: SVGFrame) -> [(String, String)] {
    [("role", "img"), ("aria-labelledby", "\(frame.id)-title \(frame.id)-desc")]
  }

  /// Title and description for those who hear the chart.
  private func words(_ frame: SVGFrame) -> [SVGElement] {
    let title = [chart.title, chart.subtitle].filter { !$0.isEmpty }.joined(separator: ", ")
    return [
      SVGElement(
        "title", [("id", frame.id + "-title")],
        [SVGElement(text: title.isEmpty ? chart.name : title)]),
      SVGElement("desc", [("id", frame.id + "-desc")], [SVGElement(text: chart.description)]),
    ]
  }

  /// Title and subtitle of a document.
  private func heading(in frame: SVGFrame) -> SVGDrawing {
    let titles = SVGText.wrapped(chart.title, to: frame.width, size: 19, isBold: true, lines: 3)
    let title = SVGDrawing(
      elements: titles.enumerated().map { index, line in
        .text(line, 0, 16 + 24 * Double(index), "head")
      }, height: 24 * Double(titles.count))
    let subtitle = SVGText.wrapped(chart.subtitle, to: frame.width, lines: 3)
    return title.above(.lines(subtitle, style: "muted"), distance: 2)
  }

  private func body(in frame: SVGFrame) -> SVGDrawing {
    switch chart.kind {
    case .periods(let chart): SVGPeriods(chart, in: frame).drawing
    case .bars(let chart): SVGBars(chart, in: frame).drawing
    case .stacked(let chart): SVGStack(chart, in: frame).drawing
    case .slope(let chart): SVGSlope(chart, in: frame).drawing
    case .scatter(let chart): SVGScatter(chart, in: frame).drawing
    case .spread(let chart): SVGSpread(chart, in: frame).drawing
    }
  }
}
