import Testing
import TradeNumerics
import TradeTables
import TradeTestSupport

@Suite struct DiagnosticsTests {
  private func test(_ name: String, _ diagnostics: Diagnostics) throws -> Diagnostics.Test {
    try #require(diagnostics.tests.first { $0.name == name })
  }

  private func fit(_ formula: String, _ x: [Double], _ y: [Double]) throws -> Regression.Fit {
    try Regression(formula).fit(Table(.number("x", x), .number("y", y)))
  }

  private static let x: [Double] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  private static let y: [Double] = [2.3, 2.7, 2.1, 3.9, 5.4, 4.4, 6.1, 5.2, 7.7, 6.8]

  // MARK: Numbers from outside

  @Test(arguments: DiagnosticModel.all) func `every test agrees with R`(
    model: DiagnosticModel
  ) throws {
    let oracle = try Oracle("diagnostics")
    let diagnostics = try model.fit().diagnostics(breakAt: model.breakAt)
    #expect(
      diagnostics.tests.map(\.name) == [
        "Durbin-Watson", "Breusch-Pagan", "White", "Breusch-Godfrey", "Ljung-Box", "Jarque-Bera",
        "RESET", "Chow",
      ])
    for test in diagnostics.tests {
      let statistic = try #require(model.expected(test.name, "statistic", in: oracle))
      #expect(
        test.statistic.agrees(with: statistic, tolerance: 1e-9),
        "\(test.name) \(test.statistic ?? .nan) for \(statistic)")
      let p = model.expected(test.name, "p", in: oracle)
      #expect(
        test.p.agrees(with: p, tolerance: 1e-9), "\(test.name) p \(test.p ?? .nan)")
      if let degrees = model.expected(test.name, "df", in: oracle) {
        #expect(test.distribution.hasSuffix("\(Int(degrees)))"), "\(test.distribution)")
      }
    }
  }

  @Test func `names the law of each statistic`() throws {
    let diagnostics = try DiagnosticModel.mtcars.fit().diagnostics(breakAt: 3)
    #expect(
      diagnostics.tests.map(\.distribution) == [
        "", "chi-square(2)", "chi-square(5)", "chi-square(1)", "chi-square(6)", "chi-square(2)",
        "F(2, 27)", "F(3, 26)",
      ])
  }

  @Test func `the flow of the Nile broke in 1899`() throws {
    // The first dam at Aswan; p = 8e-8 by sctest of strucchange 1.5-3.
    let model = try #require(DiagnosticModel.all.last)
    let diagnostics = try model.fit().diagnostics(breakAt: 1899)
    #expect(try test("Chow", diagnostics).reading == "coefficients differ")
    #expect(try test("Jarque-Bera", diagnostics).reading == "no sign against a normal law")
    #expect(try test("Durbin-Watson", diagnostics).reading == "autocorrelation about 0.38")
    #expect(try test("Ljung-Box", diagnostics).reading == "residuals are autocorrelated")
    #expect(try test("RESET", diagnostics).reading == "the form is not right")
    #expect(try test("White", diagnostics).reading == "no sign of unequal variances")
  }

  @Test func `variances that grow with the term are found`() throws {
    let x = (1...100).map(Double.init)
    let y = x.enumerated().map { $1 + ($0 % 2 == 0 ? 0.1 : -0.1) * $1 * (1 + Double($0 % 3)) }
    let diagnostics = try fit("y ~ x", x, y).diagnostics()
    #expect(try test("Breusch-Pagan", diagnostics).reading == "variances differ")
    #expect(try test("White", diagnostics).reading == "variances differ")
  }

  // MARK: Laws

  @Test(arguments: DiagnosticModel.all, [1e-140, 1e-3, 1e6, 1e140])
  func `no test depends on the unit of the response`(model: DiagnosticModel, unit: Double) throws {
    let (y, x) = try model.columns()
    let here = try DiagnosticModel.fit(y, on: x).diagnostics(breakAt: model.breakAt)
    let there = try DiagnosticModel.fit(y.map { $0 * unit }, on: x)
      .diagnostics(breakAt: model.breakAt)
    try expectSame(here, there, tolerance: 1e-9)
  }

  @Test(arguments: DiagnosticModel.all, [1e-140, 1e-3, 1e6, 1e140])
  func `no test depends on the unit of a term`(model: DiagnosticModel, unit: Double) throws {
    let (y, x) = try model.columns()
    let here = try DiagnosticModel.fit(y, on: x).diagnostics()
    let there = try DiagnosticModel.fit(y, on: [x[0].map { $0 * unit }] + x.dropFirst())
      .diagnostics()
    try expectSame(here, there, tolerance: 1e-9)
  }

  @Test(arguments: DiagnosticModel.all, 1...3)
  func `tests without time do not depend on the order of rows`(
    model: DiagnosticModel, seed: Int
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let (y, x) = try model.columns()
    let order = y.indices.shuffled(using: &generator)
    let here = try DiagnosticModel.fit(y, on: x).diagnostics(breakAt: model.breakAt)
    let there = try DiagnosticModel.fit(
      order.map { y[$0] }, on: x.map { x in order.map { x[$0] } }
    ).diagnostics(breakAt: model.breakAt)
    let free = ["Breusch-Pagan", "White", "Jarque-Bera", "RESET", "Chow"]
    try expectSame(here, there, tolerance: 1e-9, only: free)
  }

  @Test(arguments: DiagnosticModel.all) func `time may run backwards`(
    model: DiagnosticModel
  ) throws {
    let (y, x) = try model.columns()
    let here = try DiagnosticModel.fit(y, on: x).diagnostics()
    let there = try DiagnosticModel.fit(y.reversed(), on: x.map { $0.reversed() }).diagnostics()
    try expectSame(here, there, tolerance: 1e-9, only: ["Durbin-Watson", "Ljung-Box"])
  }

  private func expectSame(
    _ here: Diagnostics, _ there: Diagnostics, tolerance: Double, only names: [String]? = nil
  ) throws {
    for (a, b) in zip(here.tests, there.tests) where names?.contains(a.name) ?? true {
      let statistic = try #require(a.statistic)
      #expect(
        b.statistic.agrees(with: statistic, tolerance: tolerance),
        "\(a.name) \(statistic) \(b.statistic ?? .nan) \(b.reason ?? "")")
      #expect(a.distribution == b.distribution, "\(a.name)")
    }
  }

  @Test func `Chow's F compares one line with two`() throws {
    let (x, y) = (Self.x, Self.y)
    let whole = try fit("y ~ x", x, y).leastSquares.residualSumOfSquares
    let early = try fit("y ~ x", Array(x[..<4]), Array(y[..<4])).leastSquares.residualSumOfSquares
    let late = try fit("y ~ x", Array(x[4...]), Array(y[4...])).leastSquares.residualSumOfSquares
    let f = (whole - early - late) / 2 / ((early + late) / 6)
    let chow = try test("Chow", try fit("y ~ x", x, y).diagnostics(breakAt: 5))
    #expect(chow.statistic.agrees(with: f, tolerance: 1e-12))
    #expect(chow.distribution == "F(2, 6)")
  }

  // MARK: What is undefined

  private func reasons(_ fit: Regression.Fit, breakAt: Double? = nil) -> [String: String] {
    let tests = fit.diagnostics(breakAt: breakAt).tests
    #expect(tests.allSatisfy { $0.statistic?.isFinite ?? ($0.reason != nil) })
    #expect(tests.allSatisfy { $0.p?.isFinite ?? ($0.reason != nil) })
    return Dictionary(
      uniqueKeysWithValues: tests.compactMap { test in
        test.reason.map { (test.name, $0) }
      })
  }

  @Test func `without degrees of freedom there is no test`() throws {
    let fit = try fit("y ~ x", [1, 2], [3, 5])
    #expect(
      Set(reasons(fit, breakAt: 2).values)
        == ["2 rows for 2 coefficients leave no degrees of freedom"])
    #expect(fit.diagnostics().tests.allSatisfy { $0.statistic == nil && $0.p == nil })
    let one = try self.fit("y ~ 1", [1], [3])
    #expect(
      Set(reasons(one).values) == ["1 row for 1 coefficient leave no degrees of freedom"])
  }

  @Test(arguments: [1.0, 0.1, 1e100]) func `an exact fit has no test`(slope: Double) throws {
    let fit = try fit("y ~ x", Self.x, Self.x.map { $0 * slope })
    #expect(Set(reasons(fit).values) == ["the fit is exact"])
  }

  @Test func `a few rows leave out the tests that need more`() throws {
    let few = reasons(try fit("y ~ x", [1, 2, 4], [2, 1, 5]), breakAt: 2)
    #expect(few["Breusch-Pagan"] == nil)
    #expect(few["White"] == "3 rows are too few for the 3 coefficients of the auxiliary regression")
    #expect(
      few["RESET"] == "3 rows are too few for the 3 coefficients of the auxiliary regression")
    #expect(few["Chow"] == "1 rows below 2 and 2 from it on; each side needs 2")
  }

  @Test(arguments: 1...12, 1...3) func `no number of rows makes nan`(
    rows: Int, terms: Int
  ) throws {
    var generator = SeededGenerator(seed: rows)
    let y = (0..<rows).map { _ in Double.random(in: 0...1, using: &generator) }
    let x = (0..<terms).map { _ in y.map { _ in Double.random(in: 0...1, using: &generator) } }
    _ = reasons(try DiagnosticModel.fit(y, on: x), breakAt: 0.5)
  }

  @Test func `with an intercept alone there is nothing that variances could follow`() throws {
    let found = reasons(try fit("y ~ 1", Self.x, Self.y), breakAt: 5)
    for name in ["Breusch-Pagan", "White", "Chow"] {
      #expect(found[name] == "there is no term beside the intercept")
    }
    #expect(found["RESET"] == "powers of the fitted values add nothing to the terms")
    #expect(found["Jarque-Bera"] == nil)
  }

  @Test func `residuals of one size have no variances to tell apart`() throws {
    let found = reasons(try fit("y ~ x", [1, 2, 3, 4], [1.25, -1.25, -1.25, 1.25]))
    #expect(found["Breusch-Pagan"] == "the squared residuals do not vary")
  }

  @Test func `the powers of a dummy are the dummy`() throws {
    let found = reasons(try fit("y ~ x", [0, 1, 0, 1, 0, 1, 0, 1, 0, 1], Self.y))
    #expect(found["RESET"] == "powers of the fitted values add nothing to the terms")
    #expect(found["White"] == nil)
  }

  @Test(arguments: [-1.0, 11, .infinity, .nan]) func `a break needs rows on either side`(
    value: Double
  ) throws {
    let found = reasons(try fit("y ~ x", Self.x, Self.y), breakAt: value)
    #expect(found["Chow"]?.hasSuffix("each side needs 2") == true)
  }

  @Test func `too many products of terms are not tried`() throws {
    var generator = SeededGenerator(seed: 1)
    let x = (0..<20).map { _ in (0..<40).map { _ in Double.random(in: 0...1, using: &generator) } }
    let found = reasons(try DiagnosticModel.fit(x[0].map { $0 * $0 }, on: x))
    #expect(found["White"] == "20 terms make 210 products; 200 are tested at the most")
  }

  @Test func `works without an intercept`() throws {
    let found = reasons(try fit("y ~ 0 + x", Self.x, Self.y), breakAt: 5)
    #expect(found == ["Durbin-Watson": "its law depends on the terms"])
  }

  // MARK: Table

  @Test func `shows itself as a table`() throws {
    let diagnostics = try fit("y ~ x", [1, 2, 4], [2, 1, 5]).diagnostics()
    let table = diagnostics.table
    #expect(table.names == ["test", "statistic", "distribution", "p", "reading"])
    #expect(try table.numbers("statistic") == diagnostics.tests.map(\.statistic))
    #expect(try table.numbers("p") == diagnostics.tests.map(\.p))
    #expect(
      try table.texts("reading")[2]
        == "undefined: 3 rows are too few for the 3 coefficients of the auxiliary regression")
  }
}
