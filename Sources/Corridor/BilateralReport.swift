/// The whole report on the trade of two countries: figures, growth, forecast, goods, sources.
///
///     print(try BilateralReport(reporter: "KAZ", partner: "VNM").report.text)
///
/// The same data give the same bytes: there is no date of today in it.
public struct BilateralReport: Sendable {
  /// The figures of the two countries, with the publications behind them.
  public let selection: Ledger.Selection
  /// How those figures changed from year to year.
  public let growth: Growth
  /// What is expected after the last of them.
  public let forecast: Forecast
  private let ledger: Ledger
  private let flow: Flow
  private let until: Period?
  private let date: PublicationDate?
  private let reporter: String
  private let partner: String

  /// Chooses the figures, measures their growth and forecasts them.
  ///
  /// Without a ledger of its own it takes the built-in one. `asOf` leaves out what was published
  /// later, `fillsFromMirror` lets the partner's figures stand for missing ones, `from` and `until`
  /// cut the series, and `levels` are the probabilities of the forecast's intervals. Throws where
  /// there is no figure or the method cannot answer.
  public init(
    reporter: String, partner: String, flow: Flow = .turnover, ledger: Ledger? = nil,
    asOf date: PublicationDate? = nil, fillsFromMirror: Bool = false, from: Period? = nil,
    until: Period? = nil, method: any Forecaster = .auto, horizon: Int = 3,
    levels: [Double] = [0.8, 0.95]
  ) throws(SeriesError) {
    let ledger = (ledger ?? .builtIn(between: reporter, and: partner)).asOf(date)
    let whole = try ledger.selection(
      reporter: reporter, partner: partner, flow: flow,
      fillsFromMirror: fillsFromMirror,
      name: "\(Country.name(reporter))–\(Country.name(partner)) \(flow.rawValue)")
    self.ledger = ledger
    self.flow = flow
    self.until = until
    self.date = date
    self.reporter = reporter
    self.partner = partner
    selection = try whole.from(from, until: until)
    growth = try selection.series.growth()
    forecast = try selection.series.forecast(with: method, horizon: horizon, levels: levels)
  }

  /// The whole document, from the latest figure to the sources.
  public var report: Report {
    let sections = openingSections + goodsSections + closingSections
    return Report(
      "\(Report.heading(selection.series)), \(selection.series.start)–\(selection.series.end)",
      sections.filter { !$0.blocks.isEmpty })
  }

  private var openingSections: [Report.Section] {
    [
      Report.Section("", [.text(lead), .chart(forecast.chart)]),
      Report.Section("Figures and growth", Report.growthBlocks(growth)),
      Report.Section("Forecast", Report.forecastBlocks(forecast)),
      Report.Section("Past errors of the methods", backtestBlocks),
    ]
  }

  private var closingSections: [Report.Section] {
    [
      Report.Section("Where publishers disagree", disagreementBlocks),
      Report.Section("Events", eventBlocks),
      Report.Section("Sources", [.notes(sourceNotes)]),
    ]
  }

  // MARK: Sections

  /// The latest figure, how it changed and what comes next, in two sentences.
  private var lead: String {
    let series = selection.series
    guard let latest = series[series.end], let next = forecast.points.first,
      let interval = next.intervals.last, let level = forecast.levels.last
    else { return "" }
    var text = "\(series.name) was \(latest.shortText) \(series.unit) in \(series.end)"
    if let rate = growth.steps.last?.rate { text += " (\(rate.percentText) on the year before)" }
    text +=
      ". For \(next.period) the forecast is \(NumberText.fixed(next.mean, digits: 0)); with "
      + "\(NumberText.percentage(level)) % probability it will lie between "
      + "\(NumberText.fixed(interval.lowerBound, digits: 0)) and "
      + "\(NumberText.fixed(interval.upperBound, digits: 0))."
    let toDate = ledger.entries.filter { entry in
      entry.isYearToDate && entry.isReported && entry.flow == flow && entry.period == next.period
        && entry.reporter == reporter && entry.partner == partner
    }
    if let soFar = toDate.last, let date = soFar.published {
      text +=
        " For \(next.period) so far, \(soFar.figure.shortText) was named on \(date) "
        + "(\(soFar.publisher)); the forecast does not use it."
    }
    return text
  }

  private var backtestBlocks: [Report.Block] {
    guard let backtest = try? selection.series.backtest(Methods.plain) else { return [] }
    return Report.backtestBlocks(backtest)
  }

  /// Goods of the pair, and the exports of each country to the world.
  private var goodsSections: [Report.Section] {
    var sections: [Report.Section] = []
    for side in [(reporter, partner), (partner, reporter)] {
      guard let goods = try? Goods.pair(reporter: side.0, partner: side.1, asOf: date).comparison()
      else {
        continue
      }
      sections.append(
        Report.Section(
          "Goods: exports of \(Country.name(side.0)) to \(Country.name(side.1)), SITC sections, "
            + "\(goods.unit)", Report.comparisonBlocks(goods)))
    }
    if let rows = Goods.singleFigures(reporter, partner, asOf: date) {
      sections.append(
        Report.Section("Goods: single figures", Report.goodsBlocks(rows)))
    }
    for country in [reporter, partner] {
      guard
        let groups = try? Goods.groups(reporter: country, asOf: date).comparison(
          from: Period(year: 2010))
      else { continue }
      sections.append(
        Report.Section(
          "Goods: exports of \(Country.name(country)) to the world, \(groups.unit)",
          Report.comparisonBlocks(groups.top(8))))
    }
    return sections
  }

  private var disagreementBlocks: [Report.Block] {
    let years = ledger.disagreements(between: reporter, and: partner).filter { year in
      year.ratio.map { $0 >= 1.05 } ?? false && year.period >= selection.series.start
        && year.period <= selection.series.end
    }
    guard !years.isEmpty else { return [] }
    return [
      .table("disagreements", years.table),
      .notes([
        "Lowest and highest turnover that either side published for the year, where they differ by "
          + "5 % or more. Each side counts in its own way: country of origin or of dispatch, time of "
          + "crossing, prices at the border of one or the other."
      ]),
    ]
  }

  private var eventBlocks: [Report.Block] {
    guard Set([reporter, partner]) == ["KAZ", "VNM"] else { return [] }
    let last = until?.year.description ?? "9999"
    let events = Event.builtIn.filter { event in
      event.date.prefix(4) <= last
        && date.map { PublicationDate(event.date)?.isWithin($0) ?? false } ?? true
    }
    return [
      .table(
        "events",
        Table(
          .text("date", events.map(\.date), heading: "Date"),
          .text("event", events.map(\.text), heading: "Event"),
          .text("publisher", events.map(\.publisher), isHidden: true),
          .text("address", events.map(\.address), isHidden: true)))
    ]
  }

  /// Each publication behind the series once, with the years that it gave.
  private var sourceNotes: [String] {
    var order: [String] = []
    var years: [String: [Period]] = [:]
    for choice in selection.choices {
      for entry in choice.entries {
        let date = entry.published.map { ", \($0)" } ?? ", no date"
        let address = entry.address.isEmpty ? "" : ", \(entry.address)"
        let key = "\(entry.publisher): \(entry.title)\(date)\(address)"
        if years[key] == nil { order.append(key) }
        if years[key]?.last != choice.period { years[key, default: []].append(choice.period) }
      }
    }
    return order.map { "\((years[$0] ?? []).ranges)  \($0)" }
  }
}
