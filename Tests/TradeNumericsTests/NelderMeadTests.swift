import Testing
import TradeNumerics
import TradeTestSupport

@Suite struct NelderMeadTests {
  @Test func `finds the lowest point of a parabola`() {
    let best = NelderMead().minimum(from: [5], steps: [1], lower: [-100], upper: [100]) {
      ($0[0] - 2) * ($0[0] - 2) + 3
    }
    #expect(best.point[0].isClose(to: 2, tolerance: 1e-4))
    #expect(best.value.isClose(to: 3, tolerance: 1e-9))
  }

  @Test func `follows the curved valley of Rosenbrock`() {
    // Minimum 0 at (1, 1): Rosenbrock (1960).
    let best = NelderMead().minimum(
      from: [-1.2, 1], steps: [0.5, 0.5], lower: [-5, -5], upper: [5, 5]
    ) { point in
      let (x, y) = (point[0], point[1])
      return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x)
    }
    #expect(best.point[0].isClose(to: 1, tolerance: 1e-4))
    #expect(best.point[1].isClose(to: 1, tolerance: 1e-4))
    #expect(best.value < 1e-9)
  }

  @Test func `stops at the border of the box where the slope leads outside`() {
    let best = NelderMead().minimum(
      from: [0.5, 0.5], steps: [0.2, 0.2], lower: [0, 0], upper: [1, 1]
    ) { 3 * $0[0] - 2 * $0[1] }
    #expect(best.point == [0, 1])
    #expect(best.value == -2)
  }

  @Test(arguments: 1...10) func `never looks outside the box`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let target = (0..<3).map { _ in Double.random(in: -2...3, using: &generator) }
    let start = (0..<3).map { _ in Double.random(in: 0...1, using: &generator) }
    let best = NelderMead().minimum(
      from: start, steps: [0.3, 0.3, 0.3], lower: [0, 0, 0], upper: [1, 1, 1]
    ) { point in
      #expect(point.allSatisfy { (0...1).contains($0) })
      return zip(point, target).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    #expect(best.point.allSatisfy { (0...1).contains($0) })
  }

  @Test(arguments: 1...10) func `is never worse than where it began`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let start = [
      Double.random(in: -1...1, using: &generator), Double.random(in: -1...1, using: &generator),
    ]
    func waves(_ point: [Double]) -> Double {
      point.reduce(0) { $0 + $1 * $1 - 0.1 * Double(Int($1 * 20) % 3) }
    }
    let best = NelderMead().minimum(
      from: start, steps: [0.3, 0.3], lower: [-1, -1], upper: [1, 1], of: waves)
    #expect(best.value <= waves(start))
    #expect(best.value == waves(best.point))
  }

  @Test func `goes round places where the function is undefined`() {
    let best = NelderMead().minimum(from: [0.5], steps: [0.4], lower: [-1], upper: [4]) {
      $0[0] > 1 ? .nan : ($0[0] - 0.77) * ($0[0] - 0.77)
    }
    #expect(best.point[0].isClose(to: 0.77, tolerance: 1e-4))
  }

  @Test func `keeps to its limit of evaluations`() {
    var search = NelderMead()
    search.evaluationLimit = 50
    search.tolerance = 0
    var count = 0
    _ = search.minimum(from: [-1.2, 1], steps: [0.5, 0.5], lower: [-5, -5], upper: [5, 5]) {
      count += 1
      let valley = $0[1] - $0[0] * $0[0]
      return 100 * valley * valley + (1 - $0[0]) * (1 - $0[0])
    }
    // One round may begin just below the limit; it takes at most two trials and a shrinkage.
    #expect((50...54).contains(count))
  }

  @Test func `a level function ends at once`() {
    var count = 0
    let best = NelderMead().minimum(from: [0.5], steps: [0.1], lower: [0], upper: [1]) { _ in
      count += 1
      return 7
    }
    #expect(best.value == 7)
    #expect(count <= 3)
  }

  @Test func `goes on where both ends of a valley are equally high`() {
    let best = NelderMead().minimum(from: [1], steps: [2], lower: [-10], upper: [10]) {
      abs($0[0] - 2)
    }
    #expect(best.point[0].isClose(to: 2, tolerance: 1e-4))
  }

  @Test func `moves even where a step is wider than the box`() {
    let best = NelderMead().minimum(from: [0], steps: [5], lower: [0], upper: [1]) {
      ($0[0] - 0.75) * ($0[0] - 0.75)
    }
    #expect(best.point[0].isClose(to: 0.75, tolerance: 1e-4))
  }
}
