import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@testable import TradeFlows

/// The same trade in two files or tables, where sums by fewer dimensions cannot see it.
@Suite struct FlowFilesRepeatsTests {
  private static let header = "period,reporter,partner,flow,code,value,unit,qualifier\n"

  private static func row(_ code: String, _ value: Int, mark: String = "") -> String {
    "2019,KAZ,VNM,export,\(code),\(value),USD,\(mark)\n"
  }

  private func totals(_ texts: String..., query: FlowQuery = FlowQuery(by: [.period])) throws
    -> FlowTotals
  {
    var totals: FlowTotals?
    try withTemporaryFolder { folder in
      let files = try texts.enumerated().map { try folder.file("\($0).csv", $1) }
      totals = try FlowFiles(files).totals(query)
    }
    return try #require(totals)
  }

  private func places(_ texts: [String]) throws -> [Int]? {
    do {
      _ = try texts.count == 1 ? totals(texts[0]) : totals(texts[0], texts[1])
      return nil
    } catch let error as FlowError {
      guard case .countsTwice(let first, let second, _, _) = error else { throw error }
      return [first.line, second.line]
    }
  }

  @Test func `two files of different trade add up`() throws {
    let totals = try totals(Self.header + Self.row("10", 1), Self.header + Self.row("11", 2))
    #expect(totals.values == [3])
  }

  @Test func `one trade in two files is refused, however its figure is marked`() throws {
    let first = Self.header + Self.row("11", 4) + Self.row("10", 1)
    let second = Self.header + Self.row("10", 2, mark: "preliminary")
    #expect(try places([first, second]) == [3, 2])
  }

  @Test func `codes that are cut to one chapter are different trade all the same`() throws {
    var query = FlowQuery(by: [.code])
    query.level = .digits(2)
    let totals = try totals(
      Self.header + Self.row("1001", 1), Self.header + Self.row("1006", 2), query: query)
    #expect(totals.values == [3])
  }

  @Test func `a header that stands again begins a table of its own`() throws {
    let upper = Self.header + Self.row("10", 1) + Self.row("11", 2)
    #expect(try totals(upper + Self.header + Self.row("12", 3)).values == [6])
    #expect(try places([upper + Self.header + Self.row("11", 2)]) == [3, 5])
  }

  @Test func `rows that unknown columns may tell apart are added up, and it is said`() throws {
    let text =
      "period,reporter,partner,flow,port,value\n2019,KAZ,VNM,export,Aktau,1\n"
      + "2019,KAZ,VNM,export,Khorgos,2\n"
    let totals = try totals(text)
    #expect(totals.values == [3])
    let remark = try #require(totals.remarks.last)
    #expect(remark.contains("line 2 and line 3: the same trade in two rows, which are added up"))
  }

  @Test func `rows by mode of transport and values beside quantities repeat nothing`() throws {
    let header = "period,reporterCode,partnerCode,flowCode,cmdCode,motCode,primaryValue\n"
    let parts = "2019,398,704,X,01,1000,1\n2019,398,704,X,01,2100,2\n"
    #expect(try totals(header + parts).remarks.count == 1)
    let eurostat =
      "freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n"
      + "A,DE,VN,01,1,VALUE_IN_EUROS,2024,5\nA,DE,VN,01,1,QUANTITY_IN_100KG,2024,7\n"
    #expect(try totals(eurostat).remarks.count == 1)
  }

  @Test func `a file that is named twice is refused`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("a.csv", Self.header + Self.row("10", 1))
      #expect(throws: FlowError.table(.cannotRead(file, reason: "it is named twice"))) {
        try FlowFiles([file, file]).totals(FlowQuery(by: [.period]))
      }
    }
  }
}
