import Glibc
import TradeTables

/// What reaching a published target takes, and how probable a method finds it.
///
///     needed growth = (target / y[b])^(1/k) − 1          over k years, or other periods
///     P(y[n+h] ≥ target) = 1 − F(target)                 F of the predictive distribution
///
/// y[b] is the latest figure; in a series with a season it is the latest one of the target's own
/// season, so that a December is compared with a December, and growth is that of a whole season.
public struct Scenario: Sendable {
  /// The value to reach, in the unit of the series.
  public let target: Double
  /// What the method expects of every period up to that of the target.
  public let forecast: Forecast
  /// The figure that growth is measured from; `nil` where no period of the target's season has one.
  public let base: (period: Period, figure: Figure)?
  /// The constant growth from the base to the target; `nil` where the base is not above zero.
  public let needed: Figure?
  /// The growth from the first figure, of the same season, to the base.
  public let past: CompoundRate?
  /// How many earlier spans of the same length there are between exact figures, and how many of
  /// them grew at least as much.
  public let spans: (count: Int, reached: Int)

  /// The history.
  public var series: Series { forecast.series }
  /// The period by which the target is to be reached.
  public var period: Period { outlook.period }
  /// What the method expects of that period.
  public var outlook: Forecast.Point { forecast.points[forecast.points.count - 1] }
  /// How probable the method finds the target or more in its period, from 0 to 1.
  public var probability: Double { probability(at: outlook) }

  /// A target above zero for a period after the last one, no farther than a forecast reaches.
  public init(
    _ series: Series, target: Double, by period: Period, method: any Forecaster = .auto,
    levels: [Double] = [0.8, 0.95]
  ) throws(SeriesError) {
    guard target > 0, target <= Series.largest else { throw .scenario(.target(target)) }
    guard period.kind == series.start.kind else {
      throw .scenario(.kind(period.description, example: series.end.advanced(by: 1).description))
    }
    let steps = period.index - series.end.index
    guard steps > 0 else {
      throw .scenario(.past(period.description, latest: series.end.description))
    }
    guard steps <= Forecast.horizonLimit else {
      throw .scenario(
        .tooFar(
          period.description,
          limit: series.end.advanced(by: Forecast.horizonLimit).description))
    }
    self.target = target
    forecast = try series.forecast(with: method, horizon: steps, levels: levels)
    base = series.latestFigure(ofSeasonOf: period)
    past = base.flatMap { base in
      series.firstPeriod(ofSeasonOf: base.period).flatMap {
        CompoundRate(series, from: $0, to: base.period)
      }
    }
    let span = base.map { period.index - $0.period.index } ?? 0
    needed = base.flatMap { base in
      let ratio = Figure(target, unit: series.unit).ratio(to: base.figure)
      guard base.figure.lower > 0 || base.figure.isBound, ratio.value != nil else { return nil }
      return ratio.mapped { pow($0, 1 / (Double(span) / Double(series.season))) - 1 }
    }
    spans = series.spans(of: span, growingAs: base.flatMap { $0.figure.value.map { target / $0 } })
  }

  /// The past rate for a whole season: of a monthly series, a year.
  public var pastGrowth: Figure? {
    past.map { past in past.rate.mapped { pow(1 + $0, Double(series.season)) - 1 } }
  }

  /// The probability of the target or more in one period of the forecast.
  public func probability(at point: Forecast.Point) -> Double {
    min(max(1 - point.distribution.cdf(target), 0), 1)
  }

  /// The value at which a period stands on the way of constant growth from the base to the target;
  /// `nil` for another season.
  public func path(at period: Period) -> Figure? {
    guard let base, needed != nil else { return nil }
    let (done, all) = (period.index - base.period.index, self.period.index - base.period.index)
    guard done % series.season == 0 else { return nil }
    let part = Double(done) / Double(all)
    func value(_ base: Double) -> Double { pow(base, 1 - part) * pow(target, part) }
    return Figure(
      lower: value(base.figure.lower), upper: done == all ? target : value(base.figure.upper),
      unit: series.unit, quality: .exact)
  }
}

extension Series {
  /// The latest figure whose period is a whole number of seasons before another.
  fileprivate func latestFigure(ofSeasonOf period: Period) -> (period: Period, figure: Figure)? {
    periods.reversed().lazy.compactMap { earlier in
      (period.index - earlier.index) % season == 0 ? self[earlier].map { (earlier, $0) } : nil
    }.first
  }

  fileprivate func firstPeriod(ofSeasonOf period: Period) -> Period? {
    periods.first { (period.index - $0.index) % season == 0 && self[$0] != nil }
  }

  /// The spans of so many periods between exact figures above zero, and those that grew by at least
  /// a ratio.
  fileprivate func spans(of length: Int, growingAs ratio: Double?) -> (count: Int, reached: Int) {
    guard let ratio, length > 0, length < values.count else { return (0, 0) }
    let ratios = (length..<values.count).compactMap { end -> Double? in
      guard let first = figure(at: end - length), let last = figure(at: end), !first.isBound,
        !last.isBound, first.lower > 0
      else { return nil }
      return last.lower / first.lower
    }
    return (ratios.count, ratios.count { $0 >= ratio })
  }
}

extension Scenario: TableConvertible {
  /// A row for each period up to the target's:
  /// `series,period,path,path_qualifier,mean,lower_80,upper_80,lower_95,upper_95,probability,…`.
  public var table: Table {
    let columns = forecast.table.columns
    let (names, expected) = (columns.prefix(2), columns.dropFirst(2).dropLast())
    return Table(
      Array(names) + pathColumns + Array(expected) + targetColumns + Array(columns.suffix(1)))
  }

  private var pathColumns: [Column] {
    let path = forecast.points.map { self.path(at: $0.period) }
    return [
      .number(
        "path", path.map { $0?.value }, heading: "On the way", style: .decimal(1),
        mark: "path_qualifier"),
      .qualifiers("path_qualifier", path.map { $0?.qualifier }),
    ]
  }

  private var targetColumns: [Column] {
    let points = forecast.points
    func growth(_ name: String, _ figure: Figure?) -> [Column] {
      [
        .number(name, points.map { _ in figure?.value }, isHidden: true),
        .qualifiers("\(name)_qualifier", points.map { _ in figure?.qualifier }),
      ]
    }
    let probabilities = points.map { Optional(probability(at: $0)) }
    let own: [Column] = [
      .number("probability", probabilities, heading: "P(target)", style: .percent(1)),
      .number("target", points.map { _ in target }, isHidden: true),
    ]
    return own + growth("needed_growth", needed) + growth("past_growth", pastGrowth)
  }
}
