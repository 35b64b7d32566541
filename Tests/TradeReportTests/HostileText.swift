import TradeReport
import TradeTables

/// Text that data may hold and no document may obey: markup, formulas, escape sequences, marks that
/// turn text around, quotes, line breaks, and names without end.
enum HostileText {
  static let all = [
    "<script>alert(1)</script>", "</title></style><svg onload=alert(1)>", "\" onclick=\"x", "' y='",
    "=cmd|'/c calc'!A0", "@SUM(A1)", "\u{1B}[31mred", "a\u{202E}fdp.exe", "b\u{2066}c\u{200F}d",
    "one\ntwo\r\nthree\u{2028}four", "\u{0}\u{7}\u{7F}\u{85}", "| a | b |", "`code` ```",
    "[link](javascript:alert(1))", "**bold** _it_ ~no~ $x$ # - + 1.",
    "\\input{/etc/passwd}%&_#^~{}",
    "]]>--><!--", "&lt;&amp;", "javascript:alert(1)", "http://", "https://x.org/\"><b>",
    String(repeating: "x", count: 10_000),
  ]

  /// A report that holds the text in every place that takes one.
  static func report(_ text: String) -> Report {
    let table = Table(
      .text(text, [text, nil], heading: text),
      .number("n", [1, nil], heading: text, style: .decimal(1), mark: "q"),
      .qualifiers("q", [.moreThan, nil]))
    var periods = PeriodChart(
      history: [.init(label: text, value: 1), .init(label: "2024", value: 2)], seriesName: text)
    periods.events = [.init(label: "2024", text: text)]
    periods.targets = [.init(label: "2024", value: 2, text: text)]
    let bars = BarChart(seriesNames: [text], bars: [.init(text, [1])])
    func chart(_ kind: Chart.Kind) -> Chart {
      Chart(kind, name: text, title: text, subtitle: text, description: text)
    }
    return Report(
      text,
      [
        Report.Section("", name: text, [.text(text)]),
        Report.Section(
          text, name: text,
          [
            .text(text), .notes([text, text]), .table(text, table), .sparkline([1, 2], text),
            .keyFigures([KeyFigure(text, 1, label: text)]), .chart(chart(.periods(periods))),
            .chart(chart(.bars(bars))),
          ]),
      ])
  }

  /// Numbers that no reader can read, and shapes without any content.
  static let hollow = Report(
    "",
    [
      Report.Section("", []), Report.Section("", name: "", [.text(""), .notes([]), .notes([""])]),
      Report.Section(
        "Nothing",
        [
          .table("none", Table([])), .table("rows", Table(.text("a", []), .number("b", []))),
          .table(
            "odd",
            Table(
              .number("x", [.nan, .infinity, -.infinity, nil, 1e300, -0.0], style: .decimal(1)),
              .text("", [nil, "", " ", nil, nil, nil]))),
          .sparkline([], ""), .sparkline([nil, .nan], "gaps"), .keyFigures([]),
          .keyFigures([KeyFigure("", .nan, label: ""), KeyFigure("", -.infinity, label: "")]),
          .chart(Chart(PeriodChart(history: []))),
          .chart(Chart(.bars(BarChart(seriesNames: [], bars: [])))),
          .chart(Chart(.stacked(StackedChart(labels: [], parts: [], totals: [])))),
          .chart(Chart(.spread(SpreadChart(rows: [])))),
        ]),
    ])
}
