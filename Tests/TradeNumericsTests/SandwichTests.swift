import Testing
import TradeNumerics
import TradeTables
import TradeTestSupport

@Suite struct SandwichTests {
  @Test(arguments: DiagnosticModel.all) func `standard errors agree with R`(
    model: DiagnosticModel
  ) throws {
    let oracle = try Oracle("diagnostics")
    let fit = try model.fit()
    let kinds: [(String, Covariance)] = [
      ("classical", .classical), ("hc0", .hc0), ("hc1", .hc1), ("hc2", .hc2), ("hc3", .hc3),
      ("newey_west_2", .neweyWest(lag: 2)),
    ]
    for (name, kind) in kinds {
      try check(fit.estimates(kind), name, model, oracle)
    }
  }

  @Test func `clustered standard errors agree with R`() throws {
    let oracle = try Oracle("diagnostics")
    let model = DiagnosticModel.mtcars
    let table = try model.table()
    let fit = try model.fit()
    let cylinders = try fit.frame.factor("cyl", in: table)
    try check(fit.estimates(.cluster, clusters: [cylinders]), "cluster_cyl", model, oracle)
    try check(
      fit.estimates(.cluster, clusters: [cylinders], smallSample: []), "cluster_cyl_hc0", model,
      oracle)
    for other in ["gear", "carb"] {
      let clusters = [cylinders, try fit.frame.factor(other, in: table)]
      try check(
        fit.estimates(.cluster, clusters: clusters), "cluster_cyl_\(other)_fewest", model, oracle)
      try check(
        fit.estimates(.cluster, clusters: clusters, smallSample: [.parameters, .clusters]),
        "cluster_cyl_\(other)", model, oracle)
    }
  }

  private func check(
    _ estimates: Estimates, _ quantity: String, _ model: DiagnosticModel, _ oracle: Oracle
  ) throws {
    for (name, error) in zip(estimates.names, estimates.standardErrors) {
      let term = name == "(intercept)" ? "intercept" : name
      let expected = model.expected(term, quantity, in: oracle)
      #expect(
        error.agrees(with: expected, tolerance: 1e-9),
        "\(quantity) \(name) \(error ?? .nan) for \(expected ?? .nan)")
    }
  }

  @Test(arguments: DiagnosticModel.all) func `joint tests agree with R`(
    model: DiagnosticModel
  ) throws {
    let oracle = try Oracle("diagnostics")
    let fit = try model.fit()
    let slopes = Array(fit.coefficients.map(\.name).dropFirst())
    let classical = try #require(fit.jointTest(of: slopes))
    let f = try #require(model.expected("model", "joint_f", in: oracle))
    #expect((classical.statistic / f).isClose(to: 1, tolerance: 1e-9))
    let p = try #require(model.expected("model", "joint_p", in: oracle))
    #expect((classical.p / p).isClose(to: 1, tolerance: 1e-8))
    let robust = try #require(fit.jointTest(of: slopes, .hc1))
    let wald = try #require(model.expected("model", "joint_f_hc1", in: oracle))
    #expect((robust.statistic / wald).isClose(to: 1, tolerance: 1e-9))
  }

  @Test(arguments: [Covariance.classical, .hc1, .hc3, .neweyWest(lag: nil)])
  func `the joint test of one term is its t squared`(kind: Covariance) throws {
    let fit = try DiagnosticModel.mtcars.fit()
    let t = try #require(fit.estimates(kind).t[1])
    let f = try #require(fit.jointTest(of: ["wt"], kind))
    #expect((f.statistic / (t * t)).isClose(to: 1, tolerance: 1e-11))
  }

  @Test func `a joint test of a term that is not there, or twice, is none`() throws {
    let fit = try DiagnosticModel.mtcars.fit()
    #expect(fit.jointTest(of: ["wt", "width"]) == nil)
    #expect(fit.jointTest(of: []) == nil)
    #expect(fit.jointTest(of: ["wt", "wt"]) == nil)
    #expect(fit.jointTest(of: ["wt"], .cluster) == nil)
  }

  @Test func `three clusters tell two terms apart and no more`() throws {
    let fit = try DiagnosticModel.mtcars.fit()
    let clusters = [try fit.frame.factor("cyl", in: try DiagnosticModel.mtcars.table())]
    #expect(fit.jointTest(of: ["wt", "hp"], .cluster, clusters: clusters) != nil)
    #expect(fit.jointTest(of: ["(intercept)", "wt", "hp"], .cluster, clusters: clusters) == nil)
  }

  @Test(arguments: [1e-140, 1e-3, 1e6, 1e147], [1e-300, 1e-140, 1e6, 1e140])
  func `follows a change of units`(unit: Double, termUnit: Double) throws {
    let (y, x) = try DiagnosticModel.mtcars.columns()
    let here = try DiagnosticModel.fit(y, on: x)
    let there = try DiagnosticModel.fit(
      y.map { $0 * unit }, on: [x[0].map { $0 * termUnit }, x[1]])
    for kind in [Covariance.classical, .hc1, .hc3, .neweyWest(lag: 3)] {
      let errors = (here.estimates(kind).standardErrors, there.estimates(kind).standardErrors)
      let expected = try #require(errors.0[1]) / termUnit * unit
      if expected.isFinite {
        #expect(
          errors.1[1].agrees(with: expected, tolerance: 1e-11),
          "\(kind) \(errors.1[1] ?? .nan) for \(expected)")
      } else {
        #expect(errors.1[1] == nil)
      }
      guard expected.isFinite else { continue }
      let f = try #require(here.jointTest(of: ["x0", "x1"], kind)).statistic
      #expect(
        there.jointTest(of: ["x0", "x1"], kind).map { $0.statistic / f }
          .isClose(to: 1, tolerance: 1e-9), "\(kind)")
    }
  }

  @Test func `a cluster for each row is the heteroscedastic covariance`() throws {
    let fit = try DiagnosticModel.mtcars.fit()
    let rows = Factor("row", (0..<fit.count).map(String.init))
    let one = try #require(fit.covariance(.cluster, clusters: [rows], smallSample: []))
    let other = try #require(fit.covariance(.hc0))
    for (a, b) in zip(one.elements, other.elements) {
      #expect(a.isClose(to: b, tolerance: 1e-12))
    }
  }

  @Test func `a lag of zero leaves rows independent, a long one stops at the last row`() throws {
    let fit = try DiagnosticModel.mtcars.fit()
    #expect(fit.covariance(.neweyWest(lag: 0)) == fit.covariance(.hc0))
    #expect(fit.covariance(.neweyWest(lag: .max)) != nil)
    #expect(fit.covariance(.neweyWest(lag: -1)) == nil)
  }

  @Test func `one cluster, or none, has no covariance`() throws {
    let fit = try DiagnosticModel.mtcars.fit()
    let all = Factor("all", (0..<fit.count).map { _ in "x" })
    #expect(fit.covariance(.cluster, clusters: [all]) == nil)
    #expect(fit.covariance(.cluster) == nil)
    #expect(fit.estimates(.cluster, clusters: [all]).standardErrors == [nil, nil, nil])
  }

  @Test func `without degrees of freedom there is no covariance`() throws {
    let fit = try DiagnosticModel.fit([1, 2], on: [[3, 5]])
    for kind in [Covariance.classical, .hc0, .hc1, .hc2, .hc3, .neweyWest(lag: 1)] {
      #expect(fit.covariance(kind) == nil)
      #expect(fit.estimates(kind).standardErrors == [nil, nil])
    }
  }
}
