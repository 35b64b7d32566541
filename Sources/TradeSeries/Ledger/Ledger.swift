import TradeTables

/// What trade figures measure, seen from the reporter.
public enum Flow: String, Sendable, CaseIterable {
  /// Goods that leave the reporter for the partner.
  case export
  /// Goods that reach the reporter from the partner.
  case `import`
  /// Exports and imports together.
  case turnover
  /// Foreign goods that leave again unchanged: a part of exports.
  case reExport = "re-export"
  /// Own goods that come back: a part of imports.
  case reImport = "re-import"

  /// The flows of a ledger: what publishers give for two countries.
  public static let published: [Flow] = [.export, .import, .turnover]

  /// The same flow seen from the partner, who does not tell re-exports from other goods.
  public var mirrored: Flow {
    switch self {
    case .export, .reExport: .import
    case .import, .reImport: .export
    case .turnover: .turnover
    }
  }
}

/// Published figures, each with who published it and when.
///
/// Nothing is overwritten: where publishers disagree, every figure stays.
///
/// A series is chosen from the ledger by a stated rule, for each year:
/// 1. only figures of the reporter's own side; reconciled figures of third parties never count;
/// 2. a figure published before its period was over is a figure of the year so far, and never
///    counts;
/// 3. a published turnover goes before the sum of exports and imports;
/// 4. the latest publication goes first; a date known to the month or year ties with the dates
///    inside it;
/// 5. on a tie the year is disputed, and exact goes before approximate, then the figure nearest the
///    median of the reporter's figures of that year, then the order of the ledger.
public struct Ledger: Sendable {
  /// Every figure, in the order of the file, which decides the last of ties.
  public let entries: [Entry]

  /// A ledger of entries read before.
  public init(entries: [Entry]) { self.entries = entries }

  /// One published figure.
  public struct Entry: Sendable, Equatable {
    /// The country whose trade it is, by ISO 3166 alpha-3 code.
    public let reporter: String
    /// The country at the other end, by the same code; `WLD` is the world.
    public let partner: String
    /// What the figure measures, seen from the reporter.
    public let flow: Flow
    /// The span of time that the figure is for.
    public let period: Period
    /// The value as it was published, with its mark.
    public let figure: Figure
    /// Whether the reporter's side published it; otherwise a third party reconciled it.
    public let isReported: Bool
    /// The office, agency or newspaper that published it.
    public let publisher: String
    /// `nil` where the source shows no date.
    public let published: PublicationDate?
    /// The title of the page, article or file in which it stands.
    public let title: String
    /// The web address of the source; empty where it has none.
    public let address: String
    /// What else is known of the figure, such as a conversion; often empty.
    public let note: String

    /// Whether it was published before its period was over.
    public var isYearToDate: Bool { published.map { $0.latest <= period.lastDay } ?? false }
  }

  /// The figure chosen for one period.
  public struct Choice: Sendable {
    /// The year that the figure is for.
    public let period: Period
    /// The figure that the series takes: one published, or a sum of two.
    public let figure: Figure
    /// One entry, or the export and the import that were added.
    public let entries: [Entry]
    /// Whether publications of the same date gave different figures.
    public let isDisputed: Bool
    /// Whether the partner's side published it.
    public let isMirror: Bool
  }
}

// MARK: - Choosing

extension Ledger {
  /// The yearly series of one reporter with one partner, with the choice behind each figure.
  ///
  /// With a date, only what was published by that day counts, for the view of that day.
  /// `fillsFromMirror` lets years without a figure take the partner's, marked as such. Throws where
  /// no year has a figure.
  public func selection(
    reporter: String, partner: String, flow: Flow, asOf date: PublicationDate? = nil,
    fillsFromMirror: Bool = false, name: String
  ) throws(SeriesError) -> Selection {
    let eligible = asOf(date).entries.filter { entry in
      entry.isReported && entry.period.kind == .year && !entry.isYearToDate
    }
    let own = try eligible.filter { $0.reporter == reporter && $0.partner == partner }.inOneUnit()
    let theirs = try eligible.filter { $0.reporter == partner && $0.partner == reporter }
      .inOneUnit(own.first?.figure.unit)
    let years = Set((own + (fillsFromMirror ? theirs : [])).map(\.period.index))
    let choices = years.sorted().compactMap { year -> Choice? in
      let period = Period(year: year)
      if let choice = Self.choice(flow, period, among: own) { return choice }
      guard fillsFromMirror else { return nil }
      return Self.choice(flow.mirrored, period, among: theirs)?.mirrored
    }
    guard let first = choices.first, let last = choices.last else {
      throw .noSelection(reporter: reporter, partner: partner, flow: flow.rawValue)
    }

    let span = last.period.index - first.period.index + 1
    var values = [Double?](repeating: nil, count: span)
    var qualifiers = [Qualifier](repeating: .exact, count: span)
    let unit = first.figure.unit
    for choice in choices {
      values[choice.period.index - first.period.index] = choice.figure.value
      qualifiers[choice.period.index - first.period.index] = choice.figure.qualifier
    }
    let series = try Series(
      name, unit: unit, start: first.period, values: values, qualifiers: qualifiers)
    return Selection(series, choices: choices)
  }

  /// What had been published by that day, undated publications not among it; everything where no
  /// day is named.
  public func asOf(_ date: PublicationDate?) -> Ledger {
    guard let date else { return self }
    return Ledger(entries: entries.filter { $0.published?.isWithin(date) ?? false })
  }

  static func choice(_ flow: Flow, _ period: Period, among entries: [Entry]) -> Choice? {
    if let choice = published(flow, period, among: entries) { return choice }
    guard flow == .turnover, let exports = published(.export, period, among: entries),
      let imports = published(.import, period, among: entries)
    else { return nil }
    return Choice(
      period: period, figure: exports.figure + imports.figure,
      entries: exports.entries + imports.entries,
      isDisputed: exports.isDisputed || imports.isDisputed, isMirror: false)
  }

  /// Rules 4 and 5 for one flow and period.
  private static func published(_ flow: Flow, _ period: Period, among entries: [Entry]) -> Choice? {
    let all = entries.filter { $0.flow == flow && $0.period == period }
    let latest = all.filter { entry in !all.contains { $0.supersedes(entry) } }
    let median = all.compactMap(\.figure.value).median
    // `min` keeps the first of equals: the order of the ledger.
    let chosen = latest.min { first, second in
      let (a, b) = (first.figure, second.figure)
      let weakness = (a.qualifier.weakness, b.qualifier.weakness)
      guard weakness.0 == weakness.1 else { return weakness.0 < weakness.1 }
      return abs((a.value ?? 0) - median) < abs((b.value ?? 0) - median)
    }
    return chosen.map { chosen in
      Choice(
        period: period, figure: chosen.figure, entries: [chosen],
        isDisputed: latest.contains { $0.figure != chosen.figure }, isMirror: false)
    }
  }
}

extension [Ledger.Entry] {
  /// The same entries with every figure in one unit, that of the first where none is named.
  func inOneUnit(_ unit: Unit? = nil) throws(SeriesError) -> [Ledger.Entry] {
    guard let unit = unit ?? first?.figure.unit else { return self }
    var converted: [Ledger.Entry] = []
    for entry in self {
      guard entry.figure.unit.factor(to: unit) != nil else {
        throw .unit(entry.figure.unit.description, to: unit.description)
      }
      converted.append(entry.converted(to: unit))
    }
    return converted
  }
}

extension Ledger.Entry {
  fileprivate func converted(to unit: Unit) -> Ledger.Entry {
    guard figure.unit != unit else { return self }
    return Ledger.Entry(
      reporter: reporter, partner: partner, flow: flow, period: period,
      figure: figure.converted(to: unit), isReported: isReported, publisher: publisher,
      published: published, title: title, address: address, note: note)
  }

  /// Whether this publication is certainly later; one without a date is earlier than any with one.
  fileprivate func supersedes(_ other: Ledger.Entry) -> Bool {
    guard let published else { return false }
    guard let date = other.published else { return true }
    return published.isLater(than: date)
  }
}

extension Ledger.Choice {
  fileprivate var mirrored: Ledger.Choice {
    Ledger.Choice(
      period: period, figure: figure.asMirror, entries: entries, isDisputed: isDisputed,
      isMirror: true)
  }
}

extension [Double] {
  /// The middle value, or the mean of the two in the middle; 0 of none.
  package var median: Double {
    guard !isEmpty else { return 0 }
    let sorted = sorted()
    let middle = count / 2
    return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

// MARK: - Reading

extension Ledger {
  /// Reads a table with the columns `reporter`, `partner`, `flow`, `period`, `value`, `unit`,
  /// `qualifier`, `basis`, `publisher`, `published`, `title`, `address` and `note`.
  ///
  /// Only rows whose reporter and partner pass `isIncluded` are read. Throws at the first cell
  /// among them that makes no sense.
  public init(
    _ table: Table, where isIncluded: (String, String) -> Bool = { _, _ in true }
  ) throws(SeriesError) {
    func texts(_ name: String) throws(SeriesError) -> [String?] {
      do throws(TableError) { return try table.texts(name) } catch { throw .table(error) }
    }
    let (reporters, partners) = (try texts("reporter"), try texts("partner"))
    let (flows, periods) = (try texts("flow"), try texts("period"))
    let (values, units) = (try texts("value"), try texts("unit"))
    let (qualifiers, bases) = (try texts("qualifier"), try texts("basis"))
    let (publishers, dates) = (try texts("publisher"), try texts("published"))
    let (titles, addresses, notes) = (try texts("title"), try texts("address"), try texts("note"))
    var entries: [Entry] = []
    for row in 0..<table.rowCount {
      guard isIncluded(reporters[row] ?? "", partners[row] ?? "") else { continue }
      func place(_ column: String) -> Place { table.place(row: row, column: column) }
      guard let flow = Flow.published.first(where: { $0.rawValue == flows[row] }) else {
        guard let text = flows[row] else { throw .table(.missingValue(at: place("flow"))) }
        throw .unknownWord(text, among: Flow.published.map(\.rawValue), at: place("flow"))
      }
      guard let period = Period(periods[row] ?? "") else {
        throw .notAPeriod(periods[row] ?? "", at: place("period"), isCounter: false)
      }
      guard let value = NumberText.number(values[row] ?? "") else {
        throw .table(.notANumber(values[row] ?? "", at: place("value")))
      }
      let basis = bases[row] ?? ""
      guard ["reported", "reconciled"].contains(basis) else {
        throw .unknownWord(basis, among: ["reported", "reconciled"], at: place("basis"))
      }
      let date = dates[row].flatMap { PublicationDate($0) }
      if let text = dates[row], date == nil {
        throw .unknownWord(text, among: ["2019", "2019-02", "2019-02-27"], at: place("published"))
      }
      guard let qualifier = Qualifier(rawValue: qualifiers[row] ?? ""), qualifier != .undetermined
      else { throw .unknownQualifier(qualifiers[row] ?? "", at: place("qualifier")) }
      entries.append(
        Entry(
          reporter: reporters[row] ?? "", partner: partners[row] ?? "", flow: flow,
          period: period, figure: Figure(value, qualifier, unit: Unit(units[row] ?? "")),
          isReported: basis == "reported", publisher: publishers[row] ?? "",
          published: date, title: titles[row] ?? "",
          address: addresses[row] ?? "", note: notes[row] ?? ""))
    }
    self.entries = entries
  }
}
