import Foundation
import Testing
import TradeNumerics
import TradeTestSupport

@Suite struct OptimiserTests {
  /// Σ 100 (x[i+1] − x[i]²)² + (1 − x[i])², smallest at (1, …, 1), with its gradient if asked for.
  private static func rosenbrock(
    _ x: UnsafeBufferPointer<Double>, _ gradient: UnsafeMutableBufferPointer<Double>? = nil
  ) -> Double {
    var value = 0.0
    for i in x.indices { gradient?[i] = 0 }
    for i in 0..<x.count - 1 {
      let (a, b) = (x[i + 1] - x[i] * x[i], 1 - x[i])
      value += 100 * a * a + b * b
      gradient?[i] += -400 * a * x[i] - 2 * b
      gradient?[i + 1] += 200 * a
    }
    return value
  }

  private static func box(_ count: Int, _ bounds: ClosedRange<Double>) -> ([Double], [Double]) {
    (
      [Double](repeating: bounds.lowerBound, count: count),
      [Double](repeating: bounds.upperBound, count: count)
    )
  }

  @Test(arguments: [2, 4]) func `with a gradient finds the valley's end`(dimension: Int) {
    let start = (0..<dimension).map { $0.isMultiple(of: 2) ? -1.2 : 1 }
    let (lower, upper) = Self.box(dimension, -Double.infinity...Double.infinity)
    let result = Optimiser().minimise(from: start, lower: lower, upper: upper) {
      Self.rosenbrock($0, $1)
    }
    #expect(result.hasConverged)
    #expect(result.value < 1e-18)
    #expect(result.point.allSatisfy { $0.isClose(to: 1, tolerance: 1e-8) })
    #expect(result.evaluations < 200)
  }

  @Test(arguments: [2, 4], Optimiser.Search.allCases)
  func `without a gradient finds the valley's end`(dimension: Int, search: Optimiser.Search) {
    let start = (0..<dimension).map { $0.isMultiple(of: 2) ? -0.5 : 1 }
    let (lower, upper) = Self.box(dimension, -5...5)
    // Along the curved valley of four variables Subplex needs 100 000 evaluations.
    var optimiser = Optimiser()
    optimiser.evaluationLimit = 1_000_000
    let result = optimiser.minimise(
      by: search, from: start, steps: [Double](repeating: 0.5, count: dimension), lower: lower,
      upper: upper
    ) { Self.rosenbrock($0) }
    #expect(result.hasConverged, "\(result)")
    #expect(result.point.allSatisfy { $0.isClose(to: 1, tolerance: 1e-5) }, "\(result)")
  }

  @Test func `stays on an active bound`() throws {
    // With x ≤ 0.5 the minimum is at (0.5, 0.25), where f = 0.25.
    let upper = [0.5, 10]
    let smooth = Optimiser().minimise(from: [-1.2, 1], lower: [-10, -10], upper: upper) {
      Self.rosenbrock($0, $1)
    }
    #expect(smooth.point[0] == 0.5 && smooth.point[1].isClose(to: 0.25, tolerance: 1e-7))
    for search in Optimiser.Search.allCases {
      let result = Optimiser().minimise(
        by: search, from: [-1.2, 1], steps: [0.5, 0.5], lower: [-10, -10], upper: upper
      ) { Self.rosenbrock($0) }
      #expect(result.point[0].isClose(to: 0.5, tolerance: 1e-6), "\(search) \(result)")
      #expect(result.value.isClose(to: 0.25, tolerance: 1e-6), "\(search) \(result)")
    }
  }

  @Test func `moves a start outside the box into it`() {
    let result = Optimiser().minimise(
      by: .subplex, from: [7], steps: [0.1], lower: [0], upper: [1]
    ) { $0[0] < 0 || $0[0] > 1 ? -100 : ($0[0] - 0.25) * ($0[0] - 0.25) }
    #expect(result.point[0].isClose(to: 0.25, tolerance: 1e-5))
    #expect(result.value >= 0)
  }

  @Test(arguments: Optimiser.Search.allCases)
  func `walks around places where the function is no number`(search: Optimiser.Search) {
    // √x is no number below zero; the minimum of x − √x is at 1/4.
    let result = Optimiser().minimise(
      by: search, from: [2, 2], steps: [1, 1], lower: [-5, -5], upper: [5, 5]
    ) { x in x[0] - x[0].squareRoot() + x[1] * x[1] }
    #expect(result.value.isClose(to: -0.25, tolerance: 1e-6), "\(result)")
  }

  @Test(arguments: Optimiser.Search.allCases)
  func `says that the function is nowhere a number`(search: Optimiser.Search) {
    let result = Optimiser().minimise(
      by: search, from: [2, 2], steps: [1, 1], lower: [-5, -5], upper: [5, 5]
    ) { _ in Double.nan }
    #expect(result.reason == .noNumber && !result.hasConverged)
    #expect(result.value == .infinity)
  }

  @Test func `with a gradient stops where the function is no number and keeps the best point`() {
    let nowhere = Optimiser().minimise(from: [1], lower: [0], upper: [9]) { _, gradient in
      gradient[0] = 1
      return .nan
    }
    #expect(nowhere.reason == .noNumber && nowhere.evaluations == 1)

    let cliff = Optimiser().minimise(from: [3], lower: [-9], upper: [9]) { x, gradient in
      gradient[0] = 1
      return x[0] < 2 ? .nan : x[0]
    }
    #expect(cliff.reason == .notFinite && !cliff.hasConverged)
    #expect(cliff.point[0] >= 2 && cliff.value == cliff.point[0])
  }

  @Test func `with no evaluations allowed returns the start`() {
    var optimiser = Optimiser()
    optimiser.evaluationLimit = 0
    let smooth = optimiser.minimise(from: [-1.2, 1], lower: [-9, -9], upper: [9, 9]) {
      Self.rosenbrock($0, $1)
    }
    #expect(smooth.point == [-1.2, 1] && smooth.evaluations == 1)
    #expect(smooth.value.isClose(to: 24.2) && smooth.reason == .evaluationLimit)

    optimiser.evaluationLimit = 5
    let rough = optimiser.minimise(
      by: .subplex, from: [-1.2, 1], steps: [1, 1], lower: [-9, -9], upper: [9, 9]
    ) { Self.rosenbrock($0) }
    #expect(rough.reason == .evaluationLimit && rough.evaluations == 5)
  }

  @Test func `a box of one point and no variables at all are answered`() {
    let point = Optimiser().minimise(from: [0, 0], lower: [1, 2], upper: [1, 2]) {
      Self.rosenbrock($0, $1)
    }
    #expect(point.reason == .noFreedom && point.point == [1, 2] && point.value == 100)
    let nothing = Optimiser().minimise(
      by: .bobyqa, from: [], steps: [], lower: [], upper: []
    ) { _ in 3 }
    #expect(nothing.reason == .noFreedom && nothing.value == 3)
  }

  @Test(arguments: Optimiser.Search.allCases)
  func `one variable may be fixed by its bounds`(search: Optimiser.Search) {
    let result = Optimiser().minimise(
      by: search, from: [0.3, 0.5, 0], steps: [0.2, 0.2, 0.2], lower: [-1, 0.5, -1],
      upper: [1, 0.5, 1]
    ) { x in x[0] * x[0] + x[1] * x[1] + (x[2] - 0.5) * (x[2] - 0.5) }
    #expect(result.value.isClose(to: 0.25, tolerance: 1e-8), "\(result)")
    #expect(result.point[1] == 0.5)
  }

  @Test(arguments: 1...20) func `the result is the best point that was evaluated`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let centre = (0..<3).map { _ in Double.random(in: -2...2, using: &random) }
    var best = Double.infinity
    var count = 0
    let result = Optimiser().minimise(
      by: .subplex, from: [0, 0, 0], steps: [1, 1, 1], lower: [-3, -3, -3], upper: [3, 3, 3]
    ) { x in
      let value = zip(x, centre).reduce(0) { $0 + abs($1.0 - $1.1) }
      count += 1
      best = min(best, value)
      return value
    }
    #expect(result.value == best && result.evaluations == count)
    #expect(zip(result.point, centre).allSatisfy { abs($0 - $1) < 1e-4 })
  }
}
