import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

/// Data that are odd and good: every command has an answer, and no number in it is none.
@Suite struct OddDataTests {
  struct OddFile: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// Whether a backtest finds two outcomes.
    var isLong = true

    init(_ name: String, _ text: String, isLong: Bool = true) {
      (testDescription, self.text, self.isLong) = (name, text, isLong)
    }
  }

  /// `year,kind,value` with one value a year from 2010 on.
  private static func years(_ values: [String], separator: String = ",", end: String = "\n")
    -> String
  {
    let rows = values.enumerated().map { ["\(2010 + $0)", "goods", $1] }
    return ([["year", "kind", "value"]] + rows)
      .map { $0.joined(separator: separator) + end }.joined()
  }

  private static func marked(_ cells: [(value: String, mark: String)]) -> String {
    "year,kind,value,qualifier\n"
      + cells.enumerated().map { "\(2010 + $0),goods,\($1.value),\($1.mark)\n" }.joined()
  }

  static let files = [
    OddFile("one row", years(["7"]), isLong: false),
    OddFile("one row of zero", years(["0"]), isLong: false),
    OddFile("two rows", years(["7", "0"]), isLong: false),
    OddFile("all equal", years(Array(repeating: "0.1", count: 9))),
    OddFile("all equal and large", years(Array(repeating: "1000000", count: 9))),
    OddFile("all zero", years(Array(repeating: "0", count: 9))),
    OddFile("zeros of either sign", years(["-0", "0", "5", "-0", "-0", "3", "0", "-0"])),
    OddFile("negative", years(["-5", "-3", "-8", "-1", "-9", "-2", "-4", "-6"])),
    OddFile("both signs", years(["-5", "3", "0", "-1", "9", "0", "0", "-6"])),
    OddFile("a gap", years(["5", "3", "", "NA", "9", "8", "..", "6", "7", "8"])),
    OddFile("a gap at either end", years(["", "3", "4", "6", "9", "8", "9", "6", "n/a"])),
    OddFile("mostly gaps", years(["5"] + Array(repeating: "", count: 40) + ["4", "6", "7"])),
    OddFile("a jump", years(["1", "1", "1", "1000000", "1", "2", "1", "1"])),
    OddFile("small and large", years(["1e-9", "1e12", "3", "1e-9", "7e11", "2", "1", "1"])),
    OddFile("the largest", years(["1e150", "-1e150", "1e150", "5e149", "1", "0", "1e150", "1"])),
    OddFile(
      "bounds",
      marked([
        ("5", "exact"), ("500", "moreThan"), ("3", ""), ("4", "lessThan"), ("6", "about"),
        ("7", "moreThan"), ("9", "estimated"), ("8", "preliminary"), ("7", "mirror"),
      ])),
    OddFile(
      "bounds at zero",
      marked([
        ("0", "moreThan"), ("-0", "moreThan"), ("0", "lessThan"), ("5", "exact"),
        ("-0", "lessThan"), ("3", "moreThan"), ("4", ""), ("7", ""), ("6", ""),
      ])),
    OddFile(
      "bounds below zero",
      marked([
        ("-5", "moreThan"), ("-3", "lessThan"), ("2", ""), ("-4", ""), ("5", ""), ("1", ""),
        ("-2", "moreThan"), ("4", ""),
      ])),
    OddFile(
      "only bounds", marked((0..<8).map { ("\($0 + 2)", $0 % 2 == 0 ? "moreThan" : "lessThan") }),
      isLong: false),
    OddFile(
      "a qualifier on a gap",
      marked([
        ("5", ""), ("", "moreThan"), ("", "lessThan"), ("4", ""), ("6", ""), ("7", ""), ("9", ""),
        ("8", ""), ("", "about"),
      ])),
    OddFile("semicolons", years(["5", "3", "4", "6", "9", "8", "9", "6"], separator: ";")),
    OddFile("tabs", years(["5", "3", "4", "6", "9", "8", "9", "6"], separator: "\t")),
    OddFile("bars", years(["5", "3", "4", "6", "9", "8", "9", "6"], separator: "|")),
    OddFile("CRLF", years(["5", "3", "4", "6", "9", "8", "9", "6"], end: "\r\n")),
    OddFile("CR", years(["5", "3", "4", "6", "9", "8", "9", "6"], end: "\r")),
    OddFile("a byte order mark", "\u{FEFF}" + years(["5", "3", "4", "6", "9", "8", "9", "6"])),
    OddFile("empty last fields", years(["5,", "3,", "4,", "6,", "9,", "8,", "9,", "6,"])),
    OddFile(
      "a unit",
      "year,kind,unit,value\n"
        + (0..<9).map { "\(2010 + $0),goods,thousand tonnes,\(5 + $0 % 3)\n" }.joined()),
    OddFile(
      "quarters",
      "period,kind,value\n"
        + (0..<16).map { "\(2019 + $0 / 4)-Q\($0 % 4 + 1),goods,\(20 + $0 % 4)\n" }.joined()),
    OddFile(
      "months",
      "period,kind,value\n"
        + (0..<30).map { month in
          let number = month % 12 + 1
          return "\(2019 + month / 12)-\(number < 10 ? "0" : "")\(number),goods,\(9 + number)\n"
        }.joined()),
    OddFile(
      "names of any kind",
      "year,kind,value\n"
        + (0..<8).map { "\(2010 + $0),\"Гречка, \"\"№ 1\"\"\",\(5 + $0 % 3)\n" }
        .joined()),
  ]

  static let commands = [
    ["growth"], ["forecast"], ["forecast", "--horizon", "12", "--level", "1,99.99"], ["backtest"],
    ["report"], ["regress", "value ~ 1"], ["regress", "value ~ value"],
    ["compare", "--by", "kind"], ["growth", "--by", "kind"], ["forecast", "--by", "kind"],
  ]

  @Test(arguments: files) func `every command answers with numbers`(odd: OddFile) throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("odd.csv", odd.text)
      for command in Self.commands {
        for format in command[0] == "report" ? ["text"] : ["text", "csv"] {
          let words =
            [command[0], file] + command.dropFirst()
            + ["-o", "a.txt", "--format", format, "--value=value"]
          let outcome = Program.run(words)
          // Bounds alone leave nothing to explain a value by itself with, which the answer says.
          let isOpen =
            command == ["regress", "value ~ value"] && odd.testDescription == "only bounds"
          if command[0] == "backtest" && !odd.isLong || isOpen {
            #expect(outcome.status == 1)
          } else {
            #expect(outcome.status == 0, "\(words): \(outcome.problem ?? "")")
          }
          #expect(outcome.isSound, "\(words)\n\(outcome.text)")
        }
      }
    }
  }

  @Test(arguments: ["naive", "mean", "drift", "trend", "log-trend", "ses", "damped"])
  func `every method answers odd data or says why not`(method: String) throws {
    try withTemporaryFolder { folder in
      for odd in Self.files {
        let file = try folder.file("odd.csv", odd.text)
        let words = ["forecast", file, "--value", "value", "--method", method, "--horizon", "7"]
        let outcome = Program.run(words + ["--format", "csv"])
        #expect(outcome.isSound, "\(odd.testDescription)\n\(outcome.text)")
        if outcome.status == 1 { #expect(outcome.problem?.contains(" needs ") == true) }
        #expect(outcome.status != 2)
      }
    }
  }

  @Test func `the same figures in any dress give the same answer`() throws {
    try withTemporaryFolder { folder in
      let dresses = ["semicolons", "tabs", "bars", "CRLF", "CR", "a byte order mark"]
      let answers = try dresses.map { name in
        let odd = try #require(Self.files.first { $0.testDescription == name })
        return Outcome.csv("growth", try folder.file("odd.csv", odd.text)).text
      }
      #expect(Set(answers).count == 1)
      #expect(answers[0].contains("2017,6,exact,-3,"))
    }
  }

  @Test func `a qualifier on a gap changes nothing`() throws {
    try withTemporaryFolder { folder in
      let odd = try #require(Self.files.first { $0.testDescription == "a qualifier on a gap" })
      let file = try folder.file("odd.csv", odd.text)
      let plain = try folder.file(
        "plain.csv",
        odd.text.replacing("Than", with: "")
          .replacing(",more\n", with: ",\n").replacing(",less\n", with: ",\n")
          .replacing(",about\n", with: ",\n"))
      #expect(Outcome.csv("forecast", file).text == Outcome.csv("forecast", plain).text)
      #expect(Outcome.csv("growth", file).text == Outcome.csv("growth", plain).text)
    }
  }

  @Test func `a history that is all one number is forecast as that number`() throws {
    try withTemporaryFolder { folder in
      for method in ["naive", "mean", "drift", "trend", "ses", "damped"] {
        let file = try folder.file("flat.csv", Self.years(Array(repeating: "42", count: 9)))
        let outcome = Outcome.csv("forecast", file, "--method", method, "--horizon", "3")
        for mean in try outcome.numbers("mean") { #expect(mean.isClose(to: 42), "\(method)") }
      }
    }
  }

  @Test func `no forecast of amounts is below zero and one of balances may be`() throws {
    try withTemporaryFolder { folder in
      let falling = try folder.file("falling.csv", Self.years(["50", "41", "28", "20", "11", "2"]))
      let outcome = Outcome.csv("forecast", falling, "--method", "trend", "--horizon", "4")
      #expect(try outcome.numbers("lower_95").allSatisfy { $0 == 0 })
      #expect(try outcome.numbers("mean")[3] == 0)
      let balance = try folder.file(
        "balance.csv", Self.years(["50", "41", "28", "20", "11", "-2"]))
      let below = Outcome.csv("forecast", balance, "--method", "trend", "--horizon", "4")
      #expect(try #require(below.numbers("mean")[3]) < 0)
    }
  }

  @Test func `an exponential trend of a large bound is no crash`() async {
    await #expect(processExitsWith: .success) {
      try withTemporaryFolder { folder in
        let file = try folder.file(
          "steep.csv", "year,value,qualifier\n2019,1,\n2020,1e99,lessThan\n2021,1e99,about\n")
        let outcome = corridor(
          "forecast", file, "--method", "log-trend", "--horizon", "20", "--level", "1,99.99")
        precondition(outcome.isSound)
      }
    }
  }

  @Test func `a regression on the smallest numbers is no crash`() async {
    await #expect(processExitsWith: .success) {
      try withTemporaryFolder { folder in
        let file = try folder.file("small.csv", "x,y\n0,1\n1e-310,2\n0,3\n2e-310,5\n0,3\n")
        precondition(corridor("regress", file, "y ~ x").isSound)
      }
    }
  }
}

// MARK: - Size

extension OddDataTests {
  @Test func `ten thousand points are answered`() throws {
    try withTemporaryFolder { folder in
      var random = SeededGenerator(seed: 1)
      let rows = (0..<10_000).map { "\($0),goods,\(Int.random(in: 1...900, using: &random))" }
      let file = try folder.file("big.csv", "t,kind,value\n\(rows.joined(separator: "\n"))\n")
      for words in [
        ["growth"], ["forecast"], ["compare", "--by", "kind"], ["regress", "value ~ t"],
      ] {
        let time = words[0] == "regress" ? [] : ["--time", "t", "--season", "12"]
        for format in ["text", "csv"] {
          let outcome = Program.run(
            [words[0], file] + words.dropFirst() + time + ["--format", format])
          #expect(outcome.status == 0, "\(words): \(outcome.problem ?? "")")
          #expect(outcome.isSound)
        }
      }
    }
  }

  @Test func `three thousand series are answered`() throws {
    try withTemporaryFolder { folder in
      var rows = "id,year,value\n"
      for id in 0..<3000 {
        for year in 2018...2021 { rows += "s\(id),\(year),\((id * 7 + year) % 11)\n" }
      }
      let file = try folder.file("many.csv", rows)
      for command in ["growth", "forecast", "compare"] {
        let outcome = Outcome.csv(command, file, "--by", "id")
        #expect(outcome.status == 0)
        #expect(outcome.isSound)
        #expect(
          try outcome.table.rowCount
            == (command == "growth" ? 12_000 : command == "forecast" ? 3000 : 3001))
      }
      #expect(Outcome.text("forecast", file, "--by", "id").isSound)
      let backtest = Outcome.csv("backtest", file, "--by", "id", "--method", "naive,drift")
      #expect(backtest.isSound)
      #expect(try backtest.numbers("series") == [3000, 3000])
    }
  }
}
