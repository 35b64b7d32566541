import Testing
import TradeSeries
import TradeTestSupport

@Suite struct MedianCombinationTests {
  private let history = History([30, 33, 29, 41, 38, 47, 52, 49, 55, 61])
  private static let grid = [
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975, 0.99, 0.995,
  ]

  private func known(_ name: String, at location: Double, scale: Double) -> KnownMethod {
    KnownMethod(name: name, distribution: .studentT(location: location, scale: scale, degrees: 5))
  }

  @Test func `each quantile is that of the member in the middle`() throws {
    let members = [
      known("a", at: 10, scale: 1), known("b", at: 16, scale: 4), known("wild", at: 900, scale: 1),
    ]
    let distribution = try MedianCombination(members).fit(history).distribution(at: 1)
    #expect(distribution.point == 16)
    for p in Self.grid {
      let sorted = members.map { $0.distribution.quantile(p) }.sorted()
      #expect(distribution.quantile(p).isClose(to: sorted[1], tolerance: 1e-12), "\(p)")
    }
  }

  @Test func `of an even number it is the mean of the two in the middle`() throws {
    let members = [
      known("a", at: 10, scale: 1), known("b", at: 16, scale: 4), known("c", at: 900, scale: 1),
      known("d", at: -900, scale: 1),
    ]
    let distribution = try MedianCombination(members).fit(history).distribution(at: 3)
    #expect(distribution.point == 15)
    let mean = (members[0].distribution.quantile(0.9) + members[1].distribution.quantile(0.9)) / 2
    #expect(distribution.quantile(0.9).isClose(to: mean + 2, tolerance: 1e-12))
  }

  @Test(arguments: 1...20) func `quantiles never cross`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let members = (0..<5).map { place in
      known(
        "\(place)", at: Double.random(in: -5...5, using: &random),
        scale: Double.random(in: 0...4, using: &random))
    }
    let distribution = try MedianCombination(members).fit(history).distribution(at: 1)
    let quantiles = (1...199).map { distribution.quantile(Double($0) / 200) }
    for (low, high) in zip(quantiles, quantiles.dropFirst()) { #expect(low <= high) }
  }

  @Test func `a member that cannot answer is left out, and the explanation says why`() throws {
    let method = MedianCombination([.naive, .drift, .optimisedTheta])
    let short = History([5, 7, 6, 9])
    #expect(try method.fit(short).methods == ["naive", "drift"])
    #expect(method.reason(for: short) == "The median of naive, drift for 4 values.")
    #expect(
      method.choices(for: short) == [
        "Each quantile is the median of those of naive, drift.",
        "Left out: optimised-theta, it needs 7 values.",
      ])
  }

  @Test func `says why where no member answers`() {
    #expect(throws: SeriesError.tooShort(method: "combination:median", count: 3, needed: 6)) {
      try MedianCombination([.holt, .damped]).fit(History([5, 7, 6]))
    }
  }

  @Test func `by name it is the median of ets, arima and dynamic-theta`() throws {
    let method = try #require(Methods.named("combination:median") as? MedianCombination)
    #expect(method.members.map(\.name) == ["ets", "arima", "dynamic-theta"])
    let values: [Double] = [30, 33, 29, 41, 38, 47, 52, 49, 55, 61]
    let forecast = try Series("s", start: 2010, values: values).forecast(with: method, horizon: 2)
    let points = try method.members.map {
      try $0.fit(history).distribution(at: 2).point
    }.sorted()
    #expect(forecast.points[1].mean == points[1])
    expectSound(forecast)
  }
}
