import TradeTables

/// One quantity over regular periods: values, their qualifiers, and gaps that stay gaps.
///
/// The first and the last period have a value; what lies between may be missing.
public struct Series: Sendable, Equatable {
  /// What is measured, as tables and messages call it.
  public let name: String
  /// What every value counts.
  public let unit: Unit
  /// The period of the first value, which is never a gap.
  public let start: Period
  /// One a period from `start` on; `nil` is a gap.
  public let values: [Double?]
  /// Periods in a season: 1, 4 or 12.
  public let season: Int
  /// How the series came about, one sentence each.
  public var notes: [String] = []
  /// Empty where every value is exact.
  private let qualifiers: [Qualifier]

  /// The longest span, gaps included.
  public static let limit = 100_000

  /// A series of figures; gaps at either end are cut off.
  public init(
    _ name: String, unit: Unit, start: Period, values: [Double?], qualifiers: [Qualifier] = [],
    season: Int? = nil
  ) throws(SeriesError) {
    precondition(qualifiers.isEmpty || qualifiers.count == values.count, "counts differ")
    guard let first = values.firstIndex(where: { $0 != nil }),
      let last = values.lastIndex(where: { $0 != nil })
    else { throw .empty(name) }
    if let value = values.compactMap(\.self).first(where: { !(abs($0) <= Self.largest) }) {
      throw .tooLarge(value, at: nil)
    }
    self.name = name
    self.unit = unit
    self.start = start.advanced(by: first)
    self.values = Array(values[first...last])
    self.season = season ?? start.perYear
    let marks =
      qualifiers.isEmpty
      ? [] : (first...last).map { values[$0] == nil ? .exact : qualifiers[$0] }
    self.qualifiers = marks.contains { $0 != .exact } ? marks : []
  }

  /// The largest size of a value; beyond it squares would leave the range of numbers.
  static let largest = 1e150

  /// A yearly series of exact values.
  public init(_ name: String, start year: Int, values: [Double], unit: Unit = .one) {
    precondition(!values.isEmpty, "a series without values")
    self.name = name
    self.unit = unit
    start = Period(year: year)
    self.values = values
    season = 1
    qualifiers = []
  }

  /// The period of the last value, which is never a gap.
  public var end: Period { start.advanced(by: values.count - 1) }
  /// The periods from start to end, gaps included.
  public var periods: [Period] { values.indices.map { start.advanced(by: $0) } }
  /// How many periods have a value.
  public var count: Int { values.count { $0 != nil } }
  /// The periods without a value.
  public var gaps: [Period] {
    values.indices.filter { values[$0] == nil }.map { start.advanced(by: $0) }
  }

  /// How a place in `values` is to be read; of no meaning where there is a gap.
  public func qualifier(at index: Int) -> Qualifier {
    qualifiers.isEmpty ? .exact : qualifiers[index]
  }

  /// The figure of a place in `values`; `nil` for a gap.
  public func figure(at index: Int) -> Figure? {
    values[index].map { Figure($0, qualifier(at: index), unit: unit) }
  }

  /// The figure of a period; `nil` for a gap or a period outside.
  public subscript(period: Period) -> Figure? {
    guard period.kind == start.kind else { return nil }
    let index = period.index - start.index
    return values.indices.contains(index) ? figure(at: index) : nil
  }

  /// Whether any value is a bound.
  public var hasBounds: Bool { qualifiers.contains { $0.isBound } }

  /// Whether no value is below zero, as amounts are: forecasts then stay above it too.
  public var isNonNegative: Bool {
    values.indices.allSatisfy { figure(at: $0).map { $0.lower >= 0 } ?? true }
  }
}

extension Series {
  /// The part from one period to another, both included and either left open.
  ///
  /// A period of another kind works too: `--from 2013` of a monthly series begins in January.
  public func from(_ first: Period?, until last: Period? = nil) throws(SeriesError) -> Series {
    let kept = values.indices.filter { index in
      let period = start.advanced(by: index)
      return first.map { period.firstMonth >= $0.firstMonth } ?? true
        && last.map { period.lastMonth <= $0.lastMonth } ?? true
    }
    guard let from = kept.first, let to = kept.last else { throw .empty(name) }
    var part = try Series(
      name, unit: unit, start: start.advanced(by: from), values: Array(values[from...to]),
      qualifiers: qualifiers.isEmpty ? [] : Array(qualifiers[from...to]), season: season)
    part.notes = notes
    return part
  }

  /// The first `count` periods.
  public func prefix(_ count: Int) throws(SeriesError) -> Series {
    try Series(
      name, unit: unit, start: start, values: Array(values.prefix(count)),
      qualifiers: qualifiers.isEmpty ? [] : Array(qualifiers.prefix(count)), season: season)
  }

  /// The same series in another unit of the same thing.
  public func converted(to other: Unit) throws(SeriesError) -> Series {
    guard let factor = unit.factor(to: other) else {
      throw .unit(unit.description, to: other.description)
    }
    guard factor != 1 else { return self }
    var series = try Series(
      name, unit: other, start: start, values: values.map { $0.map { $0 * factor } },
      qualifiers: qualifiers, season: season)
    series.notes = notes
    return series
  }
}

extension Series: TableConvertible {
  /// `period,value,qualifier`, a row for each period, gaps included.
  public var table: Table {
    Table(
      .text("period", periods.map(\.description)),
      .number("value", values, heading: unit.description, style: .decimal(1), mark: "qualifier"),
      .qualifiers("qualifier", values.indices.map { values[$0] == nil ? nil : qualifier(at: $0) }))
  }
}

extension Series {
  /// Two columns of numbers for a regression: the place of each period and the value.
  ///
  /// The place is the year of a yearly series. A gap and a bound are missing values.
  public func numericTable(period: String = "year", value: String = "value") -> Table {
    Table(
      .number(period, periods.map { Double($0.index) }),
      .number(
        value, values.indices.map { figure(at: $0)?.isBound == false ? values[$0] : nil }))
  }
}
