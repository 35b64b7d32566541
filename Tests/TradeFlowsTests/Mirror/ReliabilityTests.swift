import Glibc
import Testing
import TradeFlows
import TradeSeries
import TradeTestSupport

@Suite struct ReliabilityTests {
  private func flow(
    _ exporter: String, _ importer: String, _ ratio: Double, year: Int = 2014
  ) -> MirrorFlow {
    MirrorFlowTests.flow(100, 100 * ratio, from: exporter, to: importer, in: year)
  }

  private func scores(_ flows: [MirrorFlow], rate: Double = 0) -> [String: Reliability] {
    Mirror([], among: flows, freight: .given(rate)).reliabilities
  }

  @Test func `the score is the median gap of logarithms with all partners`() throws {
    let scores = scores([
      flow("KAZ", "VNM", 2), flow("RUS", "KAZ", 1.1), flow("KAZ", "CHN", 0.5, year: 2013),
      flow("KAZ", "CHN", 1.2),
    ])
    // Of ln 1.1, ln 1.2, ln 2 and ln 2 the middle two.
    let kazakhstan = try #require(scores["KAZ"])
    #expect(kazakhstan.score.isClose(to: (log(1.2) + log(2)) / 2))
    #expect(kazakhstan.flowCount == 4 && kazakhstan.partnerCount == 3)
    #expect(try #require(scores["VNM"]).score.isClose(to: log(2)))
    #expect(try #require(scores["RUS"]).score.isClose(to: log(1.1)))
  }

  @Test func `freight is taken off first`() throws {
    let scores = scores([flow("KAZ", "VNM", 1.06)], rate: 0.06)
    #expect(try #require(scores["KAZ"]).score.isClose(to: 0, tolerance: 1e-12))
  }

  @Test func `twice as much and half as much are as far`() throws {
    let (more, less) = (scores([flow("KAZ", "VNM", 2)]), scores([flow("KAZ", "VNM", 0.5)]))
    #expect(try #require(more["KAZ"]).score.isClose(to: try #require(less["KAZ"]).score))
  }

  @Test func `one side alone, zero and bounds tell nothing`() {
    let flows = [
      MirrorFlowTests.flow(100, nil), MirrorFlowTests.flow(0, 10),
      MirrorFlowTests.flow(100, 130, (.moreThan, .exact)),
    ]
    #expect(scores(flows).isEmpty)
  }

  @Test func `the table begins with the most reliable`() throws {
    let all = scores([
      flow("KAZ", "VNM", 3), flow("CHN", "JPN", 1.05), flow("CHN", "KAZ", 1.05),
    ])
    let table = Array(all.values).table
    #expect(table.names == ["reporter", "name", "score", "flows", "partners"])
    #expect(try table.texts("reporter") == ["CHN", "JPN", "KAZ", "VNM"])
    #expect(try table.texts("name").last == "Viet Nam")
  }
}
