import Glibc
import Testing
import TradeSeries
import TradeTestSupport

@Suite struct ARIMATests {
  // MARK: Numbers from R

  /// Models of R's series without gaps, of which the exact likelihood is known.
  static let fixed = ARIMAReference.fixed(in: "arima")
  static let gapless = fixed.filter { !["presidents", "gappy", "flow"].contains($0.series) }

  /// Here R's search ends at a lower summit.
  static let higher = "airpassengers 211-110"

  @Test(arguments: gapless) func `finds the largest exact likelihood`(
    series: String, model: String
  ) throws {
    let fit = try ARIMAReference.model(model).fit(ARIMAReference.history(series))
    let exact = try #require(try ARIMAReference.numbers(series, model, "loglik_exact")[0])
    let found = try #require(fit.logLikelihood)
    guard "\(series) \(model)" != Self.higher else {
      #expect(found > exact + 0.79)
      return
    }
    #expect(found.isClose(to: exact, tolerance: 1e-7), "\(found - exact)")
  }

  @Test(arguments: fixed) func `agrees with R on likelihood, coefficients and forecasts`(
    series: String, model: String
  ) throws {
    guard "\(series) \(model)" != Self.higher else { return }
    let fit = try ARIMAReference.model(model).fit(ARIMAReference.history(series))
    func reference(_ quantity: String) throws -> [Double?] {
      try ARIMAReference.numbers(series, model, quantity)
    }
    // R's start from a variance of a million instead of an unbounded one moves the fifth digit.
    #expect(fit.logLikelihood.isClose(to: try #require(reference("loglik")[0]), tolerance: 5e-5))
    #expect(fit.aic.isClose(to: try #require(reference("aic")[0]), tolerance: 5e-5))
    #expect(fit.aicc.isClose(to: try #require(reference("aicc")[0]), tolerance: 5e-5))
    #expect(fit.bic.isClose(to: try #require(reference("bic")[0]), tolerance: 5e-5))
    #expect((fit.variance / (try #require(reference("sigma2")[0]))).isClose(to: 1, tolerance: 1e-3))
    for (coefficient, value) in zip(fit.coefficients, try reference("coefficient")) {
      let value = try #require(value)
      let error = coefficient.standardError ?? abs(value)
      #expect(abs(coefficient.estimate - value) < 5e-3 * error, "\(coefficient) \(value)")
    }
    for (coefficient, value) in zip(fit.coefficients, try reference("se")) {
      // R's curvature is by differences of 1e-3; on the border it has a number and we have none.
      guard let value, let error = coefficient.standardError else { continue }
      #expect((error / value).isClose(to: 1, tolerance: 0.02), "\(coefficient) \(value)")
    }
    let errors = try reference("forecast_se")
    for (step, mean) in try reference("mean").enumerated() {
      let mean = try #require(mean)
      let error = try #require(errors[step])
      #expect((fit.standardError(at: step + 1) / error).isClose(to: 1, tolerance: 1e-3))
      #expect(abs(fit.distribution(at: step + 1).point - mean) < 2e-3 * error)
    }
  }

  @Test func `gives the airline model of the textbook`() throws {
    // Box & Jenkins (1970), table 9.3: θ = 0.4, Θ = 0.6; R: loglik 244.6965, σ² 0.001348.
    let airline = ARIMA(order: (0, 1, 1), seasonal: (0, 1, 1))
    let fit = try airline.fit(ARIMAReference.history("airpassengers"))
    #expect(fit.orders.description == "ARIMA(0,1,1)(0,1,1)[12]")
    #expect(fit.coefficients.map(\.name) == ["ma1", "sma1"])
    #expect(fit.coefficients[0].estimate.isClose(to: -0.4018, tolerance: 1e-4))
    #expect(fit.coefficients[1].estimate.isClose(to: -0.5569, tolerance: 1e-4))
    #expect(fit.coefficients[0].standardError.isClose(to: 0.0896, tolerance: 1e-4))
    #expect(fit.coefficients[1].standardError.isClose(to: 0.0731, tolerance: 1e-4))
    #expect(fit.logLikelihood.isClose(to: 244.6965, tolerance: 1e-6))
    #expect(fit.degreesOfFreedom == 129)
    #expect(fit.residuals.count == 131)
  }

  // MARK: By hand

  @Test func `a random walk with drift is the drift method`() throws {
    let history = History([12, 15, 11, 19, 21, 20, 27])
    let fit = try ARIMA(order: (0, 1, 0), constant: true).fit(history)
    let drift = try Drift().fit(history)
    for step in 1...5 {
      let (ours, theirs) = (fit.distribution(at: step), drift.distribution(at: step))
      #expect(ours.point.isClose(to: theirs.point))
      for p in [0.025, 0.1, 0.9] { #expect(ours.quantile(p).isClose(to: theirs.quantile(p))) }
    }
    #expect(fit.coefficients[0].name == "drift")
    #expect(fit.coefficients[0].estimate.isClose(to: 2.5))
  }

  @Test func `white noise round a mean is the mean method`() throws {
    let history = History([12, 15, nil, 11, 19, 21, nil, 20, 27])
    let fit = try ARIMA(order: (0, 0, 0), constant: true).fit(history)
    let mean = try Mean().fit(history)
    for p in [0.025, 0.5, 0.9] {
      #expect(
        fit.distribution(at: 3).quantile(p).isClose(to: mean.distribution(at: 3).quantile(p)))
    }
    #expect(fit.count == 7)
    #expect(fit.logLikelihood.isClose(to: -0.5 * 7 * (log(2 * .pi * mean.variance * 6 / 7) + 1)))
  }

  @Test func `the likelihood of an autoregression is the product of its densities`() throws {
    let y = [0.3, 1.1, 0.2, -0.8, -0.1, 0.9, 1.4, 0.6]
    let fit = try ARIMA(order: (1, 0, 0)).fit(History(y))
    let phi = fit.coefficients[0].estimate
    let squares =
      y[0] * y[0] * (1 - phi * phi)
      + zip(y, y.dropFirst()).reduce(0) { $0 + ($1.1 - phi * $1.0) * ($1.1 - phi * $1.0) }
    let expected =
      -4 * (log(2 * Double.pi * squares / 8) + 1) + 0.5 * log(1 - phi * phi)
    #expect(fit.logLikelihood.isClose(to: expected, tolerance: 1e-12))
    for step in 1...4 {
      #expect(fit.distribution(at: step).point.isClose(to: pow(phi, Double(step)) * 0.6))
    }
  }

  @Test func `a gap in a random walk is a change over two periods`() throws {
    // p(y3 | y1) is normal with twice the variance: ½ ln 2 less.
    let fit = try ARIMA(order: (0, 1, 0)).fit(History([1, 3, 2, nil, 6, 5]))
    let squares = 4.0 + 1 + 16.0 / 2 + 1
    let expected = -2 * (log(2 * Double.pi * squares / 4) + 1) - 0.5 * log(2)
    #expect(fit.logLikelihood.isClose(to: expected, tolerance: 1e-12))
    #expect(fit.variance.isClose(to: squares / 4))
    #expect(fit.distribution(at: 1).point.isClose(to: 5))
  }

  // MARK: Laws

  @Test(arguments: 1...4) func `follows a change of unit and of zero`(seed: Int) throws {
    let y = Self.simulated(seed: seed, count: 60)
    let model = ARIMA(order: (1, 1, 1), constant: true)
    let fit = try model.fit(History(y))
    let moved = try model.fit(History(y.map { 1e6 * $0 - 3e6 }))
    for step in [1, 5] {
      #expect(
        ((moved.distribution(at: step).point + 3e6) / 1e6)
          .isClose(to: fit.distribution(at: step).point, tolerance: 1e-5))
      #expect(
        (moved.standardError(at: step) / 1e6)
          .isClose(to: fit.standardError(at: step), tolerance: 1e-5))
    }
    #expect(
      (try #require(moved.logLikelihood) + 59 * log(1e6))
        .isClose(to: try #require(fit.logLikelihood), tolerance: 1e-9))
  }

  @Test(arguments: 1...4) func `is no less likely than the parameters that made the values`(
    seed: Int
  ) throws {
    let y = Self.simulated(seed: seed, count: 80)
    let full = try ARIMA(order: (1, 0, 1), constant: true).fit(History(y))
    let part = try ARIMA(order: (1, 0, 0), constant: true).fit(History(y))
    let rest = try ARIMA(order: (0, 0, 0), constant: true).fit(History(y))
    #expect(try #require(full.logLikelihood) >= #require(part.logLikelihood) - 1e-9)
    #expect(try #require(part.logLikelihood) >= #require(rest.logLikelihood) - 1e-9)
  }

  @Test func `errors of one step give the sum of squares of the variance`() throws {
    let fit = try ARIMA(order: (2, 0, 1), constant: true).fit(ARIMAReference.history("huron"))
    let squares = fit.residuals.reduce(0) { $0 + $1 * $1 }
    #expect((squares / Double(fit.degreesOfFreedom)).isClose(to: fit.variance))
    #expect(fit.degreesOfFreedom == 98 - 4)
  }

  @Test func `forecasts far ahead do not depend on how they are asked for`() throws {
    let fit = try ARIMA(order: (1, 1, 1)).fit(ARIMAReference.history("www"))
    let far = fit.distribution(at: 40)
    for step in 1...39 { _ = fit.distribution(at: step) }
    #expect(fit.distribution(at: 40) == far)
    #expect(fit.standardError(at: 40) > fit.standardError(at: 18))
  }

  /// An ARMA(1,1) round 5.
  private static func simulated(seed: Int, count: Int) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    var (value, error) = (0.0, 0.0)
    return (0..<count).map { _ in
      let next = Double.random(in: -1...1, using: &generator)
      value = 0.7 * value + next + 0.4 * error
      error = next
      return 5 + value
    }
  }

  // MARK: Any input

  @Test func `says how many values it needs`() throws {
    let seasonal = ARIMA(order: (0, 1, 1), seasonal: (0, 1, 1))
    #expect(throws: SeriesError.tooShort(method: "arima", count: 16, needed: 17)) {
      try seasonal.fit(History([Double](repeating: 3, count: 16), season: 12))
    }
    #expect(throws: SeriesError.tooShort(method: "arima", count: 3, needed: 4)) {
      try ARIMA().fit(History([3, 1, 2]))
    }
    #expect(ARIMA(order: (2, 1, 0), constant: true).leastCount == 6)
  }

  @Test func `a second difference leaves no room for a constant`() throws {
    let orders = ARIMAOrders((0, 2, 1), constant: true)
    #expect(!orders.hasConstant)
    #expect(ARIMAOrders((0, 1, 1), seasonal: (0, 1, 1), season: 1).description == "ARIMA(0,1,1)")
  }

  @Test func `an exact model has no likelihood and no doubt`() throws {
    let fit = try ARIMA(order: (1, 1, 0), constant: true).fit(History([1, 3, 5, 7, 9, 11, 13]))
    #expect(fit.logLikelihood == nil)
    #expect(fit.aicc == nil)
    #expect(fit.variance == 0)
    #expect(fit.coefficients.allSatisfy { $0.standardError == nil })
    #expect(fit.distribution(at: 2).point.isClose(to: 17))
    #expect(fit.distribution(at: 2).student?.scale == 0)
  }

  @Test func `uses the part with few gaps of a series full of gaps`() throws {
    var values: [Double?] = Self.simulated(seed: 3, count: 400)
    for index in stride(from: 1, to: 300, by: 2) { values[index] = nil }
    let fit = try ARIMA(order: (1, 0, 0), constant: true).fit(History(values))
    // 40 gaps and what lies between and after them.
    #expect(fit.count == 140)
    #expect(fit.standardError(at: 1) > 0)
  }
}
