import Testing
import TradeNumerics
import TradeTables
import TradeTestSupport

@Suite struct EstimatesTests {
  private static func one(_ value: Double?, _ error: Double?, degrees: Int?) -> Estimates {
    Estimates(
      names: ["x"], values: [value], standardErrors: [error], degreesOfFreedom: degrees)
  }

  @Test func `p and intervals are those of Student or of the normal law`() throws {
    // R 4.2: 2 * pt(-2, 3), 2 * pnorm(-2), qt(0.975, 3), qnorm(0.975).
    let few = Self.one(3, 1.5, degrees: 3)
    #expect(few.t == [2])
    #expect(few.p[0].isClose(to: 0.13932596855884318, tolerance: 1e-13))
    #expect(
      few.intervals(level: 0.95)[0].map(\.upperBound)
        .isClose(to: 3 + 1.5 * 3.1824463052837078, tolerance: 1e-13))
    let many = Self.one(3, 1.5, degrees: nil)
    #expect(many.p[0].isClose(to: 0.045500263896358417, tolerance: 1e-13))
    #expect(
      many.intervals(level: 0.95)[0].map(\.lowerBound)
        .isClose(to: 3 - 1.5 * 1.959963984540054, tolerance: 1e-13))
  }

  @Test func `what is not known stays unknown`() {
    for estimates in [
      Self.one(nil, 1, degrees: 3), Self.one(1, nil, degrees: 3), Self.one(1, 1, degrees: 0),
    ] {
      #expect(estimates.p == [nil])
      #expect(estimates.intervals(level: 0.95) == [nil])
    }
    #expect(Self.one(1, 0, degrees: 3).t == [nil])
    #expect(Self.one(1e308, 1e308, degrees: 3).intervals(level: 0.95) == [nil])
    #expect(Self.one(-1e308, 1e308, degrees: 3).intervals(level: 0.95) == [nil])
  }

  @Test func `the estimates of a fit are its coefficients`() throws {
    let fit = try DiagnosticModel.mtcars.fit()
    let estimates = fit.estimates()
    #expect(estimates.names == fit.coefficients.map(\.name))
    #expect(estimates.values == fit.coefficients.map(\.estimate))
    #expect(estimates.t == fit.coefficients.map(\.t))
    #expect(estimates.p == fit.coefficients.map(\.p))
    #expect(
      estimates.intervals(level: 0.9) == fit.coefficients.map { $0.interval(level: 0.9) })
    #expect(estimates.degreesOfFreedom == 29)
  }

  @Test func `clusters leave the fewest of them less one degrees of freedom`() throws {
    let model = DiagnosticModel.mtcars
    let (fit, table) = (try model.fit(), try model.table())
    let clusters = [
      try fit.frame.factor("carb", in: table), try fit.frame.factor("cyl", in: table),
    ]
    #expect(clusters.map(\.levels.count) == [6, 3])
    #expect(fit.estimates(.cluster, clusters: clusters).degreesOfFreedom == 2)
    #expect(fit.jointTest(of: ["wt"], .cluster, clusters: [clusters[0]])?.denominator == 5)
  }

  @Test(arguments: DiagnosticModel.all) func `likelihood and criteria agree with R`(
    model: DiagnosticModel
  ) throws {
    let oracle = try Oracle("diagnostics")
    let fit = try model.fit()
    for (quantity, ours) in [
      ("log_likelihood", fit.logLikelihood), ("aic", fit.aic), ("bic", fit.bic),
    ] {
      let expected = try #require(model.expected("model", quantity, in: oracle))
      #expect(ours.agrees(with: expected, tolerance: 1e-12), "\(quantity) \(ours ?? .nan)")
    }
    // Hurvich and Tsai's correction, from the definition.
    let k = Double(fit.leastSquares.rank + 1)
    let aic = try #require(fit.aic)
    #expect(fit.aicc.isClose(to: aic + 2 * k * (k + 1) / (Double(fit.count) - k - 1)))
  }

  @Test func `a table of the normal law is headed z`() throws {
    #expect(Self.one(3, 1.5, degrees: nil).table.columns.map(\.heading)[3] == "z")
    #expect(Self.one(3, 1.5, degrees: 4).table.columns.map(\.heading)[3] == "t")
    #expect(
      Self.one(3, 1.5, degrees: 4).table(level: 0.9).names.suffix(2) == [
        "lower_90", "upper_90",
      ])
  }
}
