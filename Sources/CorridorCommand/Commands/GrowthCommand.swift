import Corridor

struct GrowthCommand: DataCommand {
  static let name = "growth"
  static let summary = "change, growth rates, index, compound rates"
  static let usage = """
    Shows growth of a series from period to period.

    Usage: corridor growth [DATA …] [options]

    Examples
      corridor growth kz-vn --from 2013 --until 2018
      corridor growth TradeData.csv -r KAZ -p VNM

    \(DataOptions.usage)
      --base PERIOD         the period whose index is 100; the first where not given

    A bound stays a bound: growth from 542.7 to "more than 500" is > -7.9 %. Across
    a gap there is no rate; the compound rate over it stands below the table.
    """

  let data: DataOptions
  let base: Period?

  init(_ arguments: inout Arguments) throws {
    base = try arguments.period("--base")
    data = try DataOptions(&arguments, takesSeveral: true)
  }

  func run() throws -> Report {
    let series = try data.series()
    guard series.count > 1 else { return .growth(try series[0].growth(base: aligned(series[0]))) }
    let tables = try series.map { series in
      let growth = try series.growth(base: aligned(series)).table
      return Table(
        [.text("series", Array(repeating: series.name, count: growth.rowCount))]
          + growth.columns)
    }
    return Report("Growth, \(data.title)", .table("growth", .stacked(tables)))
  }

  /// The base as a period of the series' own kind: 2013 is also a step of a counter.
  private func aligned(_ series: Series) -> Period? {
    guard let base, series.start.kind == .step else { return base }
    return Period(step: base.index)
  }
}
