import Testing
import TradeTestSupport

@testable import TradeReport

@Suite struct TicksTests {
  @Test func `are the round numbers that people choose`() {
    #expect(Ticks.linear(covering: 0...979.2, about: 6).values == [0, 200, 400, 600, 800, 1000])
    #expect(Ticks.linear(covering: -0.3...0.9, about: 4).values == [-0.5, 0, 0.5, 1])
    #expect(Ticks.linear(covering: 0...1, about: 6).values == [0, 0.2, 0.4, 0.6, 0.8, 1])
  }

  @Test(arguments: 1...60) func `cover the range evenly with few round steps`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let low = Double.random(in: -1000...1000, using: &generator)
    let width = Double.random(in: 1e-6...1e6, using: &generator)
    let ticks = Ticks.linear(covering: low...(low + width), about: 6)
    let tolerance = 1e-6 * ticks.step
    #expect(ticks.domain.lowerBound <= low + tolerance)
    #expect(ticks.domain.upperBound >= low + width - tolerance)
    // No tick more than the ends need.
    #expect(low - ticks.domain.lowerBound < ticks.step + tolerance)
    #expect(ticks.domain.upperBound - low - width < ticks.step + tolerance)
    #expect((3...14).contains(ticks.values.count))
    for (one, next) in zip(ticks.values, ticks.values.dropFirst()) {
      #expect((next - one).isClose(to: ticks.step, tolerance: 1e-6))
    }
    var lead = ticks.step
    while lead < 0.999 { lead *= 10 }
    while lead > 9.99 { lead /= 10 }
    #expect([1, 2, 2.5, 5].contains { abs($0 - lead) < 1e-6 })
  }

  @Test(arguments: [0...0, 5...5, -3...(-3), 1e300...1e300, -1e300...1e300, 0...1e-300])
  func `any range has two ticks that are numbers`(range: ClosedRange<Double>) {
    let values = Ticks.linear(covering: range, about: 6).values
    #expect((2...14).contains(values.count))
    #expect(values.allSatisfy { $0.isFinite })
    #expect(values.first != values.last)
  }

  @Test func `logarithmic ticks are 1, 2 and 5, or powers of ten where there are many`() {
    #expect(
      Ticks.logarithmic(covering: 4.7...272, about: 6).values == [2, 5, 10, 20, 50, 100, 200, 500])
    #expect(
      Ticks.logarithmic(covering: 1...1e6, about: 7).values == [1, 10, 100, 1000, 1e4, 1e5, 1e6])
    #expect(Ticks.logarithmic(covering: 100...100, about: 6).values == [100, 200])
  }

  @Test(arguments: 1...40) func `logarithmic ticks rise and cover the range`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let low = Double.random(in: 1e-6...1e6, using: &generator)
    let high = low * Double.random(in: 1...1e9, using: &generator)
    let values = Ticks.logarithmic(covering: low...high, about: 6).values
    #expect(values.first.map { $0 <= low * (1 + 1e-9) } == true)
    #expect(values.last.map { $0 >= high * (1 - 1e-9) } == true)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
    #expect((2...12).contains(values.count))
  }

  @Test func `have the decimals that tell them apart`() {
    #expect([1, 0.5, 0.25, 0.001, 500].map(Ticks.decimals) == [0, 1, 2, 3, 0])
  }

  @Test func `an axis has zero unless its values are far from it`() {
    #expect(Ticks.range(of: [200, 979]) == 0...979)
    #expect(Ticks.range(of: [95, 105]) == 95...105)
    #expect(Ticks.range(of: [-5, -1]) == -5...0)
    #expect(Ticks.range(of: [-5, 3]) == -5...3)
    #expect(Ticks.range(of: [5, 5]) == 0...5)
    #expect(Ticks.range(of: []) == 0...1)
  }
}
