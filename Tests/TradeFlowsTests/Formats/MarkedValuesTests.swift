import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@testable import TradeFlows

/// Estimates, preliminary figures and confidential ones, as each publisher marks them.
@Suite struct MarkedValuesTests {
  private func totals(_ text: String, by: [FlowDimension]) throws -> FlowTotals {
    var totals: FlowTotals?
    try withTemporaryFolder { folder in
      totals = try FlowFiles([folder.file("t.csv", text)]).totals(FlowQuery(by: by))
    }
    return try #require(totals)
  }

  private static let eurostat =
    "DATAFLOW,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG,"
    + "CONF_STATUS\n"

  private static func row(
    _ product: String, _ year: Int, _ value: String, _ flag: String = "", _ status: String = "F",
    indicator: String = "VALUE_IN_EUROS"
  ) -> String {
    "X,A,DE,VN,\(product),1,\(indicator),\(year),\(value),\(flag),\(status)\n"
  }

  @Test func `Eurostat's flags are qualifiers, and confidential is not missing`() throws {
    let text =
      Self.eurostat + Self.row("01", 2020, "5", "e") + Self.row("01", 2021, "6", "bp")
      + Self.row("01", 2022, "", "c") + Self.row("01", 2023, "") + Self.row("01", 2024, "0")
      + Self.row("01", 2025, "", "", "C")
    let totals = try totals(text, by: [.period])
    #expect(
      totals.table.csv == """
        period,value,quantity,rows,qualifier
        2020,5,,1,estimated
        2021,6,,1,preliminary
        2022,,,1,confidential
        2023,,,1,exact
        2024,0,,1,exact
        2025,,,1,confidential

        """)
    let series = try #require(try totals.series(.turnover).first)
    #expect(series.notes == ["Confidential, and so a gap: 2022, 2025."])
    #expect(series.values == [5, 6, nil, nil, 0])
  }

  @Test func `a sum without a value that is kept back is a lower bound`() throws {
    let text =
      Self.eurostat + Self.row("01", 2020, "5") + Self.row("02", 2020, "", "c")
      + Self.row("01", 2021, "5") + Self.row("02", 2021, "")
      + Self.row("02", 2021, "", "c", indicator: "QUANTITY_KG")
    let totals = try totals(text, by: [.period])
    #expect(totals.values == [5, 5])
    #expect(totals.qualifiers == [.moreThan, .exact])
  }

  @Test func `the tidy form keeps what is confidential`() throws {
    let text = Self.eurostat + Self.row("01", 2020, "5", "e") + Self.row("01", 2021, "", "c")
    try withTemporaryFolder { folder in
      let tidy = Pieces()
      let files = FlowFiles([try folder.file("t.csv", text)])
      _ = try files.convert(FlowQuery(by: [])) { tidy.add($0) }
      #expect(tidy.text.contains("2021,DEU,VNM,import,01,,EUR,,,confidential\n"))
      let again = try totals(tidy.text, by: [.period])
      #expect(again.qualifiers == [.estimated, .exact])
      #expect(again.isConfidential == [false, true])
    }
  }

  @Test func `SDMX states of observations`() throws {
    let header = "STRUCTURE,ACTION,REF_AREA,MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
    let states = ["A": Qualifier.exact, "E": .estimated, "P": .preliminary, "S": .exact]
    for (state, qualifier) in states {
      let totals = try totals(header + "x,I,KAZ,XG,2023,5,\(state)\n", by: [.period])
      #expect(totals.qualifiers == [qualifier])
    }
    #expect(
      try totals(header + "x,I,KAZ,XG,2023,,Q\n", by: [.period]).isConfidential == [true])
    #expect(
      try totals(header + "x,I,KAZ,XG,2023,,M\n", by: [.period]).isConfidential == [false])
  }

  @Test func `rows that differ in a dimension of which nothing is known are not added up`() throws {
    let header = "STRUCTURE,COUNTRY,INDICATOR,S_ADJUSTMENT,TIME_PERIOD,OBS_VALUE\n"
    let row = "x,KAZ,XG,SA,2023,5\n"
    #expect(try totals(header + row, by: [.period]).values == [5])
    do {
      _ = try totals(header + row + "x,KAZ,XG,NSA,2023,6\n", by: [.period])
      Issue.record("no fault")
    } catch let error as FlowError {
      guard case .meaningless("NSA", let place, _) = error else { throw error }
      #expect((place.line, place.column) == (3, "S_ADJUSTMENT"))
    }
  }

  @Test func `Comtrade: what nobody reported or added up is an estimate`() throws {
    let header =
      "period,reporterCode,partnerCode,flowCode,cmdCode,primaryValue,isReported,"
      + "isAggregate\n"
    let rows =
      "2019,398,704,X,TOTAL,5,true,false\n2020,398,704,X,TOTAL,6,false,true\n"
      + "2021,398,704,X,TOTAL,7,false,false\n"
    #expect(
      try totals(header + rows, by: [.period]).qualifiers == [.exact, .exact, .estimated])
  }
}

private final class Pieces: @unchecked Sendable {
  private(set) var text = ""

  func add(_ piece: String) -> Bool {
    text += piece
    return true
  }
}
