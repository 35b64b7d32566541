import TradeSeries

/// Indices of a reporter's trade with all, or with each partner.
extension TradeIndex {
  /// Exports less imports, coverage ratio, normalised balance.
  public static let balance = TradeIndex(
    "balance", "exports less imports, coverage ratio, normalised balance",
    formula: "balance = X − M; coverage = X / M; normalised = (X − M) / (X + M)",
    source: "UN Statistics Division, IMTS Compilers Manual (2013)",
    range: "balance in the unit of the data; coverage from 0 up; normalised −1 to 1",
    terms: ["coverage", "surplus", "deficit"], needs: [.flow]
  ) { cube throws(IndexError) in
    let part = cube.options.by.first
    var table = IndexTable(
      ["period", "reporter"] + (part.map { [$0.rawValue] } ?? []),
      [
        .amount("exports", "Exports").marked, .amount("imports", "Imports").marked,
        .change("balance", "Balance").marked, .index("coverage", "Coverage").marked,
        .index("normalised", "Normalised").marked,
      ])
    for (number, period) in cube.periods.enumerated() {
      let kept: Set<FlowDimension> = part.map { [.reporter, $0] } ?? [.reporter]
      let exports = try cube.slice(number, "export", by: kept)
      let imports = try cube.slice(number, "import", by: kept)
      let keys = Set(exports.amounts.keys).union(imports.amounts.keys).filter {
        cube.reporters.contains(Int($0.reporter))
      }
      for key in keys.sorted() {
        let name = part.map { part in [cube.names(part)[Int(max(key.partner, key.code))]] } ?? []
        table.add(
          [period, cube.names(.reporter)[Int(key.reporter)]] + name,
          Self.cells(exports.amounts[key], imports.amounts[key], unit: cube.unit))
      }
    }
    table.keepTop(cube.options.top, within: 2)
    return table
  }

  private static func cells(
    _ exports: FlowAmount?, _ imports: FlowAmount?, unit: Unit
  ) -> [IndexTable.Cell] {
    guard let exports, let imports else {
      let why = exports == nil ? "no row of exports" : "no row of imports"
      var missing = IndexTable.Cell(nil)
      missing.reason = why
      let sides = [exports, imports].map { side in
        side.map { IndexTable.Cell($0.figure(unit)) } ?? missing
      }
      return sides + [missing, missing, missing]
    }
    let balance = Balance(exports: exports.figure(unit), imports: imports.figure(unit))
    let noImports = imports.value == 0 ? "there are no imports" : "the bounds leave it open"
    return [
      .init(balance.exports), .init(balance.imports), .init(balance.difference),
      .init(balance.coverage, noImports),
      .init(
        balance.normalised, exports.value + imports.value == 0 ? "there is no trade" : noImports),
    ]
  }

  /// Share of each partner in exports, imports, turnover.
  public static let dependence = TradeIndex(
    "dependence", "share of each partner in exports, imports, turnover",
    formula: "share of partner p = t[p] / T, for exports, imports and their sum",
    source: "OECD (2005), Measuring Globalisation",
    range: "0 to 1, a fraction", terms: ["partners"], needs: [.partner, .flow]
  ) { cube throws(IndexError) in
    var table = IndexTable(
      ["period", "reporter", "partner"],
      [
        .amount("turnover", "Turnover"), .share("exports_share", "Of exports"),
        .share("imports_share", "Of imports"), .share("turnover_share", "Of turnover"),
      ])
    for seen in try cube.twoWay(over: .partner) {
      // The denominators are the published totals where there are any.
      let whole = try [("export", seen.exports), ("import", seen.imports)].map {
        (flow, parts) throws(IndexError) in
        let all = try cube.slice(seen.period, flow, by: [.reporter], allPartners: true)
        return all.amount(seen.reporter)?.value ?? parts.sum
      }
      for (place, partner) in seen.parts.enumerated() where seen.trade(place) > 0 {
        if let wanted = cube.options.partner, wanted != partner { continue }
        let (x, m) = (seen.exports[place], seen.imports[place])
        table.add(
          seen.keys + [partner],
          [
            .init(x + m), .init(Openness.dependence(onPartner: x, of: whole[0])),
            .init(Openness.dependence(onPartner: m, of: whole[1])),
            .init(Openness.dependence(onPartner: x + m, of: whole[0] + whole[1])),
          ])
      }
    }
    table.keepTop(cube.options.top, within: 2)
    return table
  }

  /// Trade, exports and imports beside GDP.
  public static let openness = TradeIndex(
    "openness", "trade, exports and imports beside GDP (--gdp FILE)",
    formula: "openness = (X + M) / GDP; export ratio = X / GDP; "
      + "import penetration = M / (GDP − X + M)",
    source: "OECD (2005), Measuring Globalisation",
    range: "from 0 up, fractions; above 1 where much is re-exported",
    terms: ["gdp", "penetration"], needs: [.period, .flow]
  ) { cube throws(IndexError) in
    guard !cube.options.output.isEmpty else { throw .noOutput(index: cube.index) }
    var table = IndexTable(
      ["period", "reporter"],
      [
        .amount("exports", "Exports"), .amount("imports", "Imports"), .amount("gdp", "GDP"),
        .share("openness", "Openness"), .share("export_ratio", "Exports/GDP"),
        .share("import_penetration", "Import pen."),
      ])
    for (number, period) in cube.periods.enumerated() {
      let exports = try cube.slice(number, "export", by: [.reporter])
      let imports = try cube.slice(number, "import", by: [.reporter])
      for reporter in exports.reporters where imports.has(reporter) {
        let name = cube.names(.reporter)[reporter]
        let (x, m) = (exports.value(reporter), imports.value(reporter))
        // A file without reporters is of the one reporter that there is.
        let gdp = (cube.options.output[name] ?? cube.options.output[""])?[period]
        func cell(_ index: (Double) -> IndexValue) -> IndexTable.Cell {
          .init(gdp.map(index) ?? .undefined(Undefined("no GDP of \(name) for \(period)")))
        }
        table.add(
          [period, name],
          [
            .init(x), .init(m), .init(gdp),
            cell { Openness.ratioToOutput(exports: x, imports: m, gdp: $0) },
            cell { Openness.exportRatio(exports: x, gdp: $0) },
            cell { Openness.importPenetration(exports: x, imports: m, gdp: $0) },
          ])
      }
    }
    return table
  }

  /// Trade intensity with each partner.
  public static let intensity = TradeIndex(
    "intensity", "trade intensity with each partner",
    formula: "T = (x / X) / (w / W); adjusted = (x / X) / [(w − x) / (W − X)]; "
      + "symmetric = (T − 1) / (T + 1); x: exports to the partner, X: in all, w, W: the world's",
    source: "Brown (1949); Kojima (1964, Hitotsubashi Journal of Economics)",
    range: "T from 0 up, 1 is what size explains; symmetric −1 to 1", terms: ["tii"],
    needs: [.reporter, .partner]
  ) { cube throws(IndexError) in
    var table = IndexTable(
      ["period", "reporter", "partner"],
      [
        .amount("value", "Value"), .index("intensity", "Intensity"),
        .index("adjusted", "Adjusted"), .index("symmetric", "Symmetric"),
      ])
    let totals = try cube.periods.indices.map { period throws(IndexError) in
      try cube.slice(period, cube.options.flow, by: [.reporter], allPartners: true)
    }
    for seen in try cube.observations(over: .partner, comparesWithWorld: true) {
      let all = totals[cube.periods.firstIndex(of: seen.keys[0]) ?? 0]
      let worldToAll = try all.world().map { all.value($0) }.sum
      for (place, amount) in seen.amounts.enumerated() where amount != nil {
        if let wanted = cube.options.partner, wanted != seen.parts[place] { continue }
        let exports = TradeIntensity.Exports(
          toPartner: amount?.value ?? 0, toAll: all.value(seen.reporter),
          worldToPartner: seen.world[place], worldToAll: worldToAll)
        table.add(
          seen.keys + [seen.parts[place]],
          [
            .init(exports.toPartner), .init(TradeIntensity.intensity(exports)),
            .init(TradeIntensity.adjusted(exports)), .init(TradeIntensity.symmetric(exports)),
          ])
      }
    }
    table.keepTop(cube.options.top, within: 2)
    return table
  }
}
