import Testing
import TradeSeries
import TradeTestSupport

@Suite struct AutoTests {
  private func distributions(
    _ method: any Forecaster, _ history: History, steps: [Int] = [1, 3, 12]
  ) throws -> [Predictive] {
    let fit: any FittedForecaster = try method.fit(history)
    return steps.map { fit.distribution(at: $0) }
  }

  // MARK: Annual

  @Test(arguments: [3, 4, 5, 7, 8, 12, 13, 20, 40])
  func `an annual series by itself takes the prior for trade`(count: Int) throws {
    let history = History((0..<count).map { 100 + Double($0 % 3) })
    #expect(try distributions(.auto, history) == distributions(.pooled, history))
    let reason = Auto().reason(for: history)
    #expect(reason.hasPrefix("Chosen for \(count) values: what followed such values in 7 277 "))
    #expect(reason.contains(Prior.trade.provenance))
    #expect(!reason.contains("of the ways tried"))
  }

  @Test func `bounds and gaps are taken as such`() throws {
    let values: [Double?] = [233.2, 271.9, nil, 392.5, 542.7, 500]
    let exact = try Series.yearly(values).forecast(with: .auto)
    let open = try Series.yearly(values, bounds: [5: .moreThan]).forecast(with: .auto)
    #expect(open.points[0].mean > exact.points[0].mean)
    #expect(open.points[0].intervals[1].upperBound > exact.points[0].intervals[1].upperBound)
    #expect(open.notes.count == 3)
  }

  @Test func `a gap is a longer step, not a value`() throws {
    // A change of 20 over four periods is as one of 10 over a single period.
    let open = History([80, nil, nil, nil, 100, 90, 100])
    let closed = History([90, 100, 90, 100])
    #expect(try distributions(.auto, open) == distributions(.auto, closed))
  }

  // MARK: A season

  private func quarterly(_ values: [Double?]) throws -> Series {
    try Series("quarters", unit: .one, start: Period(year: 2020, quarter: 1), values: values)
  }

  private let quarters: [Double] = [50, 71, 62, 90, 55, 75, 64, 99, 61, 80, 70, 104]

  @Test func `a series with a season takes the mean of four methods`() throws {
    let series = try quarterly(quarters)
    let auto = try series.forecast(with: .auto, horizon: 3)
    let members: [any Forecaster] = [.ets, .arima, .theta, .dynamicTheta]
    let widths = [1.12, 1.12, 1.18]
    let mean = try series.forecast(with: Combination(members, widths: widths), horizon: 3)
    #expect(auto.points.map(\.distribution) == mean.points.map(\.distribution))
    #expect(auto.method == "auto")
    #expect(
      auto.notes == [
        "The mean of ets, arima, theta, dynamic-theta for 12 values, with intervals as wide as "
          + "the quarterly and monthly training parts of the M3 competition call for."
      ])
    for point in auto.points {
      let points = try members.map {
        try series.forecast(with: $0, horizon: 3)[point.period]?.mean ?? .nan
      }
      #expect(point.mean.isClose(to: points.reduce(0, +) / 4, tolerance: 1e-12))
    }
  }

  @Test(arguments: [2, 3]) func `a short series with a season takes the last season`(
    count: Int
  ) throws {
    let series = try quarterly(Array(quarters.prefix(count)))
    let auto = try series.forecast(with: .auto, horizon: 5)
    #expect(
      auto.points.map(\.distribution)
        == (try series.forecast(with: .seasonalNaive, horizon: 5)).points.map(\.distribution))
  }

  @Test(arguments: 4...9) func `every number of quarters has an answer`(count: Int) throws {
    let forecast = try quarterly(Array(quarters.prefix(count))).forecast(with: .auto, horizon: 9)
    expectSound(forecast, "\(count)")
    #expect(forecast.points.allSatisfy { $0.mean > 30 && $0.mean < 200 })
  }

  @Test func `a single quarter has an answer too`() throws {
    let forecast = try quarterly([5]).forecast(with: .auto)
    expectSound(forecast)
    #expect(forecast.points[0].intervals[1].upperBound > 5)
  }

  // MARK: Any input

  static let inputs: [(String, [Double])] = [
    ("one value", [5]), ("two", [5, 9]), ("three", [5, 9, 2]), ("one zero", [0]),
    ("equal", [Double](repeating: 3.3, count: 9)), ("zeros", [Double](repeating: 0, count: 9)),
    ("negative", [-5, -9, -2, -7]), ("both signs", [-5, 9, -2, 7, 0]), ("down to zero", [9, 5, 0]),
    ("one enormous value", [5, 9, 1e308, 7]), ("enormous at last", [5, 9, 7, 1e308]),
    ("enormous and equal", [1.7e308, 1.7e308, 1.7e308]), ("from end to end", [-1.7e308, 1.7e308]),
    ("from end to end, longer", [-1.7e308, 1, 2, 3, 4, 5, 6, 7, 1.7e308]),
    ("tiny", [.leastNonzeroMagnitude, 1e-306, 1e-300]),
    ("ten thousand", (0..<10_000).map { 100 + Double($0 % 17) }),
  ]

  @Test(arguments: inputs) func `answers everything for a thousand periods`(
    name: String, values: [Double]
  ) throws {
    let series: Series
    do {
      series = try Series.yearly(values)
    } catch {
      // A series may have a largest number, beyond any trade.
      #expect(values.contains { abs($0) > 1e150 }, "\(error)")
      return
    }
    let fit = try Auto().fit(series)
    guard isSound(fit, steps: [1, 2, 10, 11, 1000], name) else { return }
    let forecast = try series.forecast(with: .auto, horizon: 1000, levels: [0.5, 0.8, 0.95])
    #expect(forecast.points.count == 1000)
    expectSound(forecast, name)
    if series.isNonNegative {
      #expect(forecast.points.allSatisfy { $0.intervals[2].lowerBound >= 0 })
    }
  }
}
