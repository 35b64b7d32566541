import TradeSeries
import TradeTables

/// Makes totals of the sums over keys so that no trade is counted twice.
///
/// Rows that fall into one total must stand on one level: all commodities or their chapters, the
/// world or its countries, all modes of transport or each. Where a file has both, the query says
/// which of them counts, or the totals are refused with the two rows.
struct FlowResolution {
  private let sums: [FlowSum]
  private let query: FlowQuery
  private let names: NameTable
  private let files: [String]
  /// How many rows were left out because the files have their total as well.
  private var partCount = 0

  init(_ sums: FlowSums, names: NameTable, query: FlowQuery, files: [String]) {
    (self.sums, self.names, self.query, self.files) = (sums.sums, names, query, files)
  }

  /// The totals, ordered by their keys.
  mutating func totals() throws(FlowError) -> FlowTotals {
    try checkCountries()
    let unit = try oneUnit()
    let parts = query.by.map(\.part)
    let texts = parts.map { names.names(of: $0) }
    let order = RankOrder(sums, parts: parts, texts: texts)
    var totals = FlowTotals(by: query.by, unit: unit, capacity: order.runs.count)
    // The fault that comes first in the files, whatever the order of the totals.
    var fault: (error: FlowError, place: UInt32)?
    for run in order.runs {
      let places = order.places[run]
      do throws(FlowError) {
        let group = try single(places.map { sums[Int($0)] })
        guard var sum = group.first else { continue }
        for other in group.dropFirst() { sum.add(other) }
        totals.append(
          sum, group.figure, isHidden: group.contains(where: \.isHidden),
          zip(parts, texts).map { $1[sum.key[$0]] })
      } catch {
        guard let place = places.first, place < fault?.place ?? .max else { continue }
        fault = (error, place)
      }
    }
    if let fault { throw fault.error }
    guard !totals.values.isEmpty else { throw nothingFound }
    return totals
  }

  /// The sums of a group that make its total; none where nothing has the level that was asked for.
  private mutating func single(_ group: [FlowSum]) throws(FlowError) -> [FlowSum] {
    guard group.count > 1 || query.level != nil || isComplete else { return group }
    var group = try withoutDetails(group)
    group = try onePartnerKind(group)
    try demandOne(
      group, "two kinds of reporters, countries and groups of them", "choose one: -r CODE"
    ) {
      $0.level.reporter.rawValue
    }
    try demandOne(group, "years and parts of years", "choose some: --from, --until") {
      $0.level.frequency.rawValue
    }
    try demandOne(
      group, "two classifications of commodities", "keep the rows of one of them"
    ) { $0.level.classification.map { UInt32($0.family.asciiValue ?? 0) } ?? 0 }
    group = try oneLevel(group)
    try demandOne(group, "two flows", "choose one, --flow export, or tell them apart: --by flow") {
      UInt32($0[.flow])
    }
    try demandSingleRows(group)
    return group
  }

  // MARK: Levels

  /// Of totals and their parts the totals; parts alone add up.
  private mutating func withoutDetails(_ group: [FlowSum]) throws(FlowError) -> [FlowSum] {
    guard group.contains(where: { !$0.key.level.details.isEmpty }) else { return group }
    var kept: [FlowSum] = []
    var keys: [FlowKey] = []
    var families: [FlowKey: [FlowSum]] = [:]
    for sum in group {
      let key = sum.key.with(sum.key.level.withoutDetails)
      if families[key] == nil { keys.append(key) }
      families[key, default: []].append(sum)
    }
    for key in keys {
      let family = families[key] ?? []
      let totals = family.filter { $0.key.level.details.isEmpty }
      if totals.isEmpty {
        try demandOne(family, "parts of two kinds", "the file has no total of them") {
          $0.level.details.reduce(0) { $0 | 1 << $1.rawValue }
        }
        kept += family
      } else {
        kept += totals
        partCount += family.reduce(0) { $0 + $1.rowCount } - totals.reduce(0) { $0 + $1.rowCount }
      }
    }
    return kept
  }

  /// The world or its countries.
  private func onePartnerKind(_ group: [FlowSum]) throws(FlowError) -> [FlowSum] {
    let asked = query.partnerKind ?? (query.partners == ["WLD"] ? .world : nil)
    guard let asked else {
      try demandOne(
        group, "the world and single partners", "choose: --partners each or --partners world"
      ) { $0.level.partner.rawValue }
      return group
    }
    let world = group.filter { $0.key.level.partner == .world }
    let each = group.filter { $0.key.level.partner == .country }
    // Where the file has no row for the world, its countries are the world.
    return asked == .world && !world.isEmpty ? world : each.isEmpty ? group : each
  }

  /// The level of commodities that was asked for, or the only one.
  private func oneLevel(_ group: [FlowSum]) throws(FlowError) -> [FlowSum] {
    let levels = Set(group.map(\.key.level.commodity))
    guard let asked = query.level else {
      try demandOne(group, "two levels of commodities", "choose one: \(Self.choices(levels))") {
        $0.level.commodity.rawValue
      }
      return group
    }
    let wanted: FlowLevel.Commodity =
      switch asked {
      case .total: .total
      case .digits(let digits): .init(digits: digits)
      }
    // A file that says nothing of commodities gives totals; finer codes add up to wider ones.
    let chosen =
      asked == .total && levels.contains(.none)
      ? .none : levels.filter { $0 >= wanted && $0 != .group }.min() ?? wanted
    return group.filter { $0.key.level.commodity == chosen }
  }

  private static func choices(_ levels: Set<FlowLevel.Commodity>) -> String {
    levels.sorted().map { level in
      level.digits.map { "--digits \($0)" } ?? "--digits total"
    }.joined(separator: " or ")
  }

  private func demandOne(
    _ group: [FlowSum], _ difference: String, _ advice: String, _ kind: (FlowKey) -> UInt32
  ) throws(FlowError) {
    guard let first = group.first,
      let other = group.first(where: { kind($0.key) != kind(first.key) })
    else { return }
    let rows = [first.first, other.first].sorted { $0.bits < $1.bits }
    throw .countsTwice(
      first: place(rows[0]), second: place(rows[1]), difference: difference, advice: advice)
  }

  private func place(_ row: RowPlace) -> Place { Place(file: files[row.file], line: row.line) }

  /// Whether a group is a single trade: two rows of it are the same row twice.
  private var isComplete: Bool {
    func isOne(_ dimension: FlowDimension, _ asked: Int?) -> Bool {
      query.by.contains(dimension) || asked == 1
    }
    return query.by.contains(.period) && isOne(.reporter, query.reporters?.count)
      && query.partners != ["WLD"] && isOne(.partner, query.partners?.count)
  }

  private func demandSingleRows(_ group: [FlowSum]) throws(FlowError) {
    guard isComplete else { return }
    for sum in group where !sum.second.isNone {
      let level = sum.key.level
      let isOneCommodity =
        level.commodity <= .total || query.by.contains(.code) && !isCut(level.commodity)
      guard isOneCommodity, level.details.isEmpty else { continue }
      throw .countsTwice(
        first: place(sum.first), second: place(sum.second),
        difference: "the same trade in two rows",
        advice: "keep one of them; corridor check lists all")
    }
  }

  /// Whether codes of this level were cut to those of a wider one.
  private func isCut(_ commodity: FlowLevel.Commodity) -> Bool {
    guard case .digits(let digits)? = query.level else { return false }
    return (commodity.digits ?? 0) > digits
  }

  // MARK: What is there

  /// What was left out or is not known.
  var remarks: [String] {
    var remarks: [String] = []
    if partCount > 0 {
      remarks.append("\(partCount) rows left out that are parts of a total in the file")
    }
    let unmatched = names.unmatchedNames
    if !unmatched.isEmpty { remarks.append("unknown countries: \(Suggestion.list(unmatched))") }
    return remarks
  }

  private func checkCountries() throws(FlowError) {
    let all = sums.reduce(0) { $0 + abs($1.value) }
    let unknown = sums.reduce(0) { $0 + ($1.key.level.isUnmatched ? abs($1.value) : 0) }
    guard unknown > 0.01 * all else { return }
    throw .unknownCountries(
      names.unmatchedNames, share: unknown / all,
      file: files.joined(separator: ", "))
  }

  /// The unit of all values.
  private func oneUnit() throws(FlowError) -> String {
    let texts = names.names(of: .unit)
    let units = Set(sums.filter { $0.valueCount > 0 }.map { texts[$0.key[.unit]] })
    guard units.count < 2 else {
      throw .mixedUnits(
        units.map { $0.isEmpty ? "no unit" : $0 }.sorted(), file: files.joined(separator: ", "))
    }
    return units.first ?? ""
  }

  private var nothingFound: FlowError {
    .nothingFound(
      file: files.joined(separator: ", "), asked: query.description, available: "")
  }
}

extension FlowTotals {
  /// Adds a total with its keys and its figure.
  fileprivate mutating func append(
    _ sum: FlowSum, _ figure: Figure?, isHidden: Bool, _ names: [String]
  ) {
    for (place, name) in names.enumerated() { keys[place].append(name) }
    values.append(figure?.value)
    quantities.append(sum.quantityCount > 0 ? sum.quantity : nil)
    counts.append(sum.rowCount)
    qualifiers.append(figure?.qualifier ?? .exact)
    isConfidential.append(figure == nil && isHidden)
  }
}

extension [FlowSum] {
  /// Their sum, bounds added up as intervals are; `nil` where no row has a value.
  ///
  /// A value that is kept back is more than nothing, so that a sum without it is a lower bound.
  fileprivate var figure: Figure? {
    var figures = filter { $0.valueCount > 0 }.map {
      Figure($0.value, $0.key.level.qualifier, unit: .one)
    }
    if !figures.isEmpty, contains(where: \.isHidden) {
      figures.append(Figure(0, .moreThan, unit: .one))
    }
    return figures.dropFirst().reduce(figures.first) { sum, figure in sum.map { $0 + figure } }
  }
}

extension FlowSum {
  /// Whether it is a sum over values that are kept back.
  fileprivate var isHidden: Bool { emptyCount > 0 && key.level.isConfidential }

  /// Adds another sum of the same total.
  fileprivate mutating func add(_ other: FlowSum) {
    value += other.value
    valueCount &+= other.valueCount
    if quantityCount == 0 { key = key.with(.quantityUnit, other.key[.quantityUnit]) }
    // Kilograms and pieces make no sum.
    let isSameUnit = key[.quantityUnit] == other.key[.quantityUnit] || other.quantityCount == 0
    quantity += other.quantity
    quantityCount = isSameUnit && quantityCount >= 0 ? quantityCount &+ other.quantityCount : -1
    emptyCount &+= other.emptyCount
  }
}

extension FlowDimension {
  /// Where the key has it.
  var part: FlowKey.Part {
    switch self {
    case .period: .period
    case .reporter: .reporter
    case .partner: .partner
    case .flow: .flow
    case .code: .code
    }
  }
}

extension FlowQuery: CustomStringConvertible {
  /// What was asked for, for messages.
  public var description: String {
    var parts: [String] = []
    if let reporters { parts.append("reporter \(reporters.sorted().joined(separator: ","))") }
    if let partners { parts.append("partner \(partners.sorted().joined(separator: ","))") }
    if let flows { parts.append("flow \(flows.map(\.rawValue).sorted().joined(separator: ","))") }
    if let codes { parts.append("code \(codes.joined(separator: ","))") }
    if let from { parts.append("from \(from)") }
    if let until { parts.append("until \(until)") }
    switch level {
    case .digits(let digits): parts.append("level \(digits)")
    case .total: parts.append("level total")
    case nil: break
    }
    return parts.isEmpty ? "a value" : parts.joined(separator: ", ")
  }
}
