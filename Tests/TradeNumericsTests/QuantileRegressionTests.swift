import Testing
import TradeNumerics
import TradeTestSupport

@Suite struct QuantileRegressionTests {
  /// Nothing to speak of, so that the answer is that of the plain regression.
  private static let tiny = 1e-12

  private func fit(
    _ x: [[Double]], _ y: [Double], weights: [Double]? = nil, probability: Double = 0.5,
    ridge: Double = tiny
  ) -> [Double] {
    QuantileRegression(
      Matrix(columns: x), y, weights: weights ?? y.map { _ in 1 }, probability: probability,
      ridge: ridge
    ).coefficients
  }

  private func ones(_ count: Int) -> [Double] { [Double](repeating: 1, count: count) }

  /// Two columns and the constant, with errors of any sign.
  private func problem(seed: Int, rows: Int = 60) -> (x: [[Double]], y: [Double]) {
    var generator = SeededGenerator(seed: seed)
    let columns = (0..<2).map { _ in
      (0..<rows).map { _ in Double.random(in: -2...2, using: &generator) }
    }
    let y = (0..<rows).map { row in
      let error = Double.random(in: -1...1, using: &generator)
      return 3 + columns[0][row] - 2 * columns[1][row] + error * error * error
    }
    return (columns + [ones(rows)], y)
  }

  private func loss(
    _ x: [[Double]], _ y: [Double], _ weights: [Double], _ b: [Double], _ probability: Double
  ) -> Double {
    y.indices.reduce(0) { sum, row in
      let error = y[row] - x.indices.reduce(0) { $0 + x[$1][row] * b[$1] }
      return sum + weights[row] * error * (error < 0 ? probability - 1 : probability)
    }
  }

  // MARK: Exact cases

  @Test(arguments: [0.025, 0.5, 0.9]) func `rows on a plane give its coefficients`(
    probability: Double
  ) {
    let x = problem(seed: 1).x
    let y = x[0].indices.map { 2 * x[0][$0] - 0.5 * x[1][$0] + 7 }
    for (b, expected) in zip(fit(x, y, probability: probability), [2, -0.5, 7]) {
      #expect(b.isClose(to: expected, tolerance: 1e-8))
    }
  }

  @Test(arguments: [-1e6, 1e3, 1e6]) func `one row of a line among many does not move it`(
    outlier: Double
  ) {
    let x = (0..<9).map(Double.init)
    var y = x.map { 1 + 2 * $0 }
    y[4] = outlier
    let b = fit([x, ones(9)], y)
    // Errors below a tenth of the median size are as good as none.
    #expect(abs(b[0] - 2) < 0.1)
    #expect(abs(b[1] - 1) < 0.5)
  }

  @Test func `the constant alone is the quantile`() {
    let y = [9.0, 1, 5, 3, 7]
    #expect(fit([ones(5)], y)[0].isClose(to: 5, tolerance: 1e-3))
    #expect(fit([ones(5)], y, probability: 0.3)[0].isClose(to: 3, tolerance: 0.02))
    // 9 weighs more than all the others.
    #expect(fit([ones(5)], y, weights: [5, 1, 1, 1, 1])[0].isClose(to: 9, tolerance: 1e-2))
  }

  @Test func `a ridge holds a slope back as a calculation by hand says`() {
    // y = x = ±1, b between 0 and 1: ½ · 2 (1 − b) + ½ λ 2 b² is least at b = 1 / (2 λ).
    for ridge in [1.0, 2, 8] {
      let b = fit([[1, -1], [1, 1]], [1, -1], ridge: ridge)
      #expect(b[0].isClose(to: 1 / (2 * ridge), tolerance: 1e-4), "λ = \(ridge)")
      #expect(abs(b[1]) < 1e-9)
    }
  }

  @Test func `a single row is answered by the constant`() {
    let b = fit([[4], [-2], [1]], [12], ridge: 0.5)
    let fitted = 4 * b[0] - 2 * b[1] + b[2]
    #expect(fitted.isClose(to: 12, tolerance: 1e-2))
    #expect(fit([[1]], [12])[0].isClose(to: 12, tolerance: 1e-8))
    #expect(fit([[0], [0], [1]], [0]) == [0, 0, 0])
  }

  // MARK: Numbers from outside

  @Test(
    arguments: [0.025, 0.25, 0.5, 0.9, 0.975], [false, true])
  func `is within a hundredth of the loss that quantreg reaches`(
    probability: Double, isWeighted: Bool
  ) throws {
    let rows = try Oracle("engel").all
    let income = rows.compactMap { $0["income"].flatMap(Double.init) }
    let food = rows.compactMap { $0["food"].flatMap(Double.init) }
    #expect(income.count == 235 && food.count == 235)
    let weights = food.indices.map { isWeighted ? Double(1 + ($0 + 1) % 3) : 1 }
    let x = [income, ones(235)]
    let b = fit(x, food, weights: weights, probability: probability)
    let oracle = try Oracle("quantile")
    let name = "\(probability)\(isWeighted ? " weighted" : "")"
    func number(_ term: String, _ quantity: String) throws -> Double {
      try #require(oracle.number(["fit": name, "term": term, "quantity": quantity]))
    }
    let best = try number("model", "loss")
    let own = loss(x, food, weights, b, probability)
    #expect(own >= best * (1 - 1e-12))
    #expect(own <= best * 1.01)
    #expect(b[0].isClose(to: try number("income", "estimate"), tolerance: 0.01))
    #expect(abs(b[1] - (try number("(Intercept)", "estimate"))) < 5)
  }

  // MARK: Laws

  @Test(arguments: 1...4) func `that part of the rows lies below`(seed: Int) {
    let (x, y) = problem(seed: seed, rows: 200)
    for probability in [0.1, 0.5, 0.8] {
      let b = fit(x, y, probability: probability)
      let below = y.indices.count { row in
        y[row] < x.indices.reduce(0) { $0 + x[$1][row] * b[$1] }
      }
      #expect(abs(Double(below) / 200 - probability) < 0.07, "\(probability): \(below)")
    }
  }

  @Test(arguments: 1...4) func `follows the scale and the sign of y`(seed: Int) {
    let (x, y) = problem(seed: seed)
    for probability in [0.2, 0.5] {
      let plain = fit(x, y, probability: probability)
      let scaled = fit(x, y.map { $0 * 64 }, probability: probability)
      for (a, b) in zip(plain, scaled) { #expect((b / 64).isClose(to: a, tolerance: 1e-6)) }
      let mirrored = fit(x, y.map { -$0 }, probability: 1 - probability)
      for (a, b) in zip(plain, mirrored) { #expect((-b).isClose(to: a, tolerance: 1e-9)) }
    }
  }

  @Test(arguments: 1...4) func `follows the scale of a column, ridge or not`(seed: Int) {
    let (x, y) = problem(seed: seed)
    for ridge in [Self.tiny, 0.3] {
      let plain = fit(x, y, ridge: ridge)
      let scaled = fit([x[0].map { $0 * 1000 }, x[1], x[2]], y, ridge: ridge)
      #expect((scaled[0] * 1000).isClose(to: plain[0], tolerance: 1e-9))
      #expect(scaled[1].isClose(to: plain[1], tolerance: 1e-9))
      #expect(scaled[2].isClose(to: plain[2], tolerance: 1e-9))
    }
  }

  @Test(arguments: 1...4) func `follows a plane added to y`(seed: Int) {
    let (x, y) = problem(seed: seed)
    let moved = y.indices.map { y[$0] + 0.5 * x[0][$0] + 0.25 * x[1][$0] - 1 }
    for (change, expected) in zip(
      zip(fit(x, moved), fit(x, y)).map { $0 - $1 }, [0.5, 0.25, -1])
    {
      // The plane changes which errors are small, as that is measured by the size of y.
      #expect(abs(change - expected) < 0.01)
    }
  }

  @Test(arguments: 1...4) func `the order of the rows and the size of the weights say nothing`(
    seed: Int
  ) {
    let (x, y) = problem(seed: seed)
    let weights = y.indices.map { Double(1 + $0 % 3) }
    let plain = fit(x, y, weights: weights, ridge: 0.1)
    let turned = fit(
      x.map { $0.reversed() }, y.reversed(), weights: weights.reversed(), ridge: 0.1)
    let heavy = fit(x, y, weights: weights.map { $0 * 1024 }, ridge: 0.1)
    for (a, b) in zip(plain, turned) { #expect(b.isClose(to: a, tolerance: 1e-9)) }
    for (a, b) in zip(plain, heavy) { #expect(b.isClose(to: a, tolerance: 1e-9)) }
  }

  @Test(arguments: 1...4) func `a weight of two is a row twice`(seed: Int) {
    let (x, y) = problem(seed: seed, rows: 30)
    let weights = y.indices.map { $0 < 10 ? 2.0 : 1 }
    let twice = fit(x.map { $0 + $0.prefix(10) }, y + y.prefix(10), ridge: 0.1)
    for (a, b) in zip(fit(x, y, weights: weights, ridge: 0.1), twice) {
      #expect(b.isClose(to: a, tolerance: 1e-9))
    }
  }

  @Test func `a ridge pulls slopes to zero and leaves the constant the quantile`() {
    let (x, y) = problem(seed: 5)
    let sizes = [1e-9, 0.01, 0.1, 1, 10, 1e6].map { ridge in
      let b = fit(x, y, ridge: ridge)
      return abs(b[0]) + abs(b[1])
    }
    for (weaker, stronger) in zip(sizes, sizes.dropFirst()) { #expect(stronger < weaker) }
    let held = fit(x, y, ridge: 1e6)
    #expect(sizes[5] < 1e-5)
    #expect(held[2].isClose(to: fit([x[2]], y)[0], tolerance: 1e-3))
  }

  @Test func `a column of zeros gets nothing, and a column twice is shared`() {
    let (x, y) = problem(seed: 6)
    let plain = fit(x, y, ridge: 0.01)
    let zeros = fit([x[0], y.map { _ in 0 }, x[1], x[2]], y, ridge: 0.01)
    #expect(zeros[1] == 0)
    for (a, b) in zip(plain, [zeros[0], zeros[2], zeros[3]]) {
      #expect(b.isClose(to: a, tolerance: 1e-9))
    }
    let shared = fit([x[0], x[0], x[1], x[2]], y, ridge: 0.01)
    #expect(shared[0].isClose(to: shared[1], tolerance: 1e-6))
    #expect((shared[0] + shared[1]).isClose(to: plain[0], tolerance: 0.02))
  }

  @Test(arguments: 1...20) func `fewer rows than columns have a finite answer`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let rows = Int.random(in: 1...4, using: &generator)
    func numbers() -> [Double] {
      (0..<rows).map { _ in
        Bool.random(using: &generator) ? 0 : Double.random(in: -1e6...1e6, using: &generator)
      }
    }
    let x = (0..<6).map { _ in numbers() } + [ones(rows)]
    for probability in [0.025, 0.5, 0.975] {
      let b = fit(x, numbers(), probability: probability, ridge: 0.05)
      #expect(b.allSatisfy { $0.isFinite }, "\(b)")
    }
  }
}
