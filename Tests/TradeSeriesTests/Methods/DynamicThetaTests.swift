import Testing
import TradeSeries
import TradeTestSupport

/// The two optimised models, which share their search.
@Suite struct DynamicThetaTests {
  /// The objective of statsforecast: all errors but the first three.
  private func fit(_ model: String, _ history: History) throws -> ThetaFit {
    try model == "DOTM"
      ? DynamicTheta(skipping: 3).fit(history) : OptimisedTheta(skipping: 3).fit(history)
  }

  /// Whether statsforecast was compared: it must have seen the same season.
  @discardableResult
  private func compare(_ name: String, _ model: String, _ history: History) throws -> Bool {
    let peer = try ThetaReference.peer(name, model)
    let fit = try fit(model, history)
    let isSeasonal = try #require(peer["0 seasonal"]) == 1
    guard (fit.season.decomposition != nil) == isSeasonal else { return false }
    let squares = try #require(peer["0 squares"])
    #expect(fit.squares <= squares * (1 + 1e-7), "\(name) \(model)")
    // Where the peer found the same minimum, it forecasts the same.
    let (alpha, theta) = (try #require(peer["0 alpha"]), try #require(peer["0 theta"]))
    guard abs(fit.alpha - alpha) < 1e-4, abs(1 / fit.theta - 1 / theta) < 1e-4 else { return true }
    for step in 1...8 {
      let mean = try #require(peer["\(step) mean"])
      #expect(fit.distribution(at: step).point.isClose(to: mean, tolerance: 1e-3), "\(name)")
    }
    return true
  }

  @Test(arguments: ThetaReference.names, ["OTM", "DOTM"])
  func `has a sum of squares not above that of statsforecast`(
    name: String, model: String
  ) throws {
    #expect(try compare(name, model, ThetaReference.history(name)))
  }

  @Test(
    .enabled(if: ThetaReference.folder != nil, "the files of ../shared/benchmarks are not at hand"),
    arguments: [("yearly", 1), ("quarterly", 4), ("monthly", 12)])
  func `has a sum of squares not above that of statsforecast on M3`(
    kind: String, season: Int
  ) throws {
    let set = try ThetaReference.set(kind, season: season)
    var compared = 0
    for name in try ThetaReference.peerNames() where name.hasPrefix("m3_\(kind):") {
      let history = try #require(set[String(name.dropFirst("m3_\(kind):".count))])
      for model in ["OTM", "DOTM"] where try compare(name, model, history) { compared += 1 }
    }
    #expect(compared >= 24)
  }

  /// The recursions of the paper, word for word, with the parameters that were found.
  @Test(arguments: 1...5) func `follows the recursions of the paper`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    var value = 50.0
    let y = (0..<25).map { _ in
      value += Double.random(in: -4...6, using: &generator)
      return value
    }
    let fit = try DynamicTheta().fit(History(y))
    let omega = 1 - 1 / fit.theta
    var level = fit.alpha * y[0] + (1 - fit.alpha) * fit.initialLevel
    var (mean, a, b, power) = (y[0], y[0], 0.0, 1.0)
    var errors: [Double] = []
    var means: [Double] = []
    for i in 1..<(y.count + 4) {
      power *= 1 - fit.alpha
      let mu = level + omega * (a * power + b * (1 - power * (1 - fit.alpha)) / fit.alpha)
      let value = i < y.count ? y[i] : mu
      if i < y.count { errors.append(value - mu) } else { means.append(mu) }
      level += fit.alpha * (value - level)
      let k = Double(i)
      b = ((k - 1) * b + 6 * (value - mean) / (k + 1)) / (k + 2)
      mean = (k * mean + value) / (k + 1)
      a = mean - b * (k + 2) / 2
    }
    #expect(errors.count == fit.errors.count)
    for (error, ours) in zip(errors, fit.errors) {
      #expect(ours.isClose(to: error, tolerance: 1e-8))
    }
    for (step, mean) in means.enumerated() {
      #expect(fit.distribution(at: step + 1).point.isClose(to: mean, tolerance: 1e-9))
    }
  }

  @Test(arguments: ["OTM", "DOTM"], 1...8) func `is at the bottom of the sum of squares`(
    model: String, seed: Int
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let y = (0..<(8 + seed)).map { Double($0) * 2 + Double.random(in: 0...20, using: &generator) }
    let fit = try fit(model, History(y))
    // Any other alpha, with the first level and ω that suit it best, is no better.
    for step in 0...178 {
      let alpha = 0.1 + 0.005 * Double(step)
      for omega in stride(from: 0.0, through: 0.99, by: 0.11) {
        #expect(
          squares(model, y, alpha, omega) >= fit.squares * (1 - 1e-9) - 1e-12, "\(alpha) \(omega)")
      }
    }
  }

  /// Σ e² without the first three errors, with the best first level for α and ω.
  private func squares(_ model: String, _ y: [Double], _ alpha: Double, _ omega: Double) -> Double {
    let n = Double(y.count)
    let mean = y.reduce(0, +) / n
    let times = y.indices.map { Double($0 + 1) - (n + 1) / 2 }
    let slope =
      zip(times, y).reduce(0) { $0 + $1.0 * $1.1 } / times.reduce(0) { $0 + $1 * $1 }
    var line = (a: mean - slope * (n + 1) / 2, b: slope)
    var (level, share, power, running) = (0.0, 1.0, 1.0, 0.0)
    var (rr, rc, cc) = (0.0, 0.0, 0.0)
    if model == "DOTM" { line = (y[0], 0) }
    for (i, value) in y.enumerated() {
      let lead = line.a * power + line.b * (1 - power * (1 - alpha)) / alpha
      if i >= 3 {
        let r = value - level - omega * lead
        (rr, rc, cc) = (rr + r * r, rc + r * share, cc + share * share)
      }
      level = alpha * value + (1 - alpha) * level
      share *= 1 - alpha
      power *= 1 - alpha
      let k = Double(i)
      if model == "DOTM", i > 0 {
        line.b = ((k - 1) * line.b + 6 * (value - running) / (k + 1)) / (k + 2)
        line.a = (k * running + value) / (k + 1) - line.b * (k + 2) / 2
      }
      running = (k * running + value) / (k + 1)
    }
    return rr - rc * rc / cc
  }

  @Test func `has the variance of simulated futures`() throws {
    let y = [12, 15, 11, 18, 17, 21, 19, 26, 24, 22, 29, 31.0]
    let fit = try DynamicTheta().fit(History(y))
    let steps = 6
    let means = (1...steps).map { fit.distribution(at: $0).point }
    // The forecast is linear in each shock, so that unit shocks one at a time give the variance.
    let sigma = fit.variance.squareRoot()
    var variance = 1.0
    for shocked in 1..<steps {
      let future = path(fit, y, steps: steps, shock: 1, at: shocked)
      let effect = future[steps - 1] - means[steps - 1]
      variance += effect * effect
    }
    let scale = try #require(fit.distribution(at: steps).student).scale
    #expect(scale.isClose(to: sigma * variance.squareRoot(), tolerance: 1e-8))
  }

  /// What follows the values if one of the expected values is off by a shock.
  private func path(
    _ fit: ThetaFit, _ y: [Double], steps: Int, shock: Double, at shocked: Int
  ) -> [Double] {
    let omega = 1 - 1 / fit.theta
    var level = fit.alpha * y[0] + (1 - fit.alpha) * fit.initialLevel
    var (mean, a, b, power) = (y[0], y[0], 0.0, 1.0)
    var result: [Double] = []
    for i in 1..<(y.count + steps) {
      power *= 1 - fit.alpha
      let mu = level + omega * (a * power + b * (1 - power * (1 - fit.alpha)) / fit.alpha)
      let step = i - y.count + 1
      let value = step < 1 ? y[i] : mu + (step == shocked ? shock : 0)
      if step >= 1 { result.append(mu) }
      level += fit.alpha * (value - level)
      let k = Double(i)
      b = ((k - 1) * b + 6 * (value - mean) / (k + 1)) / (k + 2)
      mean = (k * mean + value) / (k + 1)
      a = mean - b * (k + 2) / 2
    }
    return result
  }

  @Test(arguments: ["OTM", "DOTM"]) func `continues a straight line`(model: String) throws {
    let fit = try fit(model, History((0..<12).map { 7 + 3 * Double($0) }))
    for step in 1...5 {
      #expect(fit.distribution(at: step).point.isClose(to: 40 + 3 * Double(step), tolerance: 1e-6))
    }
  }

  @Test func `passes over gaps`() throws {
    var values: [Double?] = (0..<30).map { (index: Int) -> Double in
      100 + 4 * Double(index) + (index % 3 == 0 ? 1 : -1)
    }
    for index in [5, 11, 12, 20] { values[index] = nil }
    for fit in [
      try Theta().fit(History(values)), try OptimisedTheta().fit(History(values)),
      try DynamicTheta().fit(History(values)),
    ] {
      let isFinite = fit.errors.allSatisfy(\.isFinite)
      #expect(isFinite)
      #expect(isSound(fit, steps: [1, 2, 9]))
    }
    let fit = try DynamicTheta().fit(History(values))
    #expect(fit.errors.count == 25)
    #expect(fit.distribution(at: 1).point.isClose(to: 220, tolerance: 0.02))
  }

  @Test func `gives the same points without distributions`() throws {
    for name in ["Nile", "UKgas", "AirPassengers"] {
      let history = try ThetaReference.history(name)
      let fits = [
        (Theta().pointForecasts(history, horizon: 9), try Theta().fit(history)),
        (
          OptimisedTheta().pointForecasts(history, horizon: 9), try OptimisedTheta().fit(history)
        ),
        (DynamicTheta().pointForecasts(history, horizon: 9), try DynamicTheta().fit(history)),
      ]
      for (points, fit) in fits {
        #expect(points.count == 9)
        for (index, point) in points.enumerated() {
          #expect(fit.distribution(at: index + 1).point.isClose(to: point, tolerance: 1e-12))
        }
      }
    }
    #expect(DynamicTheta().pointForecasts(History([3, 8]), horizon: 2) == [8, 8])
  }

  @Test func `survives any history`() throws {
    for (index, history) in OddHistories.all.enumerated() {
      for points in [
        Theta().pointForecasts(history, horizon: 30),
        OptimisedTheta().pointForecasts(history, horizon: 30),
        DynamicTheta().pointForecasts(history, horizon: 30),
      ] {
        let isFinite = points.allSatisfy(\.isFinite)
        #expect(isFinite, "history \(index): \(points)")
      }
      for method: any Forecaster in [Theta(), OptimisedTheta(), DynamicTheta()]
      where history.count >= method.leastCount {
        let fit: any FittedForecaster = try method.fit(history)
        #expect(isSound(fit, steps: [1, 12, 30], "\(method.name), history \(index)"))
      }
    }
  }

  @Test func `keeps a season in its forecasts`() throws {
    let figure = [0.5, 1.5, 0.8, 1.2]
    let values = (0..<24).map { 100 * figure[$0 % 4] }
    let fit = try DynamicTheta().fit(History(values, season: 4))
    for step in 1...8 {
      let expected = 100 * figure[(step + 3) % 4]
      #expect(fit.distribution(at: step).point.isClose(to: expected, tolerance: 1e-9))
    }
  }
}
