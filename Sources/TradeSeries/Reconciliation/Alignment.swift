import TradeTables

/// Groups brought to one last period, ready to be added up.
struct Alignment {
  private(set) var leaves: [Series]
  /// The last period of all.
  let end: Period
  private(set) var notes: [String] = []

  /// Cuts at the last period that both the groups and the total have, and continues groups that
  /// end before it with zeros.
  init(_ groups: [Series], total: Series?) throws(SeriesError) {
    let all = groups + (total.map { [$0] } ?? [])
    if let other = all.first(where: { $0.start.kind != groups[0].start.kind }) {
      throw .mixedKinds(groups[0].name, "\(groups[0].start)", other.name, "\(other.start)")
    }
    if let other = all.first(where: { $0.unit != groups[0].unit }) {
      throw .unit(other.unit.description, to: groups[0].unit.description)
    }
    let latest = groups.map(\.end).max() ?? groups[0].end
    end = min(latest, total?.end ?? latest)
    leaves = []
    var ended = 0
    for group in groups {
      guard let part = try? group.from(nil, until: end) else { continue }
      if part.end < end { ended += 1 }
      leaves.append(try Self.continued(part, to: end))
    }
    guard leaves.count > 1 else { throw .singlePart(groups[0].name) }
    if ended > 0 {
      notes.append(
        "\(ended) of \(leaves.count) groups have no figure up to \(end): they count as zero after "
          + "their last.")
    }
    let known = Set(leaves.flatMap { leaf in leaf.periods.filter { leaf[$0] != nil } })
    let gaps = leaves.reduce(0) { $0 + $1.gaps.count { known.contains($0) } }
    if gaps > 0 {
      notes.append(
        "\(gaps == 1 ? "One gap" : "\(gaps) gaps") inside groups, where others have figures, "
          + "\(gaps == 1 ? "counts" : "count") as zero in the sums.")
    }
    if let total, total.end != latest {
      notes.append("The groups and the total are taken up to \(end), the last period of both.")
    }
  }

  private static func continued(_ series: Series, to end: Period) throws(SeriesError) -> Series {
    let missing = end.index - series.end.index
    guard missing > 0 else { return series }
    let marks = series.values.indices.map(series.qualifier)
    return try Series(
      series.name, unit: series.unit, start: series.start,
      values: series.values + [Double?](repeating: 0, count: missing),
      qualifiers: marks + [Qualifier](repeating: .exact, count: missing), season: series.season)
  }

  /// The sum over the periods in which any of the groups has a figure.
  func sum(of places: [Int], name: String) throws(SeriesError) -> Series {
    let start = places.map { leaves[$0].start }.min() ?? end
    return try figures(name, from: start) { period in
      places.compactMap { leaves[$0][period] }.total()
    }
  }

  func cut(_ total: Series) throws(SeriesError) -> Series { try total.from(nil, until: end) }

  /// Makes what the groups leave of a published total a group of its own, and says so.
  mutating func rest(of total: Series) throws(SeriesError) -> String? {
    let sum = try sum(of: Array(leaves.indices), name: Hierarchy.restName)
    let total = try cut(total)
    // As in `Comparison`: half a unit of the second decimal for each group and for the total.
    let rounding = 0.005 * Double(leaves.count + 1)
    var isRounding = true
    let rest = try? figures(Hierarchy.restName, from: max(sum.start, total.start)) { period in
      guard let whole = total[period], let parts = sum[period] else { return nil }
      let rest = whole - parts
      let size = abs(whole.value ?? 0)
      if !rest.isBound, abs(rest.value ?? 0) > max(min(rounding, 1e-3 * size), 1e-9 * size) {
        isRounding = false
      }
      return rest
    }
    guard !isRounding, let rest else { return nil }
    leaves.append(try Self.continued(rest, to: end))
    return "What the groups leave of the published total is a group of its own: "
      + "\(Hierarchy.restName)."
  }

  private func figures(
    _ name: String, from start: Period, _ figure: (Period) -> Figure?
  ) throws(SeriesError) -> Series {
    let figures = (0...max(end.index - start.index, 0)).map { figure(start.advanced(by: $0)) }
    return try Series(
      name, unit: leaves[0].unit, start: start, values: figures.map { $0?.value },
      qualifiers: figures.map { $0.flatMap { $0.value == nil ? nil : $0.qualifier } ?? .exact },
      season: leaves[0].season)
  }
}
