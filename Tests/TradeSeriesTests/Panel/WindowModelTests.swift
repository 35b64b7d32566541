import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct WindowModelTests {
  private func learned(_ series: [[Double]], horizon: Int) throws -> WindowModels {
    try WindowModels(#require(Prior.table(learnedFrom: series, horizon: horizon)))
  }

  /// Pooled regressions learned from a panel, fitted to one series.
  private func pooled(
    _ series: [[Double]], horizon: Int, after values: [Double]
  ) throws -> any FittedForecaster {
    let method = Pooled().learned(from: SimulatedPanel.panel(series), horizon: horizon)
    return try method.fit(Series("one", start: 2000, values: values))
  }

  // MARK: What is learned

  @Test func `a rule that every series follows is learned`() throws {
    // y[t+1] = y[t] + ½ Δ[t] − 0.9 Δ[t−1]: series that swing, each in its own way.
    var generator = SeededGenerator(seed: 3)
    let series = (0..<60).map { _ in
      let size = Double.random(in: 1...100, using: &generator)
      var values = (0..<3).map { _ in 500 + size * Double.random(in: -1...1, using: &generator) }
      while values.count < 9 {
        let (a, b, c) = (values[values.count - 3], values[values.count - 2], values.last ?? 0)
        values.append(c + 0.5 * (c - b) - 0.9 * (b - a))
      }
      return values
    }
    for values in series.prefix(10) {
      let past = Array(values.dropLast())
      let size = zip(past, past.dropFirst()).reduce(0) { $0 + abs($1.1 - $1.0) } / 7
      let fit = try pooled(series, horizon: 1, after: past)
      let distribution = fit.distribution(at: 1)
      // The ridge holds it a little nearer to no change.
      #expect(abs(distribution.point - values[8]) < 0.2 * size, "\(values)")
    }
  }

  @Test func `half of the last change, exactly, is learned`() throws {
    var generator = SeededGenerator(seed: 4)
    let series = (0..<60).map { _ in
      var change = Double.random(in: -100...100, using: &generator)
      var values = [Double.random(in: 200...900, using: &generator)]
      for _ in 0..<7 {
        values.append(values[values.count - 1] + change)
        change *= 0.5
      }
      return values
    }
    for change in [-2.0, 0.5] {
      let values = [0, 32, 48, 56, 60, 62, 63].map { 400 + change * $0 }
      let fit = try pooled(series, horizon: 2, after: values)
      let steps = [1, 2].map { fit.distribution(at: $0).point - values[6] }
      #expect(abs(steps[0] - 0.5 * change) < 0.1 * abs(change))
      #expect(abs(steps[1] - 0.75 * change) < 0.1 * abs(change))
    }
  }

  @Test(arguments: 1...2) func `intervals of series held out cover what they promise`(
    seed: Int
  ) throws {
    let all = SimulatedPanel.walks(260, count: 10, seed: seed)
    let method = Pooled().learned(
      from: SimulatedPanel.panel(Array(all.prefix(130))), horizon: 2)
    var (inside, total) = ([0, 0], 0)
    for values in all.suffix(130) {
      for end in [5, 7, 8] {
        let fit: any FittedForecaster = try method.fit(
          Series("s", start: 2000, values: Array(values.prefix(end))))
        let distribution = fit.distribution(at: 2)
        let actual = values[end + 1]
        for (place, level) in [0.8, 0.95].enumerated() {
          let range =
            distribution.quantile((1 - level) / 2)...distribution.quantile((1 + level) / 2)
          inside[place] += range.contains(actual) ? 1 : 0
        }
        total += 1
      }
    }
    let shares = inside.map { Double($0) / Double(total) }
    #expect(abs(shares[0] - 0.8) < 0.07, "\(shares)")
    #expect(abs(shares[1] - 0.95) < 0.035, "\(shares)")
  }

  @Test func `has no model where there are fewer than twenty series`() {
    let series = SimulatedPanel.walks(20, count: 8, seed: 1)
    #expect(Prior.table(learnedFrom: series, horizon: 1) != nil)
    #expect(Prior.table(learnedFrom: Array(series.dropLast()), horizon: 1) == nil)
    #expect(Prior.table(learnedFrom: series.map { Array($0.prefix(3)) }, horizon: 1) == nil)
    #expect(Prior.table(learnedFrom: [], horizon: 1) == nil)
  }

  @Test func `has a model for each length that the series can teach`() throws {
    let models = try learned(SimulatedPanel.walks(24, count: 8, seed: 2), horizon: 2).models
    // Eight values teach windows of up to six to the end of a horizon of two.
    #expect(models.map(\.length) == [3, 4, 5, 6])
    for step in models.flatMap(\.steps) {
      let features = PooledDesign.chosen.featureCount
      #expect([step.location, step.lower, step.upper].allSatisfy { $0.count == features })
      #expect(step.ratios.count == WindowModel.probabilities.count)
      for (a, b) in zip(step.ratios, step.ratios.dropFirst()) { #expect(a <= b) }
      #expect(step.ratios[6] == 0)
    }
    #expect(models.allSatisfy { $0.steps.count == 2 })
  }

  @Test func `constant series teach nothing and do no harm`() throws {
    let walks = SimulatedPanel.walks(22, count: 6, seed: 3)
    let constants = (0..<9).map { [Double](repeating: Double($0), count: 6) }
    let mixed = try learned(walks + constants, horizon: 1)
    let plain = try learned(walks, horizon: 1)
    #expect(mixed == plain)
    #expect(Prior.table(learnedFrom: constants + constants + constants, horizon: 1) == nil)
  }

  // MARK: Laws

  @Test(arguments: [0x1p-30, 0x1p20, 1e100]) func `forecasts follow the unit of a series`(
    factor: Double
  ) throws {
    let series = SimulatedPanel.walks(24, count: 7, seed: 5)
    let method = Pooled().learned(from: SimulatedPanel.panel(series), horizon: 2)
    // The panel in another unit teaches the same.
    let other = Pooled().learned(
      from: SimulatedPanel.panel(series.map { $0.map { $0 * 0x1p12 } }), horizon: 2)
    let plain: any FittedForecaster = try method.fit(.yearly([30, 33, 29, 41, 38]))
    let scaled: any FittedForecaster = try other.fit(
      .yearly([30, 33, 29, 41, 38].map { $0 * factor }))
    for step in [1, 2, 6] {
      for p in [0.01, 0.025, 0.3, 0.5, 0.9, 0.975] {
        let expected = plain.distribution(at: step).quantile(p)
        let own = scaled.distribution(at: step).quantile(p) / factor
        #expect(own.isClose(to: expected, tolerance: 1e-9), "step \(step), p \(p)")
      }
    }
  }

  @Test func `beyond the steps learned the point stays and errors grow as those of a walk`() throws
  {
    let fit = try pooled(
      SimulatedPanel.walks(24, count: 7, seed: 6), horizon: 2, after: [30, 33, 29, 41, 38])
    let (two, eight) = (fit.distribution(at: 2), fit.distribution(at: 8))
    #expect(eight.point == two.point)
    let widths = [two, eight].map { $0.quantile(0.975) - $0.quantile(0.025) }
    #expect(widths[1].isClose(to: 2 * widths[0], tolerance: 1e-12))
  }

  @Test func `quantiles of values that do not weigh the same`() {
    let quantiles = WeightedQuantiles([5, 1, 3], [1, 2, 1])
    #expect([0.1, 0.5, 0.51, 0.75, 0.76, 0.99].map { quantiles[$0] } == [1, 1, 3, 3, 5, 5])
    #expect(WeightedQuantiles([7], [0.3])[0.5] == 7)
  }
}
