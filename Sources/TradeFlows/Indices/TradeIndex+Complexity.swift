/// Economic complexity and the product space.
extension TradeIndex {
  /// Economic complexity of reporters, with diversity and outlook.
  public static let economies = TradeIndex(
    "eci", "economic complexity of reporters, with diversity and outlook",
    formula:
      "second eigenvector K of M̃[cc′] = Σ M[cp] M[c′p] / (k[c] k[p]), standardised; M: RCA ≥ 1; "
      + "outlook = Σ (1 − M) density · PCI",
    source: "Hidalgo & Hausmann (2009, PNAS); Hausmann et al. (2014), Atlas",
    range: "mean 0, deviation 1 within a period",
    terms: ["complexity", "coi", "outlook", "diversity"],
    needs: [.reporter, .code]
  ) { cube throws(IndexError) in
    var table = IndexTable(
      ["period", "reporter"],
      [.count("diversity", "Diversity"), .index("eci", "ECI"), .index("outlook", "Outlook")])
    for seen in try cube.complexities() {
      let outlooks = ProductSpace(seen.complexity).outlooks
      for (row, reporter) in seen.complexity.advantages.rows.enumerated()
      where cube.shows(reporter) {
        table.add(
          [seen.period, reporter],
          [
            .init(seen.complexity.diversity[row]), .init(seen.complexity.economies[row]),
            .init(outlooks[row]),
          ])
      }
    }
    return table
  }

  /// Complexity of commodities, with ubiquity.
  public static let goods = TradeIndex(
    "pci", "complexity of commodities, with ubiquity",
    formula: "PCI: mean of the reporters' K over those with RCA ≥ 1, standardised; ubiquity: their "
      + "number",
    source: "Hidalgo & Hausmann (2009, PNAS); Hausmann et al. (2014), Atlas",
    range: "mean 0, deviation 1 within a period", terms: ["ubiquity"], needs: [.reporter, .code]
  ) { cube throws(IndexError) in
    var table = IndexTable(
      ["period", "code"], [.count("ubiquity", "Ubiquity"), .index("pci", "PCI")])
    for seen in try cube.complexities() {
      for (place, code) in seen.complexity.advantages.columns.enumerated() {
        table.add(
          [seen.period, code],
          [.init(seen.complexity.ubiquity[place]), .init(seen.complexity.goods[place])])
      }
    }
    table.keepTop(cube.options.top, within: 1, by: 1, isSigned: true)
    return table
  }

  /// Which commodities are exported together.
  public static let proximity = TradeIndex(
    "proximity", "which commodities are exported together",
    formula: "φ = Σ M[cp] M[cq] / max(k[p], k[q]), over reporters c with RCA ≥ 1",
    source: "Hidalgo, Klinger, Barabási & Hausmann (2007, Science)",
    range: "0 to 1; pairs at 0 are left out", terms: ["product-space"], needs: [.reporter, .code]
  ) { cube throws(IndexError) in
    var table = IndexTable(["period", "code", "other"], [.index("proximity", "Proximity")])
    for seen in try cube.complexities() {
      let space = ProductSpace(seen.complexity)
      let codes = seen.complexity.advantages.columns
      for p in codes.indices {
        for q in codes.indices.dropFirst(p + 1) where space.proximity[p, q] > 0 {
          table.add([seen.period, codes[p], codes[q]], [.init(space.proximity[p, q])])
        }
      }
    }
    table.keepTop(cube.options.top, within: 1)
    return table
  }

  /// How near a reporter is to each commodity, and its gain.
  public static let density = TradeIndex(
    "density", "how near a reporter is to each commodity, and its gain",
    formula:
      "d = Σ M[cq] φ[pq] / Σ φ[pq] over q; gain = (1 − M[cp]) Σ (1 − M[cq]) φ[pq] PCI[q] / Σ φ[qr]",
    source: "Hidalgo et al. (2007, Science); Hausmann et al. (2014), Atlas",
    range: "density 0 to 1; gain without range", terms: ["gain", "cog", "distance"],
    needs: [.reporter, .code]
  ) { cube throws(IndexError) in
    var table = IndexTable(
      ["period", "reporter", "code"],
      [
        .count("advantage", "RCA ≥ 1"), .index("density", "Density"), .index("gain", "Gain"),
        .index("pci", "PCI"),
      ])
    for seen in try cube.complexities() {
      let space = ProductSpace(seen.complexity)
      let advantages = seen.complexity.advantages
      for (row, reporter) in advantages.rows.enumerated() where cube.shows(reporter) {
        let gains = space.gains(ofReporter: row)
        for (column, code) in advantages.columns.enumerated()
        where seen.complexity.ubiquity[column] > 0 {
          table.add(
            [seen.period, reporter, code],
            [
              .init(advantages.values[row, column]), .init(space.density[row, column]),
              .init(gains[column]), .init(seen.complexity.goods[column]),
            ])
        }
      }
    }
    table.keepTop(cube.options.top, within: 2, by: 1)
    return table
  }
}

extension FlowCube {
  /// The complexity of each period, over all reporters of the data.
  fileprivate func complexities() throws(IndexError) -> [(period: String, complexity: Complexity)] {
    try require(2, of: .reporter)
    try require(2, of: .code)
    var all: [(period: String, complexity: Complexity)] = []
    for (number, period) in periods.enumerated() {
      let slice = try slice(number, options.flow, by: [.reporter, .code])
      all.append((period, Complexity(slice.matrix(over: .code))))
    }
    return all
  }

  fileprivate func shows(_ reporter: String) -> Bool {
    options.reporter.map { $0 == reporter } ?? true
  }
}
