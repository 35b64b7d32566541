import Testing
import TradeSeries
import TradeTestSupport

@Suite struct HierarchyForecastTests {
  /// Groups that grow and shrink at random, one of them tiny.
  private func hierarchy(years: Int = 16, seed: Int = 1, sections: Bool = false) throws
    -> Hierarchy
  {
    var random = SeededGenerator(seed: seed)
    let groups = [100.0, 40, 7, 0.5].enumerated().map { place, start in
      var value = start
      let values = (0..<years).map { _ in
        value *= Double.random(in: 0.8...1.3, using: &random)
        return value
      }
      return Series("g\(place)", start: 2000, values: values)
    }
    return try Hierarchy(groups, sections: sections ? ["a", "a", "b", "b"] : [])
  }

  private static let ways: [(any Reconciliation)?] =
    [nil] + Reconciliations.all.map { Optional($0) }

  @Test(arguments: 0..<5, [false, true])
  func `forecasts add up at every step, inside intervals that are ordered`(
    way: Int, sections: Bool
  ) throws {
    let hierarchy = try hierarchy(sections: sections)
    let result = hierarchy.forecasts(
      with: .drift, reconciledBy: Self.ways[way], horizon: 4, levels: [0.5, 0.95])
    for step in 0..<4 {
      let means = result.forecasts.map { $0.points[step].mean }
      for (sum, parts) in hierarchy.children.enumerated() {
        let total = parts.reduce(0) { $0 + means[$1] }
        #expect(means[hierarchy.leafCount + sum].isClose(to: total, tolerance: 1e-9))
      }
      for forecast in result.forecasts {
        let point = forecast.points[step]
        #expect(point.period == Period(year: 2016 + step))
        #expect(point.intervals[1].lowerBound <= point.intervals[0].lowerBound)
        #expect(point.intervals[0].contains(point.mean))
        #expect(point.intervals[0].upperBound <= point.intervals[1].upperBound)
        #expect(point.intervals[1].lowerBound >= 0)
      }
    }
  }

  @Test func `bottom-up groups are those of a plain forecast`() throws {
    let hierarchy = try hierarchy()
    let plain = Panel(Array(hierarchy.series.prefix(4))).forecasts(with: .auto, horizon: 2)
    let result = hierarchy.forecasts(with: .auto, reconciledBy: .bottomUp, horizon: 2)
    for (forecast, plain) in zip(result.forecasts, plain) {
      #expect(forecast.method == "auto+bottom-up")
      for (point, expected) in zip(forecast.points, plain.points) {
        #expect(point.mean == expected.mean)
        #expect(point.intervals[1].upperBound.isClose(to: expected.intervals[1].upperBound))
      }
    }
  }

  @Test func `the spread of a moved distribution is that of the base times the factor`() throws {
    let hierarchy = try hierarchy()
    let base = try hierarchy.series[4].forecast(with: .drift)
    for way in [StructuralScaling(), MinimumTrace()] as [any Reconciliation] {
      let result = hierarchy.forecasts(with: .drift, reconciledBy: way)
      let (before, after) = (
        base.points[0].intervals[1], result.forecasts[4].points[0].intervals[1]
      )
      let ratio =
        (after.upperBound - after.lowerBound) / (before.upperBound - before.lowerBound)
      if way.needsErrors { #expect(ratio < 1) } else { #expect(ratio.isClose(to: 1)) }
    }
  }

  @Test func `errors are measured where the total is long enough`() throws {
    for (years, origins) in [(7, "without past errors"), (8, "last 5 origins"), (40, "last 12")] {
      let result = try hierarchy(years: years).forecasts(with: .naive)
      #expect(result.reconciliation == "mint")
      #expect(result.notes.count == 1)
      #expect(result.notes[0].contains(origins))
    }
  }

  @Test func `naive forecasts add up by themselves and stay`() throws {
    let hierarchy = try hierarchy()
    let result = hierarchy.forecasts(with: .naive)
    for (forecast, series) in zip(result.forecasts, hierarchy.series) {
      #expect(forecast.points[0].mean.isClose(to: series.values[15] ?? 0, tolerance: 1e-9))
    }
  }

  @Test func `a method that cannot answer leaves its place to auto`() throws {
    let groups = [
      Series("old", start: 2000, values: [1, 2, 3, 4, 5]), Series("new", start: 2004, values: [3]),
    ]
    let result = try Hierarchy(groups).forecasts(with: .drift, reconciledBy: .topDown)
    #expect(result.fallbackCount == 1)
    #expect(result.forecasts[1].method == "auto (drift: needs 3 values)+top-down")
  }

  @Test(arguments: 1...3) func `the number of workers changes nothing`(seed: Int) throws {
    let hierarchy = try hierarchy(seed: seed)
    let results = [1, 3].map { hierarchy.forecasts(with: .auto, horizon: 2, workers: $0) }
    #expect(
      results[0].forecasts.map { $0.points.map(\.mean) }
        == results[1].forecasts.map { $0.points.map(\.mean) })
  }

  @Test func `zeros, falling values and enormous ones give finite results`() throws {
    let rows: [[Double]] = [
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1e149, 1, 1e149, 1, 2, 1e149, 3, 1, 1e149, 1],
      [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], [-5, 4, -3, 2, -1, 0, 1, -2, 3, -4],
    ]
    let hierarchy = try Hierarchy(
      rows.enumerated().map { Series("\($0)", start: 2000, values: $1) })
    for way in Reconciliations.all {
      for method in [.auto, .trend] as [any Forecaster] {
        let result = hierarchy.forecasts(with: method, reconciledBy: way, horizon: 30)
        for point in result.forecasts.flatMap(\.points) {
          #expect(point.mean.isFinite && point.intervals.allSatisfy { $0.upperBound.isFinite })
        }
        #expect(result.forecasts.prefix(3).allSatisfy { $0.points.allSatisfy { $0.mean >= 0 } })
      }
    }
  }
}
