import Testing
import TradeSeries
import TradeTestSupport

@Suite struct MeanTests {
  @Test(arguments: 1...4) func `expects the mean of all values at every step`(step: Int) throws {
    // ȳ = 4, s² = (9 + 1 + 1 + 9)/3 = 20/3, se² = 20/3 · 5/4
    let fit = try Mean().fit(History([1, 3, 5, 7]))
    let expected = try #require(fit.distribution(at: step).student)
    #expect(expected.location == 4)
    #expect(expected.scale.isClose(to: (25.0 / 3).squareRoot(), tolerance: 1e-15))
    #expect(expected.degrees == 3)
  }

  @Test(arguments: ["home", "growth", "nile", "gdp12"]) func `agrees with R`(name: String) throws {
    let forecast = try ForecastReference.series(name).forecast(with: .mean, horizon: 4)
    let sse = try ForecastReference.number(name, "mean", 0, "sse")
    let fit = try Mean().fit(History(ForecastReference.values(name)))
    #expect((fit.variance * Double(fit.count - 1)).isClose(to: sse, tolerance: 1e-12))
    for (index, point) in forecast.points.enumerated() {
      func r(_ quantity: String) throws -> Double {
        try ForecastReference.number(name, "mean", index + 1, quantity)
      }
      #expect(point.mean.isClose(to: try r("point"), tolerance: 1e-12))
      // R does not cut the intervals at zero.
      #expect(point.distribution.quantile(0.1).isClose(to: try r("lower_80"), tolerance: 1e-10))
      #expect(point.distribution.quantile(0.9).isClose(to: try r("upper_80"), tolerance: 1e-10))
      #expect(point.distribution.quantile(0.025).isClose(to: try r("lower_95"), tolerance: 1e-10))
      #expect(point.distribution.quantile(0.975).isClose(to: try r("upper_95"), tolerance: 1e-10))
    }
  }

  @Test func `a constant series goes on without doubt`() throws {
    let fit = try Mean().fit(History([7, 7, 7]))
    #expect(fit.distribution(at: 3) == .studentT(location: 7, scale: 0, degrees: 2))
  }

  @Test func `a gap is no value`() throws {
    let fit = try Mean().fit(History([2, nil, 4, nil, nil, 9]))
    #expect(fit.mean == 5)
    #expect(fit.count == 3)
    #expect(fit.variance == 13)
  }

  @Test(arguments: 1...5) func `the order of the values does not matter`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<9).map { _ in Double.random(in: 0...100, using: &generator) }
    let fit = try Mean().fit(History(values))
    let other = try Mean().fit(History(values.shuffled(using: &generator)))
    #expect(other.mean.isClose(to: fit.mean, tolerance: 1e-14))
    #expect(other.variance.isClose(to: fit.variance, tolerance: 1e-13))
  }
}
