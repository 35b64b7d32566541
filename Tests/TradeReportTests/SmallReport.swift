import TradeReport
import TradeTables

/// A report of one section, small enough to be compared whole in every format.
enum SmallReport {
  static let report = Report(
    "Turnover & growth",
    [
      Report.Section(
        "Figures", name: "growth",
        [
          .text("Turnover fell (-10.2 %)."),
          .keyFigures([KeyFigure("turnover", 500, qualifier: .moreThan, label: "turnover 2018")]),
          .table(
            "growth",
            Table(
              .text("period", ["2018", nil], heading: "Period"),
              .number(
                "value", [1500, nil], heading: "USD million", style: .decimal(1), mark: "qualifier"),
              .qualifiers("qualifier", [.moreThan, nil]),
              .number("lower", [-0.5, nil], heading: "80 %", style: .percent(0), upper: "upper"),
              .number("upper", [0.25, nil]))),
          .notes(["See https://example.org/a_b?x=1&y=2."]),
          .sparkline([1, nil, 2], "2016–2018"),
        ])
    ])
}
