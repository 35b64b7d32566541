import Corridor

struct RevisionsCommand: Command {
  static let name = "revisions"
  static let summary = "how published figures changed with time"
  static let usage = """
    Shows how the figures of a year changed from one publication to the next.

    Usage: corridor revisions [DATA] [YEAR] [options]

    Examples
      corridor revisions kz-vn 2024

      DATA                  a built-in pair (corridor list); kz-vn where not given
      YEAR                  every publication of one year instead of all years
      -r, --reporter CODE   the side whose figures count, such as VNM
      -p, --partner CODE    the other side
      --flow FLOW           turnover, export or import
      --from, --until       first and last year, such as 2013
      --as-of DATE          only what had been published by then
    """

  let data: DataOptions
  let year: Period?

  init(_ arguments: inout Arguments) throws {
    data = try DataOptions(&arguments)
    year = try arguments.year()
  }

  func run() throws -> Report {
    let (reporter, partner) = try data.pair()
    let all = try Ledger.builtIn(between: reporter, and: partner).revisions(
      reporter: reporter, partner: partner, flow: data.flow, asOf: data.date,
      name: "\(Country.name(reporter))–\(Country.name(partner)) \(data.flow.rawValue)")
    let revisions = all.from(data.from, until: data.until)
    guard !revisions.periods.isEmpty, let report = Report.revisions(revisions, year: year) else {
      throw SeriesError.missingPeriod(
        year?.description ?? "the years asked for", series: all.name,
        available: all.periods.map(\.period).ranges)
    }
    return report
  }
}
