import Testing
import TradeTestSupport

@testable import CorridorCommand

/// Random command lines and random files: a trap would end the process that runs the tests.
@Suite struct FuzzTests {
  static let words = [
    "growth", "forecast", "backtest", "compare", "regress", "report", "sources", "list", "help",
    "totals", "check", "convert", "--by", "period,flow", "--digits", "total",
    "codes", "wheat", "1001", "section", "вьетнам",
    "mirror", "revisions", "nowcast", "--cif-fob", "0.06", "--scores", "--distance",
    "scenario", "--reach", "2000", "2030", "--total", "ets:log", "naive:box-cox=0.5", "mean:",
    "combination:median",
    "kz-vn", "vnm-exports", "kaz-exports", "kz-vn-goods", "kz-world", "world", "kz-nv", "none.csv",
    "--from", "--until", "2013", "2018", "2013-Q1", "1999", "-5", "--horizon", "0", "3", "-1",
    "1000000000", "--method", "auto", "naive", "trend", "log-trend", "damped", "drfit", "--level",
    "80,95", "50", "100", "", "--flow", "export", "import", "--as-of", "2019-02", "soon", "--fill",
    "mirror", "--by", "partner", "a,,b", "--time", "--value", "year", "--season", "1", "12", "7",
    "--unit", "USD thousand", "tonnes", "--base", "2016", "--top", "2", "--classification", "stage",
    "-r", "VNM", "KAX", "-p", "KAZ", "WLD", "--format", "csv", "text", "cvs", "--ascii", "--color",
    "always", "-q", "--explain", "--jobs", "1", "--", "turnover ~ year", "turnover ~", "~",
    "log(export) ~ year^2 + import", "--horizon=2", "--level=", "--from=2015", "é", "\u{1B}[1m",
    "2019-01/2019-03", "--help", "--no-such-option", "a\nb", "~~", "'", "\"", "--=", "=", "-",
  ]
  static let options = [
    ["--from", "2013"], ["--until", "2018"], ["--horizon", "4"], ["--method", "drift"],
    ["--method", "log-trend"], ["--flow", "export"], ["--level", "1,99.99"], ["--format", "csv"],
    ["-r", "VNM"], ["-p", "WLD"], ["--as-of", "2016"], ["--fill", "mirror"], ["--ascii"],
    ["--unit", "USD billion"], ["--top", "2"], ["--base", "2015"], ["--explain"],
  ]

  @Test(arguments: 1...300) func `any command line has an answer`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var words: [String] = []
    if Bool.random(using: &random) {
      // Anything.
      words = (0...Int.random(in: 0...7, using: &random)).map { _ in
        Self.words.randomElement(using: &random) ?? ""
      }
    } else {
      // A command, data and options that may or may not belong to it, and perhaps a slip.
      words = [Self.words[Int.random(in: 0...7, using: &random)]]
      words.append(Self.words[Int.random(in: 9...14, using: &random)])
      if words[0] == "regress" { words.append("turnover ~ year") }
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        words += Self.options.randomElement(using: &random) ?? []
      }
      if Int.random(in: 0...3, using: &random) == 0 {
        let slip = Self.words.randomElement(using: &random) ?? ""
        words.insert(slip, at: Int.random(in: 0...words.count, using: &random))
      }
    }
    // Standard input belongs to whoever runs the tests.
    words.removeAll { $0 == "-" }
    let outcome = Program.run(words)
    #expect(outcome.isSound, "\(words): \(outcome.problem ?? "") \(outcome.text)")
  }

  @Test(arguments: 1...300) func `any file has an answer`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var bytes = Mutation.file(using: &random)
    for _ in 0..<Int.random(in: 1...8, using: &random) { Mutation.apply(to: &bytes, &random) }
    try withTemporaryFolder { folder in
      let file = try folder.file("any.csv", bytes: bytes)
      for words in [
        ["growth", file], ["growth", file, "--by", "partner"],
        ["forecast", file, "--horizon", "3", "--by", "partner"],
        ["forecast", file, "--season", "4"],
        ["backtest", file, "--method", "auto,naive,trend"], ["compare", file, "--by", "partner"],
        ["regress", file, "value ~ year"], ["regress", file, "log(value) ~ year^2"],
        ["report", file, "--method", "trend"], ["nowcast", file, "--by", "partner"],
        ["mirror", file], ["growth", file, "--as-of", "2019"],
      ] {
        let outcome = Program.run(words)
        #expect((0...2).contains(outcome.status))
        if outcome.status == 0 {
          #expect(outcome.problem == nil)
          #expect(!outcome.text.isEmpty)
        } else {
          #expect(outcome.text.isEmpty)
          #expect(!(outcome.problem ?? "").isEmpty)
        }
      }
    }
  }
}

/// Good files and ways to spoil them.
private enum Mutation {
  static let pieces: [[UInt8]] =
    [
      "nan", "inf", "1e999", "1e100", "-1e100", "1e-300", "5e-324", "0", "-0", "\0", "\"", "\"\"",
      ",", ";", "\t", "|", "\n", "\r", "\n\n", "2010", "2999", "2019-Q4", "2019-13",
      "2023-01/2023-05", "/", "total", "TOTAL", "moreThan", "lessThan", "about", "undetermined",
      "NA", "..", "1,5", "1 000", ">5", "-", "+", ".", "1e", "0x10", "é", "\u{2028}", "\u{FEFF}",
      "99999999999999999999", "-5", "value", "year", "qualifier", "unit", "partner", "\u{1B}[31m",
    ].map { Array($0.utf8) } + [[0xFF], [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80]]

  static func file(using random: inout SeededGenerator) -> [UInt8] {
    let marks = ["exact", "", "moreThan", "lessThan", "about", "mirror"]
    let numbers = ["100", "120.5", "80", "", "500", "0", "-3", "1e9", "333", "0.1"]
    let isQuarterly = Bool.random(using: &random)
    var text = "year,partner,value,qualifier\n"
    for partner in ["KAZ", "VNM"].prefix(Int.random(in: 1...2, using: &random)) {
      for step in 0..<Int.random(in: 1...12, using: &random) {
        let period = isQuarterly ? "\(2018 + step / 4)-Q\(step % 4 + 1)" : "\(2005 + step)"
        let number = numbers.randomElement(using: &random) ?? ""
        let mark = marks.randomElement(using: &random) ?? ""
        text += "\(period),\(partner),\(number),\(mark)\n"
      }
    }
    return Array(text.utf8)
  }

  static func apply(to bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    switch Int.random(in: 0...6, using: &random) {
    case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.removeSubrange(place..<min(place + 5, bytes.count))
    case 2: bytes.removeSubrange(place...)
    case 3:
      // A line twice.
      let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
      bytes += lines.randomElement(using: &random) ?? []
    case 4:
      // A field of its own.
      let ends = bytes.indices.filter { bytes[$0] == 44 || bytes[$0] == 10 }
      let end = ends.randomElement(using: &random) ?? 0
      let start = bytes[..<end].lastIndex { $0 == 44 || $0 == 10 }.map { $0 + 1 } ?? 0
      bytes.replaceSubrange(start..<end, with: pieces.randomElement(using: &random) ?? [])
    default: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
    }
  }
}
