import Testing
import TradeSeries
import TradeTestSupport

@Suite struct DieboldMarianoTests {
  private static let results = Result { try Oracle("diebold_mariano") }
  private static let data = Result { try Oracle("diebold_mariano_data") }

  /// The losses of a case of Tests/Oracles/diebold_mariano.R: errors of any sign to a power.
  private func losses(
    _ name: String, power: Double
  ) throws -> (first: [Double], second: [Double]) {
    let rows = try Self.data.get().all.filter { $0["case"] == name }
    func column(_ name: String) throws -> [Double] {
      try rows.map { row in
        let error = abs(try #require(row[name].flatMap(Double.init)))
        return power == 2 ? error * error : error
      }
    }
    return (try column("first"), try column("second"))
  }

  // MARK: Numbers from outside

  @Test(arguments: [
    "nile_one", "nile_one_squares", "nile_three", "nile_three_squares", "small", "small_two",
  ])
  func `matches R`(name: String) throws {
    // In `small_two` the variance at h = 2 is below zero, and both take that of h = 1.
    let oracle = try Self.results.get()
    func number(_ column: String) throws -> Double {
      try #require(oracle.number(["case": name], column: column))
    }
    let (first, second) = try losses(name, power: try number("power"))
    let test = try DieboldMariano(first, second, horizon: Int(try number("horizon")))
    #expect(test.statistic.isClose(to: try number("statistic"), tolerance: 1e-11))
    #expect(test.p.isClose(to: try number("p"), tolerance: 1e-11))
    #expect(test.count == first.count)
  }

  // MARK: Exact cases

  @Test func `matches a calculation by hand`() throws {
    // d = 1, 3, 1, 3: mean 2, γ₀ = 1, V = 1/4, c² = 3/4, t = √(3/4) · 2 / (1/2) = √12; the
    // probability is that of the t test of a mean, R 2 * pt(-sqrt(12), 3).
    let test = try DieboldMariano([2, 4, 2, 4], [1, 1, 1, 1])
    #expect(test.statistic.isClose(to: 12.0.squareRoot(), tolerance: 1e-14))
    #expect(test.p.isClose(to: 0.04051932635385402, tolerance: 1e-12))
  }

  // MARK: Laws

  @Test(arguments: 1...10) func `turns round with its methods and follows no unit`(
    seed: Int
  ) throws {
    var random = SeededGenerator(seed: seed)
    func losses() -> [Double] { (0..<20).map { _ in Double.random(in: 0...9, using: &random) } }
    let (a, b) = (losses(), losses())
    for horizon in 1...4 {
      let test = try DieboldMariano(a, b, horizon: horizon)
      let turned = try DieboldMariano(b, a, horizon: horizon)
      let scaled = try DieboldMariano(
        a.map { $0 * 1e120 }, b.map { $0 * 1e120 }, horizon: horizon)
      #expect(turned.statistic.isClose(to: -test.statistic, tolerance: 1e-12))
      #expect(turned.p.isClose(to: test.p, tolerance: 1e-12))
      #expect(scaled.statistic.isClose(to: test.statistic, tolerance: 1e-10))
      #expect(test.p > 0 && test.p <= 1)
    }
  }

  @Test func `finds as many differences as it should among methods that are alike`() throws {
    var random = SeededGenerator(seed: 7)
    var found = 0
    for _ in 0..<1000 {
      func losses() -> [Double] { (0..<12).map { _ in Double.random(in: 0...1, using: &random) } }
      if try DieboldMariano(losses(), losses()).p < 0.05 { found += 1 }
    }
    #expect((30...70).contains(found))
  }

  // MARK: Undefined

  @Test(arguments: [(3, 1, 4), (0, 1, 4), (5, 3, 6)])
  func `too few losses tell nothing`(count: Int, horizon: Int, needed: Int) {
    let losses = [Double](repeating: 1, count: count)
    let gap = DieboldMariano.Gap.tooFew(count: count, needed: needed)
    #expect(throws: gap) { try DieboldMariano(losses, losses, horizon: horizon) }
    #expect(
      gap.description.hasSuffix("too few to tell a difference from chance; it takes \(needed)"))
  }

  @Test func `methods that lose the same are identical`() {
    #expect(throws: DieboldMariano.Gap.identical) {
      try DieboldMariano([1, 2, 3, 4], [1, 2, 3, 4])
    }
    #expect(throws: DieboldMariano.Gap.identical) {
      try DieboldMariano([0, 0, 0, 0], [0, 0, 0, 0])
    }
    // Rounding is no difference.
    #expect(throws: DieboldMariano.Gap.identical) {
      try DieboldMariano([1, 2, 3, 4], [1 + 1e-15, 2, 3, 4])
    }
  }

  @Test func `a difference without variation has no test`() {
    #expect(throws: DieboldMariano.Gap.constant) {
      try DieboldMariano([2, 3, 4, 5], [1, 2, 3, 4])
    }
    #expect(throws: DieboldMariano.Gap.constant) {
      try DieboldMariano([2, 3, 4, 5], [1, 2, 3, 4], horizon: 2)
    }
  }

  @Test func `says why there is none`() {
    #expect("\(DieboldMariano.Gap.identical)" == "the two erred alike everywhere")
    #expect(
      "\(DieboldMariano.Gap.constant)"
        == "the two differ by the same everywhere, which leaves no chance to measure it by")
    #expect(
      "\(DieboldMariano.Gap.tooFew(count: 1, needed: 4))"
        == "1 comparison is too few to tell a difference from chance; it takes 4")
  }
}
