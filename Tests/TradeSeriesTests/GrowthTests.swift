import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct GrowthTests {
  /// Turnover of Kazakhstan with Viet Nam as The Astana Times gave it in 2019, USD million.
  private func home() throws -> Series {
    try Series(
      "turnover", unit: .millionUSD, start: Period(year: 2013),
      values: [233.2, 271.9, 205.8, 392.5, 542.7, 500],
      qualifiers: [.exact, .exact, .exact, .exact, .exact, .moreThan])
  }

  private func series(_ values: [Double?], _ qualifiers: [Qualifier] = []) throws -> Series {
    try Series(
      "series", unit: .one, start: Period(year: 2000), values: values, qualifiers: qualifiers)
  }

  // MARK: Rates

  @Test func `the home case is exact, and its bound stays a bound`() throws {
    let growth = try home().growth()
    // By hand, six decimals.
    let expected: [(Int, Double, Qualifier)] = [
      (2014, 0.165_952, .exact), (2015, -0.243_104, .exact), (2016, 0.907_191, .exact),
      (2017, 0.382_675, .exact), (2018, -0.078_681, .moreThan),
    ]
    #expect(growth.steps[0].rate == nil)
    for (step, (year, rate, qualifier)) in zip(growth.steps.dropFirst(), expected) {
      #expect(step.period == Period(year: year))
      #expect(step.rate?.value.isClose(to: rate, tolerance: 1e-6) == true)
      #expect(step.rate?.qualifier == qualifier)
      #expect(step.change?.qualifier == qualifier)
      #expect(step.logGrowth?.qualifier == qualifier)
    }
  }

  @Test func `after a bound the rate is a bound the other way`() throws {
    let growth = try series([500, 387.6], [.moreThan, .exact]).growth()
    #expect(growth.steps[1].rate?.qualifier == .lessThan)
    #expect(growth.steps[1].rate?.value.isClose(to: -0.2248, tolerance: 1e-14) == true)
    #expect(growth.steps[1].change?.value.isClose(to: -112.4, tolerance: 1e-12) == true)
  }

  @Test func `change, rate and logarithm follow their definitions`() throws {
    let step = try series([200, 250]).growth().steps[1]
    #expect(step.figure == Figure(250, unit: .one))
    #expect(step.change?.value == 50)
    #expect(step.rate?.value == 0.25)
    // ln 1.25
    #expect(step.logGrowth?.value.isClose(to: 0.223_143_551_314_209_7, tolerance: 1e-15) == true)
  }

  @Test(arguments: 1...20) func `log growth adds up to that of the whole`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let values = (0..<20).map { _ in Double.random(in: 1...1000, using: &random) }
    let growth = try series(values).growth()
    let sum = growth.steps.compactMap { $0.logGrowth?.value }.reduce(0, +)
    let whole = try series([values[0], values[19]]).growth().steps[1].logGrowth?.value
    #expect(sum.isClose(to: try #require(whole), tolerance: 1e-12))
    let product = growth.steps.compactMap { $0.rate?.value }.reduce(1) { $0 * (1 + $1) }
    #expect(product.isClose(to: values[19] / values[0], tolerance: 1e-12))
  }

  @Test(arguments: 1...10) func `rates do not depend on the unit`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let values = (0..<10).map { _ in Double.random(in: 1...1000, using: &random) }
    let millions = try Series(
      "s", unit: .millionUSD, start: Period(year: 2000), values: values)
    let thousands = try millions.converted(to: Unit("USD thousand"))
    for (a, b) in zip(try millions.growth().steps, try thousands.growth().steps).dropFirst() {
      #expect(a.rate?.value.isClose(to: try #require(b.rate?.value), tolerance: 1e-12) == true)
      #expect(a.index?.value.isClose(to: try #require(b.index?.value), tolerance: 1e-12) == true)
    }
  }

  // MARK: Gaps

  @Test func `there is no rate across a gap, and a compound rate over it`() throws {
    let growth = try series([100, nil, 121, 242]).growth()
    #expect(growth.steps[1].figure == nil)
    #expect(growth.steps[1].index == nil)
    for step in growth.steps[1...2] {
      #expect(step.change == nil)
      #expect(step.rate == nil)
      #expect(step.logGrowth == nil)
    }
    #expect(growth.steps[3].rate?.value == 1)
    #expect(growth.gapRates.map(\.from) == [Period(year: 2000)])
    #expect(growth.gapRates.map(\.to) == [Period(year: 2002)])
    #expect(growth.gapRates[0].rate.value.isClose(to: 0.1, tolerance: 1e-14))
  }

  @Test func `without a gap there is no gap rate`() throws {
    #expect(try home().growth().gapRates.isEmpty)
  }

  // MARK: Compound rates

  @Test func `the compound rate leads from the first value to the last`() throws {
    let rate = try #require(try series([100, 90, 160, 200, 150, 300, 400]).growth().compoundRate)
    // 4^(1/6) − 1
    #expect(rate.rate.value.isClose(to: 0.259_921_049_894_873_2, tolerance: 1e-14))
    #expect(rate.from == Period(year: 2000))
    #expect(rate.to == Period(year: 2006))
    // Twice as much in three years.
    #expect(rate.doublingTime.isClose(to: 3, tolerance: 1e-12))
  }

  @Test(arguments: [(0.01, 69.660_716_893_574_89), (0.07, 10.244_768_351_058_719), (1.0, 1.0)])
  func `the doubling time is ln 2 over ln of one plus the rate`(
    rate: Double, time: Double
  ) throws {
    // Python 3.11: math.log(2) / math.log1p(rate)
    let growth = try series([100, 100 * (1 + rate)]).growth()
    #expect(growth.compoundRate?.doublingTime.isClose(to: time, tolerance: 1e-12) == true)
  }

  @Test func `what does not grow never doubles, and of a bound nothing is said`() throws {
    #expect(try series([100, 90]).growth().compoundRate?.doublingTime == nil)
    #expect(try series([100, 100]).growth().compoundRate?.doublingTime == nil)
    let bound = try #require(try series([100, 200], [.exact, .moreThan]).growth().compoundRate)
    #expect(bound.rate == Figure(1, .moreThan, unit: .one))
    #expect(bound.doublingTime == nil)
  }

  @Test func `there is no compound rate of one value, from zero or of a negative value`() throws {
    #expect(try series([100]).growth().compoundRate == nil)
    #expect(try series([0, 5]).growth().compoundRate == nil)
    #expect(try series([-1, 5]).growth().compoundRate == nil)
    #expect(try series([5, -1]).growth().compoundRate == nil)
    #expect(try series([5, 0]).growth().compoundRate?.rate.value == -1)
    let series = try series([1, nil, 2])
    let (first, gap, last) = (Period(year: 2000), Period(year: 2001), Period(year: 2002))
    #expect(CompoundRate(series, from: last, to: first) == nil)
    #expect(CompoundRate(series, from: first, to: gap) == nil)
    #expect(CompoundRate(series, from: first, to: Period(year: 2010)) == nil)
  }

  // MARK: Zeros and negative values

  @Test func `a fall to zero is minus one hundred per cent and has no logarithm`() throws {
    let steps = try series([5, 0, 5]).growth().steps
    #expect(steps[1].rate?.value == -1)
    #expect(steps[1].logGrowth == nil)
    #expect(steps[2].change?.value == 5)
    #expect(steps[2].rate?.value == nil)
    #expect(steps[2].rate?.qualifier == .undetermined)
    #expect(steps[2].logGrowth?.value == nil)
  }

  @Test func `from a negative value there is a change and no rate`() throws {
    let steps = try series([-5, 5, -5]).growth().steps
    #expect(steps[1].change?.value == 10)
    #expect(steps[1].rate?.value == nil)
    #expect(steps[2].rate?.value == -2)
    #expect(steps[2].logGrowth == nil)
  }

  // MARK: Index

  @Test func `the index is 100 in the first period`() throws {
    let growth = try home().growth()
    #expect(growth.base == Period(year: 2013))
    #expect(growth.steps[0].index?.value == 100)
    #expect(growth.steps[1].index?.value.isClose(to: 116.595_197_255, tolerance: 1e-10) == true)
    #expect(growth.steps[5].index?.qualifier == .moreThan)
    #expect(growth.steps[5].index?.value.isClose(to: 214.408_233_276, tolerance: 1e-10) == true)
  }

  @Test func `the index is 100 in the period that is named`() throws {
    let growth = try home().growth(base: Period(year: 2016))
    #expect(growth.base == Period(year: 2016))
    #expect(growth.steps[3].index?.value == 100)
    #expect(growth.steps[0].index?.value.isClose(to: 59.414_012_739, tolerance: 1e-10) == true)
  }

  @Test func `a first value that is a bound is no base`() throws {
    let growth = try series([500, 400, 200], [.moreThan, .exact, .exact]).growth()
    #expect(growth.base == Period(year: 2001))
    #expect(growth.steps.map { $0.index?.value } == [125, 100, 50])
    #expect(growth.steps[0].index?.qualifier == .moreThan)
  }

  @Test func `of bounds alone there is no index`() throws {
    let growth = try series([500, 400], [.moreThan, .lessThan]).growth()
    #expect(growth.steps.allSatisfy { $0.index == nil })
  }

  @Test func `a base that is a bound, a gap or not there is an error`() throws {
    #expect(throws: SeriesError.baseIsBound("2018")) {
      try home().growth(base: Period(year: 2018))
    }
    #expect(
      throws: SeriesError.missingPeriod("2012", series: "turnover", available: "2013 to 2018")
    ) { try home().growth(base: Period(year: 2012)) }
    let gap = try series([1, nil, 2])
    #expect(throws: SeriesError.missingPeriod("2001", series: "series", available: "2000 to 2002"))
    {
      try gap.growth(base: Period(year: 2001))
    }
  }

  @Test func `on a base of zero there is no index`() throws {
    let growth = try series([0, 5]).growth()
    #expect(growth.steps.allSatisfy { $0.index?.value == nil })
  }

  // MARK: Table

  @Test func `shows itself with the columns of the contract`() throws {
    let csv = try series([200, 250, nil, 500, 600], [.exact, .about, .exact, .exact, .moreThan])
      .growth().table.csv
    // Python 3.11: math.log(1.25), math.log(1.2)
    let log = [0.223_143_551_314_209_76, 0.182_321_556_793_954_6]
    #expect(
      csv == """
        period,value,qualifier,change,growth,growth_qualifier,log_growth,index
        2000,200,exact,,,,,100
        2001,250,about,50,0.25,about,\(log[0]),125
        2002,,,,,,,
        2003,500,exact,,,,,250
        2004,600,moreThan,100,0.19999999999999996,moreThan,\(log[1]),300

        """)
  }

  @Test func `a change that is a bound carries its mark where there is no rate`() throws {
    // From nothing to more than 5: no rate, and a change of more than 5, never of 5.
    let growth = try series([0, 5], [.exact, .moreThan]).growth()
    #expect(growth.steps[1].change?.qualifier == .moreThan)
    let column = try growth.table.column("change")
    let mark = try #require(column.mark)
    #expect(try growth.table.texts(mark)[1] == "moreThan")
  }
}
