import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@testable import TradeFlows

/// Tables of yearbooks that were copied as text.
@Suite struct YearbookFormatTests {
  private static let text = """
    TriÖu USD - Mil. USD
    2004 2005 2006(*)
    Tæng møc LCNT- Total trade 58 454 69 208 111 244
    XuÊt khÈu - Exports 26 485 32 447 48 561
    NhËp khÈu - Imports 31 969 36 761 62 682
    C©n ®èi TM - Balance of trade - 5 484 - 4 314 -14 121
    (*) Sè liÖu n¨m 2006 - (*) Figures for 2006 are preliminary.

    """

  private func totals(
    _ text: String, _ query: FlowQuery = FlowQuery(by: [.flow, .period])
  ) throws -> FlowTotals {
    var totals: FlowTotals?
    try withTemporaryFolder { folder in
      totals = try FlowFiles([folder.file("t.txt", text)]).totals(query)
    }
    return try #require(totals)
  }

  private func problem(_ text: String) -> String {
    do {
      _ = try totals(text)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func `columns and thousands by single blanks are told apart, a mark is a qualifier`() throws
  {
    let totals = try totals(Self.text)
    #expect(
      totals.table.csv == """
        flow,period,value,quantity,rows,qualifier
        export,2004,26485000000,,1,exact
        export,2005,32447000000,,1,exact
        export,2006,48561000000,,1,preliminary
        import,2004,31969000000,,1,exact
        import,2005,36761000000,,1,exact
        import,2006,62682000000,,1,preliminary
        turnover,2004,58454000000,,1,exact
        turnover,2005,69208000000,,1,exact
        turnover,2006,111244000000,,1,preliminary

        """)
    #expect(totals.unit == "USD")
    let remark = try #require(totals.remarks.first)
    #expect(remark.contains("line 3: columns found by total trade = exports + imports"))
    #expect(remark.contains("of Viet Nam with the world, in USD million"))
  }

  @Test func `the bytes of TCVN3 are no obstacle`() throws {
    // "TriÖu" and "XuÊt khÈu" as single bytes.
    let bytes = Self.text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    try withTemporaryFolder { folder in
      let file = try folder.file("t.txt", bytes: bytes)
      let totals = try FlowFiles([file]).totals(FlowQuery(by: [.flow, .period]))
      #expect(totals.values == (try self.totals(Self.text)).values)
      #expect(totals.remarks[0].contains("read as Windows-1252"))
    }
  }

  @Test func `a row that can be read in two ways and has no sum to decide is refused`() throws {
    let open = "2004 2005\nTæng - Total trade 58 454 208\n"
    let problem = problem("Mil. USD\n" + open)
    #expect(problem.contains("line 3, column 2: 'Total trade' can be read in several ways"))
    #expect(problem.contains("58 | 454208 or 58454 | 208"))
    // Two blanks between columns leave nothing open.
    let wide = try totals("Mil. USD\n2004 2005\nTæng - Total trade  58 454  208\n")
    #expect(wide.values == [58_454e6, 208e6])
  }

  @Test func `a sum that does not hold decides nothing`() {
    let other = Self.text.replacing("26 485", with: "26 999")
    #expect(problem(other).contains("line 3, column 2: 'Total trade'"))
  }

  @Test func `a row of another table is left out, and it is said`() throws {
    let text = Self.text + "Tæng - Total trade 128,7 317,7 118,4 376,1\n"
    let totals = try totals(text)
    #expect(totals.values.count == 9)
    #expect(totals.remarks[0].contains("line 8: 'Total trade' does not make 3 numbers"))
  }

  @Test func `a label that stands twice is refused with both lines`() {
    let text = Self.text + "XuÊt - Exports 11 485 12 447 13 561\n"
    #expect(problem(text).contains("line 8: 'Exports' stands in line 4 too"))
  }

  @Test func `another label keeps its name, decimal commas are decimals`() throws {
    let text = "Thous. tonnes\n2004 2005\nG¹o - Rice 4 063,1 5 254,8\n"
    let totals = try totals(text)
    #expect(totals.keys(of: .flow) == ["Rice", "Rice"])
    #expect(totals.values == [4_063_100, 5_254_800])
    #expect(totals.unit == "tonnes")
  }

  @Test func `an estimate is one where the note says so`() throws {
    let text = Self.text.replacing("are preliminary", with: "are estimates")
    #expect(try totals(text).qualifiers[2] == .estimated)
  }

  @Test func `another country or partner is not in it`() throws {
    var query = FlowQuery(by: [.flow, .period])
    query.reporters = ["VNM"]
    query.partners = ["WLD"]
    query.from = Period("2006")
    #expect(try totals(Self.text, query).values.count == 3)
    query.reporters = ["KAZ"]
    #expect(throws: FlowError.self) { try totals(Self.text, query) }
  }

  @Test func `dashes and dots of a table with columns apart are as the reader says`() throws {
    let text = "Mil. USD\n2004 2005 2006\nXuÊt - Exports  26 485  ..  -\n"
    #expect(problem(text).contains("line 3, column '2006': '-' is not a number"))
    try withTemporaryFolder { folder in
      var files = FlowFiles([try folder.file("t.txt", text)])
      files.reading.dash = .zero
      let totals = try files.totals(FlowQuery(by: [.flow, .period]))
      #expect(totals.values == [26_485e6, nil, 0])
    }
  }

  @Test func `a table with separators, and one of numbers alone, are no yearbooks`() {
    for text in ["2004,2005\nExports,1,2\n", "2004 2005\n1 2\n", "a b\nExports 1 2\n", ""] {
      #expect(!YearbookRows.isYearbook(Array(text.utf8)))
    }
  }
}
