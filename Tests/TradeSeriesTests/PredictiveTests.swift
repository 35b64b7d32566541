import Testing
import TradeSeries
import TradeTestSupport

@Suite struct PredictiveTests {
  private let normal = [-2.0, -1, 0, 1, 2]

  private func empirical(_ values: [Double], location: Double = 0, scale: Double = 1) -> Predictive
  {
    .empirical(
      location: location, scale: scale,
      quantiles: zip(normal, values).map { .init(score: $0, value: $1) })
  }

  // MARK: Student's t

  @Test func `t has the quantiles of the tables`() throws {
    let rows = try Oracle("distributions").all.filter { $0["function"] == "t_quantile" }
    #expect(rows.count == 42)
    for row in rows {
      let p = try #require(row["x"].flatMap(Double.init))
      let degrees = try #require(row["a"].flatMap(Double.init))
      let quantile = try #require(row["value"].flatMap(Double.init))
      let plain = Predictive.studentT(location: 0, scale: 1, degrees: degrees)
      #expect(abs(plain.quantile(p) - quantile) <= 1e-12 * abs(quantile), "\(row)")
      let moved = Predictive.studentT(location: 100, scale: 3, degrees: degrees)
      #expect(moved.quantile(p).isClose(to: 100 + 3 * quantile, tolerance: 1e-12), "\(row)")
    }
  }

  @Test func `t without a scale is certain`() {
    let certain = Predictive.studentT(location: 4, scale: 0, degrees: 3)
    #expect(certain.quantile(0.01) == 4)
    #expect(certain.quantile(0.99) == 4)
    #expect(certain.point == 4)
    #expect(certain.cdf(3.9) == 0)
    #expect(certain.cdf(4) == 1)
  }

  // MARK: Exponential

  @Test func `an exponential has the exponentials of the quantiles`() {
    // e, and e to the 97.5 % quantile of t with 4 degrees of freedom.
    let inner = Predictive.studentT(location: 1, scale: 2, degrees: 4)
    let outer = Predictive.exponential(inner)
    #expect(outer.point.isClose(to: 2.718281828459045, tolerance: 1e-15))
    #expect(outer.quantile(0.975).isClose(to: 701.2680599155776, tolerance: 1e-13))
    #expect(outer.cdf(2.718281828459045).isClose(to: 0.5, tolerance: 1e-14))
    #expect(outer.cdf(0) == 0)
    #expect(outer.cdf(-3) == 0)
  }

  // MARK: Empirical

  @Test func `an empirical distribution passes through its points`() {
    let distribution = empirical([-3, -1, 0.5, 2, 6], location: 10, scale: 2)
    // P(Z ≤ 1) = 0.84134474606854295, P(Z ≤ −2) = 1 − 0.97724986805182079.
    #expect(distribution.quantile(0.84134474606854295).isClose(to: 14, tolerance: 1e-12))
    #expect(distribution.quantile(0.02275013194817921).isClose(to: 4, tolerance: 1e-12))
    #expect(distribution.point == 11)
    #expect(distribution.cdf(14).isClose(to: 0.84134474606854295, tolerance: 1e-14))
  }

  @Test func `between and beyond its points it follows the normal distribution`() {
    // The lines through normal scores: x = z everywhere, so that it is the normal itself.
    let distribution = empirical(normal, location: 5, scale: 3)
    for (p, z) in [
      (0.001, -3.0902323061678135), (0.25, -0.67448975019608174), (0.9, 1.2815515655446006),
    ] {
      #expect(distribution.quantile(p).isClose(to: 5 + 3 * z, tolerance: 1e-12))
      #expect(distribution.cdf(5 + 3 * z).isClose(to: p, tolerance: 1e-12))
    }
  }

  @Test func `an empirical distribution without a scale is certain`() {
    let certain = empirical(normal, location: 4, scale: 0)
    #expect(certain.quantile(0.01) == 4)
    #expect(certain.cdf(3.9) == 0)
    #expect(certain.cdf(4) == 1)
  }

  // MARK: Mixtures

  @Test func `a mixture weighs its parts`() {
    let a = Predictive.studentT(location: 0, scale: 1, degrees: 3)
    let b = Predictive.studentT(location: 10, scale: 2, degrees: 5)
    let mixture = Predictive.mixture([
      .init(weight: 0.25, distribution: a), .init(weight: 0.75, distribution: b),
    ])
    for x in [-3.0, 0, 4, 11] {
      #expect(mixture.cdf(x).isClose(to: 0.25 * a.cdf(x) + 0.75 * b.cdf(x), tolerance: 1e-15))
    }
  }

  @Test func `two mirrored parts have their median in the middle`() {
    let mixture = Predictive.pooled([
      .init(weight: 3, distribution: .studentT(location: -10, scale: 2, degrees: 4)),
      .init(weight: 3, distribution: .studentT(location: 10, scale: 2, degrees: 4)),
    ])
    #expect(mixture.point.isClose(to: 0, tolerance: 1e-9))
    #expect(mixture.quantile(0.9).isClose(to: -mixture.quantile(0.1), tolerance: 1e-9))
  }

  @Test func `pooling makes weights sum to one and drops those of no weight`() {
    let a = Predictive.studentT(location: 0, scale: 1, degrees: 3)
    let b = Predictive.studentT(location: 1, scale: 1, degrees: 3)
    let pooled = Predictive.pooled([
      .init(weight: 2, distribution: a), .init(weight: 6, distribution: b),
      .init(weight: 1e-12, distribution: a),
    ])
    #expect(
      pooled
        == .mixture([.init(weight: 0.25, distribution: a), .init(weight: 0.75, distribution: b)]))
    #expect(Predictive.pooled([.init(weight: 7, distribution: a)]) == a)
  }

  @Test func `parts that are certain make steps`() {
    func certain(_ value: Double) -> Predictive { .studentT(location: value, scale: 0, degrees: 1) }
    let steps = Predictive.pooled([
      .init(weight: 1, distribution: certain(1)), .init(weight: 1, distribution: certain(2)),
      .init(weight: 2, distribution: certain(5)),
    ])
    #expect(steps.quantile(0.1).isClose(to: 1, tolerance: 1e-9))
    #expect(steps.quantile(0.4).isClose(to: 2, tolerance: 1e-9))
    #expect(steps.quantile(0.9).isClose(to: 5, tolerance: 1e-9))
  }

  @Test func `parts of very different size have the quantiles of the mixture`() {
    // Nine in ten parts near 1, one near e^300: the median is that of the nine, at p = 0.5/0.9.
    let near = Predictive.exponential(.studentT(location: 0, scale: 1, degrees: 30))
    let far = Predictive.exponential(.studentT(location: 300, scale: 1, degrees: 30))
    let mixture = Predictive.pooled([
      .init(weight: 0.9, distribution: near), .init(weight: 0.1, distribution: far),
    ])
    #expect(mixture.quantile(0.5).isClose(to: near.quantile(0.5 / 0.9), tolerance: 1e-6))
    #expect(mixture.cdf(mixture.quantile(0.5)).isClose(to: 0.5, tolerance: 1e-9))
  }

  @Test func `a part beyond the largest number does not take the others along`() {
    let near = Predictive.exponential(.studentT(location: 0, scale: 1, degrees: 30))
    let far = Predictive.exponential(.studentT(location: 1000, scale: 1, degrees: 30))
    let mixture = Predictive.pooled([
      .init(weight: 0.9, distribution: near), .init(weight: 0.1, distribution: far),
    ])
    #expect(mixture.quantile(0.5).isClose(to: near.quantile(0.5 / 0.9), tolerance: 1e-6))
  }

  // MARK: Laws

  @Test(arguments: 1...60) func `quantiles rise with p and are the inverse of the distribution`(
    seed: Int
  ) {
    var maker = DistributionMaker(seed: seed)
    let distribution = maker.distribution(depth: 0)
    var before = -Double.infinity
    for p in [0.005, 0.025, 0.1, 0.3, 0.5, 0.7, 0.9, 0.975, 0.995] {
      let x = distribution.quantile(p)
      #expect(x > before, "\(distribution)")
      #expect(distribution.cdf(x).isClose(to: p, tolerance: 1e-8), "\(p) of \(distribution)")
      before = x
    }
  }

  @Test(arguments: 1...20) func `the distribution rises from 0 to 1`(seed: Int) {
    var maker = DistributionMaker(seed: seed)
    let distribution = maker.distribution(depth: 0)
    let values = stride(from: -100.0, through: 100, by: 0.5).map { distribution.cdf($0) }
    #expect(values.allSatisfy { (0...1 + 1e-12).contains($0) })
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 + 1e-15 })
  }

  @Test(arguments: 1...20) func `intervals of a higher level hold those of a lower`(seed: Int) {
    var maker = DistributionMaker(seed: seed)
    let distribution = maker.distribution(depth: 0)
    let inner = distribution.interval(level: 0.8, floor: -.infinity)
    let outer = distribution.interval(level: 0.95, floor: -.infinity)
    #expect(outer.lowerBound < inner.lowerBound && inner.upperBound < outer.upperBound)
    #expect(inner.lowerBound.isClose(to: distribution.quantile(0.1), tolerance: 1e-9))
    #expect(inner.upperBound.isClose(to: distribution.quantile(0.9), tolerance: 1e-9))
  }

  @Test func `an interval is cut at the floor`() {
    let distribution = Predictive.studentT(location: 1, scale: 2, degrees: 4)
    let cut = distribution.interval(level: 0.95, floor: 0)
    #expect(cut.lowerBound == 0)
    #expect(cut.upperBound == distribution.interval(level: 0.95, floor: -.infinity).upperBound)
    let below = Predictive.studentT(location: -100, scale: 2, degrees: 4)
    #expect(below.interval(level: 0.95, floor: 0) == 0...0)
  }
}

/// Makes random distributions, mixtures of mixtures among them.
private struct DistributionMaker {
  private var generator: SeededGenerator

  init(seed: Int) { generator = SeededGenerator(seed: seed) }

  mutating func distribution(depth: Int) -> Predictive {
    switch Int.random(in: 0..<(depth < 3 ? 4 : 3), using: &generator) {
    case 0: student(location: -10...10, scale: 0.1...5)
    case 1: .exponential(student(location: -1...2, scale: 0.1...0.6))
    case 2: empirical()
    default: mixture(depth: depth)
    }
  }

  private mutating func student(
    location: ClosedRange<Double>, scale: ClosedRange<Double>
  ) -> Predictive {
    .studentT(
      location: .random(in: location, using: &generator),
      scale: .random(in: scale, using: &generator),
      degrees: .random(in: 3...30, using: &generator))
  }

  private mutating func empirical() -> Predictive {
    var (score, value) = (-2.5, Double.random(in: -4...0, using: &generator))
    var points: [Predictive.QuantilePoint] = []
    for _ in 0..<Int.random(in: 3...9, using: &generator) {
      points.append(.init(score: score, value: value))
      score += Double.random(in: 0.2...1, using: &generator)
      value += Double.random(in: 0.05...2, using: &generator)
    }
    return .empirical(
      location: .random(in: -5...5, using: &generator),
      scale: .random(in: 0.1...3, using: &generator), quantiles: points)
  }

  private mutating func mixture(depth: Int) -> Predictive {
    let count = Int.random(in: 2...5, using: &generator)
    return .pooled(
      (0..<count).map { _ in
        let weight = Double.random(in: 0.1...1, using: &generator)
        return .init(weight: weight, distribution: distribution(depth: depth + 1))
      })
  }
}
