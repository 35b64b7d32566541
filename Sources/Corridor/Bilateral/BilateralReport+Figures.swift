/// The figures period by period, what drove their change, and what past forecasts were worth.
extension BilateralReport {
  var figureBlocks: [Report.Block] {
    guard data.exports != nil || data.imports != nil else { return Report.growthBlocks(growth) }
    return [
      .table("growth", figureTable), .notes(growth.rateNotes), .notes(data.series.notes),
    ]
  }

  /// The table of growth with exports, imports and their balance beside the total.
  private var figureTable: Table {
    let periods = data.series.periods
    let known = growth.table
    // Print has no room for all of it; files keep the whole table of growth.
    let kept = known.columns.map { column in
      ["change", "index"].contains(column.name)
        ? Column(
          column.name, column.values, heading: column.heading, style: column.style,
          mark: column.mark, isHidden: true) : column
    }
    let total = kept.prefix { $0.name != "change" }.map { column in
      column.name == "value"
        ? Column(
          column.name, column.values, heading: data.flow.rawValue.capitalised,
          style: column.style, mark: column.mark) : column
    }
    func columns(
      _ name: String, _ heading: String, _ figures: [Figure?], _ style: Column.Style = .decimal(1)
    ) -> [Column] {
      [
        .number(
          name, figures.map { $0?.value }, heading: heading, style: style,
          mark: "\(name)_qualifier"),
        .qualifiers("\(name)_qualifier", figures.map { $0?.qualifier }),
      ]
    }
    return Table(
      total + columns("exports", "Exports", periods.map { data.exports?[$0] })
        + columns("imports", "Imports", periods.map { data.imports?[$0] })
        + columns("balance", "Balance", data.balances, .signed(1)) + kept.dropFirst(total.count))
  }

  // MARK: What drove the change

  /// Contributions of exports and imports to the growth of turnover: percentage points that add up.
  var driverBlocks: [Report.Block] {
    let periods = data.series.periods
    let steps = periods.dropFirst().compactMap { period in contribution(period) }
    guard !steps.isEmpty else { return [] }
    let table = Table(
      .text("period", steps.map { "\($0.period)" }, heading: "Period"),
      .number("exports", steps.map(\.exports), heading: "Exports", style: .signedPoints(1)),
      .number("imports", steps.map(\.imports), heading: "Imports", style: .signedPoints(1)),
      .number("rest", steps.map(\.rest), heading: "Not itemised", style: .signedPoints(1)),
      .number("growth", steps.map(\.growth), heading: "Growth, %", style: .signedPoints(1)))
    // A year of growth from next to nothing would flatten all others.
    let shown = steps.suffix(12)
    let chart = Chart(
      .stacked(
        StackedChart(
          labels: shown.map { "\($0.period)" },
          parts: [
            .init("Exports", shown.map(\.exports)), .init("Imports", shown.map(\.imports)),
          ]
            + (shown.allSatisfy { abs($0.rest) < 0.0005 }
              ? [] : [.init("Not itemised", shown.map(\.rest))]),
          totals: shown.map(\.growth), totalName: "Growth", style: .signedPoints(1))),
      name: "drivers", title: "Contributions to the growth of \(data.flow.rawValue)",
      subtitle: "percentage points",
      description:
        "How many percentage points exports and imports added to the growth of each year.")
    return [
      .chart(chart.asIllustration), .table("drivers", table),
      .notes(["Contributions are percentage points of growth and add up to it."]),
    ]
  }

  private struct Step {
    let period: Period
    let exports: Double
    let imports: Double
    let growth: Double
    /// What exports and imports leave of a turnover that was published by itself.
    var rest: Double { growth - exports - imports }
  }

  /// `nil` where one of the six figures is missing or a bound.
  private func contribution(_ period: Period) -> Step? {
    let before = period.advanced(by: -1)
    func plain(_ series: Series?, _ period: Period) -> Double? {
      guard let figure = series?[period], !figure.isBound else { return nil }
      return figure.value
    }
    guard let old = plain(data.series, before), let new = plain(data.series, period), old > 0,
      let exports = plain(data.exports, period), let oldExports = plain(data.exports, before),
      let imports = plain(data.imports, period), let oldImports = plain(data.imports, before)
    else { return nil }
    return Step(
      period: period, exports: (exports - oldExports) / old, imports: (imports - oldImports) / old,
      growth: new / old - 1)
  }

  // MARK: Past errors

  var errorBlocks: [Report.Block] {
    guard let backtest = try? data.series.backtest(Methods.plain) else { return [] }
    return [.chart(backtest.chart.asIllustration)] + Report.backtestBlocks(backtest)
  }
}

extension String {
  /// With a capital.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
