import Testing
import TradeNumerics
import TradeTables
import TradeTestSupport

@Suite struct StreamedCovarianceTests {
  private static let table: Table = {
    var random = SeededGenerator(seed: 11)
    let rows = 0..<90
    let x = rows.map { _ in Double.random(in: 0...9, using: &random) }
    return Table(
      .number("x", rows.map { $0 % 13 == 4 ? nil : x[$0] }),
      .number("y", rows.map { 2 + x[$0] + x[$0] * Double.random(in: -1...1, using: &random) }),
      .text("r", rows.map { ["EU", "EFTA", "AFTA"][min($0 / 20, 2)] }),
      .text("origin", rows.map { "o\($0 % 8)" }),
      .text("destination", rows.map { "d\($0 / 11)" }))
  }()

  private static func tables(size: Int) -> [Table] {
    stride(from: 0, to: table.rowCount, by: size).map { start in
      table.filtered { (start..<start + size).contains($0) }
    }
  }

  private static func estimates(
    _ formula: String, _ kind: Covariance, _ clusters: [String], _ small: SmallSample, size: Int
  ) throws -> Estimates {
    let tables = tables(size: size)
    var regression = try StreamedRegression(Formula(formula))
    for table in tables { try regression.add(table) }
    var covariance = try StreamedCovariance(
      regression.fit(), kind, clusters: clusters, smallSample: small)
    for table in tables { try covariance.add(table) }
    return covariance.estimates
  }

  @Test(
    arguments: ["y ~ x + r", "y ~ x + x^2 + lag(x, 2)", "y ~ 0 + x + I(3 * x)"],
    [
      (.classical, []), (.hc0, []), (.hc1, []), (.hc2, []), (.hc3, []),
      (.neweyWest(lag: nil), []), (.neweyWest(lag: 0), []), (.neweyWest(lag: 7), []),
      (.cluster, ["origin"]), (.cluster, ["origin", "destination"]),
      (.cluster, ["origin^destination"]),
    ] as [(Covariance, [String])])
  func `equals the covariance in memory`(
    formula: String, kind: (covariance: Covariance, clusters: [String])
  ) throws {
    let fit = try Regression(formula).fit(Self.table)
    let clusters = try kind.clusters.map { try fit.frame.factor($0, in: Self.table) }
    for small in [SmallSample.standard, []] {
      let expected = fit.estimates(kind.covariance, clusters: clusters, smallSample: small)
      for size in [1, 20, 100] {
        let estimates = try Self.estimates(
          formula, kind.covariance, kind.clusters, small, size: size)
        #expect(estimates.names == expected.names)
        #expect(estimates.degreesOfFreedom == expected.degreesOfFreedom)
        for (a, b) in zip(estimates.standardErrors, expected.standardErrors) {
          #expect((a == nil) == (b == nil))
          guard let a, let b else { continue }
          #expect(abs(a - b) <= 1e-12 * b, "\(kind), tables of \(size): \(a), not \(b)")
        }
      }
    }
  }

  @Test func `says why there are no errors, and says nothing where there are`() throws {
    let table = Table(
      .number("x", [1, 2, 3, 4, 5]), .number("y", [1, 3, 2, 4, 4]),
      .text("r", ["a", "a", "a", "b", "a"]))
    let simple = try streamed("y ~ x", table)
    #expect(try reason(simple, .hc3, table) == nil)
    #expect(try reason(simple, .neweyWest(lag: -1), table) == "a lag of -1 is negative")
    #expect(try reason(simple, .cluster, table) == "there is no factor to cluster by")
    // The only row of its level, whether it comes first in its table or below others.
    let exact = try streamed("y ~ x + r", table)
    for kind in [Covariance.hc2, .hc3] {
      let expected = try Regression("y ~ x + r").fit(table).whyNoCovariance(kind)
      #expect(expected?.hasPrefix("row 4 is fitted exactly") == true)
      for size in [1, 2, 3, 5] {
        #expect(try reason(exact, kind, table, size: size) == expected)
      }
    }
    let full = try streamed("y ~ x", table.filtered { $0 < 2 })
    #expect(
      try reason(full, .hc1, table.filtered { $0 < 2 })
        == "2 rows leave no degrees of freedom for 2 coefficients")
  }

  private func streamed(_ formula: String, _ table: Table) throws -> StreamedRegression.Fit {
    var regression = try StreamedRegression(Formula(formula))
    try regression.add(table)
    return try regression.fit()
  }

  private func reason(
    _ fit: StreamedRegression.Fit, _ kind: Covariance, _ table: Table, size: Int = 5
  ) throws -> String? {
    var covariance = try StreamedCovariance(fit, kind)
    for start in stride(from: 0, to: table.rowCount, by: size) {
      try covariance.add(table.filtered { (start..<start + size).contains($0) })
    }
    let errors = covariance.estimates.standardErrors
    #expect(errors.allSatisfy { ($0 == nil) == (covariance.whyNoCovariance != nil) })
    return covariance.whyNoCovariance
  }

  @Test func `NA is a cluster among words, also where a table has no other`() throws {
    let table = Table(
      .number("x", [1, 2, 3, 4, 5, 6]), .number("y", [1, 3, 2, 4, 4, 7]),
      .text("origin", ["MZ", "MZ", "NA", "NA", "NE", "NE"]))
    let fit = try Regression("y ~ x").fit(table)
    let expected = fit.estimates(.cluster, clusters: [try fit.frame.factor("origin", in: table)])
    var covariance = try StreamedCovariance(
      try streamed("y ~ x", table), .cluster, clusters: ["origin"])
    for start in [0, 2, 4] {
      try covariance.add(table.filtered { (start..<start + 2).contains($0) })
    }
    for (a, b) in zip(covariance.estimates.standardErrors, expected.standardErrors) {
      #expect(a.isClose(to: try #require(b), tolerance: 1e-12))
    }
  }

  @Test func `has no errors where there is one cluster only`() throws {
    var regression = try StreamedRegression(Formula("y ~ x"))
    let table = Table(
      .number("x", [1, 2, 3, 4]), .number("y", [1, 3, 2, 4]), .text("one", ["a", "a", "a", "a"]))
    try regression.add(table)
    var covariance = try StreamedCovariance(regression.fit(), .cluster, clusters: ["one"])
    try covariance.add(table)
    #expect(covariance.whyNoCovariance == "'one' has one cluster only")
    #expect(covariance.estimates.standardErrors == [nil, nil])
  }

  @Test func `a cluster that is missing is an error with its place`() throws {
    var regression = try StreamedRegression(Formula("y ~ x"))
    let table = Table(
      .number("x", [1, 2, 4]), .number("y", [1, 3, 2]), .text("pair", ["a", nil, "b"]))
    try regression.add(table)
    let fit = try regression.fit()
    #expect(
      throws: RegressionError.table(
        .missingValue(at: Place(file: nil, line: 2, column: "pair")))
    ) {
      var covariance = try StreamedCovariance(fit, .cluster, clusters: ["pair"])
      try covariance.add(table)
    }
  }
}
