import Testing
import TradeReport
import TradeTables
import TradeTestSupport

@Suite struct TerminalChartTests {
  private typealias Value = PeriodChart.Value
  private typealias Expected = PeriodChart.Expected

  private func text(_ chart: PeriodChart, ascii: Bool = false, width: Int = 80) -> String {
    TextRenderer(TextStyle(width: width, ascii: ascii)).render(
      Report("Trade", .chart(Chart(chart))))
  }

  /// The lines of the drawing alone: ten of the chart, the axis and the labels.
  private func drawing(_ chart: PeriodChart, ascii: Bool = false, width: Int = 80) -> [String] {
    text(chart, ascii: ascii, width: width).split(separator: "\n", omittingEmptySubsequences: false)
      .dropFirst(2).prefix(12).map(String.init)
  }

  /// A year a value, up to 2024.
  private func history(_ values: Double?...) -> [Value] { history(values) }

  private func history(_ values: [Double?]) -> [Value] {
    values.enumerated().map { index, value in
      Value(label: "\(2025 - values.count + index)", value: value)
    }
  }

  /// Lines of 12: the bars are 8, none, 5 and 2 lines high, the last with the mark of a bound; the
  /// forecast lies in the sixth line from below, and its wide interval leaves the chart.
  private let chart = PeriodChart(
    history: [
      Value(label: "2021", value: 96), Value(label: "2022", value: nil),
      Value(label: "2023", value: 60), Value(label: "2024", value: 24, qualifier: .moreThan),
    ],
    forecast: [Expected(label: "2025", point: 66, inner: 54...78, outer: 0...400)],
    intervalNames: ["80 %", "95 %"])

  @Test func `draws a gap, a bound, and an interval that leaves the chart`() {
    #expect(
      text(chart) == """
        Trade

        120 ┤                            ▲▲▲▲▲▲
            ┤                            ░░░░░░
            ┤██████                      ░░░░░░
            ┤██████                      ▓▓▓▓▓▓
            ┤██████                      ●●●●●●
         60 ┤██████        ██████        ▓▓▓▓▓▓
            ┤██████        ██████        ░░░░░░
            ┤██████        ██████ >      ░░░░░░
            ┤██████        ██████ ██████ ░░░░░░
            ┤██████        ██████ ██████ ░░░░░░
          0 ┴───────────────────────────────────
             2021   2022   2023   2024   2025
        █ known  ● forecast  ▓ 80 %  ░ 95 %

        """)
  }

  @Test func `draws the same in ASCII`() {
    #expect(
      text(chart, ascii: true) == """
        Trade

        120 |                            ^^^^^^
            |                            ::::::
            |######                      ::::::
            |######                      ======
            |######                      oooooo
         60 |######        ######        ======
            |######        ######        ::::::
            |######        ###### >      ::::::
            |######        ###### ###### ::::::
            |######        ###### ###### ::::::
          0 +-----------------------------------
             2021   2022   2023   2024   2025
        # known  o forecast  = 80 %  : 95 %

        """)
  }

  @Test func `a bar is exact to an eighth of a line`() {
    let chart = PeriodChart(history: history(80, 1, 2, 3, 4, 5, 6, 7))
    #expect(
      drawing(chart).joined(separator: "\n") == """
        80 ┤██████
           ┤██████
           ┤██████
           ┤██████
           ┤██████
        40 ┤██████
           ┤██████
           ┤██████
           ┤██████
           ┤██████ ▁▁▁▁▁▁ ▂▂▂▂▂▂ ▃▃▃▃▃▃ ▄▄▄▄▄▄ ▅▅▅▅▅▅ ▆▆▆▆▆▆ ▇▇▇▇▇▇
         0 ┴────────────────────────────────────────────────────────
            2017   2018   2019   2020   2021   2022   2023   2024
        """)
    // In ASCII the last line of a bar is full from its half on.
    #expect(
      drawing(chart, ascii: true)[9]
        == "   |###### ______ ______ ______ ###### ###### ###### ######")
  }

  @Test func `zeros have no bars`() {
    #expect(
      text(PeriodChart(history: history(0, 0, 0))) == """
        Trade

        1.0 ┤
            ┤
            ┤
            ┤
            ┤
        0.5 ┤
            ┤
            ┤
            ┤
            ┤
        0.0 ┴─────────────────────
             2022   2023   2024

        """)
    #expect(
      drawing(PeriodChart(history: history(nil, nil, nil)))
        == drawing(PeriodChart(history: history(0, 0, 0))))
  }

  @Test func `one value is one bar`() {
    #expect(
      text(PeriodChart(history: history(500))) == """
        Trade

        500 ┤██████
            ┤██████
            ┤██████
            ┤██████
            ┤██████
        250 ┤██████
            ┤██████
            ┤██████
            ┤██████
            ┤██████
          0 ┴───────
             2024

        """)
  }

  @Test func `an interval is shaded where it is`() {
    let forecast = Expected(label: "2025", point: 55, inner: 45...65, outer: 35...75)
    let chart = PeriodChart(history: history(100), forecast: [forecast])
    #expect(
      drawing(chart).joined(separator: "\n") == """
        100 ┤██████
            ┤██████
            ┤██████ ░░░░░░
            ┤██████ ▓▓▓▓▓▓
            ┤██████ ●●●●●●
         50 ┤██████ ▓▓▓▓▓▓
            ┤██████ ░░░░░░
            ┤██████
            ┤██████
            ┤██████
          0 ┴──────────────
             2024   2025
        """)
  }

  // MARK: What must not be lost

  @Test(arguments: [Qualifier.moreThan, .lessThan], [91.0, 96, 100])
  func `the highest bar has its mark too`(qualifier: Qualifier, value: Double) {
    let chart = PeriodChart(
      history: [
        Value(label: "2023", value: 91), Value(label: "2024", value: value, qualifier: qualifier),
      ])
    #expect(drawing(chart).joined().contains(qualifier.symbol))
  }

  @Test func `marks only what is a bound`() {
    let marks = Qualifier.allCases.map { qualifier in
      let chart = PeriodChart(
        history: [
          Value(label: "2023", value: 100), Value(label: "2024", value: 50, qualifier: qualifier),
        ])
      return String(drawing(chart)[4].dropFirst("    ┤██████ ".count))
    }
    #expect(marks == Qualifier.allCases.map { $0.isBound ? $0.symbol : "" })
  }

  @Test func `a forecast at the top of the chart is drawn`() {
    let forecast = Expected(label: "2025", point: 10, inner: 10...10, outer: 10...10)
    let chart = PeriodChart(history: history(2, 4, 6, 8), forecast: [forecast])
    #expect(drawing(chart).joined().contains("●"))
  }

  @Test func `a forecast of nothing is drawn`() {
    let forecast = Expected(label: "2025", point: 0, inner: 0...0, outer: 0...50)
    let lines = drawing(PeriodChart(history: history(100), forecast: [forecast]))
    #expect(lines[9] == "    ┤██████ ●●●●●●")
    #expect(lines[5] == " 50 ┤██████ ░░░░░░")
    #expect(lines[4] == "    ┤██████")
  }

  @Test(arguments: [[], [0, 0], [nil]] as [[Double?]])
  func `forecasts without a known height have a chart of their own`(known: [Double?]) throws {
    let forecast = Expected(label: "2025", point: 500, inner: 450...550, outer: 400...600)
    let lines = drawing(PeriodChart(history: history(known), forecast: [forecast]))
    let top = try #require(Double(lines[0].prefix { $0 != " " }))
    #expect(top > 500)
    #expect(lines.joined().contains("●"))
  }

  @Test func `the history is not shrunk by a forecast far above it`() {
    let forecast = Expected(label: "2025", point: 4000, inner: 0...9000, outer: 0...99999)
    let lines = drawing(PeriodChart(history: history(100), forecast: [forecast]))
    #expect(lines[0] == "300 ┤       ▲▲▲▲▲▲")
    #expect(lines[7] == "    ┤██████ ▓▓▓▓▓▓")
  }

  // MARK: The axis

  @Test(arguments: [0.04, 0.9, 1.1, 1.4, 2.2, 14, 24, 100, 101, 240, 1234, 98765])
  func `the axis is right at its top and at its middle`(highest: Double) throws {
    let lines = drawing(PeriodChart(history: history(highest / 2, highest)))
    func label(_ line: Int) throws -> Double {
      let text = lines[line].prefix { $0 != "┤" }.filter { $0 != " " }
      return try #require(Double(text))
    }
    let top = try label(0)
    let middle = try label(5)
    #expect(top >= highest && top <= 1.5 * highest)
    #expect(middle.isClose(to: top / 2))
  }

  @Test func `a thousand is grouped on the axis`() {
    let lines = drawing(PeriodChart(history: history(1000, 2000)))
    #expect(lines[0] == "2 000 ┤       ██████")
    #expect(lines[5] == "1 000 ┤██████ ██████")
    #expect(lines[10] == "    0 ┴──────────────")
  }

  // MARK: Many values

  @Test func `of two hundred values the newest are shown`() {
    let lines = drawing(PeriodChart(history: history((1...200).map { Double($0) })))
    let bars = lines[9].filter { $0 == "█" }.count
    #expect((60...75).contains(bars))
    #expect(lines[0].hasPrefix("200 ┤"))
    #expect(lines[0].hasSuffix("█"))
    #expect(lines[11].hasSuffix("2024"))
    let labels = lines[11].split(separator: " ").compactMap { Int($0) }
    #expect(labels.count > 5)
    #expect(labels == labels.sorted())
    #expect((2025 - bars...2024).contains(labels.first ?? 0))
  }

  @Test(
    arguments: [1, 2, 10, 11, 12, 24, 36, 37, 74, 75, 200], ["", "-12"])
  func `no line is over the width or ends in a blank`(count: Int, suffix: String) {
    let values = (0..<count).map { index in
      Value(label: "\(2025 - count + index)\(suffix)", value: Double(index % 7) * 150)
    }
    for width in [40, 80] {
      for line in drawing(PeriodChart(history: values), width: width) {
        #expect(line.count <= width, "\(line)")
        #expect(line.last != " ", "\(line)")
      }
    }
  }

  @Test func `a hundred forecasts stay within the width`() {
    let forecasts = (1...100).map { step in
      Expected(label: "\(2024 + step)", point: 100, inner: 90...110, outer: 80...120)
    }
    let lines = drawing(PeriodChart(history: history(100), forecast: forecasts))
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.joined().contains("●"))
  }

  @Test(arguments: 1...20) func `labels stand under their bars, the newest always`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...20, using: &generator)
    let width = Int.random(in: 70...80, using: &generator)
    let values = (0..<count).map { _ in Double.random(in: 200...790, using: &generator) }
    let lines = drawing(PeriodChart(history: history(values)), width: width)
    // The axis takes five columns: "  0 ┴".
    let step = (lines[10].count - 5) / count
    let labels = lines[11].split(separator: " ")
    for label in labels {
      let position = lines[11].distance(from: lines[11].startIndex, to: label.startIndex) - 5
      #expect(position == ((Int(label) ?? 0) - 2025 + count) * step, "\(lines[11])")
    }
    #expect(labels.last == "2024")
  }

  @Test func `a label longer than the line leaves room for the last bar`() {
    let label = String(repeating: "x", count: 200)
    let lines = drawing(
      PeriodChart(history: [Value(label: "a", value: 1), .init(label: label, value: 2)]))
    #expect(lines.count == 12)
    #expect(lines[0].hasSuffix("█"))
  }
}
