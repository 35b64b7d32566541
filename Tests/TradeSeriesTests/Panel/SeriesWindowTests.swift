import Testing
import TradeSeries
import TradeTestSupport

@Suite struct SeriesWindowTests {
  private func window(_ values: [Double]) throws -> SeriesWindow {
    try #require(SeriesWindow(values[...]))
  }

  private func walk(seed: Int, count: Int) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in Double.random(in: 0...100, using: &generator) }
  }

  @Test func `matches a calculation by hand`() throws {
    // Changes 2, −1, 3: mean size 2; mean 4, median 3.5; slope (−1.5·2 − 0.5·4 + 0.5·3 + 1.5·6)/5.
    let window = try window([2, 4, 3, 6])
    #expect(window.last == 6)
    #expect(window.scale == 2)
    let mean = 3.75
    let slope = 1.1
    let expected = [
      0, 1, -0.5, 1.5, (mean - 6) / 2, 3, 0.25, 4.0 / 4, (6 - mean) / 2, (3.5 - 6) / 2, -2, 0,
      (13.0 / 3 - 6) / 2, 2, 2 / mean, mean / 2, 0.45083371313801535, 1.5, slope / 2,
      (mean + 1.5 * slope - 6) / 2, 0, 0.20083371313801535, 0, 1,
    ]
    #expect(window.features.count == PooledDesign.chosen.featureCount)
    for (place, (own, value)) in zip(window.features, expected).enumerated() {
      #expect(own.isClose(to: value, tolerance: 1e-14), "feature \(place + 1)")
    }
  }

  @Test(arguments: 3...14) func `has every feature at every length, the constant last`(
    count: Int
  ) throws {
    let window = try window(walk(seed: count, count: count))
    #expect(window.features.count == PooledDesign.chosen.featureCount)
    #expect(window.features.last == 1)
    #expect(window.features.allSatisfy { $0.isFinite })
    // Changes that a short window does not have are zero.
    #expect(window.features.prefix(4).count { $0 != 0 } == min(count - 1, 4))
  }

  @Test(arguments: 1...5, [0x1p-900, 0x1p-20, 0x1p10, 0x1p480]) func `has no unit`(
    seed: Int, factor: Double
  ) throws {
    let values = walk(seed: seed, count: 6)
    let plain = try window(values)
    let scaled = try window(values.map { $0 * factor })
    #expect(scaled.last == plain.last * factor)
    #expect(scaled.scale == plain.scale * factor)
    for (a, b) in zip(plain.features, scaled.features) {
      #expect(b.isClose(to: a, tolerance: 1e-14))
    }
  }

  @Test(arguments: 1...5) func `what tells the shape does not see the height`(seed: Int) throws {
    let values = walk(seed: seed, count: 8)
    let (low, high) = (try window(values), try window(values.map { $0 + 4096 }))
    #expect(high.scale.isClose(to: low.scale, tolerance: 1e-12))
    // Size, its inverse, variation, level and the two of the height are those of the height.
    let heights: Set = [5, 6, 14, 15, 16, 21]
    for place in low.features.indices where !heights.contains(place) {
      #expect(
        high.features[place].isClose(to: low.features[place], tolerance: 1e-10), "\(place)")
    }
    for place in heights.subtracting([5, 15, 21]) {
      #expect(high.features[place] != low.features[place], "\(place)")
    }
  }

  @Test(
    arguments: [
      [5, 5, 5], [0, 0, 0, 0], [-3, -3, -3], [1e9, 1e9 + 1e-5, 1e9],
      [.leastNonzeroMagnitude, 0, .leastNonzeroMagnitude],
    ])
  func `there is none where nothing changes`(values: [Double]) {
    #expect(SeriesWindow(values[...]) == nil)
  }

  @Test(
    arguments: [
      [0, 0, 1e-9], [1e-300, 2e-300, 0], [1e149, -1e149, 1e149], [0, 0, 0, 1e150], [-5, 0, 5],
      [1e150, 1, 1],
    ])
  func `has finite features of any values`(values: [Double]) throws {
    let window = try window(values)
    #expect(window.features.allSatisfy { $0.isFinite }, "\(window.features)")
    #expect(window.scale > 0)
  }

  @Test func `closes a gap by the root of its length`() {
    #expect(History([4, nil, nil, nil, 10]).closed == [7, 10])
    #expect(History([4, 6, nil, nil, nil, 10, 9]).closed == [6, 8, 10, 9])
    #expect(History([4, 6, 5]).closed == [4, 6, 5])
  }
}
