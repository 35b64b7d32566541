import Glibc
import TradeTables

/// Growth of a series from period to period, with bounds kept as bounds and gaps as gaps.
///
///     change  y[t] − y[t−1]        rate        y[t] / y[t−1] − 1
///     index   100 · y[t] / y[0]    log growth  ln (y[t] / y[t−1])
///
/// Across a gap there is no rate; `gapRates` holds the compound rate over each gap instead.
public struct Growth: Sendable {
  /// The series whose growth this is.
  public let series: Series
  /// One for each period of the series, gaps included.
  public let steps: [Step]
  /// The period whose index is 100.
  public let base: Period
  /// The compound rate a period over each gap.
  public let gapRates: [CompoundRate]

  /// One period of the series.
  public struct Step: Sendable {
    /// The period, which the differences compare with the one before.
    public let period: Period
    /// The figure of the period; `nil` in a gap.
    public let figure: Figure?
    /// y[t] − y[t−1]; `nil` at the start, in a gap and just after one.
    public let change: Figure?
    /// y[t] / y[t−1] − 1, a fraction; `nil` where `change` is.
    public let rate: Figure?
    /// ln (y[t] / y[t−1]); `nil` where `change` is, and at a fall to zero.
    public let logGrowth: Figure?
    /// 100 in the base period.
    public let index: Figure?
  }

  /// Growth of the whole series; the base of the index is the first period that is no bound, unless
  /// another is named.
  public init(_ series: Series, base requested: Period? = nil) throws(SeriesError) {
    let base = requested ?? series.periods.first { series[$0]?.isBound == false } ?? series.start
    guard let reference = series[base] else {
      throw .missingPeriod(
        "\(base)", series: series.name, available: "\(series.start) to \(series.end)")
    }
    guard !reference.isBound || requested == nil else { throw .baseIsBound("\(base)") }
    self.series = series
    self.base = base
    steps = series.values.indices.map { index in
      let figure = series.figure(at: index)
      let before = index > 0 ? series.figure(at: index - 1) : nil
      return Step(series.start.advanced(by: index), figure, after: before, reference: reference)
    }
    gapRates = series.pairsAcrossGaps.compactMap { CompoundRate(series, from: $0, to: $1) }
  }

  /// The compound rate a period from the first to the last value.
  public var compoundRate: CompoundRate? {
    CompoundRate(series, from: series.start, to: series.end)
  }
}

extension Growth.Step {
  init(_ period: Period, _ figure: Figure?, after before: Figure?, reference: Figure) {
    self.period = period
    self.figure = figure
    index = reference.isBound ? nil : figure.map { $0.ratio(to: reference).mapped { 100 * $0 } }
    guard let figure, let before else {
      (change, rate, logGrowth) = (nil, nil, nil)
      return
    }
    change = figure - before
    rate = figure.growth(since: before)
    // A fall to zero has a rate, −100 %, and no logarithm.
    let ratio = figure.ratio(to: before)
    logGrowth = ratio.upper > 0 ? ratio.mapped { $0 > 0 ? log($0) : -.infinity } : nil
  }
}

/// The constant rate that leads from one figure to a later one, and how long a doubling takes at
/// that rate.
///
///     rate = (y[n] / y[0])^(1/k) − 1     over k periods
///     doubling time = ln 2 / ln (1 + rate)
public struct CompoundRate: Sendable {
  /// The period of the earlier figure.
  public let from: Period
  /// The period of the later figure.
  public let to: Period
  /// The rate a period, a fraction; a bound where one of the figures is.
  public let rate: Figure

  /// The rate between two periods of a series; `nil` where they are not in order, one of them has
  /// no figure, or the ratio of the two is negative or unknown.
  public init?(_ series: Series, from: Period, to: Period) {
    let span = to.index - from.index
    guard span > 0, let first = series[from], let last = series[to] else { return nil }
    let ratio = last.ratio(to: first)
    guard ratio.lower >= 0 else { return nil }
    self.from = from
    self.to = to
    rate = ratio.mapped { pow($0, 1 / Double(span)) - 1 }
  }

  /// Periods until the value has doubled; `nil` where it does not grow or the rate is a bound.
  public var doublingTime: Double? {
    guard !rate.isBound, let rate = rate.value, rate > 0 else { return nil }
    return log(2) / log1p(rate)
  }
}

extension Series {
  /// Growth from period to period.
  public func growth(base: Period? = nil) throws(SeriesError) -> Growth {
    try Growth(self, base: base)
  }

  /// The neighbours of each gap.
  fileprivate var pairsAcrossGaps: [(Period, Period)] {
    let present = values.indices.filter { values[$0] != nil }
    return zip(present, present.dropFirst())
      .filter { $1 - $0 > 1 }
      .map { (start.advanced(by: $0), start.advanced(by: $1)) }
  }
}

extension Growth.Step {
  /// How change and rate are to be read: both rise with the later figure.
  ///
  /// A change from zero has no rate, and its own mark.
  fileprivate var qualifier: Qualifier? {
    rate?.qualifier == .undetermined ? change?.qualifier : rate?.qualifier
  }
}

extension Growth: TableConvertible {
  /// `period,value,qualifier,change,growth,growth_qualifier,log_growth,index`.
  public var table: Table {
    Table(
      .text("period", steps.map(\.period.description), heading: "Period"),
      .number(
        "value", steps.map { $0.figure?.value },
        heading: series.unit.description.isEmpty ? "Value" : series.unit.description,
        style: .decimal(1), mark: "qualifier"),
      .qualifiers("qualifier", steps.map { $0.figure?.qualifier }),
      .number(
        "change", steps.map { $0.change?.value }, heading: "Change", style: .signed(1),
        mark: "growth_qualifier"),
      .number(
        "growth", steps.map { $0.rate?.value }, heading: "Growth", style: .signedPercent(1),
        mark: "growth_qualifier"),
      .qualifiers("growth_qualifier", steps.map(\.qualifier)),
      .number(
        "log_growth", steps.map { $0.logGrowth?.value }, heading: "Log growth", style: .signed(4),
        isHidden: true),
      .number(
        "index", steps.map { $0.index?.value }, heading: "\(base) = 100", style: .decimal(1),
        mark: "qualifier"))
  }
}
