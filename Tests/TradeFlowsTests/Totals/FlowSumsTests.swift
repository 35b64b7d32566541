import Testing
import TradeTestSupport

@testable import TradeFlows

@Suite struct FlowSumsTests {
  @Test func `Sums are those of a dictionary, in the order in which keys first come`() {
    var random = SeededGenerator(seed: 1992)
    var sums = FlowSums()
    var expected: [FlowKey: (Double, Int)] = [:]
    var order: [FlowKey] = []
    for line in 0..<20_000 {
      let key =
        FlowKey(.reporter, Int.random(in: 0..<3000, using: &random))
        | FlowKey(.code, Int.random(in: 0..<3, using: &random))
      let value = Double(Int.random(in: 0..<1000, using: &random))
      if expected[key] == nil { order.append(key) }
      expected[key, default: (0, 0)].0 += value
      expected[key, default: (0, 0)].1 += 1
      sums.add(value: value, quantity: nil, at: sums.place(of: key), line: line)
    }
    #expect(sums.sums.map(\.key) == order)
    for sum in sums.sums {
      #expect(sum.value == expected[sum.key]?.0)
      #expect(sum.rowCount == expected[sum.key]?.1)
    }
  }

  @Test func `The first two rows of a key are remembered with their file and line`() {
    var (block, sums) = (FlowSums(), FlowSums())
    let key = FlowKey(.flow, 1)
    for line in [4, 7, 9] { block.add(value: 1, quantity: 2, at: block.place(of: key), line: line) }
    sums.add(block, place: RowPlace(file: 3, line: 100))
    sums.add(block, place: RowPlace(file: 4, line: 0))
    #expect(sums.sums[0].first == RowPlace(file: 3, line: 104))
    #expect(sums.sums[0].second == RowPlace(file: 3, line: 107))
    #expect(sums.sums[0].first.file == 3)
    #expect(sums.sums[0].first.line == 104)
    #expect(sums.sums[0].value == 6)
    #expect(sums.sums[0].quantity == 12)
  }

  @Test func `A row without numbers is counted and adds nothing`() {
    var sums = FlowSums()
    sums.add(value: nil, quantity: nil, at: sums.place(of: FlowKey()), line: 0)
    #expect(sums.sums[0].rowCount == 1)
    #expect(sums.sums[0].valueCount == 0)
    #expect(RowPlace.none.isNone)
    #expect(!sums.sums[0].first.isNone)
  }
}
