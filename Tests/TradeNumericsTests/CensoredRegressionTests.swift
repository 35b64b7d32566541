import Foundation
import Testing
import TradeNumerics
import TradeTables
import TradeTestSupport

@Suite struct CensoredRegressionTests {
  @Test func `equals the reference numbers of the home case`() throws {
    // R 4.2.2, survival 3.5-3, survreg: NUMERICS, to the digits that R settles.
    let six = try Home.six
    let logNormal = try CensoredRegression(.logNormal).fit(six)
    expect(
      logNormal, [5.29557194201842, 0.22349923871866], [0.1514039245323976, 0.0564596376230432],
      scale: 0.202162834567832, logScaleError: 0.3114567009041999, logLikelihood: -28.0772161002548)
    let gaussian = try CensoredRegression(.gaussian).fit(six)
    expect(
      gaussian, [174.34013280857218, 79.17990039357086], [49.450123546229477, 18.533812435404364],
      scale: 65.9182053249253, logScaleError: 0.310733224132604, logLikelihood: -28.3320787558626)
    let ten = try CensoredRegression(.logNormal).fit(Home.ten)
    expect(
      ten, [5.469098137114398, 0.122353129699259], [0.1307131665135295, 0.0208945020503734],
      scale: 0.238616531200474, logScaleError: 0.2390268371351332, logLikelihood: -50.058767994979)
    #expect(ten.counts == .init(observed: 8, left: 0, right: 1, interval: 1))
  }

  @Test(arguments: Model.all) func `equals survreg`(model: Model) throws {
    let oracle = try Oracle("censored")
    let fit = try CensoredRegression(model.distribution).fit(Data(model.data))
    // R itself is up to 7e-13 away from the 17 digits of censored_exact.csv.
    for (quantity, term, value) in fit.quantities {
      let expected = try #require(
        oracle.number(["model": model.name, "term": term, "quantity": quantity]))
      #expect(abs(value / expected - 1) <= 1e-11, "\(term) \(quantity) \(value) \(expected)")
    }
    let terms = fit.coefficients.map(\.name) + ["Log(scale)"]
    for i in terms.indices {
      for j in 0...i {
        let key = [
          "model": model.name, "term": "\(terms[i]):\(terms[j])", "quantity": "covariance",
        ]
        let expected = try #require(oracle.number(key))
        let size = (fit.covariance[i, i] * fit.covariance[j, j]).squareRoot()
        #expect(abs(fit.covariance[i, j] - expected) <= 1e-11 * size, "\(key)")
      }
    }
  }

  @Test(arguments: Model.all) func `equals arithmetic with 40 digits`(model: Model) throws {
    let oracle = try Oracle("censored_exact")
    let fit = try CensoredRegression(model.distribution).fit(Data(model.data))
    for (quantity, term, value) in fit.quantities {
      let expected = try #require(
        oracle.number(["model": model.name, "term": term, "quantity": quantity]))
      #expect(abs(value / expected - 1) <= 1e-13, "\(term) \(quantity) \(value) \(expected)")
    }
  }
}

@Suite struct CensoredRegressionLawTests {
  @Test(arguments: 1...10) func `without bounds it is least squares`(seed: Int) throws {
    let data = Data.random(seed: seed, count: 12 + seed, kinds: [.observed])
    let fit = try CensoredRegression(.gaussian).fit(data)
    let least = LeastSquares(data.matrix, data.lower)
    for (mine, theirs) in zip(fit.coefficients, least.coefficients) {
      #expect(theirs.isClose(to: mine.estimate, tolerance: 1e-12))
    }
    let n = Double(data.lower.count)
    #expect(fit.scale.isClose(to: (least.residualSumOfSquares / n).squareRoot(), tolerance: 1e-12))
    for (mine, factor) in zip(fit.coefficients, least.standardErrorFactors) {
      #expect(mine.standardError.isClose(to: fit.scale * factor, tolerance: 1e-12))
    }
    #expect(fit.logScaleStandardError.isClose(to: (1 / (2 * n)).squareRoot(), tolerance: 1e-12))
  }

  @Test(arguments: 1...25, CensoredRegression.Distribution.allCases)
  func `the likelihood is level and highest at the fit`(
    seed: Int, distribution: CensoredRegression.Distribution
  ) throws {
    let data = Data.random(seed: seed, count: 40, distribution: distribution)
    let fit = try CensoredRegression(distribution).fit(data)
    let point = fit.coefficients.map(\.estimate) + [fit.logScale.estimate]
    let top = data.logLikelihood(point, distribution)
    #expect(top.isClose(to: fit.logLikelihood, tolerance: 1e-11))
    for index in point.indices {
      // In standard errors: a step of h changes ℓ by h² / 2 either way, and the slope is zero.
      let error = fit.covariance[index, index].squareRoot()
      var ends: [Double] = []
      for sign in [-1.0, 1] {
        var moved = point
        moved[index] += sign * 1e-4 * error
        ends.append(data.logLikelihood(moved, distribution))
      }
      #expect(abs(ends[1] - ends[0]) / 2e-4 < 1e-7)
      #expect(ends[0] < top && ends[1] < top)
    }
  }

  @Test(arguments: 1...10) func `the covariance inverts the curvature of the likelihood`(
    seed: Int
  ) throws {
    let data = Data.random(seed: seed, count: 30)
    let fit = try CensoredRegression(.gaussian).fit(data)
    let point = fit.coefficients.map(\.estimate) + [fit.logScale.estimate]
    let errors = point.indices.map { fit.covariance[$0, $0].squareRoot() }
    func value(_ i: Int, _ a: Double, _ j: Int, _ b: Double) -> Double {
      var moved = point
      moved[i] += a * 1e-3 * errors[i]
      moved[j] += b * 1e-3 * errors[j]
      return data.logLikelihood(moved, .gaussian)
    }
    for i in point.indices {
      for j in point.indices {
        var product = 0.0
        for k in point.indices {
          let mixed =
            (value(i, 1, k, 1) - value(i, 1, k, -1) - value(i, -1, k, 1) + value(i, -1, k, -1))
            / (4e-6 * errors[i] * errors[k])
          product -= mixed * fit.covariance[k, j]
        }
        #expect(abs(product * errors[i] / errors[j] - (i == j ? 1 : 0)) < 1e-3, "\(i) \(j)")
      }
    }
  }

  @Test(arguments: 1...10) func `follows a change of unit and origin`(seed: Int) throws {
    let data = Data.random(seed: seed, count: 30)
    let fit = try CensoredRegression(.gaussian).fit(data)
    let (unit, shift) = (1e-9 * Double(seed), 1e3)
    let moved = Data(
      matrix: data.matrix, lower: data.lower.map { $0 * unit + unit * shift },
      upper: data.upper.map { $0 * unit + unit * shift })
    let other = try CensoredRegression(.gaussian).fit(moved)
    let n = Double(fit.counts.observed)
    #expect((other.scale / unit / fit.scale).isClose(to: 1, tolerance: 1e-9))
    #expect(other.logLikelihood.isClose(to: fit.logLikelihood - n * log(unit), tolerance: 1e-9))
    for (index, (a, b)) in zip(fit.coefficients, other.coefficients).enumerated() {
      let expected = a.estimate + (index == 0 ? shift : 0)
      #expect((b.estimate / unit).isClose(to: expected, tolerance: 1e-9))
      #expect((b.standardError / unit / a.standardError).isClose(to: 1, tolerance: 1e-9))
    }
  }

  @Test func `a column of another size changes its own coefficient only`() throws {
    let data = Data.random(seed: 3, count: 30)
    let fit = try CensoredRegression(.gaussian).fit(data)
    for size in [1e-300, 1e-9, 1e9, 1e140] {
      var columns = (0..<data.matrix.columns).map(data.matrix.column)
      columns[1] = columns[1].map { $0 * size }
      let scaled = Data(matrix: Matrix(columns: columns), lower: data.lower, upper: data.upper)
      let other = try CensoredRegression(.gaussian).fit(scaled)
      #expect(other.scale.isClose(to: fit.scale))
      let expected = fit.coefficients[1].estimate
      #expect((other.coefficients[1].estimate * size / expected).isClose(to: 1))
      #expect(other.coefficients[2].estimate.isClose(to: fit.coefficients[2].estimate))
    }
  }

  @Test(arguments: 1...10) func `the order of rows does not matter`(seed: Int) throws {
    let data = Data.random(seed: seed, count: 25)
    var random = SeededGenerator(seed: seed)
    let order = Array(0..<25).shuffled(using: &random)
    let columns = (0..<data.matrix.columns).map { column in
      order.map { data.matrix[$0, column] }
    }
    let shuffled = Data(
      matrix: Matrix(columns: columns), lower: order.map { data.lower[$0] },
      upper: order.map { data.upper[$0] })
    let (a, b) = try (
      CensoredRegression(.gaussian).fit(data), CensoredRegression(.gaussian).fit(shuffled)
    )
    #expect(a.scale.isClose(to: b.scale, tolerance: 1e-12))
    #expect(a.logLikelihood.isClose(to: b.logLikelihood, tolerance: 1e-12))
    for (first, second) in zip(a.coefficients, b.coefficients) {
      #expect(first.estimate.isClose(to: second.estimate, tolerance: 1e-11))
    }
  }

  @Test func `weaker knowledge is more probable, tighter bounds less`() throws {
    let data = Data.random(seed: 11, count: 30, kinds: [.observed, .interval])
    var previous = -Double.infinity
    for width in [0.01, 0.1, 0.5, 2, 10] {
      let wider = Data(
        matrix: data.matrix,
        lower: zip(data.lower, data.upper).map { $0 == $1 ? $0 : ($0 + $1) / 2 - width },
        upper: zip(data.lower, data.upper).map { $0 == $1 ? $0 : ($0 + $1) / 2 + width })
      let fit = try CensoredRegression(.gaussian).fit(wider)
      #expect(fit.logLikelihood > previous)
      previous = fit.logLikelihood
    }
  }

  @Test func `a narrow interval says what an observed value says`() throws {
    let data = Data.random(seed: 5, count: 20, kinds: [.observed])
    let exact = try CensoredRegression(.gaussian).fit(data)
    for width in [1e-3, 1e-6, 1e-9] {
      let narrow = Data(
        matrix: data.matrix, lower: data.lower.map { $0 - width / 2 },
        upper: data.lower.map { $0 + width / 2 })
      let fit = try CensoredRegression(.gaussian).fit(narrow)
      #expect(fit.scale.isClose(to: exact.scale, tolerance: max(width * width, 1e-8)))
      // Probability is density times width.
      let expected = exact.logLikelihood + 20 * log(width)
      #expect(fit.logLikelihood.isClose(to: expected, tolerance: max(width, 1e-6)))
    }
  }

  @Test func `a log-normal is a normal for the logarithms`() throws {
    let data = Data.random(seed: 8, count: 40, distribution: .logNormal)
    let fit = try CensoredRegression(.logNormal).fit(data)
    let logs = Data(
      matrix: data.matrix, lower: data.lower.map { $0 > 0 ? log($0) : -.infinity },
      upper: data.upper.map { log($0) })
    let other = try CensoredRegression(.gaussian).fit(logs)
    for (a, b) in zip(fit.coefficients, other.coefficients) {
      #expect(a.estimate.isClose(to: b.estimate) && a.standardError.isClose(to: b.standardError))
    }
    let jacobian = zip(data.lower, data.upper).reduce(0) { $1.0 == $1.1 ? $0 - log($1.0) : $0 }
    #expect(fit.logLikelihood.isClose(to: other.logLikelihood + jacobian))
  }

  @Test func `many rows far from their bounds keep the digits`() throws {
    // Bounds up to forty deviations away say nothing more: the fit is that of the observed rows.
    var random = SeededGenerator(seed: 1)
    let values = (0..<50).map { _ in Double.random(in: 9...11, using: &random) }
    let alone = Data(matrix: .ones(50), lower: values, upper: values)
    let fit = try CensoredRegression(.gaussian).fit(alone)
    let bounds = (0..<20).map { 10 - 40 * fit.scale + Double($0) * 0.01 }
    let more = Data(
      matrix: .ones(70), lower: values + bounds,
      upper: values + [Double](repeating: .infinity, count: 20))
    let other = try CensoredRegression(.gaussian).fit(more)
    #expect(other.scale.isClose(to: fit.scale, tolerance: 1e-12))
    #expect(
      other.coefficients[0].estimate.isClose(to: fit.coefficients[0].estimate, tolerance: 1e-12))
  }
}

@Suite struct CensoredRegressionResultTests {
  @Test func `predicts median, mean and quantiles`() throws {
    let fit = try CensoredRegression(.logNormal).fit(Home.six)
    let prediction = fit.predict([1, 6])
    let location = fit.coefficients[0].estimate + 6 * fit.coefficients[1].estimate
    #expect(prediction.location.isClose(to: location))
    #expect(prediction.median.isClose(to: exp(location)))
    #expect(prediction.mean.isClose(to: exp(location + fit.scale * fit.scale / 2)))
    #expect(prediction.quantile(0.5).isClose(to: prediction.median))
    let interval = prediction.interval(level: 0.8)
    #expect(interval.lowerBound.isClose(to: exp(location - 1.2815515655446004 * fit.scale)))
    #expect(interval.upperBound.isClose(to: prediction.quantile(0.9)))
    let v = fit.covariance
    let variance = v[0, 0] + 12 * v[0, 1] + 36 * v[1, 1]
    #expect(prediction.locationStandardError.isClose(to: variance.squareRoot()))

    let gaussian = try CensoredRegression(.gaussian).fit(Home.six).predict([1, 6])
    #expect(gaussian.mean == gaussian.median && gaussian.mean == gaussian.location)
  }

  @Test func `tests and intervals are those of the normal distribution`() throws {
    let slope = try CensoredRegression(.logNormal).fit(Home.six).coefficients[1]
    #expect(slope.z == slope.estimate / slope.standardError)
    #expect(slope.p.isClose(to: 2 * StandardNormal.cdf(-abs(slope.z)), tolerance: 1e-14))
    let interval = slope.interval(level: 0.95)
    #expect(
      interval.upperBound.isClose(to: slope.estimate + 1.959963984540054 * slope.standardError))
  }

  @Test func `shows itself as a table`() throws {
    let fit = try CensoredRegression(.logNormal).fit(Home.six)
    let table = fit.table
    #expect(
      table.names == ["term", "estimate", "std_error", "t", "p", "lower_95", "upper_95"])
    #expect(try table.texts("term") == ["(intercept)", "year", "log(scale)"])
    #expect(try table.numbers("estimate")[2] == log(fit.scale))
    #expect(try table.numbers("p")[2] == nil)
  }

  @Test func `no columns at all leave a scale to find`() throws {
    let values: [Double] = [3, -4, 5]
    let fit = try CensoredRegression(.gaussian).fit(
      matrix: Matrix(rows: 3, columns: 0), names: [], lower: values, upper: values)
    #expect(fit.scale.isClose(to: (50.0 / 3).squareRoot()))
  }

  @Test func `bounds from both sides suffice where they hem the scale in`() throws {
    // Answers to "would you pay x?": R survreg gives a finite maximum for such data too.
    let bids: [Double] = [1, 2, 3, 4, 5, 6, 7, 8]
    let paid = [true, true, true, false, true, false, false, false]
    let data = Data(
      matrix: .ones(8), lower: zip(bids, paid).map { $1 ? $0 : -.infinity },
      upper: zip(bids, paid).map { $1 ? .infinity : $0 })
    let fit = try CensoredRegression(.gaussian).fit(data)
    // By symmetry the mean is midway.
    #expect(fit.coefficients[0].estimate.isClose(to: 4.5, tolerance: 1e-9))
    #expect(fit.scale > 0.5 && fit.scale < 5)
  }
}

@Suite struct CensoredRegressionErrorTests {
  @Test(arguments: [
    ("y ~ x + offset(x)", CensoredRegressionError.offset), ("y ~ x | g", .effects),
  ]) func `takes no offset and no effects from a formula`(
    formula: String, expected: CensoredRegressionError
  ) throws {
    let table = Table(
      .number("x", [1, 2, 3, 4]), .number("y", [1, 3, 2, 4]), .text("g", ["a", "b", "a", "b"]))
    let frame = try ModelFrame(Formula(formula), table)
    let qualifiers: [Qualifier] = [.exact, .exact, .moreThan, .exact]
    #expect(throws: expected) {
      try CensoredRegression.fit(frame, table, qualifiers: qualifiers)
    }
    #expect("\(expected)".hasPrefix("a tobit model takes no "))
  }

  private func error(
    as distribution: CensoredRegression.Distribution = .gaussian, columns: [[Double]]? = nil,
    _ lower: [Double], _ upper: [Double]
  ) -> CensoredRegressionError? {
    let columns = columns ?? [[Double](repeating: 1, count: lower.count)]
    let names = ["one", "x", "twice"].prefix(columns.count)
    do throws(CensoredRegressionError) {
      _ = try CensoredRegression(distribution).fit(
        matrix: columns.isEmpty
          ? Matrix(rows: lower.count, columns: 0) : Matrix(columns: columns), names: Array(names),
        lower: lower, upper: upper)
      return nil
    } catch {
      return error
    }
  }

  private let infinity = Double.infinity

  @Test func `bounds that make no sense name their row`() {
    #expect(error([], []) == .noRows)
    #expect(error([1, .nan], [1, 2]) == .missingBound(row: 2))
    #expect(error([1, 3], [1, 2]) == .reversed(row: 2, lower: 3, upper: 2))
    #expect(error([1, -infinity], [1, infinity]) == .noBound(row: 2))
    #expect(error([1, infinity], [1, infinity]) == .noBound(row: 2))
    #expect(error(as: .logNormal, [1, 0], [1, 0]) == .notPositive(row: 2, bound: 0))
    #expect(error(as: .logNormal, [1, -2], [1, 3]) == .notPositive(row: 2, bound: -2))
    #expect(error(as: .logNormal, [1, -infinity], [1, -3]) == .notPositive(row: 2, bound: -3))
    #expect(error(as: .logNormal, [1, 0], [1, infinity]) == .noBound(row: 2))
    #expect(
      "\(CensoredRegressionError.reversed(row: 2, lower: 3, upper: 2))"
        == "in row 2 the lower bound 3 is above the upper bound 2")
  }

  @Test func `columns that make no sense are named`() {
    let y: [Double] = [1, 5, 2, 7]
    let x: [Double] = [1, 2, 3, 4]
    #expect(
      error(columns: [[1, 1, 1, 1], [1, .infinity, 2, 3]], y, y) == .notFinite(row: 2, column: "x"))
    #expect(
      error(columns: [[1, 1, 1, 1], x, x.map { 2 * $0 }], y, y) == .dependent("twice", on: ["x"]))
    #expect(error(columns: [[1, 1, 1, 1], [0, 0, 0, 0]], y, y) == .dependent("x", on: []))
  }

  @Test func `values censored on one side only have no maximum`() {
    let bounds: [Double] = [1, 2, 3]
    let (low, high) = (
      [Double](repeating: -infinity, count: 3), [Double](repeating: infinity, count: 3)
    )
    #expect(error(bounds, high) == .censoredOnOneSide(.right))
    #expect(error(low, bounds) == .censoredOnOneSide(.left))
    #expect(error(as: .logNormal, [0, 0, 0], bounds) == .censoredOnOneSide(.left))
  }

  @Test func `bounds that leave the scale open have no maximum`() {
    // Below 2 and above 3 at once: any mean between, any scale down to zero.
    #expect(error([-infinity, 1], [2, infinity]) == .noObservedValue)
    #expect(error([3, -infinity], [infinity, 2]) == .noObservedValue)
    #expect(error([2, -infinity], [infinity, 2]) == .noObservedValue)
    #expect(error(columns: [], [0, -infinity], [infinity, 0]) == .noObservedValue)
    #expect(error([1, 2, 3], [4, 5, 6]) == .scaleVanishes)
  }

  @Test func `an exact fit has no scale`() {
    #expect(error([4], [4]) == .scaleVanishes)
    #expect(error([0, 0], [0, 0]) == .scaleVanishes)
    #expect(
      error(columns: [[1, 1, 1, 1], [1, 2, 3, 4]], [10, 20, 30, 35], [10, 20, 30, infinity])
        == .scaleVanishes)
  }

  @Test func `a column that only bounds on one side tell apart is named`() {
    let group: [Double] = [0, 0, 0, 0, 1, 1]
    #expect(
      error(
        columns: [[1, 1, 1, 1, 1, 1], group], [1, 3, 2, 5, 4, 6], [1, 3, 2, 5, infinity, infinity])
        == .noFiniteCoefficient("x"))
  }

  @Test func `a coefficient that no double holds is named`() {
    let y = [1e200, 3e200, 2e200, 7e200]
    #expect(
      error(columns: [[1, 1, 1, 1], [1e-200, 2e-200, 3e-200, 4e-200]], y, y) == .beyondRange("x"))
  }

  @Test func `every error is one sentence`() {
    let errors: [CensoredRegressionError] = [
      .noRows, .missingBound(row: 1), .noBound(row: 2), .notPositive(row: 1, bound: 0),
      .notFinite(row: 1, column: "x"), .dependent("a", on: ["b", "c"]), .dependent("a", on: []),
      .censoredOnOneSide(.left), .noObservedValue, .scaleVanishes, .scaleGrows,
      .noFiniteCoefficient("x"), .beyondRange("x"), .notConverged(iterations: 200),
    ]
    for error in errors {
      #expect(!error.description.isEmpty && !error.description.hasSuffix("."))
    }
  }
}

/// What is known of each row.
private struct Data {
  let matrix: Matrix
  let names: [String]
  let lower: [Double]
  let upper: [Double]

  init(matrix: Matrix, names: [String]? = nil, lower: [Double], upper: [Double]) {
    self.matrix = matrix
    self.names = names ?? (0..<matrix.columns).map { "column \($0)" }
    self.lower = lower
    self.upper = upper
  }

  /// One of the data sets of censored_data.csv, with an intercept.
  init(_ name: String) throws {
    let rows = try Oracle("censored_data").all.filter { $0["data"] == name }
    func column(_ name: String) -> [Double] { rows.compactMap { $0[name].flatMap { Double($0) } } }
    let columns = ["x1", "x2", "x3"].filter { column($0).count == rows.count }
    self.init(
      matrix: Matrix(columns: [[Double](repeating: 1, count: rows.count)] + columns.map(column)),
      names: ["(Intercept)"] + columns, lower: column("lower"), upper: column("upper"))
  }

  enum Kind: CaseIterable { case observed, left, right, interval }

  /// Values about a plane, known in all the ways there are.
  static func random(
    seed: Int, count: Int, kinds: [Kind] = Kind.allCases,
    distribution: CensoredRegression.Distribution = .gaussian
  ) -> Data {
    var random = SeededGenerator(seed: seed)
    var columns = [[Double](repeating: 1, count: count), [], []]
    var (lower, upper): ([Double], [Double]) = ([], [])
    for row in 0..<count {
      let x = [
        1, Double.random(in: -10...10, using: &random),
        Double.random(in: -1...1, using: &random),
      ]
      for column in 1...2 { columns[column].append(x[column]) }
      let noise = StandardNormal.quantile(Double.random(in: 0.001...0.999, using: &random))
      let value = 3 + 0.1 * x[1] - 0.7 * x[2] + 0.4 * noise
      let gap = { (random: inout SeededGenerator) in Double.random(in: 0.05...1, using: &random) }
      var bounds = (value, value)
      switch kinds[row % kinds.count] {
      case .observed: break
      case .left: bounds = (-.infinity, value + gap(&random))
      case .right: bounds = (value - gap(&random), .infinity)
      case .interval: bounds = (value - gap(&random), value + gap(&random))
      }
      if distribution == .logNormal { bounds = (exp(bounds.0), exp(bounds.1)) }
      lower.append(bounds.0)
      upper.append(bounds.1)
    }
    return Data(matrix: Matrix(columns: columns), lower: lower, upper: upper)
  }

  /// The log-likelihood by its definition, with none of the library's shortcuts.
  func logLikelihood(
    _ parameters: [Double], _ distribution: CensoredRegression.Distribution
  ) -> Double {
    let scale = exp(parameters[parameters.count - 1])
    func upperTail(_ z: Double) -> Double { erfc(z / 2.0.squareRoot()) / 2 }
    var sum = 0.0
    for row in lower.indices {
      let isLog = distribution == .logNormal
      let (low, high) = isLog ? (log(lower[row]), log(upper[row])) : (lower[row], upper[row])
      let location = (0..<matrix.columns).reduce(0) { $0 + matrix[row, $1] * parameters[$1] }
      let (a, b) = ((low - location) / scale, (high - location) / scale)
      if low == high {
        sum -= a * a / 2 + log(scale) + log(2 * Double.pi) / 2 + (isLog ? low : 0)
      } else {
        sum += log(a > 0 ? upperTail(a) - upperTail(b) : upperTail(-b) - upperTail(-a))
      }
    }
    return sum
  }
}

extension Matrix {
  fileprivate static func ones(_ rows: Int) -> Matrix {
    Matrix(columns: [[Double](repeating: 1, count: rows)])
  }
}

extension CensoredRegression {
  fileprivate func fit(_ data: Data) throws -> Fit {
    try fit(matrix: data.matrix, names: data.names, lower: data.lower, upper: data.upper)
  }
}

extension CensoredRegression.Fit {
  /// Every number that the reference files hold, by quantity and term.
  fileprivate var quantities: [(String, String, Double)] {
    coefficients.flatMap {
      [("estimate", $0.name, $0.estimate), ("std_error", $0.name, $0.standardError)]
    } + [
      ("scale", "model", scale), ("log_likelihood", "model", logLikelihood),
      ("std_error", "Log(scale)", logScaleStandardError),
    ]
  }
}

/// One model of censored.R.
struct Model: Sendable, CustomTestStringConvertible {
  let data: String
  let distribution: CensoredRegression.Distribution

  var name: String { "\(data) \(distribution.rawValue)" }
  var testDescription: String { name }

  static let all: [Model] =
    ["home_six", "home_ten", "tobin", "ovarian", "mixed"].flatMap { data in
      CensoredRegression.Distribution.allCases.map { Model(data: data, distribution: $0) }
    }.filter { $0.name != "tobin log-normal" }
}

/// Turnover of Kazakhstan with Vietnam on the year less 2013, as NUMERICS has it.
private enum Home {
  static var six: Data { get throws { try home("home_six") } }
  static var ten: Data { get throws { try home("home_ten") } }

  private static func home(_ name: String) throws -> Data {
    let data = try Data(name)
    return Data(
      matrix: data.matrix, names: ["(intercept)", "year"], lower: data.lower, upper: data.upper)
  }
}

private func expect(
  _ fit: CensoredRegression.Fit, _ estimates: [Double], _ errors: [Double], scale: Double,
  logScaleError: Double, logLikelihood: Double, sourceLocation: SourceLocation = #_sourceLocation
) {
  let actual =
    fit.coefficients.map(\.estimate) + fit.coefficients.map(\.standardError)
    + [fit.scale, fit.logScaleStandardError, fit.logLikelihood]
  for (a, b) in zip(actual, estimates + errors + [scale, logScaleError, logLikelihood]) {
    #expect(abs(a / b - 1) <= 1e-9, "\(a) is not \(b)", sourceLocation: sourceLocation)
  }
}
