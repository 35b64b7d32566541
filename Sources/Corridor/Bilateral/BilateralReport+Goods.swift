/// Goods: what each added to the change, how large it is, and how concentrated the trade.
extension BilateralReport {
  var goodsSections: [Report.Section] {
    let compared = data.goods.enumerated().map { index, goods in
      let unit = goods.comparison.unit.description
      let number = index == 0 ? "" : "-\(index + 1)"
      return Report.Section(
        "Goods: \(goods.title.uncapitalised)" + (unit.isEmpty ? "" : ", \(unit)"),
        name: "goods\(number)", blocks(goods, number))
    }
    guard let rows = data.singleGoods else { return compared }
    // Single figures are of the pair, and stand behind its goods.
    let ofPair = data.goods.count { !$0.title.hasSuffix("to the world") }
    let single = Report.Section(
      "Goods: single figures", name: "goods-single", Report.goodsBlocks(rows))
    return compared.prefix(ofPair) + [single] + compared.dropFirst(ofPair)
  }

  private func blocks(_ goods: BilateralData.GoodsChange, _ number: String) -> [Report.Block] {
    let comparison = goods.comparison
    var blocks: [Report.Block] = []
    if let chart = comparison.barChart(goods.title, name: "categories\(number)") {
      blocks.append(.chart(chart.asIllustration))
    }
    if let chart = comparison.slopeChart(goods.title, name: "shares\(number)") {
      blocks.append(.chart(chart.asIllustration))
    }
    return blocks
      + Report.comparisonBlocks(
        comparison, notes: comparison.concentrationSentence.map { [$0] } ?? [])
  }
}

extension Comparison {
  /// The categories alone: neither what is left of the total nor what was put together.
  private var categories: [Row] {
    rows.filter { $0.code != Row.restCode && $0.code != Row.otherCode }
  }

  /// How concentrated the categories are, in both periods, where there are at least three.
  ///
  /// The index is of all categories of the comparison; a row of others is one of them.
  var concentrationSentence: String? {
    func values(_ figure: (Row) -> Figure?) -> [Double] {
      rows.filter { $0.code != Row.restCode }.compactMap { figure($0)?.value }.filter { $0 >= 0 }
    }
    let (before, after) = (values(\.from), values(\.to))
    guard rows.allSatisfy({ $0.code != Row.otherCode }), after.count >= 3,
      let now = Concentration.herfindahl(after).value
    else { return nil }
    var text =
      "Concentration (Herfindahl–Hirschman index over \(after.count) categories): "
      + "\(NumberText.fixed(now, digits: 2)) in \(to)"
    if before.count >= 3, let then = Concentration.herfindahl(before).value {
      text += ", \(NumberText.fixed(then, digits: 2)) in \(from)"
    }
    return text + "."
  }

  /// Both periods of the largest categories, side by side.
  func barChart(_ title: String, name: String) -> Chart? {
    func size(_ figure: Figure?) -> Double { figure?.value ?? 0 }
    let shown = rows.filter { row in
      row.code != Row.restCode && (size(row.to) > 0 || size(row.from) > 0)
    }.sorted { (size($0.to), size($0.from)) > (size($1.to), size($1.from)) }
    guard shown.count > 1 else { return nil }
    let largest = shown.first?.name ?? ""
    return Chart(
      .bars(
        BarChart(
          seriesNames: from == to ? ["\(to)"] : ["\(to)", "\(from)"],
          bars: shown.prefix(15).map { row in
            .init(
              row.name, from == to ? [row.to?.value] : [row.to?.value, row.from?.value],
              qualifier: row.to?.qualifier ?? .exact)
          })),
      name: name, title: "\(title), \(from) and \(to)", subtitle: unit.description,
      description: "Bars by category, the largest first; \(largest) leads in \(to).")
  }

  /// How shares moved between the periods.
  func slopeChart(_ title: String, name: String) -> Chart? {
    let all = categories.compactMap { row -> SlopeChart.Line? in
      guard let share = row.share?.value, let change = row.shareChange?.value else { return nil }
      return SlopeChart.Line(row.name, from: share - change, to: share)
    }
    let lines = all.filter { max($0.from, $0.to) > 0.005 }
      .sorted { max($0.from, $0.to) > max($1.from, $1.to) }
    let most = lines.max { first, second in first.to - first.from < second.to - second.from }
    guard lines.count > 1, from != to, let most else { return nil }
    return Chart(
      .slope(SlopeChart(from: "\(from)", to: "\(to)", lines: Array(lines.prefix(10)))),
      name: name, title: "Shares, \(from) to \(to)", subtitle: title,
      description:
        "Lines from each category's share then to its share now; \(most.label) gained most.")
  }
}

extension String {
  /// With a small first letter.
  fileprivate var uncapitalised: String { prefix(1).lowercased() + dropFirst() }
}
