import Testing
import TradeSeries
import TradeTestSupport

@Suite struct PanelTests {
  private func numbers(_ forecasts: [Forecast]) -> [[Double]] {
    forecasts.map { forecast in
      forecast.points.flatMap { point in
        [point.mean] + point.intervals.flatMap { [$0.lowerBound, $0.upperBound] }
      }
    }
  }

  /// A few of everything: long and short, with a gap, with a bound, constant, quarterly.
  private func mixed() throws -> [Series] {
    let walks = SimulatedPanel.walks(24, count: 9, seed: 11).enumerated().map {
      Series("walk \($0)", start: 2000, values: $1)
    }
    return walks + [
      Series("short", start: 2010, values: [5, 7]), Series("one", start: 2010, values: [5]),
      Series("constant", start: 2010, values: [4, 4, 4, 4]),
      try .yearly([3, nil, 5, 4, nil, 8]), try .yearly([3, 6, 5, 4], bounds: [3: .moreThan]),
      try Series(
        "quarters", unit: .one, start: Period(year: 2020, quarter: 1),
        values: [5, 9, 6, 8, 6, 10, 7, 9, 7]),
    ]
  }

  // MARK: The batch

  @Test(arguments: ["auto", "pooled", "drift"]) func `answers every series in its place`(
    name: String
  ) throws {
    let series = try mixed()
    let method = try #require(Methods.named(name))
    let forecasts = Panel(series, workers: 3).forecasts(with: method, horizon: 2)
    #expect(forecasts.map(\.series.name) == series.map(\.name))
    for (forecast, series) in zip(forecasts, series) {
      #expect(forecast.points.map(\.period) == [1, 2].map { series.end.advanced(by: $0) })
      #expect(forecast.method == name || forecast.method.hasPrefix("auto (\(name): "))
      #expect(!forecast.notes.isEmpty)
      expectSound(forecast, series.name)
    }
  }

  @Test(arguments: ["auto", "pooled"]) func `does not depend on the number of workers`(
    name: String
  ) throws {
    let series = try mixed()
    let method = try #require(Methods.named(name))
    let results = [1, 2, 7].map {
      numbers(Panel(series, workers: $0).forecasts(with: method, horizon: 2, levels: [0.9]))
    }
    #expect(results[1] == results[0])
    #expect(results[2] == results[0])
  }

  @Test func `a series that the method cannot answer takes auto and stops nothing`() throws {
    let series = [
      Series("fine", start: 2010, values: [5, 7, 6, 9]), Series("short", start: 2010, values: [5]),
      Series("zero", start: 2010, values: [5, 0, 6, 9]),
    ]
    let forecasts = Panel(series).forecasts(with: .logTrend, horizon: 1)
    #expect(
      forecasts.map(\.method) == [
        "log-trend", "auto (log-trend: needs 3 values)",
        "auto (log-trend: needs values above zero)",
      ])
    let auto = try series[1].forecast(with: .auto)
    #expect(forecasts[1].points.map(\.distribution) == auto.points.map(\.distribution))
  }

  @Test func `has no forecasts of no series`() {
    #expect(Panel([]).forecasts(with: .auto).isEmpty)
    #expect(Panel([], workers: 9).forecasts(with: .pooled, horizon: 4).isEmpty)
  }

  @Test func `a method that learns from one series at a time is the same in a panel`() throws {
    let series = try mixed()
    let forecasts = Panel(series, workers: 2).forecasts(with: .naive, horizon: 3, levels: [0.5])
    for (own, series) in zip(forecasts, series) {
      let alone = series.forecastOrFallback(with: .naive, horizon: 3, levels: [0.5])
      #expect(numbers([own]) == numbers([alone]))
      #expect(own.method == alone.method && own.notes == alone.notes)
    }
  }

  // MARK: What a panel teaches

  @Test func `few series take what a series by itself takes`() throws {
    let series = SimulatedPanel.trending(8, count: 9, seed: 1).map {
      Series("s", start: 2000, values: $0)
    }
    for name in ["auto", "pooled"] {
      let method = try #require(Methods.named(name))
      let forecasts = Panel(series).forecasts(with: method, horizon: 2)
      for (own, series) in zip(forecasts, series) {
        let alone = try series.forecast(with: method, horizon: 2)
        #expect(numbers([own]) == numbers([alone]))
        #expect(own.notes == alone.notes)
      }
    }
  }

  @Test(arguments: ["auto", "pooled"]) func `learns that sixty series keep growing`(
    name: String
  ) throws {
    let values = SimulatedPanel.trending(60, count: 12, seed: 2)
    let method = try #require(Methods.named(name))
    let past = SimulatedPanel.panel(values.map { Array($0.dropLast(2)) })
    let forecasts = past.forecasts(with: method, horizon: 2)
    var (own, naive, inside) = (0.0, 0.0, 0)
    for (forecast, actual) in zip(forecasts, values) {
      for step in 0..<2 {
        let (point, value) = (forecast.points[step], actual[10 + step])
        own += abs(value - point.mean) / actual[9]
        naive += abs(value - actual[9]) / actual[9]
        inside += point.intervals[1].contains(value) ? 1 : 0
      }
    }
    #expect(own < 0.45 * naive, "\(own / naive)")
    #expect(inside >= 106, "\(inside) of 120")
  }

  @Test func `a series that breaks off does not decide for the others`() throws {
    let values = SimulatedPanel.trending(30, count: 8, seed: 3)
    var broken = values
    broken[7][7] = 1e12
    let plain = SimulatedPanel.panel(values).forecasts(with: .pooled, horizon: 1)
    let moved = SimulatedPanel.panel(broken).forecasts(with: .pooled, horizon: 1)
    for place in values.indices where place != 7 {
      let (a, b) = (plain[place].points[0].mean, moved[place].points[0].mean)
      #expect(abs(a - b) < 0.05 * a, "\(place)")
    }
  }
}
