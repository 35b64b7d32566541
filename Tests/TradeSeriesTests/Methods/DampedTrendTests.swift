import Testing
import TradeSeries
import TradeTestSupport

@Suite struct DampedTrendTests {
  @Test(arguments: ["home", "growth", "nile", "gdp12"]) func `finds the true minimum`(
    name: String
  ) throws {
    func exact(_ step: Int, _ quantity: String) throws -> Double {
      try ForecastReference.number(name, "ets_aadn_exact", step, quantity)
    }
    // A history may be shorter than a series must be.
    let fit = try DampedTrend().fit(History(ForecastReference.values(name)))
    #expect(fit.squares.isClose(to: try exact(0, "sse"), tolerance: 1e-7))
    #expect(fit.variance.isClose(to: try exact(0, "sigma2"), tolerance: 1e-7))
    #expect(fit.alpha.isClose(to: try exact(0, "alpha"), tolerance: 1e-3))
    #expect(fit.beta.isClose(to: try exact(0, "beta"), tolerance: 1e-3))
    #expect(fit.phi.isClose(to: try exact(0, "phi"), tolerance: 1e-3))
    for step in 1...4 {
      let expected = try #require(fit.distribution(at: step).student)
      #expect(expected.location.isClose(to: try exact(step, "point"), tolerance: 1e-4))
      // Normal quantiles there: half of the 95 % interval is 1.959964 standard errors.
      let error = try (exact(step, "upper_95") - exact(step, "lower_95")) / 2 / 1.959963984540054
      #expect(expected.scale.isClose(to: error, tolerance: 1e-4))
      #expect(expected.degrees == Double(try ForecastReference.values(name).count - 5))
    }
  }

  @Test(
    arguments: [
      ("nile", "holt_damped"), ("nile", "ets_aadn"), ("gdp12", "holt_damped"),
      ("gdp12", "ets_aadn"),
    ])
  func `is at least as good as R`(name: String, method: String) throws {
    let fit = try DampedTrend().fit(History(ForecastReference.values(name)))
    let sse = try ForecastReference.number(name, method, 0, "sse")
    #expect(fit.squares <= sse * (1 + 1e-9))
  }

  /// Values that the model itself makes from a level of 50 and a trend of 8, with the errors.
  private func made(_ errors: [Double], alpha: Double, beta: Double, phi: Double) -> [Double] {
    var (level, trend) = (50.0, 8.0)
    return errors.map { error in
      let expected = level + phi * trend
      level = expected + alpha * error
      trend = phi * trend + beta * error
      return expected + error
    }
  }

  @Test(arguments: [0.85, 0.9, 0.95]) func `continues a fading trend exactly`(phi: Double) throws {
    let values = made([Double](repeating: 0, count: 14), alpha: 0.5, beta: 0.1, phi: phi)
    let fit = try DampedTrend().fit(History(Array(values.prefix(10))))
    #expect(fit.squares < 1e-6)
    for step in 1...4 {
      #expect(fit.distribution(at: step).point.isClose(to: values[9 + step], tolerance: 1e-4))
    }
  }

  @Test(arguments: 1...10) func `fits no worse than the parameters that made the values`(
    seed: Int
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let errors = (0..<15).map { _ in Double.random(in: -5...5, using: &generator) }
    let alpha = Double.random(in: 0.1...0.9, using: &generator)
    let beta = Double.random(in: 0.01...0.1, using: &generator)
    let values = made(errors, alpha: alpha, beta: beta, phi: 0.9)
    let fit = try DampedTrend().fit(History(values))
    #expect(fit.squares <= errors.reduce(0) { $0 + $1 * $1 })
    #expect((0.0001...0.9999).contains(fit.alpha))
    #expect((0.0001...fit.alpha).contains(fit.beta))
    #expect((0.8...0.98).contains(fit.phi))
  }

  @Test func `the trend fades on the way`() throws {
    let fit = try DampedTrend().fit(History(ForecastReference.values("gdp12")))
    let points = (1...200).map { fit.distribution(at: $0).point }
    // l + b (φ + … + φ^h)
    #expect(points[0].isClose(to: fit.level + fit.phi * fit.trend, tolerance: 1e-12))
    let end = fit.level + fit.trend * fit.phi / (1 - fit.phi)
    #expect(points[199].isClose(to: end, tolerance: 1e-9))
  }

  @Test func `the variance grows as the state space model says`() throws {
    let fit = try DampedTrend().fit(History(ForecastReference.values("growth")))
    // 1 + Σ c[j]², c[j] = α + β (φ + … + φ^j)
    var (variance, power, reach) = (1.0, 1.0, 0.0)
    for step in 1...6 {
      let expected = try #require(fit.distribution(at: step).student)
      let scale = (fit.variance * variance).squareRoot()
      #expect(expected.scale.isClose(to: scale, tolerance: 1e-12))
      power *= fit.phi
      reach += power
      let c = fit.alpha + fit.beta * reach
      variance += c * c
    }
  }

  @Test func `a gap is passed over with the trend`() throws {
    var values: [Double?] = made(
      [Double](repeating: 0, count: 12), alpha: 0.5, beta: 0.1, phi: 0.9)
    let next = try #require(values.popLast() ?? nil)
    values[2] = nil
    values[6] = nil
    values[7] = nil
    let fit = try DampedTrend().fit(History(values))
    #expect(fit.squares < 1e-6)
    #expect(fit.distribution(at: 1).point.isClose(to: next, tolerance: 1e-4))
  }

  @Test func `a constant series goes on without doubt`() throws {
    let fit = try DampedTrend().fit(History([7, 7, 7, nil, 7, 7, 7, 7]))
    #expect(fit.distribution(at: 4).point.isClose(to: 7, tolerance: 1e-13))
    #expect(try #require(fit.distribution(at: 4).student).scale < 1e-13)
  }
}
