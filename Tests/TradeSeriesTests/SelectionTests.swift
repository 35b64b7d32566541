import Testing
import TradeSeries
import TradeTables

@Suite struct SelectionTests {
  private func selection() throws -> Ledger.Selection {
    let table = try Table(
      text: """
        reporter,partner,flow,period,value,unit,qualifier,basis,publisher,published,title,address,note
        KAZ,VNM,export,2010,1,USD million,exact,reported,P,2017,T,,
        KAZ,VNM,import,2010,2,USD million,exact,reported,P,2017,T,,
        KAZ,VNM,export,2011,3,USD million,exact,reported,P,2017,T,,
        KAZ,VNM,import,2011,4,USD million,exact,reported,P,2017,T,,
        KAZ,VNM,turnover,2014,5,USD million,exact,reported,P,2019,T,,
        KAZ,VNM,turnover,2014,6,USD million,exact,reported,P,2019,T,,
        """)
    return try Ledger(table).selection(
      reporter: "KAZ", partner: "VNM", flow: .turnover, name: "turnover")
  }

  @Test func `says how the series came about`() throws {
    #expect(
      try selection().series.notes == [
        "2010–2011: exports and imports added, no turnover being published.",
        "2014: disputed; publications of the same date give different figures.",
        "2012–2013: no figure was published; the gap stays.",
      ])
  }

  @Test func `a part has its own choices and notes`() throws {
    let part = try selection().from(Period(year: 2011), until: Period(year: 2013))
    #expect(part.series.values == [7])
    #expect(part.choices.map(\.period) == [Period(year: 2011)])
    #expect(
      part.series.notes == ["2011: exports and imports added, no turnover being published."])
  }

  @Test func `a part open at both ends is the whole`() throws {
    let (whole, part) = (try selection(), try selection().from(nil, until: nil))
    #expect(part.series == whole.series)
    #expect(part.choices.map(\.period) == whole.choices.map(\.period))
  }

  @Test func `a part without a figure is an error`() throws {
    let whole = try selection()
    #expect(throws: SeriesError.empty("turnover")) {
      try whole.from(Period(year: 2012), until: Period(year: 2013))
    }
  }

  @Test(arguments: [
    ([Int](), ""), ([2016], "2016"), ([2016, 2017], "2016–2017"),
    ([1995, 1996, 1997, 2016, 2020, 2021], "1995–1997, 2016, 2020–2021"),
    ([2016, 2018], "2016, 2018"),
  ])
  func `neighbours are printed as ranges`(years: [Int], text: String) {
    #expect(years.map { Period(year: $0) }.ranges == text)
  }

  @Test func `months are neighbours across the end of a year`() throws {
    let months = ["2018-11", "2018-12", "2019-01", "2019-03"].compactMap { Period($0) }
    #expect(months.ranges == "2018-11–2019-01, 2019-03")
  }
}
