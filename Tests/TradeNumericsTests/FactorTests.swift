import Testing
import TradeNumerics
import TradeTestSupport

@Suite struct FactorTests {
  @Test func `numbers the levels in the order of text`() {
    let factor = Factor("region", ["EU", "ASEAN", "EU", "CIS", "ASEAN"])
    #expect(factor.name == "region")
    #expect(factor.levels == ["ASEAN", "CIS", "EU"])
    #expect(factor.codes == [2, 0, 2, 1, 0])
  }

  @Test func `numbers stand in the order of numbers`() {
    #expect(Factor("x", ["10", "9", "-1.5", "2e1"]).levels == ["-1.5", "9", "10", "2e1"])
    #expect(Factor("x", ["10", "9", "a"]).levels == ["10", "9", "a"])
  }

  @Test func `texts of one number are levels of their own`() {
    #expect(Factor("code", ["1", "01", "1.0", "1"]).levels == ["01", "1", "1.0"])
  }

  @Test func `no rows have no levels`() {
    #expect(Factor("x", []).levels.isEmpty)
    #expect(Factor.crossed(Factor("x", []), Factor("z", [])).levels.isEmpty)
  }

  @Test(arguments: 1...20) func `codes give back the texts in any order of rows`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<200).map { _ in "c\(Int.random(in: 0..<30, using: &generator))" }
    let factor = Factor("x", values)
    #expect(factor.codes.map { factor.levels[Int($0)] } == values)
    #expect(factor.levels == Array(Set(values)).sorted())
    #expect(Factor("x", values.shuffled(using: &generator)).levels == factor.levels)
  }

  @Test(arguments: 1...20) func `a cross has the pairs that occur, in order`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    func random(_ name: String, _ count: Int) -> Factor {
      Factor(name, (0..<300).map { _ in String(Int.random(in: 0..<count, using: &generator)) })
    }
    let (a, b) = (random("a", 25), random("b", 40))
    let cross = Factor.crossed(a, b)
    #expect(cross.name == "a^b")
    let pairs = (0..<300).map { (a.codes[$0], b.codes[$0]) }
    let expected = Set(pairs.map { [$0.0, $0.1] }).sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    #expect(cross.levels == expected.map { "\(a.levels[Int($0[0])])^\(b.levels[Int($0[1])])" })
    for (row, pair) in pairs.enumerated() {
      #expect(expected[Int(cross.codes[row])] == [pair.0, pair.1])
    }
  }

  @Test func `takes as many levels as rows`() {
    let values = (0..<10_000).map { "level \(9_999 - $0)" }
    let factor = Factor("x", values)
    #expect(factor.levels.count == 10_000)
    #expect(Set(factor.codes).count == 10_000)
    let cross = Factor.crossed(factor, factor)
    #expect(cross.codes == factor.codes)
  }

  @Test func `factors of different length are no pair`() async {
    await #expect(processExitsWith: .failure) {
      _ = Factor.crossed(Factor("a", ["x"]), Factor("b", ["x", "y"]))
    }
  }
}
