import Testing
import TradeNumerics
import TradeTables
import TradeTestSupport

@Suite struct RegressionFitTests {
  /// One of the data sets beside the reference numbers.
  private static func data(_ name: String, file: String = #filePath) throws -> Table {
    let folder = file.split(separator: "/").dropLast(2).joined(separator: "/")
    return try CSVReader.read("/\(folder)/Oracles/\(name).csv")
  }

  private static let home = Table(
    .number("year", [2013, 2014, 2015, 2016, 2017]),
    .number("year_offset", [0, 1, 2, 3, 4]),
    .number("turnover", [233.2, 271.9, 205.8, 392.5, 542.7]))

  /// The data, the formula, and its terms by their names in the reference file.
  struct Model: Sendable, CustomTestStringConvertible {
    let name: String
    let data: String
    let formula: String
    let terms: [String]
    var testDescription: String { name }
  }

  static let models = [
    Model(name: "home_linear", data: "", formula: "turnover ~ year", terms: ["intercept", "year"]),
    Model(
      name: "home_log", data: "", formula: "log(turnover) ~ year", terms: ["intercept", "year"]),
    Model(name: "home_origin", data: "", formula: "turnover ~ 0 + year", terms: ["year"]),
    Model(
      name: "home_quadratic", data: "", formula: "turnover ~ year_offset + year_offset^2",
      terms: ["intercept", "year_offset", "year_offset_squared"]),
    Model(
      name: "longley", data: "longley",
      formula: "Employed ~ GNP.deflator + GNP + Unemployed + Armed.Forces + Population + Year",
      terms: [
        "intercept", "GNP.deflator", "GNP", "Unemployed", "Armed.Forces", "Population", "Year",
      ]),
    Model(
      name: "mtcars", data: "mtcars", formula: "mpg ~ wt + hp", terms: ["intercept", "wt", "hp"]),
    Model(
      name: "cars_quadratic", data: "cars", formula: "dist ~ speed + speed^2",
      terms: ["intercept", "speed", "speed_squared"]),
  ]

  private func fit(_ formula: String, _ x: [Double], _ y: [Double]) throws -> Regression.Fit {
    try Regression(formula).fit(Table(.number("x", x), .number("y", y)))
  }

  // MARK: Numbers from outside

  @Test func `the turnover of Kazakhstan and Vietnam grows by 73.96 million a year`() throws {
    // Least squares in exact arithmetic, checked with R 4.2: lm(turnover ~ year).
    let fit = try Regression("turnover ~ year").fit(Self.home)
    #expect(fit.coefficients[1].estimate.isClose(to: 73.96, tolerance: 1e-12))
    #expect(fit.coefficients[1].standardError.isClose(to: 27.456129855947772, tolerance: 1e-12))
  }

  @Test(arguments: models) func `every statistic agrees with R`(model: Model) throws {
    let oracle = try Oracle("regression")
    let table = model.data.isEmpty ? Self.home : try Self.data(model.data)
    let fit = try Regression(model.formula).fit(table)

    func check(_ term: String, _ quantity: String, _ ours: Double?) throws {
      let key = ["model": model.name, "term": term, "quantity": quantity]
      let expected = try #require(oracle.number(key))
      let value = try #require(ours)
      #expect(abs(value - expected) <= 1e-9 * abs(expected), "\(term) \(quantity) \(value)")
    }
    #expect(fit.coefficients.count == model.terms.count)
    for (term, coefficient) in zip(model.terms, fit.coefficients) {
      try check(term, "estimate", coefficient.estimate)
      try check(term, "std_error", coefficient.standardError)
      try check(term, "t", coefficient.t)
      try check(term, "p", coefficient.p)
      try check(term, "lower_95", coefficient.interval(level: 0.95)?.lowerBound)
      try check(term, "upper_95", coefficient.interval(level: 0.95)?.upperBound)
    }
    try check("model", "r_squared", fit.rSquared)
    try check("model", "adj_r_squared", fit.adjustedRSquared)
    try check("model", "sigma", fit.residualStandardError)
    try check("model", "f", fit.fTest?.statistic)
    try check("model", "f_p", fit.fTest?.p)
    try check("model", "df_model", fit.fTest.map { Double($0.numerator) })
    try check("model", "df", Double(fit.degreesOfFreedom))
  }

  @Test func `NoInt1 has the certified slope`() throws {
    // NIST StRD, NoInt1.
    let x = (60...70).map(Double.init)
    let fit = try fit("y ~ 0 + x", x, x.map { $0 + 70 })
    #expect(fit.coefficients[0].estimate.isClose(to: 2.07438016528926, tolerance: 1e-14))
    let error = try #require(fit.coefficients[0].standardError)
    #expect((error / 0.0165289256198347).isClose(to: 1, tolerance: 1e-13))
    #expect(fit.rSquared.isClose(to: 0.999365492298663, tolerance: 1e-14))
    #expect(fit.fTest?.statistic.isClose(to: 15750.25, tolerance: 1e-12) == true)
  }

  // MARK: Laws

  @Test(arguments: 1...10) func `t squared is F where there is one slope`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let x = (0..<9).map { _ in Double.random(in: 0...10, using: &generator) }
    let fit = try fit("y ~ x", x, x.map { $0 + Double.random(in: -5...5, using: &generator) })
    let t = try #require(fit.coefficients[1].t)
    let f = try #require(fit.fTest)
    #expect((f.statistic / (t * t)).isClose(to: 1, tolerance: 1e-11))
    let p = try #require(fit.coefficients[1].p)
    #expect((f.p / p).isClose(to: 1, tolerance: 1e-10))
  }

  @Test(arguments: [0.5, 0.8, 0.95, 0.99]) func `an interval ends where p is its complement`(
    level: Double
  ) throws {
    let fit = try Regression("turnover ~ year").fit(Self.home)
    let slope = fit.coefficients[1]
    let interval = try #require(slope.interval(level: level))
    let estimate = try #require(slope.estimate)
    let error = try #require(slope.standardError)
    let t = (interval.upperBound - estimate) / error
    #expect((2 * StudentT(degrees: 3).upper(t)).isClose(to: 1 - level, tolerance: 1e-12))
    #expect((interval.lowerBound + interval.upperBound).isClose(to: 2 * estimate))
  }

  @Test(arguments: [1e-150, 1000.0, 1e149]) func `follows a change of unit of the response`(
    factor: Double
  ) throws {
    let x: [Double] = [1, 2, 3, 4, 5]
    let y: [Double] = [2.3, 2.7, 2.1, 3.9, 5.4]
    let fit = try fit("y ~ x", x, y)
    let other = try self.fit("y ~ x", x, y.map { $0 * factor })
    for (a, b) in zip(fit.coefficients, other.coefficients) {
      let estimate = try #require(a.estimate)
      let error = try #require(a.standardError)
      #expect(b.estimate.map { $0 / factor }.isClose(to: estimate, tolerance: 1e-12))
      #expect(b.standardError.map { $0 / factor }.isClose(to: error, tolerance: 1e-12))
      #expect(b.t.isClose(to: try #require(a.t), tolerance: 1e-12))
      #expect(b.p.isClose(to: try #require(a.p), tolerance: 1e-12))
    }
    #expect(other.rSquared.isClose(to: try #require(fit.rSquared), tolerance: 1e-12))
  }

  @Test(arguments: [1e-300, 1e-200, 1000, 1e149]) func `follows a change of unit of a term`(
    factor: Double
  ) throws {
    let x: [Double] = [1, 2, 3, 4, 5]
    let y: [Double] = [2.3, 2.7, 2.1, 3.9, 5.4]
    let fit = try fit("y ~ x", x, y).coefficients[1]
    let other = try self.fit("y ~ x", x.map { $0 * factor }, y).coefficients[1]
    let estimate = try #require(fit.estimate)
    #expect(other.estimate.map { $0 * factor }.isClose(to: estimate, tolerance: 1e-12))
    let error = try #require(fit.standardError)
    #expect(other.standardError.map { $0 * factor }.isClose(to: error, tolerance: 1e-12))
    #expect(other.t.isClose(to: try #require(fit.t), tolerance: 1e-12))
  }

  @Test func `the order of rows does not matter`() throws {
    let fit = try Regression("turnover ~ year").fit(Self.home)
    let turned = Table(
      .number("year", [2016, 2013, 2017, 2015, 2014]),
      .number("turnover", [392.5, 233.2, 542.7, 205.8, 271.9]))
    let other = try Regression("turnover ~ year").fit(turned)
    for (a, b) in zip(fit.coefficients, other.coefficients) {
      #expect(b.estimate.isClose(to: try #require(a.estimate), tolerance: 1e-11))
      #expect(b.standardError.isClose(to: try #require(a.standardError), tolerance: 1e-11))
    }
  }

  // MARK: What the data leaves undefined

  @Test func `two rows for a line leave no errors and say so`() throws {
    let fit = try fit("y ~ x", [1, 2], [3, 5])
    #expect(fit.coefficients.map(\.name) == ["(intercept)", "x"])
    #expect(fit.coefficients[1].estimate.isClose(to: 2, tolerance: 1e-14))
    for coefficient in fit.coefficients {
      #expect(coefficient.standardError == nil)
      #expect(coefficient.t == nil)
      #expect(coefficient.p == nil)
      #expect(coefficient.interval(level: 0.95) == nil)
    }
    #expect(fit.residualStandardError == nil)
    #expect(fit.adjustedRSquared == nil)
    #expect(fit.fTest == nil)
    #expect(
      fit.notes == [
        "2 rows for 2 coefficients leave no degrees of freedom: "
          + "the fit is exact and has no standard errors"
      ])
  }

  @Test func `one row keeps the intercept`() throws {
    let fit = try fit("y ~ x", [4], [3])
    #expect(fit.coefficients[0].estimate.isClose(to: 3, tolerance: 1e-14))
    #expect(fit.coefficients[1].estimate == nil)
    #expect(fit.rSquared == nil)
    #expect(fit.notes.first == "x is dropped: it equals 4")
  }

  @Test func `a dropped term is named with what it equals`() throws {
    let table = Table(
      .number("x1", [1, 4, 2, 8, 5, 7]), .number("x2", [3, 1, 4, 1, 5, 9]),
      .number("x3", [-1, 7, 0, 15, 5, 5]), .number("y", [2, 7, 1, 8, 2, 8]))
    let fit = try Regression("y ~ x1 + x2 + x3").fit(table)
    #expect(fit.coefficients.map(\.name) == ["(intercept)", "x1", "x2", "x3"])
    #expect(fit.coefficients[3].estimate == nil)
    #expect(fit.coefficients[3].standardError == nil)
    #expect(fit.notes == ["x3 is dropped: it equals 2 x1 - x2"])
    #expect(fit.degreesOfFreedom == 3)
    let without = try Regression("y ~ x1 + x2").fit(table)
    #expect(Array(fit.coefficients.prefix(3)) == without.coefficients)
    #expect(fit.rSquared == without.rSquared)
    #expect(fit.fTest == without.fTest)
  }

  @Test func `a constant term beside the intercept is named as a number`() throws {
    let fit = try fit("y ~ x", [2.5, 2.5, 2.5], [1, 2, 4])
    #expect(fit.notes == ["x is dropped: it equals 2.5"])
    #expect(fit.fTest == nil)
  }

  @Test func `a term of zeros is named as such`() throws {
    let fit = try fit("y ~ x", [0, 0, 0], [1, 2, 4])
    #expect(fit.notes == ["x is dropped: it is zero in every row"])
  }

  @Test(arguments: [5.0, 0.1, 542.7, 0.3]) func `a response that does not vary has no R²`(
    value: Double
  ) throws {
    let fit = try fit("y ~ x", [1, 2, 4, 5, 7, 9], [Double](repeating: value, count: 6))
    #expect(fit.rSquared == nil)
    #expect(fit.adjustedRSquared == nil)
    #expect(fit.fTest == nil)
    #expect(fit.notes == ["the response does not vary: there is no R²"])
    #expect(fit.coefficients[0].estimate.isClose(to: value, tolerance: 1e-13))
  }

  @Test func `a slope of zero has an F of zero and a p of one`() throws {
    let fit = try fit("y ~ x", [1, 2, 3, 4], [1.1, -1.3, -1.3, 1.1])
    #expect(fit.rSquared.isClose(to: 0, tolerance: 1e-12))
    let f = try #require(fit.fTest)
    #expect(f.statistic.isClose(to: 0, tolerance: 1e-12))
    #expect(f.p.isClose(to: 1, tolerance: 1e-5))
  }

  @Test func `a coefficient beyond the largest number does not stop the program`() async {
    await #expect(processExitsWith: .success) {
      let table = Table(
        .number("x", [1e-300, 2e-300, 4e-300]), .number("y", [1e149, 3e149, 2e149]))
      let fit = try Regression("y ~ 0 + x").fit(table)
      _ = fit.table
    }
  }

  // MARK: Table

  @Test func `shows itself as a table of coefficients`() throws {
    let fit = try Regression("turnover ~ year").fit(Self.home)
    let table = fit.table
    #expect(
      table.names == ["term", "estimate", "std_error", "t", "p", "lower_95", "upper_95"])
    #expect(try table.texts("term") == ["(intercept)", "year"])
    #expect(try table.numbers("estimate") == fit.coefficients.map(\.estimate))
    #expect(try table.numbers("std_error") == fit.coefficients.map(\.standardError))
    #expect(try table.numbers("t") == fit.coefficients.map(\.t))
    #expect(try table.numbers("p") == fit.coefficients.map(\.p))
    let intervals = fit.coefficients.map { $0.interval(level: 0.95) }
    #expect(try table.numbers("lower_95") == intervals.map { $0?.lowerBound })
    #expect(try table.numbers("upper_95") == intervals.map { $0?.upperBound })
  }

  @Test func `names the columns of an interval by its level`() throws {
    let fit = try Regression("turnover ~ year").fit(Self.home)
    #expect(fit.table(level: 0.999).names.suffix(2) == ["lower_99.9", "upper_99.9"])
    #expect(fit.table(level: 0.29).names.suffix(2) == ["lower_29", "upper_29"])
  }
}
