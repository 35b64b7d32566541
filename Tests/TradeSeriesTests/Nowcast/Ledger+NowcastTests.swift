import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct LedgerNowcastTests {
  private static let header =
    "reporter,partner,flow,period,value,unit,qualifier,basis,publisher,published,title,address,note"

  /// A ledger of rows such as `turnover,2023-Q1,100,exact,2023-05`, of Kazakhstan with Viet Nam.
  private func ledger(_ rows: String...) throws -> Ledger {
    let lines = rows.enumerated().map { number, row in
      let f = row.split(separator: ",", omittingEmptySubsequences: false)
      return
        "KAZ,VNM,\(f[0]),\(f[1]),\(f[2]),USD million,\(f[3]),reported,Paper,\(f[4]),\(number),,"
    }
    return try Ledger(Table(text: ([Self.header] + lines).joined(separator: "\n")))
  }

  private func nowcast(
    _ ledger: Ledger, flow: Flow = .turnover, until: String? = nil, asOf date: String? = nil
  ) throws -> Nowcast {
    try ledger.nowcast(
      reporter: "KAZ", partner: "VNM", flow: flow, until: until.flatMap { Period($0) },
      asOf: date.flatMap { PublicationDate($0) }, name: "turnover")
  }

  private func example() throws -> Ledger {
    try ledger(
      "turnover,2021-01/2021-05,40,exact,2021-07", "turnover,2021,100,exact,2022-02",
      "turnover,2022-01/2022-05,45,exact,2022-07", "turnover,2022,120,exact,2023-02",
      "turnover,2023-01/2023-05,60,exact,2023-07", "turnover,2023-Q1,30,exact,2023-05",
      "turnover,2023,130,exact,2024-02")
  }

  @Test func `the longest part of the latest year counts, with what came`() throws {
    let nowcast = try nowcast(example())
    #expect(nowcast.part == Period("2023-01/2023-05"))
    #expect(nowcast.figure.value == 60)
    #expect(nowcast.earlier.map(\.value) == [0.4, 0.375])
    #expect(nowcast.outcome?.value == 130)
    #expect(nowcast.notes == ["2023-01/2023-05: Paper, 2023-07."])
  }

  @Test func `until names an earlier end, and a quarter is a part`() throws {
    let nowcast = try nowcast(example(), until: "2023-03")
    #expect(nowcast.part == Period("2023-Q1"))
    #expect(nowcast.earlier.isEmpty)
  }

  @Test func `as of a day nothing later counts`() throws {
    let then = try nowcast(example(), asOf: "2023-12-31")
    #expect(then.outcome == nil)
    #expect(then.earlier.count == 2)
    let earlier = try nowcast(example(), asOf: "2022-12-31")
    #expect(earlier.part == Period("2022-01/2022-05"))
    #expect(earlier.earlier.map(\.value) == [0.4])
  }

  @Test func `a part published before its months were over is none`() throws {
    let ledger = try ledger(
      "turnover,2023-01/2023-05,60,exact,2023-04", "turnover,2023-Q1,30,exact,2023-05")
    #expect(try nowcast(ledger).part == Period("2023-Q1"))
  }

  @Test func `exports and imports add up to the turnover of a part`() throws {
    let ledger = try ledger(
      "export,2023-Q1,20,exact,2023-05", "import,2023-Q1,10,moreThan,2023-05")
    let nowcast = try nowcast(ledger)
    #expect(nowcast.figure == Figure(30, .moreThan, unit: .millionUSD))
    #expect(nowcast.estimate.qualifier == .moreThan)
    #expect(try self.nowcast(ledger, flow: .export).figure.value == 20)
  }

  @Test func `months that do not begin the year are no part`() throws {
    let ledger = try ledger(
      "turnover,2023-02/2023-05,60,exact,2023-07", "turnover,2022,100,exact,2023-02")
    #expect(throws: SeriesError.nowcast(.noPart("turnover"))) { try nowcast(ledger) }
  }
}
