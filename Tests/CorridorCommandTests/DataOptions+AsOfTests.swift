import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

/// `--as-of` in every command: nothing that was published later shows.
@Suite struct DataOptionsAsOfTests {
  /// 2019 was published in 2020, and the figures of 2013 to 2018 in 2019.
  private static let day = ["--as-of", "2018-12-31"]

  @Test(arguments: [
    ["growth", "kz-vn"], ["forecast", "kz-vn", "--horizon", "1"], ["backtest", "kz-vn"],
    ["regress", "kz-vn", "log(turnover) ~ year"], ["report", "kz-vn"], ["sources", "kz-vn"],
    ["mirror", "kz-vn"], ["revisions", "kz-vn"],
    ["scenario", "kz-vn", "--reach", "2000", "--by", "2030"],
    ["forecast", "kz-vn", "--regressors", "events", "--method", "arima"],
    ["compare", "kz-vn-goods"], ["sources", "kz-vn-goods"], ["growth", "kz-vn-goods"],
  ]) func `a command sees what was known on the day`(words: [String]) {
    let then = Program.run(words + Self.day + ["--format", "csv"])
    #expect(then.status == 0, "\(words): \(then.problem ?? "")")
    // Nothing of the pair that was published later: 2017 and all after it.
    let later: Set<Substring> = ["542.7", "387.6", "528.3", "979.2", "879", "2019", "2020-07-06"]
    let cells = then.text.split { $0 == "," || $0 == "\n" }
    #expect(Set(cells).isDisjoint(with: later.subtracting(Self.isForecast(words) ? ["2019"] : [])))
  }

  /// Whether 2019 is a period that is forecast.
  private static func isForecast(_ words: [String]) -> Bool {
    ["forecast", "scenario", "report"].contains(words[0])
  }

  @Test(arguments: [
    ["growth", "kz-vn"], ["forecast", "kz-vn"], ["backtest", "kz-vn"], ["report", "kz-vn"],
    ["sources", "kz-vn"], ["mirror", "kz-vn"], ["revisions", "kz-vn"], ["nowcast", "kz-vn"],
    ["regress", "kz-vn", "turnover ~ year"], ["compare", "vnm-exports"],
    ["compare", "kz-vn-goods"], ["sources", "vnm-exports"], ["growth", "kaz-exports"],
    ["forecast", "kaz-exports", "--total"],
    ["scenario", "kz-vn", "--reach", "2000", "--by", "2030"],
  ]) func `before the first publication there is nothing`(words: [String]) {
    let outcome = Program.run(words + ["--as-of", "1990"])
    #expect(outcome.status == 1, "\(words)")
    #expect(outcome.text.isEmpty)
  }

  @Test func `a nowcast as of a day knows no outcome`() throws {
    let outcome = Outcome.csv("nowcast", "kz-vn", "--as-of", "2024-01-31")
    #expect(try outcome.numbers("outcome") == [nil])
    #expect(try outcome.texts("part") == ["2023-01/2023-06"])
  }

  @Test func `the goods in the report are those published by the day`() {
    let text = Outcome.text("report", "kz-vn", "--as-of", "2018-01").text
    #expect(!text.contains("SITC sections"))
    #expect(!text.contains("to the world"))
    #expect(Outcome.text("report", "kz-vn").text.contains("SITC sections"))
  }

  // MARK: Files

  private static let vintages = """
    year,value,published
    2016,366,2017-11-13
    2017,500,2018-03
    2016,392,2019-02
    2017,543,2019-02
    2018,600,2019-03
    2019,700,
    """

  private func values(_ words: String...) throws -> [Double?] {
    var result: [Double?] = []
    try withTemporaryFolder { folder in
      let file = try folder.file("v.csv", Self.vintages)
      result = try Program.run([words[0], file] + words.dropFirst() + ["--format", "csv"])
        .numbers("value")
    }
    return result
  }

  @Test func `of a file the latest publication by the day counts`() throws {
    #expect(try values("growth", "--as-of", "2018-12") == [366, 500])
    #expect(try values("growth", "--as-of", "2019-02") == [392, 543])
    #expect(try values("growth", "--as-of", "2030") == [392, 543, 600])
  }

  @Test func `two figures of one day are refused and neither is dropped`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file(
        "v.csv", "year,value,published\n2016,1,2018\n2016,2,2018\n2017,3,2018\n")
      let outcome = corridor("growth", file, "--as-of", "2018")
      #expect(outcome.status == 1)
      #expect(outcome.problem?.contains("line 3, column 'year'") == true)
    }
  }

  @Test func `a regression on a file needs to know what is one figure`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file(
        "v.csv",
        "year,value,published\n2016,1,2017\n2017,2,2018\n2016,9,2018\n2018,4,2019\n2019,5,2020\n")
      let words = ["regress", file, "value ~ year", "--as-of", "2019"]
      #expect(Program.run(words).problem?.contains("--time COLUMN") == true)
      // 9, 2 and 4: a slope of −2.5.
      let outcome = Program.run(words + ["--time", "year", "--format", "csv"])
      #expect(try #require(outcome.numbers("estimate")[1]).isClose(to: -2.5, tolerance: 1e-9))
      #expect(
        corridor("growth", file, "--as-of", "2019").remarks == [
          "\(file): 3 of 5 rows as of 2019"
        ])
    }
  }

  @Test func `series are kept apart`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file(
        "v.csv",
        "year,partner,value,published\n2016,VNM,1,2017\n2016,CHN,2,2018\n2016,VNM,3,2018\n"
          + "2017,VNM,4,2018\n2017,CHN,5,2018\n")
      let outcome = Outcome.csv("growth", file, "--by", "partner", "--as-of", "2018")
      #expect(try outcome.numbers("value") == [3, 4, 2, 5])
    }
  }

  @Test(arguments: ["growth", "forecast", "backtest", "report"])
  func `a file without dates of publication says so`(command: String) throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("plain.csv", "year,value\n2016,1\n2017,2\n")
      let outcome = corridor(command, file, "--as-of", "2018")
      #expect(outcome.status == 2)
      #expect(outcome.problem?.contains("has no column 'published'") == true)
    }
  }

  @Test func `a date that is none has its place, and nothing by the day is said`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("v.csv", "year,value,published\n2016,1,soon\n")
      #expect(
        corridor("growth", file, "--as-of", "2018").problem?.contains("v.csv, line 2") == true)
      let late = try folder.file("l.csv", "year,value,published\n2016,1,2019\n")
      #expect(corridor("growth", late, "--as-of", "2018").status == 1)
    }
  }
}
