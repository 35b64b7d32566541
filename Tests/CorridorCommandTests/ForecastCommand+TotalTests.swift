import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

@Suite struct ForecastCommandTotalTests {
  @Test(arguments: ["kaz-exports", "vnm-exports", "kz-vn-goods"])
  func `built-in groups add up to their total`(name: String) throws {
    let outcome = Outcome.csv("forecast", name, "--total", "--horizon", "3")
    #expect(outcome.header == ForecastCommandTests.csvHeader)
    let table = try outcome.table
    let (names, periods) = (try table.texts("series"), try table.texts("period"))
    let means = try table.numbers("mean").map { $0 ?? .nan }
    let total = try #require(names.last ?? nil)
    for period in Set(periods) {
      let rows = periods.indices.filter { periods[$0] == period }
      let sum = rows.filter { names[$0] != total }.reduce(0) { $0 + means[$1] }
      let whole = rows.filter { names[$0] == total }.map { means[$0] }
      #expect(whole.count == 1)
      #expect(abs(sum - whole[0]) <= 1e-9 * whole[0])
    }
  }

  @Test func `groups of a file get a row called total and a sentence`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("long.csv", ForecastCommandTests.longFile)
      let words = ["forecast", file, "--by", "partner", "--value", "value", "--method", "naive"]
      let outcome = Program.run(
        words + ["--total", "--reconcile", "bottom-up", "--format", "csv"])
      #expect(try outcome.texts("series") == ["VNM", "CHN", "KGZ", "total"])
      #expect(try outcome.numbers("mean") == [15, 120, 8, 143])
      #expect(try outcome.texts("method").allSatisfy { $0 == "naive+bottom-up" })
      let text = Program.run(words + ["--total", "-o", "result.txt"]).text
      #expect(text.contains("MinT without past errors"))
      #expect(text.lines.allSatisfy { $0.count <= 80 })
    }
  }

  @Test func `two columns give sums of sections`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file(
        "goods.csv",
        "section,goods,year,value\ns,a,2010,1\ns,b,2010,2\nt,c,2010,3\ns,a,2011,2\n"
          + "s,b,2011,3\nt,c,2011,4\n")
      let outcome = Outcome.csv(
        "forecast", file, "--by", "section,goods", "--total", "--method", "naive")
      #expect(
        try outcome.texts("series") == ["s a", "s b", "t c", "s", "t", "total"])
      for (mean, expected) in zip(try outcome.numbers("mean"), [2.0, 3, 4, 5, 4, 9]) {
        #expect(mean.isClose(to: expected))
      }
    }
  }

  @Test func `a total of nothing and a way without a total are refused`() throws {
    #expect(Program.run(["forecast", "kz-vn", "--total"]).status == 2)
    #expect(Program.run(["forecast", "kaz-exports", "--reconcile", "mint"]).status == 2)
    #expect(Program.run(["forecast", "kaz-exports", "--total", "--reconcile", "up"]).status == 2)
    try withTemporaryFolder { folder in
      let file = try folder.file("one.csv", "year,value\n2010,1\n2011,2\n")
      let outcome = Program.run(["forecast", file, "--total"])
      #expect(outcome.status == 1)
      #expect(outcome.problem?.contains("--by COLUMN") == true)
    }
  }
}
