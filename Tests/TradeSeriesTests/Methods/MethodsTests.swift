import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

/// What holds for every method.
@Suite struct MethodsTests {
  static let names = Methods.all.map { $0.name }

  private func method(_ name: String) throws -> any Forecaster {
    try #require(Methods.named(name))
  }

  /// Yearly values above zero that rise and fall.
  private func walk(seed: Int, count: Int = 10) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    var value = 300.0
    return (0..<count).map { _ in
      value *= Double.random(in: 0.8...1.3, using: &generator)
      return value
    }
  }

  private static let probabilities = [0.025, 0.1, 0.5, 0.9, 0.975]

  private func quantiles(_ name: String, _ series: Series) throws -> [Double] {
    let fit = try method(name).fit(series)
    return [1, 3].flatMap { step in
      Self.probabilities.map { fit.distribution(at: step).quantile($0) }
    }
  }

  @Test func `are known by their names, each once`() {
    #expect(
      Self.names == [
        "auto", "pooled", "combination", "naive", "snaive", "mean", "drift", "trend", "log-trend",
        "ses", "holt", "damped", "ets", "arima", "theta", "optimised-theta", "dynamic-theta",
        "local-level", "local-trend", "structural",
      ])
    for method in Methods.all { #expect(Methods.named(method.name)?.name == method.name) }
    #expect(Methods.named("Drift") == nil)
    #expect(Methods.named("") == nil)
  }

  @Test(
    arguments: [
      ("auto", 1), ("naive", 2), ("mean", 2), ("drift", 3), ("trend", 3), ("log-trend", 3),
      ("ses", 4), ("holt", 6), ("damped", 7), ("ets", 4), ("arima", 4), ("theta", 4),
      ("optimised-theta", 7), ("dynamic-theta", 5), ("snaive", 2), ("pooled", 3),
      ("local-level", 4), ("local-trend", 6), ("structural", 6), ("combination:median", 4),
      ("combination:weighted", 4), ("ets:log", 4),
    ])
  func `refuse fewer values than they need`(name: String, needed: Int) throws {
    let method = try method(name)
    #expect(method.leastCount == needed)
    let values: [Double?] = walk(seed: 1, count: needed)
    // One missing value less is not enough, and a gap is no value.
    let enough = try Series.yearly([values[0], nil] + values.dropFirst())
    #expect(try enough.forecast(with: method).points.count == 1)
    guard needed > 1 else { return }
    let short = try Series.yearly([values[0], nil] + values.dropFirst(2) + [nil])
    #expect(short.count == needed - 1)
    #expect(throws: SeriesError.tooShort(method: name, count: needed - 1, needed: needed)) {
      try short.forecast(with: method)
    }
  }

  @Test(arguments: names) func `leave something to estimate a variance from at the least count`(
    name: String
  ) throws {
    let method = try method(name)
    let values = walk(seed: 3, count: method.leastCount)
    let forecast = try Series("short", start: 2013, values: values).forecast(with: method)
    expectSound(forecast, name)
    #expect(forecast.points[0].intervals[1].upperBound > forecast.points[0].mean)
  }

  @Test(arguments: names) func `give a reason in one sentence`(name: String) throws {
    let method = try method(name)
    let reason = method.reason(for: History(walk(seed: 1)))
    #expect(reason.hasSuffix("."))
    #expect(!reason.dropLast().contains(". "))
    #expect(reason.contains("10 values") || reason.contains("9 changes"))
  }

  @Test(arguments: names) func `expect a constant series to go on`(name: String) throws {
    let series = Series("constant", start: 2013, values: [Double](repeating: 12.5, count: 9))
    let fit = try method(name).fit(series)
    let expected = fit.distribution(at: 4)
    guard name != "auto", name != "pooled" else {
      // Trade that has not moved yet may still move.
      #expect(expected.quantile(0.975) > 13)
      return
    }
    #expect(expected.point.isClose(to: 12.5, tolerance: 1e-13))
    #expect(expected.quantile(0.975).isClose(to: 12.5, tolerance: 1e-12))
  }

  // MARK: Change of unit and of zero

  @Test(arguments: names, 1...5) func `follow a change of unit`(name: String, seed: Int) throws {
    let values = walk(seed: seed)
    let plain = try quantiles(name, Series.yearly(values))
    let scaled = try quantiles(name, Series.yearly(values.map { $0 * 1000 }))
    // A search ends at a sum of squares that is right to 1e-10, its parameters to about 1e-5.
    let isSearched =
      ["ses", "holt", "damped", "ets", "arima", "combination"].contains(name)
      || name.hasPrefix("local") || name == "structural"
      || name.hasSuffix("theta")
    let tolerance = isSearched ? 1e-4 : 1e-11
    for (a, b) in zip(plain, scaled) {
      #expect((b / 1000).isClose(to: a, tolerance: tolerance))
    }
  }

  @Test(arguments: names, [1e-100, 0x1p-20, 0x1p10, 1e100])
  func `follow a change of unit of any size`(name: String, factor: Double) throws {
    let values = walk(seed: 7)
    let plain = try quantiles(name, Series.yearly(values))
    let scaled = try quantiles(name, Series.yearly(values.map { $0 * factor }))
    for (a, b) in zip(plain, scaled) {
      #expect((b / factor).isClose(to: a, tolerance: 1e-4))
    }
  }

  @Test(arguments: names) func `follow a change of unit where a value is a bound`(
    name: String
  ) throws {
    let values = walk(seed: 2)
    // A second bound multiplies the fits by four, and these search for long.
    let isSlow = ["combination", "ets", "arima"].contains(name)
    let bounds: [Int: Qualifier] = isSlow ? [9: .moreThan] : [9: .moreThan, 4: .lessThan]
    let plain = try quantiles(name, Series.yearly(values, bounds: bounds))
    let scaled = try quantiles(name, Series.yearly(values.map { $0 * 1024 }, bounds: bounds))
    for (a, b) in zip(plain, scaled) {
      #expect((b / 1024).isClose(to: a, tolerance: 1e-4))
    }
  }

  @Test(
    arguments: [
      "naive", "mean", "drift", "trend", "ses", "holt", "damped", "local-level", "local-trend",
    ], 1...3)
  func `follow a change of zero`(name: String, seed: Int) throws {
    let values = walk(seed: seed)
    let plain = try quantiles(name, Series.yearly(values))
    let shifted = try quantiles(name, Series.yearly(values.map { $0 + 5000 }))
    for (a, b) in zip(plain, shifted) { #expect((b - 5000).isClose(to: a, tolerance: 1e-4)) }
  }

  @Test(
    arguments: [
      "naive", "mean", "drift", "trend", "ses", "holt", "damped", "local-level", "local-trend",
    ], 1...3)
  func `mirror a series with its sign`(name: String, seed: Int) throws {
    let values = walk(seed: seed)
    let plain = try quantiles(name, Series.yearly(values))
    let mirrored = try quantiles(name, Series.yearly(values.map { -$0 }))
    let turned = Array(mirrored.prefix(5).reversed()) + Array(mirrored.suffix(5).reversed())
    for (a, b) in zip(plain, turned) { #expect((-b).isClose(to: a, tolerance: 1e-4)) }
  }

  // MARK: Any input

  @Test(arguments: names, 1...10) func `expect nothing below zero of amounts`(
    name: String, seed: Int
  ) throws {
    var generator = SeededGenerator(seed: seed)
    // Falling amounts, with zeros where the method takes them.
    let values = (0..<9).map { index in
      let value = Double.random(in: 0...100, using: &generator) / Double(1 + index)
      return name == "log-trend" || index % 4 != 3 ? value : 0
    }
    let series = Series("falling", start: 2013, values: values)
    let forecast = try series.forecast(with: method(name), horizon: 12)
    expectSound(forecast, name)
    for point in forecast.points {
      #expect(point.mean >= 0)
      #expect(point.intervals.allSatisfy { $0.lowerBound >= 0 })
    }
  }

  @Test(arguments: [
    "naive", "mean", "drift", "trend", "ses", "holt", "damped", "local-level", "local-trend",
  ])
  func `may expect values below zero of balances`(name: String) throws {
    let series = Series("balance", start: 2013, values: [5, -9, 3, -12, 4, -20, -3, -15, -8])
    let forecast = try series.forecast(with: method(name), horizon: 2)
    #expect(forecast.points[0].intervals[1].lowerBound < -10)
  }

  @Test(arguments: names) func `stay finite and ordered for a thousand periods`(
    name: String
  ) throws {
    let method = try method(name)
    let series = Series("walk", start: 2013, values: walk(seed: 5, count: 12))
    let forecast = try series.forecast(with: method, horizon: 1000)
    #expect(forecast.points.count == 1000)
    expectSound(forecast, name)
  }

  @Test(arguments: names) func `answer for ten thousand values`(name: String) throws {
    let values = (0..<10_000).map { 100 + Double($0 % 17) + Double($0 % 5) }
    let forecast = try Series("long", start: 2013, values: values).forecast(with: method(name))
    expectSound(forecast, name)
    #expect((90...130).contains(forecast.points[0].mean))
  }

  @Test(arguments: names) func `give a finite answer or an error for numbers of any size`(
    name: String
  ) async {
    // A failure may stop the process, so that this has one of its own.
    await #expect(processExitsWith: .success) { [name] in
      let method = try #require(Methods.named(name))
      let shapes: [[Double]] = [
        [1, 2, 1, 3, 2, 4, 3, 1], [1, 1, 1, 1, 1, 1, 1, 1], [1, 2, 3, 4, 5, 6, 7, 8],
      ]
      let inputs =
        [1e-306, 1e-150, 1e140, 1e200, 1.7e307].flatMap { factor in
          shapes.map { $0.map { $0 * factor } }
        } + [[1, 2, 3, 4, 5, 6, 7, 1e308], [1e308, 1, 2, 3, 4, 5, 6, 7]]
      for values in inputs {
        do {
          let series = try Series.yearly(values)
          expectSound(try series.forecast(with: method, horizon: 5), "\(name) \(values)")
        } catch let error as SeriesError {
          #expect(values.contains { $0 > 1e150 }, "\(error)")
        }
      }
    }
  }

  @Test(arguments: names) func `answer the same every time`(name: String) throws {
    let series = try Series.yearly(walk(seed: 4), bounds: [8: .moreThan])
    #expect(try quantiles(name, series) == quantiles(name, series))
  }
}
