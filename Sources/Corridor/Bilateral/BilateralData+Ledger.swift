extension BilateralData {
  /// What the ledger knows of two countries, and of their goods.
  ///
  /// `asOf` leaves out what was published later, `fillsFromMirror` lets the partner's figures stand
  /// for missing ones, `from` and `until` cut the series. Throws where there is no figure of the
  /// flow.
  public init(
    reporter: String, partner: String, flow: Flow = .turnover, ledger: Ledger? = nil,
    asOf date: PublicationDate? = nil, fillsFromMirror: Bool = false, from: Period? = nil,
    until: Period? = nil
  ) throws(SeriesError) {
    let source = LedgerSource(
      ledger: (ledger ?? .builtIn(between: reporter, and: partner)).asOf(date),
      whole: ledger ?? .builtIn(), reporter: reporter, partner: partner, date: date,
      fillsFromMirror: fillsFromMirror, from: from, until: until)
    self.init(source, selection: try source.selection(flow), flow: flow)
  }

  init(_ source: LedgerSource, selection: Ledger.Selection, flow: Flow) {
    self.init(selection.series, flow: flow)
    if flow == .turnover {
      exports = source.series(.export, like: series)
      imports = source.series(.import, like: series)
    }
    goods = source.goods
    singleGoods = Goods.singleFigures(source.reporter, source.partner, asOf: source.date)
    mirror = source.mirror(from: series.start, until: series.end)
    targets = source.targets(flow)
    events = source.events
    disagreements = source.disagreements(from: series.start, until: series.end)
    soFar = source.soFar(flow, series.end.advanced(by: 1))
    sources = selection.publications
  }
}

/// The part of the ledger that a report is made from.
struct LedgerSource {
  /// What was known of the pair on the day.
  let ledger: Ledger
  /// What is known of all pairs, which tells how reliable each side is.
  let whole: Ledger
  let reporter: String
  let partner: String
  let date: PublicationDate?
  let fillsFromMirror: Bool
  let from: Period?
  let until: Period?

  func selection(_ flow: Flow) throws(SeriesError) -> Ledger.Selection {
    try ledger.selection(
      reporter: reporter, partner: partner, flow: flow, fillsFromMirror: fillsFromMirror,
      name: "\(Country.name(reporter))–\(Country.name(partner)) \(flow.rawValue)"
    ).from(from, until: until)
  }

  func series(_ flow: Flow, like other: Series) -> Series? {
    try? selection(flow).series.converted(to: other.unit)
  }

  /// Goods of the pair, and the exports of each country to the world.
  var goods: [BilateralData.GoodsChange] {
    let sides = [(reporter, partner), (partner, reporter)]
    let ofPair = sides.compactMap { side -> BilateralData.GoodsChange? in
      guard
        let goods = try? Goods.pair(reporter: side.0, partner: side.1, asOf: date).comparison()
      else { return nil }
      return .init(
        "Exports of \(Country.name(side.0)) to \(Country.name(side.1)), SITC sections", goods)
    }
    let toWorld = [reporter, partner].compactMap { country -> BilateralData.GoodsChange? in
      guard
        let groups = try? Goods.groups(reporter: country, asOf: date)
          .comparison(from: Period(year: 2010))
      else { return nil }
      return .init("Exports of \(Country.name(country)) to the world", groups.top(8))
    }
    return ofPair + toWorld
  }

  /// Both sides in the periods of the report; reliability is learned from the whole ledger.
  func mirror(from: Period, until: Period) -> Mirror? {
    try? Mirror(
      whole, between: reporter, and: partner, from: from, until: until, asOf: date,
      freight: .usual)
  }

  func targets(_ flow: Flow) -> [Target] {
    Target.builtIn(between: reporter, and: partner).filter { target in
      target.flow == flow && (flow == .turnover || target.reporter == reporter)
        && date.map { target.published?.isWithin($0) ?? false } ?? true
    }
  }

  var events: [Event] {
    guard Set([reporter, partner]) == ["KAZ", "VNM"] else { return [] }
    let last = until?.year.description ?? "9999"
    return Event.builtIn.filter { event in
      event.date.prefix(4) <= last
        && date.map { PublicationDate(event.date)?.isWithin($0) ?? false } ?? true
    }
  }

  /// The years in which publishers differ by 5 % or more.
  func disagreements(from: Period, until: Period) -> [Disagreement] {
    ledger.disagreements(between: reporter, and: partner).filter { year in
      year.ratio.map { $0 >= 1.05 } ?? false && year.period >= from && year.period <= until
    }
  }

  func soFar(_ flow: Flow, _ period: Period) -> Ledger.Entry? {
    ledger.entries.last { entry in
      entry.isYearToDate && entry.isReported && entry.flow == flow && entry.period == period
        && entry.reporter == reporter && entry.partner == partner
    }
  }
}

extension Ledger.Selection {
  /// Each publication behind the series once, with the years that it gave.
  var publications: [String] {
    var order: [String] = []
    var years: [String: [Period]] = [:]
    for choice in choices {
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
