import Foundation
import Testing
import TradeTables
import TradeTestSupport

@testable import TradeReport

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct SVGChartTests {
  private func alone(_ chart: Chart) -> String {
    SVGChart(chart, language: .english).markup(id: "c", isEmbedded: false)
  }

  private func embedded(_ chart: Chart, id: String = "c") -> String {
    SVGChart(chart, language: .english).markup(id: id, isEmbedded: true)
  }

  /// Whether a parser takes it as XML, and no number in it is none.
  private func isSound(_ markup: String) -> Bool {
    let parser = XMLParser(data: Data(markup.utf8))
    return parser.parse() && !markup.contains("\"nan") && !markup.contains("inf ")
      && !markup.contains(" nan")
  }

  // MARK: Any number of points

  @Test(arguments: [0, 1, 2, 6, 60, 600]) func `each kind is drawn with any number of points`(
    count: Int
  ) {
    for chart in SampleCharts.all(count: count) {
      #expect(isSound(alone(chart)), "\(chart.name)")
      #expect(isSound("<div>" + embedded(chart) + "</div>"), "\(chart.name)")
      #expect(alone(chart) == alone(chart))
    }
  }

  @Test(arguments: [1, 6]) func `usual charts are small`(count: Int) {
    for chart in SampleCharts.all(count: count) {
      #expect(embedded(chart).utf8.count < 20_000, "\(chart.name)")
    }
  }

  @Test(arguments: [0, -1e300, 1e300, 1e-300, .nan, .infinity, 5])
  func `no value breaks a drawing`(value: Double) {
    let history = ["2023", "2024"].map { PeriodChart.Value(label: $0, value: value) }
    let point = value.isNaN ? 0 : value
    let expected = PeriodChart.Expected(
      label: "2025", point: value, inner: point...point, outer: -.infinity...(.infinity))
    var periods = PeriodChart(history: history, forecast: [expected], intervalNames: ["80 %"])
    periods.companions = [.init("", [value, nil, value])]
    periods.targets = [.init(label: "2026", value: value, text: "")]
    let charts = [
      Chart(periods),
      Chart(.bars(BarChart(seriesNames: ["", ""], bars: [.init("", [value, nil])]))),
      Chart(.slope(SlopeChart(from: "", to: "", lines: [.init("", from: value, to: 1)]))),
      Chart(.stacked(StackedChart(labels: [""], parts: [.init("", [value])], totals: [value]))),
      Chart(.scatter(ScatterChart(xName: "", yName: "", points: [.init("", x: value, y: 1)]))),
      Chart(.spread(SpreadChart(rows: [.init("", [.init("", value), .init("", 1)])]))),
    ]
    for chart in charts { #expect(isSound(alone(chart)) && isSound("<p>\(embedded(chart))</p>")) }
  }

  // MARK: Data are data

  @Test(arguments: [
    "<script>alert(1)</script>", "\"' onload='x", "\u{1B}[31m", "\u{202E}abc", "a\nb", "]]>",
    String(repeating: "name ", count: 2000),
  ]) func `names are inert`(name: String) {
    let charts = [
      Chart(
        PeriodChart(history: [.init(label: name, value: 1)], seriesName: name), name: name,
        title: name, subtitle: name, description: name),
      Chart(.bars(BarChart(seriesNames: [name, name], bars: [.init(name, [1, 2])])), title: name),
      Chart(.slope(SlopeChart(from: name, to: name, lines: [.init(name, from: 1, to: 2)]))),
      Chart(.stacked(StackedChart(labels: [name], parts: [.init(name, [1])], totalName: name))),
      Chart(
        .scatter(
          ScatterChart(xName: name, yName: name, points: [.init(name, x: 1, y: 2, group: name)]))),
      Chart(.spread(SpreadChart(rows: [.init(name, [.init(name, 1)])]))),
    ]
    for chart in charts {
      let markup = alone(chart) + embedded(chart)
      #expect(isSound(alone(chart)))
      #expect(!markup.contains("<script") && !markup.contains("\u{1B}"))
      #expect(!markup.contains("\u{202E}"))
    }
  }

  // MARK: Page and document

  @Test func `on a page there is a drawing for screens and one for phones, without style or title`()
  {
    let markup = embedded(SampleReport.turnover, id: "t")
    #expect(markup.contains("<svg class=\"tc wide\" viewBox=\"0 0 720 "))
    #expect(markup.contains("<svg class=\"tc narrow\" viewBox=\"0 0 340 "))
    #expect(!markup.contains("<style") && !markup.contains("xmlns"))
    #expect(!markup.contains("class=\"head\""))
    #expect(markup.contains("<title id=\"t-title\">Turnover and forecast, USD million</title>"))
    #expect(markup.contains("<desc id=\"t-n-desc\">Turnover from 2013"))
  }

  @Test func `a document has background, style, title and subtitle`() {
    let markup = alone(SampleReport.turnover)
    #expect(markup.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(markup.contains("<style>\(SVGChart.style)</style><rect class=\"bg\""))
    #expect(markup.contains("<text class=\"head\" x=\"0\" y=\"16\">Turnover and forecast</text>"))
    #expect(markup.contains("class=\"muted\" x=\"0\" y=\"13\">USD million</text>"))
  }

  @Test func `no id occurs twice on a page`() throws {
    let page = embedded(SampleReport.turnover, id: "a") + embedded(SampleReport.turnover, id: "b")
    let ids = page.matches(of: /id="([^"]*)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    #expect(ids.count >= 8)
  }

  // MARK: Kinds

  @Test func `a small bar chart is drawn like this`() {
    let chart = Chart(
      .bars(BarChart(seriesNames: ["2024"], bars: [.init("Copper", [2]), .init("Tin", [-1])])),
      title: "Ores")
    let body = alone(chart).split(separator: "</desc>").last.map(String.init) ?? ""
    let drawing = body.split(separator: "<g transform=\"translate(20,20)\">").last ?? ""
    #expect(drawing == Self.golden)
  }

  private static let golden: Substring = """
    <text class="head" x="0" y="16">Ores</text>\
    <g transform="translate(0,36)">\
    <g><title>Copper: 2.00</title><text x="48.6" y="13" text-anchor="end">Copper</text>\
    <rect class="f0" x="294.5" y="0" width="390.1" height="18"/>\
    <text class="num" x="690.6" y="13.5">2.00</text>\
    <rect class="hit" x="0" y="-3" width="720" height="25"/>\
    </g>\
    <g><title>Tin: -1.00</title><text x="48.6" y="40" text-anchor="end">Tin</text>\
    <rect class="f0" x="99.5" y="27" width="195.1" height="18"/>\
    <text class="num" x="93.5" y="40.5" text-anchor="end">-1.00</text>\
    <rect class="hit" x="0" y="24" width="720" height="25"/>\
    </g>\
    <path class="axis" d="M294.5 -3v27M294.5 24v27"/>\
    </g>\
    </g>\
    </svg>

    """

  @Test func `a bound is an open mark with an arrow, and a gap a dotted bridge`() {
    let markup = embedded(SampleReport.turnover)
    #expect(markup.contains("class=\"open edge l0\""))
    #expect(markup.contains("&gt;500.0</text>"))
    #expect(markup.contains("class=\"dots l0\""))
    #expect(markup.contains("no figure</text>"))
  }

  @Test func `events and targets are told in words`() {
    let markup = alone(SampleReport.turnover)
    #expect(markup.contains("2023: President Tokayev visits Viet Nam</text>"))
    #expect(markup.contains("target 2027: 1 500.0 – 1.5 billion by 2030</text>"))
  }

  @Test func `a wide interval that leaves the drawing is cut there`() {
    #expect(alone(SampleReport.turnover).contains("clip-path=\"url(#c-clip)\""))
    var chart = PeriodChart(history: [.init(label: "2024", value: 10)])
    chart.events = [.init(label: "1900", text: "nowhere")]
    #expect(!alone(Chart(chart)).contains("clip") && !alone(Chart(chart)).contains("nowhere"))
  }

  @Test func `what is not drawn is said to be in the table`() {
    let bars = SampleCharts.all(count: 600)[1]
    #expect(alone(bars).contains(" / 600 – the table has all</text>"))
  }

  @Test func `parts without a colour of their own are one part, with their sum`() {
    let parts = (1...8).map { StackedChart.Part("part \($0)", [Double($0)]) }
    let markup = alone(Chart(.stacked(StackedChart(labels: ["2024"], parts: parts))))
    #expect(markup.contains("Other (3)</text>"))
    #expect(markup.contains("Other (3) 21.0"))
  }

  @Test func `the whole drawing of a sample has no overlapping line labels`() {
    let markup = embedded(SampleCharts.all(count: 60)[2])
    // Labels at the right of a slope stand at least seventeen units apart.
    let places = markup.prefix(while: { $0 != "\u{0}" }).matches(
      of: /<text class="num t[01]" x="440" y="([0-9.]+)"/
    ).compactMap { Double($0.output.1) }.sorted()
    #expect(places.count == 40)
    #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 16.9 })
  }
}
