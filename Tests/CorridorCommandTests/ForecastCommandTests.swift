import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

@Suite struct ForecastCommandTests {
  static let csvHeader = "series,period,mean,lower_80,upper_80,lower_95,upper_95,method"

  /// Two series of four years and one of two, their rows mixed.
  static let longFile = """
    year,partner,flow,value
    2018,VNM,export,10
    2018,CHN,export,100
    2019,VNM,export,12
    2019,CHN,export,110
    2020,CHN,export,105
    2020,VNM,export,11
    2021,VNM,export,15
    2021,CHN,export,120
    2020,KGZ,export,7
    2021,KGZ,export,8

    """

  @Test func `prints the home case`() {
    let outcome = Outcome.text("forecast", "--from", "2013", "--until", "2018")
    #expect(
      outcome.text == """
        Kazakhstan–Viet Nam turnover, USD million

        1 200 ┤                                          ▲▲▲▲▲▲
              ┤                                          ▓▓▓▓▓▓
              ┤                                          ▓▓▓▓▓▓
              ┤                                          ▓▓▓▓▓▓
              ┤                                   >      ●●●●●●
          600 ┤                            ▄▄▄▄▄▄ ▁▁▁▁▁▁ ▓▓▓▓▓▓
              ┤                     ▂▂▂▂▂▂ ██████ ██████ ▓▓▓▓▓▓
              ┤       ▂▂▂▂▂▂        ██████ ██████ ██████ ░░░░░░
              ┤██████ ██████ ▆▆▆▆▆▆ ██████ ██████ ██████
              ┤██████ ██████ ██████ ██████ ██████ ██████
            0 ┴─────────────────────────────────────────────────
               2013   2014   2015   2016   2017   2018   2019
        █ known  ● forecast  ▓ 80 %  ░ 95 %

        Period  Forecast    80 % interval    95 % interval
        ──────────────────────────────────────────────────
        2019       663.5  396.3 – 1 075.4  270.1 – 1 637.6

        Method auto. Chosen for 6 values: what followed such values in 7 277 series of
          annual exports, imports and turnover of one country with another, 1962 to 2016
          (WITS, World Bank and UN Comtrade; Kazakhstan and Viet Nam are not among
          them).

        2018 (>500.0) is a bound and enters as one: any value beyond it is possible,
          which widens the interval.

        """)
    #expect(outcome.status == 0)
  }

  @Test func `writes the columns of the contract and a row for each step`() throws {
    let outcome = Outcome.csv(
      "forecast", "--from", "2013", "--until", "2018", "--horizon", "3")
    #expect(outcome.header == Self.csvHeader)
    #expect(try outcome.texts("period") == ["2019", "2020", "2021"])
    #expect(try outcome.texts("method") == ["auto", "auto", "auto"])
    #expect(
      try outcome.texts("series").allSatisfy { $0 == "Kazakhstan–Viet Nam turnover" })
  }

  @Test func `draws the line from the first value to the last with drift`() throws {
    let outcome = Outcome.csv(
      "forecast", "--from", "2013", "--until", "2017", "--method", "drift", "--horizon", "3")
    // By hand: 542.7 + h (542.7 − 233.2) / 4.
    for (number, expected) in zip(try outcome.numbers("mean"), [620.075, 697.45, 774.825]) {
      #expect(number.isClose(to: expected))
    }
  }

  @Test func `continues the least-squares line with trend`() throws {
    let outcome = Outcome.csv(
      "forecast", "--from", "2013", "--until", "2017", "--method", "trend")
    // By hand: the mean 329.22 of 2015 and 3 steps of 73.96. The margin of 95 % is the quantile
    // 3.182446305284263 of t(3), R 4.2.2 qt(0.975, 3), times s √(1 + 1/5 + 9/10); s √(1/10) is the
    // standard error of the slope, 27.456129855947772 (R lm).
    let margin = 3.182446305284263 * 27.456129855947772 * 21.0.squareRoot()
    #expect(try outcome.numbers("mean")[0].isClose(to: 551.1))
    #expect(try outcome.numbers("upper_95")[0].isClose(to: 551.1 + margin))
    #expect(try outcome.numbers("lower_95")[0].isClose(to: 551.1 - margin))
  }

  @Test func `names intervals by their percentages, smallest first`() throws {
    let outcome = Outcome.csv("forecast", "--level", "99.5,50")
    #expect(outcome.header == "series,period,mean,lower_50,upper_50,lower_99.5,upper_99.5,method")
    #expect(
      try #require(try outcome.numbers("lower_99.5")[0]) < outcome.numbers("lower_50")[0] ?? 0)
  }

  @Test func `explains a method by its past errors`() {
    let plain = Outcome.text("forecast", "--method", "naive")
    let explained = Outcome.text("forecast", "--method", "naive", "--explain")
    #expect(explained.text.hasPrefix(plain.text.dropLast(1)))
    #expect(explained.text.contains("past origins, one year ahead, the 95 % interval held"))
  }

  @Test func `explains what auto chose`() {
    let explained = Outcome.text("forecast", "--explain")
    #expect(
      explained.text.contains(
        """

        The forecast is the mean of regressions on the last 12 and 14 values; the
          interval is that of the longest.
        At 24 past origins, one year ahead, the 95 % interval held 24 times; mean error

        """))
  }

  @Test func `explains many series beside the result`() throws {
    try withTemporaryFolder { folder in
      var random = SeededGenerator(seed: 11)
      var rows = "id,year,value\n"
      for id in 0..<30 {
        var value = 100.0
        for year in 2008..<2020 {
          value *= Double.random(in: 0.85...1.25, using: &random)
          rows += "s\(id),\(year),\(value)\n"
        }
      }
      let file = try folder.file("many.csv", rows)
      let plain = Outcome.csv("forecast", file, "--by", "id")
      let explained = Outcome.csv("forecast", file, "--by", "id", "--explain")
      #expect(explained.text == plain.text)
      #expect(plain.remarks.isEmpty)
      #expect(explained.remarks.count == 2)
      #expect(
        explained.remarks[0].hasPrefix(
          "Annual: the last values of 30 of 30 series were held back. Loss, where 1 is that of"))
      #expect(explained.remarks[1].hasPrefix("With the last value of 30 series held back, the "))
      let text = Outcome.text("forecast", file, "--by", "id", "--explain").text
      #expect(text.hasPrefix(Outcome.text("forecast", file, "--by", "id").text.dropLast()))
      #expect(
        text.hasSuffix(
          """

          Series          Values  What was chosen
          ──────────────────────────────────────────────────────────
          s0 and 29 more  12      The regressions see all 12 values.

          """))
    }
  }

  @Test func `nests smaller intervals in larger ones and none below zero`() throws {
    let outcome = Outcome.csv("forecast", "kz-world", "--horizon", "10")
    let table = try outcome.table
    let ends = try ["lower_95", "lower_80", "mean", "upper_80", "upper_95"].map {
      try table.numbers($0).compactMap(\.self)
    }
    for row in 0..<10 {
      let numbers = ends.map { $0[row] }
      #expect(numbers == numbers.sorted())
      #expect(numbers[0] >= 0)
    }
  }
}

// MARK: - Many series

extension ForecastCommandTests {
  @Test func `forecasts every series and step in the order of the file`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("long.csv", Self.longFile)
      let outcome = Outcome.csv(
        "forecast", file, "--by", "partner", "--value", "value", "--method", "naive",
        "--horizon", "2")
      #expect(outcome.header == Self.csvHeader)
      #expect(try outcome.texts("series") == ["VNM", "VNM", "CHN", "CHN", "KGZ", "KGZ"])
      #expect(
        try outcome.texts("period") == ["2022", "2023", "2022", "2023", "2022", "2023"])
      #expect(try outcome.numbers("mean") == [15, 15, 120, 120, 8, 8])
      #expect(outcome.remarks == [])
    }
  }

  @Test func `tells series apart by two columns`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file(
        "flows.csv",
        "step,partner,flow,amount\n1,VNM,export,5\n1,VNM,import,6\n2,VNM,export,7\n2,VNM,import,8\n"
      )
      let outcome = Outcome.csv(
        "forecast", file, "--by", "partner,flow", "--time", "step", "--value", "amount",
        "--season", "12", "--method", "naive")
      #expect(try outcome.texts("series") == ["VNM export", "VNM import"])
      #expect(try outcome.texts("period") == ["3", "3"])
      #expect(try outcome.numbers("mean") == [7, 8])
    }
  }

  @Test(arguments: ["1", "4", "12"])
  func `takes a plain counter with any season`(season: String) throws {
    try withTemporaryFolder { folder in
      let rows = (1...30).map { "\($0),\(100 + $0)" }.joined(separator: "\n")
      let file = try folder.file("counter.csv", "t,y\n\(rows)\n")
      let outcome = Outcome.csv(
        "forecast", file, "--time", "t", "--value", "y", "--season", season, "--method", "drift")
      #expect(try outcome.texts("period") == ["31"])
      #expect(try outcome.numbers("mean")[0].isClose(to: 131))
    }
  }

  @Test func `falls back to auto for a series that is too short and says so`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("long.csv", Self.longFile)
      let words = ["forecast", file, "--by", "partner", "--value", "value", "--method", "drift"]
      let outcome = Program.run(words + ["--format", "csv"])
      #expect(outcome.status == 0)
      #expect(try outcome.texts("series") == ["VNM", "CHN", "KGZ"])
      #expect(try outcome.texts("method") == ["drift", "drift", "auto (drift: needs 3 values)"])
      #expect(
        outcome.remarks == ["1 of 3 series took auto instead of drift; their rows say why"])
      // The row is that of auto itself.
      let auto = Outcome.csv("forecast", file, "--by", "partner", "--value", "value")
      #expect(try outcome.numbers("upper_95")[2] == auto.numbers("upper_95")[2])

      #expect(Program.run(words + ["--quiet"]).remarks == [])
      #expect(Program.run(words + ["-q"]).text == Program.run(words).text)
    }
  }

  @Test(arguments: 1...3)
  func `answers the same with any number of jobs`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var rows = "id,year,value\n"
    for id in 0..<40 {
      for year in 2010..<(2011 + id % 9) {
        rows += "s\(id),\(year),\(Int.random(in: 1...999, using: &random))\n"
      }
    }
    try withTemporaryFolder { folder in
      let file = try folder.file("many.csv", rows)
      let words = ["forecast", file, "--by", "id", "--method", "trend", "--horizon", "2"]
      for format in ["csv", "text"] {
        let one = Program.run(words + ["--format", format, "--jobs", "1"])
        let two = Program.run(words + ["--format", format, "--jobs", "2"])
        #expect(one.status == 0)
        #expect(one.text == two.text)
        #expect(one.remarks == two.remarks)
      }
      #expect(try Outcome.csv("forecast", file, "--by", "id").table.rowCount == 40)
    }
  }

  @Test func `leaves out series without a value in the periods`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("long.csv", Self.longFile)
      let outcome = Outcome.csv(
        "forecast", file, "--by", "partner", "--value", "value", "--until", "2019")
      #expect(try outcome.texts("series") == ["VNM", "CHN"])
    }
  }

  @Test func `keeps tables and charts within the page`() {
    for words in [
      ["--horizon", "100"], ["--level", "50,60,70,80,95"],
      ["--level", "80,90,95", "--horizon", "9"],
    ] {
      let outcome = Program.run(["forecast", "kz-world", "-o", "result.txt"] + words)
      let widest = outcome.text.lines.map(\.count).max() ?? 0
      #expect(widest <= 80, "\(words)")
    }
  }
}
