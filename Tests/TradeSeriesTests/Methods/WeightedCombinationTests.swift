import Testing
import TradeSeries
import TradeTestSupport

@Suite struct WeightedCombinationTests {
  /// Expects a constant, so that its errors are known.
  private func constant(_ name: String, _ value: Double) -> KnownMethod {
    KnownMethod(name: name, distribution: .studentT(location: value, scale: 1, degrees: 5))
  }

  private let values: [Double] = [3, 1, 2, 4, 1, 3, 2, 2]

  @Test func `weights are the inverse of the mean squared errors`() throws {
    // By hand: the outcomes are 1, 2, 4, 1, 3, 2, 2; Σ (y − 2)² = 7, Σ (y − 4)² = 31.
    let method = WeightedCombination([constant("two", 2), constant("four", 4)])
    let fit = try method.fit(History(values))
    #expect(fit.shares.map(\.method) == ["two", "four"])
    #expect(fit.shares[0].weight.isClose(to: 31.0 / 38, tolerance: 1e-14))
    #expect(fit.shares[1].weight.isClose(to: 7.0 / 38, tolerance: 1e-14))
    #expect(fit.distribution(at: 1).point.isClose(to: (2 * 31 + 4 * 7) / 38, tolerance: 1e-14))
    #expect(method.choices(for: History(values)) == ["Weights: two 82 % and four 18 %."])
    #expect(
      method.reason(for: History(values))
        == "The mean of two, four for 8 values, weighed by the inverse of their mean squared errors "
        + "at 7 past origins.")
  }

  @Test func `only outcomes right after a value count, and the latest twelve of them`() throws {
    let method = WeightedCombination([constant("two", 2), constant("four", 4)])
    let gap: [Double?] = [99, nil] + values
    let plain = try method.fit(History(values)).shares.map(\.weight)
    #expect(try method.fit(History(gap)).shares.map(\.weight) == plain)
    let later = (0..<13).map { Double($0 % 3) }
    let early: [Double] = [900, -500, 20]
    #expect(
      try method.fit(History(early + later)).shares.map(\.weight)
        == method.fit(History(later)).shares.map(\.weight))
  }

  @Test func `with too few origins all weigh the same, and the reason says so`() throws {
    let method = WeightedCombination([constant("two", 2), constant("four", 4)])
    let short = History([3, 1, 2, 4, 1, 3])
    #expect(try method.fit(short).shares.map(\.weight) == [0.5, 0.5])
    #expect(
      method.reason(for: short)
        == "The mean of two, four for 6 values, with equal weights, as past errors can be measured "
        + "at 5 origins and weights need 6.")
  }

  @Test func `a member without errors takes all the weight, two of them share it`() throws {
    let line = History((0..<10).map { 5 + 2 * Double($0) })
    let one = try WeightedCombination([.drift, constant("four", 4)]).fit(line)
    #expect(one.shares.map(\.method) == ["drift"])
    let still = History([Double](repeating: 4, count: 9))
    let two = try WeightedCombination([.naive, constant("four", 4), constant("two", 2)]).fit(still)
    #expect(two.shares.map(\.weight) == [0.5, 0.5])
  }

  @Test func `a member that fails at an origin has no part`() throws {
    let failing = KnownMethod(
      name: "failing", distribution: .studentT(location: 2, scale: 1, degrees: 5),
      failure: .notPositive(method: "failing", value: 0))
    let method = WeightedCombination([failing, constant("four", 4), constant("two", 2)])
    let shares = try method.fit(History(values)).shares
    #expect(shares.map(\.method) == ["four", "two"])
    #expect(shares[1].weight.isClose(to: 31.0 / 38, tolerance: 1e-14))
    #expect(
      method.choices(for: History(values)).last
        == "Left out: failing, it cannot answer for this series.")
    #expect(throws: SeriesError.notPositive(method: "failing", value: 0)) {
      try WeightedCombination([failing]).fit(History(values))
    }
  }

  @Test(arguments: [1e-250, 1e-3, 1e9, 1e120]) func `weights do not depend on the unit`(
    factor: Double
  ) throws {
    let method = WeightedCombination([.naive, .mean, .drift])
    let plain = try method.fit(History(values)).shares
    let scaled = try method.fit(History(values.map { $0 * factor })).shares
    // Squares of very small errors are all zero, and then all members weigh the same.
    let expected = factor < 1e-200 ? plain.map { _ in 1.0 / 3 } : plain.map(\.weight)
    for (a, b) in zip(expected, scaled) { #expect(b.weight.isClose(to: a, tolerance: 1e-9)) }
  }

  @Test func `by name it weighs ets, arima and dynamic-theta`() throws {
    let method = try #require(Methods.named("combination:weighted") as? WeightedCombination)
    #expect(method.members.map(\.name) == ["ets", "arima", "dynamic-theta"])
    let values: [Double] = [30, 33, 29, 41, 38, 47, 52, 49, 55, 61, 58, 66]
    let forecast = try Series("s", start: 2010, values: values).forecast(with: method, horizon: 2)
    #expect(forecast.method == "combination:weighted")
    expectSound(forecast)
  }
}
