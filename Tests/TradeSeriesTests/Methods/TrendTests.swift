import Testing
import TradeSeries
import TradeTestSupport

@Suite struct TrendTests {
  @Test(arguments: 1...5) func `continues a straight line exactly`(step: Int) throws {
    let fit = try Trend().fit(History([1, 3, 5, 7]))
    let expected = try #require(fit.distribution(at: step).student)
    #expect(expected.location.isClose(to: 7 + 2 * Double(step), tolerance: 1e-14))
    #expect(expected.scale < 1e-14)
  }

  @Test func `continues a line with gaps exactly`() throws {
    let fit = try Trend().fit(History([1, nil, 5, 7, nil, nil, 13]))
    #expect(fit.slope.isClose(to: 2, tolerance: 1e-14))
    #expect(fit.distribution(at: 3).point.isClose(to: 19, tolerance: 1e-14))
    #expect(try #require(fit.distribution(at: 1).student).degrees == 2)
  }

  @Test func `matches a calculation by hand`() throws {
    // y = 5/6 + 3/2 t, Σ e² = 1/6; at t = 3 the variance of the line is 7/3: se² = 1/6 · 10/3.
    let fit = try Trend().fit(History([1, 2, 4]))
    let expected = try #require(fit.distribution(at: 1).student)
    #expect(expected.location.isClose(to: 16.0 / 3, tolerance: 1e-14))
    #expect(expected.scale.isClose(to: (5.0 / 9).squareRoot(), tolerance: 1e-14))
    #expect(expected.degrees == 1)
  }

  @Test(arguments: ["home", "line", "growth", "nile", "gdp12"]) func `agrees with R`(
    name: String
  ) throws {
    func r(_ step: Int, _ quantity: String) throws -> Double {
      try ForecastReference.number(name, "linear_trend", step, quantity)
    }
    let fit = try Trend().fit(History(ForecastReference.values(name)))
    let tolerance = name == "line" ? 1e-9 : 1e-12
    #expect(fit.slope.isClose(to: try r(0, "slope"), tolerance: tolerance))
    // R counts the periods from 1.
    let first = try r(0, "intercept") + r(0, "slope")
    #expect(fit.intercept.isClose(to: first, tolerance: tolerance))
    for step in 1...4 {
      let distribution = fit.distribution(at: step)
      let expected = try #require(distribution.student)
      #expect(expected.location.isClose(to: try r(step, "point"), tolerance: tolerance))
      let error = try r(step, "prediction_std_error")
      #expect(expected.scale.isClose(to: error, tolerance: tolerance))
      #expect(expected.degrees == (try r(0, "df")))
      #expect(distribution.quantile(0.1).isClose(to: try r(step, "lower_80"), tolerance: 1e-9))
      #expect(distribution.quantile(0.975).isClose(to: try r(step, "upper_95"), tolerance: 1e-9))
    }
  }

  @Test(arguments: 1...5) func `a later line is the same line`(seed: Int) throws {
    // Values minus the fitted line have a fitted line of zero.
    var generator = SeededGenerator(seed: seed)
    let values = (0..<8).map { _ in Double.random(in: 0...100, using: &generator) }
    let fit = try Trend().fit(History(values))
    let rest = values.indices.map { values[$0] - fit.intercept - fit.slope * Double($0) }
    let flat = try Trend().fit(History(rest))
    #expect(flat.slope.isClose(to: 0, tolerance: 1e-12))
    #expect(flat.distribution(at: 3).point.isClose(to: 0, tolerance: 1e-11))
  }
}

@Suite struct LogTrendTests {
  @Test(arguments: 1...5) func `continues constant growth exactly`(step: Int) throws {
    let fit = try LogTrend().fit(History([100, 110, 121, 133.1]))
    let expected = (0..<step).reduce(133.1) { value, _ in value * 1.1 }
    #expect(fit.distribution(at: step).point.isClose(to: expected, tolerance: 1e-13))
    #expect(fit.distribution(at: step).quantile(0.975).isClose(to: expected, tolerance: 1e-11))
  }

  @Test func `continues growth with a gap exactly`() throws {
    let fit = try LogTrend().fit(History([100, nil, 121, 133.1]))
    #expect(fit.distribution(at: 1).point.isClose(to: 146.41, tolerance: 1e-13))
  }

  @Test(arguments: ["home", "line", "growth", "nile", "gdp12"]) func `agrees with R`(
    name: String
  ) throws {
    func r(_ step: Int, _ quantity: String) throws -> Double {
      try ForecastReference.number(name, "log_trend", step, quantity)
    }
    let fit = try LogTrend().fit(History(ForecastReference.values(name)))
    #expect(fit.slope.isClose(to: try r(0, "slope"), tolerance: 1e-12))
    let first = try r(0, "intercept") + r(0, "slope")
    #expect(fit.intercept.isClose(to: first, tolerance: 1e-12))
    for step in 1...4 {
      let distribution = fit.distribution(at: step)
      guard case .exponential(let line) = distribution else {
        Issue.record("\(distribution)")
        continue
      }
      let error = try r(step, "prediction_std_error")
      #expect(try #require(line.student).scale.isClose(to: error, tolerance: 1e-12))
      #expect(distribution.point.isClose(to: try r(step, "point"), tolerance: 1e-11))
      #expect(distribution.quantile(0.1).isClose(to: try r(step, "lower_80"), tolerance: 1e-9))
      #expect(distribution.quantile(0.025).isClose(to: try r(step, "lower_95"), tolerance: 1e-9))
      #expect(distribution.quantile(0.975).isClose(to: try r(step, "upper_95"), tolerance: 1e-9))
    }
  }

  @Test(arguments: [0.0, -3.0]) func `refuses a value that has no logarithm`(value: Double) {
    let series = Series("series", start: 2013, values: [5, value, 7, -8])
    #expect(throws: SeriesError.notPositive(method: "log-trend", value: value)) {
      try series.forecast(with: .logTrend)
    }
  }

  @Test func `far ahead stays finite`() throws {
    let series = Series("boom", start: 2013, values: [1, 10, 100, 2000])
    let forecast = try series.forecast(with: .logTrend, horizon: 1000)
    expectSound(forecast)
    let bust = Series("bust", start: 2013, values: [2000, 100, 10, 1])
    expectSound(try bust.forecast(with: .logTrend, horizon: 1000))
  }
}
