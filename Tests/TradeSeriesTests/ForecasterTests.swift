import Testing
import TradeSeries
import TradeTestSupport

@Suite struct ForecasterTests {
  @Test func `a history tells its values from its gaps`() {
    let history = History([3, nil, 5, nil, nil, 9], season: 4)
    #expect(history.count == 3)
    #expect(history.first == 3)
    #expect(history.last == 9)
    #expect(history.present.map(\.index) == [0, 2, 5])
    #expect(history.present.map(\.value) == [3, 5, 9])
    #expect(history.season == 4)
  }

  @Test func `the history of a series has its values, gaps and season`() throws {
    let series = try Series(
      "months", unit: .one, start: Period(year: 2024, month: 1), values: [nil, 1, nil, 4, nil],
      qualifiers: [.exact, .exact, .exact, .moreThan, .exact])
    #expect(series.history.values == [1, nil, 4])
    #expect(series.history.season == 12)
  }

  @Test func `a fit says too short before it looks at bounds`() throws {
    let series = try Series.yearly([1, nil, 5], bounds: [2: .moreThan])
    #expect(throws: SeriesError.tooShort(method: "drift", count: 2, needed: 3)) {
      try Drift().fit(series)
    }
    #expect(
      SeriesError.tooShort(method: "drift", count: 2, needed: 3).description
        == "drift needs 3 values and the series has 2")
  }

  @Test func `a series without bounds is fitted as it is`() throws {
    let series = try Series.yearly([1, nil, 5, 4], bounds: [2: .preliminary])
    let fit = try Drift().fit(series)
    #expect(fit is Drift.Fitted)
    #expect(
      fit.distribution(at: 2) == (try Drift().fit(series.history)).distribution(at: 2))
  }

  @Test func `the likelihood is that of Gaussian errors`() throws {
    // −½ m ln (Σ e² / m): naive 1, 3, 2, 5 has m = 3, Σ e² = 14; mean has m = 4, Σ e² = 8.75.
    let history = History([1, 3, 2, 5])
    #expect(
      try Naive().fit(history).logLikelihood.isClose(to: -2.310667561420724, tolerance: 1e-14))
    #expect(try Mean().fit(history).logLikelihood.isClose(to: -1.565518678499265, tolerance: 1e-14))
  }

  @Test(arguments: Methods.all.map { $0.name }) func `twice the size is half the density`(
    name: String
  ) throws {
    // The density of m values in other units changes by a factor for each: 2^m.
    let method = try #require(Methods.named(name))
    let values: [Double] = [30, 33, 29, 41, 38, 47, 52, 49]
    let plain = try method.fit(Series("a", start: 2013, values: values))
    let doubled = try method.fit(Series("b", start: 2013, values: values.map { 2 * $0 }))
    let count: Double =
      switch name {
      // Of a combination it is that of the member that explains the values best.
      case "auto", "pooled", "combination", "naive", "drift", "snaive", "dynamic-theta",
        "local-level":
        7
      // The first values are the diffuse start.
      case "local-trend", "structural": 6
      case "optimised-theta": 5
      default: 8
      }
    let expected = -count * 0.6931471805599453
    let change = doubled.logLikelihood - plain.logLikelihood
    #expect(change.isClose(to: expected, tolerance: 1e-7))
  }
}
