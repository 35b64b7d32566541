import TradeTables

/// How the figures of a series changed with the date of publication.
///
/// A vintage of a period is what the rule of the ledger chooses from what had been published by a
/// day. The first is that of the earliest dated publication, the last that of today; publications
/// without a date count, but no vintage is known from them.
///
/// Reference: Croushore, *Frontiers of Real-Time Data Analysis* (2011), Journal of Economic
/// Literature 49 (1), on vintages.
public struct Revisions: Sendable {
  /// What is measured.
  public let name: String
  /// What the figures count.
  public let unit: Unit
  /// One for each period with a figure, earliest first.
  public let periods: [Revision]

  /// The vintages of one period.
  public struct Revision: Sendable {
    /// The period that all figures are for.
    public let period: Period
    /// Every publication of it, earliest first; those without a date before all others.
    public let publications: [Publication]
    /// What the series takes from each date on, where that is another figure than before.
    public let vintages: [Vintage]
    /// What the series takes today.
    public let current: Figure
  }

  /// One publication's figure.
  public struct Publication: Sendable {
    /// As the source states it, or its exports and imports added.
    public let figure: Figure
    /// `nil` where the source shows none.
    public let published: PublicationDate?
    /// The office, agency or newspaper.
    public let publisher: String
    /// What the series takes once this publication is known; `nil` without a date.
    public let taken: Figure?
  }

  /// What a series takes from a date on.
  public struct Vintage: Sendable, Equatable {
    /// The date of the publication that changed it.
    public let date: PublicationDate
    /// The figure that the rule chooses from then on.
    public let figure: Figure
  }
}

extension Revisions {
  /// The periods from one to another, both included and either left open.
  public func from(_ first: Period?, until last: Period?) -> Revisions {
    Revisions(
      name: name, unit: unit,
      periods: periods.filter { revision in
        first.map { revision.period >= $0 } ?? true && last.map { revision.period <= $0 } ?? true
      })
  }
}

extension Revisions.Revision {
  /// The figure that was known first, where a date is known.
  public var first: Revisions.Vintage? { vintages.first }
  /// The vintage since when the figure has been what it is today.
  public var last: Revisions.Vintage? { vintages.last }
  /// Whether the figure has changed since it was first known.
  public var isRevised: Bool { vintages.count > 1 }
  /// The last vintage less the first; `nil` without a revision.
  public var change: Figure? {
    guard isRevised, let first, let last else { return nil }
    return last.figure - first.figure
  }
  /// The last vintage over the first, less one; `nil` without a revision.
  public var rate: Figure? {
    guard isRevised, let first, let last else { return nil }
    return last.figure.growth(since: first.figure)
  }
}

extension Ledger {
  /// How the yearly figures of one side changed with the date of publication.
  ///
  /// The partner's figures and reconciled ones do not count. Throws where no year has a figure.
  public func revisions(
    reporter: String, partner: String, flow: Flow, asOf date: PublicationDate? = nil, name: String
  ) throws(SeriesError) -> Revisions {
    let own = try asOf(date).entries.filter { entry in
      entry.isReported && !entry.isYearToDate && entry.period.kind == .year
        && entry.reporter == reporter && entry.partner == partner
    }.inOneUnit()
    let periods = Set(own.map(\.period)).sorted().compactMap { period in
      Self.revision(flow, period, among: own.filter { $0.period == period })
    }
    guard let unit = periods.first?.current.unit else {
      throw .noSelection(reporter: reporter, partner: partner, flow: flow.rawValue)
    }
    return Revisions(name: name, unit: unit, periods: periods)
  }

  private static func revision(
    _ flow: Flow, _ period: Period, among entries: [Entry]
  ) -> Revisions.Revision? {
    guard let current = choice(flow, period, among: entries)?.figure else { return nil }
    func taken(by date: PublicationDate) -> Figure? {
      choice(flow, period, among: Ledger(entries: entries).asOf(date).entries)?.figure
    }
    let publications = statements(flow, among: entries).map { statement in
      Revisions.Publication(
        figure: statement.figure, published: statement.published, publisher: statement.publisher,
        taken: statement.published.flatMap(taken))
    }.sorted { ($0.published?.latest ?? 0) < ($1.published?.latest ?? 0) }
    var vintages: [Revisions.Vintage] = []
    for publication in publications {
      guard let date = publication.published, let figure = publication.taken,
        figure != vintages.last?.figure
      else { continue }
      vintages.append(Revisions.Vintage(date: date, figure: figure))
    }
    return Revisions.Revision(
      period: period, publications: publications, vintages: vintages, current: current)
  }

  private typealias Statement = (figure: Figure, published: PublicationDate?, publisher: String)

  /// The figures of the flow, and of a turnover the sums that a publication allows.
  private static func statements(_ flow: Flow, among entries: [Entry]) -> [Statement] {
    let printed = entries.filter { $0.flow == flow }.map { ($0.figure, $0.published, $0.publisher) }
    guard flow == .turnover else { return printed }
    let sums = entries.filter { $0.flow == .export }.compactMap { exports -> Statement? in
      func isSame(_ entry: Entry) -> Bool {
        entry.publisher == exports.publisher && entry.title == exports.title
          && entry.published == exports.published
      }
      // A publication that prints its turnover needs no sum.
      guard let imports = entries.first(where: { $0.flow == .import && isSame($0) }),
        !entries.contains(where: { $0.flow == .turnover && isSame($0) })
      else { return nil }
      return (exports.figure + imports.figure, exports.published, exports.publisher)
    }
    return printed + sums
  }
}

extension Revisions: TableConvertible {
  /// A row for each period with more than one publication.
  ///
  /// `vintages` counts the figures that the series took one after the other:
  /// `period,publications,vintages,first_published,first,first_qualifier,last_published,last,
  /// last_qualifier,change,change_qualifier,revision`.
  public var table: Table {
    let shown = periods.filter { $0.publications.count > 1 }
    return Table(
      .text("period", shown.map(\.period.description), heading: "Period"),
      .number(
        "publications", shown.map { Double($0.publications.count) }, heading: "Publications"),
      .number("vintages", shown.map { Double($0.vintages.count) }, isHidden: true),
      .text("first_published", shown.map { $0.first?.date.description }, heading: "First known"),
      .number(
        "first", shown.map { $0.first?.figure.value }, heading: "First", style: .decimal(1),
        mark: "first_qualifier"),
      .qualifiers("first_qualifier", shown.map { $0.first?.figure.qualifier }),
      .text("last_published", shown.map { $0.last?.date.description }, heading: "Last known"),
      .number(
        "last", shown.map(\.current.value), heading: "Last", style: .decimal(1),
        mark: "last_qualifier"),
      .qualifiers("last_qualifier", shown.map(\.current.qualifier)),
      .number(
        "change", shown.map { $0.change?.value }, heading: "Change", style: .signed(1),
        mark: "change_qualifier"),
      .qualifiers("change_qualifier", shown.map { $0.change?.qualifier }),
      .number(
        "revision", shown.map { $0.rate?.value }, heading: "Revision", style: .signedPercent(1),
        mark: "change_qualifier"))
  }
}

extension Revisions.Revision: TableConvertible {
  /// A row for each publication: `period,published,value,qualifier,taken,taken_qualifier,publisher`.
  public var table: Table {
    Table(
      .text("period", publications.map { _ in period.description }, heading: "Period"),
      .text("published", publications.map { $0.published?.description }, heading: "Published"),
      .number(
        "value", publications.map(\.figure.value), heading: "Figure", style: .decimal(1),
        mark: "qualifier"),
      .qualifiers("qualifier", publications.map(\.figure.qualifier)),
      .number(
        "taken", publications.map { $0.taken?.value }, heading: "Series takes", style: .decimal(1),
        mark: "taken_qualifier"),
      .qualifiers("taken_qualifier", publications.map { $0.taken?.qualifier }),
      .text("publisher", publications.map(\.publisher), heading: "Publisher"))
  }
}
