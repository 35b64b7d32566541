/// Totals of a file of trade flows, cut into what a report on each pair of countries is made of.
///
///     let flows = BilateralFlows(try files.totals(query), source: "baci.csv")
///     for pair in flows.pairs { print(try BilateralReport(flows.data(of: pair)).report.text) }
///
/// The file is read once, for all pairs: memory holds sums by period, pair, flow and, where the file
/// has them, commodity.
public struct BilateralFlows: Sendable {
  /// The pairs in the order of the totals; the world is nobody's partner here.
  public let pairs: [Pair]
  private let totals: FlowTotals
  private let rows: [Pair: [Int]]
  private let source: String

  /// A reporter and its partner.
  public struct Pair: Hashable, Sendable {
    /// Whose figures count, by ISO 3166 alpha-3 code.
    public let reporter: String
    /// The other side.
    public let partner: String

    /// Two countries by their codes.
    public init(reporter: String, partner: String) {
      self.reporter = reporter
      self.partner = partner
    }
  }

  /// Totals by period, reporter, partner, flow and perhaps commodity, of one file or several.
  public init(_ totals: FlowTotals, source: String) {
    self.totals = totals
    self.source = source
    let reporters = totals.keys(of: .reporter) ?? []
    let partners = totals.keys(of: .partner) ?? []
    var rows: [Pair: [Int]] = [:]
    var order: [Pair] = []
    for (row, (reporter, partner)) in zip(reporters, partners).enumerated()
    where reporter != "WLD" && partner != "WLD" {
      let pair = Pair(reporter: reporter, partner: partner)
      if rows[pair] == nil { order.append(pair) }
      rows[pair, default: []].append(row)
    }
    pairs = order
    self.rows = rows
  }

  /// What is known of a pair, in the unit asked for.
  ///
  /// Throws where the pair has no figure of the flow.
  public func data(
    of pair: Pair, flow: Flow = .turnover, unit: Unit? = nil
  ) throws(SeriesError) -> BilateralData {
    let own = totals.selecting(rows[pair] ?? [])
    let name = "\(Country.name(pair.reporter))–\(Country.name(pair.partner)) \(flow.rawValue)"
    func series(_ flow: Flow, _ unit: Unit?) throws(SeriesError) -> Series? {
      try own.summed(by: [.period, .flow]).series(flow, unit: unit).first
    }
    guard let main = try series(flow, unit) else { throw .empty(name) }
    var data = BilateralData(try main.named(name), flow: flow)
    if flow == .turnover {
      data.exports = own.has(.export) ? try series(.export, main.unit) : nil
      data.imports = own.has(.import) ? try series(.import, main.unit) : nil
    }
    data.goods = goods(own, pair, flow, main)
    data.mirror = mirror(pair, main)
    data.sources = [source] + totals.remarks
    return data
  }

  /// The goods of exports and of imports in the last two periods that have both.
  private func goods(
    _ own: FlowTotals, _ pair: Pair, _ flow: Flow, _ main: Series
  ) -> [BilateralData.GoodsChange] {
    guard own.dimensions.contains(.code) else { return [] }
    let (reporter, partner) = (Country.name(pair.reporter), Country.name(pair.partner))
    let wanted: [(Flow, String)] = [
      (.export, "Exports of \(reporter) to \(partner)"),
      (.import, "Imports of \(reporter) from \(partner)"),
    ]
    return wanted.compactMap { one, title in
      guard flow == .turnover || flow == one, own.has(one),
        let categories = try? own.summed(by: [.period, .code, .flow])
          .categories(by: [.code], flow: one, unit: main.unit),
        let last = categories.periods.last,
        let before = categories.periods.last(where: { $0 < last }),
        let comparison = try? Comparison(categories, from: before, to: last)
      else { return nil }
      return .init(title, comparison.top(12))
    }
  }

  /// Both sides, where the other one reports, too.
  private func mirror(_ pair: Pair, _ main: Series) -> Mirror? {
    let other = Pair(reporter: pair.partner, partner: pair.reporter)
    guard let theirs = rows[other], let ours = rows[pair] else { return nil }
    let both = totals.selecting(ours + theirs).summed(by: [.period, .reporter, .partner, .flow])
    let flows = both.mirrorFlows
    let known = flows.filter { $0.export != nil && $0.import != nil }
    // A file that derives one side from the other has no second opinion.
    guard known.contains(where: { $0.export != $0.import }) else { return nil }
    return Mirror(flows, among: flows)
  }
}

extension FlowTotals {
  /// Whether there are figures of a flow.
  fileprivate func has(_ flow: Flow) -> Bool { keys(of: .flow)?.contains(flow.rawValue) ?? false }
}

extension Series {
  /// The same series under another name.
  fileprivate func named(_ name: String) throws(SeriesError) -> Series {
    var series = try Series(
      name, unit: unit, start: start, values: values,
      qualifiers: values.indices.map(qualifier), season: season)
    series.notes = notes
    return series
  }
}
