import Testing
import TradeSeries
import TradeTestSupport

@Suite struct ReconciliationTests {
  @Test(arguments: ReconciliationReference.all)
  func `every way equals hierarchicalforecast or the closed form`(
    reference: ReconciliationReference
  ) throws {
    let hierarchy = try reference.hierarchy
    let base = try reference.numbers("base")
    #expect(base.count == hierarchy.series.count)
    for way in Reconciliations.all {
      let expected = try reference.numbers(way.name)
      let fit = try #require(try way.fit(hierarchy, errors: reference.errors), "\(way.name)")
      let values = fit.reconcile(base)
      #expect(expected.count == values.count, "\(way.name)")
      for (value, expected) in zip(values, expected) {
        #expect(value.isClose(to: expected, tolerance: 1e-9), "\(way.name)")
      }
    }
  }

  @Test(arguments: ["flat", "sections"])
  func `the shrinkage and the spreads equal their definitions pair by pair`(shape: String) throws {
    let reference = ReconciliationReference(shape: shape, base: "")
    let fit = try #require(
      try MinimumTrace().fit(reference.hierarchy, errors: reference.errors))
    #expect(try fit.shrinkage.isClose(to: #require(try reference.shrinkage)))
    let expected = try reference.numbers("spread")
    for (spread, expected) in zip(fit.spreads([], []), expected) {
      #expect(spread.isClose(to: expected))
    }
    #expect(expected.count == (shape == "flat" ? 6 : 8))
  }

  @Test func `a difference of one total is spread as structural weights say, by hand`() throws {
    // The total of two says 12, its groups 4 and 4: W = diag(1, 1, 2), so that each group takes a
    // quarter of the difference and the total gives way by half.
    let fit = try #require(
      try StructuralScaling().fit(ReconciliationReference.hierarchy(count: 2), errors: nil))
    let values = fit.reconcile([4, 4, 12])
    for (value, expected) in zip(values, [5.0, 5, 10]) { #expect(value.isClose(to: expected)) }
  }

  @Test func `with too few past errors the variances alone weigh, by hand`() throws {
    // Variances 1, 3 and 4: of the difference of 8 each takes its part, 1/8, 3/8 and 4/8.
    let hierarchy = try ReconciliationReference.hierarchy(count: 2)
    let few: [[Double?]] = [[5, 6, 7, 8], [1, 1, 1, 1], [9, 9, 9, 9]]
    let errors = OneStepErrors(values: few, spreads: [1, 3.0.squareRoot(), 2])
    let fit = try #require(MinimumTrace().fit(hierarchy, errors: errors))
    for (value, expected) in zip(fit.reconcile([4, 4, 16]), [5.0, 7, 12]) {
      #expect(value.isClose(to: expected))
    }
    #expect(fit.spreads([], []) == [1, 1, 1])
    #expect(fit.origins == 0)
    #expect(MinimumTrace().fit(hierarchy, errors: nil) == nil)
  }

  // MARK: Laws

  private static let shapes = [[], ["a", "a", "b", "b", "b"], ["a", "b", "b", "a", "c"]]

  private func ways(
    _ hierarchy: Hierarchy, seed: Int
  ) throws -> [(name: String, fit: any FittedReconciliation)] {
    let errors = randomErrors(hierarchy.series.count, origins: 9, seed: seed)
    return try Reconciliations.all.map { way in
      (way.name, try #require(way.fit(hierarchy, errors: errors)))
    }
  }

  @Test(arguments: shapes, 1...5)
  func `values that add up stay as they are`(sections: [String], seed: Int) throws {
    let hierarchy = try ReconciliationReference.hierarchy(sections: sections)
    let base = hierarchy.summed(randomBase(5, seed: seed)[...])
    for way in try ways(hierarchy, seed: seed) {
      for (value, base) in zip(way.fit.reconcile(base), base) {
        #expect(value.isClose(to: base, tolerance: 1e-12), "\(way.name)")
      }
    }
  }

  @Test(arguments: shapes, 1...5)
  func `sums hold and no group is below zero`(sections: [String], seed: Int) throws {
    let hierarchy = try ReconciliationReference.hierarchy(sections: sections)
    var base = randomBase(hierarchy.series.count, seed: seed)
    if seed > 3 { base[base.count - 1] = 0.5 }
    for way in try ways(hierarchy, seed: seed) {
      let values = way.fit.reconcile(base)
      #expect(values.allSatisfy { $0 >= 0 && $0.isFinite }, "\(way.name)")
      for (sum, parts) in hierarchy.children.enumerated() {
        let total = parts.reduce(0) { $0 + values[$1] }
        #expect(values[5 + sum].isClose(to: total, tolerance: 1e-9), "\(way.name)")
      }
    }
  }

  @Test(arguments: shapes, 1...5)
  func `results follow a change of unit`(sections: [String], seed: Int) throws {
    let hierarchy = try ReconciliationReference.hierarchy(sections: sections)
    let base = randomBase(hierarchy.series.count, seed: seed)
    for way in try ways(hierarchy, seed: seed) {
      let values = way.fit.reconcile(base)
      for factor in [1e-200, 1e6, 1e290] {
        for (value, scaled) in zip(values, way.fit.reconcile(base.map { $0 * factor })) {
          #expect((scaled / factor).isClose(to: value), "\(way.name) \(factor)")
        }
      }
    }
  }

  @Test(arguments: 1...5) func `base forecasts without bias stay without bias`(seed: Int) throws {
    // Errors that cancel over draws cancel after every linear way: it is enough that a miss and its
    // opposite move the values by opposites.
    let hierarchy = try ReconciliationReference.hierarchy(sections: Self.shapes[1])
    let truth = hierarchy.summed(randomBase(5, seed: seed).map { $0 + 100 }[...])
    let misses = randomBase(truth.count, seed: seed + 50).map { $0 / 100 }
    for way in try ways(hierarchy, seed: seed) where way.name != "top-down" {
      let above = way.fit.reconcile(zip(truth, misses).map { $0 + $1 })
      let below = way.fit.reconcile(zip(truth, misses).map { $0 - $1 })
      for place in truth.indices {
        #expect(((above[place] + below[place]) / 2).isClose(to: truth[place]), "\(way.name)")
      }
    }
  }

  @Test func `bottom-up leaves groups and top-down leaves the total`() throws {
    let hierarchy = try ReconciliationReference.hierarchy(sections: Self.shapes[1])
    let base = randomBase(8, seed: 4)
    let up = try #require(BottomUp().fit(hierarchy, errors: nil)).reconcile(base)
    #expect(Array(up.prefix(5)) == Array(base.prefix(5)))
    let down = try #require(TopDown().fit(hierarchy, errors: nil)).reconcile(base)
    #expect(down[7].isClose(to: base[7]))
  }

  @Test func `forecasts of nothing share a total alike and stay nothing without one`() throws {
    let hierarchy = try ReconciliationReference.hierarchy()
    for way in try ways(hierarchy, seed: 1) {
      #expect(way.fit.reconcile([0, 0, 0, 0, 0, 0]) == [0, 0, 0, 0, 0, 0], "\(way.name)")
    }
    let down = try #require(TopDown().fit(hierarchy, errors: nil)).reconcile([0, 0, 0, 0, 0, 10])
    #expect(down == [2, 2, 2, 2, 2, 10])
  }

  @Test func `errors that are missing, none or enormous never spoil a result`() throws {
    let hierarchy = try ReconciliationReference.hierarchy()
    let one: [Double?] = [1, -1, 2, nil, 0, 3]
    let rows: [[Double?]] = [
      one, one, [0, 0, 0, 0, 0, 0], [nil, nil, nil, nil, nil, nil],
      one.map { $0.map { $0 * 1e150 } }, [1, 2, 3, 4, 5, 6],
    ]
    let errors = OneStepErrors(values: rows, spreads: [1, 1, 0, 2, 1, 0])
    let fit = try #require(MinimumTrace().fit(hierarchy, errors: errors))
    let values = fit.reconcile([1, 2, 3, 4, 5, 100])
    #expect(values.allSatisfy { $0.isFinite && $0 >= 0 })
    #expect(fit.spreads([], []).allSatisfy { $0 >= 0 && $0 <= 1 })
    let nothing = OneStepErrors(
      values: [[Double?]](repeating: [0, 0, 0, 0, 0], count: 6),
      spreads: [Double](repeating: 0, count: 6))
    let still = try #require(MinimumTrace().fit(hierarchy, errors: nothing))
    #expect(still.reconcile([1, 2, 3, 4, 5, 21]).allSatisfy { $0.isFinite && $0 >= 0 })
  }

  @Test func `a thousand groups with many at zero are solved`() throws {
    let count = 1000
    let hierarchy = try ReconciliationReference.hierarchy(count: count)
    // Half of the groups are tiny and the total is far below their sum.
    let base = (0..<count).map { $0 % 2 == 0 ? 0.001 : 10 } + [1000.0]
    for way in [.structural, .minimumTrace] as [any Reconciliation] {
      let errors = randomErrors(count + 1, origins: 8, seed: 3)
      let values = try #require(way.fit(hierarchy, errors: errors)).reconcile(base)
      #expect(values.allSatisfy { $0 >= 0 }, "\(way.name)")
      #expect(values[count].isClose(to: values.prefix(count).reduce(0, +)), "\(way.name)")
    }
  }
}
