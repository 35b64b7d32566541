import Testing
import TradeNumerics
import TradeTables
import TradeTestSupport

/// Laws of `poly(x, k)`; model_matrix.R has its numbers.
@Suite struct OrthogonalPolynomialsTests {
  private func columns(_ x: [Double], degree: Int) throws -> [[Double]] {
    let table = Table(.number("y", x.map { _ in 1 }), .number("x", x))
    let frame = try ModelFrame(Formula("y ~ poly(x, \(degree))"), table)
    return (1...degree).map(frame.matrix.column)
  }

  private func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  @Test(arguments: [1, 2, 5, 10, 20], 1...5) func `columns are of length one and at right angles`(
    degree: Int, seed: Int
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let x = (0..<60).map { 1960 + Double($0) + .random(in: 0...0.9, using: &generator) }
    let columns = try columns(x, degree: degree)
    for (i, a) in columns.enumerated() {
      #expect(abs(a.reduce(0, +)) < 1e-13)
      for (j, b) in columns.enumerated() { #expect(abs(dot(a, b) - (i == j ? 1 : 0)) < 1e-14) }
    }
  }

  @Test func `columns stay at right angles where x is spread over many sizes`() throws {
    let x = (0..<30).map { Double(sign: .plus, exponent: $0, significand: 1) }
    let columns = try columns(x, degree: 12)
    for (i, a) in columns.enumerated() {
      for (j, b) in columns.enumerated() { #expect(abs(dot(a, b) - (i == j ? 1 : 0)) < 1e-14) }
    }
  }

  @Test func `a column is of its own degree and rises at the right end`() throws {
    let x = (2010...2024).map(Double.init)
    let columns = try columns(x, degree: 6)
    for (index, column) in columns.enumerated() {
      #expect((column.last ?? 0) > 0)
      // Differences of one order above the degree vanish; those of the degree are all the same.
      var differences = column
      for _ in 0...index { differences = zip(differences, differences.dropFirst()).map { $1 - $0 } }
      #expect(differences.allSatisfy { abs($0 - differences[0]) < 1e-12 && $0 > 0 })
    }
  }

  @Test func `a higher degree only adds columns`() throws {
    let x = [3.0, 1, 4, 1, 5, 9, 2, 6]
    #expect(try Array(columns(x, degree: 5).prefix(3)) == columns(x, degree: 3))
  }

  @Test(arguments: [1e-140, 1e-3, 1e9, 1e140]) func `the unit of x does not matter`(
    factor: Double
  ) throws {
    let x = [3.0, 1, 4, 1, 5, 9, 2, 6]
    for (ours, scaled) in zip(
      try columns(x, degree: 4), try columns(x.map { $0 * factor }, degree: 4))
    {
      for (a, b) in zip(ours, scaled) { #expect(abs(a - b) < 1e-14) }
    }
  }

  @Test func `takes one degree fewer than there are values`() throws {
    let x = (1...8).map(Double.init)
    #expect(try columns(x, degree: 7).count == 7)
    #expect(throws: RegressionError.tooFewValues("poly(x, 8)", needed: 9)) {
      try columns(x, degree: 8)
    }
  }
}
