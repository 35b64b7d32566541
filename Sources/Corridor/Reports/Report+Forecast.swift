extension Report {
  /// The forecast of one series: a chart, the table and what to think of it.
  public static func forecast(_ forecast: Forecast, explanation: [String] = []) -> Report {
    Report(
      heading(forecast.series),
      [.chart(forecast.chart)] + forecastBlocks(forecast) + [.notes(explanation)])
  }

  static func forecastBlocks(_ forecast: Forecast) -> [Block] {
    [
      .table("forecast", forecast.table),
      .notes(["Method \(forecast.method). " + (forecast.notes.first ?? "")]),
      .notes(Array(forecast.notes.dropFirst())),
    ]
  }

  /// Forecasts of many series: one table, a row for each series and period, and for reading what
  /// was chosen.
  public static func forecasts(
    _ table: Table, title: String, choices: SeriesChoices? = nil, notes: [String] = []
  ) -> Report {
    let shown = table.columns.map { column -> Column in
      switch column.name {
      case "series": .text("series", texts(column), heading: "Series")
      case "method" where texts(column).contains { $0?.contains("(") ?? false }:
        .text("method", texts(column), heading: "Method")
      default: column
      }
    }
    let blocks: [Block] =
      [.table("forecast", Table(shown))] + (choices.map { [.table("", $0.table)] } ?? [])
      + (notes.isEmpty ? [] : [.notes(notes)])
    return Report(title, [Section("", blocks)])
  }

  private static func texts(_ column: Column) -> [String?] {
    guard case .text(let cells) = column.values else { return [] }
    return Array(cells)
  }
}

extension Forecast {
  /// The series and its forecast with the narrowest and the widest interval.
  var chart: Chart {
    Chart(periodChart, name: "forecast", description: chartDescription)
  }

  var periodChart: PeriodChart {
    PeriodChart(
      history: series.chartValues,
      forecast: points.map { point in
        PeriodChart.Expected(
          label: point.period.description, point: point.mean,
          inner: point.intervals.first ?? point.mean...point.mean,
          outer: point.intervals.last ?? point.mean...point.mean)
      },
      intervalNames: Set([levels.first, levels.last].compactMap { $0 }).sorted().map {
        "\(NumberText.percentage($0)) %"
      })
  }

  /// What the drawing shows, in a sentence.
  var chartDescription: String {
    let known =
      "\(series.name) from \(series.start) to \(series.end) as a line, with gaps where nothing is known"
    guard let last = points.last else { return known + "." }
    return known + ", and the forecast to \(last.period) with its intervals."
  }
}
