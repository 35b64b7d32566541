import TradeTables

extension Report {
  /// The same report with other prose, such as in a smaller alphabet or another language.
  ///
  /// Titles, sentences, headings, text in cells and the words of charts go through `rewrite`; names
  /// of tables and columns, numbers and hidden columns stay as files need them.
  public func rewritten(_ rewrite: (String) -> String) -> Report {
    var report = Report(
      rewrite(title),
      sections.map { section in
        Section(
          rewrite(section.heading), name: section.name,
          section.blocks.map { $0.rewritten(rewrite) })
      })
    report.remarks = remarks
    report.hasFaults = hasFaults
    report.language = language
    return report
  }
}

extension Report.Block {
  fileprivate func rewritten(_ rewrite: (String) -> String) -> Self {
    switch self {
    case .text(let text): .text(rewrite(text))
    case .notes(let notes): .notes(notes.map(rewrite))
    case .table(let name, let table):
      .table(name, Table(table.columns.map { $0.rewritten(rewrite) }))
    case .keyFigures(let figures):
      .keyFigures(
        figures.map { figure in
          var figure = figure
          figure.label = rewrite(figure.label)
          return figure
        })
    case .sparkline(let values, let label): .sparkline(values, rewrite(label))
    case .chart(let chart): .chart(chart.rewritten(rewrite))
    }
  }
}

extension Column {
  /// The same column with other words in its heading and its cells; what is hidden holds names.
  fileprivate func rewritten(_ rewrite: (String) -> String) -> Column {
    guard !isHidden else { return self }
    guard case .text(let cells) = values else {
      return Column(
        name, values, heading: rewrite(heading), style: style, mark: mark, upper: upper)
    }
    return Column(
      name, .text(TextCells(cells.map { $0.map(rewrite) })), heading: rewrite(heading),
      style: style, mark: mark, upper: upper)
  }
}

extension Chart {
  fileprivate func rewritten(_ rewrite: (String) -> String) -> Chart {
    var chart = Chart(
      kind.rewritten(rewrite), name: name, title: rewrite(title), subtitle: rewrite(subtitle),
      description: rewrite(description))
    chart.isIllustration = isIllustration
    return chart
  }
}

extension Chart.Kind {
  fileprivate func rewritten(_ rewrite: (String) -> String) -> Self {
    switch self {
    case .periods(let chart):
      var result = PeriodChart(
        history: chart.history, forecast: chart.forecast, intervalNames: chart.intervalNames,
        seriesName: rewrite(chart.seriesName))
      result.companions = chart.companions.map { .init(rewrite($0.name), $0.values) }
      result.events = chart.events.map { .init(label: $0.label, text: rewrite($0.text)) }
      result.targets = chart.targets.map {
        .init(label: $0.label, value: $0.value, text: rewrite($0.text))
      }
      return .periods(result)
    case .bars(let chart):
      return .bars(
        BarChart(
          seriesNames: chart.seriesNames.map(rewrite),
          bars: chart.bars.map {
            .init(
              rewrite($0.label), $0.values, qualifier: $0.qualifier, isEmphasised: $0.isEmphasised)
          }, style: chart.style))
    case .stacked(let chart):
      return .stacked(
        StackedChart(
          labels: chart.labels, parts: chart.parts.map { .init(rewrite($0.name), $0.values) },
          totals: chart.totals, totalName: rewrite(chart.totalName), style: chart.style))
    case .slope(let chart):
      return .slope(
        SlopeChart(
          from: chart.from, to: chart.to,
          lines: chart.lines.map { .init(rewrite($0.label), from: $0.from, to: $0.to) },
          style: chart.style))
    case .scatter(let chart):
      return .scatter(
        ScatterChart(
          xName: rewrite(chart.xName), yName: rewrite(chart.yName),
          points: chart.points.map {
            .init($0.label, x: $0.x, y: $0.y, group: rewrite($0.group))
          }, isLogarithmic: chart.isLogarithmic, showsEquality: chart.showsEquality,
          style: chart.style))
    case .spread(let chart): return .spread(chart)
    }
  }
}
