import Corridor

struct ListCommand: Command {
  static let name = "list"
  static let summary = "the built-in data sets"
  static let usage = """
    Lists the built-in data sets with their range, unit and number of figures.

    Usage: corridor list [options]

    Examples
      corridor list
    """

  init(_ arguments: inout Arguments) throws {}

  func run() throws -> Report {
    let ledger = Ledger.builtIn()
    let entries = try CatalogueEntry.all.map { entry in (entry, try entry.extent(in: ledger)) }
    return Report(
      "Built-in data",
      .table(
        "list",
        Table(
          .text("name", entries.map(\.0.name), heading: "Name"),
          .text("content", entries.map(\.1.content), heading: "Content"),
          .text("unit", entries.map(\.1.unit.description), heading: "Unit"),
          .text("from", entries.map { "\($0.1.first)" }, heading: "From"),
          .text("until", entries.map { "\($0.1.last)" }, heading: "Until"),
          .number(
            "figures", entries.map { Double($0.1.count) }, heading: "Figures", style: .decimal(0)))),
      .notes([
        "Figures counts what was published, by either side; corridor sources NAME lists it."
      ]))
  }
}

extension CatalogueEntry {
  /// What a data set holds: a title, its range, and how many published figures.
  func extent(
    in ledger: Ledger
  ) throws(SeriesError) -> (content: String, unit: Unit, first: Period, last: Period, count: Int) {
    switch content {
    case .pair(let reporter, let partner):
      let pair: Set = [reporter, partner]
      let count = ledger.entries.count { Set([$0.reporter, $0.partner]) == pair }
      let series = try ledger.selection(
        reporter: reporter, partner: partner, flow: .turnover, name: name
      ).series
      let title =
        reporter == partner
        ? "World exports and imports"
        : "\(Country.name(reporter))–\(Country.name(partner)) turnover"
      return (title, series.unit, series.start, series.end, count)
    case .groups(let reporter):
      return try extent(of: Goods.groups(reporter: reporter))
    case .commodities:
      let goods = try Goods.pair(reporter: "KAZ", partner: "VNM")
      let other = try Goods.pair(reporter: "VNM", partner: "KAZ")
      let extent = try extent(of: goods)
      return (
        "Kazakhstan–Viet Nam exports, SITC", extent.unit, extent.first, extent.last,
        extent.count + (try self.extent(of: other)).count
      )
    }
  }

  private func extent(
    of goods: Goods
  ) throws(SeriesError) -> (content: String, unit: Unit, first: Period, last: Period, count: Int) {
    let periods = goods.categories.periods
    guard let first = periods.first, let last = periods.last else { throw .empty(name) }
    let series = goods.categories.parts.map(\.series) + (goods.categories.total.map { [$0] } ?? [])
    let count = series.reduce(0) { $0 + $1.count }
    return (goods.title, goods.categories.unit, first, last, count)
  }
}
