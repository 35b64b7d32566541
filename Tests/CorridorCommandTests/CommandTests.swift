import Testing
import TradeTestSupport

@testable import CorridorCommand

@Suite struct CommandTests {
  @Test func `shows help without a command`() {
    for words in [[], ["help"], ["--help"], ["-h"]] {
      let outcome = Program.run(words)
      #expect(outcome.status == 0)
      #expect(outcome.text == Program.help)
    }
    #expect(Program.commands.allSatisfy { Program.help.contains("  \($0.name) ") })
  }

  @Test func `shows the version`() {
    #expect(corridor("--version").text == "corridor \(Program.version)\n")
  }

  @Test(arguments: Program.commands.map { $0.name })
  func `shows the help of a command in three ways`(name: String) {
    let text = corridor("help", name).text
    #expect(corridor(name, "--help").text == text)
    #expect(corridor(name, "-h", "--no-such-option").text == text)
    #expect(text.contains("Usage: corridor \(name)"))
    #expect(text.contains("\n\nExamples\n  corridor \(name)"))
    #expect(text.hasSuffix("\nOutput\n\(OutputOptions.usage)\n"))
  }

  @Test(arguments: Program.commands.map { $0.name })
  func `every example of a help runs`(name: String) throws {
    let lines = corridor("help", name).text.lines
    let start = try #require(lines.firstIndex(of: "Examples"))
    let examples = lines[(start + 1)...].prefix { !$0.isEmpty }
    #expect(!examples.isEmpty)
    for example in examples {
      #expect(example.hasPrefix("  corridor \(name)"))
      try run(example.dropFirst("  corridor ".count))
    }
  }

  /// Runs the words of an example in a folder that has the files it names.
  private func run(_ example: Substring) throws {
    // A formula stands between quotes.
    let parts = example.split(separator: "'", omittingEmptySubsequences: false)
    let words = parts.enumerated().flatMap { index, part in
      index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
    try withTemporaryFolder { folder in
      let rows = (2014...2018).flatMap { year in
        ["export", "import"].map { "\(year),KAZ,VNM,\($0),TOTAL,\(year - 2000)" }
      }
      let download = try folder.file(
        "TradeData.csv",
        "period,reporter,partner,flow,code,value\n" + rows.joined(separator: "\n") + "\n")
      let outcome = Program.run(
        words.map { word in
          word == "TradeData.csv"
            ? download : word.hasSuffix("/") ? folder.path("reports") + "/" : word
        }
      ).collected
      #expect(outcome.problem == nil, "\(example)")
      #expect(!outcome.bytes.isEmpty || outcome.writeAll != nil, "\(example)")
    }
  }

  @Test(arguments: [[]] + Program.commands.map { [$0.name] })
  func `help fits a page of 80 columns`(words: [String]) {
    let text = Program.run(["help"] + words).text
    #expect(text.lines.filter { $0.count > 80 } == [])
    #expect(text.lines.allSatisfy { $0.last != " " })
  }

  @Test func `remarks are said beside the result`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("long.csv", ForecastCommandTests.longFile)
      let words = ["forecast", file, "--by", "partner", "--value", "value", "--method", "drift"]
      let outcome = Program.run(words)
      #expect(outcome.remarks.count == 1)
      #expect(!outcome.text.contains(outcome.remarks[0]))
      #expect(Program.run(words + ["-q"]).remarks.isEmpty)
    }
  }

  @Test func `a usage error points at the help of its command`() {
    #expect(corridor("growth", "--x").problem?.hasSuffix("\nTry: corridor help growth") == true)
    #expect(corridor("grwoth").problem?.hasSuffix("\nTry: corridor help") == true)
  }
}
