import Testing

@testable import TradeFlows

@Suite struct RankOrderTests {
  private func sum(_ reporter: Int, _ flow: Int, code: Int = 0) -> FlowSum {
    var sum = FlowSum()
    sum.key = FlowKey(.reporter, reporter) | FlowKey(.flow, flow) | FlowKey(.code, code)
    return sum
  }

  @Test func `Sums stand in the order of their texts, those with the same as they came`() {
    let sums = [sum(1, 1), sum(2, 1), sum(1, 2), sum(1, 1, code: 5), sum(2, 1, code: 4)]
    let order = RankOrder(
      sums, parts: [.reporter, .flow], texts: [["", "VNM", "KAZ"], ["", "import", "export"]])
    #expect(order.places == [1, 4, 2, 0, 3])
    #expect(order.runs == [0..<2, 2..<3, 3..<5])
  }

  @Test func `Without parts all sums are one run`() {
    let order = RankOrder([sum(1, 1), sum(2, 2)], parts: [], texts: [])
    #expect(order.runs == [0..<2])
    #expect(RankOrder([], parts: [.flow], texts: [[""]]).runs.isEmpty)
  }
}
