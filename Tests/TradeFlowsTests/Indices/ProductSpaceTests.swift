import Testing
import TradeFlows
import TradeTestSupport

@Suite struct ProductSpaceTests {
  private let advantages = TradeMatrix(
    rows: ["A", "B", "C"], columns: ["1", "2", "3"],
    values: [[1, 1, 0], [1, 1, 1], [1, 0, 0]])

  @Test func `match a calculation by hand`() {
    // Ubiquity 3, 2, 1; goods 1 and 2 meet twice, of 3.
    let space = ProductSpace(Complexity(advantages: advantages))
    #expect(space.proximity[0, 1].isClose(to: 2.0 / 3))
    #expect(space.proximity[0, 2].isClose(to: 1.0 / 3))
    #expect(space.proximity[1, 2].isClose(to: 0.5))
    #expect(space.proximity[2, 2] == 1)
    // C has good 1 only: (2/3) / (2/3 + 1 + 1/2).
    #expect(space.density[2, 1].isClose(to: (2.0 / 3) / (13.0 / 6)))
    #expect(space.density[1, 0].isClose(to: 1))
  }

  @Test(arguments: 1...6) func `proximity is symmetric and both stay between 0 and 1`(seed: Int) {
    let complexity = Complexity(ComplexityTests.random(8, 11, seed: seed))
    let space = ProductSpace(complexity)
    for p in 0..<11 {
      for q in 0..<11 { #expect(space.proximity[p, q] == space.proximity[q, p]) }
    }
    #expect(space.proximity.elements.allSatisfy { (0...1).contains($0) })
    #expect(space.density.elements.allSatisfy { (-1e-12...1 + 1e-12).contains($0) })
  }

  @Test func `there is no gain in a good that is exported already`() {
    let space = ProductSpace(Complexity(advantages: advantages))
    #expect(space.gains(ofReporter: 1).map(\.value) == [0, 0, 0])
    #expect((space.gains(ofReporter: 2)[0].value ?? 9) == 0)
    #expect((space.gains(ofReporter: 2)[2].value ?? 0) != 0)
  }

  @Test func `goods without exporters have neither gain nor neighbours`() {
    let lonely = TradeMatrix(
      rows: ["A", "B", "C"], columns: ["1", "2", "3", "4"],
      values: [[1, 1, 0, 0], [1, 1, 1, 0], [1, 0, 0, 0]])
    let space = ProductSpace(Complexity(advantages: lonely))
    #expect(space.proximity[3, 3] == 0)
    #expect(space.gains(ofReporter: 0)[3].reason == "no revealed comparative advantage")
    #expect(space.density.elements.allSatisfy { $0.isFinite })
  }

  @Test func `without complexity there is no outlook`() {
    let same = TradeMatrix(rows: ["A", "B"], columns: ["1", "2"], values: [[1, 1], [1, 1]])
    let space = ProductSpace(Complexity(advantages: same))
    #expect(space.outlooks[0].reason == "all reporters have an advantage in the same goods")
  }
}
