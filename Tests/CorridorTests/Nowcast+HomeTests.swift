import Corridor
import Testing
import TradeTestSupport

/// The home case: 2023 from what was known of its first five months.
@Suite struct HomeNowcastTests {
  private func nowcast(asOf date: String?) throws -> Nowcast {
    try Ledger.builtIn(between: "KAZ", and: "VNM").nowcast(
      reporter: "KAZ", partner: "VNM", flow: .turnover, until: Period("2023-05"),
      asOf: date.flatMap { PublicationDate($0) }, name: "turnover")
  }

  @Test func `five months of 532.9 are 1 279 by the calendar, and 979.2 lies in both intervals`()
    throws
  {
    let nowcast = try nowcast(asOf: "2023-08-21")
    #expect(nowcast.figure == Figure(532.9, unit: .millionUSD))
    #expect(try #require(nowcast.estimate.value).isClose(to: 532.9 * 12 / 5))
    #expect(nowcast.earlier.isEmpty && nowcast.outcome == nil)
    for interval in nowcast.intervals {
      #expect(interval.lower < 979.2 && 979.2 < (interval.upper ?? 0))
    }
  }

  @Test func `seen from today the outcome is beside it`() throws {
    #expect(try nowcast(asOf: nil).outcome == Figure(979.2, unit: .millionUSD))
  }
}
