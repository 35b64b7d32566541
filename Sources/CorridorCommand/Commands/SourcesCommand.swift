import Corridor

struct SourcesCommand: Command {
  static let name = "sources"
  static let summary = "who published which figure, and when"
  static let usage = """
    Lists the published figures behind a built-in series, with publisher, date and
    address.

    Usage: corridor sources [DATA] [YEAR] [options]        DATA: a pair or goods

    Examples
      corridor sources kz-vn 2024

    \(DataOptions.usage)

    The figure that the series takes is marked *. The rule: the reporter's own side;
    a published turnover before the sum of exports and imports; the latest
    publication; on a tie exact before approximate, then nearest the median of that
    side's figures, and the year is disputed.
    """

  let data: DataOptions
  let year: Period?

  init(_ arguments: inout Arguments) throws {
    data = try DataOptions(&arguments)
    year = try arguments.year()
  }

  func run() throws -> Report {
    switch data.builtIn?.content {
    case .commodities: return try goods(.commodities, "Figures on goods, Kazakhstan–Viet Nam")
    case .groups(let reporter):
      return try goods(.exportGroups, "Exports of \(Country.name(reporter)) by group") {
        $0 == reporter
      }
    default: return try pair()
    }
  }

  /// The rows of a file of goods, for one year or all.
  private func goods(
    _ dataset: Dataset, _ title: String, where isIncluded: (String) -> Bool = { _ in true }
  ) throws -> Report {
    let table = dataset.table.asOf(data.date)
    let (reporters, periods) = (try table.texts("reporter"), try table.texts("period"))
    let rows = table.filtered { row in
      let period = Period(periods[row] ?? "")
      return isIncluded(reporters[row] ?? "") && (year == nil || period?.year == year?.year)
    }
    guard rows.rowCount > 0 else {
      let years = Set(periods.compactMap { $0.flatMap { Period($0) }?.year }).sorted()
      throw SeriesError.missingPeriod(
        year?.description ?? "any year", series: data.name,
        available: years.isEmpty ? "nothing" : years.map { Period(year: $0) }.ranges)
    }
    return Report.goodsSources(rows, title: title)
  }

  private func pair() throws -> Report {
    let (reporter, partner) = try data.pair()
    let ledger = Ledger.builtIn(between: reporter, and: partner).asOf(data.date)
    let report = Report.sources(
      ledger, selection: try data.selection(), reporter: reporter, partner: partner, year: year)
    guard report.tables.allSatisfy({ $0.table.rowCount > 0 }) else {
      let years = Set(ledger.entries.map { Period(year: $0.period.year) }).sorted()
      throw SeriesError.missingPeriod(
        year?.description ?? "any year", series: data.name, available: years.ranges)
    }
    return report
  }
}
