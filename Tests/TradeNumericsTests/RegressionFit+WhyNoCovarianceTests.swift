import Testing
import TradeNumerics
import TradeTables

@Suite struct RegressionFitWhyNoCovarianceTests {
  private let table = Table(
    .number("y", [1, 3, 4, 8, 9]), .number("x", [1, 2, 3, 4, 5]),
    .number("last", [0, 0, 0, 0, 1]), .text("all", ["a", "a", "a", "a", "a"]),
    .text("two", ["a", "b", "a", "b", "a"]))

  @Test func `says nothing where there is a covariance`() throws {
    let fit = try Regression("y ~ x").fit(table)
    let two = try fit.frame.factor("two", in: table)
    for kind in [Covariance.classical, .hc0, .hc1, .hc2, .hc3, .neweyWest(lag: nil)] {
      #expect(fit.whyNoCovariance(kind) == nil)
      #expect(fit.covariance(kind) != nil)
    }
    #expect(fit.whyNoCovariance(.cluster, clusters: [two]) == nil)
  }

  @Test func `a leverage of one leaves hc2 and hc3 undefined`() throws {
    let fit = try Regression("y ~ x + last").fit(table)
    for kind in [Covariance.hc2, .hc3] {
      #expect(
        fit.whyNoCovariance(kind)
          == "row 5 is fitted exactly (its leverage is one), which hc2 and hc3 divide by; use hc1")
      #expect(fit.covariance(kind) == nil)
      #expect(fit.estimates(kind).standardErrors == [nil, nil, nil])
      let predictions = try fit.predict(table, covariance: kind)
      #expect(predictions.rows[0].fit != nil && predictions.rows[0].standardError == nil)
    }
    #expect(fit.whyNoCovariance(.hc1) == nil)
    #expect(fit.covariance(.hc1) != nil)
  }

  @Test func `clusters must be two or more`() throws {
    let fit = try Regression("y ~ x").fit(table)
    let all = try fit.frame.factor("all", in: table)
    #expect(fit.whyNoCovariance(.cluster) == "there is no factor to cluster by")
    #expect(fit.whyNoCovariance(.cluster, clusters: [all]) == "'all' has one cluster only")
    #expect(fit.covariance(.cluster, clusters: [all]) == nil)
  }

  @Test func `a lag below zero and no degrees of freedom are said`() throws {
    #expect(
      try Regression("y ~ x").fit(table).whyNoCovariance(.neweyWest(lag: -1))
        == "a lag of -1 is negative")
    let exact = try Regression("y ~ x").fit(table.filtered { $0 < 2 })
    #expect(
      exact.whyNoCovariance(.hc1) == "2 rows leave no degrees of freedom for 2 coefficients")
  }
}
