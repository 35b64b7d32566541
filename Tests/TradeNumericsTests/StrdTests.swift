import Glibc
import Testing
import TradeNumerics
import TradeTables

/// The linear problems of the NIST Statistical Reference Datasets, at least 13 digits of each.
///
/// Reference: National Institute of Standards and Technology, *Statistical Reference Datasets*,
/// linear regression. The certified values here have 17 digits, from exact rational arithmetic; they
/// agree with the 15 that are published.
@Suite struct StrdTests {
  /// The five Wampler polynomials: their data and estimates are whole numbers or powers of ten.
  @Test(arguments: Wampler.all) fileprivate func `Wampler keeps 13 digits`(
    problem: Wampler
  ) throws {
    let fit = try Regression(Strd.polynomial(degree: 5)).fit(problem.table)
    try #require(fit.coefficients.count == 6)
    for (degree, coefficient) in fit.coefficients.enumerated() {
      let estimate = try #require(coefficient.estimate)
      let error = try #require(coefficient.standardError)
      #expect(
        Strd.digits(estimate, problem.coefficient(degree)) >= 13,
        "\(problem.name) \(coefficient.name) \(estimate)")
      #expect(
        Strd.digits(error, problem.standardErrors[degree]) >= 13,
        "\(problem.name) \(coefficient.name) standard error \(error)")
    }
  }

  @Test(arguments: NoIntercept.all) fileprivate func `NoInt keeps 13 digits`(
    problem: NoIntercept
  ) throws {
    let fit = try Regression("y ~ 0 + x").fit(problem.table)
    try #require(fit.coefficients.count == 1)
    let estimate = try #require(fit.coefficients[0].estimate)
    let error = try #require(fit.coefficients[0].standardError)
    #expect(Strd.digits(estimate, problem.coefficient) >= 13, "\(problem.name) \(estimate)")
    #expect(Strd.digits(error, problem.standardError) >= 13, "\(problem.name) \(error)")
  }

  /// Streamed in tables of a few rows, the same problems keep the same digits.
  @Test(arguments: Wampler.all, [1, 4, 21]) fileprivate func `Wampler keeps 13 digits in a stream`(
    problem: Wampler, size: Int
  ) throws {
    let fit = try Strd.streamed(Strd.polynomial(degree: 5), problem.table, size: size)
    try #require(fit.coefficients.count == 6)
    for (degree, coefficient) in fit.coefficients.enumerated() {
      let estimate = try #require(coefficient.estimate)
      let error = try #require(coefficient.standardError)
      #expect(
        Strd.digits(estimate, problem.coefficient(degree)) >= 13,
        "\(problem.name) \(coefficient.name) \(estimate)")
      #expect(
        Strd.digits(error, problem.standardErrors[degree]) >= 13,
        "\(problem.name) \(coefficient.name) standard error \(error)")
    }
  }

  @Test(
    .enabled(if: Strd.folder != nil, "the files of ../shared/benchmarks/strd are not at hand"),
    arguments: Strd.names, [1, 3, 10])
  func `every problem of the files keeps 13 digits in a stream`(name: String, size: Int) throws {
    let problem = try Strd(name)
    let fit = try Strd.streamed(problem.formula, problem.data, size: size)
    try problem.check(fit)
  }

  @Test(
    .enabled(if: Strd.folder != nil, "the files of ../shared/benchmarks/strd are not at hand"),
    arguments: Strd.names)
  func `every problem of the files keeps 13 digits`(name: String) throws {
    let problem = try Strd(name)
    try problem.check(try Regression(problem.formula).fit(problem.data))
  }
}

/// A problem of the files with its certified values.
private struct Strd {
  let data: Table
  let terms: [(name: String, estimate: Double, error: Double)]
  let formula: String

  static let names = [
    "norris", "pontius", "noint1", "noint2", "filip", "longley", "wampler1", "wampler2", "wampler3",
    "wampler4", "wampler5",
  ]

  /// The fit on tables of so many rows, one after the other.
  static func streamed(
    _ formula: String, _ table: Table, size: Int
  ) throws -> StreamedRegression.Fit {
    var regression = try StreamedRegression(Formula(formula))
    for start in stride(from: 0, to: table.rowCount, by: size) {
      try regression.add(table.filtered { (start..<start + size).contains($0) })
    }
    return try regression.fit()
  }

  /// At least 13 digits of every estimate and standard error.
  func check(_ fit: some LeastSquaresFit) throws {
    try #require(fit.coefficients.count == terms.count)
    for (coefficient, certified) in zip(fit.coefficients, terms) {
      #expect(coefficient.name == certified.name)
      let estimate = try #require(coefficient.estimate)
      let error = try #require(coefficient.standardError)
      #expect(
        Self.digits(estimate, certified.estimate) >= 13,
        "\(formula) \(certified.name): \(estimate), not \(certified.estimate)")
      #expect(
        Self.digits(error, certified.error) >= 13,
        "\(formula) \(certified.name): standard error \(error), not \(certified.error)")
    }
  }

  /// Beside the repository: ../shared/benchmarks/strd, if it is there.
  static var folder: String? {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let folder = "/\(root)/shared/benchmarks/strd"
    return access("\(folder)/certified.csv", R_OK) == 0 ? folder : nil
  }

  init(_ name: String) throws {
    let folder = try #require(Self.folder)
    data = try CSVReader.read("\(folder)/\(name).csv")
    let certified = try CSVReader.read("\(folder)/certified.csv")
    let datasets = try certified.texts("dataset")
    let names = try certified.texts("term")
    let estimates = try certified.numbers("estimate")
    let errors = try certified.numbers("std_error")
    // The rows without a standard error are statistics of the whole fit.
    terms = certified.rowIndices.filter { datasets[$0] == name }.compactMap { row in
      guard let term = names[row], let estimate = estimates[row], let error = errors[row] else {
        return nil
      }
      return (term, estimate, error)
    }
    let hasIntercept = terms.first?.name == "(intercept)"
    formula =
      name == "longley"
      ? "y ~ x1 + x2 + x3 + x4 + x5 + x6"
      : Self.polynomial(degree: terms.count - (hasIntercept ? 1 : 0), hasIntercept: hasIntercept)
  }

  /// `y ~ x + x^2 + … `.
  static func polynomial(degree: Int, hasIntercept: Bool = true) -> String {
    let powers = (1...max(degree, 1)).map { $0 == 1 ? "x" : "x^\($0)" }
    return "y ~ " + ((hasIntercept ? [] : ["0"]) + powers).joined(separator: " + ")
  }

  /// Correct decimal digits: −log₁₀ of the relative error, or of the number itself beside a zero.
  static func digits(_ number: Double, _ certified: Double) -> Double {
    guard number != certified else { return .infinity }
    let error = certified == 0 ? abs(number) : abs(number / certified - 1)
    return -log10(error)
  }
}

extension Table {
  fileprivate var rowIndices: Range<Int> { 0..<rowCount }
}

/// y = Σ bᵏ xᵏ for x = 0…20, plus a multiple of a pattern orthogonal to all six powers.
private struct Wampler: CustomTestStringConvertible, Sendable {
  let name: String
  /// Its powers are the coefficients.
  let base: Double
  let multiple: Double
  /// Certified by NIST for each degree.
  let standardErrors: [Double]

  static let pattern: [Double] = [
    759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838, -2048, 2048,
    -2048, 2523, -2048, 2048, -2048, 759,
  ]
  static let none = [Double](repeating: 0, count: 6)
  static let all = [
    Wampler(name: "Wampler1", base: 1, multiple: 0, standardErrors: none),
    Wampler(name: "Wampler2", base: 0.1, multiple: 0, standardErrors: none),
    Wampler(
      name: "Wampler3", base: 1, multiple: 1,
      standardErrors: [
        2152.3262467816968, 2363.5517346968052, 779.34352433158309, 101.47550755034965,
        5.6456651217075157, 0.11232485467931194,
      ]),
    Wampler(
      name: "Wampler4", base: 1, multiple: 100,
      standardErrors: [
        215232.62467816968, 236355.17346968052, 77934.352433158309, 10147.550755034965,
        564.56651217075157, 11.232485467931194,
      ]),
    Wampler(
      name: "Wampler5", base: 1, multiple: 10_000,
      standardErrors: [
        21523262.467816968, 23635517.346968052, 7793435.2433158309, 1014755.0755034965,
        56456.651217075157, 1123.2485467931194,
      ]),
  ]

  var testDescription: String { name }

  /// 1, or 0.1, 0.01, … as the nearest double of the decimal number.
  func coefficient(_ degree: Int) -> Double { base == 1 ? 1 : 1 / Self.whole(10, degree) }

  /// Every value is a decimal number of at most five places, read as such: summed in whole numbers.
  var table: Table {
    let x = (0...20).map(Double.init)
    let y = x.indices.map { row in
      // Σ 10⁵⁻ᵏ xᵏ is whole, so the only rounding is that of the division.
      let sum = (0...5).reduce(0.0) { sum, degree in
        sum + Self.whole(x[row], degree) * (base == 1 ? 1 : Self.whole(10, 5 - degree))
      }
      return (base == 1 ? sum : sum / 1e5) + multiple * Self.pattern[row]
    }
    return Table(.number("x", x), .number("y", y))
  }

  private static func whole(_ x: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * x }
  }
}

/// A line through the origin.
private struct NoIntercept: CustomTestStringConvertible, Sendable {
  let name: String
  let x: [Double]
  let y: [Double]
  /// Certified by NIST.
  let coefficient: Double
  let standardError: Double

  static let all = [
    NoIntercept(
      name: "NoInt1", x: (60...70).map(Double.init), y: (130...140).map(Double.init),
      coefficient: 2.0743801652892562, standardError: 0.016528925619834711),
    NoIntercept(
      name: "NoInt2", x: [4, 5, 6], y: [3, 4, 4],
      coefficient: 0.72727272727272727, standardError: 0.042082731807843248),
  ]

  var testDescription: String { name }
  var table: Table { Table(.number("x", x), .number("y", y)) }
}
