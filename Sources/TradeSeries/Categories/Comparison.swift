import TradeTables

/// How categories changed between two periods, and what each contributed to the change of the
/// total.
///
///     growth        y[i] / x[i] − 1
///     contribution  (y[i] − x[i]) / X            X, Y: the totals of the two periods
///     share         y[i] / Y
///
/// The contributions add up to the growth of the total. What the categories leave of a published
/// total is a row of its own, never hidden.
public struct Comparison: Sendable {
  /// The earlier period.
  public let from: Period
  /// The later period.
  public let to: Period
  /// The unit of the figures `from` and `to` in every row.
  public let unit: Unit
  /// Sorted by contribution, largest first; the rest stands last.
  public let rows: [Row]
  /// The total itself: as published, or else the sum of the categories.
  public let total: Row
  /// The categories without a figure in the earlier period, whether or not they have a row of their
  /// own.
  public let new: [Row]
  /// The categories without a figure in the later period.
  public let gone: [Row]

  /// One category in both periods.
  public struct Row: Sendable {
    /// The category's code; `TOTAL` for the total, `other` for those that `top` takes together, and
    /// `rest` for what the categories leave of the total.
    public let code: String
    /// The category as a reader knows it.
    public let name: String
    /// The figure of the earlier period; `nil` where it has none.
    public let from: Figure?
    /// The figure of the later period; `nil` where it has none.
    public let to: Figure?
    /// y[i] / x[i] − 1, a fraction; `nil` without an earlier figure and for a rest of rounding.
    public let growth: Figure?
    /// (y[i] − x[i]) / X, a fraction: the part of the total's growth that is due to this row.
    public let contribution: Figure?
    /// y[i] / Y, the share in the later period, a fraction.
    public let share: Figure?
    /// The share in the later period less that in the earlier one.
    public let shareChange: Figure?
  }
}

extension Comparison {
  /// Compares two periods; the first and the last of the categories where none are named.
  ///
  /// A category without a figure in a period in which others have one had no trade: it counts as
  /// zero there and is new or gone.
  public init(
    _ categories: Categories, from: Period? = nil, to: Period? = nil
  ) throws(SeriesError) {
    let periods = categories.periods
    guard let first = periods.first, let last = periods.last else { throw .empty("the comparison") }
    let (from, to) = (from ?? first, to ?? last)
    self.from = from
    self.to = to
    unit = categories.unit
    for period in [from, to] where !periods.contains(period) {
      throw .missingPeriod("\(period)", series: "the data", available: "\(first) to \(last)")
    }

    let zero = Figure(0, unit: categories.unit)
    let pairs = categories.parts.map { part in
      (part: part, before: part.series[from], after: part.series[to])
    }.filter { $0.before != nil || $0.after != nil }
    let sums = (
      before: pairs.compactMap(\.before).total() ?? zero,
      after: pairs.compactMap(\.after).total() ?? zero
    )
    let whole = (
      before: categories.total?[from] ?? sums.before,
      after: categories.total?[to] ?? sums.after
    )
    total = Row(
      code: "TOTAL", name: "Total", before: whole.before, after: whole.after, whole: whole)
    var rows = pairs.map { pair in
      Row(
        code: pair.part.code, name: pair.part.name, before: pair.before, after: pair.after,
        whole: whole)
    }
    rows.sort { ($0.contribution?.value ?? 0) > ($1.contribution?.value ?? 0) }
    if categories.total != nil {
      rows += Row.rest(of: whole, after: sums, parts: pairs.count).map { [$0] } ?? []
    }
    self.rows = rows
    new = rows.filter { $0.from == nil }
    gone = rows.filter { $0.to == nil }
  }

  /// The rows with the largest contributions, of either sign, and one for all the others together.
  public func top(_ count: Int) -> Comparison {
    let parts = rows.filter { $0.code != Row.restCode }
    guard parts.count > count + 1 else { return self }
    let sizes = parts.map { abs($0.contribution?.value ?? 0) }
    let chosen = Set(parts.indices.sorted { sizes[$0] > sizes[$1] }.prefix(count))
    let others = parts.indices.filter { !chosen.contains($0) }.map { parts[$0] }
    let zero = Figure(0, unit: unit)
    let row = Row(
      code: Row.otherCode, name: "Other (\(others.count))",
      before: others.compactMap(\.from).total() ?? zero,
      after: others.compactMap(\.to).total() ?? zero,
      whole: (total.from ?? zero, total.to ?? zero))
    return Comparison(
      from: from, to: to, unit: unit,
      rows: chosen.sorted().map { parts[$0] } + [row] + rows.filter { $0.code == Row.restCode },
      total: total, new: new, gone: gone)
  }

}

extension Comparison.Row {
  package static let restCode = "rest"
  /// The code of the row that `top` puts the small categories in.
  package static let otherCode = "other"

  init(
    code: String, name: String, before: Figure?, after: Figure?,
    whole: (before: Figure, after: Figure), hasGrowth: Bool = true
  ) {
    let zero = Figure(0, unit: whole.before.unit)
    self.code = code
    self.name = name
    from = before
    to = after
    growth = before.flatMap { hasGrowth ? (after ?? zero).growth(since: $0) : nil }
    contribution = ((after ?? zero) - (before ?? zero)).ratio(to: whole.before)
    let shares = ((before ?? zero).share(of: whole.before), (after ?? zero).share(of: whole.after))
    share = shares.1
    shareChange = shares.1 - shares.0
  }

  /// What the parts leave of the total, or `nil` where they leave nothing.
  ///
  /// Figures are published with rounding: a rest that rounding explains is called by that name.
  static func rest(
    of whole: (before: Figure, after: Figure), after sums: (before: Figure, after: Figure),
    parts: Int
  ) -> Comparison.Row? {
    let rest = (before: whole.before - sums.before, after: whole.after - sums.after)
    let size = max(whole.before.value ?? 0, whole.after.value ?? 0)
    func isNothing(_ figure: Figure, _ limit: Double) -> Bool {
      figure.value.map { abs($0) <= limit } ?? false
    }
    guard !isNothing(rest.before, 1e-12 * size) || !isNothing(rest.after, 1e-12 * size) else {
      return nil
    }
    // Half a unit of the second decimal for each part and for the total.
    let rounding = 0.005 * Double(parts + 1)
    let isRounding = isNothing(rest.before, rounding) && isNothing(rest.after, rounding)
    return Comparison.Row(
      code: restCode, name: isRounding ? "Rounding" : "Not itemised", before: rest.before,
      after: rest.after, whole: whole, hasGrowth: !isRounding)
  }
}

extension Comparison: TableConvertible {
  /// A row for each category, the total last.
  ///
  ///     code,category,from,to,growth,contribution,share,qualifier,share_change,
  ///     from_qualifier,to_qualifier,growth_qualifier,share_qualifier,share_change_qualifier
  ///
  /// `qualifier` reads the contribution.
  public var table: Table {
    let rows = rows + [total]
    return Table(
      .text("code", rows.map(\.code), heading: "Code"),
      .text("category", rows.map(\.name), heading: "Category"),
      .number(
        "from", rows.map { $0.from?.value }, heading: "\(from)", style: .decimal(1),
        mark: "from_qualifier"),
      .number(
        "to", rows.map { $0.to?.value }, heading: "\(to)", style: .decimal(1),
        mark: "to_qualifier"),
      .number(
        "growth", rows.map { $0.growth?.value }, heading: "Growth", style: .signedPercent(1),
        mark: "growth_qualifier"),
      .number(
        "contribution", rows.map { $0.contribution?.value }, heading: "Contr.",
        style: .signedPoints(1), mark: "qualifier"),
      .number(
        "share", rows.map { $0.share?.value }, heading: "Share", style: .percent(1),
        mark: "share_qualifier"),
      .qualifiers("qualifier", rows.map { $0.contribution?.qualifier }),
      .number(
        "share_change", rows.map { $0.shareChange?.value }, heading: "Change",
        style: .signedPoints(1), mark: "share_change_qualifier"),
      .qualifiers("from_qualifier", rows.map { $0.from?.qualifier }),
      .qualifiers("to_qualifier", rows.map { $0.to?.qualifier }),
      .qualifiers("growth_qualifier", rows.map { $0.growth?.qualifier }),
      .qualifiers("share_qualifier", rows.map { $0.share?.qualifier }),
      .qualifiers("share_change_qualifier", rows.map { $0.shareChange?.qualifier }))
  }
}
