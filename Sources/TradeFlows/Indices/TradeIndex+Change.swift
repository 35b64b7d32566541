import TradeSeries

/// Indices of growth between two periods: who gained, where, and why.
extension TradeIndex {
  /// Extensive and intensive margin, number of goods.
  public static let margins = TradeIndex(
    "margins", "extensive and intensive margin, number of goods",
    formula: "extensive = Σ w of the goods that it exports / Σ w; intensive = Σ x / Σ w of the "
      + "goods that it exports; their product is its share; w: the world's exports of a commodity",
    source: "Hummels & Klenow (2005, American Economic Review)",
    range: "0 to 1, fractions", terms: ["hummels-klenow", "extensive", "intensive"],
    needs: [.reporter]
  ) { cube throws(IndexError) in
    var table = IndexTable(
      ["period", "reporter"],
      [
        .index("extensive", "Extensive"), .index("intensive", "Intensive"),
        .share("share", "Share"), .count("count", "Goods"), .count("world_count", "of the world"),
      ])
    let part = cube.options.part(.code)
    for seen in try cube.observations(over: part, comparesWithWorld: true) {
      let margins = Margins(seen.values, world: seen.world)
      table.add(
        seen.keys,
        [
          .init(margins.extensive), .init(margins.intensive), .init(margins.share),
          .init(Double(margins.count)), .init(Double(margins.worldCount)),
        ])
    }
    return table
  }

  /// Constant-market-share decomposition of export growth.
  public static let marketShare = TradeIndex(
    "market-share", "constant-market-share decomposition of export growth",
    formula: "Δx = Σ r x + Σ (r[k] − r) x + Σ (r[kp] − r[k]) x + Σ Δs W₀ + Σ Δs ΔW, in the order "
      + "of the rows; r: growth of world exports, in all, of commodity k, to partner p; s = x / W; the last two "
      + "are what was won in competition",
    source: "Leamer & Stern (1970), chapter 7; Milana (1988) for the second-order split",
    range: "in the unit of the data; the effects add up to the change",
    terms: ["cms", "leamer-stern", "constant-market-share"], needs: [.period, .reporter]
  ) { cube throws(IndexError) in
    var table = IndexTable(
      ["from", "to", "reporter", "effect"],
      [.change("value", "Value"), .share("share", "Of earlier exports")])
    for (from, to) in try cube.pairs() {
      for (reporter, cells) in try cube.marketCells(from, to) {
        let keys = [cube.periods[from], cube.periods[to], reporter]
        let before = cells.map(\.before).sum
        for (effect, value) in Self.effects(cells) {
          let share = IndexValue { () throws(Undefined) in
            guard case .number(let number) = value else { throw Undefined("no effect") }
            return try ratio(number, before, "there were no exports")
          }
          table.add(
            keys + [effect], [.init(value), value.reason == nil ? .init(share) : .init(nil)])
        }
      }
    }
    return table
  }

  private static func effects(_ cells: [MarketShare.Cell]) -> [(String, IndexValue)] {
    let names = ["growth", "commodity", "market", "competitive", "second order", IndexTable.total]
    do throws(Undefined) {
      let parts = try MarketShare(cells)
      let values = [
        parts.growth, parts.commodity, parts.market, parts.general, parts.specific, parts.change,
      ]
      return zip(names, values).map { ($0, IndexValue($1)) }
    } catch {
      return names.map { ($0, .undefined(error)) }
    }
  }

  /// Change of each commodity: world, mix, competitive.
  public static let shiftShare = TradeIndex(
    "shift-share", "change of each commodity: world, mix, competitive",
    formula: "world = x R; mix = x (R[k] − R); competitive = y − x (1 + R[k]); R: growth of world "
      + "exports, in all and of commodity k; x, y: the reporter's exports",
    source: "Dunn (1960, Papers of the Regional Science Association)",
    range: "in the unit of the data; the three add up to the change",
    terms: ["shift"], needs: [.period, .reporter, .code]
  ) { cube throws(IndexError) in
    var table = IndexTable(
      ["from", "to", "reporter", "code"],
      [
        .change("change", "Change"), .change("world", "World"), .change("mix", "Mix"),
        .change("competitive", "Competitive"),
      ])
    for (from, to) in try cube.pairs() {
      let flow = cube.options.flow
      let (before, after) = (
        try cube.slice(from, flow, by: [.reporter, .code]),
        try cube.slice(to, flow, by: [.reporter, .code])
      )
      let world = (before: try before.world(over: .code), after: try after.world(over: .code))
      for reporter in cube.reporters where before.has(reporter) || after.has(reporter) {
        let x = before.values(reporter, over: .code)
        let y = after.values(reporter, over: .code)
        let parts = x.indices.map { k in
          Result { () throws(Undefined) in
            try ShiftShare(
              before: x[k], after: y[k], world: (world.before[k], world.after[k]),
              all: (world.before.sum, world.after.sum))
          }
        }
        let keys = [cube.periods[from], cube.periods[to], cube.names(.reporter)[reporter]]
        for (k, part) in parts.enumerated() where x[k] > 0 || y[k] > 0 {
          table.add(
            keys + [cube.names(.code)[cube.parts(.code)[k]]], Self.cells([part], y[k] - x[k]))
        }
        table.add(keys + [IndexTable.total], Self.cells(parts, y.sum - x.sum))
      }
    }
    table.keepTop(cube.options.top, within: 3)
    return table
  }

  /// The change and its three parts, summed; undefined where one of them is.
  private static func cells(
    _ parts: [Result<ShiftShare, Undefined>], _ change: Double
  ) -> [IndexTable.Cell] {
    let sums = [\ShiftShare.national, \.mix, \.competitive].map { effect in
      IndexValue { () throws(Undefined) in
        var sum = 0.0
        for part in parts { sum += try part.get()[keyPath: effect] }
        return sum
      }
    }
    return [.init(change)] + sums.map { .init($0) }
  }

  /// What entered, left, rose or fell in the top N.
  public static let changes = TradeIndex(
    "changes", "what entered, left, rose or fell in the top N",
    formula: "rank by value in both periods; survival = those of the earlier top N that are still "
      + "in the later one / N",
    source: "Besedeš & Prusa (2006, Canadian Journal of Economics)",
    range: "entered, left, up, down, same; survival 0 to 1",
    terms: ["survival", "entered", "left", "ranks"], needs: [.period]
  ) { cube throws(IndexError) in
    let part = cube.options.part(.code)
    var table = IndexTable(
      ["from", "to", "reporter", part.rawValue, "status"],
      [
        .count("rank_before", "Was"), .count("rank_after", "Is"),
        .amount("before", "Value was"), .amount("after", "Value is"),
        .share("survival", "Survival"),
      ])
    for (from, to) in try cube.pairs() {
      let before = try cube.slice(from, cube.options.flow, by: [.reporter, part])
      let after = try cube.slice(to, cube.options.flow, by: [.reporter, part])
      let labels = cube.parts(part).map { cube.names(part)[$0] }
      for reporter in cube.reporters where before.has(reporter) || after.has(reporter) {
        let keys = [cube.periods[from], cube.periods[to], cube.names(.reporter)[reporter]]
        let changes = Changes(
          top: cube.options.top ?? 10, labels: labels,
          before: before.values(reporter, over: part), after: after.values(reporter, over: part))
        for flow in changes.flows {
          table.add(
            keys + [flow.label, flow.status.rawValue],
            [
              .init(flow.rankBefore.map(Double.init)), .init(flow.rankAfter.map(Double.init)),
              .init(flow.before), .init(flow.after), .init(changes.survival),
            ])
        }
      }
    }
    return table
  }
}

extension FlowCube {
  /// Exports and world exports by good and market, for every reporter that had or has any.
  fileprivate func marketCells(
    _ from: Int, _ to: Int
  ) throws(IndexError) -> [(reporter: String, cells: [MarketShare.Cell])] {
    // What the data do not tell apart is one good or one market.
    var kept: Set<FlowDimension> = [.reporter]
    if dimensions.contains(.code) { kept.insert(.code) }
    if dimensions.contains(.partner), options.partner == nil, !parts(.partner).isEmpty {
      kept.insert(.partner)
    }
    let before = try slice(from, options.flow, by: kept)
    let after = try slice(to, options.flow, by: kept)
    let world = try Set(before.world().map { Int32($0) })
    var sums: [CubeKey: (before: Double, after: Double)] = [:]
    // In order, so that the same data give the same last digit.
    for key in before.amounts.keys.sorted() where world.contains(key.reporter) {
      sums[key.ofWorld, default: (0, 0)].before += before.value(at: key)
    }
    for key in after.amounts.keys.sorted() where world.contains(key.reporter) {
      sums[key.ofWorld, default: (0, 0)].after += after.value(at: key)
    }
    // Trade that the world does not have shows as a cell whose world is zero.
    var keys = Set(sums.keys)
    keys.formUnion(before.amounts.keys.map(\.ofWorld))
    keys.formUnion(after.amounts.keys.map(\.ofWorld))
    let order = keys.sorted()
    return reporters.filter { before.has($0) || after.has($0) }.map { reporter in
      let cells = order.map { key in
        var own = key
        own.reporter = Int32(reporter)
        let all = sums[key] ?? (0, 0)
        return MarketShare.Cell(
          good: Int(key.code), before: before.value(at: own), after: after.value(at: own),
          worldBefore: all.before, worldAfter: all.after)
      }
      return (names(.reporter)[reporter], cells)
    }
  }
}

extension CubeKey: Comparable {
  /// In the order of the labels.
  static func < (first: CubeKey, second: CubeKey) -> Bool {
    (first.reporter, first.partner, first.code) < (second.reporter, second.partner, second.code)
  }

  /// The same cell of all reporters together.
  fileprivate var ofWorld: CubeKey {
    var key = self
    key.reporter = -1
    return key
  }
}
