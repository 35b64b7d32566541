/// Aims that governments have named, beside the forecast: what they need and how likely they are.
///
///     needed growth   (target / latest)^(1 / years) − 1
///     probability     1 − F(target), F the predictive distribution of the target's year
extension BilateralReport {
  var targetBlocks: [Report.Block] {
    let rows = data.targets.compactMap { TargetRow($0, data.series, outlook) }
    guard !rows.isEmpty else { return [] }
    let table = Table(
      .text("published", rows.map { $0.target.published?.description }, heading: "Named"),
      .text("period", rows.map { $0.target.period?.description }, heading: "For"),
      .number("target", rows.map(\.value), heading: "Target", style: .decimal(0)),
      .number(
        "needed_growth", rows.map(\.neededGrowth), heading: "Needs a year",
        style: .signedPercent(1)),
      .number("forecast", rows.map { $0.point?.mean }, heading: "Forecast", style: .decimal(0)),
      .number(
        "lower", rows.map { $0.point?.intervals.last?.lowerBound },
        heading: "\(NumberText.percentage(outlook.levels.last ?? 0)) % interval",
        style: .decimal(0), upper: "upper"),
      .number("upper", rows.map { $0.point?.intervals.last?.upperBound }),
      .number(
        "probability", rows.map(\.probability), heading: "Probability", style: .percent(0)),
      .text("publisher", rows.map(\.target.publisher), isHidden: true),
      .text("address", rows.map(\.target.address), isHidden: true))
    return [.chart(chart(rows)), .table("targets", table), .notes(notes(rows))]
  }

  /// The forecast as far as the targets, with a mark for each.
  private func chart(_ rows: [TargetRow]) -> Chart {
    var periods = outlook.periodChart
    periods.targets = rows.compactMap { row in
      row.target.period.map { period in
        .init(label: "\(period)", value: row.value, text: "named \(row.name)")
      }
    }
    return Chart(
      periods, name: "targets", title: "Targets and forecast",
      subtitle: data.series.unit.description,
      description: "The forecast with its intervals, and a mark for each target in its year."
    ).asIllustration
  }

  private func notes(_ rows: [TargetRow]) -> [String] {
    let without = rows.filter { $0.target.period == nil }
    var notes = [
      "Needs a year: the growth from \(data.series.end) on that reaches the target. Probability: that "
        + "the forecast's distribution gives to the target or more; it knows of no plan."
    ]
    if !without.isEmpty {
      notes.append(
        "No year was named for the target of "
          + without.map { NumberText.fixed($0.value, digits: 0) }.joined(separator: ", ") + ".")
    }
    notes += rows.map { row in
      "\(row.name): \(row.target.publisher), \(row.target.address)"
    }
    return notes
  }
}

/// One target with the forecast of its year.
private struct TargetRow {
  let target: Target
  let value: Double
  let neededGrowth: Double?
  let point: Forecast.Point?
  let probability: Double?

  /// `nil` where the target is in another unit or its year is over.
  init?(_ target: Target, _ series: Series, _ outlook: Forecast) {
    guard target.figure.unit.factor(to: series.unit) != nil,
      let value = target.figure.converted(to: series.unit).value,
      target.period.map({ $0 > series.end }) ?? true
    else { return nil }
    self.target = target
    self.value = value
    point = target.period.flatMap { outlook[$0] }
    probability = point.map { min(max(1 - $0.distribution.cdf(value), 0), 1) }
    let latest = series[series.end]?.value ?? 0
    neededGrowth = target.period.flatMap { period in
      let years = Double(period.index - series.end.index)
      return latest > 0 && years > 0 ? power(value / latest, 1 / years) - 1 : nil
    }
  }

  /// When the target was named.
  var name: String { target.published?.description ?? "without a date" }
}
