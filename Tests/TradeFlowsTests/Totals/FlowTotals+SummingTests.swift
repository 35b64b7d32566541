import Testing
import TradeFlows
import TradeSeries

@Suite struct FlowTotalsSummingTests {
  private let totals = FlowTotals(
    dimensions: [.period, .code], keys: [["2020", "2021", "2020"], ["10", "10", "72"]],
    values: [1, 2, 4], quantities: [nil, nil, nil], counts: [1, 2, 3], unit: "USD")

  @Test func `sums over what is not named, in the order of the keys`() {
    let sums = totals.summed(by: [.period])
    #expect(sums.keys == [["2020", "2021"]])
    #expect(sums.values == [5, 2])
    #expect(sums.counts == [4, 2])
  }

  @Test func `sums by all dimensions change nothing`() {
    #expect(totals.summed(by: [.period, .code]) == totals)
  }

  @Test func `a row without a value adds nothing`() {
    let gaps = FlowTotals(
      dimensions: [.period], keys: [["2020", "2020", "2021"]], values: [nil, 3, nil],
      quantities: [nil, nil, nil], counts: [1, 1, 1], unit: "USD")
    #expect(gaps.summed(by: [.period]).values == [3, nil])
  }

  @Test func `selects rows in the order given`() {
    let part = totals.selecting([2, 0])
    #expect(part.keys == [["2020", "2020"], ["72", "10"]])
    #expect(part.values == [4, 1])
  }
}
