import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct BacktestTests {
  private static let oracle = Result { try Oracle("forecast") }

  /// The series of Tests/Oracles/forecast.R.
  private static let series: [String: [Double]] = [
    "home": [233.2, 271.9, 205.8, 392.5, 542.7, 500],
    "gdp12": [
      80.5, 83.2, 90.1, 94.4, 103.7, 106.9, 112.8, 110.3, 114.2, 113.1, 117.6, 116.9,
    ],
  ]

  // MARK: Numbers from outside

  @Test(arguments: ["home", "gdp12"], ["naive", "drift"])
  func `measures as R does from the third value on`(name: String, method: String) throws {
    let oracle = try Self.oracle.get()
    func number(_ quantity: String) throws -> Double {
      let key = ["series": name, "method": "rolling_\(method)", "quantity": quantity]
      return try #require(oracle.number(key))
    }
    // Both together, because drift needs three values and all methods have the same origins.
    let values = try #require(Self.series[name])
    let backtest = try Series(name, start: 2000, values: values).backtest([.naive, .drift])
    let score = try #require(backtest.scores.first { $0.method == method })
    #expect(Double(score.origins) == (try number("count")))
    #expect(score.meanAbsoluteError.isClose(to: try number("mae"), tolerance: 1e-12))
    #expect(score.rootMeanSquareError.isClose(to: try number("rmse"), tolerance: 1e-12))
    #expect(score.meanAbsoluteScaledError.isClose(to: try number("mase"), tolerance: 1e-12))
    // R's is a percentage.
    #expect((100 * score.symmetricError).isClose(to: try number("smape"), tolerance: 1e-12))
  }

  // MARK: Exact cases

  @Test func `matches a calculation by hand`() throws {
    // Origins after 2, 3 and 4 values; forecasts 12, 9, 15; errors −3, 6, 3; mean changes before
    // the origin 2, 5/2, 11/3.
    let series = Series("s", start: 2000, values: [10, 12, 9, 15, 18])
    let score = try #require(try series.backtest([.naive]).scores.first)
    #expect(score.method == "naive")
    #expect(score.origins == 3)
    #expect(score.meanAbsoluteError == 4)
    #expect(score.rootMeanSquareError.isClose(to: 18.0.squareRoot(), tolerance: 1e-15))
    let scaled = (3.0 / 2 + 6 / 2.5 + 3 / (11.0 / 3)) / 3
    #expect(score.meanAbsoluteScaledError.isClose(to: scaled, tolerance: 1e-14))
    let symmetric = (2 * 3.0 / 21 + 2 * 6.0 / 24 + 2 * 3.0 / 33) / 3
    #expect(score.symmetricError.isClose(to: symmetric, tolerance: 1e-14))
  }

  @Test func `the right method of a straight line has no error and holds every outcome`() throws {
    let line = Series("line", start: 2000, values: (1...10).map(Double.init))
    let backtest = try line.backtest([.drift, .naive])
    #expect(backtest.scores[0].meanAbsoluteError.isClose(to: 0, tolerance: 1e-12))
    #expect(backtest.scores[1].meanAbsoluteError == 1)
    #expect(backtest.scores[1].meanAbsoluteScaledError == 1)
    #expect(backtest.best.method == "drift")
  }

  @Test func `coverage is the part of outcomes inside the intervals`() throws {
    // Changes 1, −1, 1, −1, then a leap. Naive after k values: scale 1, t with k − 1 degrees; the
    // 90 % quantiles are 3.08 … 1.53, so that every change of 1 lies inside and the leap outside.
    let series = Series("s", start: 2000, values: [10, 11, 10, 11, 10, 100])
    let score = try #require(try series.backtest([.naive]).scores.first)
    #expect(score.origins == 4)
    #expect(score.coverage80 == 0.75)
    #expect(score.coverage95 == 0.75)
  }

  @Test func `a narrower interval can miss what a wider one holds`() throws {
    // After 10, 11: t with 1 degree, 80 % ± 3.08, 95 % ± 12.7; the next change is 5.
    let score = try #require(
      try Series("s", start: 2000, values: [10, 11, 16, 16]).backtest([.naive]).scores.first)
    #expect(score.origins == 2)
    #expect(score.coverage80 == 0.5)
    #expect(score.coverage95 == 1)
  }

  @Test func `errors of all steps count at a longer horizon`() throws {
    // Origins after 2, 3 and 4 values: errors (2, 4), (2, 4), (2).
    let line = Series("line", start: 2000, values: [2, 4, 6, 8, 10].map { $0 as Double })
    let backtest = try line.backtest([.naive], horizon: 2)
    #expect(backtest.horizon == 2)
    #expect(backtest.scores[0].origins == 3)
    #expect(backtest.scores[0].meanAbsoluteError.isClose(to: 14.0 / 5, tolerance: 1e-15))
  }

  @Test func `a method sees nothing of what comes after the origin`() throws {
    let short = Series("s", start: 2000, values: [10, 12, 9, 15, 18])
    let long = Series("s", start: 2000, values: [10, 12, 9, 15, 18, 1e6])
    let (a, b) = (try short.backtest([.drift]).scores[0], try long.backtest([.drift]).scores[0])
    #expect(b.origins == a.origins + 1)
    // After 10, 12, 9, 15, 18 drift expects 20.
    let total = a.meanAbsoluteError * Double(a.origins) + (1e6 - 20)
    #expect((b.meanAbsoluteError * Double(b.origins)).isClose(to: total, tolerance: 1e-12))
  }

  // MARK: Laws

  @Test(arguments: 1...10) func `errors follow a change of unit and fractions do not`(
    seed: Int
  ) throws {
    var random = SeededGenerator(seed: seed)
    let values = (0..<12).map { _ in Double.random(in: 1...100, using: &random) }
    let one = try Series("s", start: 2000, values: values).backtest([.naive, .drift])
    let other = try Series("s", start: 2000, values: values.map { $0 * 1000 })
      .backtest([.naive, .drift])
    for (a, b) in zip(one.scores, other.scores) {
      #expect((1000 * a.meanAbsoluteError).isClose(to: b.meanAbsoluteError, tolerance: 1e-12))
      #expect((1000 * a.rootMeanSquareError).isClose(to: b.rootMeanSquareError, tolerance: 1e-12))
      #expect(
        a.meanAbsoluteScaledError.isClose(
          to: try #require(b.meanAbsoluteScaledError), tolerance: 1e-12))
      #expect(a.symmetricError.isClose(to: b.symmetricError, tolerance: 1e-12))
      #expect(a.coverage80 == b.coverage80)
      #expect(a.rootMeanSquareError >= a.meanAbsoluteError)
    }
  }

  @Test func `all methods are measured at the same origins`() throws {
    let values = (1...12).map { Double($0 * $0 % 7 + 1) }
    let backtest = try Series("s", start: 2000, values: values).backtest(Methods.all)
    #expect(Set(backtest.scores.map(\.origins)).count == 1)
    #expect(backtest.scores.map(\.method) == Methods.all.map(\.name))
  }

  // MARK: Bounds and gaps

  private func series(_ values: [Double?], _ qualifiers: [Qualifier] = []) throws -> Series {
    try Series(
      "s", unit: .one, start: Period(year: 2000), values: values, qualifiers: qualifiers)
  }

  @Test func `a gap is no outcome and no origin`() throws {
    // Origins 2001, 2003 (outcome 2004: 3) and 2004 (outcome 2005: 1); 2002 is neither.
    let backtest = try series([10, 12, nil, 9, 12, 13]).backtest([.naive])
    #expect(backtest.scores[0].origins == 2)
    #expect(backtest.scores[0].meanAbsoluteError == 2)
    #expect(backtest.notes.isEmpty)
  }

  @Test func `a bound is no outcome, which the notes say`() throws {
    // Outcomes 2002 (9 after 12), not 2003; and 2005 (13 after 12).
    let backtest = try series(
      [10, 12, 9, 500, 12, 13], [.exact, .exact, .exact, .moreThan, .exact, .exact]
    ).backtest([.naive])
    #expect(backtest.notes == ["2003: a bound is no outcome to measure at"])
    #expect(backtest.scores[0].origins == 3)
    // 2003 is an origin too, at which the bound enters as one.
    let errors = backtest.scores[0].meanAbsoluteError * 3
    #expect(errors > 4)
  }

  @Test func `an approximate value is an outcome`() throws {
    let exact = try series([10, 12, 9, 15]).backtest([.naive])
    let about = try series([10, 12, 9, 15], [.exact, .exact, .about, .mirror]).backtest([.naive])
    #expect(about.scores[0].meanAbsoluteError == exact.scores[0].meanAbsoluteError)
    #expect(about.notes.isEmpty)
  }

  @Test func `outcomes that are all bounds are too few`() throws {
    let series = try series(
      [10, 12, 9, 8, 7], [.exact, .exact, .moreThan, .moreThan, .moreThan])
    #expect(throws: SeriesError.tooShort(method: "a backtest", count: 5, needed: 4)) {
      try series.backtest([.naive])
    }
  }

  @Test func `values that never change have no scaled error`() throws {
    let backtest = try series([5, 5, 5, 5]).backtest([.naive])
    #expect(backtest.scores[0].meanAbsoluteScaledError == nil)
    #expect(backtest.scores[0].symmetricError == 0)
    #expect(backtest.scores[0].coverage95 == 1)
    let zero = try series([0, 0, 0, 0]).backtest([.naive])
    #expect(zero.scores[0].symmetricError == 0)
  }

  // MARK: Too short

  @Test(arguments: 1...3) func `naive needs four values`(count: Int) {
    let series = Series("s", start: 2000, values: (1...count).map(Double.init))
    #expect(throws: SeriesError.tooShort(method: "a backtest", count: count, needed: 4)) {
      try series.backtest([.naive])
    }
  }

  @Test func `a method that answers from one value needs four as well`() {
    // Two outcomes at the least, and two values before the first.
    let series = Series("s", start: 2000, values: [1, 2, 3])
    #expect(throws: SeriesError.tooShort(method: "a backtest", count: 3, needed: 4)) {
      try series.backtest([.auto])
    }
  }

  @Test func `no method is too short as well`() {
    let series = Series("s", start: 2000, values: [1, 2, 3, 4, 5])
    #expect(throws: SeriesError.self) { try series.backtest([]) }
  }

  @Test func `a method that needs nearly everything is left out, which the notes say`() throws {
    let series = Series("s", start: 2000, values: [10, 12, 9, 15])
    let backtest = try series.backtest([.drift, .naive])
    #expect(backtest.scores.map(\.method) == ["naive"])
    #expect(
      backtest.notes == ["drift is left out: it needs 3 values before the first origin"])
    // The origins are then those of the methods that stay.
    #expect(backtest.scores[0].origins == 2)
  }

  @Test func `a method that cannot answer at an origin is left out, which the notes say`() throws {
    let series = Series("s", start: 2000, values: [10, 12, 0, 15, 11, 12, 13])
    let backtest = try series.backtest([.naive, .logTrend])
    #expect(backtest.scores.map(\.method) == ["naive"])
    #expect(
      backtest.notes == [
        "log-trend is left out: log-trend needs values above zero and the series has 0"
      ])
  }

  @Test func `the first of equals is the best`() throws {
    let backtest = try series([5, 5, 5, 5, 5]).backtest([.drift, .naive])
    #expect(backtest.best.method == "drift")
  }

  // MARK: Bias and the interval score

  @Test func `bias is the mean error, above zero where forecasts were too low`() throws {
    // Errors −3, 6, 3, as above.
    let series = Series("s", start: 2000, values: [10, 12, 9, 15, 18])
    let score = try #require(try series.backtest([.naive]).scores.first)
    #expect(score.bias == 2)
    let scaled = (-3.0 / 2 + 6 / 2.5 + 3 / (11.0 / 3)) / 3
    #expect(score.scaledBias.isClose(to: scaled, tolerance: 1e-14))
  }

  @Test func `the interval score counts width and misses in units of the usual change`() throws {
    // R qt(0.975, 1:2): 12.706204736174694, 4.3026527297494637. After 100, 101 naive expects 101 and
    // after 100, 101, 100 it expects 100, both with σ = 1 and a usual change of 1; 110 is a miss.
    let series = Series("s", start: 2000, values: [100, 101, 100, 110])
    let score = try #require(try series.backtest([.naive]).scores.first)
    let (first, second) = (12.706204736174694, 4.3026527297494637)
    let expected = (2 * first + 2 * second + 40 * (10 - second)) / 2
    #expect(score.meanScaledIntervalScore.isClose(to: expected, tolerance: 1e-9))
  }

  @Test func `a season is the unit of scaled errors where there is one`() throws {
    // Quarters that rise by 8 from year to year: the last season again is wrong by 8 = q.
    let values = (0..<16).map { (place: Int) -> Double in
      Double(10 * (place % 4)) + Double(8 * (place / 4))
    }
    let series = try Series(
      "s", unit: .one, start: Period(year: 2000, quarter: 1), values: values)
    let score = try #require(try series.backtest([.seasonalNaive], origins: 8).scores.first)
    #expect(score.meanAbsoluteError == 8)
    #expect(score.meanAbsoluteScaledError == 1)
    #expect(score.scaledBias == 1)
  }

  // MARK: Steps and origins

  @Test func `the steps of a horizon can be seen one by one`() throws {
    let line = Series("line", start: 2000, values: [2, 4, 6, 8, 10].map { $0 as Double })
    let backtest = try line.backtest([.naive], horizon: 2)
    #expect(backtest.scores(at: 1).map(\.meanAbsoluteError) == [2])
    #expect(backtest.scores(at: 2).map(\.meanAbsoluteError) == [4])
    #expect(backtest.scores(at: 2).map(\.origins) == [2])
    #expect(backtest.scores(at: 3).isEmpty)
  }

  @Test(arguments: 1...5) func `the first step alone is a backtest of one step`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let values = (0..<14).map { _ in Double.random(in: 1...100, using: &random) }
    let series = Series("s", start: 2000, values: values)
    let methods: [any Forecaster] = [.naive, .drift, .mean]
    let long = try series.backtest(methods, horizon: 3)
    #expect(try long.scores(at: 1) == series.backtest(methods).scores)
  }

  @Test func `origins can be limited to the latest`() throws {
    let series = Series("s", start: 2000, values: [10, 12, 9, 15, 18])
    let backtest = try series.backtest([.naive], origins: 2)
    #expect(backtest.scores[0].origins == 2)
    #expect(backtest.scores[0].meanAbsoluteError == 4.5)
    #expect(backtest.notes.isEmpty)
  }

  @Test func `of a long series the latest origins are measured, which the notes say`() throws {
    let values = (0..<300).map { Double($0 * $0 % 13) }
    let backtest = try Series("s", start: 1700, values: values).backtest([.naive, .mean])
    #expect(backtest.scores.map(\.origins) == [200, 200])
    #expect(backtest.notes == ["of 298 origins the latest 200 are measured"])
  }

  @Test(arguments: 1...3) func `answers the same with any number of workers`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let values = (0..<15).map { _ in Double.random(in: 1...100, using: &random) }
    let series = Series("s", start: 2000, values: values)
    let one = try series.backtest(Methods.all, horizon: 2)
    let four = try series.backtest(Methods.all, horizon: 2, workers: 4)
    #expect(one.scores == four.scores)
    #expect(one.notes == four.notes)
  }

  // MARK: The difference to the last value

  @Test func `compares the best method with the last value, whether it was named or not`() throws {
    // Naive is wrong by the change, drift by how far it is from the mean change so far.
    let values = [1, 3, 4, 6, 9, 10, 13, 15, 16, 18, 21, 22].map { $0 as Double }
    let series = Series("s", start: 2000, values: values)
    let both = try #require(try series.backtest([.drift, .naive]).differenceToNaive).get()
    let alone = try #require(try series.backtest([.drift]).differenceToNaive).get()
    #expect(both == alone)
    #expect(both.statistic < 0)
    #expect(both.p < 0.01)
    #expect(both.count == 9)
    let (drift, naive) = (3...11).reduce(into: ([Double](), [Double]())) { losses, n in
      let slope = (values[n - 1] - values[0]) / Double(n - 1)
      losses.0.append(abs(values[n] - values[n - 1] - slope))
      losses.1.append(abs(values[n] - values[n - 1]))
    }
    let expected = try DieboldMariano(drift, naive)
    #expect(both.statistic.isClose(to: expected.statistic, tolerance: 1e-9))
  }

  @Test func `there is no difference where the last value is the best`() throws {
    let series = Series("s", start: 2000, values: [10, 20, 20, 20, 20, 20, 20])
    let backtest = try series.backtest([.naive, .mean])
    #expect(backtest.best.method == "naive")
    #expect(backtest.differenceToNaive == nil)
  }

  @Test func `says why a difference cannot be told`() throws {
    let line = Series("line", start: 2000, values: (1...10).map(Double.init))
    #expect(try line.backtest([.drift]).differenceToNaive == .failure(.constant))
    let short = try line.prefix(6).backtest([.drift])
    #expect(short.differenceToNaive == .failure(.tooFew(count: 3, needed: 4)))
  }

  // MARK: Table

  @Test func `shows itself with the columns of the contract first and the best marked`() throws {
    let series = Series("s", start: 2000, values: [10, 11, 10, 10])
    let table = try series.backtest([.naive]).table
    #expect(
      table.names == [
        "method", "origins", "mae", "rmse", "mase", "smape", "coverage_80", "coverage_95",
        "bias", "msis", "best",
      ])
    // Errors −1 and 0; mean changes 1 and 1. The interval after 10, 11 is cut at zero.
    #expect(
      table.csv.split(separator: "\n").last?.hasPrefix(
        "naive,2,0.5,\(0.5.squareRoot()),0.5,\(1.0 / 21),1,1,-0.5,") == true)
    let score = (11 + 12.706204736174694 + 2 * 4.3026527297494637) / 2
    #expect(try table.numbers("msis")[0].isClose(to: score, tolerance: 1e-9))
    #expect(try table.texts("best") == ["*"])
  }

  @Test func `has a row for each method and step with the best of each step marked`() throws {
    let line = Series("line", start: 2000, values: (1...8).map(Double.init))
    let table = try line.backtest([.naive, .drift], horizon: 2).tableByStep
    #expect(Array(table.names.prefix(3)) == ["method", "step", "origins"])
    #expect(try table.texts("method") == ["naive", "drift", "naive", "drift"])
    #expect(try table.numbers("step") == [1, 1, 2, 2])
    #expect(try table.numbers("origins") == [5, 5, 4, 4])
    #expect(try table.texts("best") == [nil, "*", nil, "*"])
    #expect(try table.numbers("mae")[2] == 2)
  }
}
