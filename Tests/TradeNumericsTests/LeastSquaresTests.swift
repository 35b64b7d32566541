import Testing
import TradeNumerics
import TradeTestSupport

@Suite struct LeastSquaresTests {
  /// A random matrix with an intercept and responses.
  private func problem(seed: Int, rows: Int = 12, columns: Int = 4) -> (Matrix, [Double]) {
    var generator = SeededGenerator(seed: seed)
    func numbers() -> [Double] {
      (0..<rows).map { _ in Double.random(in: -10...10, using: &generator) }
    }
    let intercept = [Double](repeating: 1, count: rows)
    return (Matrix(columns: [intercept] + (1..<columns).map { _ in numbers() }), numbers())
  }

  private func product(_ x: Matrix, _ coefficients: [Double?]) -> [Double] {
    (0..<x.rows).map { row in
      (0..<x.columns).reduce(0) { $0 + x[row, $1] * (coefficients[$1] ?? 0) }
    }
  }

  // MARK: Exact cases

  @Test func `finds the line through three points by hand`() throws {
    // x 0, 1, 2 and y 1, 2, 4: slope 3/2, intercept 5/6, Σ e² = 1/6, (XᵀX)⁻¹ = [5/6 −½; −½ ½].
    let fit = LeastSquares(Matrix(columns: [[1, 1, 1], [0, 1, 2]]), [1, 2, 4])
    #expect(fit.coefficients[0].isClose(to: 5.0 / 6, tolerance: 1e-15))
    #expect(fit.coefficients[1].isClose(to: 1.5, tolerance: 1e-15))
    #expect(fit.residualSumOfSquares.isClose(to: 1.0 / 6, tolerance: 1e-15))
    #expect(fit.degreesOfFreedom == 1)
    #expect(fit.standardErrorFactors[0].isClose(to: (5.0 / 6).squareRoot(), tolerance: 1e-15))
    #expect(fit.standardErrorFactors[1].isClose(to: 0.5.squareRoot(), tolerance: 1e-15))
    // At x = 3: 5/6 − 3 + 9/2.
    #expect(fit.variance(of: [1, 3]).isClose(to: 7.0 / 3, tolerance: 1e-15))
  }

  @Test(arguments: [1.0, 0.1]) func `fits the polynomials of Wampler to eight digits`(
    base: Double
  ) throws {
    // NIST StRD, Wampler1 (coefficients 1) and Wampler2 (coefficients 0.1^k), x = 0…20.
    let x = (0...20).map(Double.init)
    var power = [Double](repeating: 1, count: 21)
    var columns: [[Double]] = []
    var truth = [1.0]
    for degree in 0...5 {
      columns.append(power)
      power = zip(power, x).map { $0 * $1 }
      if degree > 0 { truth.append(truth[degree - 1] * base) }
    }
    let matrix = Matrix(columns: columns)
    let fit = LeastSquares(matrix, product(matrix, truth))
    #expect(fit.rank == 6)
    for (coefficient, expected) in zip(fit.coefficients, truth) {
      let coefficient = try #require(coefficient)
      #expect(abs(coefficient - expected) <= 1e-8 * expected)
    }
  }

  @Test func `fits NoInt1 without an intercept`() throws {
    // NIST StRD, NoInt1.
    let fit = LeastSquares(
      Matrix(columns: [(60...70).map(Double.init)]), (130...140).map(Double.init))
    #expect(fit.coefficients[0].isClose(to: 2.07438016528926, tolerance: 1e-14))
    let deviation = (fit.residualSumOfSquares / Double(fit.degreesOfFreedom)).squareRoot()
    #expect(deviation.isClose(to: 3.56753034006338, tolerance: 1e-14))
    #expect(
      (deviation * fit.standardErrorFactors[0] / 0.0165289256198347)
        .isClose(to: 1, tolerance: 1e-13))
  }

  // MARK: Laws

  @Test(arguments: 1...20) func `residuals are orthogonal to every column`(seed: Int) {
    let (x, y) = problem(seed: seed)
    let fit = LeastSquares(x, y)
    for column in 0..<x.columns {
      let sum = zip(x.column(column), fit.residuals).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(sum) < 1e-11)
    }
    let fitted = product(x, fit.coefficients)
    for row in 0..<x.rows {
      #expect((fitted[row] + fit.residuals[row]).isClose(to: y[row], tolerance: 1e-12))
    }
    #expect(fit.residualSumOfSquares > 1)
  }

  @Test(arguments: 1...10) func `the order of the rows does not matter`(seed: Int) throws {
    let (x, y) = problem(seed: seed)
    var generator = SeededGenerator(seed: seed)
    let order = (0..<x.rows).shuffled(using: &generator)
    let shuffled = Matrix(columns: (0..<x.columns).map { column in order.map { x[$0, column] } })
    let fit = LeastSquares(x, y)
    let other = LeastSquares(shuffled, order.map { y[$0] })
    for column in 0..<x.columns {
      let expected = try #require(fit.coefficients[column])
      #expect(other.coefficients[column].isClose(to: expected, tolerance: 1e-12))
      #expect(
        other.standardErrorFactors[column]
          .isClose(to: fit.standardErrorFactors[column], tolerance: 1e-12))
    }
  }

  @Test(arguments: 1...10) func `the order of the columns does not matter`(seed: Int) throws {
    let (x, y) = problem(seed: seed)
    let fit = LeastSquares(x, y)
    let other = LeastSquares(x.selecting(columns: [2, 0, 3, 1]), y)
    for (place, column) in [2, 0, 3, 1].enumerated() {
      let expected = try #require(fit.coefficients[column])
      #expect(other.coefficients[place].isClose(to: expected, tolerance: 1e-12))
      #expect(
        other.standardErrorFactors[place]
          .isClose(to: fit.standardErrorFactors[column], tolerance: 1e-12))
    }
  }

  @Test(arguments: [1e-300, 1e-30, 1000, 1e150, 1e300])
  func `follows a change of unit of a column`(factor: Double) throws {
    let (x, y) = problem(seed: 1)
    var scaled = x
    for row in 0..<x.rows { scaled[row, 2] *= factor }
    let fit = LeastSquares(x, y)
    let other = LeastSquares(scaled, y)
    #expect(other.rank == 4)
    for column in 0..<x.columns {
      let unit = column == 2 ? factor : 1
      let expected = try #require(fit.coefficients[column])
      let coefficient = try #require(other.coefficients[column])
      #expect((coefficient * unit).isClose(to: expected, tolerance: 1e-12))
      let error = other.standardErrorFactors[column] * unit
      #expect((error / fit.standardErrorFactors[column]).isClose(to: 1, tolerance: 1e-12))
    }
    let point = [1.0, 2, 3, 4]
    let farther = [1, 2, 3 * factor, 4]
    #expect(other.variance(of: farther).isClose(to: fit.variance(of: point), tolerance: 1e-12))
  }

  @Test(arguments: [1e-300, 1000, 1e150]) func `follows a change of unit of the response`(
    factor: Double
  ) throws {
    let (x, y) = problem(seed: 2)
    let fit = LeastSquares(x, y)
    let other = LeastSquares(x, y.map { $0 * factor })
    for column in 0..<x.columns {
      let expected = try #require(fit.coefficients[column])
      let coefficient = try #require(other.coefficients[column])
      #expect((coefficient / factor).isClose(to: expected, tolerance: 1e-12))
    }
    for row in 0..<x.rows {
      #expect((other.residuals[row] / factor).isClose(to: fit.residuals[row], tolerance: 1e-12))
    }
  }

  @Test(arguments: 1...10) func `a response inside the columns leaves no residual`(
    seed: Int
  ) throws {
    let (x, _) = problem(seed: seed)
    let truth: [Double] = [3, -2, 0.5, 7]
    let fit = LeastSquares(x, product(x, truth))
    for column in 0..<x.columns {
      #expect(fit.coefficients[column].isClose(to: truth[column], tolerance: 1e-12))
    }
    #expect(fit.residualSumOfSquares < 1e-24)
  }

  // MARK: Rank

  @Test func `names the combination that a column is`() throws {
    let x1: [Double] = [1, 4, 2, 8, 5, 7]
    let x2: [Double] = [3, 1, 4, 1, 5, 9]
    let x3 = zip(x1, x2).map { 2 * $0 - $1 }
    let y: [Double] = [2, 7, 1, 8, 2, 8]
    let ones = [Double](repeating: 1, count: 6)
    let fit = LeastSquares(Matrix(columns: [ones, x1, x2, x3]), y)
    #expect(fit.kept == [0, 1, 2])
    #expect(fit.rank == 3)
    #expect(fit.degreesOfFreedom == 3)
    #expect(fit.coefficients[3] == nil)
    let dependency = try #require(fit.dropped.first)
    #expect(fit.dropped.count == 1)
    #expect(dependency.column == 3)
    #expect(dependency.combination.map(\.column) == [1, 2])
    #expect(dependency.combination.first.map(\.factor).isClose(to: 2, tolerance: 1e-12))
    #expect(dependency.combination.last.map(\.factor).isClose(to: -1, tolerance: 1e-12))

    let without = LeastSquares(Matrix(columns: [ones, x1, x2]), y)
    #expect(Array(fit.coefficients.prefix(3)) == without.coefficients)
    #expect(fit.standardErrorFactors == without.standardErrorFactors)
    #expect(fit.residuals == without.residuals)
  }

  @Test func `keeps the first of the columns that say the same`() {
    let x: [Double] = [1, 2, 3, 5]
    let fit = LeastSquares(
      Matrix(columns: [x.map { $0 * 1e-9 }, x, x.map { $0 * 1e9 }]), [1, 2, 2, 4])
    #expect(fit.kept == [0])
    #expect(fit.dropped.map(\.column) == [1, 2])
    #expect(fit.dropped[0].combination.map(\.column) == [0])
    #expect(fit.dropped[0].combination[0].factor.isClose(to: 1e9, tolerance: 1e-12))
    #expect(fit.dropped[1].combination[0].factor.isClose(to: 1e18, tolerance: 1e-12))
  }

  @Test func `a constant column beside an intercept is a multiple of it`() {
    let fit = LeastSquares(
      Matrix(columns: [[1, 1, 1, 1], [5, 5, 5, 5], [1, 2, 3, 4]]), [1, 3, 2, 5])
    #expect(fit.kept == [0, 2])
    #expect(fit.dropped.map(\.column) == [1])
    #expect(fit.dropped[0].combination.map(\.column) == [0])
    #expect(fit.dropped[0].combination[0].factor.isClose(to: 5, tolerance: 1e-14))
  }

  @Test func `names the combination in a tall problem in the columns' own units`() throws {
    // By hand: the third column is 2 x − 3; its scale and that of x differ.
    let n = 30_000
    let x = (0..<n).map { 10 + Double($0 % 7) }
    let matrix = Matrix(columns: [
      [Double](repeating: 1, count: n), x, x.map { 2 * $0 - 3 },
      (0..<n).map { Double($0 % 11) },
    ])
    let fit = LeastSquares(matrix, x)
    #expect(fit.kept == [0, 1, 3])
    let combination = try #require(fit.dropped.first).combination
    #expect(combination.map(\.column) == [0, 1])
    #expect(combination.first.map(\.factor).isClose(to: -3, tolerance: 1e-9))
    #expect(combination.last.map(\.factor).isClose(to: 2, tolerance: 1e-9))
  }

  @Test func `a column of zeros is dropped with an empty combination`() {
    let fit = LeastSquares(Matrix(columns: [[1, 1, 1], [0, 0, 0], [1, 2, 4]]), [1, 3, 2])
    #expect(fit.kept == [0, 2])
    #expect(fit.dropped.map(\.column) == [1])
    #expect(fit.dropped[0].combination.isEmpty)
    let zeros = LeastSquares(Matrix(columns: [[0, 0, 0]]), [1, 3, 2])
    #expect(zeros.rank == 0)
    #expect(zeros.residuals == [1, 3, 2])
    #expect(zeros.standardErrorFactors.isEmpty)
  }

  @Test func `nearly the same is not the same`() {
    // The columns differ in the tenth digit: the rank is full.
    let x = (0..<20).map { Double($0) }
    let shifted = x.map { $0 + 1e-9 * Double(Int($0) % 2) }
    let fit = LeastSquares(Matrix(columns: [x, shifted]), x.map { $0 * $0 })
    #expect(fit.rank == 2)
  }

  @Test func `years as they are written need no centring`() {
    let years = (2013...2017).map(Double.init)
    let ones = [Double](repeating: 1, count: 5)
    let fit = LeastSquares(
      Matrix(columns: [ones, years, years.map { $0 * $0 }]), [233.2, 271.9, 205.8, 392.5, 542.7])
    #expect(fit.rank == 3)
    // R 4.2, home_quadratic of regression.csv: the square's coefficient does not depend on origin.
    #expect(fit.coefficients[2].isClose(to: 33.985714285714288, tolerance: 1e-6))
  }

  @Test func `as many rows as columns are fitted exactly`() {
    let fit = LeastSquares(Matrix(columns: [[1, 1], [2013, 2014]]), [233.2, 271.9])
    #expect(fit.degreesOfFreedom == 0)
    #expect(fit.coefficients[1].isClose(to: 38.7, tolerance: 1e-10))
    #expect(fit.residuals.allSatisfy { abs($0) < 1e-10 })
  }

  @Test func `fewer rows than columns keep as many columns as rows`() {
    let fit = LeastSquares(
      Matrix(columns: [[1, 1], [1, 2], [1, 4], [1, 8]]), [3, 5])
    #expect(fit.kept == [0, 1])
    #expect(fit.dropped.map(\.column) == [2, 3])
    // (1, 4) = −2 (1, 1) + 3 (1, 2)
    #expect(fit.dropped[0].combination.map(\.column) == [0, 1])
    #expect(fit.dropped[0].combination[0].factor.isClose(to: -2, tolerance: 1e-13))
    #expect(fit.dropped[0].combination[1].factor.isClose(to: 3, tolerance: 1e-13))
    #expect(fit.degreesOfFreedom == 0)
  }

  @Test func `one row fits one column`() {
    let fit = LeastSquares(Matrix(columns: [[1], [2013]]), [233.2])
    #expect(fit.kept == [0])
    #expect(fit.coefficients[0].isClose(to: 233.2, tolerance: 1e-14))
    #expect(fit.coefficients[1] == nil)
    #expect(fit.degreesOfFreedom == 0)
  }

  @Test func `no columns leave the responses`() {
    let fit = LeastSquares(Matrix(rows: 3, columns: 0), [1, 2, 3])
    #expect(fit.rank == 0)
    #expect(fit.residuals == [1, 2, 3])
    #expect(fit.residualSumOfSquares == 14)
    #expect(fit.variance(of: []) == 0)
  }

  @Test func `columns at the edge of the tolerance end in an answer`() async {
    // Two pairs that differ by a little more than the tolerance of their own, and a constant,
    // whose norm raises the tolerance above that difference.
    await #expect(processExitsWith: .success) {
      let n = 40_000
      func spike(_ place: Int, _ other: Int, _ height: Double) -> [Double] {
        var column = [Double](repeating: 0, count: n)
        column[place] = 1
        column[other] = height
        return column
      }
      let edge = 2 * Double(n) * Double.ulpOfOne
      let matrix = Matrix(columns: [
        spike(0, 1, 0), spike(0, 1, edge), spike(2, 3, 0), spike(2, 3, edge),
        [Double](repeating: 1, count: n),
      ])
      let fit = LeastSquares(matrix, (0..<n).map { Double($0 % 7) })
      precondition(fit.coefficients.count == 5)
    }
  }
}
