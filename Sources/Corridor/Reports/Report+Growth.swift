extension Report {
  /// Growth of one series: the table, rates over gaps and over the whole, and how it came about.
  public static func growth(_ growth: Growth) -> Report {
    let series = growth.series
    return Report(
      heading(series),
      [
        .sparkline(series.values, "\(series.start)–\(series.end)"),
        .chart(growth.chart.asIllustration),
      ] + growthBlocks(growth))
  }

  /// `Kazakhstan–Viet Nam turnover, USD million`.
  static func heading(_ series: Series) -> String {
    let unit = series.unit.description
    return unit.isEmpty ? series.name : "\(series.name), \(unit)"
  }

  static func growthBlocks(_ growth: Growth) -> [Block] {
    [
      .table("growth", growth.table),
      .notes(growth.rateNotes),
      .notes(growth.series.notes),
    ]
  }

  init(_ title: String, _ blocks: [Block]) {
    self.init(title, [Section("", blocks)])
  }
}

extension Growth {
  /// Compound rates over the whole and over each gap, a sentence each.
  var rateNotes: [String] {
    var notes = gapRates.map { rate in
      let years = rate.to.index - rate.from.index
      return "\(rate.from) to \(rate.to), across the gap: \(rate.rate.percentText) a "
        + "\(series.periodName), compound over \(years)."
    }
    if let rate = compoundRate {
      var text =
        "\(rate.from) to \(rate.to): \(rate.rate.percentText) a \(series.periodName), compound"
      if let time = rate.doublingTime, time < 1000 {
        text +=
          "; at that rate it doubles in \(NumberText.fixed(time, digits: 1)) "
          + "\(series.periodName)s"
      }
      notes.append(text + ".")
    }
    return notes
  }
}

extension Series {
  /// What one period is called.
  var periodName: String {
    switch start.kind {
    case .year: "year"
    case .quarter: "quarter"
    case .month, .months: "month"
    case .step: "step"
    }
  }
}

extension Figure {
  /// A fraction as a signed percentage with its mark: `> -7.9 %`.
  var percentText: String {
    guard let value else { return "not determined" }
    let text = NumberText.fixed(100 * value, digits: 1)
    return (qualifier.symbol.isEmpty ? "" : qualifier.symbol + " ") + (value > 0 ? "+" : "") + text
      + " %"
  }

  /// The number with its mark and one decimal: `>500.0`.
  var shortText: String {
    value.map { qualifier.symbol + NumberText.fixed($0, digits: 1) } ?? "unknown"
  }
}
