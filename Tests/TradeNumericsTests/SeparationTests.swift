import Testing
import TradeNumerics
import TradeTestSupport

@Suite struct SeparationTests {
  private func fit(
    _ family: Family, _ y: [Double], _ columns: [[Double]], effects: [Factor] = []
  ) throws -> GeneralisedLinearModel.Fit {
    try GeneralisedLinearModel(family: family).fit(
      response: y, matrix: Matrix(columns: columns), names: columns.indices.map { "x\($0)" },
      effects: effects)
  }

  @Test func `drops the levels of an effect that have zeros only`() throws {
    let y: [Double] = [0, 0, 1, 2, 0, 4]
    let fit = try fit(
      .poisson, y, [[1, 2, 3, 1, 2, 5]], effects: [Factor("f", ["a", "a", "b", "b", "c", "c"])])
    #expect(fit.separatedRows == [0, 1])
    #expect(fit.count == 4)
    #expect(
      fit.notes == [
        "2 rows are left out: effects or regressors separate the response there, so that no "
          + "finite estimate exists with them"
      ])
  }

  @Test func `drops singletons again and again`() throws {
    // Row 0 is alone in a; without it, row 1 is alone in p.
    let effects = [
      Factor("f", ["a", "b", "b", "b", "c", "c"]), Factor("g", ["p", "p", "q", "q", "q", "q"]),
    ]
    let fit = try fit(.gaussian, [1, 2, 3, 5, 4, 7], [[1, 2, 4, 3, 5, 9]], effects: effects)
    #expect(fit.singletonRows == [0, 1])
    #expect(fit.effects.map(\.levels) == [2, 1])
  }

  @Test func `follows a chain of singletons of any length`() throws {
    // Row i has level i/2 of one effect and (i + 1)/2 of the other; only the last four rows,
    // which share their levels, remain.
    let rows = 20_000
    let first = (0..<rows).map { Int32(min($0, rows - 4) / 2) }
    let second = (0..<rows).map { Int32((min($0, rows - 4) + 1) / 2) }
    let levels = (0...rows / 2).map { "\($0)" }
    let fit = try fit(
      .gaussian, (0..<rows).map { Double($0 % 7) }, [(0..<rows).map { Double($0 % 5) }],
      effects: [
        Factor(name: "f", levels: levels, codes: first),
        Factor(name: "g", levels: levels, codes: second),
      ])
    #expect(fit.droppedSingletons == rows - 4)
    #expect(fit.keptRows == Array(Int32(rows - 4)..<Int32(rows)))
  }

  @Test func `finds what one regressor separates`() throws {
    // x1 is above zero only where the response is zero: its coefficient would be −∞.
    let y: [Double] = [0, 0, 0, 1, 2, 3, 4, 2]
    let ones = y.map { _ in 1.0 }
    let trend: [Double] = [1, 2, 3, 4, 5, 6, 7, 8]
    let mark: [Double] = [1, 1, 0, 0, 0, 0, 0, 0]
    let full = try fit(.poisson, y, [ones, trend, mark])
    #expect(full.separatedRows == [0, 1])
    #expect(full.separation == .done)
    #expect(full.coefficients[2] == nil)
    let rest = try fit(.poisson, Array(y[2...]), [Array(ones[2...]), Array(trend[2...])])
    for place in 0..<2 {
      let expected = try #require(rest.coefficients[place])
      #expect(full.coefficients[place].isClose(to: expected, tolerance: 1e-9))
    }
  }

  @Test(arguments: 1...6)
  func `finds what combinations of regressors and effects separate`(seed: Int) throws {
    // z = x1 − x0 − (level 3 of f) is zero for all positive responses, and above zero in the
    // first rows, whose responses are zero.
    var generator = SeededGenerator(seed: seed)
    let rows = 600
    let levels = (0..<rows).map { _ in Int32.random(in: 0..<12, using: &generator) }
    let x0 = (0..<rows).map { _ in Double.random(in: -1...1, using: &generator) }
    var y = (0..<rows).map { _ in Double.random(in: 0...5, using: &generator).rounded(.down) }
    var x1 = (0..<rows).map { x0[$0] + (levels[$0] == 3 ? 1 : 0) }
    for row in 0..<20 {
      y[row] = 0
      x1[row] += Double.random(in: 0.1...2, using: &generator)
    }
    let effect = Factor(name: "f", levels: (0..<12).map { "\($0)" }, codes: levels)
    let fit = try fit(.poisson, y, [x0, x1], effects: [effect])
    #expect(fit.separatedRows == Array(0..<20))
    #expect(fit.coefficients[1] == nil)
    #expect(fit.isConverged)
  }

  @Test func `finds quasi-complete separation in a logit model from both ends`() throws {
    var generator = SeededGenerator(seed: 9)
    let rows = 400
    let x = (0..<rows).map { _ in Double.random(in: -1...1, using: &generator) }
    var y = (0..<rows).map { _ in Double.random(in: 0...1, using: &generator).rounded() }
    var mark = [Double](repeating: 0, count: rows)
    for row in 0..<10 {
      y[row] = row < 5 ? 1 : 0
      mark[row] = row < 5 ? 1 : -1
    }
    let fit = try fit(.logit, y, [x.map { _ in 1 }, x, mark])
    #expect(fit.separatedRows == Array(0..<10))
    #expect(fit.coefficients[2] == nil)
  }

  @Test func `says so where everything is separated`() {
    #expect(throws: GeneralisedLinearModelError.nothingLeft(singletons: 0, separated: 4)) {
      _ = try fit(.logit, [0, 0, 1, 1], [[1, 1, 1, 1], [1, 2, 3, 4]])
    }
  }

  @Test func `drops nothing where tiny responses only look separated`() throws {
    // The zeros lie where the means are 1e-6 of the others; the estimate is finite.
    let y: [Double] = [0, 1e-6, 0, 2e-6, 1, 2, 1, 3]
    let group: [Double] = [1, 1, 1, 1, 0, 0, 0, 0]
    let fit = try fit(.poisson, y, [y.map { _ in 1 }, group])
    #expect(fit.droppedSeparated == 0)
    // log(3e-6 / 7)
    #expect(fit.coefficients[1].isClose(to: -14.66280841785, tolerance: 1e-9))
  }
}
