import Glibc
import TradeTables

/// A whole year told from the part of it that is known, with intervals.
///
///     estimate = part / share
///
/// The share is that which the same months had in earlier years, as far as these are known, and
/// that of the calendar, months / 12, where nothing is; `YearShare` weighs the two. A bound stays a
/// bound: of "more than 500 by May" only what lies below the year is known. No year is smaller than
/// its part.
///
///     let nowcast = try Ledger.builtIn(between: "KAZ", and: "VNM").nowcast(
///       reporter: "KAZ", partner: "VNM", flow: .turnover, until: Period("2023-05"),
///       name: "turnover")
public struct Nowcast: Sendable {
  /// What is measured.
  public let name: String
  /// The months that are known, from January on.
  public let part: Period
  /// The figure of those months.
  public let figure: Figure
  /// The same months in earlier years whose whole is known too, earliest first.
  public let earlier: [Share]
  /// The root mean square of yearly changes of the logarithm; where fewer than three are known, the
  /// one that is usual in bilateral trade counts as one more.
  public let change: Double
  /// How many yearly changes are known, ten at most.
  public let changeCount: Int
  /// The probabilities of the intervals, smallest first.
  public let levels: [Double]
  /// What the year as a whole is expected to be.
  public let estimate: Figure
  /// One for each level.
  public let intervals: [Interval]
  /// The share that the part is expected to be of the year.
  public let share: Double
  /// How much of that the earlier shares decide, from 0 to 1; the calendar decides the rest.
  public let weight: Double
  /// What has been published for the whole year since, where it has.
  public internal(set) var outcome: Figure?
  /// How the part and the years came about, one sentence each.
  public internal(set) var notes: [String] = []

  /// The share of the same months in an earlier year.
  public struct Share: Sendable, Equatable {
    /// The year.
    public let year: Period
    /// The part over the whole.
    public let value: Double
  }

  /// Where the year lies with one probability.
  public struct Interval: Sendable, Equatable {
    /// The lower end; 0 where the part is an upper bound.
    public let lower: Double
    /// The upper end; `nil` where the part is a lower bound, which leaves it open.
    public let upper: Double?
  }

  /// The size of yearly changes that is usual in bilateral trade, in logarithms.
  public static let usualChange = YearShares.usualChange
  /// How many monthly series the widths of the intervals were learned from.
  public static let learnedSeriesCount = YearShares.seriesCount

  /// The year of which a part is known.
  public var year: Period { Period(year: part.year) }

  /// Parts and whole years of earlier time, both by year, are what the share is learned from.
  ///
  /// Bounds among them do not count. Throws where the part does not begin in January, spans a whole
  /// year, or is not above zero.
  public init(
    _ name: String, part: Period, figure: Figure, earlierParts: [Period: Figure] = [:],
    years: [Period: Figure] = [:], levels: [Double] = [0.8, 0.95]
  ) throws(SeriesError) {
    guard let months = part.monthsFromJanuary, months < 12 else {
      throw .nowcast(.notFromJanuary("\(part)"))
    }
    guard figure.upper > 0, figure.lower >= 0 else {
      throw .nowcast(.notPositive("\(part)", value: figure.value ?? figure.lower))
    }
    precondition(levels.allSatisfy { $0 > 0 && $0 < 1 }, "levels of \(levels)")
    let past = years.filter { $0.key.year < part.year }
    let changes = Self.changes(past)
    let counted = changes.count < 3 ? changes + [YearShares.usualChange] : changes
    self.name = name
    self.part = part
    self.figure = figure
    earlier = Self.shares(earlierParts, of: past)
    change = (counted.reduce(0) { $0 + $1 * $1 } / Double(counted.count)).squareRoot()
    changeCount = changes.count
    self.levels = levels.sorted()
    let share = YearShare(months: months, shares: earlier.map(\.value), change: change)
    (self.share, weight) = (share.expected, share.weight)
    estimate = figure.scaled(by: 1 / share.expected, .estimated)
    intervals = levels.sorted().map { level in
      let (least, most) = (share.quantile((1 - level) / 2), share.quantile((1 + level) / 2))
      return Interval(
        lower: figure.lower / most,
        upper: figure.upper < .infinity ? figure.upper / least : nil)
    }
  }

  /// Yearly changes of the logarithm between neighbours that are no bounds, the last ten.
  private static func changes(_ years: [Period: Figure]) -> [Double] {
    let changes = years.keys.sorted().compactMap { year -> Double? in
      guard let now = years[year]?.amount, let before = years[year.advanced(by: -1)]?.amount else {
        return nil
      }
      return log(now) - log(before)
    }
    return Array(changes.suffix(10))
  }

  /// A share above one is a contradiction of two publications and tells nothing.
  private static func shares(_ parts: [Period: Figure], of years: [Period: Figure]) -> [Share] {
    years.keys.sorted().compactMap { year in
      guard let part = parts[year]?.amount, let whole = years[year]?.amount, part <= whole else {
        return nil
      }
      return Share(year: year, value: max(part / whole, YearShare.leastShare))
    }
  }
}

extension Figure {
  /// The value of a figure above zero that is no bound.
  fileprivate var amount: Double? { isBound || lower <= 0 ? nil : lower }
}

extension Nowcast: TableConvertible {
  /// `series,year,part,value,qualifier,share,estimate,estimate_qualifier,lower_80,upper_80,…,
  /// weight,outcome,outcome_qualifier`, one row.
  public var table: Table {
    Table(
      [
        .text("series", [name], isHidden: true),
        .text("year", [year.description], isHidden: true),
        .text("part", [part.description], heading: "Known part"),
        .number("value", [figure.value], heading: "Value", style: .decimal(1), mark: "qualifier"),
        .qualifiers("qualifier", [figure.qualifier]),
        .number("share", [share], heading: "Share", style: .percent(1)),
        .number(
          "estimate", [estimate.value], heading: "Estimate", style: .decimal(1),
          mark: "estimate_qualifier"),
        .qualifiers("estimate_qualifier", [estimate.qualifier]),
      ] + intervalColumns + [
        .number("known_shares", [Double(earlier.count)], isHidden: true),
        .number("weight", [weight], isHidden: true),
        .number("outcome", [outcome?.value], isHidden: true),
        .qualifiers("outcome_qualifier", [outcome?.qualifier]),
      ])
  }

  private var intervalColumns: [Column] {
    zip(levels, intervals).flatMap { level, interval -> [Column] in
      let percent = NumberText.percentage(level)
      return [
        .number(
          "lower_\(percent)", [interval.lower], heading: "\(percent) % interval",
          style: .decimal(1), upper: "upper_\(percent)"),
        .number("upper_\(percent)", [interval.upper], style: .decimal(1)),
      ]
    }
  }
}
