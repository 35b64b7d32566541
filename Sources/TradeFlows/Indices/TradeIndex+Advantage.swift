/// Indices of comparative advantage and of two-way trade, good by good.
extension TradeIndex {
  /// Revealed comparative advantage: Balassa, symmetric, normalised.
  public static let comparativeAdvantage = TradeIndex(
    "rca", "revealed comparative advantage: Balassa, symmetric, normalised",
    formula: "B = (x / X) / (w / W); symmetric = (B − 1) / (B + 1); "
      + "normalised = x / W − X w / W²; x, X: exports of the commodity and in all, w, W: the world's",
    source: "Balassa (1965, Manchester School); Laursen (2015); Yu, Cai & Leung (2009)",
    range: "B from 0 up, advantage above 1; symmetric −1 to 1; normalised −1/4 to 1/4",
    terms: ["balassa", "rsca", "nrca", "laursen", "advantage"], needs: [.reporter]
  ) { cube throws(IndexError) in
    let part = cube.options.part(.code)
    var table = IndexTable(
      ["period", "reporter", part.rawValue],
      [
        .amount("value", "Value"), .index("rca", "RCA"), .index("symmetric", "Symmetric"),
        .init(name: "normalised", heading: "Normalised", style: .significant(3)),
      ])
    for seen in try cube.observations(over: part, comparesWithWorld: true) {
      let (values, world) = (seen.values, seen.world)
      let indices = [
        ComparativeAdvantage.balassa(values, world: world),
        ComparativeAdvantage.symmetric(values, world: world),
        ComparativeAdvantage.normalised(values, world: world),
      ]
      for place in values.indices where values[place] > 0 || world[place] > 0 {
        table.add(
          seen.keys + [seen.parts[place]],
          [.init(values[place])] + indices.map { .init($0[place]) })
      }
    }
    table.keepTop(cube.options.top, within: 2)
    return table
  }

  /// Comparative advantage from exports and imports.
  public static let lafay = TradeIndex(
    "lafay", "comparative advantage from exports and imports",
    formula: "L = 100 [(x − m) / t − Σ (x − m) / Σ t] t / Σ t, t = x + m of a commodity",
    source: "Lafay (1992), in Dagenais & Muet, International Trade Modelling",
    range: "−50 to 50, adds up to 0; advantage above 0", needs: [.flow]
  ) { cube throws(IndexError) in
    let part = cube.options.part(.code)
    var table = IndexTable(
      ["period", "reporter", part.rawValue],
      [.amount("exports", "Exports"), .amount("imports", "Imports"), .index("lafay", "Lafay")])
    for seen in try cube.twoWay(over: part) {
      let indices = ComparativeAdvantage.lafay(exports: seen.exports, imports: seen.imports)
      for (place, index) in indices.enumerated() where seen.trade(place) > 0 {
        table.add(
          seen.keys + [seen.parts[place]],
          [.init(seen.exports[place]), .init(seen.imports[place]), .init(index)])
      }
    }
    table.keepTop(cube.options.top, within: 2, by: 2, isSigned: true)
    return table
  }

  /// Grubel-Lloyd by commodity or group, aggregate, adjusted.
  public static let intraIndustry = TradeIndex(
    "intra-industry", "Grubel-Lloyd by commodity or group, aggregate, adjusted",
    formula: "G = 1 − |x − m| / (x + m); of several Σ [(x + m) − |x − m|] / Σ (x + m); "
      + "adjusted: the same over Σ (x + m) − |Σ x − Σ m|",
    source: "Grubel & Lloyd (1975), Intra-Industry Trade",
    range: "0 (one way) to 1 (balanced)", terms: ["grubel-lloyd", "iit", "gl"],
    needs: [.flow, .code]
  ) { cube throws(IndexError) in
    var table = IndexTable(
      ["period", "reporter", "code"],
      [
        .amount("exports", "Exports"), .amount("imports", "Imports"),
        .index("grubel_lloyd", "Grubel-Lloyd"), .index("adjusted", "Adjusted"),
      ])
    for seen in try cube.twoWay(over: .code) {
      let all = Array(seen.parts.indices)
      for (name, places) in cube.groups(of: seen.parts) + [(IndexTable.total, all)] {
        let x = places.map { seen.exports[$0] }
        let m = places.map { seen.imports[$0] }
        guard x.sum + m.sum > 0 || name == IndexTable.total else { continue }
        table.add(
          seen.keys + [name],
          [
            .init(x.sum), .init(m.sum), .init(IntraIndustry.aggregate(exports: x, imports: m)),
            // One good by itself is never unbalanced beyond its own index.
            places.count == 1
              ? .init(nil) : .init(IntraIndustry.adjusted(exports: x, imports: m)),
          ])
      }
    }
    table.keepTop(cube.options.top, within: 2)
    return table
  }

  /// Brülhart A and B, Hamilton-Kniest, between two periods.
  public static let marginalIntraIndustry = TradeIndex(
    "marginal-iit", "Brülhart A and B, Hamilton-Kniest, between two periods",
    formula: "A = 1 − |Δx − Δm| / (|Δx| + |Δm|); B = (Δx − Δm) / (|Δx| + |Δm|); the total's A is "
      + "weighted by |Δx| + |Δm|; Hamilton-Kniest = smaller Δ / larger Δ where neither fell",
    source: "Brülhart (1994), Hamilton & Kniest (1991), Weltwirtschaftliches Archiv",
    range: "A and Hamilton-Kniest 0 to 1, B −1 to 1",
    terms: ["brulhart", "brülhart", "hamilton-kniest", "miit"], needs: [.period, .flow, .code]
  ) { cube throws(IndexError) in
    var table = IndexTable(
      ["from", "to", "reporter", "code"],
      [
        .change("exports_change", "Δ exports"), .change("imports_change", "Δ imports"),
        .index("a", "A"), .index("b", "B"), .index("hamilton_kniest", "Ham.-Kniest"),
      ])
    let seen = try cube.twoWay(over: .code)
    for (from, to) in try cube.pairs() {
      for before in seen where before.period == from {
        guard let after = seen.first(where: { $0.period == to && $0.reporter == before.reporter })
        else { continue }
        let keys = [cube.periods[from], cube.periods[to], before.keys[1]]
        let changes = before.parts.indices.map { place in
          MarginalIntraIndustry.Change(
            exports: after.exports[place] - before.exports[place],
            imports: after.imports[place] - before.imports[place])
        }
        for (place, change) in changes.enumerated()
        where before.trade(place) + after.trade(place) > 0 {
          let index = MarginalIntraIndustry.matched(change)
          table.add(keys + [before.parts[place]], Self.cells(change, matched: index))
        }
        let sum = MarginalIntraIndustry.Change(
          exports: changes.map(\.exports).sum, imports: changes.map(\.imports).sum)
        table.add(
          keys + [IndexTable.total],
          Self.cells(sum, matched: MarginalIntraIndustry.matched(changes)))
      }
    }
    table.keepTop(cube.options.top, within: 3)
    return table
  }

  private static func cells(
    _ change: MarginalIntraIndustry.Change, matched: IndexValue
  ) -> [IndexTable.Cell] {
    [
      .init(change.exports), .init(change.imports), .init(matched),
      .init(MarginalIntraIndustry.direction(change)),
      .init(MarginalIntraIndustry.hamiltonKniest(change)),
    ]
  }
}
