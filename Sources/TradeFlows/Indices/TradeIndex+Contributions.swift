import TradeSeries

/// Contributions to growth at one level or two.
extension TradeIndex {
  /// Growth and what each part adds to it, one or two levels.
  public static let contributions = TradeIndex(
    "contributions", "growth and what each part adds to it, one or two levels",
    formula: "c = (y − x) / Σ x; parts add up to the growth of the total, and those within a group "
      + "to the group's",
    source: "IMF (2017), Quarterly National Accounts Manual, chapter 8",
    range: "fractions of the earlier total", terms: ["growth", "contribution"], needs: [.period]
  ) { cube throws(IndexError) in
    let levels = cube.options.by.isEmpty ? [.code] : cube.options.by
    var table = IndexTable(
      ["from", "to", "reporter"] + levels.map(\.rawValue),
      [
        .amount("before", "Before").marked, .amount("after", "After").marked,
        .init(name: "growth", heading: "Growth", style: .signedPercent(1), isMarked: true),
        .init(
          name: "contribution", heading: "Contr.", style: .signedPoints(1), isMarked: true),
      ])
    for (from, to) in try cube.pairs() {
      let kept = Set(levels).union([.reporter])
      let before = try cube.slice(from, cube.options.flow, by: kept)
      let after = try cube.slice(to, cube.options.flow, by: kept)
      for reporter in cube.reporters where before.has(reporter) || after.has(reporter) {
        let keys = [cube.periods[from], cube.periods[to], cube.names(.reporter)[reporter]]
        let level = ContributionLevel(
          cube: cube, before: before, after: after, reporter: reporter, levels: levels)
        for row in level.rows { table.add(keys + row.keys, row.cells) }
      }
    }
    return table
  }
}

/// The rows of one reporter between two periods.
private struct ContributionLevel {
  let cube: FlowCube
  let before: FlowSlice
  let after: FlowSlice
  let reporter: Int
  /// One dimension, or a group and its parts.
  let levels: [FlowDimension]

  private typealias Part = (name: String, part: Contributions.Part)

  /// Each group, in a table of two levels followed by its parts, and the total.
  var rows: [(keys: [String], cells: [IndexTable.Cell])] {
    let single = levels.count == 1
    let groups = cube.parts(levels[0]).compactMap { group -> (Part, [Part])? in
      let inner = single ? [] : parts(of: group)
      let whole = single ? part(group, nil) : Contributions(inner.map(\.part))?.total
      return whole.map { ((cube.names(levels[0])[group], $0), inner) }
    }
    guard let total = Contributions(groups.map { $0.0.part })?.total else { return [] }
    let shown = cut(groups, by: { $0.0.part })
    var rows: [(keys: [String], cells: [IndexTable.Cell])] = []
    let blank = single ? [] : [""]
    for (group, inner) in shown.kept {
      rows.append(([group.name] + blank, cells(group.part, total)))
      let parts = cut(inner, by: \.part)
      for (name, part) in parts.kept { rows.append(([group.name, name], cells(part, total))) }
      if let other = parts.other {
        rows.append(([group.name, "other"], cells(other, total)))
      }
    }
    if let other = shown.other { rows.append((["other"] + blank, cells(other, total))) }
    return rows + [([IndexTable.total] + blank, cells(total, total))]
  }

  private func parts(of group: Int) -> [Part] {
    cube.parts(levels[1]).compactMap { inner in
      part(group, inner).map { (cube.names(levels[1])[inner], $0) }
    }
  }

  /// One cell at both times; `nil` where it has no row at either.
  private func part(_ outer: Int, _ inner: Int?) -> Contributions.Part? {
    var key = CubeKey(reporter: Int32(reporter), partner: -1, flow: -1, code: -1)
    for (dimension, place) in zip(levels, [outer, inner ?? -1]) {
      if dimension == .partner { key.partner = Int32(place) } else { key.code = Int32(place) }
    }
    let (x, y) = (before.amounts[key], after.amounts[key])
    guard x != nil || y != nil else { return nil }
    let none = FlowAmount(value: 0)
    return Contributions.Part(
      before: (x ?? none).figure(cube.unit), after: (y ?? none).figure(cube.unit))
  }

  /// The parts with the largest changes in their order, and all others together.
  private func cut<Element>(
    _ parts: [Element], by part: (Element) -> Contributions.Part
  ) -> (kept: [Element], other: Contributions.Part?) {
    guard let top = cube.options.top, parts.count > top + 1 else { return (parts, nil) }
    let sizes = parts.map { abs(part($0).change.value ?? 0) }
    let chosen = Set(parts.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }.prefix(top))
    let others = parts.indices.filter { !chosen.contains($0) }.map { part(parts[$0]) }
    return (chosen.sorted().map { parts[$0] }, Contributions(others)?.total)
  }

  private func cells(
    _ part: Contributions.Part, _ total: Contributions.Part
  ) -> [IndexTable.Cell] {
    let why = "there was no trade before"
    return [
      .init(part.before), .init(part.after),
      .init(part.growth, part.before.upper > 0 ? "the bounds leave it open" : why),
      .init(
        part.change.ratio(to: total.before),
        total.before.upper > 0 ? "the bounds leave it open" : why),
    ]
  }
}
