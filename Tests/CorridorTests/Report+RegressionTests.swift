import Corridor
import Testing

@Suite struct ReportRegressionTests {
  private func fit() throws -> Regression.Fit {
    try Regression("y ~ x").fit(Table(text: "x,y\n1,1\n2,3\n3,2\n4,5\n5,4\n"))
  }

  @Test func `shows coefficients, how well they fit, and remarks`() throws {
    // By hand: Sxx = 10, Sxy = 8, Syy = 10; slope 0.8, Σ e² = 3.6, σ = √1.2, F = 6.4 / 1.2.
    #expect(
      Report.regression(try fit(), notes: ["a remark"]).text == """
        y ~ x

        term         estimate  std. error     t      p      95 % interval
        ─────────────────────────────────────────────────────────────────
        (intercept)  0.600000      1.1489  0.52  0.638   -3.0564 – 4.2564
        x            0.800000     0.34641  2.31  0.104  -0.30243 – 1.9024

        n = 5, degrees of freedom = 3, residual std. error = 1.0954
        R² = 0.6400, adjusted R² = 0.5200, F(1, 3) = 5.3333, p = 0.104
        AIC = 18.55, BIC = 17.38, condition number = 5.5

        A remark.

        """)
  }

  @Test func `leaves out what is not defined`() throws {
    let fit = try Regression("y ~ x").fit(Table(text: "x,y\n1,1\n2,3\n"))
    let text = Report.regression(fit).text
    #expect(text.contains("n = 2, degrees of freedom = 0\n"))
    #expect(!text.contains("residual std. error"))
    #expect(!text.contains("F("))
  }

  @Test func `has the columns of the contract as CSV, at any level`() throws {
    #expect(
      Report.regression(try fit()).csv.split(separator: "\n").first
        == "term,estimate,std_error,t,p,lower_95,upper_95")
    #expect(
      Report.regression(try fit(), level: 0.9).csv.split(separator: "\n").first
        == "term,estimate,std_error,t,p,lower_90,upper_90")
  }
}
