import Testing
import TradeSeries
import TradeTestSupport

/// What `auto` learns of the width of intervals from series with a season.
@Suite struct SeasonalChoiceTests {
  private static let pattern: [Double] = [-8, 4, -2, 6]

  /// Quarters whose errors are so large; jumps are what no model sees coming.
  private func panel(_ series: Int, count: Int, jump: Double, seed: Int) throws -> [Series] {
    var generator = SeededGenerator(seed: seed)
    return try (0..<series).map { index in
      var values = (0..<count).map { place in
        100 + Self.pattern[place % 4] + Double.random(in: -1...1, using: &generator)
      }
      values[count - 1] += index % 2 == 0 ? jump : -jump
      return try Series(
        "s\(index)", unit: .one, start: Period(year: 2018, quarter: 1), values: values)
    }
  }

  private func width(_ method: any Forecaster, _ series: Series) throws -> Double {
    let interval = try series.forecast(with: method).points[0].intervals[1]
    return interval.upperBound - interval.lowerBound
  }

  @Test func `fewer than forty series take the widths of the program`() throws {
    let series = try panel(39, count: 10, jump: 30, seed: 1)
    let method = Auto().learned(from: Panel(series, workers: 2), horizon: 1)
    #expect(try width(method, series[0]) == width(.auto, series[0]))
    #expect(
      method.reason(for: series[0].history).contains("training parts of the M3 competition"))
  }

  @Test func `what forty series needed is what they get`() throws {
    let calm = try panel(40, count: 10, jump: 0, seed: 2)
    let wild = try panel(40, count: 10, jump: 12, seed: 2)
    let probe = try panel(1, count: 10, jump: 0, seed: 3)[0]
    let methods = [calm, wild].map { Auto().learned(from: Panel($0, workers: 2), horizon: 1) }
    let widths = try methods.map { try width($0, probe) }
    // Jumps of twelve where models expect errors of one call for far wider intervals.
    #expect(widths[1] > 2 * widths[0], "\(widths)")
    for method in methods {
      #expect(
        method.reason(for: probe.history).hasSuffix(
          "as wide as the last values of 40 series of the file call for."))
    }
    // The point is that of the mean of the methods in any case.
    let points = try (methods + [.auto]).map { try probe.forecast(with: $0).points[0].mean }
    #expect(points[1] == points[0] && points[2] == points[0])
  }

  @Test func `series of two seasons or fewer are not measured`() throws {
    let short = try panel(45, count: 9, jump: 12, seed: 4)
    let method = Auto().learned(from: Panel(short, workers: 2), horizon: 1)
    #expect(try width(method, short[0]) == width(.auto, short[0]))
  }
}
