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
    #expect(text.contains("\nExample: corridor \(name)"))
    #expect(text.hasSuffix("\nOutput\n\(OutputOptions.usage)\n"))
  }

  @Test(arguments: Program.commands.map { $0.name })
  func `the example of every help runs`(name: String) throws {
    let example = try #require(
      corridor("help", name).text.lines.first { $0.hasPrefix("Example: corridor ") })
    // A formula stands between quotes.
    let parts = example.dropFirst("Example: corridor ".count).split(
      separator: "'", omittingEmptySubsequences: false)
    let words = parts.enumerated().flatMap { index, part in
      index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
    try withTemporaryFolder { folder in
      // A file that somebody has downloaded.
      let download = try folder.file(
        "TradeData.csv",
        "period,reporter,partner,flow,code,value\n2018,KAZ,VNM,export,TOTAL,1\n")
      let outcome = Program.run(words.map { $0 == "TradeData.csv" ? download : $0 }).collected
      #expect(outcome.problem == nil)
      #expect(!outcome.text.isEmpty)
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
