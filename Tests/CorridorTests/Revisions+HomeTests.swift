import Corridor
import Testing
import TradeTestSupport

/// The home case: how the Kazakh side's figures changed with later publications.
@Suite struct HomeRevisionsTests {
  private func revisions(_ reporter: String, _ partner: String) throws -> Revisions {
    try Ledger.builtIn(between: reporter, and: partner).revisions(
      reporter: reporter, partner: partner, flow: .turnover, name: "turnover")
  }

  @Test func `2016 rose from 366.2 to 392.5 between two publications`() throws {
    let year = try #require(
      revisions("KAZ", "VNM").periods.first { $0.period.year == 2016 })
    #expect(try #require(year.first?.figure.value).isClose(to: 366.2, tolerance: 1e-3))
    #expect(year.first?.date.description == "2017-11-13")
    #expect(year.last?.figure.value == 392.5)
    #expect(try #require(year.change?.value).isClose(to: 26.3, tolerance: 0.01))
  }

  @Test func `the last vintage of every year is what the series takes`() throws {
    for entry in CatalogueEntry.all {
      guard case .pair(let reporter, let partner) = entry.content,
        let revisions = try? revisions(reporter, partner)
      else { continue }
      let selection = try Ledger.builtIn(between: reporter, and: partner).selection(
        reporter: reporter, partner: partner, flow: .turnover, name: "turnover")
      for choice in selection.choices {
        let revision = revisions.periods.first { $0.period == choice.period }
        #expect(revision?.current == choice.figure, "\(entry.name) \(choice.period)")
        if let last = revision?.last { #expect(last.figure == choice.figure) }
      }
    }
  }
}
