import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct SeriesTests {
  /// 2001 to 2005 with a gap in 2003; 2004 is a bound.
  private func example() throws -> Series {
    try Series(
      "turnover", unit: .millionUSD, start: Period(year: 2000),
      values: [nil, 10, 20, nil, 30, 40, nil, nil],
      qualifiers: [.about, .exact, .about, .exact, .moreThan, .exact, .exact, .about])
  }

  @Test func `gaps at the ends are cut and gaps inside stay`() throws {
    let series = try example()
    #expect(series.start == Period(year: 2001))
    #expect(series.end == Period(year: 2005))
    #expect(series.values == [10, 20, nil, 30, 40])
    #expect(series.count == 4)
    #expect(series.gaps == [Period(year: 2003)])
    #expect(series.periods == (2001...2005).map { Period(year: $0) })
  }

  @Test func `qualifiers stay with their values`() throws {
    let series = try example()
    let qualifiers: [Qualifier] = [.exact, .about, .exact, .moreThan, .exact]
    #expect(series.values.indices.map { series.qualifier(at: $0) } == qualifiers)
    #expect(series[Period(year: 2004)] == Figure(30, .moreThan, unit: .millionUSD))
    #expect(series.figure(at: 1) == Figure(20, .about, unit: .millionUSD))
    #expect(series.hasBounds)
  }

  @Test func `a gap carries no bound`() throws {
    let series = try Series(
      "s", unit: .one, start: Period(year: 2000), values: [1, nil, 2],
      qualifiers: [.exact, .moreThan, .exact])
    #expect(!series.hasBounds)
    #expect(series.qualifier(at: 1) == .exact)
  }

  @Test func `a gap, a period outside and one of another kind have no figure`() throws {
    let series = try example()
    #expect(series[Period(year: 2003)] == nil)
    #expect(series[Period(year: 2000)] == nil)
    #expect(series[Period(year: 2006)] == nil)
    #expect(series[Period(step: 2002)] == nil)
    #expect(series[Period(year: 2002, quarter: 1)] == nil)
    #expect(series.figure(at: 2) == nil)
  }

  @Test func `a series without a value is an error`() {
    #expect(throws: SeriesError.empty("nothing")) {
      try Series("nothing", unit: .one, start: Period(year: 2000), values: [nil, nil])
    }
    #expect(throws: SeriesError.empty("nothing")) {
      try Series("nothing", unit: .one, start: Period(year: 2000), values: [])
    }
  }

  @Test func `the season is that of the periods where none is named`() throws {
    func season(_ start: Period, _ named: Int? = nil) throws -> Int {
      try Series("s", unit: .one, start: start, values: [1], season: named).season
    }
    #expect(try season(Period(year: 2000)) == 1)
    #expect(try season(Period(year: 2000, quarter: 2)) == 4)
    #expect(try season(Period(year: 2000, month: 2)) == 12)
    #expect(try season(Period(step: 1)) == 1)
    #expect(try season(Period(step: 1), 12) == 12)
  }

  @Test func `amounts are recognised by having no value below zero`() {
    #expect(Series("s", start: 2000, values: [0, 1]).isNonNegative)
    #expect(!Series("s", start: 2000, values: [1, -0.5, 1]).isNonNegative)
    #expect(!Series("s", start: 2000, values: [1, 2]).hasBounds)
  }

  // MARK: Parts

  @Test func `a part has both its ends`() throws {
    let part = try example().from(Period(year: 2002), until: Period(year: 2004))
    #expect(part.start == Period(year: 2002))
    #expect(part.values == [20, nil, 30])
    #expect(part.qualifier(at: 0) == .about)
    #expect(part.qualifier(at: 2) == .moreThan)
  }

  @Test func `a part that ends at a gap is cut further`() throws {
    #expect(try example().from(nil, until: Period(year: 2003)).end == Period(year: 2002))
    #expect(try example().from(Period(year: 2003)).start == Period(year: 2004))
  }

  @Test func `an open end takes everything`() throws {
    let series = try example()
    #expect(try series.from(nil) == series)
    #expect(try series.from(Period(year: 1900), until: Period(year: 2100)) == series)
  }

  @Test func `a year cuts a monthly series at January and December`() throws {
    let monthly = try Series(
      "monthly", unit: .one, start: Period(year: 2012, month: 11), values: (1...30).map(Double.init)
    )
    let part = try monthly.from(Period(year: 2013), until: Period(year: 2013))
    #expect(part.start == Period(year: 2013, month: 1))
    #expect(part.end == Period(year: 2013, month: 12))
    #expect(part.values.first == 3)
    #expect(part.values.count == 12)
    #expect(part.season == 12)
  }

  @Test func `a month cuts a yearly series to the years that lie wholly inside`() throws {
    let yearly = Series("yearly", start: 2010, values: [1, 2, 3, 4])
    let part = try yearly.from(Period("2011-01"), until: Period("2013-06"))
    #expect(part.start == Period(year: 2011))
    #expect(part.end == Period(year: 2012))
    #expect(try yearly.from(Period("2011-02")).start == Period(year: 2012))
  }

  @Test func `a quarter ends with its last month`() throws {
    let quarterly = try Series(
      "quarterly", unit: .one, start: Period(year: 2010, quarter: 1), values: [1, 2, 3, 4, 5])
    let part = try quarterly.from(Period("2010-04"), until: Period(year: 2010))
    #expect(part.values == [2, 3, 4])
    // The second quarter ends with June.
    #expect(try quarterly.from(nil, until: Period("2010-05")).values == [1])
    #expect(try quarterly.from(nil, until: Period("2010-06")).values == [1, 2])
  }

  @Test func `a part without a value is an error`() throws {
    let series = try example()
    #expect(throws: SeriesError.empty("turnover")) { try series.from(Period(year: 2006)) }
    #expect(throws: SeriesError.empty("turnover")) {
      try series.from(Period(year: 2003), until: Period(year: 2003))
    }
    #expect(throws: SeriesError.empty("turnover")) {
      try series.from(Period(year: 2005), until: Period(year: 2001))
    }
  }

  @Test func `a part keeps the notes`() throws {
    var series = try example()
    series.notes = ["Said twice."]
    #expect(try series.from(Period(year: 2002)).notes == ["Said twice."])
    #expect(try series.converted(to: Unit("USD")).notes == ["Said twice."])
  }

  @Test func `a prefix holds the first periods, gaps cut at its end`() throws {
    let series = try example()
    #expect(try series.prefix(2).values == [10, 20])
    #expect(try series.prefix(3).values == [10, 20])
    #expect(try series.prefix(4).qualifier(at: 3) == .moreThan)
    #expect(try series.prefix(100).values == series.values)
    #expect(throws: SeriesError.empty("turnover")) { try series.prefix(0) }
  }

  // MARK: Units

  @Test func `values follow a change of unit and gaps stay`() throws {
    let series = try example().converted(to: Unit("USD thousand"))
    #expect(series.values == [10_000, 20_000, nil, 30_000, 40_000])
    #expect(series.unit == Unit("USD thousand"))
    #expect(series.qualifier(at: 3) == .moreThan)
  }

  @Test func `a unit of something else is an error`() throws {
    let series = try example()
    #expect(throws: SeriesError.unit("USD million", to: "tonnes")) {
      try series.converted(to: Unit("tonnes"))
    }
  }

  // MARK: Bad calls

  @Test func `qualifiers are as many as values`() async {
    await #expect(processExitsWith: .failure) {
      _ = try Series(
        "s", unit: .one, start: Period(year: 2000), values: [1, 2], qualifiers: [.exact])
    }
    await #expect(processExitsWith: .failure) { _ = Series("s", start: 2000, values: []) }
  }

  // MARK: Table

  @Test func `shows itself as a row for each period`() throws {
    #expect(
      try example().table.csv == """
        period,value,qualifier
        2001,10,exact
        2002,20,about
        2003,,
        2004,30,moreThan
        2005,40,exact

        """)
  }

  @Test func `as numbers for a regression gaps and bounds are missing`() throws {
    let table = try example().numericTable()
    #expect(table.names == ["year", "value"])
    #expect(try table.numbers("year") == [2001, 2002, 2003, 2004, 2005])
    #expect(try table.numbers("value") == [10, 20, nil, nil, 40])
    #expect(try example().numericTable(period: "t", value: "y").names == ["t", "y"])
  }
}
