import TradeSeries
import TradeTestSupport

/// Annual series by rule, the same in every run.
enum SimulatedPanel {
  /// Series that keep growing by their own share, with errors round each year's growth.
  static func trending(_ series: Int, count: Int, seed: Int) -> [[Double]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<series).map { _ in
      var value = Double.random(in: 10...1000, using: &generator)
      let growth = Double.random(in: 0.05...0.15, using: &generator)
      return (0..<count).map { _ in
        value *= 1 + growth + 0.03 * bell(&generator)
        return value
      }
    }
  }

  /// Walks without a direction, each with changes of its own size.
  static func walks(_ series: Int, count: Int, seed: Int) -> [[Double]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<series).map { _ in
      let size = Double.random(in: 1...20, using: &generator)
      var value = 500.0
      return (0..<count).map { _ in
        value += size * bell(&generator)
        return value
      }
    }
  }

  static func panel(_ values: [[Double]], workers: Int = 2) -> Panel {
    Panel(
      values.enumerated().map { Series("s\($0)", start: 2000, values: $1) }, workers: workers)
  }

  /// Nearly normal with a variance of one: the sum of twelve, less six.
  private static func bell(_ generator: inout SeededGenerator) -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) }
  }
}
