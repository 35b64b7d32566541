/// What stands at the top: the latest figure, what comes next, and the whole in one picture.
extension BilateralReport {
  var summaryBlocks: [Report.Block] {
    [.text(lead), .keyFigures(keyFigures), .chart(overview)]
  }

  /// The latest figure, how it changed and what comes next, in two sentences.
  private var lead: String {
    let series = data.series
    guard let latest = series[series.end], let next = forecast.points.first,
      let interval = next.intervals.last, let level = forecast.levels.last
    else { return "" }
    let unit = series.unit.description
    var text =
      "\(series.name) was \(latest.shortText)\(unit.isEmpty ? "" : " \(unit)") in \(series.end)"
    if let rate = growth.steps.last?.rate {
      text += " (\(rate.percentText) on the \(series.periodName) before)"
    }
    text +=
      ". For \(next.period) the forecast is \(Self.whole(next.mean)); with "
      + "\(NumberText.percentage(level)) % probability it will lie between "
      + "\(Self.whole(interval.lowerBound)) and \(Self.whole(interval.upperBound))."
    if let soFar = data.soFar, let date = soFar.published {
      text +=
        " For \(next.period) so far, \(soFar.figure.shortText) was named on \(date) "
        + "(\(soFar.publisher)); the forecast does not use it."
    }
    return text
  }

  /// Whole numbers where they say enough.
  private static func whole(_ number: Double) -> String {
    NumberText.fixed(number, digits: abs(number) < 10 ? 2 : 0)
  }

  private var keyFigures: [KeyFigure] {
    let series = data.series
    let unit = series.unit.description
    func inUnit(_ what: String) -> String { unit.isEmpty ? what : "\(what), \(unit)" }
    var figures: [KeyFigure] = []
    if let latest = series[series.end] {
      figures.append(
        KeyFigure(
          "latest", latest.value, qualifier: latest.qualifier,
          label: inUnit("\(data.flow.rawValue) \(series.end)")))
    }
    if let rate = growth.steps.last?.rate, rate.value != nil {
      figures.append(
        KeyFigure(
          "growth", rate.value, style: .signedPercent(1), qualifier: rate.qualifier,
          label: "on \(series.end.advanced(by: -1))"))
    }
    if let rate = growth.compoundRate, rate.rate.value != nil, series.count > 2 {
      figures.append(
        KeyFigure(
          "compound_rate", rate.rate.value, style: .signedPercent(1),
          qualifier: rate.rate.qualifier,
          label: "a \(series.periodName), \(rate.from)–\(rate.to)"))
    }
    if let balance = data.balances.last ?? nil {
      figures.append(
        KeyFigure(
          "balance", balance.value, style: .signed(1), qualifier: balance.qualifier,
          label: inUnit("balance \(series.end)")))
    }
    if let next = forecast.points.first {
      figures.append(
        KeyFigure(
          "forecast", next.mean, style: .decimal(0), label: inUnit("forecast \(next.period)")))
    }
    return figures
  }

  /// The series, its forecast, and what happened when.
  private var overview: Chart {
    var chart = forecast.periodChart
    let labels = Set(chart.history.map(\.label) + chart.forecast.map(\.label))
    chart.events = data.events.filter(\.isMilestone).compactMap { event in
      let year = String(event.date.prefix(4))
      return labels.contains(year) ? .init(label: year, text: event.text) : nil
    }
    return Chart(
      chart, name: "overview", title: "\(data.series.name) and forecast",
      subtitle: data.series.unit.description, description: forecast.chartDescription)
  }
}
