import Testing
import TradeFlows
import TradeNumerics
import TradeTestSupport

@Suite struct ComplexityTests {
  /// A nested world: each reporter exports what the ones before it do, and one good more.
  private static func nested(_ count: Int) -> TradeMatrix {
    TradeMatrix(
      rows: (0..<count).map { "R\($0)" }, columns: (0..<count).map { "G\($0)" },
      values: (0..<count).map { row in (0..<count).map { $0 <= row ? 1 : 0 } })
  }

  @Test(arguments: 3...9) func `in a nested world complexity follows diversity`(count: Int) {
    let complexity = Complexity(advantages: Self.nested(count))
    let economies = complexity.economies.compactMap(\.value)
    #expect(economies == economies.sorted())
    #expect(complexity.goods.compactMap(\.value) == complexity.goods.compactMap(\.value).sorted())
    #expect(complexity.diversity == (1...count).map(Double.init))
    #expect(complexity.ubiquity == (1...count).map(Double.init).reversed())
  }

  @Test(arguments: 1...8) func `mean 0 and deviation 1, whichever side is longer`(seed: Int) throws
  {
    for (rows, columns) in [(12, 7), (7, 12)] {
      let exports = Self.random(rows, columns, seed: seed)
      let complexity = Complexity(exports)
      for side in [complexity.economies, complexity.goods] {
        let values = side.compactMap(\.value)
        try #require(!values.isEmpty)
        let count = Double(values.count)
        #expect((values.reduce(0, +) / count).isClose(to: 0, tolerance: 1e-9))
        #expect((values.map { $0 * $0 }.reduce(0, +) / count).isClose(to: 1, tolerance: 1e-9))
      }
    }
  }

  @Test(arguments: 1...8) func `is a fixed direction of the averages of averages`(seed: Int) throws
  {
    // M̃ K = λ K, so that ECI averaged over goods and back is ECI times λ, apart from a constant.
    let complexity = Complexity(Self.random(10, 14, seed: seed))
    let m = complexity.advantages.values
    let k = complexity.economies.map { $0.value ?? 0 }
    let averaged = k.indices.map { c -> Double in
      guard complexity.diversity[c] > 0 else { return 0 }
      return (0..<14).filter { m[c, $0] > 0 }.map { p -> Double in
        k.indices.map { m[$0, p] * k[$0] }.reduce(0, +) / complexity.ubiquity[p]
      }.reduce(0, +) / complexity.diversity[c]
    }
    let pairs = zip(k, averaged).filter { $0.0 != 0 }
    let (first, second) = (pairs[0], pairs[1])
    let slope = (second.1 - first.1) / (second.0 - first.0)
    for pair in pairs {
      #expect(pair.1.isClose(to: first.1 + slope * (pair.0 - first.0), tolerance: 1e-7))
    }
  }

  @Test(arguments: 1...5) func `the order of reporters and goods does not matter`(seed: Int) {
    let exports = Self.random(9, 9, seed: seed)
    let order = [4, 2, 8, 0, 6, 1, 3, 7, 5]
    let turned = TradeMatrix(
      rows: order.map { exports.rows[$0] }, columns: order.map { exports.columns[$0] },
      values: order.map { row in order.map { exports.values[row, $0] } })
    let (straight, other) = (Complexity(exports), Complexity(turned))
    for (place, row) in order.enumerated() {
      let expected = straight.economies[row].value
      #expect(other.economies[place].value.isClose(to: expected ?? 0, tolerance: 1e-8))
    }
  }

  @Test func `an exact advantage of 1 is one`() {
    let same = TradeMatrix(
      rows: ["A", "B"], columns: ["1", "2", "3"], values: [[1, 2, 7], [3, 6, 21]])
    #expect(Complexity(same).diversity == [3, 3])
  }

  @Test func `undefined where the data do not order the reporters`() {
    func reason(_ values: [[Double]]) -> String? {
      Complexity(
        advantages: TradeMatrix(
          rows: values.indices.map { "R\($0)" }, columns: values[0].indices.map { "G\($0)" },
          values: values)
      ).economies.last?.reason
    }
    #expect(reason([[1, 1], [1, 1]]) == "all reporters have an advantage in the same goods")
    #expect(
      reason([[1, 1, 0, 0], [0, 0, 1, 1]])
        == "the reporters fall into groups that have no good in common")
    #expect(reason([[1, 1], [0, 0]]) == "no revealed comparative advantage")
    #expect(reason([[0, 0], [1, 1]]) == "fewer than two reporters or goods have an advantage")
    #expect(
      reason([[1, 0, 1], [1, 1, 0], [0, 1, 1]]) == "two orderings explain the data alike")
  }

  static func random(_ rows: Int, _ columns: Int, seed: Int) -> TradeMatrix {
    let values = randomTrade(rows * columns, seed: seed)
    return TradeMatrix(
      rows: (0..<rows).map { "R\($0)" }, columns: (0..<columns).map { "G\($0)" },
      values: (0..<rows).map { Array(values[$0 * columns..<($0 + 1) * columns]) })
  }
}
