import TradeReport
import TradeTables

/// A small report with every kind of block and chart, of published figures of Kazakhstan and Viet
/// Nam: what the tests of renderers render.
enum SampleReport {
  static let report = Report(
    "Kazakhstan–Viet Nam turnover, USD million, 2013–2024",
    [
      Report.Section(
        "", name: "summary",
        [
          .text("Kazakhstan–Viet Nam turnover was 879.0 USD million in 2024 (-10.2 %)."),
          .keyFigures([
            KeyFigure("turnover", 878.98, label: "turnover 2024, USD million"),
            KeyFigure("growth", -0.1023, style: .signedPercent(1), label: "on 2023"),
            KeyFigure("forecast", 905, style: .decimal(0), label: "forecast 2025"),
            KeyFigure("bound", 500, qualifier: .moreThan, label: "turnover 2018, USD million"),
            KeyFigure("unknown", nil, label: "turnover 2020"),
          ]),
          .chart(turnover),
        ]),
      Report.Section("Figures and growth", name: "growth", [.table("growth", growth)]),
      Report.Section(
        "Forecast", name: "forecast",
        [.table("forecast", forecast), .notes(["Method auto.", "2018 (>500.0) is a bound."])]),
      Report.Section(
        "Goods", name: "goods", [.chart(bars), .chart(slope), .table("compare", goods)]),
      Report.Section("Contributions", name: "contributions", [.chart(stacked)]),
      Report.Section("Mirror", name: "mirror", [.chart(scatter), .chart(spread)]),
    ])

  /// Turnover as in the built-in series, with the bound of 2018 and the gap of 2020 and 2021.
  static var turnover: Chart {
    var chart = PeriodChart(
      history: zip(years, values).map { year, value in
        PeriodChart.Value(
          label: "\(year)", value: value, qualifier: year == 2018 ? .moreThan : .exact)
      },
      forecast: [
        .init(label: "2025", point: 905.0, inner: 564.2...1344, outer: 388.7...1889.5),
        .init(label: "2026", point: 952.0, inner: 505.9...1647.1, outer: 317.7...2485.1),
        .init(label: "2027", point: 1003.8, inner: 487.8...1934.7, outer: 289.6...3099.6),
      ], intervalNames: ["80 %", "95 %"], seriesName: "Turnover")
    chart.events = [
      .init(label: "2015", text: "Free trade agreement of the EAEU with Viet Nam signed"),
      .init(label: "2023", text: "President Tokayev visits Viet Nam"),
    ]
    chart.targets = [.init(label: "2027", value: 1500, text: "1.5 billion by 2030")]
    return Chart(
      chart, name: "turnover", title: "Turnover and forecast", subtitle: "USD million",
      description: "Turnover from 2013 to 2024 with gaps in 2020 and 2021, and its forecast.")
  }

  static let years = Array(2013...2024)
  static let values: [Double?] = [
    233.2, 271.9, 205.8, 392.5, 542.7, 500, 387.6, nil, nil, 528.3, 979.2, 878.98,
  ]

  static var growth: Table {
    Table(
      .text("period", years.map { "\($0)" }, heading: "Period"),
      .number(
        "value", values, heading: "USD million", style: .decimal(1), mark: "qualifier"),
      .qualifiers("qualifier", years.map { $0 == 2018 ? .moreThan : .exact }),
      .number(
        "growth",
        [nil]
          + zip(values, values.dropFirst()).map { before, now in
            before.flatMap { before in now.map { $0 / before - 1 } }
          }, heading: "Growth", style: .signedPercent(1), mark: "growth_qualifier"),
      .qualifiers(
        "growth_qualifier",
        years.map { $0 == 2018 ? .moreThan : $0 == 2019 ? .lessThan : .exact }))
  }

  static let forecast = Table(
    .text("period", ["2025", "2026", "2027"], heading: "Period"),
    .number("mean", [905, 952, 1003.8], heading: "Forecast", style: .decimal(1)),
    .number(
      "lower_80", [564.2, 505.9, 487.8], heading: "80 % interval", style: .decimal(1),
      upper: "upper_80"),
    .number("upper_80", [1344, 1647.1, 1934.7]),
    .text("method", ["auto", "auto", "auto"], isHidden: true))

  /// Exports of Viet Nam to the world by group of WITS, USD million, 2010 and 2021.
  private static let groups: [(code: String, name: String, from: Double, to: Double)] = [
    ("84-85", "Machinery and electrical", 10_221.2, 155_409),
    ("50-63", "Textiles and clothing", 13_303.7, 41_296),
    ("90-99", "Miscellaneous", 4837.4, 26_194),
    ("72-83", "Metals", 2791.5, 21_630),
    ("64-67", "Footwear", 5404.4, 18_867),
    ("other", "Other (11)", 35_678.5, 72_397),
  ]

  static let goods = Table(
    .text("code", groups.map(\.code) + ["TOTAL"], heading: "Code"),
    .text("category", groups.map(\.name) + ["Total"], heading: "Category"),
    .number("from", groups.map(\.from) + [72_236.7], heading: "2010", style: .decimal(1)),
    .number("to", groups.map(\.to) + [335_793], heading: "2021", style: .decimal(1)),
    .number(
      "contribution", groups.map { ($0.to - $0.from) / 72_236.7 } + [335_793 / 72_236.7 - 1],
      heading: "Contr.", style: .signedPoints(1)))

  static let bars = Chart(
    .bars(
      BarChart(
        seriesNames: ["2021", "2010"], bars: groups.map { .init($0.name, [$0.to, $0.from]) })),
    name: "categories", title: "Exports of Viet Nam by group of goods", subtitle: "USD million",
    description: "Machinery and electrical leads by far in 2021; textiles led in 2010.")

  static let slope = Chart(
    .slope(
      SlopeChart(
        from: "2010", to: "2021",
        lines: groups.map { .init($0.name, from: $0.from / 72_236.7, to: $0.to / 335_793) })),
    name: "shares", title: "Shares of exports", subtitle: "per cent",
    description: "The share of machinery rose from 14 to 46 per cent; all others fell.")

  static let stacked = Chart(
    .stacked(
      StackedChart(
        labels: ["2014", "2015", "2016", "2017"],
        parts: [
          .init("Exports", [0.24, -0.27, 0.31, 0.11]),
          .init("Imports", [-0.074, 0.027, 0.597, 0.27]),
        ],
        totals: [0.166, -0.243, 0.907, 0.38], totalName: "Turnover", style: .signedPoints(1))),
    name: "contributions", title: "What drove the growth of turnover",
    subtitle: "percentage points", description: "Imports drove the growth of 2016 and 2017.")

  static let scatter = Chart(
    .scatter(
      ScatterChart(
        xName: "Viet Nam counts as exports", yName: "Kazakhstan counts as imports",
        points: [
          .init("2010", x: 25.3, y: 38.2, group: "VNM to KAZ"),
          .init("2012", x: 82.1, y: 121.2, group: "VNM to KAZ"),
          .init("2014", x: 213.2, y: 271.9, group: "VNM to KAZ"),
          .init("2013", x: 20.1, y: 4.7, group: "KAZ to VNM"),
        ], isLogarithmic: true, showsEquality: true)),
    name: "mirror", title: "Both sides' figures", subtitle: "USD million",
    description: "Kazakhstan counts more imports than Viet Nam counts exports in every year.")

  static let spread = Chart(
    .spread(
      SpreadChart(rows: [
        .init("2018", [.init("2019-02", 500, qualifier: .moreThan), .init("2020-01", 366.1)]),
        .init("2023", [.init("2023-06", 532.9), .init("2024-02", 950), .init("2025-01", 979.2)]),
        .init("2024", [.init("2025-01", 878.98)]),
      ])),
    name: "revisions", title: "Figures as they were published", subtitle: "USD million",
    description: "The figure of 2023 rose with each publication.")
}
