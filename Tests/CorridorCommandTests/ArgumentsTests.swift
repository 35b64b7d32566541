import Testing
import TradeSeries
import TradeTestSupport

@testable import CorridorCommand

@Suite struct ArgumentsTests {
  /// What a command takes from a command line.
  private func take<Value>(
    _ words: String..., body: (inout Arguments) throws -> Value
  ) rethrows -> Value {
    var arguments = Arguments(words)
    return try body(&arguments)
  }

  @Test func `takes a flag wherever it stands`() throws {
    try take("a", "--quiet", "b", "-q") { arguments in
      let flags = [arguments.flag("--quiet", "-q"), arguments.flag("--quiet", "-q")]
      #expect(flags == [true, false])
      let words = [try arguments.positional(), try arguments.positional()]
      #expect(words == ["a", "b"])
      #expect(arguments.isEmpty)
    }
  }

  @Test(arguments: [["--by", "x=y"], ["--by=x=y"]])
  func `takes the value behind a blank or an equals sign`(words: [String]) throws {
    var arguments = Arguments(["file"] + words)
    let values = [try arguments.option("--by"), try arguments.option("--by")]
    #expect(values == ["x=y", nil])
    let file = try arguments.positional()
    #expect(file == "file")
  }

  @Test func `takes a value that looks like an option`() throws {
    try take("--from", "-5") { arguments in
      let value = try arguments.option("--from")
      #expect(value == "-5")
      #expect(arguments.isEmpty)
    }
  }

  @Test func `takes an empty value`() throws {
    #expect(try take("--unit=") { try $0.option("--unit") } == "")
    #expect(try take("--unit", "") { try $0.option("--unit") } == "")
  }

  @Test func `an option needs a value`() {
    #expect(throws: UsageError("--by needs a value")) {
      try take("file", "--by") { try $0.option("--by") }
    }
  }

  @Test(arguments: [
    ["-o", "a", "-o", "b"], ["--output=a", "-o", "b"], ["--output", "a", "--output=a"],
  ])
  func `an option is given once`(words: [String]) {
    #expect(throws: UsageError("--output is given twice")) {
      var arguments = Arguments(words)
      _ = try arguments.option("--output", "-o")
    }
  }

  @Test func `takes every word behind two dashes as it stands`() throws {
    try take("--ascii", "--", "--quiet") { arguments in
      let flags = [arguments.flag("--quiet"), arguments.flag("--ascii")]
      #expect(flags == [false, true])
      let word = try arguments.positional()
      #expect(word == "--quiet")
      try arguments.finish()
    }
  }

  @Test func `one dash is a word`() throws {
    try take("-") { arguments in
      let words = [try arguments.positional(), try arguments.positional()]
      #expect(words == ["-", nil])
    }
  }

  @Test func `an option that nobody asked for is unknown`() {
    let error = UsageError("unknown option --horizno (did you mean '--horizon'?)")
    #expect(throws: error) {
      try take("--horizno=3") { arguments in
        _ = try arguments.option("--horizon")
        _ = try arguments.positional()
      }
    }
    #expect(throws: error) {
      try take("--horizno=3") { arguments in
        _ = try arguments.option("--horizon")
        try arguments.finish()
      }
    }
  }

  @Test func `a word that nobody took is one too many`() {
    #expect(throws: UsageError("'kz-cn' is one word too many")) {
      try Arguments(["kz-cn"]).finish()
    }
  }
}

// MARK: - Typed options

extension ArgumentsTests {
  @Test(arguments: [("1", 1), ("100", 100), ("+7", 7), ("007", 7)])
  func `reads a whole number`(text: String, number: Int) throws {
    func horizon(_ words: String...) throws -> Int {
      var arguments = Arguments(words)
      return try arguments.integer("--horizon", in: 1...100, default: 3)
    }
    #expect(try horizon("--horizon", text) == number)
    #expect(try horizon() == 3)
  }

  @Test(arguments: ["0", "101", "-1", "1000000000", "99999999999999999999", "2.5", "two", "", " 1"])
  func `refuses any other number`(text: String) {
    #expect(throws: UsageError("--horizon is a whole number from 1 to 100, not '\(text)'")) {
      try take("--horizon", text) { try $0.integer("--horizon", in: 1...100, default: 3) }
    }
  }

  @Test func `reads one of a few words and suggests the nearest`() throws {
    func flow(_ words: String...) throws -> Int {
      var arguments = Arguments(words)
      return try arguments.choice(
        "--flow", "flow", among: [("export", 1), ("import", 2)], default: 3)
    }
    #expect(try flow("--flow", "import") == 2)
    #expect(try flow() == 3)
    #expect(
      throws: UsageError("unknown flow 'exprot' (did you mean 'export'?); there are export, import")
    ) { try flow("--flow", "exprot") }
  }

  @Test(arguments: [
    ("2019", Period(year: 2019)), ("2019-Q2", Period(year: 2019, quarter: 2)),
    ("2019-03", Period(year: 2019, month: 3)), ("17", Period(step: 17)), ("-5", Period(step: -5)),
  ])
  func `reads periods of every kind`(text: String, period: Period) throws {
    #expect(try take("--from", text) { try $0.period("--from") } == period)
    #expect(try take("--from", text) { try $0.period("--until") } == nil)
  }

  @Test(arguments: ["", "last", "2019-13", "2019-Q5", "2019-01/2019-03", "1000000000", "1e3"])
  func `refuses what is no period`(text: String) {
    #expect(throws: UsageError("--from is a period such as 2019, not '\(text)'")) {
      try take("--from", text) { try $0.period("--from") }
    }
  }

  @Test(arguments: [
    ("95", [0.95]), ("95,80", [0.8, 0.95]), ("1, 99.99", [0.01, 0.9999]),
    ("50,60,70,80,90", [0.5, 0.6, 0.7, 0.8, 0.9]),
  ])
  func `reads percentages, smallest first`(text: String, levels: [Double]) throws {
    let taken = try take("--level", text) { try $0.levels(default: [0.5]) }
    #expect(taken.count == levels.count)
    for (level, expected) in zip(taken, levels) { #expect(level.isClose(to: expected)) }
    #expect(try take { try $0.levels(default: [0.5]) } == [0.5])
  }

  @Test(arguments: ["0", "100", "0.95", "80,80", "", "80,", "a", "50,60,70,80,90,95", "nan", "-80"])
  func `refuses other percentages`(text: String) {
    #expect(
      throws: UsageError(
        "--level takes one to five different percentages from 1 to 99.99, such as 80,95, "
          + "not '\(text)'")
    ) { try take("--level", text) { try $0.levels(default: []) } }
  }

  @Test func `reads names between commas`() throws {
    #expect(
      try take("--by", "reporter, partner") { try $0.list("--by") } == ["reporter", "partner"])
    #expect(try take { try $0.list("--by") } == [])
    #expect(throws: UsageError("--by has an empty name in 'a,,b'")) {
      try take("--by", "a,,b") { try $0.list("--by") }
    }
  }
}
