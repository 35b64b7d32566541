import Testing
import TradeReport

@Suite struct SVGRendererTests {
  private func svg(_ report: Report) throws -> String {
    let bytes = try ReportFormat.svg.render(report, ReportFormat.Options())
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `one chart is the document`() throws {
    let text = try svg(Report("Trade", .text("x"), .chart(SampleReport.turnover)))
    #expect(text.hasPrefix("<svg ") && text.hasSuffix("</svg>\n"))
    #expect(text.contains("<title id=\"chart-title\">Turnover and forecast, USD million</title>"))
  }

  @Test func `several charts stand under one another`() throws {
    let text = try svg(SampleReport.report)
    #expect(text.matches(of: /<g role="img"/).count == 6)
    #expect(text.matches(of: /<style>/).count == 1)
    #expect(text.contains("id=\"chart-6-title\""))
  }

  @Test func `a chart without a title has the report's`() throws {
    let chart = Chart(PeriodChart(history: [.init(label: "2024", value: 1)]))
    let text = try svg(Report("Trade & more", .chart(chart)))
    #expect(text.contains(">Trade &amp; more</text>"))
  }

  @Test func `a report without a chart is an error`() {
    #expect(throws: ReportError.noChart(format: "svg")) {
      try svg(Report("Trade", .text("x")))
    }
  }
}
