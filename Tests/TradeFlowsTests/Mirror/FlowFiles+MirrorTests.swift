import Testing
import TradeFlows
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct FlowFilesMirrorTests {
  private static let text = """
    period,reporter,partner,flow,code,value
    2013,KAZ,VNM,export,TOTAL,100
    2013,VNM,KAZ,import,TOTAL,130
    2013,VNM,KAZ,export,TOTAL,50
    2013,KAZ,VNM,import,TOTAL,80
    2013,KAZ,CHN,export,TOTAL,1000
    2013,CHN,KAZ,import,TOTAL,1100
    2014,KAZ,VNM,export,TOTAL,110
    2014,KAZ,WLD,export,TOTAL,5000
    """

  private func mirror(
    _ text: String = Self.text, _ change: (inout FlowQuery) -> Void = { _ in }
  ) throws -> Mirror {
    var result: Mirror?
    try withTemporaryFolder { folder in
      var query = FlowQuery(by: [])
      change(&query)
      result = try FlowFiles([try folder.file("t.csv", text)]).mirror(query)
    }
    return try #require(result)
  }

  @Test func `exports of one reporter meet imports of the other`() throws {
    let mirror = try mirror()
    #expect(
      mirror.flows.map { "\($0.exporter) \($0.importer) \($0.period)" } == [
        "KAZ CHN 2013", "KAZ VNM 2013", "VNM KAZ 2013",
      ])
    #expect(mirror.flows.map { $0.export?.value } == [1000, 100, 50])
    #expect(mirror.flows.map { $0.import?.value } == [1100, 130, 80])
  }

  @Test func `a pair is shown with what one side alone counts, and scored on all partners`() throws
  {
    let mirror = try mirror { query in
      query.reporters = ["VNM"]
      query.partners = ["KAZ"]
    }
    #expect(mirror.flows.count == 3)
    #expect(mirror.flows.contains { $0.period.year == 2014 && $0.import == nil })
    #expect(mirror.reliabilities["KAZ"]?.partnerCount == 2)
  }

  @Test func `periods choose what is shown, and scores are learned from all`() throws {
    let text =
      Self.text + "\n2014,VNM,KAZ,import,TOTAL,220\n2015,KAZ,VNM,export,TOTAL,1"
      + "\n2015,VNM,KAZ,import,TOTAL,1\n"
    let mirror = try mirror(text) { query in
      (query.from, query.until) = (Period(year: 2014), Period(year: 2014))
    }
    #expect(mirror.flows.map(\.period.year) == [2014])
    #expect(mirror.reliabilities["VNM"]?.flowCount == 4)
  }

  @Test func `large values are in millions`() throws {
    let text = """
      period,reporter,partner,flow,code,value,unit
      2013,KAZ,VNM,export,TOTAL,100000000,USD
      2013,VNM,KAZ,import,TOTAL,130000000,USD
      """
    let flow = try #require(try mirror(text).flows.first)
    #expect(flow.export == Figure(100, unit: .millionUSD))
    #expect(flow.import?.unit == .millionUSD)
  }

  @Test func `a file of one reporter has no mirror`() {
    let own = Self.text.split(separator: "\n").filter { !$0.contains(",VNM,KAZ,") }
      .joined(separator: "\n")
    #expect(throws: MirrorError.self) {
      try mirror(own) { query in
        query.reporters = ["KAZ"]
        query.partners = ["VNM"]
      }
    }
  }

  @Test func `a file that was reconciled already is refused`() throws {
    let baci = "t,i,j,k,v,q\n2022,398,704,100199,5,1\n2022,704,398,850440,6,1\n2022,156,398,1,7,1\n"
    try withTemporaryFolder { folder in
      let path = try folder.file("baci.csv", baci)
      var query = FlowQuery(by: [])
      query.level = .total
      #expect(throws: MirrorError.oneFigure(path)) {
        try FlowFiles([path]).mirror(FlowQuery(by: []))
      }
    }
  }

  @Test func `a file that cannot be read says so`() {
    #expect(throws: MirrorError.self) { try FlowFiles(["/no/such.csv"]).mirror(FlowQuery(by: [])) }
  }
}
