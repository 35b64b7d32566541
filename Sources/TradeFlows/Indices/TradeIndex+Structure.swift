import TradeSeries

/// Indices of the structure of one reporter's trade, or of two structures.
extension TradeIndex {
  /// Share of each commodity or partner.
  public static let shares = TradeIndex(
    "shares", "share of each commodity or partner",
    formula: "s = x / Σ x",
    source: "UN Statistics Division, IMTS Compilers Manual (2013)",
    range: "0 to 1, a fraction", terms: ["share", "structure"]
  ) { cube throws(IndexError) in
    let part = cube.options.part(.code)
    var table = IndexTable(
      ["period", "reporter", part.rawValue],
      [.amount("value", "Value").marked, .share("share", "Share").marked])
    for seen in try cube.observations(over: part) {
      let parts = zip(seen.parts, seen.amounts).filter { $0.1 != nil }
      let figures = parts.map { ($0.1 ?? FlowAmount(value: 0)).figure(cube.unit) }
      let hasTrade = figures.contains { $0.upper > 0 }
      for (place, share) in Shares.of(figures).enumerated() {
        let why = hasTrade ? "the bounds leave it open" : "there is no trade to take shares of"
        table.add(seen.keys + [parts[place].0], [.init(figures[place]), .init(share, why)])
      }
    }
    table.keepTop(cube.options.top, within: 2)
    return table
  }

  /// Herfindahl-Hirschman, Theil, Gini, share of the top N.
  public static let concentration = TradeIndex(
    "concentration", "Herfindahl-Hirschman, Theil, Gini, share of the top N",
    formula: "H = Σ s²; H* = (H − 1/n) / (1 − 1/n); Theil = Σ s ln(n s); "
      + "Gini = Σ (2i − n − 1) x(i) / (n Σ x); top = share of the N largest; n counts all "
      + "categories of the data",
    source: "Hirschman (1964, AER); Theil (1967); Gini (1912)",
    range: "H from 1/n, H*, Gini and top from 0 to 1; Theil from 0 to ln n",
    terms: ["hhi", "herfindahl", "hirschman", "theil", "gini", "top", "entropy"]
  ) { cube throws(IndexError) in
    let top = cube.options.top ?? 5
    var table = IndexTable(
      ["period", "reporter"],
      [
        .index("hhi", "HHI"), .index("hhi_normalised", "HHI norm."), .index("theil", "Theil"),
        .index("gini", "Gini"), .share("top_share", "Top \(top)"), .count("traded", "Traded"),
        .count("categories", "of"),
      ])
    for seen in try cube.observations(over: cube.options.part(.code)) {
      let values = seen.values
      table.add(
        seen.keys,
        [
          .init(Concentration.herfindahl(values)),
          .init(Concentration.normalisedHerfindahl(values)),
          .init(Concentration.theil(values)), .init(Concentration.gini(values)),
          .init(Concentration.top(top, of: values)), .init(Double(values.count { $0 > 0 })),
          .init(Double(values.count)),
        ])
    }
    return table
  }

  /// How far the structure is from the world's.
  public static let diversification = TradeIndex(
    "diversification", "how far the structure is from the world's",
    formula: "D = ½ Σ |h − w|, h and w: shares of a commodity in the reporter's and the world's "
      + "exports",
    source: "UNCTAD, Handbook of Statistics",
    range: "0 (as the world) to 1", terms: ["unctad"], needs: [.reporter]
  ) { cube throws(IndexError) in
    var table = IndexTable(
      ["period", "reporter"], [.index("diversification", "Diversification")])
    let part = cube.options.part(.code)
    for seen in try cube.observations(over: part, comparesWithWorld: true) {
      table.add(
        seen.keys, [.init(StructureComparison.diversification(seen.values, world: seen.world))])
    }
    return table
  }

  /// How alike the exports of two reporters are.
  public static let similarity = TradeIndex(
    "similarity", "how alike the exports of two reporters are",
    formula: "S = Σ min(a, b), a and b: shares of a commodity in the exports of the two",
    source: "Finger & Kreinin (1979, Economic Journal)",
    range: "0 (nothing in common) to 1", terms: ["finger-kreinin", "esi"], needs: [.reporter]
  ) { cube throws(IndexError) in
    var table = IndexTable(["period", "reporter", "other"], [.index("similarity", "Similarity")])
    try cube.require(2, of: .reporter)
    for (number, period) in cube.periods.enumerated() {
      let part = cube.options.part(.code)
      let slice = try cube.slice(number, cube.options.flow, by: [.reporter, part])
      let values = slice.allReporters.map { (reporter: $0, values: slice.values($0, over: part)) }
      let (names, shown) = (cube.names(.reporter), Set(slice.reporters))
      for first in values where shown.contains(first.reporter) {
        for second in values where second.reporter != first.reporter {
          // Without a reporter that was asked for, each pair once.
          if cube.options.reporter == nil, second.reporter < first.reporter { continue }
          table.add(
            [period, names[first.reporter], names[second.reporter]],
            [.init(StructureComparison.similarity(first.values, second.values))])
        }
      }
    }
    table.keepTop(cube.options.top, within: 2)
    return table
  }

  /// How well exports of one meet imports of another.
  public static let complementarity = TradeIndex(
    "complementarity", "how well exports of one meet imports of another",
    formula: "C = 1 − ½ Σ |m − x|, x: shares in the reporter's exports, m: in the partner's "
      + "imports, from all",
    source: "Michaely (1996, World Bank Working Paper 1583)",
    range: "0 to 1", terms: ["michaely"], needs: [.reporter, .flow, .code]
  ) { cube throws(IndexError) in
    var table = IndexTable(
      ["period", "reporter", "partner"], [.index("complementarity", "Complementarity")])
    try cube.require(2, of: .reporter)
    let names = cube.names(.reporter)
    for (number, period) in cube.periods.enumerated() {
      let exports = try cube.slice(number, "export", by: [.reporter, .code], allPartners: true)
      let imports = try cube.slice(number, "import", by: [.reporter, .code], allPartners: true)
      for reporter in exports.reporters {
        let sold = exports.values(reporter, over: .code)
        for partner in imports.allReporters where partner != reporter {
          if let wanted = cube.options.partner, wanted != names[partner] { continue }
          let bought = imports.values(partner, over: .code)
          table.add(
            [period, names[reporter], names[partner]],
            [.init(StructureComparison.complementarity(exports: sold, imports: bought))])
        }
      }
    }
    table.keepTop(cube.options.top, within: 2)
    return table
  }
}
