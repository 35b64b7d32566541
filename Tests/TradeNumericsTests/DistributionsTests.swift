import Foundation
import Testing
import TradeNumerics
import TradeTables
import TradeTestSupport

@Suite struct DistributionsTests {
  @Test func `equals every reference number to thirteen digits`() throws {
    for row in try Oracle("distributions").all {
      try compare(row, parameters: [row["a"], row["b"]].compactMap(number))
    }
  }

  @Test(.enabled(if: Benchmark.isPresent, "needs ../shared/benchmarks/distributions.csv"))
  func `equals the shared benchmark to thirteen digits`() throws {
    let rows = try Benchmark.rows()
    #expect(rows.count == 37)
    for var row in rows {
      row["x"] = row["x_or_p"]
      row["function"] = row["function"]?.replacingOccurrences(of: "chi2", with: "chi_square")
      let parameters = (row["parameters"] ?? "").split(separator: ";").compactMap(number)
      try compare(row, parameters: parameters)
    }
  }

  @Test(arguments: 1...40) func `a quantile goes back to its probability`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let a = exp(Double.random(in: -1...5, using: &random))
    let b = exp(Double.random(in: -1...5, using: &random))
    for distribution in continuous(a, b) {
      let p = Double.random(in: 0.001...0.999, using: &random)
      #expect(distribution.cdf(distribution.quantile(p)).isClose(to: p, tolerance: 1e-11))
      #expect(distribution.upper(distribution.upperQuantile(p)).isClose(to: p, tolerance: 1e-11))
      let x = distribution.quantile(p)
      #expect((distribution.cdf(x) + distribution.upper(x)).isClose(to: 1, tolerance: 1e-14))
    }
  }

  @Test(arguments: 1...40) func `the density is the slope of the cdf`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let a = exp(Double.random(in: -1...5, using: &random))
    let b = exp(Double.random(in: -1...5, using: &random))
    for distribution in continuous(a, b) {
      let x = distribution.quantile(0.3)
      let step = 1e-4 * (distribution.quantile(0.35) - x)
      let slope = (distribution.cdf(x + step) - distribution.cdf(x - step)) / (2 * step)
      #expect((slope / exp(distribution.logDensity(x))).isClose(to: 1, tolerance: 1e-6))
    }
  }

  @Test(arguments: 1...20) func `a count is the smallest that reaches its probability`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let mean = exp(Double.random(in: -1...7, using: &random))
    let poisson = Poisson(mean: mean)
    let binomial = Binomial(
      trials: Int.random(in: 1...500, using: &random),
      probability: Double.random(in: 0.01...0.99, using: &random))
    for step in 0...20 {
      let k = (mean * Double(step) / 10).rounded()
      if poisson.cdf(k) < 1 - 1e-9, poisson.upper(k) < 1 - 1e-9 {
        #expect(poisson.quantile(poisson.cdf(k)) == k)
        #expect(poisson.upperQuantile(poisson.upper(k)) == k)
      }
      let p = (Double(step) + 0.5) / 21
      let count = binomial.quantile(p)
      #expect(binomial.cdf(count) >= p && (count == 0 || binomial.cdf(count - 1) < p))
    }
  }

  @Test func `the probabilities of all counts sum to 1`() {
    let binomial = Binomial(trials: 30, probability: 0.37)
    let poisson = Poisson(mean: 6.5)
    let sums = (0...200).reduce(into: (0.0, 0.0)) { sums, k in
      sums.0 += exp(binomial.logDensity(Double(k)))
      sums.1 += exp(poisson.logDensity(Double(k)))
    }
    #expect(sums.0.isClose(to: 1, tolerance: 1e-13))
    #expect(sums.1.isClose(to: 1, tolerance: 1e-13))
  }

  @Test func `cases known by hand`() {
    #expect(StudentT(degrees: 1).upper(1).isClose(to: 0.25, tolerance: 1e-15))
    // Cauchy: P(T > x) = 1/2 − atan(x)/π; near zero the atan keeps its digits.
    #expect(StudentT(degrees: 1).cdf(1e-9) == 0.5 + 1e-9 / Double.pi)
    #expect(ChiSquare(degrees: 2).upper(3).isClose(to: exp(-1.5), tolerance: 1e-15))
    #expect(Gamma(shape: 1, scale: 4).upper(2).isClose(to: exp(-0.5), tolerance: 1e-15))
    #expect(Beta(a: 1, b: 3).cdf(0.5).isClose(to: 0.875, tolerance: 1e-15))
    #expect(Binomial(trials: 2, probability: 0.5).cdf(1) == 0.75)
    #expect(Binomial(trials: 4, probability: 0).quantile(0.5) == 0)
    #expect(Binomial(trials: 4, probability: 1).quantile(0.5) == 4)
    #expect(Poisson(mean: 2).cdf(0).isClose(to: exp(-2), tolerance: 1e-15))
    #expect(Normal(mean: 100, standardDeviation: 15).cdf(100) == 0.5)
    #expect(StudentT(degrees: .infinity).upper(1.5) == StandardNormal.upper(1.5))
    #expect(FisherF(numerator: 2, denominator: 7).logDensity(0).isClose(to: 0, tolerance: 1e-14))
  }

  @Test func `outside the support there is nothing`() {
    for distribution in continuous(2, 3).dropFirst(2) {
      #expect(distribution.cdf(-1) == 0 && distribution.upper(-1) == 1)
      #expect(distribution.cdf(.infinity) == 1 && distribution.upper(.infinity) == 0)
      #expect(distribution.logDensity(-1) == -.infinity)
      #expect(distribution.cdf(.nan).isNaN && distribution.logDensity(.nan).isNaN)
      #expect(distribution.quantile(0) == 0 && distribution.quantile(1.5).isNaN)
    }
    #expect(Poisson(mean: 3).logDensity(1.5) == -.infinity)
    #expect(Poisson(mean: 3).cdf(1.5) == Poisson(mean: 3).cdf(1))
    #expect(Poisson(mean: 3).quantile(1) == .infinity)
    #expect(Binomial(trials: 3, probability: 0.2).logDensity(4) == -.infinity)
  }

  @Test func `impossible parameters trap`() async {
    await #expect(processExitsWith: .failure) { _ = Gamma(shape: 0, scale: 1) }
    await #expect(processExitsWith: .failure) { _ = Beta(a: 1, b: -1) }
    await #expect(processExitsWith: .failure) { _ = ChiSquare(degrees: 0) }
    await #expect(processExitsWith: .failure) { _ = Poisson(mean: .nan) }
    await #expect(processExitsWith: .failure) { _ = Binomial(trials: 3, probability: 1.2) }
    await #expect(processExitsWith: .failure) { _ = Normal(mean: 0, standardDeviation: 0) }
  }
}

/// The functions of one distribution, so that a law can be tried on all.
private struct Functions {
  let cdf: (Double) -> Double
  let upper: (Double) -> Double
  let quantile: (Double) -> Double
  let upperQuantile: (Double) -> Double
  let logDensity: (Double) -> Double
}

private func continuous(_ a: Double, _ b: Double) -> [Functions] {
  let normal = Normal(mean: a, standardDeviation: b)
  let t = StudentT(degrees: a)
  let f = FisherF(numerator: a, denominator: b)
  let chi = ChiSquare(degrees: a)
  let gamma = Gamma(shape: a, scale: b)
  let beta = Beta(a: a, b: b)
  return [
    Functions(
      cdf: normal.cdf, upper: normal.upper, quantile: normal.quantile,
      upperQuantile: normal.upperQuantile, logDensity: normal.logDensity),
    Functions(
      cdf: t.cdf, upper: t.upper, quantile: t.quantile, upperQuantile: t.upperQuantile,
      logDensity: t.logDensity),
    Functions(
      cdf: f.cdf, upper: f.upper, quantile: f.quantile, upperQuantile: f.upperQuantile,
      logDensity: f.logDensity),
    Functions(
      cdf: chi.cdf, upper: chi.upper, quantile: chi.quantile, upperQuantile: chi.upperQuantile,
      logDensity: chi.logDensity),
    Functions(
      cdf: gamma.cdf, upper: gamma.upper, quantile: gamma.quantile,
      upperQuantile: gamma.upperQuantile, logDensity: gamma.logDensity),
    Functions(
      cdf: beta.cdf, upper: beta.upper, quantile: beta.quantile,
      upperQuantile: beta.upperQuantile, logDensity: beta.logDensity),
  ]
}

private func number(_ text: (some StringProtocol)?) -> Double? { text.flatMap { Double($0) } }

/// Compares the function that a row names, to a relative 1e-13.
private func compare(_ row: [String: String], parameters: [Double]) throws {
  let function = try #require(row["function"])
  let x = try #require(number(row["x"]))
  let expected = try #require(number(row["value"]))
  let actual = try #require(value(of: function, x, parameters), "\(function) is not known")
  // Below the smallest full-precision double only the size can be asked for.
  let error =
    abs(expected) < .leastNormalMagnitude
    ? (abs(actual) <= .leastNormalMagnitude ? 0 : .infinity) : abs(actual / expected - 1)
  #expect(error <= 1e-13, "\(function)(\(x); \(parameters)) is \(actual), not \(expected)")
}

private func value(of function: String, _ x: Double, _ parameters: [Double]) -> Double? {
  let pieces = function.split(separator: "_").map(String.init)
  let (a, b) = (parameters.first ?? 0, parameters.last ?? 1)
  func pick(_ functions: Functions, after count: Int) -> Double? {
    switch pieces.dropFirst(count).joined(separator: "_") {
    case "cdf": functions.cdf(x)
    case "upper": functions.upper(x)
    case "quantile": functions.quantile(x)
    case "upper_quantile": functions.upperQuantile(x)
    case "log_density": functions.logDensity(x)
    case "log_upper": StandardNormal.logUpper(x)
    default: nil
    }
  }
  switch pieces[0] {
  case "normal":
    return pick(
      Functions(
        cdf: StandardNormal.cdf, upper: StandardNormal.upper, quantile: StandardNormal.quantile,
        upperQuantile: StandardNormal.upperQuantile, logDensity: StandardNormal.logDensity),
      after: 1)
  case "general": return pick(continuous(a, b)[0], after: 2)
  case "t": return pick(continuous(a, a)[1], after: 1)
  case "f": return pick(continuous(a, b)[2], after: 1)
  case "chi": return pick(continuous(a, a)[3], after: 2)
  case "gamma": return pick(continuous(a, b)[4], after: 1)
  case "beta": return pick(continuous(a, b)[5], after: 1)
  case "poisson":
    let poisson = Poisson(mean: a)
    return pick(
      Functions(
        cdf: poisson.cdf, upper: poisson.upper, quantile: poisson.quantile,
        upperQuantile: poisson.upperQuantile, logDensity: poisson.logDensity), after: 1)
  case "binomial":
    let binomial = Binomial(trials: Int(a), probability: b)
    return pick(
      Functions(
        cdf: binomial.cdf, upper: binomial.upper, quantile: binomial.quantile,
        upperQuantile: binomial.upperQuantile, logDensity: binomial.logDensity), after: 1)
  default: return nil
  }
}

/// The numbers that the project shares between its parts, where they are at hand.
private enum Benchmark {
  static let path: String = {
    let folder = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return "/\(folder)/shared/benchmarks/distributions.csv"
  }()

  static let isPresent = FileManager.default.fileExists(atPath: path)

  static func rows() throws -> [[String: String]] {
    let table = try CSVReader.read(path)
    var rows = [[String: String]](repeating: [:], count: table.rowCount)
    for column in table.names {
      for (row, text) in try table.texts(column).enumerated() { rows[row][column] = text }
    }
    return rows
  }
}
