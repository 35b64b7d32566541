/// What results look like, for the commands and for reports.
extension Backtest {
  /// The mean absolute error of each method, the smallest first.
  var chart: Chart {
    let sorted = scores.sorted { $0.meanAbsoluteError < $1.meanAbsoluteError }
    return Chart(
      .bars(
        BarChart(
          seriesNames: ["mean absolute error"],
          bars: sorted.map { score in
            .init(
              score.method, [score.meanAbsoluteError], isEmphasised: score.method == best.method)
          })),
      name: "errors", title: "Past errors of the methods",
      subtitle: "mean absolute error, \(series.unit)",
      description: "Bars by method, the smallest error first: \(best.method).")
  }
}

extension Growth {
  /// The series, with what is known of it.
  var chart: Chart {
    Chart(
      PeriodChart(history: series.chartValues, seriesName: series.name),
      name: "growth", subtitle: series.unit.description,
      description: "\(series.name) from \(series.start) to \(series.end).")
  }
}

extension Mirror {
  /// Whether a point can be drawn.
  var hasBothSides: Bool { !scatterPoints.isEmpty }

  private var scatterPoints: [ScatterChart.Point] {
    flows.compactMap { flow in
      guard let x = flow.export?.value, let y = flow.import?.value, x > 0, y > 0 else { return nil }
      return .init("\(flow.period)", x: x, y: y, group: "\(flow.exporter) to \(flow.importer)")
    }
  }

  /// What the importer counts over what the exporter counts.
  var chart: Chart {
    let unit = flows.compactMap { $0.export ?? $0.import }.first?.unit.description ?? ""
    return Chart(
      .scatter(
        ScatterChart(
          xName: "Exports", yName: "Imports", points: scatterPoints, isLogarithmic: true,
          showsEquality: true)),
      name: "mirror", title: "What the importer counts over what the exporter counts",
      subtitle: unit,
      description: "A point for each flow and period; above the line the importer counts more.")
  }
}

extension Revisions {
  /// The figures of the years that were revised, from the first to the last publication.
  var chart: Chart? {
    let revised = periods.filter(\.isRevised)
    guard !revised.isEmpty else { return nil }
    return Chart(
      .spread(
        SpreadChart(
          rows: revised.map { revision in
            .init(
              "\(revision.period)",
              revision.vintages.compactMap { vintage in
                vintage.figure.value.map {
                  .init("\(vintage.date)", $0, qualifier: vintage.figure.qualifier)
                }
              })
          })),
      name: "revisions", title: "Figures as they were published", subtitle: unit.description,
      description: "A line for each year, from its first figure to its last.")
  }
}

extension Series {
  /// What is known, as charts over periods take it.
  var chartValues: [PeriodChart.Value] {
    zip(periods, values.indices).map { period, index in
      PeriodChart.Value(
        label: period.description, value: values[index], qualifier: qualifier(at: index))
    }
  }
}
