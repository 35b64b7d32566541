import Testing
import TradeReport
import TradeTables

@Suite struct MarkdownRendererTests {
  @Test func `a small report, whole`() {
    #expect(
      SmallReport.report.markdown == """
        # Turnover &amp; growth

        ## Figures

        Turnover fell (-10.2 %).

        - **&gt;500.0** turnover 2018

        | Period | USD million | 80 % |
        | :-- | --: | --: |
        | 2018 | &gt;1\u{202F}500.0 | \u{2212}50 % – 25 % |
        |  | – | – |

        &gt; more than

        - See <https://example.org/a_b?x=1&amp;y=2>.

        `▁ █` 2016–2018

        """)
  }

  @Test func `a chart over time is drawn in a fence, any other is its table`() {
    let text = SampleReport.report.markdown
    #expect(text.contains("**Turnover and forecast**, USD million\n\n```text\n"))
    #expect(text.contains("● forecast  ▓ 80 %  ░ 95 %\n```\n"))
    #expect(text.contains("\n| Machinery and electrical | 155\u{202F}409 | 10\u{202F}221.2 |\n"))
    #expect(
      text.contains("\nThe share of machinery rose from 14 to 46 per cent; all others fell.\n"))
  }

  @Test func `rows of a table have one cell for each column`() {
    for line in SampleReport.report.markdown.split(separator: "\n") where line.hasPrefix("|") {
      #expect(line.hasSuffix(" |") || line.hasSuffix(": |"))
    }
    let table = Table(.text("a|b", ["x|y", "\\|"]), .text("c", ["1\n2", "`"]))
    #expect(
      Report("", .table("t", table)).markdown
        == "| a\\|b | c |\n| :-- | :-- |\n| x\\|y | 1 2 |\n| \\\\\\| | \\` |\n")
  }

  @Test func `a line that begins like a list or a rule is prose`() {
    #expect(Report("", .text("- a")).markdown == "\\- a\n")
    #expect(Report("", .text("--- \n===")).markdown == "\\--- ===\n")
    #expect(Report("", .text("\n\n\n\n\n    x")).markdown == "x\n")
    #expect(Report("", .text("1. a")).markdown == "1\\. a\n")
    #expect(Report("", .text("2018) b")).markdown == "2018\\) b\n")
    #expect(Report("", .text("2018 c")).markdown == "2018 c\n")
  }

  @Test func `a fence is longer than any in the drawing`() {
    let chart = PeriodChart(history: [.init(label: "````", value: 1)])
    let text = Report("", .chart(Chart(chart))).markdown
    #expect(text.hasPrefix("`````text\n"))
    #expect(text.hasSuffix("\n`````\n"))
  }

  @Test(arguments: HostileText.all) func `no text becomes HTML or a link`(text: String) {
    let page = HostileText.report(text).markdown
    for piece in page.split(separator: "<").dropFirst() {
      #expect(piece.hasPrefix("http://") || piece.hasPrefix("https://"))
    }
    #expect(!page.replacing("\\]", with: "").contains("]("))
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!page.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `empty reports, blocks and numbers leave nothing behind`() {
    #expect(Report("", []).markdown.isEmpty)
    #expect(Report("", .notes(["a"])).markdown == "- a\n")
    let page = HostileText.hollow.markdown
    #expect(!page.contains("nan") && !page.contains("inf"))
  }
}
