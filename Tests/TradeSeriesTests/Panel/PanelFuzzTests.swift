import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

/// Whatever a file holds, every series has an answer of finite numbers, in its place.
@Suite struct PanelFuzzTests {
  /// Values of one of the kinds that break methods.
  private static func values(
    kind: Int, count: Int, _ generator: inout SeededGenerator
  ) -> [Double?] {
    func random(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &generator) }
    let sizes: [Double] = [1e-300, 1e-140, 1e-9, 1, 1e9, 1e140, 9e147]
    let size = sizes[Int.random(in: 0..<sizes.count, using: &generator)]
    let base: [Double?] = (0..<count).map { place in
      switch kind {
      case 0: 7
      case 1: 0
      case 2: -random(0...9)
      case 3: random(-5...5)
      case 4: place == count / 2 ? min(9e9, 1e149 / size) : random(0...9)
      case 5: place % 3 == 0 ? 0 : random(0...1)
      case 6: place < count / 2 ? 0 : 5
      case 7: 100 + Double(place)
      case 8: place % 2 == 0 ? 1 : -1
      case 9: place == count - 1 ? 1e-12 : 1 + 1e-13 * random(0...1)
      default: random(0...100)
      }
    }
    let withGaps: [Double?] = base.enumerated().map { place, value in
      kind > 4 && place > 0 && place < count - 1 && random(0...1) < 0.2 ? nil : value
    }
    return withGaps.map { value in value.map { $0 * size } }
  }

  private static func series(
    _ index: Int, season: Int, _ generator: inout SeededGenerator, longest: Int
  ) throws -> Series {
    let count = Int.random(in: 1...longest, using: &generator)
    let values = values(kind: Int.random(in: 0...11, using: &generator), count: count, &generator)
    let start =
      switch season {
      case 4: Period(year: 2000, quarter: 2)
      case 12: Period(year: 2000, month: 11)
      default: Period(year: 1990)
      }
    let marks: [Qualifier] = values.indices.map { _ in
      season == 1 && Int.random(in: 0..<40, using: &generator) == 0 ? .moreThan : .exact
    }
    return try Series("s\(index)", unit: .one, start: start, values: values, qualifiers: marks)
  }

  private func check(_ series: [Series], horizon: Int, _ comment: String) {
    let levels = [0.5, 0.8, 0.95, 0.995]
    let forecasts = Panel(series, workers: 2).forecasts(
      with: .auto, horizon: horizon, levels: levels)
    #expect(forecasts.map(\.series.name) == series.map(\.name))
    for (forecast, series) in zip(forecasts, series) {
      #expect(forecast.points.count == horizon)
      expectSound(forecast, "\(comment), \(series.name): \(series.values)")
      guard series.isNonNegative else { continue }
      #expect(forecast.points.allSatisfy { $0.intervals.allSatisfy { $0.lowerBound >= 0 } })
    }
  }

  @Test(arguments: 1...3, [1, 3]) func `annual files of any kind have an answer`(
    seed: Int, horizon: Int
  ) async {
    // A failure may stop the process, so that this has one of its own.
    await #expect(processExitsWith: .success) { [seed, horizon] in
      var generator = SeededGenerator(seed: seed)
      let series = try (0..<40).map {
        try Self.series($0, season: 1, &generator, longest: 9)
      }
      PanelFuzzTests().check(series, horizon: horizon, "seed \(seed)")
    }
  }

  @Test(arguments: 1...2, [4, 12]) func `short files with a season have an answer`(
    seed: Int, season: Int
  ) async {
    await #expect(processExitsWith: .success) { [seed, season] in
      var generator = SeededGenerator(seed: 100 * season + seed)
      let series = try (0..<20).map {
        try Self.series($0, season: season, &generator, longest: season == 4 ? 11 : 16)
      }
      PanelFuzzTests().check(series, horizon: 2, "seed \(seed)")
    }
  }

  @Test func `files of annual and other series have an answer`() async {
    await #expect(processExitsWith: .success) {
      var generator = SeededGenerator(seed: 7)
      let series = try (0..<30).map {
        try Self.series($0, season: [1, 1, 4, 12][$0 % 4], &generator, longest: 8)
      }
      PanelFuzzTests().check(series, horizon: 1, "mixed")
    }
  }
}
