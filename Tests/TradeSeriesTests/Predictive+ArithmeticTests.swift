import Testing
import TradeSeries
import TradeTestSupport

@Suite struct PredictiveArithmeticTests {
  private static let student = Predictive.studentT(location: 3, scale: 0.5, degrees: 4)
  private static let empirical = Predictive.empirical(
    location: 2, scale: 0.3,
    quantiles: [
      .init(score: -2, value: -3), .init(score: 0, value: 0.1), .init(score: 2, value: 4),
    ])
  private static let all: [Predictive] = [
    student, empirical, .exponential(.studentT(location: 0.2, scale: 0.4, degrees: 7)),
    .pooled([
      .init(weight: 2, distribution: student), .init(weight: 1, distribution: empirical),
      .init(weight: 1, distribution: .exponential(student).shifted(by: -4)),
    ]), .exponential(empirical).shifted(by: 2.5), .power(student, lambda: 0.4, unit: 2),
    .power(empirical, lambda: 0.7, unit: 1).shifted(by: 1),
  ]

  @Test(arguments: all, [(0.25, 0.0), (1.0, 3.5), (40.0, -7.0)])
  func `follow a x + b`(distribution: Predictive, change: (factor: Double, offset: Double)) {
    let changed = distribution.scaled(by: change.factor).shifted(by: change.offset)
    for p in [0.01, 0.2, 0.5, 0.9, 0.995] {
      let x = distribution.quantile(p)
      let expected = change.factor * x + change.offset
      #expect(changed.quantile(p).isClose(to: expected, tolerance: 1e-9))
      #expect(changed.cdf(expected).isClose(to: distribution.cdf(x), tolerance: 1e-9))
    }
    let point = change.factor * distribution.point + change.offset
    #expect(changed.point.isClose(to: point, tolerance: 1e-9))
  }
}
