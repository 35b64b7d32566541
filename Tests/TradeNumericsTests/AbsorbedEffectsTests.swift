import Testing
import TradeNumerics
import TradeTestSupport

@Suite struct AbsorbedEffectsTests {
  /// Flows of counts with effects of so many levels, at random.
  private struct Flows {
    var y: [Double] = []
    var x: [Double] = []
    var effects: [Factor] = []

    init(rows: Int, levels: [Int], seed: Int) {
      var generator = SeededGenerator(seed: seed)
      let sizes = levels.map { count in
        (0..<count).map { _ in Double.random(in: 0.5...2, using: &generator) }
      }
      let codes = levels.map { count in
        (0..<rows).map { _ in Int32.random(in: 0..<Int32(count), using: &generator) }
      }
      effects = levels.indices.map { place in
        Factor(
          name: "f\(place)", levels: (0..<levels[place]).map { "\($0)" }, codes: codes[place])
      }
      for row in 0..<rows {
        let size = levels.indices.reduce(1.0) { $0 * sizes[$1][Int(codes[$1][row])] }
        x.append(Double.random(in: -1...1, using: &generator) + 0.2 * size)
        y.append((4 * size * Double.random(in: 0...1, using: &generator)).rounded(.down))
      }
    }

    func fit(
      _ family: Family = .poisson, effects chosen: [Factor]? = nil
    ) throws -> GeneralisedLinearModel.Fit {
      try GeneralisedLinearModel(family: family).fit(
        response: y, matrix: Matrix(columns: [x]), names: ["x"], effects: chosen ?? effects)
    }
  }

  /// One effect, few levels solved directly, many by conjugate gradients.
  @Test(arguments: [[40], [30, 20], [20, 15, 10], [260, 260], [260, 200, 60]], [1])
  func `adds up to the responses in every level of every effect`(levels: [Int], seed: Int) throws {
    let flows = Flows(rows: 3500, levels: levels, seed: seed)
    let fit = try flows.fit()
    #expect(fit.isConverged)
    let means = fit.fitted
    for effect in flows.effects {
      var sums = [Double](repeating: 0, count: effect.levels.count)
      var totals = sums
      for (place, row) in fit.keptRows.enumerated() {
        sums[Int(effect.codes[Int(row)])] += flows.y[Int(row)] - means[place]
        totals[Int(effect.codes[Int(row)])] += flows.y[Int(row)]
      }
      for level in sums.indices {
        #expect(abs(sums[level]) <= 1e-7 * max(totals[level], 1), "\(effect.name) \(level)")
      }
    }
    let score = fit.keptRows.enumerated().reduce(0.0) {
      $0 + flows.x[Int($1.1)] * (flows.y[Int($1.1)] - means[$1.0])
    }
    #expect(abs(score) < 1e-6)
  }

  @Test func `gives the same by conjugate gradients as with dummies`() throws {
    // 280 + 225 levels are too many for the direct solution on so few rows.
    let flows = Flows(rows: 1500, levels: [280, 225], seed: 5)
    let absorbed = try flows.fit()
    var columns = [flows.x]
    for effect in flows.effects {
      for level in 0..<effect.levels.count {
        columns.append(effect.codes.map { $0 == level ? 1 : 0 })
      }
    }
    let kept = absorbed.keptRows.map { Int($0) }
    let dummies = try GeneralisedLinearModel(family: .poisson).fit(
      response: kept.map { flows.y[$0] },
      matrix: Matrix(columns: columns.map { column in kept.map { column[$0] } }),
      names: columns.indices.map { "\($0)" })
    let expected = try #require(dummies.coefficients[0])
    let estimate = try #require(absorbed.coefficients[0])
    #expect(abs(estimate / expected - 1) < 1e-9)
    let error = try #require(dummies.standardErrors(.hc1)[0])
    #expect(abs(try #require(absorbed.standardErrors(.hc1)[0]) / error - 1) < 1e-8)
    #expect(absorbed.degreesOfFreedom == dummies.degreesOfFreedom)
  }

  @Test func `does not depend on the order of the effects`() throws {
    let flows = Flows(rows: 4000, levels: [300, 250, 20], seed: 3)
    let one = try #require(try flows.fit().coefficients[0])
    let other = try #require(try flows.fit(effects: flows.effects.reversed()).coefficients[0])
    #expect(one.isClose(to: other, tolerance: 1e-9))
  }

  @Test func `has the same bits in every run`() throws {
    let flows = Flows(rows: 20_000, levels: [300, 250, 20], seed: 4)
    let first = try flows.fit()
    for _ in 0..<2 {
      let again = try flows.fit()
      #expect(again.coefficients == first.coefficients)
      #expect(again.standardErrors(.hc1) == first.standardErrors(.hc1))
    }
  }

  @Test func `counts the levels less one for every effect but the first`() throws {
    let fit = try Flows(rows: 2000, levels: [30, 20, 10], seed: 6).fit(.gaussian)
    #expect(fit.effects.map(\.levels) == [30, 20, 10])
    #expect(fit.effectDegrees == 58)
    #expect(fit.degreesOfFreedom == 2000 - 1 - 58)
  }

  @Test func `names the effect or the effects that contain a regressor`() throws {
    let flows = Flows(rows: 500, levels: [8, 6], seed: 7)
    let (first, second) = (flows.effects[0].codes, flows.effects[1].codes)
    let fit = try GeneralisedLinearModel(family: .gaussian).fit(
      response: flows.y,
      matrix: Matrix(columns: [
        flows.x, first.map { Double($0 * $0) }, zip(first, second).map { Double($0 + 2 * $1) },
        flows.x.map { 3 * $0 },
      ]),
      names: ["x", "square", "sum", "triple"], effects: flows.effects)
    #expect(fit.kept == [0])
    #expect(
      fit.notes == [
        "square is dropped: the effect f0 contains it",
        "sum is dropped: the effects f0, f1 together contain it",
        "triple is dropped: it equals 3 x, up to the effects",
      ])
  }
}
