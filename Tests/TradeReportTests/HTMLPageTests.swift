import Foundation
import Testing
import TradeReport
import TradeTables
import TradeTestSupport

/// What other programs make of a page: a validator, and a browser without a window.
@Suite struct HTMLPageTests {
  private static let reports = [
    SampleReport.report, SmallReport.report, HostileText.hollow,
    HostileText.report(String(repeating: "<x ", count: 3000) + "\u{202E}"),
  ]

  @Test func `pages are valid`() throws {
    let place = ProcessInfo.processInfo.environment["CORRIDOR_VNU"]
    guard let java = Program("java"), let jar = place else {
      print("java or the validator that CORRIDOR_VNU names is missing: pages are not validated")
      return
    }
    try withTemporaryFolder { folder in
      let pages = try Self.reports.enumerated().map { index, report in
        try folder.file("page-\(index).html", report.html)
      }
      let run = try java.run(["-jar", jar] + pages, folder: folder.url)
      // A property that browsers know and the validator does not yet, and a guess at the language.
      let faults = run.errors.split(separator: "\n").filter {
        !$0.contains("“paint-order”") && !$0.contains("appears to be written in")
      }
      #expect(faults == [])
    }
  }

  @Test(arguments: [false, true]) func `a browser shows pages whole at 320 pixels`(isDark: Bool)
    throws
  {
    guard let browser = Program("chromium", "chromium-browser", "google-chrome") else {
      print("chromium is missing: pages are not looked at")
      return
    }
    try withTemporaryFolder { folder in
      // The smallest window is wider than a phone, a frame is not.
      let frames = Self.reports.map { report in
        let page = report.html.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
        return "<iframe width=320 height=900 srcdoc=\"\(page)\"></iframe>"
      }
      let probe = try folder.file(
        "probe.html",
        """
        <!DOCTYPE html><meta charset="utf-8"><body>\(frames.joined())<script>
        addEventListener("load", () => { document.title = Array.from(frames).map(frame => {
          const root = frame.document.documentElement
          return [root.scrollWidth <= frame.innerWidth, root.scrollHeight > 100,
            frame.matchMedia("(prefers-color-scheme: dark)").matches].join()
        }).join(" ") })</script>
        """)
      let scheme = isDark ? 0 : 1
      let options = [
        "--headless", "--no-sandbox", "--disable-gpu",
        "--blink-settings=preferredColorScheme=\(scheme)",
        "--user-data-dir=\(folder.url.path)/user",
        "--enable-logging=stderr", "--virtual-time-budget=5000",
      ]
      let run = try browser.run(options + ["--dump-dom", "file://\(probe)"], folder: folder.url)
      let title = run.output.firstMatch(of: /<title>(.*?)<\/title>/)?.1
      let expected = Array(repeating: "true,true,\(isDark)", count: Self.reports.count)
      #expect(title.map(String.init) == expected.joined(separator: " "))
      #expect(!run.errors.contains("CONSOLE"), "\(run.errors)")
    }
  }
}
