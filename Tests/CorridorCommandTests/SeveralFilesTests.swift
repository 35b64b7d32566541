import Testing
import TradeTestSupport

@testable import CorridorCommand

/// Files of trade flows that are taken together.
@Suite struct SeveralFilesTests {
  private static let header = "period,reporter,partner,flow,code,value,unit\n"

  private static func rows(_ years: ClosedRange<Int>, code: String = "10") -> String {
    years.map { year in
      "\(year),KAZ,VNM,export,\(code),\(100 + 7 * (year % 5)),USD\n"
        + "\(year),KAZ,VNM,import,\(code),\(250 + 3 * (year % 4)),USD\n"
    }.joined()
  }

  @Test(arguments: [
    ["growth", "-r", "KAZ", "-p", "VNM"], ["forecast", "-r", "KAZ", "-p", "VNM"],
    ["report", "-r", "KAZ", "-p", "VNM"], ["compare", "--flow", "export"],
    ["index", "shares"], ["totals", "--by", "period,flow"],
  ])
  func `files are the same as their rows one after another`(words: [String]) throws {
    try withTemporaryFolder { folder in
      let first = try folder.file("a.csv", Self.header + Self.rows(2010...2014))
      let second = try folder.file("b.csv", Self.header + Self.rows(2015...2019))
      let whole = try folder.file(
        "whole.csv", Self.header + Self.rows(2010...2014) + Self.rows(2015...2019))
      // The index is named before its data.
      let (name, options) = (Array(words.prefix(words[0] == "index" ? 2 : 1)), words)
      let rest = Array(options.dropFirst(name.count)) + ["--format", "csv"]
      let apart = Program.run(name + [first, second] + rest)
      let together = Program.run(name + [whole] + rest)
      #expect(apart.status == 0, "\(apart.problem ?? "")")
      #expect(
        apart.text.replacing("\(first), \(second)", with: "DATA")
          == together.text.replacing(whole, with: "DATA"))
    }
  }

  @Test(arguments: ["growth", "forecast", "report", "compare", "totals"])
  func `trade that stands in two files is refused with both places`(command: String) throws {
    try withTemporaryFolder { folder in
      let first = try folder.file("a.csv", Self.header + Self.rows(2010...2014))
      let second = try folder.file("b.csv", Self.header + Self.rows(2014...2019))
      let by = command == "totals" ? ["--by", "period,flow"] : []
      let outcome = Program.run([command, first, second] + by)
      #expect(outcome.status == 1)
      let problem = try #require(outcome.problem)
      #expect(problem.contains("\(first), line 10 and"), "\(problem)")
      // By all dimensions the rows themselves are the same.
      #expect(problem.contains("the same trade in two \(command == "report" ? "rows" : "files")"))
      #expect(Program.run([command, first, first] + by).problem?.contains("named twice") ?? false)
    }
  }

  @Test func `commodities of two files stand side by side`() throws {
    try withTemporaryFolder { folder in
      let first = try folder.file("a.csv", Self.header + Self.rows(2018...2019))
      let second = try folder.file("b.csv", Self.header + Self.rows(2018...2019, code: "28"))
      let outcome = Outcome.csv("compare", first, second, "--flow", "export")
      #expect(try outcome.texts("code") == ["10", "28", "TOTAL"])
      #expect(outcome.remarks.count == 2)
    }
  }

  @Test func `files go with files only, and tables of other columns one by one`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("a.csv", Self.header + Self.rows(2018...2019))
      let plain = try folder.file("b.csv", "year,turnover\n2018,5\n2019,6\n")
      #expect(corridor("growth", file, "kz-vn").problem?.contains("built in") ?? false)
      #expect(corridor("growth", "kz-vn", file).status == 2)
      #expect(corridor("growth", plain, plain, "--value", "turnover").status == 2)
      #expect(corridor("growth", file, plain).problem?.contains("no known form") ?? false)
      #expect(corridor("backtest", file, file).status == 2)
    }
  }
}
