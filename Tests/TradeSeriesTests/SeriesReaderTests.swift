import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct SeriesReaderTests {
  private func series(
    _ text: String, by: [String] = [], time: String? = nil, value: String? = nil,
    season: Int? = nil
  ) throws -> [Series] {
    var reader = SeriesReader()
    reader.by = by
    reader.time = time
    reader.value = value
    reader.season = season
    return try reader.series(in: try Table(text: text))
  }

  private func place(_ line: Int, _ column: String) -> Place {
    Place(file: "trade.csv", line: line, column: column)
  }

  // MARK: Finding columns

  @Test(arguments: ["year", "Year", "PERIOD", "time_period", "date", "month", "quarter", "time"])
  func `finds the time by its name`(name: String) throws {
    let series = try series("code,\(name),value\n7,2019,5\n7,2020,6\n")
    #expect(series.map(\.start) == [Period(year: 2019)])
    #expect(series.map(\.values) == [[5, 6]])
  }

  @Test(arguments: ["value", "Turnover", "OBS_VALUE", "primaryValue", "amount", "exports"])
  func `finds the value by its name`(name: String) throws {
    let series = try series("year,rank,\(name)\n2019,1,5\n2020,2,6\n")
    #expect(series.map(\.values) == [[5, 6]])
    #expect(series.map(\.name) == [name])
  }

  @Test func `finds the only numeric column`() throws {
    let series = try series("year,country,tonnes\n2019,KAZ,5\n2020,KAZ,6\n")
    #expect(series.map(\.values) == [[5, 6]])
    #expect(series.map(\.name) == ["tonnes"])
  }

  @Test func `the columns that tell series apart are no values`() throws {
    let series = try series("year,code,tonnes\n2019,1,5\n2020,1,6\n", by: ["code"])
    #expect(series.map(\.values) == [[5, 6]])
    #expect(series.map(\.name) == ["1"])
  }

  @Test func `named columns go before found ones`() throws {
    let text = "year,value,fiscal,net\n2019,5,2018,7\n2020,6,2019,8\n"
    let series = try series(text, time: "fiscal", value: "net")
    #expect(series.map(\.values) == [[7, 8]])
    #expect(series.map(\.start) == [Period(year: 2018)])
  }

  @Test func `the only other column is the value even where a cell is no number`() {
    // The reader should hear of the fault, not of a missing column.
    #expect(
      throws: SeriesError.table(.notANumber("12,5", at: place(2, "tonnes")))
    ) { try series("year;tonnes\n2019;12,5\n") }
  }

  @Test func `no plain time column is an error with the columns there are`() {
    #expect(
      throws: SeriesError.noColumn(
        role: "time", option: "--time", available: ["when", "value"], file: "trade.csv")
    ) { try series("when,value\n2019,5\n") }
  }

  @Test(arguments: ["year,a,b\n2019,5,6\n", "year,name,other\n2019,x,y\n"])
  func `no plain value column is an error`(text: String) throws {
    let names = try Table(text: text).names
    #expect(
      throws: SeriesError.noColumn(
        role: "value", option: "--value", available: names, file: "trade.csv")
    ) { try series(text) }
  }

  @Test func `a named column that is not there is an error`() {
    let text = "year,value\n2019,5\n"
    let columns = ["year", "value"]
    #expect(
      throws: SeriesError.table(
        .noSuchColumn("yeer", available: columns, file: "trade.csv"))
    ) { try series(text, time: "yeer") }
    #expect(
      throws: SeriesError.table(
        .noSuchColumn("country", available: columns, file: "trade.csv"))
    ) { try series(text, by: ["country"]) }
    #expect(
      throws: SeriesError.table(
        .noSuchColumn("turnover", available: columns, file: "trade.csv"))
    ) { try series(text, value: "turnover") }
  }

  // MARK: Groups

  @Test func `each group is a series, in the order in which they first appear`() throws {
    let series = try series(
      """
      country,flow,year,value
      VNM,export,2019,1
      KAZ,export,2019,2
      VNM,import,2019,3
      VNM,export,2020,4
      KAZ,export,2021,5
      """, by: ["country", "flow"])
    #expect(series.map(\.name) == ["VNM export", "KAZ export", "VNM import"])
    #expect(series.map(\.values) == [[1, 4], [2, nil, 5], [3]])
  }

  @Test func `groups with blanks in their names stay apart`() throws {
    let series = try series(
      """
      from,to,year,value
      New,York City,2019,1
      New York,City,2020,2
      """, by: ["from", "to"])
    #expect(series.map(\.values) == [[1], [2]])
  }

  @Test func `a group without any value is no series among others`() throws {
    let series = try series("country,year,value\nVNM,2019,\nKAZ,2019,2\n", by: ["country"])
    #expect(series.map(\.name) == ["KAZ"])
  }

  @Test func `no value at all is an error`() {
    #expect(throws: SeriesError.empty("trade.csv")) { try series("year,value\n2019,\n2020,NA\n") }
    #expect(throws: SeriesError.empty("trade.csv")) {
      try series("country,year,value\nVNM,2019,\nKAZ,2019,..\n", by: ["country"])
    }
  }

  // MARK: Values and qualifiers

  @Test func `missing values and skipped periods are gaps`() throws {
    let series = try series("year,value\n2015,1\n2016,\n2017,2\n2020,3\n")
    #expect(series.map(\.values) == [[1, nil, 2, nil, nil, 3]])
  }

  @Test func `qualifiers are read where there is a column of that name`() throws {
    let series = try #require(
      try series(
        "year,value,qualifier\n2016,5,\n2017,542.7,exact\n2018,500,moreThan\n2020,9,about\n"
      ).first)
    let qualifiers: [Qualifier] = [.exact, .exact, .moreThan, .exact, .about]
    #expect(series.values.indices.map { series.qualifier(at: $0) } == qualifiers)
    #expect(series[Period(year: 2018)] == Figure(500, .moreThan, unit: .one))
  }

  @Test(arguments: ["more than", "undetermined", ">>"])
  func `an unknown qualifier is an error`(text: String) {
    #expect(throws: SeriesError.unknownQualifier(text, at: place(3, "qualifier"))) {
      try series("year,value,qualifier\n2017,5,exact\n2018,5,\(text)\n")
    }
  }

  private func unit(_ rows: String, _ named: Unit? = nil) throws -> Unit {
    var reader = SeriesReader()
    reader.unit = named
    let table = try Table(text: "year,value,unit\n" + rows)
    return try #require(try reader.series(in: table).first).unit
  }

  @Test func `the unit is what the column says in every row, or none`() throws {
    #expect(try unit("2018,5,USD million\n2019,6,USD million\n") == .millionUSD)
    #expect(try unit("2018,5,USD million\n2019,6,USD thousand\n") == .one)
    #expect(try unit("2018,5,\n2019,6,USD million\n") == .one)
    #expect(try series("year,value\n2019,5\n").map(\.unit) == [.one])
  }

  @Test func `a unit that is named goes before the column`() throws {
    #expect(try unit("2018,5,tonnes\n", .millionUSD) == .millionUSD)
  }

  @Test(arguments: ["1.1e150", "-2e150"])
  func `a value beyond 1e150 is an error with its place`(text: String) throws {
    let value = try #require(Double(text))
    #expect(throws: SeriesError.tooLarge(value, at: place(3, "value"))) {
      try series("year,value\n2018,1e150\n2019,\(text)\n")
    }
  }

  @Test func `what is no number is an error with its place`() {
    #expect(throws: SeriesError.table(.notANumber(">500", at: place(3, "value")))) {
      try series("year,value\n2017,542.7\n2018,>500\n")
    }
  }

  // MARK: Periods

  @Test func `reads months and quarters, with their season`() throws {
    let months = try series("month,value\n2018-11,1\n2018-12,2\n2019-02,3\n")
    #expect(months.map(\.values) == [[1, 2, nil, 3]])
    #expect(months.map(\.season) == [12])
    let quarters = try series("quarter,value\n2018-Q4,1\n2019Q1,2\n")
    #expect(quarters.map(\.values) == [[1, 2]])
    #expect(quarters.map(\.season) == [4])
  }

  @Test func `blanks around a period do not matter`() throws {
    #expect(try series("year,value\n 2019 ,5\n").map(\.start) == [Period(year: 2019)])
  }

  @Test func `a repeated period is an error, at once or later`() {
    #expect(throws: SeriesError.repeatedPeriod("2019", at: place(3, "year"))) {
      try series("year,value\n2019,1\n2019,2\n")
    }
    #expect(throws: SeriesError.repeatedPeriod("2018", at: place(4, "year"))) {
      try series("year,value\n2018,1\n2019,2\n2018,3\n")
    }
    #expect(throws: SeriesError.repeatedPeriod("2019", at: place(4, "year"))) {
      try series("country,year,value\nKAZ,2019,1\nVNM,2019,2\nKAZ,2019,3\n", by: ["country"])
    }
  }

  @Test func `periods that run backwards are an error`() {
    #expect(throws: SeriesError.backwards("2018", after: "2019", at: place(3, "year"))) {
      try series("year,value\n2019,1\n2018,2\n")
    }
    #expect(throws: SeriesError.backwards("2018", after: "2019", at: place(4, "year"))) {
      try series("year,value\n2017,1\n2019,2\n2018,3\n")
    }
  }

  @Test func `periods of mixed kinds are an error`() {
    #expect(throws: SeriesError.mixedPeriods("2020-Q1", expected: "2019", at: place(3, "year"))) {
      try series("year,value\n2019,1\n2020-Q1,2\n")
    }
  }

  @Test(arguments: ["2019-13", "soon", "2023-01/2023-05", "12"])
  func `what is no period is an error with its place`(text: String) {
    // A small whole number may be a counter, which the message then says.
    let error = SeriesError.notAPeriod(text, at: place(3, "year"), isCounter: text == "12")
    #expect(throws: error) { try series("year,value\n2018,1\n\(text),2\n") }
  }

  @Test func `an empty period is an error with its place`() {
    #expect(throws: SeriesError.table(.missingValue(at: place(3, "year")))) {
      try series("year,value\n2019,1\n,2\n")
    }
  }

  // MARK: Counters

  @Test(arguments: [1, 4, 12]) func `reads a plain counter with a season`(season: Int) throws {
    let series = try series("time,value\n-1,1\n0,2\n2,3\n", season: season)
    #expect(series.map(\.values) == [[1, 2, nil, 3]])
    #expect(series.map(\.start) == [Period(step: -1)])
    #expect(series.map(\.season) == [season])
  }

  @Test(arguments: ["1.5", "2019-Q1", "1000000000", "99999999999999999999"])
  func `what is no counter is an error`(text: String) {
    #expect(throws: SeriesError.notAPeriod(text, at: place(2, "time"), isCounter: false)) {
      try series("time,value\n\(text),1\n", season: 1)
    }
  }

  @Test func `the smallest of all whole numbers is no counter either`() async {
    // In a process of its own: its absolute value is no whole number of the machine.
    await #expect(processExitsWith: .success) {
      var reader = SeriesReader()
      reader.season = 1
      let table = try Table(text: "time,value\n-9223372036854775808,1\n")
      let place = Place(file: "trade.csv", line: 2, column: "time")
      #expect(
        throws: SeriesError.notAPeriod("-9223372036854775808", at: place, isCounter: false)
      ) { try reader.series(in: table) }
    }
  }

  @Test func `a huge gap in a counter is an error, not a huge series`() {
    #expect(
      throws: SeriesError.tooLong(
        "trade.csv, line 3, column 'time'", count: 900_000_000, limit: Series.limit)
    ) { try series("time,value\n1,1\n900000000,2\n", season: 1) }
  }

  @Test func `the longest span is still a series`() throws {
    let series = try series("time,value\n1,1\n\(Series.limit),2\n", season: 1)
    #expect(series.map(\.values.count) == [Series.limit])
    #expect(throws: SeriesError.self) {
      try self.series("time,value\n1,1\n\(Series.limit + 1),2\n", season: 1)
    }
  }

  // MARK: A law

  @Test(arguments: 1...20) func `what a series writes is read back`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let start = try #require(
      [Period("1995"), Period("2001-Q3"), Period("1999-11")].randomElement(using: &random) ?? nil)
    let qualifiers: [Qualifier] = [
      .exact, .about, .moreThan, .lessThan, .mirror, .estimated, .preliminary,
    ]
    let count = Int.random(in: 1...40, using: &random)
    var values: [Double?] = []
    var marks: [Qualifier] = []
    for _ in 0..<count {
      let isGap = Int.random(in: 0..<4, using: &random) == 0
      values.append(isGap ? nil : Double.random(in: -1e3...1e6, using: &random))
      marks.append(isGap ? .exact : qualifiers.randomElement(using: &random) ?? .exact)
    }
    values[0] = 1
    let written = try Series("value", unit: .one, start: start, values: values, qualifiers: marks)
    #expect(try series(written.table.csv) == [written])
  }
}
