import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct BoundedFitTests {
  static let names = Methods.all.map { $0.name }
  /// Those that search for long: a bound has them fitted a hundred times, two bounds four hundred.
  static let slow: Set = ["combination", "ets", "arima"]
  static let places: [[Int: Qualifier]] = [
    [4: .lessThan], [0: .moreThan], [0: .lessThan], [8: .lessThan], [2: .moreThan, 8: .lessThan],
    [6: .moreThan, 7: .moreThan, 8: .moreThan],
    Dictionary(uniqueKeysWithValues: (0...8).map { ($0, Qualifier.moreThan) }),
    Dictionary(uniqueKeysWithValues: (0...8).map { ($0, Qualifier.lessThan) }),
  ]
  /// Every method with bounds at all places; a slow one with a single bound.
  static let cases = names.flatMap { name in
    places.prefix(slow.contains(name) ? 1 : places.count).map { (name, $0) }
  }

  /// The home series, "more than 500" in its last year.
  private let home: [Double] = [233.2, 271.9, 205.8, 392.5, 542.7, 500]
  /// Long enough for every method.
  private let long: [Double] = [180, 233, 272, 206, 393, 543, 410, 388, 500]

  private func method(_ name: String) throws -> any Forecaster {
    try #require(Methods.named(name))
  }

  private func interval(
    _ name: String, _ values: [Double], bounds: [Int: Qualifier] = [:], step: Int = 1
  ) throws -> ClosedRange<Double> {
    let series = try Series.yearly(values, bounds: bounds)
    return try series.forecast(with: method(name), horizon: step).points[step - 1].intervals[1]
  }

  private func width(_ interval: ClosedRange<Double>) -> Double {
    interval.upperBound - interval.lowerBound
  }

  // MARK: More than

  @Test(arguments: names) func `a bound widens the interval and the notes say so`(
    name: String
  ) throws {
    let series = try Series.yearly(home, bounds: [5: .moreThan])
    guard name != "damped", name != "optimised-theta" else {
      #expect(throws: SeriesError.tooShort(method: name, count: 6, needed: 7)) {
        try series.forecast(with: method(name))
      }
      return
    }
    let exact = try Series.yearly(home).forecast(with: method(name), horizon: 3)
    let bounded = try series.forecast(with: method(name), horizon: 3)
    for step in [1, 3] {
      let widths = [exact, bounded].map { width($0.points[step - 1].intervals[1]) }
      #expect(widths[1] > widths[0], "step \(step)")
    }
    let notes = bounded.notes
    #expect(notes.last?.contains("2018 (>500.0) is a bound") == true)
    #expect(notes.last?.hasSuffix("which widens the interval.") == true)
  }

  @Test(arguments: names)
  func `more than widens the interval of a longer series and lifts it, less than lowers it`(
    name: String
  ) throws {
    func point(_ bounds: [Int: Qualifier]) throws -> Forecast.Point {
      try Series.yearly(long, bounds: bounds).forecast(with: method(name)).points[0]
    }
    let (exact, more) = (try point([:]), try point([8: .moreThan]))
    #expect(more.mean > exact.mean)
    #expect(width(more.intervals[1]) > width(exact.intervals[1]))
    #expect(more.intervals[1].upperBound > exact.intervals[1].upperBound)
    #expect(try point([8: .lessThan]).mean < exact.mean)
  }

  // MARK: Against the integral

  /// ∫ L(u) P(X ≤ x | u) du / ∫ L(u) du over all values u above a bound, by a fine midpoint rule;
  /// `complete` gives −½ (m + 1) ln (Σ e² + s²) and the distribution of a completed series, s the
  /// root mean square of the changes that are known exactly.
  private func integral(
    of x: Double, above bound: Double, scale: Double,
    _ complete: (Double) -> (logLikelihood: Double, distribution: Predictive)
  ) -> Double {
    let steps = 20_000
    var (above, below) = (0.0, 0.0)
    for step in 0..<steps {
      let t = (Double(step) + 0.5) / Double(steps)
      let (logLikelihood, distribution) = complete(bound + scale * t / (1 - t))
      let weight = exponential(logLikelihood) / ((1 - t) * (1 - t))
      above += weight * distribution.cdf(x)
      below += weight
    }
    return above / below
  }

  /// e^x by its series: nothing of the library under test.
  private func exponential(_ x: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    let part = x / 64
    for k in 1...30 {
      term *= part / Double(k)
      sum += term
    }
    return (0..<6).reduce(sum) { value, _ in value * value }
  }

  @Test(
    arguments: [
      [233.2, 271.9, 205.8, 392.5, 542.7, 500], [100, 102, 98, 101, 99, 1],
      [100, 102, 98, 101, 99, 110],
    ])
  func `the last value of naive is integrated out`(values: [Double]) throws {
    let series = try Series.yearly(values, bounds: [5: .moreThan])
    let fit = try Naive().fit(series).distribution(at: 1)
    for x in [values[5] - 20, values[5] + 5, values[4], values[4] + 60, values[5] + 200] {
      let expected = integral(of: x, above: values[5], scale: 80) { u in
        let complete = Array(values.dropLast()) + [u]
        let squares = zip(complete, complete.dropFirst())
          .reduce(0) { $0 + ($1.1 - $1.0) * ($1.1 - $1.0) }
        let level = complete.reduce(0, +) / values.reduce(0, +)
        let known = prior(values, [1, 2, 3, 4]) * level * level
        let likelihood = -3 * logarithm((squares + known) / 1000)
        return (
          likelihood, .studentT(location: u, scale: (squares / 5).squareRoot(), degrees: 5)
        )
      }
      #expect(fit.cdf(x).isClose(to: expected, tolerance: 0.01), "at \(x)")
    }
  }

  @Test(arguments: [
    [233.2, 271.9, 500, 392.5, 542.7, 301], [100, 102, 60, 101, 99, 103],
    [1000, 1001, 10, 999, 1000.5, 1002],
  ])
  func `a value inside the mean is integrated out`(values: [Double]) throws {
    let series = try Series.yearly(values, bounds: [2: .moreThan])
    let fit = try Mean().fit(series).distribution(at: 1)
    for x in [values[0] - 50, values[0], values[4], values[4] + 3, values[4] + 100] {
      let expected = integral(of: x, above: values[2], scale: 80) { u in
        var complete = values
        complete[2] = u
        let mean = complete.reduce(0, +) / 6
        let squares = complete.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let error = (squares / 5 * 7 / 6).squareRoot()
        let level = complete.reduce(0, +) / values.reduce(0, +)
        let known = prior(values, [1, 4, 5]) * level * level
        return (
          -3.5 * logarithm((squares + known) / 1000),
          .studentT(location: mean, scale: error, degrees: 5)
        )
      }
      #expect(fit.cdf(x).isClose(to: expected, tolerance: 0.01), "at \(x)")
    }
  }

  /// The mean square of the changes that end at these places.
  private func prior(_ values: [Double], _ places: [Int]) -> Double {
    places.reduce(0) { $0 + (values[$1] - values[$1 - 1]) * (values[$1] - values[$1 - 1]) }
      / Double(places.count)
  }

  /// ln x from atanh, after halving the argument into reach.
  private func logarithm(_ x: Double) -> Double {
    var (x, twos) = (x, 0.0)
    while x > 1.5 { (x, twos) = (x / 2, twos + 1) }
    while x < 0.75 { (x, twos) = (x * 2, twos - 1) }
    let z = (x - 1) / (x + 1)
    var (power, sum) = (z, 0.0)
    for k in 0..<20 {
      sum += power / Double(2 * k + 1)
      power *= z * z
    }
    return 2 * sum + twos * 0.6931471805599453
  }

  // MARK: Any bounds

  @Test(arguments: names) func `a bound that says nothing changes little`(name: String) throws {
    // Values swing round 100; "more than 1" of the last could be any of them.
    let values: [Double] = [101, 98, 103, 100, 97, 102, 99, 104, 1]
    let known = try interval(name, Array(values.dropLast()) + [100])
    let open = try interval(name, values, bounds: [8: .moreThan])
    #expect(open.lowerBound < 100 && open.upperBound > 100)
    #expect(width(open) < 6 * width(known))
  }

  @Test(arguments: cases) func `bounds anywhere have an answer`(
    name: String, bounds: [Int: Qualifier]
  ) throws {
    let method = try method(name)
    let series = try Series.yearly(long, bounds: bounds)
    if !Self.slow.contains(name) {
      guard isSound(try method.fit(series), steps: [1, 4], name) else { return }
    }
    let forecast = try series.forecast(with: method, horizon: 4)
    expectSound(forecast, name)
    #expect(forecast.points.allSatisfy { $0.intervals[1].lowerBound >= 0 })
    #expect(forecast.points.allSatisfy { width($0.intervals[1]) > 1 })
    #expect(forecast.notes.last?.contains(bounds.count == 1 ? "is a bound" : "are bounds") == true)
  }

  @Test(arguments: names) func `gaps and bounds go together`(name: String) throws {
    let values: [Double?] = [180, nil, 233, 272, nil, 206, 393, 543, 410, 388, 500]
    let bounds: [Int: Qualifier] =
      Self.slow.contains(name) ? [10: .moreThan] : [3: .lessThan, 10: .moreThan]
    let series = try Series.yearly(values, bounds: bounds)
    let forecast = try series.forecast(with: method(name), horizon: 2)
    expectSound(forecast, name)
    #expect(forecast.notes.count == 3)
  }

  @Test(arguments: names) func `bounds of nothing but zeros have an answer`(name: String) throws {
    let method = try method(name)
    guard name != "log-trend" else { return }
    let zeros = [Double](repeating: 0, count: 8)
    let series = try Series.yearly(zeros + [0], bounds: [8: .moreThan])
    guard isSound(try method.fit(series), steps: [1, 4], name) else { return }
    expectSound(try series.forecast(with: method, horizon: 4), name)
  }

  @Test(arguments: names) func `bounds of any size have a finite answer or an error`(
    name: String
  ) async {
    // A failure may stop the process, so that this has one of its own.
    await #expect(processExitsWith: .success) { [name] in
      for factor in [1e-200, 1e140, 1e200, 1e305] {
        let values = [180, 233, 272, 206, 393, 543, 410, 388, 500].map { $0 * factor }
        let method = try #require(Methods.named(name))
        do {
          let series = try Series.yearly(values, bounds: [8: .moreThan])
          expectSound(try series.forecast(with: method, horizon: 4), "\(name) \(factor)")
        } catch let error as SeriesError {
          #expect(factor > 1e150, "\(error)")
        }
      }
    }
  }

  @Test func `log-trend refuses zero before it looks at a bound`() throws {
    let series = try Series.yearly([5, 0, 7, 9], bounds: [3: .moreThan])
    #expect(throws: SeriesError.notPositive(method: "log-trend", value: 0)) {
      try series.forecast(with: .logTrend)
    }
  }

  @Test func `a short series with a bound keeps its quantiles far ahead`() throws {
    let series = try Series.yearly([120, 310, 250], bounds: [2: .moreThan])
    let fit = try LogTrend().fit(series)
    for step in [1, 5, 10, 50] {
      let distribution = fit.distribution(at: step)
      for p in [0.1, 0.5, 0.9] {
        #expect(
          distribution.cdf(distribution.quantile(p)).isClose(to: p, tolerance: 1e-6),
          "step \(step), \(p)")
      }
    }
  }

  @Test(
    arguments: [
      ("naive", [31.0, 64]), ("drift", [29, 30, 64]), ("trend", [29, 30, 64]),
      ("mean", [31, 64]), ("auto", [31, 64]),
    ])
  func `a value that would make the fit perfect is not taken for certain`(
    name: String, values: [Double]
  ) throws {
    // "Less than 64" may be 31, with which the model would fit without error; it may be 5 as well.
    let open = try interval(name, values, bounds: [values.count - 1: .lessThan])
    #expect(width(open) > 10)
  }

  @Test(arguments: 1...10) func `answers for any two values of which one is a bound`(
    seed: Int
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<2).map { _ in Double.random(in: 10...100, using: &generator) }
    for qualifier in [Qualifier.moreThan, .lessThan] {
      let series = try Series.yearly(values, bounds: [1: qualifier])
      for name in ["auto", "naive", "mean"] {
        let forecast = try series.forecast(with: method(name))
        expectSound(forecast, name)
        #expect(width(forecast.points[0].intervals[1]) > 1)
      }
    }
  }
}
