import Corridor
import Testing
import TradeTestSupport

@testable import CorridorCommand

/// totals, convert, check and the commands for series on files as they were downloaded.
@Suite struct FlowCommandsTests {
  private static let header =
    "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,"
    + "Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,"
    + "Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Netweight (kg),Trade Value (US$),Flag\n"

  private static func row(
    _ year: Int, _ flow: Int, _ code: String, _ value: Int, partner: String = "704,Viet Nam,VNM"
  ) -> String {
    "H4,\(year),\(year),\(year),0,0,\(flow),x,398,Kazakhstan,KAZ,\(partner),\(code),All,1,No,,,"
      + "\(value),0\n"
  }

  /// Kazakhstan with Viet Nam as WITS has it, in dollars.
  private static let turnover =
    header + row(2015, 1, "TOTAL", 195_500_000) + row(2015, 2, "TOTAL", 10_400_000)
    + row(2016, 1, "TOTAL", 198_800_000) + row(2016, 2, "TOTAL", 167_300_000)
    + row(2017, 2, "TOTAL", 200_000_000)

  private static let goods =
    header + row(2015, 2, "10", 6_000_000) + row(2015, 2, "28", 4_000_000)
    + row(2016, 2, "10", 9_000_000) + row(2016, 2, "28", 1_000_000)

  private func withFile(_ text: String, _ body: (String) throws -> Void) throws {
    try withTemporaryFolder { try body($0.file("t.csv", text)) }
  }

  @Test func `totals prints the dimensions, value, quantity and rows, and says the form`() throws {
    try withFile(Self.turnover) { file in
      let outcome = Outcome.csv("totals", file, "--by", "period,flow", "-r", "KAZ", "-p", "Вьетнам")
      #expect(
        outcome.text == """
          period,flow,value,quantity,rows
          2015,export,10400000,,1
          2015,import,195500000,,1
          2016,export,167300000,,1
          2016,import,198800000,,1
          2017,export,200000000,,1

          """)
      #expect(outcome.remarks == ["\(file): UN Comtrade"])
    }
  }

  @Test func `totals says the unit of the values, or that there is none`() throws {
    try withFile(Self.turnover) { file in
      let text = Outcome.text("totals", file, "--by", "period,flow").text
      #expect(text.contains("\nValues in USD.\n"))
    }
    try withFile("period,reporter,flow,value\n2018,KAZ,export,5\n") { file in
      let text = Outcome.text("totals", file, "--by", "period").text
      #expect(text.contains("no unit; --unit says"))
    }
  }

  @Test func `growth works on the file as it came, without a column named`() throws {
    try withFile(Self.turnover) { file in
      let outcome = Outcome.csv("growth", file, "-r", "KAZ", "-p", "VNM")
      #expect(outcome.status == 0, "\(outcome.problem ?? "")")
      let seen1 = try outcome.texts("period")
      #expect(seen1 == ["2015", "2016"])
      let growths = try outcome.numbers("growth")
      let growth = try #require(growths[1])
      #expect(growth.isClose(to: 366.1 / 205.9 - 1))
      #expect(outcome.remarks.first == "\(file): UN Comtrade")
    }
  }

  @Test func `One flow is a series of its own`() throws {
    try withFile(Self.turnover) { file in
      let outcome = Outcome.csv("growth", file, "--flow", "export", "--unit", "USD thousand")
      let seen2 = try outcome.numbers("value")
      #expect(seen2 == [10_400, 167_300, 200_000])
      #expect(corridor("forecast", file, "--flow", "import", "--method", "naive").status == 0)
    }
  }

  @Test func `Trade that would be counted twice is refused with both lines and the way out`() throws
  {
    try withFile(Self.turnover + Self.row(2016, 2, "10", 27_300_000)) { file in
      let refused = corridor("growth", file, "-r", "KAZ", "-p", "VNM")
      #expect(refused.status == 1)
      #expect(refused.problem?.contains("line 5 and line 7") ?? false, "\(refused.problem ?? "")")
      #expect(refused.problem?.contains("--digits total") ?? false)
      #expect(corridor("growth", file, "--digits", "total").status == 0)
      #expect(corridor("growth", file, "--code", "TOTAL").status == 0)
    }
  }

  @Test func `compare takes commodities with their names`() throws {
    try withFile(Self.goods) { file in
      let outcome = Outcome.csv("compare", file, "--flow", "export")
      let seen3 = try outcome.texts("code")
      #expect(seen3 == ["10", "28", "TOTAL"])
      let seen4 = try outcome.texts("category")
      #expect(seen4[0] == "Cereals")
      let contributions = try outcome.numbers("contribution")
      let first = try #require(contributions[0])
      #expect(first.isClose(to: 0.3))
    }
    try withFile(Self.goods + Self.row(2016, 2, "1001", 5_000_000)) { file in
      #expect(
        corridor("compare", file, "--flow", "export").problem?.contains("--digits 2") ?? false)
      #expect(corridor("compare", file, "--flow", "export", "--digits", "2").status == 0)
    }
    try withFile(Self.turnover) { file in
      #expect(
        corridor("compare", file, "--flow", "export").problem?.contains("totals alone") ?? false)
    }
  }

  @Test func `convert writes the tidy form, which reads back to the same totals`() throws {
    try withFile(Self.turnover) { file in
      let outcome = corridor("convert", file, "--flow", "export", "--from", "2016")
      #expect(
        outcome.text == """
          period,reporter,partner,flow,code,value,unit,quantity,quantity_unit,qualifier
          2016,KAZ,VNM,export,TOTAL,167300000,USD,,,exact
          2017,KAZ,VNM,export,TOTAL,200000000,USD,,,exact

          """)
      try withFile(corridor("convert", file).text) { tidy in
        let words = ["--by", "period,reporter,partner,flow,code", "--format", "csv"]
        let (first, second) = (
          Program.run(["totals", file] + words), Program.run(["totals", tidy] + words)
        )
        #expect(first.text == second.text)
      }
    }
  }

  @Test func `check finds faults, says where, and ends with 1; clean files end with 0`() throws {
    try withFile(Self.turnover) { #expect(corridor("check", $0).status == 0) }
    try withFile(Self.turnover + Self.row(2016, 2, "TOTAL", 167_300_000)) { file in
      let outcome = Outcome.csv("check", file)
      #expect(outcome.status == 1)
      let seen5 = try outcome.texts("kind")
      #expect(seen5 == ["repeated row"])
      let seen6 = try outcome.numbers("line")
      #expect(seen6 == [5])
      #expect(Outcome.text("check", file).text.lines.allSatisfy { $0.count <= 80 })
    }
  }

  @Test func `A name that is nothing, a flow that is none, a dimension that is none`() throws {
    #expect(corridor("totals").status == 2)
    #expect(corridor("totals", "none.csv", "--by", "period").status == 1)
    #expect(corridor("convert").status == 2)
    #expect(corridor("check", "none.csv").status == 1)
    try withFile(Self.turnover) { file in
      #expect(corridor("totals", file, "--by", "perid").problem?.contains("'period'") ?? false)
      #expect(
        corridor("totals", file, "--by", "flow", "--flow", "exprt").problem?.contains("'export'")
          ?? false)
      #expect(corridor("totals", file, "--by", "flow", "-p", "Atlantis").status == 2)
      #expect(corridor("totals", file, "--by", "flow", "-p", "JPN").status == 1)
      #expect(corridor("totals", file, "--by", "flow", "--digits", "x").status == 2)
      #expect(corridor("totals", file).status == 2)
    }
  }

  @Test func `A file of columns with other names is a plain table as before`() throws {
    try withFile("year,sector,amount\n2017,ore,5\n2018,ore,6\n") { file in
      #expect(corridor("growth", file, "--by", "sector").status == 0)
    }
  }

  @Test func `help formats lists every form within 80 columns`() {
    let text = corridor("help", "formats").text
    for form in FlowFiles.forms { #expect(text.contains(form.name)) }
    #expect(text.lines.allSatisfy { $0.count <= 80 })
    let marks = corridor("help", "qualifiers").text
    for qualifier in Qualifier.allCases { #expect(marks.contains(qualifier.rawValue)) }
  }
}
