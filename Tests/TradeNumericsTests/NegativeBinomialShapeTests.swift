import Testing
import TradeNumerics
import TradeTestSupport

@Suite struct NegativeBinomialShapeTests {
  @Test(arguments: [true, false])
  func `equals theta.ml of R in θ and its standard error`(absorbing: Bool) throws {
    let oracle = try Oracle("generalised")
    let fit = try Quine().fit("negative_binomial", absorbing: absorbing)
    let key = ["model": "negative_binomial", "term": "model"]
    let theta = try #require(oracle.number(key.merging(["quantity": "theta"]) { $1 }))
    let error = try #require(oracle.number(key.merging(["quantity": "theta_std_error"]) { $1 }))
    #expect(fit.theta.isClose(to: theta, tolerance: 1e-9))
    #expect(fit.thetaStandardError.isClose(to: error, tolerance: 1e-9))
  }

  @Test func `is at the Poisson end where the counts vary less than that`() throws {
    let y: [Double] = [3, 4, 3, 4, 3, 4, 3, 4]
    let columns = [y.map { _ in 1.0 }, [1, 2, 3, 4, 5, 6, 7, 8]]
    func fit(_ family: Family) throws -> GeneralisedLinearModel.Fit {
      try GeneralisedLinearModel(family: family).fit(
        response: y, matrix: Matrix(columns: columns), names: ["(intercept)", "x"])
    }
    let (negative, poisson) = (try fit(.negativeBinomial), try fit(.poisson))
    #expect(
      negative.notes == ["no overdispersion: the negative binomial is the Poisson model here"])
    #expect(negative.thetaStandardError == nil)
    let expected = try #require(poisson.coefficients[1])
    #expect(negative.coefficients[1].isClose(to: expected, tolerance: 1e-8))
  }

  @Test func `is missing for other families`() throws {
    #expect(try Quine().fit("poisson").theta == nil)
  }
}
