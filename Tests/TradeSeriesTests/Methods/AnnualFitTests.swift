import Testing
import TradeSeries
import TradeTestSupport

/// What is learned for one or two values, or values that never change, holds for any history.
@Suite struct AnnualFitTests {
  /// Location, scale and quantiles of the learned errors.
  private func learned(
    _ values: [Double?], step: Int = 1
  ) throws -> (location: Double, scale: Double, quantiles: [Predictive.QuantilePoint]) {
    let distribution = AnnualFit(History(values)).distribution(at: step)
    guard case .empirical(let location, let scale, let quantiles) = distribution else {
      throw SeriesError.empty("\(distribution)")
    }
    return (location, scale, quantiles)
  }

  @Test func `scales a single value by a tenth of it`() throws {
    let fit = try learned([500])
    #expect(fit.location == 500)
    #expect(fit.scale == 50)
  }

  @Test func `matches a calculation by hand`() throws {
    // Changes 20 and 30; relative 20/110 and 30/105; level 310/3.
    let fit = try learned([100, 120, 90])
    #expect(fit.location == 90)
    let scale = 0.5 * 25 + 0.5 * 90 * (20.0 / 110 + 30.0 / 105) / 2 + 31.0 / 3
    #expect(fit.scale.isClose(to: scale, tolerance: 1e-14))
  }

  @Test func `a change over a gap is scaled to one period`() throws {
    // 40 over four periods is as 20 over one.
    let fit = try learned([100, nil, nil, nil, 140])
    let scale = 0.5 * 20 + 0.5 * 140 * (20.0 / 120) + 12
    #expect(fit.scale.isClose(to: scale, tolerance: 1e-14))
  }

  @Test(arguments: [(7, 0.0), (8, 0.25), (12, 0.25), (13, 0.5), (40, 0.5)])
  func `follows more of the mean change the longer the series`(count: Int, share: Double) throws {
    let line = (0..<count).map { 100 + 4 * Double($0) }
    for step in [1, 3] {
      let expected = line[count - 1] + share * 4 * Double(step)
      #expect(try learned(line, step: step).location.isClose(to: expected, tolerance: 1e-14))
    }
  }

  @Test func `counts a mean change by periods, gaps included`() throws {
    let values: [Double?] = [100, nil, nil] + (3...9).map { 100 + 4 * Double($0) }
    #expect(try learned(values).location.isClose(to: 136 + 0.25 * 4, tolerance: 1e-14))
  }

  @Test(arguments: 1...40) func `has learned quantiles in order for every length and horizon`(
    count: Int
  ) throws {
    let values = (0..<count).map { 100 + Double($0 % 3) }
    for step in [1, 2, 5, 10, 11] {
      let points = try learned(values, step: step).quantiles
      #expect(points.count == 13)
      for (a, b) in zip(points, points.dropFirst()) {
        #expect(a.score < b.score)
        #expect(a.value < b.value)
      }
    }
  }

  @Test func `longer series have errors of their own`() throws {
    let quantiles = try [1, 2, 3, 4, 5, 6, 8, 12, 20, 30].map { count in
      try learned([Double](repeating: 5, count: count)).quantiles
    }
    for (a, b) in zip(quantiles, quantiles.dropFirst()) { #expect(a != b) }
    #expect(try learned([Double](repeating: 5, count: 7)).quantiles == quantiles[5])
    #expect(try learned([Double](repeating: 5, count: 500)).quantiles == quantiles[9])
  }

  @Test func `beyond the learned horizons errors grow as those of a random walk`() throws {
    let values: [Double] = [100, 120, 90, 110]
    let ten = try learned(values, step: 10)
    let forty = try learned(values, step: 40)
    #expect(forty.quantiles == ten.quantiles)
    #expect(forty.scale.isClose(to: 2 * ten.scale, tolerance: 1e-14))
    #expect(try learned(values, step: 9).scale == ten.scale)
  }

  @Test(arguments: [1, 2, 3, 4, 5, 7, 8, 12, 13, 20, 40]) func `tells what it does and how it held`(
    count: Int
  ) {
    let values = (0..<count).map { 100 + Double($0 % 3) }
    let reason = AnnualFit.reason(for: History(values))
    #expect(reason.contains(count == 1 ? "a single value" : "\(count) values"))
    #expect(reason.hasSuffix("95 % held for 95 in 100."))
    let centre = count < 8 ? "the growth usual" : count < 13 ? "a quarter of" : "half the mean"
    #expect(reason.contains(centre))
  }

  // MARK: Where it answers

  @Test(arguments: [[5], [5, 9], [5, 5, 5], [Double](repeating: 0, count: 12), [-3, -3, -3, -3]])
  func `answers for auto where there is no window`(values: [Double]) throws {
    let auto = try Auto().fit(History(values))
    let own = AnnualFit(History(values))
    for step in [1, 4, 12] {
      #expect(auto.distribution(at: step) == own.distribution(at: step))
    }
    #expect(auto.likelihood == own.likelihood)
    #expect(Auto().reason(for: History(values)) == AnnualFit.reason(for: History(values)))
  }

  @Test func `values that differ by rounding only are a constant`() throws {
    let history = History([1e9, 1e9 + 1e-4, 1e9, 1e9 + 1e-4])
    #expect(
      try Auto().fit(history).distribution(at: 1) == AnnualFit(history).distribution(at: 1))
  }

  @Test func `three values of which one differs have a window`() throws {
    let history = History([5, 5, 6])
    #expect(
      try Auto().fit(history).distribution(at: 1) != AnnualFit(history).distribution(at: 1))
  }
}
