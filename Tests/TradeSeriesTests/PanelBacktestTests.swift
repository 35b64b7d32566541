import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct PanelBacktestTests {
  private func panel(count: Int, length: Int, seed: Int, workers: Int = 1) -> Panel {
    var random = SeededGenerator(seed: seed)
    let series = (0..<count).map { place in
      var value = Double.random(in: 10...1000, using: &random)
      let values = (0..<length).map { _ in
        value *= Double.random(in: 0.8...1.3, using: &random)
        return value
      }
      return Series("s\(place)", start: 2000, values: values)
    }
    return Panel(series, workers: workers)
  }

  // MARK: Exact cases

  @Test func `matches a calculation by hand`() throws {
    // Last value 12, then 15: e = 3, q = 2. Last value 100, then 90: e = −10, q = 20.
    let panel = Panel([
      Series("a", start: 2000, values: [10, 12, 15]),
      Series("b", start: 2000, values: [80, 100, 90]),
    ])
    let backtest = try panel.backtest([.naive])
    let score = try #require(backtest.scores.first)
    #expect(backtest.seriesCount == 2)
    #expect(score.meanAbsoluteScaledError == (1.5 + 0.5) / 2)
    #expect(score.scaledBias == (1.5 - 0.5) / 2)
    #expect(score.symmetricError.isClose(to: (6.0 / 27 + 20.0 / 190) / 2, tolerance: 1e-14))
    // R qt(0.975, 1) times σ: so wide that both are cut at zero.
    let quantile = 12.706204736174694
    let intervals = (12 + quantile * 2) / 2 + (100 + quantile * 20) / 20
    #expect(score.meanScaledIntervalScore.isClose(to: intervals / 2, tolerance: 1e-9))
    #expect(score.coverage95 == 1)
  }

  @Test func `several origins and steps of a series are one mean`() throws {
    // Held back 1: 18 after 15, q = 11/3. Held back 2: 15 after 9, q = 5/2.
    let panel = Panel([
      Series("a", start: 2000, values: [10, 12, 9, 15, 18]),
      Series("b", start: 2000, values: [1, 2, 3]),
    ])
    let backtest = try panel.backtest([.naive], origins: 2)
    let first = (3 / (11.0 / 3) + 6 / 2.5) / 2
    #expect(backtest.scores[0].meanAbsoluteScaledError.isClose(to: (first + 1) / 2))
    // One origin, two steps: 15 and 18 after 9.
    let steps = try panel.backtest([.naive], horizon: 2).scores[0]
    #expect(steps.meanAbsoluteScaledError.isClose(to: (6 / 2.5 + 9 / 2.5) / 2))
  }

  // MARK: Laws

  @Test(arguments: 1...5) func `each series weighs the same, whatever its unit`(seed: Int) throws {
    let one = panel(count: 12, length: 8, seed: seed)
    let other = Panel(
      one.series.enumerated().map { place, series in
        Series(
          series.name, start: 2000,
          values: series.values.compactMap { $0 }.map { value in
            value * (place.isMultiple(of: 2) ? 1 : 1024)
          })
      })
    let (a, b) = (try one.backtest([.naive, .drift]), try other.backtest([.naive, .drift]))
    for (a, b) in zip(a.scores, b.scores) {
      #expect(a.meanAbsoluteScaledError.isClose(to: b.meanAbsoluteScaledError ?? 0))
      #expect(a.symmetricError.isClose(to: b.symmetricError))
      #expect(a.coverage80 == b.coverage80)
      #expect(a.meanScaledIntervalScore.isClose(to: b.meanScaledIntervalScore ?? 0))
    }
  }

  @Test func `the outcomes are hidden from what is learned`() throws {
    let open = panel(count: 30, length: 9, seed: 3)
    // Other last values: what a method learns and forecasts must stay the same.
    let changed = Panel(
      open.series.map { series in
        let values = series.values.compactMap { $0 }
        return Series(series.name, start: 2000, values: values.dropLast() + [values[0] * 50])
      })
    let expected = Panel(try open.series.map { try $0.prefix(8) })
    for method: any Forecaster in [.auto, .pooled] {
      let points = expected.forecasts(with: method).map(\.points[0].mean)
      for panel in [open, changed] {
        let score = try panel.backtest([method]).scores[0]
        let errors = zip(zip(panel.series, expected.series), points).map { pair, point in
          let actual = pair.0.values[8] ?? 0
          return 2 * abs(actual - point) / (abs(actual) + abs(point))
        }
        #expect(score.symmetricError.isClose(to: errors.reduce(0, +) / 30))
      }
    }
  }

  @Test func `answers the same with any number of workers`() throws {
    let methods: [any Forecaster] = [.auto, .pooled, .naive, .ets]
    let one = try panel(count: 25, length: 10, seed: 5).backtest(methods, horizon: 2, origins: 2)
    let four = try panel(count: 25, length: 10, seed: 5, workers: 4)
      .backtest(methods, horizon: 2, origins: 2)
    #expect(one.scores == four.scores)
  }

  // MARK: The difference to the last value

  @Test func `each series is one comparison`() throws {
    // Growth with some unrest: drift errs less in most series, by an amount of its own.
    let series = (0..<10).map { (place: Int) -> Series in
      let values = (0..<8).map { (year: Int) -> Double in
        Double(100 + year * (10 + place) + 3 * ((year * 7 + place * 3) % 5))
      }
      return Series("s\(place)", start: 2000, values: values)
    }
    let backtest = try Panel(series).backtest([.naive, .drift])
    #expect(backtest.best.method == "drift")
    let test = try #require(backtest.differenceToNaive).get()
    #expect(test.count == 10)
    #expect(test.statistic < 0)
    let alone = try #require(try Panel(series).backtest([.drift]).differenceToNaive).get()
    #expect(alone == test)
    #expect(try Panel(series).backtest([.naive]).differenceToNaive == nil)
  }

  // MARK: What is left out

  @Test func `says which series and methods could not be measured`() throws {
    let panel = Panel([
      Series("a", start: 2000, values: [10, 12, 15, 11, 13]),
      Series("b", start: 2000, values: [5, 5, 5, 5]),
      Series("c", start: 2000, values: [7, 8]),
    ])
    let backtest = try panel.backtest([.naive, .damped])
    #expect(backtest.seriesCount == 2)
    #expect(
      backtest.notes == [
        "1 of 3 series is left out: no outcome, or fewer than two values before it",
        "damped took auto in 2 of 2 series",
        "MASE, bias and MSIS are without 1 series that had not changed before the origin",
      ])
  }

  @Test func `a bound is no outcome`() throws {
    let bound = try Series(
      "a", unit: .one, start: Period(year: 2000), values: [10, 12, 15],
      qualifiers: [.exact, .exact, .moreThan])
    #expect(throws: SeriesError.tooShort(method: "a backtest", count: 3, needed: 3)) {
      try Panel([bound, bound]).backtest([.naive])
    }
  }

  @Test func `series that never change have no scaled error and no nan`() throws {
    let still = Panel((0..<3).map { Series("s\($0)", start: 2000, values: [5, 5, 5, 5]) })
    let backtest = try still.backtest(Methods.all)
    #expect(backtest.scores.allSatisfy { $0.meanAbsoluteScaledError == nil })
    #expect(!backtest.table.csv.contains("nan"))
    #expect(backtest.best.symmetricError == 0)
  }

  @Test func `nothing to measure is an error`() {
    let short = Panel([Series("a", start: 2000, values: [1, 2])])
    #expect(throws: SeriesError.tooShort(method: "a backtest", count: 2, needed: 3)) {
      try short.backtest([.naive])
    }
    #expect(throws: SeriesError.self) {
      try panel(count: 2, length: 9, seed: 1).backtest([])
    }
  }

  // MARK: Table

  @Test func `keeps the columns of one series and leaves those with a unit empty`() throws {
    let table = try panel(count: 4, length: 6, seed: 2).backtest([.naive, .drift]).table
    #expect(
      table.names == [
        "method", "origins", "mae", "rmse", "mase", "smape", "coverage_80", "coverage_95", "bias",
        "scaled_bias", "msis", "best", "series",
      ])
    for column in ["mae", "rmse", "bias"] { #expect(try table.numbers(column) == [nil, nil]) }
    #expect(try table.numbers("series") == [4, 4])
    #expect(try table.texts("best").compactMap { $0 } == ["*"])
  }
}
