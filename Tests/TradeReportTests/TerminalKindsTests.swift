import Testing
import TradeReport
import TradeTables

/// What holds of every kind of chart on a terminal.
@Suite struct TerminalKindsTests {
  private static func kinds(_ values: [Double], _ name: (Int) -> String) -> [Chart.Kind] {
    let labels = values.indices.map(name)
    let pairs = Array(zip(labels, values))
    return [
      .bars(BarChart(seriesNames: ["2024", "2023"], bars: pairs.map { .init($0, [$1, -$1]) })),
      .stacked(
        StackedChart(
          labels: labels, parts: [.init(name(0), values), .init(name(1), values.map { -$0 })],
          totals: values)),
      .slope(
        SlopeChart(from: name(0), to: name(1), lines: pairs.map { .init($0, from: 1, to: $1) })),
      .scatter(
        ScatterChart(
          xName: name(0), yName: name(1), points: pairs.map { .init($0, x: $1, y: 1, group: $0) },
          showsEquality: true)),
      .spread(SpreadChart(rows: pairs.map { .init($0, [.init("a", 1), .init("b", $1)]) })),
    ]
  }

  private static let data: [[Double]] = [
    [], [0], [5, 5], [-3, -4], [1e300, -1e300], [.leastNonzeroMagnitude], [.nan, .infinity],
    [1e-9, 1e9],
    (0..<600).map { Double($0) - 300 },
  ]

  @Test(arguments: data.indices, [40, 80, 120])
  func `no line is over the width or ends in a blank`(index: Int, width: Int) {
    let kinds = Self.kinds(Self.data[index]) { "name number \($0) of many that are long" }
    for kind in kinds {
      for ascii in [false, true] {
        for line in Chart(kind, subtitle: "USD million").terminalLines(width: width, ascii: ascii) {
          #expect(line.count <= width, "\(line)")
          #expect(line.last != " ", "\(line)")
          #expect(
            !line.split(separator: " ").contains { ["nan", "inf", "-inf"].contains($0) }, "\(line)")
          #expect(!ascii || line.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(line)")
        }
      }
    }
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "a\u{1B}[31mb", "\u{202E}txet",
    "a\nb\tc\u{0}",
    "", String(repeating: "long", count: 2500),
  ])
  func `names from data stay in their place`(name: String) {
    for kind in Self.kinds([3, 1, 2], { _ in name }) {
      let lines = Chart(kind).terminalLines(width: 60)
      #expect(lines.allSatisfy { $0.count <= 60 })
      let scalars = lines.joined().unicodeScalars
      #expect(!scalars.contains { $0.properties.generalCategory == .control || $0 == "\u{202E}" })
    }
  }

  @Test func `wide and combining characters keep the columns`() {
    let names = ["機械と電気機器および部品", "Ba\u{301}nh mi\u{300}", "plain"]
    let chart = BarChart(seriesNames: ["2024"], bars: names.map { .init($0, [1]) })
    let lines = Chart(.bars(chart)).terminalLines(width: 60)
    // Twenty places are a third of the line: nine wide characters and the ellipsis.
    #expect(lines[0].hasPrefix("機械と電気機器およ…"))
    let places = lines.map { line in
      line.prefix { $0 != "█" }.reduce(0) { $0 + (names[0].contains($1) ? 2 : 1) }
    }
    #expect(Set(places).count == 1)
  }

  @Test func `the subtitle stands above, and what is aimed at and happened below`() throws {
    #expect(SampleReport.bars.terminalLines(width: 80)[1] == "USD million")
    let lines = SampleReport.turnover.terminalLines(width: 80)
    #expect(
      lines.suffix(3) == [
        "Target 2027: 1 500.0 (1.5 billion by 2030)",
        "2015: Free trade agreement of the EAEU with Viet Nam signed",
        "2023: President Tokayev visits Viet Nam",
      ])
    #expect(SampleReport.turnover.terminalLines(width: 40).allSatisfy { $0.count <= 40 })
  }
}
