import Testing
import TradeReport
import TradeTestSupport

@testable import CorridorCommand

@Suite struct OutputOptionsTests {
  private static let formats = ReportFormat.all.map(\.name).joined(separator: ", ")

  private func options(_ words: String...) throws -> OutputOptions {
    var arguments = Arguments(words)
    let options = try OutputOptions(&arguments)
    try arguments.finish()
    return options
  }

  @Test func `prints text where nothing else is asked for`() throws {
    let plain = try options()
    #expect(plain.format == .text)
    #expect(plain.path == nil)
    #expect(!plain.isQuiet)
    #expect(try options("-q") == options("--quiet"))
    #expect(try options("-q").isQuiet)
  }

  @Test(arguments: [
    ("a.csv", ReportFormat.csv), ("a.txt", .text), ("a.b.csv", .csv), ("csv.dat", .text),
    ("folder.csv/a", .text), ("a.CSV.txt", .text),
  ])
  func `tells the format by the ending of the file`(
    path: String, format: ReportFormat
  ) throws {
    #expect(try options("-o", path).format == format)
    #expect(try options("--output=\(path)").path == path)
  }

  @Test func `takes the format that is named before that of the ending`() throws {
    #expect(try options("-o", "a.csv", "--format", "text").format == .text)
    #expect(try options("-o", "a.txt", "--format", "csv").format == .csv)
  }

  @Test func `refuses unknown formats and colours`() {
    #expect(
      throws: UsageError("unknown format 'cvs' (did you mean 'csv'?); there are \(Self.formats)")
    ) { try options("--format", "cvs") }
    #expect(
      throws: UsageError(
        "unknown value of --color 'nver' (did you mean 'never'?); there are auto, always, never")
    ) { try options("--color", "nver") }
  }

  @Test func `leaves writing the file to the program's main`() throws {
    try withTemporaryFolder { folder in
      let path = folder.path("out.csv")
      let outcome = corridor("growth", "-o", path)
      #expect(outcome.path == path)
      #expect(outcome.text == corridor("growth", "--format", "csv").text)
      #expect(outcome.status == 0)
      // There is no such file yet.
      #expect(corridor("growth", path).status == 1)
    }
  }

  @Test(arguments: [
    ["growth"], ["forecast"], ["backtest"], ["compare"], ["regress", "turnover ~ year"], ["report"],
    ["sources"], ["list"], ["growth", "kz-tr"],
  ])
  func `keeps to ASCII where asked`(words: [String]) {
    let text = Program.run(words + ["--ascii", "-o", "a.txt"]).text
    #expect(!text.isEmpty)
    #expect(text.isASCII)
    #expect(text.lines.allSatisfy { $0.count <= 80 || $0.contains("http") })
    #expect(!Program.run(words + ["-o", "a.txt"]).text.isASCII)
  }

  @Test func `writes the nearest likeness of a sign in ASCII`() {
    let text = Outcome.text("growth", "kz-tr", "--ascii").text
    #expect(text.hasPrefix("Kazakhstan-Turkiye turnover, USD million\n"))
    let regression = Outcome.text("regress", "turnover ~ year", "--until", "2017", "--ascii")
    #expect(regression.text.contains("\nR^2 = "))
  }

  @Test func `colours headings only where asked`() {
    let escape = Character("\u{1B}")
    let always = Outcome.text("compare", "--color", "always").text
    let never = Outcome.text("compare", "--color", "never").text
    #expect(always.contains(escape))
    #expect(!never.contains(escape))
    #expect(!Outcome.text("compare").text.contains(escape))
    #expect(!Outcome.csv("compare", "--color", "always").text.contains(escape))
    #expect(
      always.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "") == never)
  }

  @Test(arguments: [
    ["growth"], ["growth", "kz-world"], ["forecast", "--horizon", "5"], ["backtest"],
    ["compare"], ["compare", "--classification", "stage"], ["compare", "kz-vn-goods"],
    ["regress", "turnover ~ year + export"], ["report"], ["report", "kz-world"],
    ["sources", "kz-vn", "2018"], ["list"],
    ["growth", "vnm-exports"], ["forecast", "kaz-exports"],
  ])
  func `prints lines of 80 characters at the most and no trailing blanks`(words: [String]) {
    let outcome = Program.run(words + ["-o", "a.txt"])
    #expect(outcome.status == 0)
    for line in outcome.text.lines where !line.contains("http") {
      #expect(line.count <= 80, "\(line)")
    }
    #expect(outcome.text.lines.allSatisfy { $0.last?.isWhitespace != true })
    #expect(outcome.text.hasSuffix("\n") && !outcome.text.hasSuffix("\n\n"))
  }
}
