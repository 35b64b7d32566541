import Testing
import TradeNumerics
import TradeTestSupport

@Suite struct GeneralisedLinearModelTests {
  @Test(arguments: Quine.models, [true, false])
  func `equals glm of R`(model: String, absorbing: Bool) throws {
    let oracle = try Oracle("generalised")
    let fit = try Quine().fit(model, absorbing: absorbing)
    #expect(fit.isConverged)
    for (place, term) in ["male", "slow"].enumerated() {
      let expected = try #require(
        oracle.number(["model": model, "term": term, "quantity": "estimate"]))
      #expect(
        fit.coefficients[place].isClose(to: expected, tolerance: 1e-10),
        "\(term) \(fit.coefficients[place] ?? .nan) for \(expected)")
    }
    let whole = [
      ("deviance", fit.deviance), ("null_deviance", fit.nullDeviance),
      ("log_likelihood", fit.logLikelihood),
    ]
    for (quantity, value) in whole {
      let expected = try #require(
        oracle.number(["model": model, "term": "model", "quantity": quantity]))
      #expect(
        value.isClose(to: expected, tolerance: 1e-10),
        "\(quantity) \(value) for \(expected)")
    }
  }

  @Test(arguments: Quine.models)
  func `gives the same estimates for absorbed effects and for dummies`(model: String) throws {
    let quine = try Quine()
    let absorbed = try quine.fit(model)
    let dummies = try quine.fit(model, absorbing: false)
    for place in 0..<2 {
      let other = try #require(dummies.coefficients[place])
      #expect(absorbed.coefficients[place].isClose(to: other, tolerance: 1e-10))
    }
    #expect(absorbed.degreesOfFreedom == dummies.degreesOfFreedom)
    #expect(absorbed.deviance.isClose(to: dummies.deviance, tolerance: 1e-11))
  }

  @Test func `solves the normal equations of least squares in the gaussian case`() throws {
    let y: [Double] = [1, 3, 2, 5, 4]
    let matrix = Matrix(columns: [[1, 1, 1, 1, 1], [1, 2, 3, 4, 5]])
    let fit = try GeneralisedLinearModel(family: .gaussian).fit(
      response: y, matrix: matrix, names: ["(intercept)", "x"])
    let exact = LeastSquares(matrix, y)
    for place in 0..<2 {
      let expected = try #require(exact.coefficients[place])
      #expect(fit.coefficients[place].isClose(to: expected, tolerance: 1e-14))
    }
    #expect(fit.deviance.isClose(to: exact.residualSumOfSquares, tolerance: 1e-14))
  }

  @Test func `has the ratio of means as its estimate with one binary regressor`() throws {
    // By hand: exp(b) is the mean of the second group over that of the first, 6 / 2.
    let fit = try GeneralisedLinearModel(family: .poisson).fit(
      response: [1, 3, 5, 7], matrix: Matrix(columns: [[1, 1, 1, 1], [0, 0, 1, 1]]),
      names: ["(intercept)", "group"])
    #expect(fit.coefficients[0].isClose(to: 0.6931471805599453, tolerance: 1e-13))
    #expect(fit.coefficients[1].isClose(to: 1.0986122886681098, tolerance: 1e-13))
    #expect(fit.pseudoRSquared != nil)
  }

  @Test(arguments: [1e-9, 1e9]) func `follows a change of the response's unit`(unit: Double) throws
  {
    let quine = try Quine()
    func fit(_ scale: Double) throws -> GeneralisedLinearModel.Fit {
      try GeneralisedLinearModel(family: .poisson).fit(
        response: quine.days.map { $0 * scale }, matrix: Matrix(columns: [quine.male, quine.slow]),
        names: ["male", "slow"], effects: [quine.age])
    }
    let (one, other) = (try fit(1), try fit(unit))
    for place in 0..<2 {
      let expected = try #require(one.coefficients[place])
      #expect(other.coefficients[place].isClose(to: expected, tolerance: 1e-11))
    }
    #expect(other.deviance.isClose(to: one.deviance * unit, tolerance: 1e-11 * unit))
  }

  @Test func `uses a weight of two as the row twice`() throws {
    let quine = try Quine()
    let matrix = Matrix(columns: [quine.male, quine.slow])
    let twice = Matrix(columns: [quine.male + quine.male, quine.slow + quine.slow])
    let model = GeneralisedLinearModel(family: .negativeBinomial)
    let weighted = try model.fit(
      response: quine.days, matrix: matrix, names: ["male", "slow"],
      weights: quine.days.map { _ in 2 }, effects: [quine.age])
    let doubled = try model.fit(
      response: quine.days + quine.days, matrix: twice, names: ["male", "slow"],
      effects: [
        Factor(
          name: "age", levels: quine.age.levels, codes: quine.age.codes + quine.age.codes)
      ])
    let theta = try #require(doubled.theta)
    #expect(weighted.theta.isClose(to: theta, tolerance: 1e-9))
    #expect(weighted.logLikelihood.isClose(to: doubled.logLikelihood, tolerance: 1e-10))
  }

  @Test func `leaves out rows of weight zero`() throws {
    let fit = try GeneralisedLinearModel(family: .poisson).fit(
      response: [1, 3, 5, 7, 1000], matrix: Matrix(columns: [[1, 1, 1, 1, 1]]),
      names: ["(intercept)"], weights: [1, 1, 1, 1, 0])
    #expect(fit.count == 4)
    #expect(fit.coefficients[0].isClose(to: 1.3862943611198906, tolerance: 1e-13))
  }

  @Test func `fits effects alone, without any regressor`() throws {
    let fit = try GeneralisedLinearModel(family: .poisson).fit(
      response: [1, 3, 5, 7], matrix: Matrix(rows: 4, columns: 0), names: [],
      effects: [Factor("group", ["a", "a", "b", "b"])])
    for (mean, expected) in zip(fit.fitted, [2.0, 2, 6, 6]) {
      #expect(mean.isClose(to: expected, tolerance: 1e-12))
    }
  }
}

@Suite struct GeneralisedLinearModelErrorTests {
  private func error(
    _ family: Family, _ response: [Double], _ x: [Double], weights: [Double]? = nil,
    effects: [Factor] = []
  ) -> GeneralisedLinearModelError? {
    do throws(GeneralisedLinearModelError) {
      _ = try GeneralisedLinearModel(family: family).fit(
        response: response, matrix: Matrix(columns: [x]), names: ["x"], weights: weights,
        effects: effects)
      return nil
    } catch {
      return error
    }
  }

  @Test func `names the first row whose response the family cannot have`() {
    #expect(error(.poisson, [1, -2], [1, 2]) == .outside(.poisson, value: -2, row: 2))
    #expect(error(.gamma, [0, 2], [1, 2]) == .outside(.gamma, value: 0, row: 1))
    #expect(error(.logit, [0, 2], [1, 2]) == .outside(.logit, value: 2, row: 2))
    #expect(
      error(.gaussian, [.infinity, 2], [1, 2]) == .outside(.gaussian, value: .infinity, row: 1))
    #expect(
      GeneralisedLinearModelError.outside(.gamma, value: 0, row: 1).description
        == "the response of a gamma model is a number above zero, but row 1 has 0")
  }

  @Test func `names the variable and the row of a value that is no number`() {
    #expect(
      error(.poisson, [1, 2], [1, .infinity])
        == .unusable(name: "'x'", value: .infinity, row: 2))
    #expect(error(.poisson, [1, 2], [1, 1], weights: [1, -1]) == .weight(-1, row: 2))
  }

  @Test func `says that there is nothing to fit`() {
    #expect(error(.poisson, [], []) == .noRows)
    #expect(error(.poisson, [1, 2], [1, 1], weights: [0, 0]) == .noRows)
    #expect(error(.poisson, [0, 0], [1, 1]) == .noVariation(.poisson, value: 0))
    #expect(error(.logit, [1, 1, 1], [1, 1, 1]) == .noVariation(.logit, value: 1))
    #expect(
      error(.poisson, [0, 0, 3], [1, 2, 3], effects: [Factor("f", ["a", "a", "b"])])
        == .nothingLeft(singletons: 1, separated: 2))
  }

  @Test(arguments: Family.allCases)
  func `answers or explains itself on extreme data`(family: Family) throws {
    var generator = SeededGenerator(seed: 11)
    let scales = [1e-140, 1e-30, 1, 1e9, 1e140]
    for scale in scales {
      let x = (0..<40).map { _ in scale * Double.random(in: -1...1, using: &generator) }
      let y = (0..<40).map { _ in Double.random(in: 0...1, using: &generator).rounded() + 1e-3 }
      let response = family == .logit ? y.map { min($0.rounded(), 1) } : y
      do throws(GeneralisedLinearModelError) {
        let fit = try GeneralisedLinearModel(family: family).fit(
          response: response, matrix: Matrix(columns: [x.map { _ in 1 }, x]),
          names: ["(intercept)", "x"])
        #expect(fit.coefficients.allSatisfy { $0?.isFinite ?? true })
        #expect(fit.deviance.isFinite)
        #expect(fit.standardErrors(.hc1).allSatisfy { $0?.isFinite ?? true })
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
  }
}
