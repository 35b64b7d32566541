/// The whole report on the trade of two countries, in the order in which a reader asks.
///
///     print(try BilateralReport(reporter: "KAZ", partner: "VNM").report.text)
///
/// The same data give the same bytes: there is no date of today in it. A section that nothing is
/// known for is left out.
public struct BilateralReport: Sendable {
  /// What the report is made of.
  public let data: BilateralData
  /// How the figures changed from period to period.
  public let growth: Growth
  /// What is expected after the last of them.
  public let forecast: Forecast
  /// The forecast as far as the last year that a target names; the same where none goes farther.
  public let outlook: Forecast
  /// The title, which says what the report is on where nothing else is given.
  public var title: String

  /// A part of the report that may be asked for alone.
  public enum Section: String, CaseIterable, Sendable {
    /// The latest figure and what comes next, in two sentences, numbers and a chart.
    case summary
    /// Turnover, exports, imports and balance with their growth.
    case figures
    /// The forecast and how it came about.
    case forecast
    /// What past forecasts were worth.
    case errors
    /// Aims that were named, beside the forecast.
    case targets
    /// What drove the change of the total: exports or imports.
    case drivers
    /// Categories with contributions that add up, shares and concentration.
    case goods
    /// What both sides count.
    case mirror
    /// Where publishers differ.
    case disagreements
    /// What happened in these years.
    case events
    /// Who published what.
    case sources
    /// How the numbers were made.
    case method
  }

  /// Measures growth and forecasts the series.
  ///
  /// `levels` are the probabilities of the forecast's intervals. Throws where the method cannot
  /// answer.
  public init(
    _ data: BilateralData, method: any Forecaster = .auto, horizon: Int = 3,
    levels: [Double] = [0.8, 0.95], title: String? = nil
  ) throws(SeriesError) {
    self.data = data
    growth = try data.series.growth()
    forecast = try data.series.forecast(with: method, horizon: horizon, levels: levels)
    let last = data.targets.compactMap(\.period).filter { $0.kind == data.series.end.kind }.max()
    let reach = min((last?.index ?? 0) - data.series.end.index, Self.farthestTarget)
    outlook =
      reach > horizon
      ? try data.series.forecast(with: method, horizon: reach, levels: levels) : forecast
    let series = data.series
    self.title = title ?? "\(Report.heading(series)), \(series.start)–\(series.end)"
  }

  /// The built-in figures of two countries, or those of a ledger; see `BilateralData`.
  public init(
    reporter: String, partner: String, flow: Flow = .turnover, ledger: Ledger? = nil,
    asOf date: PublicationDate? = nil, fillsFromMirror: Bool = false, from: Period? = nil,
    until: Period? = nil, method: any Forecaster = .auto, horizon: Int = 3,
    levels: [Double] = [0.8, 0.95]
  ) throws(SeriesError) {
    try self.init(
      BilateralData(
        reporter: reporter, partner: partner, flow: flow, ledger: ledger, asOf: date,
        fillsFromMirror: fillsFromMirror, from: from, until: until),
      method: method, horizon: horizon, levels: levels)
  }

  /// Beyond it no forecast says anything of use.
  static let farthestTarget = 15

  /// The whole document.
  public var report: Report { report(of: Section.allCases) }

  /// The document with some of its sections, in the order of the whole.
  public func report(of chosen: [Section]) -> Report {
    Report(
      title,
      Section.allCases.filter(chosen.contains).flatMap(sections).filter { !$0.blocks.isEmpty })
  }

  private func sections(_ section: Section) -> [Report.Section] {
    func one(_ heading: String, _ blocks: [Report.Block]) -> [Report.Section] {
      [Report.Section(heading, name: section.rawValue, blocks)]
    }
    return switch section {
    case .summary: one("", summaryBlocks)
    case .figures: one("Figures and growth", figureBlocks)
    case .forecast: one("Forecast", Report.forecastBlocks(forecast))
    case .errors: one("Past errors of the methods", errorBlocks)
    case .targets: one("Targets against the forecast", targetBlocks)
    case .drivers: one("What drove the change", driverBlocks)
    case .goods: goodsSections
    case .mirror: one("Both sides' figures", mirrorBlocks)
    case .disagreements: one("Where publishers disagree", disagreementBlocks)
    case .events: one("Events", eventBlocks)
    case .sources: one("Sources", data.sources.isEmpty ? [] : [.notes(data.sources)])
    case .method: one("Method", [.notes(methodNotes)])
    }
  }
}
