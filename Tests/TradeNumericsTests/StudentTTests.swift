import Testing
import TradeNumerics
import TradeTestSupport

@Suite struct StudentTTests {
  /// Our value for a row of the reference file, or `nil` for a function that we do not have.
  private func value(of row: [String: String]) -> Double? {
    guard let x = row["x"].flatMap(Double.init), let function = row["function"] else { return nil }
    let a = row["a"].flatMap(Double.init) ?? .nan
    let b = row["b"].flatMap(Double.init) ?? .nan
    return switch function {
    case "normal_cdf": StandardNormal.cdf(x)
    case "normal_quantile": StandardNormal.quantile(x)
    case "t_cdf": StudentT(degrees: a).cdf(x)
    case "t_upper": StudentT(degrees: a).upper(x)
    case "t_quantile": StudentT(degrees: a).quantile(x)
    case "f_upper": FisherF(numerator: a, denominator: b).upper(x)
    default: nil
    }
  }

  @Test(
    arguments: [
      ("normal_cdf", 15), ("normal_quantile", 16), ("t_cdf", 30), ("t_upper", 24),
      ("t_quantile", 42), ("f_upper", 20),
    ])
  func `matches 60-digit arithmetic far into the tails`(function: String, count: Int) throws {
    let rows = try Oracle("distributions").all.filter { $0["function"] == function }
    #expect(rows.count == count)
    for row in rows {
      let ours = try #require(value(of: row))
      let expected = try #require(row["value"].flatMap(Double.init))
      // 1e-15 times the condition, which is x² in the tail of the normal: up to 1400.
      #expect(abs(ours - expected) <= 2e-12 * abs(expected), "\(row) but \(ours)")
    }
  }

  @Test(arguments: 1...20) func `a quantile is the inverse of the distribution`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let p = Double.random(in: 0.001...0.999, using: &generator)
    let t = StudentT(degrees: Double.random(in: 0.5...50, using: &generator))
    #expect(t.cdf(t.quantile(p)).isClose(to: p, tolerance: 1e-12))
    #expect(StandardNormal.cdf(StandardNormal.quantile(p)).isClose(to: p, tolerance: 1e-13))
  }

  @Test(arguments: 1...20) func `both tails of t together are certain`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let x = Double.random(in: -5...5, using: &generator)
    let t = StudentT(degrees: Double.random(in: 0.5...50, using: &generator))
    #expect((t.cdf(x) + t.upper(x)).isClose(to: 1, tolerance: 1e-14))
    #expect(t.cdf(-x).isClose(to: t.upper(x), tolerance: 1e-14))
  }

  @Test(arguments: 1...20) func `the square of t is F with one degree above`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let x = Double.random(in: 0.1...20, using: &generator)
    let degrees = Double.random(in: 1...50, using: &generator)
    let upper = FisherF(numerator: 1, denominator: degrees).upper(x * x)
    #expect((upper / (2 * StudentT(degrees: degrees).upper(x))).isClose(to: 1, tolerance: 1e-12))
  }

  @Test func `t with many degrees of freedom is normal`() {
    for x in [-3.0, -0.5, 0, 1, 2.5] {
      #expect(StudentT(degrees: 1e12).cdf(x).isClose(to: StandardNormal.cdf(x), tolerance: 1e-11))
    }
  }

  @Test func `quantiles are infinite at 0 and 1 and undefined outside`() {
    let t = StudentT(degrees: 3)
    #expect(t.quantile(0) == -.infinity)
    #expect(t.quantile(1) == .infinity)
    #expect(t.quantile(-0.1).isNaN)
    #expect(t.quantile(1.1).isNaN)
    #expect(StandardNormal.quantile(0) == -.infinity)
    #expect(StandardNormal.quantile(1) == .infinity)
    #expect(StandardNormal.quantile(2).isNaN)
  }

  @Test func `probabilities reach 0 and 1 at the ends`() {
    #expect(StandardNormal.cdf(-.infinity) == 0)
    #expect(StandardNormal.cdf(.infinity) == 1)
    let t = StudentT(degrees: 3)
    #expect(t.cdf(-.infinity) == 0)
    #expect(t.upper(.infinity) == 0)
    let f = FisherF(numerator: 2, denominator: 3)
    #expect(f.upper(0) == 1)
    #expect(f.upper(.infinity) == 0)
  }
}
