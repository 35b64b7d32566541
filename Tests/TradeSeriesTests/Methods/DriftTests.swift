import Testing
import TradeSeries
import TradeTestSupport

@Suite struct DriftTests {
  @Test(arguments: 1...5) func `continues a straight line exactly`(horizon: Int) throws {
    let line = Series("line", start: 2000, values: [1, 3, 5, 7])
    let forecast = try line.forecast(with: .drift, horizon: horizon)
    let point = try #require(forecast[Period(year: 2003 + horizon)])
    let expected = 7 + 2 * Double(horizon)
    #expect(point.mean == expected)
    #expect(point.intervals == [expected...expected, expected...expected])
  }

  @Test func `continues a line with gaps exactly`() throws {
    let line = try Series.yearly([1, nil, 5, 7, nil, nil, 13])
    let forecast = try line.forecast(with: .drift, horizon: 3)
    #expect(forecast.points.map(\.mean) == [15, 17, 19])
    #expect(forecast.points.allSatisfy { $0.intervals[1].upperBound - $0.mean < 1e-9 })
  }

  @Test func `matches a calculation by hand`() throws {
    // b = 7/3; changes less b: −4/3, −1/3, 5/3, squares 42/9; σ² = 7/3; se²(1) = 7/3 · 4/3; the
    // 97.5 % quantile of t with 2 degrees of freedom is 4.3026527297494618 (distributions.csv).
    let series = Series("doubling", start: 2000, values: [1, 2, 4, 8])
    let point = try #require(try series.forecast(with: .drift)[Period(year: 2004)])
    #expect(point.mean.isClose(to: 31.0 / 3, tolerance: 1e-15))
    let margin = 4.3026527297494618 * (28.0 / 9).squareRoot()
    #expect(point.intervals[1].upperBound.isClose(to: 31.0 / 3 + margin, tolerance: 1e-14))
  }

  @Test func `a gap counts in slope and variance`() throws {
    // b = 8/3 over three periods; (6 − 16/3)²/2 + (2 − 8/3)² = 2/3 from two changes.
    let fit = try Drift().fit(History([0, nil, 6, 8]))
    #expect(fit.slope.isClose(to: 8.0 / 3, tolerance: 1e-15))
    #expect(fit.variance.isClose(to: 2.0 / 3, tolerance: 1e-14))
    let expected = try #require(fit.distribution(at: 2).student)
    #expect(expected.location.isClose(to: 8 + 16.0 / 3, tolerance: 1e-15))
    // 2/3 · 2 · (1 + 2/3)
    #expect(expected.scale.isClose(to: (20.0 / 9).squareRoot(), tolerance: 1e-14))
    #expect(expected.degrees == 1)
  }

  @Test(arguments: ["home", "line", "growth", "nile", "gdp12"]) func `agrees with R`(
    name: String
  ) throws {
    let values = try ForecastReference.values(name)
    let fit = try Drift().fit(History(values))
    let sigma = try ForecastReference.number(name, "drift", 0, "sigma_package")
    let drift = try ForecastReference.number(name, "drift", 0, "drift")
    #expect(fit.slope.isClose(to: drift, tolerance: 1e-12))
    for step in 1...4 {
      let expected = try #require(fit.distribution(at: step).student)
      let point = try ForecastReference.number(name, "drift", step, "point")
      #expect(expected.location.isClose(to: point, tolerance: 1e-12))
      let h = Double(step)
      let scale = sigma * (h + h * h / Double(values.count - 1)).squareRoot()
      #expect(expected.scale.isClose(to: scale, tolerance: 1e-12))
      #expect(expected.degrees == Double(values.count - 2))
    }
  }

  @Test(arguments: 1...5) func `only the ends make the slope`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let middle = (0..<6).map { _ in Double.random(in: 0...100, using: &generator) }
    let fit = try Drift().fit(History([10] + middle + [80]))
    #expect(fit.slope == 10)
    #expect(fit.last == 80)
  }
}
