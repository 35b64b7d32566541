/// Shows the charts of a report as one SVG document, one under another.
///
/// A chart without a title gets the report's, which says on paper what stands above it on a page.
struct SVGRenderer {
  func render(_ report: Report) throws(ReportError) -> String {
    let charts = report.sections.flatMap(\.blocks).compactMap { block -> Chart? in
      guard case .chart(let chart) = block else { return nil }
      return chart.title.isEmpty ? chart.titled(report.title) : chart
    }
    guard !charts.isEmpty else { throw .noChart(format: "svg") }
    return SVGChart.document(charts, id: "chart", language: report.language)
  }
}

extension Chart {
  fileprivate func titled(_ title: String) -> Chart {
    Chart(kind, name: name, title: title, subtitle: subtitle, description: description)
  }
}

extension ReportFormat {
  /// Pictures of the charts.
  public static let svg = ReportFormat(
    name: "svg", endings: ["svg"], summary: "the charts as a picture of any size"
  ) { report, _ throws(ReportError) in Array(try SVGRenderer().render(report).utf8) }
}
