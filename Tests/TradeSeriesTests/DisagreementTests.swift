import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct DisagreementTests {
  private func disagreements(_ rows: String) throws -> [Disagreement] {
    let header =
      "reporter,partner,flow,period,value,qualifier,basis,publisher,published,title,unit,address,note"
    let lines = rows.split(separator: "\n").map { "\($0),USD million,," }
    return try Ledger(Table(text: ([header] + lines).joined(separator: "\n")))
      .disagreements(between: "KAZ", and: "VNM")
  }

  @Test func `finds the lowest and the highest statement of a year`() throws {
    let years = try disagreements(
      """
      KAZ,VNM,turnover,2022,528.3,exact,reported,Kazinform,2024,A
      VNM,KAZ,turnover,2022,600,about,reported,VnExpress,2023,B
      VNM,KAZ,turnover,2022,584,exact,reported,Viet Nam News,2023,C
      """)
    let year = try #require(years.first)
    #expect(years.count == 1)
    #expect(year.period == Period(year: 2022))
    #expect(year.statements.map(\.figure.value) == [528.3, 584, 600])
    #expect(year.lowest.reporter == "KAZ")
    #expect(year.highest.publisher == "VnExpress")
    #expect(year.highest.figure.qualifier == .about)
    #expect(year.ratio.isClose(to: 600 / 528.3, tolerance: 1e-15))
  }

  @Test func `years come in order, from either side`() throws {
    let rows = """
      KAZ,VNM,turnover,2022,500,exact,reported,P,2024,A
      VNM,KAZ,turnover,2022,600,exact,reported,Q,2023,B
      KAZ,VNM,turnover,2019,300,exact,reported,P,2024,A
      VNM,KAZ,turnover,2019,400,exact,reported,Q,2023,B
      """
    #expect(try disagreements(rows).map(\.period.year) == [2019, 2022])
  }

  @Test func `publishers that agree are no disagreement, and one alone is none`() throws {
    #expect(
      try disagreements(
        """
        KAZ,VNM,turnover,2019,387.6,exact,reported,P,2020,A
        VNM,KAZ,turnover,2019,387.6,exact,reported,Q,2020,B
        KAZ,VNM,turnover,2020,400,exact,reported,P,2021,A
        """
      ).isEmpty)
  }

  @Test func `reconciled, partial and foreign figures do not count`() throws {
    #expect(
      try disagreements(
        """
        KAZ,VNM,turnover,2019,387.6,exact,reported,P,2020,A
        KAZ,VNM,turnover,2019,999,exact,reconciled,Q,2020,B
        KAZ,VNM,turnover,2019,100,exact,reported,Q,2019-06,B
        KAZ,VNM,turnover,2019-Q1,99,exact,reported,Q,2020,B
        KAZ,CHN,turnover,2019,999,exact,reported,Q,2020,B
        """
      ).isEmpty)
  }

  @Test func `exports and imports of one publication are added`() throws {
    let years = try disagreements(
      """
      KAZ,VNM,export,2012,5,exact,reported,WITS,2017,KAZ
      KAZ,VNM,import,2012,115,exact,reported,WITS,2017,KAZ
      VNM,KAZ,export,2012,72,exact,reported,WITS,2017,VNM
      VNM,KAZ,import,2012,13,about,reported,WITS,2017,VNM
      """)
    let year = try #require(years.first)
    #expect(year.statements.map(\.figure.value) == [85, 120])
    #expect(year.statements.map(\.isSum) == [true, true])
    #expect(year.lowest.figure.qualifier == .about)
  }

  @Test func `a publication that prints its turnover is not added again`() throws {
    let years = try disagreements(
      """
      KAZ,VNM,export,2023,180.2,exact,reported,Kazinform,2024,A
      KAZ,VNM,import,2023,700,exact,reported,Kazinform,2024,A
      KAZ,VNM,turnover,2023,979.2,exact,reported,Kazinform,2024,A
      VNM,KAZ,turnover,2023,800,exact,reported,VNA,2024,B
      """)
    #expect(years.first?.statements.map(\.figure.value) == [800, 979.2])
  }

  @Test func `exports and imports of different publications are not added`() throws {
    #expect(
      try disagreements(
        """
        KAZ,VNM,export,2012,5,exact,reported,WITS,2017,A
        KAZ,VNM,import,2012,115,exact,reported,Comtrade,2017,A
        KAZ,VNM,turnover,2012,300,exact,reported,Times,2017,A
        """
      ).isEmpty)
  }

  @Test func `over zero there is no ratio and no disagreement`() throws {
    #expect(
      try disagreements(
        """
        KAZ,VNM,turnover,2019,0,exact,reported,P,2020,A
        VNM,KAZ,turnover,2019,5,exact,reported,Q,2020,B
        """
      ).isEmpty)
  }

  @Test func `shows itself with both ends and who said so`() throws {
    let years = try disagreements(
      """
      KAZ,VNM,turnover,2024,500,exact,reported,Trend News Agency,2025,A
      VNM,KAZ,turnover,2024,800,moreThan,reported,Cong Thuong (Ministry of Industry),2025,B
      """)
    #expect(
      years.table.csv == """
        period,lowest,lowest_qualifier,lowest_by,highest,highest_qualifier,highest_by,ratio
        2024,500,exact,KAZ: Trend News Agency,800,moreThan,VNM: Cong Thuong,1.6

        """)
  }

  @Test(arguments: [
    ("WITS (World Bank, UN Comtrade)", "WITS"), ("The Astana Times, 2019", "The Astana Times"),
    ("Kazinform", "Kazinform"), ("", ""),
  ])
  func `a short name stops at a bracket or a comma`(name: String, short: String) {
    #expect(name.shortName == short)
  }
}
