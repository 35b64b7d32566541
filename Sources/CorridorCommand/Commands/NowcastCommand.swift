import Corridor

struct NowcastCommand: DataCommand {
  static let name = "nowcast"
  static let summary = "a whole year from the part that is known"
  static let usage = """
    Estimates a year of which the first months are known, with intervals, from the
    share that these months had before, or from the calendar.

    Usage: corridor nowcast [DATA] [options]

    Examples
      corridor nowcast kz-vn --until 2023-05

      DATA                  a built-in pair, or a file of months or quarters
      --until PERIOD        the last month that is known; the latest if not given
      --as-of DATE          only what had been published by then
      -r, -p, --flow        side, partner and flow, as in corridor help growth
      --by, --time, --value, --unit, --from   likewise
      --level P,…           percentages of the intervals; 80,95 where not given
    """

  let data: DataOptions
  let levels: [Double]

  init(_ arguments: inout Arguments) throws {
    levels = try arguments.levels(default: [0.8, 0.95])
    data = try DataOptions(&arguments)
  }

  func run() throws -> Report {
    if case .pair? = data.builtIn?.content { return .nowcast(try ofPair()) }
    var nowcasts: [Nowcast] = []
    var reasons: [SeriesError] = []
    for series in try data.series() {
      do throws(SeriesError) {
        nowcasts.append(try series.nowcast(levels: levels))
      } catch {
        reasons.append(error)
      }
    }
    if let reason = reasons.first {
      guard !nowcasts.isEmpty else { throw reason }
      data.said.add(["\(reasons.count) series have no nowcast; the first: \(reason)"])
    }
    return .nowcasts(nowcasts, title: "Years from their parts, \(data.name)")
  }

  private func ofPair() throws -> Nowcast {
    let (reporter, partner) = try data.pair()
    let ledger = Ledger.builtIn(between: reporter, and: partner)
    return try ledger.nowcast(
      reporter: reporter, partner: partner, flow: data.flow, until: data.until, asOf: data.date,
      levels: levels,
      name: "\(Country.name(reporter))–\(Country.name(partner)) \(data.flow.rawValue)")
  }
}
