import Testing
import TradeSeries
import TradeTestSupport

@Suite struct SimpleSmoothingTests {
  /// Σ e² of the recursion from the best first level, as the book writes it; an error after a gap
  /// of g − 1 missing periods has variance 1 + (g − 1) α².
  static func squares(_ values: [Double?], alpha: Double) -> Double {
    func sum(_ first: Double) -> Double {
      var (level, missing, sum) = (first, 0.0, 0.0)
      for value in values {
        guard let value else {
          missing += 1
          continue
        }
        let error = value - level
        level += alpha * error
        sum += error * error / (1 + missing * alpha * alpha)
        missing = 0
      }
      return sum
    }
    // A parabola in the first level: three points give its lowest one.
    let centre = values.compactMap(\.self).reduce(0, +) / Double(values.count)
    let step = 1 + abs(centre)
    let (left, middle, right) = (sum(centre - step), sum(centre), sum(centre + step))
    return sum(centre + step * (left - right) / (2 * (left - 2 * middle + right)))
  }

  @Test(arguments: ["home", "growth", "nile", "gdp12"]) func `finds the true minimum`(
    name: String
  ) throws {
    func exact(_ step: Int, _ quantity: String) throws -> Double {
      try ForecastReference.number(name, "ets_ann_exact", step, quantity)
    }
    let fit = try SimpleSmoothing().fit(History(ForecastReference.values(name)))
    #expect(fit.squares.isClose(to: try exact(0, "sse"), tolerance: 1e-7))
    #expect(fit.alpha.isClose(to: try exact(0, "alpha"), tolerance: 1e-4))
    let variance = try exact(0, "sigma2")
    #expect(fit.variance.isClose(to: variance, tolerance: 1e-7))
    for step in 1...4 {
      let expected = try #require(fit.distribution(at: step).student)
      #expect(expected.location.isClose(to: try exact(step, "point"), tolerance: 1e-5))
      // Normal quantiles there: half of the 95 % interval is 1.959964 standard errors.
      let error = try (exact(step, "upper_95") - exact(step, "lower_95")) / 2 / 1.959963984540054
      #expect(expected.scale.isClose(to: error, tolerance: 1e-4))
      #expect(expected.degrees == Double(try ForecastReference.values(name).count - 2))
    }
  }

  @Test(arguments: [("growth", "ses"), ("nile", "ses"), ("gdp12", "ses"), ("nile", "ets_ann")])
  func `is at least as good as R`(name: String, method: String) throws {
    let fit = try SimpleSmoothing().fit(History(ForecastReference.values(name)))
    let sse = try ForecastReference.number(name, method, 0, "sse")
    #expect(fit.squares <= sse * (1 + 1e-9))
  }

  @Test(arguments: 1...10) func `no weight on a fine grid is better`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    var level = 100.0
    let values = (0..<12).map { _ in
      level += Double.random(in: -10...10, using: &generator)
      return level + Double.random(in: -10...10, using: &generator)
    }
    let fit = try SimpleSmoothing().fit(History(values))
    #expect(fit.squares.isClose(to: Self.squares(values, alpha: fit.alpha), tolerance: 1e-9))
    let grid = stride(from: 0.001, to: 1, by: 0.001).map { Self.squares(values, alpha: $0) }
    #expect(grid.allSatisfy { fit.squares <= $0 * (1 + 1e-9) })
  }

  @Test(arguments: 1...10) func `an error after a gap counts by its variance`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    var values: [Double?] = (0..<12).map { _ in Double.random(in: 50...100, using: &generator) }
    values[3] = nil
    values[7] = nil
    values[8] = nil
    let fit = try SimpleSmoothing().fit(History(values))
    #expect(fit.squares.isClose(to: Self.squares(values, alpha: fit.alpha), tolerance: 1e-9))
    let grid = stride(from: 0.001, to: 1, by: 0.001).map { Self.squares(values, alpha: $0) }
    #expect(grid.allSatisfy { fit.squares <= $0 * (1 + 1e-9) })
    #expect(try #require(fit.distribution(at: 1).student).degrees == 7)
  }

  @Test func `a constant series goes on without doubt`() throws {
    let fit = try SimpleSmoothing().fit(History([7, 7, nil, 7, 7]))
    #expect(fit.distribution(at: 1) == .studentT(location: 7, scale: 0, degrees: 2))
  }

  @Test func `the level of white noise is its mean`() throws {
    // Changes that undo one another leave nothing to follow: α at its lower end.
    let fit = try SimpleSmoothing().fit(History([11, 9, 11, 9, 11, 9, 11, 9]))
    #expect(fit.alpha.isClose(to: 0.0001, tolerance: 1e-6))
    #expect(fit.distribution(at: 1).point.isClose(to: 10, tolerance: 1e-3))
  }
}
