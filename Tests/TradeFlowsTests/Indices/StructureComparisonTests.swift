import Testing
import TradeFlows
import TradeTestSupport

@Suite struct StructureComparisonTests {
  @Test func `equal structures have everything in common`() {
    let (first, second) = ([1.0, 2, 3], [10.0, 20, 30])
    #expect(StructureComparison.diversification(first, world: second).value.isClose(to: 0))
    #expect(StructureComparison.similarity(first, second).value.isClose(to: 1))
    #expect(
      StructureComparison.complementarity(exports: first, imports: second).value.isClose(to: 1))
  }

  @Test func `structures without a common good have nothing in common`() {
    #expect(StructureComparison.diversification([1, 0], world: [0, 4]) == .number(1))
    #expect(StructureComparison.similarity([1, 0], [0, 4]) == .number(0))
  }

  @Test(arguments: 1...10) func `similarity is symmetric and the rest of diversification`(
    seed: Int
  ) throws {
    let (a, b) = (randomTrade(12, seed: seed), randomTrade(12, seed: seed + 100))
    let similarity = try #require(StructureComparison.similarity(a, b).value)
    #expect((0...1).contains(similarity))
    #expect(StructureComparison.similarity(b, a).value.isClose(to: similarity))
    #expect(
      StructureComparison.diversification(a, world: b).value.isClose(to: 1 - similarity))
    #expect(StructureComparison.similarity(a.map { 5 * $0 }, b).value.isClose(to: similarity))
  }

  @Test func `undefined where either has no trade`() {
    #expect(StructureComparison.similarity([0], [1]).value == nil)
    #expect(StructureComparison.diversification([1], world: [0]).reason == "the world has no trade")
    #expect(
      StructureComparison.complementarity(exports: [1], imports: [0]).reason
        == "the partner has no imports")
  }

  @Test(arguments: ["2010", "2021"])
  func `exports of Kazakhstan and Viet Nam are as alike as the reference says`(
    period: String
  ) throws {
    let reference = try IndexReference.oracle().number([
      "index": "home", "period": period, "quantity": "similarity",
    ])
    let similarity = StructureComparison.similarity(
      try HomeExports.values("KAZ", period), try HomeExports.values("VNM", period))
    #expect(similarity.value.isClose(to: try #require(reference)))
  }
}
