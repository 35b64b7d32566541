import Testing
import TradeNumerics
import TradeTables
import TradeTestSupport

@Suite struct InfluenceTests {
  @Test(arguments: DiagnosticModel.all) func `the influence of every row agrees with R`(
    model: DiagnosticModel
  ) throws {
    let oracle = try Oracle("diagnostics")
    let fit = try model.fit()
    let (leverage, cook, studentised) =
      (fit.leverage, fit.cooksDistances, fit.studentisedResiduals)
    for row in 0..<fit.count {
      for (quantity, ours) in [
        ("leverage", leverage[row]), ("cook", cook[row]), ("studentised", studentised[row]),
      ] {
        let expected = try #require(model.expected("\(row + 1)", quantity, in: oracle))
        #expect(ours.isClose(to: expected, tolerance: 1e-9), "\(quantity) \(row)")
      }
    }
  }

  @Test(arguments: DiagnosticModel.all.prefix(2)) func `variance inflation agrees with R`(
    model: DiagnosticModel
  ) throws {
    let oracle = try Oracle("diagnostics")
    for (name, value) in try model.fit().varianceInflationFactors {
      let expected = try #require(model.expected(name, "vif", in: oracle))
      #expect((value / expected).isClose(to: 1, tolerance: 1e-9), "\(name) \(value)")
    }
  }

  @Test(arguments: 0..<6) func `a studentised residual is t of a dummy for its row`(
    row: Int
  ) throws {
    let x: [Double] = [1, 2, 3, 4, 5, 7]
    let y: [Double] = [2.3, 2.7, 2.1, 3.9, 5.4, 4.4]
    let dummy = x.indices.map { $0 == row ? 1.0 : 0 }
    let ours = try DiagnosticModel.fit(y, on: [x]).studentisedResiduals[row]
    let t = try #require(try DiagnosticModel.fit(y, on: [x, dummy]).coefficients[2].t)
    #expect(ours.agrees(with: t, tolerance: 1e-11))
  }

  @Test(arguments: 0..<6) func `Cook's distance is how far the fitted values move`(
    row: Int
  ) throws {
    let x: [Double] = [1, 2, 3, 4, 5, 7]
    let y: [Double] = [2.3, 2.7, 2.1, 3.9, 5.4, 4.4]
    let fit = try DiagnosticModel.fit(y, on: [x])
    let others = x.indices.filter { $0 != row }
    let without = try DiagnosticModel.fit(others.map { y[$0] }, on: [others.map { x[$0] }])
    func line(_ fit: Regression.Fit) throws -> [Double] {
      let (a, b) = (fit.coefficients[0].estimate, fit.coefficients[1].estimate)
      return try x.map { try #require(a) + $0 * (try #require(b)) }
    }
    let moves = zip(try line(fit), try line(without)).map { ($0 - $1) * ($0 - $1) }
    let s = try #require(fit.residualStandardError)
    let expected = moves.reduce(0, +) / (2 * s * s)
    #expect(fit.cooksDistances[row].agrees(with: expected, tolerance: 1e-10))
  }

  @Test func `orthogonal terms inflate nothing`() throws {
    let fit = try DiagnosticModel.fit([1, 4, 2, 9], on: [[-1, -1, 1, 1], [-1, 1, -1, 1]])
    #expect(fit.varianceInflationFactors.map(\.name) == ["x0", "x1"])
    #expect(fit.varianceInflationFactors.allSatisfy { $0.value.isClose(to: 1, tolerance: 1e-14) })
  }

  @Test(arguments: [1e-140, 1e-3, 1e140]) func `follows a change of unit`(unit: Double) throws {
    let (y, x) = try DiagnosticModel.mtcars.columns()
    let here = try DiagnosticModel.fit(y, on: x)
    let there = try DiagnosticModel.fit(
      y.map { $0 * unit }, on: [x[0].map { $0 * unit }, x[1]])
    for (a, b) in zip(here.cooksDistances, there.cooksDistances) {
      #expect(b.isClose(to: try #require(a), tolerance: 1e-11))
    }
    for (a, b) in zip(here.studentisedResiduals, there.studentisedResiduals) {
      #expect(b.isClose(to: try #require(a), tolerance: 1e-11))
    }
    for (a, b) in zip(here.varianceInflationFactors, there.varianceInflationFactors) {
      #expect(b.value.isClose(to: a.value, tolerance: 1e-11))
    }
  }

  @Test func `a row that the fit needs has no influence that could be told`() throws {
    let fit = try DiagnosticModel.fit([2, 3, 5, 4, 9], on: [[0, 0, 0, 0, 1]])
    #expect(fit.cooksDistances.map { $0 == nil } == [false, false, false, false, true])
    #expect(fit.studentisedResiduals.map { $0 == nil } == [false, false, false, false, true])
  }

  @Test func `an exact fit and one without degrees of freedom have no influence`() throws {
    for count in [2, 3, 5] {
      let x = (1...count).map(Double.init)
      let fit = try DiagnosticModel.fit(x.map { 0.1 + 0.3 * $0 }, on: [x])
      #expect(fit.cooksDistances == [Double?](repeating: nil, count: count))
      #expect(fit.studentisedResiduals == [Double?](repeating: nil, count: count))
    }
    let one = try DiagnosticModel.fit([1, 2, 4], on: [[1, 2, 3]])
    #expect(one.studentisedResiduals == [nil, nil, nil])
    #expect(one.cooksDistances.allSatisfy { $0 != nil })
  }

  @Test func `a dropped term is left out`() throws {
    let x: [Double] = [1, 2, 3, 5]
    let fit = try DiagnosticModel.fit([1, 4, 2, 9], on: [x, x.map { 2 * $0 }])
    #expect(fit.varianceInflationFactors.map(\.name) == ["x0"])
  }
}
