import TradeSeries

extension FlowTotals {
  /// One series for each part, commodities with their labels; a total among them is the total.
  ///
  /// Throws where there are totals alone, or codes of different lengths, which would count trade
  /// twice.
  public func categories(
    by parts: [FlowDimension], flow: Flow, unit: Unit?
  ) throws -> Categories {
    let series = try series(flow, unit: unit)
    guard let first = series.first else { throw SeriesError.empty("the file") }
    let unit = first.unit
    let all = try series.map { one in
      Categories.Part(
        code: one.name, name: label(of: one.name, parts), series: try one.converted(to: unit))
    }
    let total = all.filter { ["TOTAL", "WLD"].contains($0.code) }
    let rest = all.filter { !["TOTAL", "WLD"].contains($0.code) }
    guard !rest.isEmpty else {
      throw FlowError.onlyTotals
    }
    guard Set(rest.map(\.code.count)).count == 1 || parts != [.code] else {
      throw FlowError.mixedLevels
    }
    return Categories(parts: rest, total: total.first?.series, unit: unit)
  }

  private func label(of code: String, _ parts: [FlowDimension]) -> String {
    switch parts {
    case [.code]: Commodity(code)?.label ?? code
    case [.partner], [.reporter]: Country.name(code)
    default: code
    }
  }
}
