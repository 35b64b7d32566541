import TradeTables

extension Ledger {
  /// The latest year of which the reporter's side has published a part, told from that part.
  ///
  /// Of a year's parts the longest counts; each figure is chosen as those of a series are. With
  /// `until`, parts that end later and years after it do not count; with `asOf`, what was published
  /// later. A part published before its own months were over is none. Throws where no part of a
  /// year from January on is known.
  public func nowcast(
    reporter: String, partner: String, flow: Flow, until: Period? = nil,
    asOf date: PublicationDate? = nil, levels: [Double] = [0.8, 0.95], name: String
  ) throws(SeriesError) -> Nowcast {
    let own = try asOf(date).entries.filter { entry in
      entry.isReported && !entry.isYearToDate && entry.reporter == reporter
        && entry.partner == partner
    }.inOneUnit()
    var parts: [Period: Choice] = [:]
    for period in Set(own.map(\.period)) where (period.monthsFromJanuary ?? 12) < 12 {
      parts[period] = Self.choice(flow, period, among: own)
    }
    let eligible = parts.keys.filter { part in
      until.map { part.lastMonth <= $0.lastMonth } ?? true
    }
    guard let part = eligible.max(by: { $0.lastMonth < $1.lastMonth }), let choice = parts[part]
    else { throw .nowcast(.noPart(name)) }
    var years: [Period: Choice] = [:]
    for period in Set(own.map(\.period)) where period.kind == .year {
      years[period] = Self.choice(flow, period, among: own)
    }
    let same = parts.filter { $0.key.monthsFromJanuary == part.monthsFromJanuary }
    var nowcast = try Nowcast(
      name, part: part, figure: choice.figure,
      earlierParts: Dictionary(
        same.map { (Period(year: $0.key.year), $0.value.figure) }, uniquingKeysWith: { $1 }),
      years: years.mapValues(\.figure), levels: levels)
    nowcast.outcome = years[nowcast.year]?.figure
    nowcast.notes = [choice.note(on: part)]
    return nowcast
  }
}

extension Ledger.Choice {
  /// Who published the part, and when.
  fileprivate func note(on part: Period) -> String {
    let parts = entries.map { entry in
      entry.publisher.shortName + (entry.published.map { ", \($0)" } ?? ", no date")
    }
    let dispute = isDisputed ? "; publications of the same date give different figures" : ""
    return "\(part): \(parts.joined(separator: " and "))\(dispute)."
  }
}
