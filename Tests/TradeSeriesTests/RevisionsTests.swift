import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct RevisionsTests {
  private static let header =
    "reporter,partner,flow,period,value,unit,qualifier,basis,publisher,published,title,address,note"

  /// A ledger of rows such as `turnover,2017,100,exact,2018,A`, of Kazakhstan with Viet Nam.
  private func revisions(
    _ rows: String..., flow: Flow = .turnover, asOf date: String? = nil
  ) throws -> Revisions {
    let lines = rows.map { row in
      let f = row.split(separator: ",", omittingEmptySubsequences: false)
      return
        "KAZ,VNM,\(f[0]),\(f[1]),\(f[2]),USD million,\(f[3]),reported,\(f[5]),\(f[4]),\(f[5]),,"
    }
    return try Ledger(Table(text: ([Self.header] + lines).joined(separator: "\n"))).revisions(
      reporter: "KAZ", partner: "VNM", flow: flow, asOf: date.flatMap { PublicationDate($0) },
      name: "turnover")
  }

  @Test func `the first and the last figure, with the change between them`() throws {
    let revision = try #require(
      revisions(
        "turnover,2017,110,exact,2018-09,B", "turnover,2017,100,exact,2018-03,A",
        "turnover,2017,120,exact,2019,C"
      ).periods.first)
    #expect(revision.publications.map(\.publisher) == ["A", "B", "C"])
    #expect(revision.vintages.map(\.figure.value) == [100, 110, 120])
    #expect(revision.first?.date.description == "2018-03")
    #expect(revision.change?.value == 20)
    #expect(try #require(revision.rate?.value).isClose(to: 0.2))
    #expect(revision.current.value == 120)
  }

  @Test func `a publication of the same figure is no revision`() throws {
    let revision = try #require(
      revisions("turnover,2017,100,exact,2018,A", "turnover,2017,100,exact,2019,B").periods.first)
    #expect(revision.publications.count == 2)
    #expect(!revision.isRevised && revision.change == nil && revision.rate == nil)
  }

  @Test func `bounds stay bounds`() throws {
    let revision = try #require(
      revisions("turnover,2017,100,moreThan,2018,A", "turnover,2017,150,exact,2019,B")
        .periods.first)
    #expect(revision.change?.qualifier == .lessThan)
    #expect(revision.change?.value == 50)
    #expect(revision.rate?.value == 0.5)
  }

  @Test func `sums of exports and imports are publications of a turnover`() throws {
    let revision = try #require(
      revisions(
        "export,2017,60,exact,2018,A", "import,2017,30,exact,2018,A",
        "turnover,2017,100,exact,2019,B"
      ).periods.first)
    #expect(revision.publications.map(\.figure.value) == [90, 100])
    #expect(revision.vintages.map(\.figure.value) == [90, 100])
  }

  @Test func `publications without a date count and tell no vintage`() throws {
    let revision = try #require(
      revisions("turnover,2017,90,exact,,A", "turnover,2017,100,exact,2019,B").periods.first)
    #expect(revision.publications.map(\.figure.value) == [90, 100])
    #expect(revision.publications[0].taken == nil)
    #expect(revision.vintages.map(\.figure.value) == [100])
  }

  @Test func `as of a day later publications are not there`() throws {
    let revision = try #require(
      revisions(
        "turnover,2017,100,exact,2018,A", "turnover,2017,120,exact,2019,B", asOf: "2018-12"
      ).periods.first)
    #expect(revision.publications.count == 1)
    #expect(revision.current.value == 100)
  }

  @Test func `figures of the year so far and other years are apart`() throws {
    let revisions = try revisions(
      "turnover,2018,50,exact,2018-06,A", "turnover,2017,100,exact,2018,A",
      "turnover,2018,110,exact,2019,B")
    #expect(revisions.periods.map(\.period.year) == [2017, 2018])
    #expect(revisions.periods.map(\.publications.count) == [1, 1])
    #expect(revisions.from(Period(year: 2018), until: nil).periods.count == 1)
  }

  @Test func `the table has the years with several publications`() throws {
    let table = try revisions(
      "turnover,2016,90,exact,2017,A", "turnover,2017,100,exact,2018,A",
      "turnover,2017,120,about,2019,B"
    ).table
    #expect(
      table.names == [
        "period", "publications", "vintages", "first_published", "first", "first_qualifier",
        "last_published", "last", "last_qualifier", "change", "change_qualifier", "revision",
      ])
    #expect(try table.texts("period") == ["2017"])
    #expect(try table.numbers("change") == [20])
    #expect(try table.texts("change_qualifier") == ["about"])
  }

  @Test func `no figure at all is an error`() {
    #expect(throws: SeriesError.noSelection(reporter: "KAZ", partner: "VNM", flow: "export")) {
      try revisions("turnover,2017,100,exact,2018,A", flow: .export)
    }
  }
}
