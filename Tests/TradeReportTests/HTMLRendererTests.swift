import Foundation
import Testing
import TradeReport
import TradeTables
import TradeTestSupport

@Suite struct HTMLRendererTests {
  private func body(_ report: Report) -> String {
    String(report.html.split(separator: "<body>\n").last ?? "")
  }

  @Test func `a small report, whole`() {
    #expect(
      body(SmallReport.report) == """
        <main>
        <h1>Turnover &amp; growth</h1>
        <section id="growth">
        <h2>Figures</h2>
        <p>Turnover fell (\u{2212}10.2\u{A0}%).</p>
        <dl class="cards">
        <div><dt>turnover 2018</dt><dd><span class="q" title="more than">&gt;</span>500.0</dd></div>
        </dl>
        <div class="scroll short" role="region" tabindex="0" aria-label="Figures">
        <table style="--u:3ch">
        <caption>Figures</caption>
        <thead>
        <tr><th scope="col" class="t">Period</th><th scope="col">USD million</th><th scope="col">80\u{A0}%</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">2018</th><td><span class="q" title="more than">&gt;</span>1\u{202F}500.0</td><td>\u{2212}50 % – <span class="u">25 %</span></td></tr>
        <tr><td class="t"></td><td><span role="img" aria-label="no value">–</span></td><td><span role="img" aria-label="no value">–</span></td></tr>
        </tbody>
        </table>
        </div>
        <p class="legend"><span><span class="q" title="more than">&gt;</span> more than</span></p>
        <ul class="notes">
        <li>See <a rel="noreferrer" href="https://example.org/a_b?x=1&amp;y=2">https://example.org/a_b?x=1&amp;y=2</a>.</li>
        </ul>
        <p class="spark"><svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true"><path vector-effect="non-scaling-stroke" d="M0.0 19.0h0M100.0 1.0h0"/></svg><span>2016–2018</span></p>
        </section>
        </main>
        </body>
        </html>

        """)
  }

  @Test func `a page says its language, asks for no other file and runs nothing`() {
    let page = SampleReport.report.html
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"))
    for foreign in ["<script", "<link", "@import", "url(http", " src=", "<iframe", " onload"] {
      #expect(!page.contains(foreign))
    }
    #expect(page.utf8.count < 300_000)
  }

  @Test func `every chart has its words and its table, and every section its link`() {
    let page = body(SampleReport.report)
    #expect(page.split(separator: "<figure ").count - 1 == 6)
    #expect(page.split(separator: "<summary>Figures behind the chart").count - 1 == 6)
    #expect(page.contains("<p class=\"alt\">Imports drove the growth of 2016 and 2017.</p>"))
    for name in ["growth", "forecast", "goods", "contributions", "mirror"] {
      #expect(page.contains("<section id=\"\(name)\">"))
      #expect(page.contains("<a href=\"#\(name)\">"))
    }
    #expect(!body(SmallReport.report).contains("<nav"))
  }

  @Test func `what comes first is the lead, above the links to the sections`() throws {
    let page = body(SampleReport.report)
    let lead = try #require(page.firstRange(of: "<p class=\"lead\">"))
    let cards = try #require(page.firstRange(of: "<dl class=\"cards\">"))
    let links = try #require(page.firstRange(of: "<nav"))
    let chart = try #require(page.firstRange(of: "<figure"))
    #expect(lead.lowerBound < cards.lowerBound && cards.lowerBound < links.lowerBound)
    #expect(links.lowerBound < chart.lowerBound)
  }

  @Test func `totals and chosen rows stand out, significant ones do not`() {
    #expect(
      body(SampleReport.report).contains("<tr class=\"total\"><th scope=\"row\">TOTAL</th>"))
    func rows(_ name: String) -> Int {
      let table = Table(.text("m", ["a", "b"]), .text(name, [nil, "*"], heading: ""))
      return body(Report("", .table("t", table))).split(separator: "<tr class=\"best\">").count - 1
    }
    #expect(rows("best") == 1 && rows("chosen") == 1 && rows("stars") == 0)
  }

  @Test func `identifiers are given once`() {
    let report = Report(
      "", ["", "a b", "a-b", "2024", "Ω", "a b"].map { .init("H", name: $0, [.text("x")]) })
    let ids = body(report).split(separator: "<section id=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
    #expect(ids == ["h", "a-b", "a-b-2", "part-4-2024", "part-5", "a-b-3"])
  }

  @Test(arguments: HostileText.all) func `no text becomes markup`(text: String) {
    /// The tags outside of drawings, which leave out labels that have no room.
    func tags(_ page: String) -> [Substring] {
      page.replacing(/(?s)<svg class="tc.*?<\/svg>/, with: "").split(separator: "<")
        .map { $0.prefix { !" >".contains($0) } }.filter { $0 != "a" && $0 != "/a" }
    }
    let page = body(HostileText.report(text))
    #expect(tags(page) == tags(body(HostileText.report("plain"))))
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!page.unicodeScalars.contains("\u{202E}"))
    #expect(!page.contains("href=\"javascript") && !page.contains("<script"))
  }

  @Test func `empty reports, blocks and numbers leave nothing behind`() {
    #expect(body(Report("", [])) == "<main>\n</main>\n</body>\n</html>\n")
    #expect(body(Report("T", .notes(["a"]))).contains("<li>a</li>"))
    let page = body(HostileText.hollow)
    #expect(!page.contains("nan") && !page.contains(">inf") && !page.contains("∞"))
  }

  /// WCAG 2.1, 1.4.3: the ratio of the lighter luminance to the darker one.
  @Test func `all text has a contrast of 4.5 to what it stands on`() throws {
    let roots = SampleReport.report.html.split(separator: ":root{").dropFirst()
    #expect(roots.count == 2)
    for root in roots {
      let pairs = root.prefix { $0 != "}" }.split(separator: ";").map { $0.split(separator: ":") }
      let colours = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
      func luminance(_ name: Substring) throws -> Double {
        let hex = try #require(colours[name].flatMap { Int($0.dropFirst(), radix: 16) })
        let parts = [16, 8, 0].map { Double(hex >> $0 & 255) / 255 }
        let linear = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
      }
      for text in ["--ink", "--muted", "--accent", "--mark"] as [Substring] {
        for ground in ["--paper", "--shade"] as [Substring] {
          let pair = [try luminance(text), try luminance(ground)].sorted()
          #expect((pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, "\(text) on \(ground)")
        }
      }
    }
  }
}
