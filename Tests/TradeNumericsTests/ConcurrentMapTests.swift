import Testing
import TradeNumerics

@Suite struct ConcurrentMapTests {
  @Test(
    arguments: [0, 1, 2, 15, 16, 17, 31, 32, 33, 100, 1000], [1, 2, 3, 8, 100])
  func `keeps the order, whatever the number of workers`(count: Int, workers: Int) {
    #expect(concurrentMap(count, workers: workers) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }

  @Test func `carries values that are no plain numbers`() {
    let texts = concurrentMap(500, workers: 4) { String(repeating: "x", count: $0) }
    #expect(texts.indices.allSatisfy { texts[$0].count == $0 })
  }

  @Test func `there is a processor`() {
    #expect(Processors.count >= 1)
  }
}
