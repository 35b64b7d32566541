import Corridor
import Testing

@Suite struct ReportSourcesTests {
  private func ledger() throws -> Ledger {
    try Ledger(
      Table(
        text: """
          reporter,partner,flow,period,value,unit,qualifier,basis,publisher,published,title,address,note
          KAZ,VNM,turnover,2017,542.7,USD million,exact,reported,"Times, The",2019,Treaty approved,,
          KAZ,VNM,turnover,2018,500,USD million,moreThan,reported,"Times, The",2019,Treaty approved,https://example.org/treaty,printed as over
          VNM,KAZ,export,2018,300,USD million,exact,reported,VNA (agency),2020-01,Trade,,
          VNM,KAZ,import,2018,250,USD million,about,reported,VNA (agency),2020-01,Trade,,
          KAZ,VNM,export,2018,9,USD million,exact,reconciled,OEC,,Flows,,
          KAZ,VNM,turnover,2019,100,USD million,exact,reported,Radio,2019-06,Half a year,,
          KAZ,CHN,turnover,2018,9999,USD million,exact,reported,Times,2019,China,,
          """))
  }

  private func report(
    year: Int?, reporter: String = "KAZ", fills: Bool = false
  ) throws -> Report {
    let ledger = try ledger()
    let partner = reporter == "KAZ" ? "VNM" : "KAZ"
    let selection = try ledger.selection(
      reporter: reporter, partner: partner, flow: .turnover, fillsFromMirror: fills, name: "t")
    return .sources(
      ledger, selection: selection, reporter: reporter, partner: partner,
      year: year.map { Period(year: $0) })
  }

  @Test func `shows every figure of a year, which is taken, and who published it`() throws {
    #expect(
      try report(year: 2018).text == """
        Published figures, Kazakhstan–Viet Nam, 2018, USD million

             Period  By   Flow       Value     Basis       Published  Publisher
        ───────────────────────────────────────────────────────────────────────
        [1]  2018    KAZ  turnover  >500.0  *  reported    2019       Times
        [2]  2018    VNM  export     300.0     reported    2020-01    VNA
        [3]  2018    VNM  import    ~250.0     reported    2020-01    VNA
        [4]  2018    KAZ  export       9.0     reconciled             OEC
        > more than   ~ about

        The series takes >500.0, marked * above.

        [1] Times, The: Treaty approved, 2019, https://example.org/treaty (printed as
          over).
        [2] VNA (agency): Trade, 2020-01.
        [3] VNA (agency): Trade, 2020-01.
        [4] OEC: Flows, no date.

        """)
  }

  @Test func `says where the series has a gap, and why a figure was not taken`() throws {
    #expect(
      try report(year: 2019).text == """
        Published figures, Kazakhstan–Viet Nam, 2019, USD million

             Period  By   Flow      Value    Basis     Published  Publisher
        ───────────────────────────────────────────────────────────────────
        [1]  2019    KAZ  turnover  100.0    reported  2019-06    Radio

        The series has a gap here: no figure of KAZ for the whole year.

        [1] Radio: Half a year, 2019-06. Published before the period was over: not
          taken.

        """)
  }

  @Test func `says that figures were added, and marks both`() throws {
    let report = try report(year: 2018, reporter: "VNM")
    #expect(
      report.text.contains("The series takes ~550.0 (exports and imports added), marked * above."))
    let table = try #require(report.tables.first).table
    #expect(try table.texts("chosen") == [nil, "*", "*", nil])
  }

  @Test func `says that the partner published it`() throws {
    let table = """
      reporter,partner,flow,period,value,unit,qualifier,basis,publisher,published,title,address,note
      VNM,KAZ,turnover,2018,600,USD million,exact,reported,VNA,2020,Trade,,
      """
    let ledger = try Ledger(Table(text: table))
    let selection = try ledger.selection(
      reporter: "KAZ", partner: "VNM", flow: .turnover, fillsFromMirror: true, name: "t")
    let text = Report.sources(
      ledger, selection: selection, reporter: "KAZ", partner: "VNM", year: Period(year: 2018)
    ).text
    #expect(text.contains("The series takes m600.0, as the partner published it, marked * above."))
  }

  @Test func `without a year it lists every figure of the pair and no other`() throws {
    let report = try report(year: nil)
    #expect(report.title == "Published figures, Kazakhstan–Viet Nam, USD million")
    let table = try #require(report.tables.first).table
    #expect(table.rowCount == 6)
    #expect(try !table.texts("partner").contains("CHN"))
    #expect(report.sections[0].blocks.count == 1)
  }

  @Test func `the file has publisher, title, address and note in full`() throws {
    #expect(
      try report(year: 2018).csv.split(separator: "\n").prefix(2).joined(separator: "\n") == """
        number,period,reporter,partner,flow,value,qualifier,unit,chosen,basis,published,publisher,short_name,title,address,note
        [1],2018,KAZ,VNM,turnover,500,moreThan,USD million,*,reported,2019,"Times, The",Times,Treaty approved,https://example.org/treaty,printed as over
        """)
  }

  // MARK: The built-in ledger

  @Test func `every year of the pair has a text that fits, addresses apart`() throws {
    let ledger = Ledger.builtIn(between: "KAZ", and: "VNM")
    let selection = try ledger.selection(
      reporter: "KAZ", partner: "VNM", flow: .turnover, name: "t")
    for year in Set(ledger.entries.map(\.period.year)).sorted() {
      let text = Report.sources(
        ledger, selection: selection, reporter: "KAZ", partner: "VNM", year: Period(year: year)
      ).text
      for line in text.split(separator: "\n") {
        #expect(line.count <= 80 || line.contains("http"), "\(line)")
        #expect(line.last != " ")
      }
    }
  }

  @Test func `the dispute of 2024 is told`() throws {
    let ledger = Ledger.builtIn(between: "KAZ", and: "VNM")
    let selection = try ledger.selection(
      reporter: "KAZ", partner: "VNM", flow: .turnover, name: "t")
    let text = Report.sources(
      ledger, selection: selection, reporter: "KAZ", partner: "VNM", year: Period(year: 2024)
    ).text
    #expect(
      text.contains(
        """
        The series takes 879.0, marked * above. The year is disputed: publications of
          the same date differ.
        """))
  }

  // MARK: Goods

  private func goods() throws -> Report {
    let table = try Table(
      text: """
        reporter,partner,flow,classification,code,category,period,value,unit,qualifier,publisher,published,title,address,note
        KAZ,VNM,export,none,wheat,Wheat,2018-03,720,tonnes,exact,TRT,,T,https://example.org/a,
        KAZ,VNM,export,none,wheat,Wheat,2025,15000,tonnes,moreThan,Times,2026-02,T,,
        KAZ,VNM,import,MTN,12,Minerals,2018,0.8,USD million,exact,TRT,,U,https://example.org/a,
        """)
    return .goodsSources(table, title: "Goods")
  }

  @Test func `figures on goods name each publication once`() throws {
    #expect(
      try goods().text == """
        Goods

        Period   By   With  Flow    Goods         Value  Unit
        ─────────────────────────────────────────────────────────────────
        2018-03  KAZ  VNM   export  Wheat         720.0  tonnes       [1]
        2025     KAZ  VNM   export  Wheat     >15 000.0  tonnes       [2]
        2018     KAZ  VNM   import  Minerals        0.8  USD million  [1]
        > more than

        [1] TRT, no date, https://example.org/a
        [2] Times, 2026-02

        """)
  }

  @Test func `the file on goods has every column`() throws {
    #expect(
      try goods().csv.split(separator: "\n").prefix(2).joined(separator: "\n") == """
        period,reporter,partner,flow,classification,code,category,value,qualifier,unit,source,publisher,published,title,address,note
        2018-03,KAZ,VNM,export,none,wheat,Wheat,720,exact,tonnes,[1],TRT,,T,https://example.org/a,
        """)
  }
}
