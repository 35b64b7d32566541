import Testing
import TradeReport
import TradeTables
import TradeTestSupport

@Suite struct TextRendererTests {
  private let table = Table(.text("period", ["2024"]), .number("value", [542.7]))

  @Test func `a title and its blocks stand a line apart`() {
    let report = Report(
      "Trade", .text("Turnover grew."), .table("growth", table), .notes(["One.", "Two."]))
    #expect(
      report.text == """
        Trade

        Turnover grew.

        period  value
        ─────────────
        2024    542.7

        One.
        Two.

        """)
  }

  @Test func `a section has a heading on its first block and stands two lines apart`() {
    let report = Report(
      "Trade",
      [
        Report.Section("", [.text("First.")]),
        Report.Section("Growth", [.text("Second."), .table("growth", table)]),
        Report.Section("Nothing", []),
        Report.Section("Notes", [.notes([]), .text(""), .notes(["Last."])]),
      ])
    #expect(
      report.text == """
        Trade

        First.


        Growth
        ━━━━━━
        Second.

        period  value
        ─────────────
        2024    542.7


        Nothing
        ━━━━━━━


        Notes
        ━━━━━
        Last.

        """)
    #expect(
      TextRenderer(TextStyle(ascii: true)).render(report).contains("\nGrowth\n======\nSecond.\n"))
  }

  @Test func `prose breaks between words, and a note hangs below its first line`() {
    let words = "one two three four five six seven eight nine ten eleven"
    let renderer = TextRenderer(TextStyle(width: 40))
    #expect(
      renderer.render(Report("Trade", .text(words), .notes([words, words]))) == """
        Trade

        one two three four five six seven eight
        nine ten eleven

        one two three four five six seven eight
          nine ten eleven
        one two three four five six seven eight
          nine ten eleven

        """)
  }

  @Test func `any white space of prose is one blank`() {
    #expect(Report("Trade", .text("  one\n two\t\tthree \n")).text == "Trade\n\none two three\n")
  }

  @Test func `a word that is longer than a line stands alone, uncut`() {
    let word = "https://example.org/" + String(repeating: "x", count: 60)
    #expect(
      TextRenderer(TextStyle(width: 40)).render(Report("Trade", .text("see \(word) there")))
        == "Trade\n\nsee\n\(word)\nthere\n")
  }

  @Test(arguments: 1...20) func `wrapped prose fits, is full and loses no word`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let words = (1...60).map { _ in
      String(repeating: "w", count: Int.random(in: 1...12, using: &generator))
    }
    let text = Report("Trade", .text(words.joined(separator: " "))).text
    let lines = text.split(separator: "\n").dropFirst()
    #expect(lines.flatMap { $0.split(separator: " ").map(String.init) } == words)
    #expect(lines.allSatisfy { $0.count <= 80 })
    // The first word of a line had no room on the line before.
    for (line, next) in zip(lines, lines.dropFirst()) {
      #expect(line.count + 1 + next.prefix { $0 != " " }.count > 80)
    }
  }

  @Test func `a sparkline has its label beside it`() {
    let report = Report("Trade", .sparkline([1, nil, 2], "2022–2024"))
    #expect(report.text == "Trade\n\n▁ █  2022–2024\n")
    #expect(
      TextRenderer(TextStyle(ascii: true)).render(report) == "Trade\n\n_ #  2022–2024\n")
  }

  @Test func `a sparkline of many values stays within the width`() {
    let report = Report("Trade", .sparkline((1...200).map { Double($0) }, "1825–2024"))
    #expect(report.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `only a terminal gets bold print, of title and headings`() {
    let report = Report("Trade", [Report.Section("Growth", [.text("It grew.")])])
    let bold = TextRenderer(TextStyle(isColoured: true)).render(report)
    #expect(
      bold == """
        \u{1B}[1mTrade\u{1B}[0m


        \u{1B}[1mGrowth\u{1B}[0m
        ━━━━━━
        It grew.

        """)
    #expect(!report.text.contains("\u{1B}"))
  }

  @Test func `a chart has its title above and its legend below`() {
    let chart = PeriodChart(
      history: [PeriodChart.Value(label: "2024", value: 100)],
      forecast: [
        PeriodChart.Expected(label: "2025", point: 100, inner: 90...110, outer: 80...120)
      ], intervalNames: ["80 %", "95 %"])
    let lines = Report("Trade", .chart(Chart(chart, title: "Turnover, m USD"))).text.split(
      separator: "\n")
    #expect(lines.first == "Trade")
    #expect(lines.dropFirst().first == "Turnover, m USD")
    #expect(lines.last == "█ known  ● forecast  ▓ 80 %  ░ 95 %")
    #expect(lines.count == 15)
  }
}
