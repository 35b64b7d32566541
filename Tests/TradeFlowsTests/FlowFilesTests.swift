import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@testable import TradeFlows

/// What is added up, and what is refused because it would count trade twice.
@Suite struct FlowFilesTests {
  private func totals(
    _ text: String, _ query: FlowQuery, workers: Int = 1
  ) throws -> FlowTotals {
    var result: FlowTotals?
    try withTemporaryFolder { folder in
      var files = FlowFiles([try folder.file("t.csv", text)])
      files.workers = workers
      do {
        result = try files.totals(query)
      } catch let error as FlowError {
        throw error.named(folder.path("t.csv"), "t.csv")
      }
    }
    return try #require(result)
  }

  private let header = "period,reporter,partner,flow,code,value\n"
  private func by(_ by: FlowDimension...) -> FlowQuery { FlowQuery(by: by) }

  // MARK: Levels of commodities

  private var levels: String {
    header + "2018,KAZ,VNM,export,TOTAL,100\n2018,KAZ,VNM,export,10,60\n2018,KAZ,VNM,export,28,40\n"
      + "2018,KAZ,VNM,export,1001,60\n"
  }

  @Test func `All commodities beside their chapters are refused with both lines`() {
    #expect {
      try totals(levels, by(.period, .flow))
    } throws: {
      "\($0)" == "t.csv, line 2 and line 3: two levels of commodities, and a sum would count trade "
        + "twice; choose one: --digits total or --digits 2 or --digits 4"
    }
  }

  @Test func `The level that is asked for counts`() throws {
    var query = by(.period)
    query.level = .total
    #expect(try totals(levels, query).values == [100])
    query.level = .digits(2)
    #expect(try totals(levels, query).values == [100])
    query.level = .digits(4)
    #expect(try totals(levels, query).values == [60])
    query.level = .digits(6)
    #expect(throws: (any Error).self) { try totals(levels, query) }
  }

  @Test func `Finer codes add up to the wider ones that are asked for`() throws {
    let text =
      header + "2018,KAZ,VNM,export,100199,60\n2018,KAZ,VNM,export,100119,1\n"
      + "2018,KAZ,VNM,export,280100,40\n"
    var query = by(.code)
    query.level = .digits(2)
    let totals = try totals(text, query)
    #expect(totals.keys == [["10", "28"]])
    #expect(totals.values == [61, 40])
    query.by = [.period]
    query.level = .total
    #expect(try self.totals(text, query).values == [101])
  }

  @Test func `Codes tell levels apart, so that nothing is added up`() throws {
    #expect(try totals(levels, by(.code)).values == [60, 60, 40, 100])
  }

  @Test func `Beginnings of codes choose commodities`() throws {
    var query = by(.period)
    query.codes = ["1001"]
    #expect(try totals(levels, query).values == [60])
    query.codes = ["10"]
    #expect(throws: (any Error).self) { try totals(levels, query) }
  }

  // MARK: The world and its countries

  private var world: String {
    header + "2018,KAZ,WLD,export,TOTAL,100\n2018,KAZ,VNM,export,TOTAL,60\n"
      + "2018,KAZ,CHN,export,TOTAL,30\n"
  }

  @Test func `The world beside its countries is refused until one is chosen`() throws {
    #expect {
      try totals(world, by(.period))
    } throws: {
      "\($0)" == "t.csv, line 2 and line 3: the world and single partners, and a sum would count "
        + "trade twice; choose: --partners each or --partners world"
    }
    var query = by(.period)
    query.partnerKind = .world
    #expect(try totals(world, query).values == [100])
    query.partnerKind = .each
    #expect(try totals(world, query).values == [90])
    query.partnerKind = nil
    query.partners = ["WLD"]
    #expect(try totals(world, query).values == [100])
    query.partners = ["VNM", "CHN"]
    #expect(try totals(world, query).values == [90])
  }

  @Test func `Where a file has no row for the world its countries are the world`() throws {
    var query = by(.period)
    query.partners = ["WLD"]
    let text = header + "2018,KAZ,VNM,export,TOTAL,60\n2018,KAZ,CHN,export,TOTAL,30\n"
    #expect(try totals(text, query).values == [90])
  }

  // MARK: Flows, times, units, rows

  @Test func `Exports and imports are added up only when they are told apart or chosen`() throws {
    let text = header + "2018,KAZ,VNM,export,TOTAL,60\n2018,KAZ,VNM,import,TOTAL,30\n"
    #expect(throws: (any Error).self) { try totals(text, by(.period)) }
    #expect(try totals(text, by(.flow)).values == [60, 30])
    var query = by(.period)
    query.flows = [.import]
    #expect(try totals(text, query).values == [30])
  }

  @Test func `Years and months of one file do not add up`() throws {
    let text = header + "2018,KAZ,VNM,export,TOTAL,60\n2018-01,KAZ,VNM,export,TOTAL,5\n"
    #expect(throws: (any Error).self) { try totals(text, by(.reporter)) }
    #expect(try totals(text, by(.period)).values == [60, 5])
  }

  @Test func `Values in two currencies are refused`() {
    let text =
      "period,reporter,partner,flow,value,unit\n2018,KAZ,VNM,export,60,USD\n"
      + "2018,KAZ,CHN,export,5,EUR million\n"
    #expect(throws: FlowError.mixedUnits(["EUR", "USD"], file: "t.csv")) {
      try totals(text, by(.period))
    }
  }

  @Test func `The same trade in two rows is refused`() {
    let text =
      header + "2018,KAZ,VNM,export,TOTAL,60\n2018,KAZ,CHN,export,TOTAL,1\n"
      + "2018,KAZ,VNM,export,TOTAL,60\n"
    #expect {
      try totals(text, by(.period, .reporter, .partner, .flow))
    } throws: {
      "\($0)".hasPrefix("t.csv, line 2 and line 4: the same trade in two rows")
    }
  }

  @Test func `Quantities of different units make no sum`() throws {
    let text =
      "period,reporter,partner,flow,value,quantity,quantity_unit\n"
      + "2018,KAZ,VNM,export,60,5,kg\n2018,KAZ,CHN,export,5,7,pieces\n2019,KAZ,CHN,export,5,7,kg\n"
      + "2019,KAZ,VNM,export,5,3,kg\n"
    #expect(try totals(text, by(.period)).quantities == [nil, 10])
  }

  @Test func `A sum over bounds is a bound`() throws {
    let text =
      "period,reporter,partner,flow,value,qualifier\n2018,KAZ,VNM,export,60,moreThan\n"
      + "2018,KAZ,CHN,export,5,exact\n"
    let totals = try totals(text, by(.period))
    #expect(totals.values == [65])
    #expect(totals.qualifiers == [.moreThan])
  }

  @Test func `A missing value is not zero`() throws {
    let text = header + "2018,KAZ,VNM,export,TOTAL,\n2019,KAZ,VNM,export,TOTAL,0\n"
    let totals = try totals(text, by(.period))
    #expect(totals.values == [nil, 0])
    #expect(totals.counts == [1, 1])
  }

  // MARK: Reading

  @Test(arguments: [1, 2, 3, 7]) func `Any number of workers gives the same bits`(_ workers: Int)
    throws
  {
    var random = SeededGenerator(seed: 1997)
    var text = "t,i,j,k,v,q\n"
    for _ in 0..<60_000 {
      let partner = [704, 156, 643].randomElement(using: &random) ?? 0
      text +=
        "20\(Int.random(in: 10...19, using: &random)),398,\(partner),"
        + "\(Int.random(in: 100_000...999_999, using: &random)),"
        + "\(Double.random(in: 0...1000, using: &random)),\n"
    }
    let query = by(.period, .partner)
    let (one, many) = (try totals(text, query), try totals(text, query, workers: workers))
    #expect(one.table.csv == many.table.csv)
    #expect(one.counts.reduce(0, +) == 60_000)
  }

  @Test func `Lines below the table are told and left out`() throws {
    let text =
      header + "2018,KAZ,VNM,export,TOTAL,60\n\nSource: customs\n\"Last update, 2026\",,,,,\n"
    let totals = try totals(text, by(.period))
    #expect(totals.values == [60])
    #expect(totals.remarks.last?.contains("2 lines below the table left out, from line 4") ?? false)
  }

  @Test func `A short row among others is an error with its line, a cut last row too`() {
    for text in [
      header + "2018,KAZ\n2018,KAZ,VNM,export,TOTAL,60\n",
      header + "2018,KAZ,VNM,export,TOTAL,60\n2019,KAZ,VNM,exp",
      header + "2018,KAZ,VNM,export,TOTAL,60\n20",
    ] {
      #expect(throws: (any Error).self, "\(text)") { try totals(text, by(.period)) }
    }
  }

  @Test func `A second header is passed over`() throws {
    let text = header + "2018,KAZ,VNM,export,TOTAL,60\n" + header + "2019,KAZ,VNM,export,TOTAL,7\n"
    #expect(try totals(text, by(.period)).values == [60, 7])
  }

  @Test(arguments: [
    ("2018,KAZ,VNM,export,TOTAL,abc\n", "t.csv, line 2, column 'value': 'abc' is not a number"),
    ("May,KAZ,VNM,export,TOTAL,1\n", "t.csv, line 2, column 'period': 'May' is not a period"),
    ("2018,KAZ,VNM,sale,TOTAL,1\n", "t.csv, line 2, column 'flow': 'sale' is not a flow"),
    (",KAZ,VNM,export,TOTAL,1\n", "t.csv, line 2: a value without a period"),
    ("2018,KAZ,VNM,export,TOTAL,1e200\n", "t.csv, line 2, column 'value': "),
  ]) func `A field that means nothing is told with its line and column`(
    _ row: String, _ expected: String
  ) {
    #expect {
      try totals(header + row, by(.period, .flow))
    } throws: {
      "\($0)".hasPrefix(expected)
    }
  }

  @Test func `Nothing that was asked for is an error and not an empty table`() {
    var query = by(.period)
    query.partners = ["JPN"]
    #expect(throws: (any Error).self) { try totals(levels, query) }
  }

  @Test func `Files are read together, each in its own form`() throws {
    try withTemporaryFolder { folder in
      let files = FlowFiles([
        try folder.file("a.csv", "t,i,j,k,v,q\n2018,398,704,100199,1.5,1\n"),
        try folder.file("b.csv", header + "2019,KAZ,VNM,export,100199,7\n"),
      ])
      var query = by(.period, .flow)
      #expect(throws: (any Error).self) { try files.totals(query) }
      query.flows = [.export]
      var known = files
      known.reading.unit = Unit("USD")
      #expect(try known.totals(query).values == [1.5, 7])
    }
  }
}

extension FlowError {
  /// The same error with the short name of a file in the place of its path.
  fileprivate func named(_ path: String, _ name: String) -> any Error {
    func short(_ place: Place) -> Place {
      Place(file: name, line: place.line, column: place.column)
    }
    switch self {
    case .countsTwice(let first, let second, let difference, let advice):
      return FlowError.countsTwice(
        first: short(first), second: short(second), difference: difference, advice: advice)
    case .mixedUnits(let units, _): return FlowError.mixedUnits(units, file: name)
    default: return Renamed(description: description.replacing(path, with: name))
    }
  }
}

private struct Renamed: Error, CustomStringConvertible {
  let description: String
}
