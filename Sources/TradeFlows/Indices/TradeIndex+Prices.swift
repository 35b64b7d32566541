/// Indices of unit values: prices, quantities, terms of trade.
extension TradeIndex {
  /// Unit-value indices: Laspeyres, Paasche, Fisher, chained.
  public static let prices = TradeIndex(
    "prices", "unit-value indices: Laspeyres, Paasche, Fisher, chained",
    formula: "Laspeyres = Σ p₁ q₀ / Σ p₀ q₀; Paasche = Σ p₁ q₁ / Σ p₀ q₁; "
      + "Fisher = √(Laspeyres Paasche); chained = product of yearly Fisher links; p = value / "
      + "quantity; the first period is 1",
    source: "IMF (2009), Export and Import Price Index Manual",
    range: "above 0, 1 in the first period",
    terms: ["laspeyres", "paasche", "fisher", "unit-values", "chained", "volume"],
    needs: [.period, .code]
  ) { cube throws(IndexError) in
    var table = IndexTable(
      ["period", "reporter"],
      [
        .index("laspeyres", "Laspeyres"), .index("paasche", "Paasche"),
        .index("fisher", "Fisher"), .index("chained", "Chained"), .index("volume", "Volume"),
        .share("coverage", "Covered"),
      ])
    for (reporter, periods, chain) in try cube.chains(cube.options.flow) {
      for (place, period) in periods.enumerated() {
        let index = chain.direct[place]
        table.add(
          [period, reporter],
          [
            .init(index.laspeyres), .init(index.paasche), .init(index.fisher),
            .init(chain.prices[place]), .init(chain.volumes[place]), .init(index.coverage),
          ])
      }
    }
    return table
  }

  /// Export prices over import prices, and what exports buy.
  public static let termsOfTrade = TradeIndex(
    "terms-of-trade", "export prices over import prices, and what exports buy",
    formula: "net barter = Pₓ / Pₘ; income = net barter · Qₓ; chained Fisher indices of unit "
      + "values and quantities; the first period is 1",
    source: "UNCTAD, Handbook of Statistics; IMF (2009), XMPI Manual",
    range: "above 0, 1 in the first period", terms: ["tot", "terms"],
    needs: [.period, .flow, .code]
  ) { cube throws(IndexError) in
    var table = IndexTable(
      ["period", "reporter"],
      [
        .index("export_price", "Export price"), .index("import_price", "Import price"),
        .index("net_barter", "Net barter"), .index("income", "Income"),
      ])
    let imports = try cube.chains("import")
    for (reporter, periods, chain) in try cube.chains("export") {
      let other = imports.first { $0.reporter == reporter }
      for (place, period) in periods.enumerated() {
        let price = chain.prices[place]
        let twin = other?.periods.firstIndex(of: period)
        let importPrice =
          twin.flatMap { other?.chain.prices[$0] } ?? .undefined(Undefined("no imports"))
        let barter = TermsOfTrade.netBarter(exportPrice: price, importPrice: importPrice)
        let income = TermsOfTrade.income(netBarter: barter, exportVolume: chain.volumes[place])
        table.add(
          [period, reporter],
          [.init(price), .init(importPrice), .init(barter), .init(income)])
      }
    }
    return table
  }
}

extension FlowCube {
  /// The price and quantity indices of each reporter over the periods in which it has rows.
  fileprivate func chains(
    _ flow: String
  ) throws(IndexError) -> [(reporter: String, periods: [String], chain: PriceIndex.Chain)] {
    var goods: [Int: [(period: String, amounts: [FlowAmount?])]] = [:]
    for (number, period) in periods.enumerated() {
      let slice = try slice(number, flow, by: [.reporter, .code])
      for reporter in slice.reporters {
        goods[reporter, default: []].append((period, slice.amounts(reporter, over: .code)))
      }
    }
    let hasQuantity = goods.values.contains { periods in
      periods.contains { $0.amounts.contains { $0?.quantity != nil } }
    }
    guard hasQuantity else { throw .noQuantity(index: index) }
    return goods.sorted { $0.key < $1.key }.map { reporter, periods in
      let amounts = periods.map { period in
        period.amounts.map { PriceIndex.Amount(value: $0?.value ?? 0, quantity: $0?.quantity) }
      }
      return (names(.reporter)[reporter], periods.map(\.period), PriceIndex.Chain(amounts))
    }
  }
}
