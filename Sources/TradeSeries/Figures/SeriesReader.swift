import TradeTables

/// Turns the rows of a long table into series: one for each combination of the `by` columns, in
/// the order in which they first appear.
public struct SeriesReader: Sendable {
  /// The columns that tell series apart; without any, all rows are one series.
  public var by: [String] = []
  /// The column with the periods; found by its name where it is not given.
  public var time: String?
  /// The column with the values; found by its name or as the only numeric one.
  public var value: String?
  /// The season of a plain counter; `nil` reads calendar periods.
  public var season: Int?
  /// The unit that every series is given; `nil` for what a column `unit` says in every row, or else
  /// none.
  public var unit: Unit?

  /// A reader of calendar periods that finds its columns by name and takes all rows for one series.
  public init() {}

  private static let separator: Character = "\u{1F}"
  /// The names, in small letters, that a column of periods is found by.
  public static let timeNames = [
    "period", "year", "time", "time_period", "date", "month", "quarter",
  ]
  /// The column of periods of a table by its name; `nil` where none is called so.
  public static func timeColumn(in table: Table) -> String? { table.name(among: timeNames) }
  static let valueNames = [
    "value", "turnover", "obs_value", "primaryvalue", "amount", "export", "exports", "import",
    "imports",
  ]

  /// The series in the table, in the order in which they first appear.
  ///
  /// The rows of one series are in order of time; a period that is passed over becomes a gap, and a
  /// column called `qualifier` marks the values: of one between two bounds the lower counts. A series without any value is left out. Throws
  /// where a column cannot be found, a cell cannot be read, the order is broken or nothing is left.
  public func series(in table: Table) throws(SeriesError) -> [Series] {
    try keyedSeries(in: table).map(\.series)
  }

  /// The series with the values of the `by` columns that tell them apart.
  func keyedSeries(in table: Table) throws(SeriesError) -> [(key: [String], series: Series)] {
    let file = table.origin?.file
    var groups: [[String]] = []
    let timeColumn = try timeColumn(in: table)
    let valueColumn = try valueColumn(in: table, besides: timeColumn)
    let times: [String?]
    let numbers: [Double?]
    do throws(TableError) {
      times = try table.texts(timeColumn)
      numbers = try table.numbers(valueColumn)
      for name in by { groups.append(try table.texts(name).map { $0 ?? "" }) }
    } catch {
      throw .table(error)
    }

    let marks = try ValueMarks(of: valueColumn, in: table)
    let unit = unit ?? commonUnit(of: table)
    var order: [String] = []
    var builders: [String: Builder] = [:]
    for row in 0..<table.rowCount {
      // A separator that no text has keeps "New" + "York City" and "New York" + "City" apart.
      let key = groups.map { $0[row] }.joined(separator: String(Self.separator))
      if let number = numbers[row], abs(number) > Series.largest {
        throw .tooLarge(number, at: table.place(row: row, column: valueColumn))
      }
      if builders[key] == nil { order.append(key) }
      let period = try period(times[row], at: table.place(row: row, column: timeColumn))
      try builders[key, default: Builder()].append(
        period, numbers[row], marks.qualifiers[row], isBetween: marks.uppers[row] != nil,
        at: table.place(row: row, column: timeColumn))
    }
    var result: [(key: [String], series: Series)] = []
    for key in order {
      // A series without any value is no series.
      guard let builder = builders[key], builder.hasValue else { continue }
      let parts = key.split(separator: Self.separator, omittingEmptySubsequences: false)
      let name = by.isEmpty ? valueColumn : parts.joined(separator: " ")
      result.append((parts.map(String.init), try builder.series(name, unit: unit, season: season)))
    }
    guard !result.isEmpty else { throw .empty(file ?? valueColumn) }
    return result
  }

  private func period(_ text: String?, at place: Place) throws(SeriesError) -> Period {
    guard let text = text?.trimmed else { throw .table(.missingValue(at: place)) }
    if season != nil {
      guard let step = Int(text), step.magnitude < 1_000_000_000 else {
        throw .notAPeriod(text, at: place, isCounter: false)
      }
      return Period(step: step)
    }
    guard let period = Period(text), period.kind != .months else {
      throw .notAPeriod(text, at: place, isCounter: Int(text) != nil)
    }
    return period
  }

  // MARK: Finding columns

  /// What a column `unit` says, where it says the same in every row.
  func commonUnit(of table: Table) -> Unit {
    guard let names = try? table.texts("unit"), let first = names.first ?? nil,
      names.allSatisfy({ $0 == first })
    else { return .one }
    return Unit(first)
  }

  private func timeColumn(in table: Table) throws(SeriesError) -> String {
    if let time { return time }
    guard let name = table.name(among: Self.timeNames) else {
      throw .noColumn(
        role: "time", option: "--time", available: table.names, file: table.origin?.file)
    }
    return name
  }

  private func valueColumn(
    in table: Table, besides time: String
  ) throws(SeriesError) -> String {
    if let name = value ?? table.name(among: Self.valueNames) { return name }
    // A column that holds text only is no candidate; one with a number in it may have a fault that
    // the reader should hear of.
    let marks = table.firstColumn("qualifier") == nil ? [] : ["qualifier", "upper"]
    let taken = Set(by + [time] + marks)
    let others = table.names.filter { !taken.contains($0) }
    let numeric = others.count == 1 ? others : others.filter { table.isNumeric($0) }
    guard numeric.count == 1 else {
      throw .noColumn(
        role: "value", option: "--value", available: table.names, file: table.origin?.file)
    }
    return numeric[0]
  }
}

extension Table {
  /// The first of the candidates that is a column's name, whatever its case.
  fileprivate func name(among candidates: [String]) -> String? {
    for candidate in candidates {
      if let name = names.first(where: { $0.lowercased() == candidate }) { return name }
    }
    return nil
  }
}

/// Collects the rows of one series in order.
private struct Builder {
  private var start: Period?
  private var values: [Double?] = []
  private var qualifiers: [Qualifier] = []
  /// How many values lie between two bounds.
  private var between = 0

  var hasValue: Bool { values.contains { $0 != nil } }

  mutating func append(
    _ period: Period, _ value: Double?, _ qualifier: Qualifier, isBetween: Bool, at place: Place
  ) throws(SeriesError) {
    if let start {
      let last = start.advanced(by: values.count - 1)
      guard period.kind == start.kind else {
        throw .mixedPeriods("\(period)", expected: "\(start)", at: place)
      }
      guard period != last else { throw .repeatedPeriod("\(period)", at: place) }
      guard period > last else {
        // A period seen before is a repetition; an earlier one that was skipped is disorder.
        let index = period.index - start.index
        if values.indices.contains(index), values[index] != nil {
          throw .repeatedPeriod("\(period)", at: place)
        }
        throw .backwards("\(period)", after: "\(last)", at: place)
      }
      let span = period.index - start.index + 1
      guard span <= Series.limit else {
        throw .tooLong("\(place)", count: span, limit: Series.limit)
      }
      while values.count < span - 1 {
        values.append(nil)
        qualifiers.append(.exact)
      }
    } else {
      start = period
    }
    values.append(value)
    qualifiers.append(qualifier)
    if isBetween { between += 1 }
  }

  func series(_ name: String, unit: Unit, season: Int?) throws(SeriesError) -> Series {
    guard let start else { throw .empty(name) }
    var series = try Series(
      name, unit: unit, start: start, values: values, qualifiers: qualifiers, season: season)
    if between > 0 {
      series.notes.append(
        "\(between) \(between == 1 ? "value" : "values") between two bounds: taken as more than "
          + "the lower")
    }
    return series
  }
}
