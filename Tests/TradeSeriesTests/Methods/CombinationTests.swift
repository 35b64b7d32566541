import Testing
import TradeSeries
import TradeTestSupport

@Suite struct CombinationTests {
  private let history = History([30, 33, 29, 41, 38, 47, 52, 49, 55, 61])
  private static let grid = [
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975, 0.99, 0.995,
  ]

  private func known(
    _ name: String, at location: Double, scale: Double, squares: Double = 1
  ) -> KnownMethod {
    KnownMethod(
      name: name, distribution: .studentT(location: location, scale: scale, degrees: 5),
      squares: squares)
  }

  // MARK: The mean

  @Test func `the point is the mean of the points`() throws {
    let members = [known("a", at: 10, scale: 1), known("b", at: 16, scale: 4)]
    let fit = try Combination(members).fit(history)
    #expect(fit.distribution(at: 1).point == 13)
    #expect(fit.distribution(at: 3).point == 15)
    let weighted = try Combination(members, weights: [2, 1]).fit(history)
    #expect(weighted.distribution(at: 1).point.isClose(to: 12, tolerance: 1e-14))
  }

  @Test func `every quantile is the mean of the quantiles`() throws {
    let members = [known("a", at: 10, scale: 1), known("b", at: 16, scale: 4)]
    let weights = [3.0, 1]
    let distribution = try Combination(members, weights: weights).fit(history).distribution(at: 1)
    for p in Self.grid {
      let expected = zip(members, weights).reduce(0) { sum, member in
        sum + member.1 / 4 * member.0.distribution.quantile(p)
      }
      #expect(distribution.quantile(p).isClose(to: expected, tolerance: 1e-13), "\(p)")
      #expect(distribution.cdf(expected).isClose(to: p, tolerance: 1e-12))
    }
  }

  @Test func `of methods in the book it is the mean too`() throws {
    let names = ["naive", "drift", "mean"]
    let members = names.compactMap(Methods.named)
    let fit = try Combination(members).fit(history)
    let fits: [any FittedForecaster] = try members.map { try $0.fit(history) }
    for step in [1, 4] {
      let own = fit.distribution(at: step)
      for p in [0.025, 0.25, 0.5, 0.95] {
        let quantiles = fits.map { $0.distribution(at: step).quantile(p) }
        #expect(own.quantile(p).isClose(to: quantiles.reduce(0, +) / 3, tolerance: 1e-12))
      }
    }
  }

  @Test func `a single member is itself at the quantiles of the grid`() throws {
    let own = try Combination([.drift]).fit(history).distribution(at: 2)
    let drift = try Drift().fit(history).distribution(at: 2)
    for p in Self.grid { #expect(own.quantile(p).isClose(to: drift.quantile(p), tolerance: 1e-13)) }
  }

  @Test func `quantiles stay in order where a point is not a median`() throws {
    // Nine tenths of this one lie above its point.
    let skewed = KnownMethod(
      name: "skewed",
      distribution: .empirical(
        location: 0, scale: 1,
        quantiles: [
          .init(score: -2, value: -1), .init(score: -1.3, value: 0), .init(score: 2, value: 8),
        ]))
    let fit = try Combination([skewed, known("a", at: 0, scale: 0.1)]).fit(history)
    #expect(isSound(fit, steps: [1, 2]))
  }

  // MARK: Widths

  @Test func `widths stretch the distance from the point, step by step`() throws {
    let members = [known("a", at: 10, scale: 1), known("b", at: 16, scale: 4)]
    let plain = try Combination(members).fit(history)
    let wide = try Combination(members, widths: [1.5, 3]).fit(history)
    for (step, factor) in [(1, 1.5), (2, 3), (3, 3), (40, 3)] {
      let (a, b) = (plain.distribution(at: step), wide.distribution(at: step))
      #expect(b.point == a.point)
      for p in Self.grid {
        let expected = a.point + factor * (a.quantile(p) - a.point)
        #expect(b.quantile(p).isClose(to: expected, tolerance: 1e-13), "step \(step), \(p)")
      }
    }
  }

  // MARK: Members that cannot answer

  @Test func `a member that fails is left out and the others make up for it`() throws {
    let failing = KnownMethod(
      name: "failing", distribution: .studentT(location: 99, scale: 1, degrees: 5),
      failure: .notPositive(method: "failing", value: 0))
    let members: [any Forecaster] = [
      known("a", at: 10, scale: 1), failing, known("b", at: 16, scale: 4),
    ]
    let fit = try Combination(members, weights: [1, 6, 2]).fit(history)
    #expect(fit.shares.map(\.method) == ["a", "b"])
    #expect(fit.shares[0].weight.isClose(to: 1.0 / 3, tolerance: 1e-15))
    #expect(fit.shares[1].weight.isClose(to: 2.0 / 3, tolerance: 1e-15))
    #expect(fit.distribution(at: 1).point.isClose(to: 14, tolerance: 1e-14))
  }

  @Test func `a member that needs more values is left out, and the reason names the others`() throws
  {
    let combination = Combination([.naive, .drift, .optimisedTheta])
    #expect(combination.leastCount == 2)
    let short = History([5, 7, 6, 9])
    #expect(try combination.fit(short).shares.map(\.method) == ["naive", "drift"])
    #expect(combination.reason(for: short) == "The mean of naive, drift for 4 values.")
    let wide = Combination([.naive], widths: [1, 1.2]).reason(for: short)
    #expect(wide.hasSuffix("values, with intervals as wide as past errors of such means call for."))
    #expect(try combination.fit(history).shares.count == 3)
  }

  @Test func `a member of no weight is not fitted`() throws {
    let members: [any Forecaster] = [
      known("a", at: 10, scale: 1),
      KnownMethod(
        name: "none", distribution: .studentT(location: .nan, scale: 1, degrees: 5)),
    ]
    let fit = try Combination(members, weights: [1, 0]).fit(history)
    #expect(fit.shares.map(\.method) == ["a"])
    #expect(fit.distribution(at: 1).point == 10)
  }

  @Test func `says why where no member answers`() {
    let failing = KnownMethod(
      name: "failing", distribution: .studentT(location: 0, scale: 1, degrees: 5),
      failure: .notPositive(method: "failing", value: -3))
    #expect(throws: SeriesError.notPositive(method: "failing", value: -3)) {
      try Combination([failing, failing]).fit(history)
    }
    #expect(throws: SeriesError.tooShort(method: "combination", count: 3, needed: 6)) {
      try Combination([.holt, .damped]).fit(History([5, 7, 6]))
    }
    #expect(throws: SeriesError.tooShort(method: "mine", count: 1, needed: 2)) {
      try Combination([.naive], name: "mine").fit(Series("one", start: 2020, values: [5]))
    }
  }

  @Test func `the likelihood is that of the member that explains the values best`() throws {
    let fit = try Combination(
      [known("a", at: 1, scale: 1, squares: 9), known("b", at: 2, scale: 1, squares: 2)]
    ).fit(history)
    #expect(fit.likelihood == Likelihood(squares: 2, count: 4, level: 1))
  }

  @Test func `by name it is the mean of ets, arima and dynamic-theta`() throws {
    let method = try #require(Methods.named("combination") as? Combination)
    #expect(method.members.map(\.name) == ["ets", "arima", "dynamic-theta"])
    #expect(method.weights.allSatisfy { $0.isClose(to: 1.0 / 3, tolerance: 1e-15) })
    #expect(method.widths == [1])
    let values: [Double] = [30, 33, 29, 41, 38, 47, 52, 49, 55, 61]
    let forecast = try Series("s", start: 2010, values: values).forecast(with: method, horizon: 2)
    #expect(forecast.method == "combination")
    expectSound(forecast)
  }
}
