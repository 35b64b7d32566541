import Testing
import TradeNumerics

@Suite struct FamilyTests {
  @Test func `is spelled as on the command line`() {
    #expect(
      Family.allCases.map(\.rawValue)
        == ["gaussian", "poisson", "gamma", "negative-binomial", "logit"])
    #expect(Family(rawValue: "negative-binomial") == .negativeBinomial)
  }

  @Test(arguments: Family.allCases)
  func `has means that average to the response with an intercept alone`(family: Family) throws {
    let y = family == .logit ? [0, 1, 1, 0.5, 1] : [1, 2, 4, 0.5, 7]
    let fit = try GeneralisedLinearModel(family: family).fit(
      response: y, matrix: Matrix(columns: [[1, 1, 1, 1, 1]]), names: ["(intercept)"])
    let mean = y.reduce(0, +) / 5
    #expect(fit.fitted.allSatisfy { $0.isClose(to: mean, tolerance: 1e-9) })
    #expect(fit.deviance.isClose(to: fit.nullDeviance, tolerance: 1e-9))
  }
}
