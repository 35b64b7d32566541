import TradeSeries
import TradeTables

/// Puts the layout of a file together, a column at a time.
///
/// A column that says nothing that was asked for, and on which no sum depends, is not read at all.
struct LayoutBuilder {
  let head: TableHead
  let query: FlowQuery
  let reading: FlowReading
  let names: NameTable
  /// The file's name, for errors.
  let file: String
  private(set) var layout: FlowLayout
  /// What is to be said of the file besides its format.
  var remarks: [String] = []
  /// Whether a row is both one country's exports and the other's imports.
  private(set) var isReconciled = false

  init(
    _ head: TableHead, query: FlowQuery, reading: FlowReading, names: NameTable, file: String
  ) {
    self.head = head
    self.query = query
    self.reading = reading
    self.names = names
    self.file = file
    layout = FlowLayout(delimiter: head.delimiter, names: head.names)
  }

  // MARK: Dimensions

  /// Periods: `2019`, `201905`, `2019-05`, `2019-Q1`, `2019M05`.
  mutating func period(_ column: Int) {
    let (isKey, from, until, names) = (isAsked(.period), query.from, query.until, names)
    let isFiltered = from != nil || until != nil
    add(column) { text throws(FieldFault) in
      guard !text.isEmpty else { return FieldMeaning(use: .unnamed) }
      guard let period = Period(flow: text) else {
        throw FieldFault(reason: "is not a period; periods are written \(Period.forms) or 201905")
      }
      if isFiltered {
        if let from, period < from { return FieldMeaning(use: .leftOut) }
        if let until, period > until, period.year > until.year || until.kind != .year {
          return FieldMeaning(use: .leftOut)
        }
      }
      return FieldMeaning(key: try Self.key(of: period, names, isKey: isKey))
    }
  }

  /// What a period adds to a key.
  static func key(
    of period: Period, _ names: NameTable, isKey: Bool
  ) throws(FieldFault) -> FlowKey {
    var level = FlowLevel()
    level.frequency = period.kind == .month ? .month : period.kind == .quarter ? .quarter : .year
    return FlowKey(level: level)
      | (isKey ? try names.key(of: "\(period)", .period) : FlowKey())
  }

  /// Countries as codes of any kind, or names.
  mutating func reporter(_ column: Int) { area(column, .reporter, asked: query.reporters) }
  /// Regions of countries, whose codes are not looked up.
  mutating func region(_ column: Int) {
    area(column, .reporter, asked: query.reporters, isKnown: true)
  }
  mutating func partner(_ column: Int) { area(column, .partner, asked: query.partners) }

  private mutating func area(
    _ column: Int, _ part: FlowKey.Part, asked: Set<String>?, isKnown: Bool = false
  ) {
    let dimension: FlowDimension = part == .reporter ? .reporter : .partner
    // Of reconciled figures both sides are needed to turn a row round.
    let isKey = isAsked(dimension) || isTurned
    let (names, isTurned, query) = (names, isTurned, query)
    // The world stands for all partners: each of them is needed where the file has no world.
    let isOpen = asked == nil || part == .partner && asked == ["WLD"]
    add(column) { text throws(FieldFault) in
      guard !text.isEmpty else { return FieldMeaning(use: isOpen ? .value : .leftOut) }
      let area = AreaMeaning(text)
      var meaning = FieldMeaning()
      if isTurned {
        meaning.marks = Self.marks(of: area.code, part, query)
      } else if !isOpen, !(asked?.contains(area.code) ?? true) {
        return FieldMeaning(use: .leftOut)
      }
      var level = FlowLevel()
      if part == .reporter { level.reporter = area.kind } else { level.partner = area.kind }
      level.isUnmatched = !area.isKnown && !isKnown
      if level.isUnmatched { names.noteUnmatched(area.code) }
      meaning.key = FlowKey(level: level)
      if isKey { meaning.key = meaning.key | (try names.key(of: area.code, part)) }
      return meaning
    }
  }

  /// Whether rows are needed from both sides: reconciled figures of a country's trade.
  private var isTurned: Bool { isReconciled && query.needsImports }

  /// The exporter's row as it stands (1 and 2), and as the importer's (4 and 8).
  private static func marks(of code: String, _ part: FlowKey.Part, _ query: FlowQuery) -> UInt8 {
    let isReporter = query.reporters?.contains(code) ?? true
    let isPartner = query.partners.map { $0.contains(code) || $0 == ["WLD"] } ?? true
    return part == .reporter
      ? (isReporter ? 1 : 0) | (isPartner ? 4 : 0) : (isPartner ? 2 : 0) | (isReporter ? 8 : 0)
  }

  /// Rows that are one country's exports and the other's imports alike: the reporter exports.
  mutating func isReconciledExport() throws(FlowError) {
    isReconciled = true
    try constant(.flow, Flow.export.rawValue)
    if isTurned { layout.wanted = [3, 12] }
  }

  /// The direction, by what the file calls it.
  mutating func flow(_ column: Int) {
    let (names, flows) = (names, query.flows)
    add(column) { text throws(FieldFault) in
      guard !text.isEmpty else { return FieldMeaning(use: flows == nil ? .value : .leftOut) }
      guard let flow = FlowName(text) else {
        throw FieldFault(reason: "is not a flow; flows are export, import, re-export and re-import")
      }
      guard let flow = flow.flow, flows?.contains(flow) ?? true else {
        return FieldMeaning(use: .leftOut)
      }
      return FieldMeaning(key: try names.key(of: flow.rawValue, .flow))
    }
  }

  /// Commodity codes; `levelOf` says which level a code stands on.
  ///
  /// - `padded`: how many digits every code has, where the file may have lost leading zeros.
  mutating func code(
    _ column: Int, padded: Int = 0,
    level levelOf: @escaping @Sendable (String) -> FlowLevel.Commodity
  ) {
    let (names, codes, isKey) = (names, query.codes, isAsked(.code))
    let digits: Int? = if case .digits(let digits)? = query.level { digits } else { nil }
    add(column) { text throws(FieldFault) in
      var code = text.hasPrefix("'") ? String(text.dropFirst()) : text
      if code.utf8.count < padded, !code.isEmpty {
        code = String(repeating: "0", count: padded - code.utf8.count) + code
      }
      guard !code.isEmpty else { return FieldMeaning(use: codes == nil ? .value : .leftOut) }
      if let codes, !codes.contains(where: code.hasPrefix) {
        return FieldMeaning(use: .leftOut)
      }
      var level = FlowLevel()
      level.commodity = levelOf(code)
      let isCut = digits.map { (level.commodity.digits ?? 0) > $0 } ?? false
      let name = isCut ? String(code.prefix(digits ?? code.count)) : code
      return FieldMeaning(
        key: FlowKey(level: level) | (isKey ? try names.key(of: name, .code) : FlowKey()))
    }
  }

  /// A dimension of which the field may say the total or a part.
  mutating func detail(_ column: Int, _ detail: FlowLevel.Detail, total: Set<String>) {
    add(column) { text in
      var level = FlowLevel()
      level[detail] = !text.isEmpty && !total.contains(text)
      return FieldMeaning(key: FlowKey(level: level))
    }
  }

  /// A column of any other meaning.
  mutating func add(
    _ column: Int,
    _ understand: @escaping @Sendable (String) throws(FieldFault) -> FieldMeaning
  ) {
    layout.keys.append(
      .init(column: column) { text throws(FieldFault) in
        try understand(Self.content(of: text.trimmed))
      })
  }

  /// What a cell says: spreadsheets keep the zeros of `="0101"`; any other formula is refused, as
  /// whoever opens what is made of it would run it.
  private static func content(of text: String) throws(FieldFault) -> String {
    guard text.hasPrefix("=") else { return text }
    let inner = text.dropFirst(2).dropLast()
    guard text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 3, !inner.contains("\""),
      !inner.hasPrefix("=")
    else { throw FieldFault(reason: "is a formula; save the file with values") }
    return String(inner)
  }

  /// A column whose fields are several in one, separated by commas: `build` takes each as a column
  /// of its own, from 0.
  mutating func composite(
    _ column: Int, count: Int, _ build: (inout LayoutBuilder) throws(FlowError) -> Void
  ) throws(FlowError) {
    let before = layout.keys.count
    try build(&self)
    let parts = Array(layout.keys[before...])
    layout.keys.removeLast(parts.count)
    add(column) { text throws(FieldFault) in
      let texts = text.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
      guard texts.count == count else {
        throw FieldFault(reason: "has \(texts.count) parts where the header has \(count)")
      }
      var meaning = FieldMeaning()
      for part in parts { meaning.combine(try part.understand(texts[part.column])) }
      return meaning
    }
  }

  /// What is measured, where a file calls that an indicator: a flow, or any other name.
  mutating func indicator(
    _ column: Int, _ flowOf: @escaping @Sendable (String) -> IndicatorMeaning
  ) {
    let (names, flows) = (names, query.flows)
    add(column) { text throws(FieldFault) in
      let name: String
      switch flowOf(text) {
      case .flow(let flow):
        guard flows?.contains(flow) ?? true else { return FieldMeaning(use: .leftOut) }
        name = flow.rawValue
      case .leftOut: return FieldMeaning(use: .leftOut)
      case .other:
        guard !text.isEmpty else { return FieldMeaning(use: .unnamed) }
        guard flows == nil else { return FieldMeaning(use: .leftOut) }
        name = text
      }
      return FieldMeaning(key: try names.key(of: name, .flow))
    }
  }

  /// What a field called an indicator says.
  enum IndicatorMeaning: Sendable {
    case flow(Flow)
    /// A share, a balance or a second valuation of the same flow.
    case leftOut
    /// No flow of goods.
    case other
  }

  /// A column with the unit of each row's value.
  mutating func unit(_ column: Int) {
    let names = names
    add(column) { text throws(FieldFault) in
      let unit = Unit(text)
      return FieldMeaning(key: try names.key(of: unit.base, .unit), scale: unit.scale)
    }
  }

  /// A column that marks values as bounds, estimates and such.
  mutating func qualifier(_ column: Int) {
    add(column) { text throws(FieldFault) in
      var level = FlowLevel()
      if text == Qualifier.confidentialCell {
        level.isConfidential = true
      } else if !text.isEmpty {
        guard let qualifier = Qualifier(cell: text) else {
          throw FieldFault(reason: "is not a qualifier; see corridor help qualifiers")
        }
        level.qualifier = qualifier
      }
      return FieldMeaning(key: FlowKey(level: level))
    }
  }

  /// A column with the classification that the codes are from.
  mutating func classification(_ column: Int) {
    add(column) { text in
      var level = FlowLevel()
      if !text.isEmpty { level.classification = .init(rawValue: text) ?? .other }
      return FieldMeaning(key: FlowKey(level: level))
    }
  }

  /// A column with the unit of each row's quantity.
  mutating func quantityUnit(_ column: Int) {
    let names = names
    add(column) { text throws(FieldFault) in
      FieldMeaning(key: try names.key(of: text, .quantityUnit))
    }
  }

  /// A column of powers of ten by which values are multiplied, as SDMX has it.
  mutating func powerOfTen(_ column: Int) {
    add(column) { text throws(FieldFault) in
      guard !text.isEmpty else { return FieldMeaning() }
      guard let power = Int(text), (-12...15).contains(power) else {
        throw FieldFault(reason: "is no power of ten")
      }
      let scale = (0..<abs(power)).reduce(1.0) { scale, _ in scale * 10 }
      return FieldMeaning(scale: power < 0 ? 1 / scale : scale)
    }
  }

  /// What all rows have in common.
  mutating func constant(_ part: FlowKey.Part, _ name: String) throws(FlowError) {
    layout.constant = layout.constant | (try key(of: name, part))
  }

  /// The level of commodities that all rows stand on.
  mutating func commodity(_ commodity: FlowLevel.Commodity) {
    var level = FlowLevel()
    level.commodity = commodity
    layout.constant = layout.constant | FlowKey(level: level)
  }

  /// The area that all rows have as their partner.
  mutating func worldAsPartner() throws(FlowError) {
    var level = FlowLevel()
    level.partner = .world
    layout.constant = layout.constant | FlowKey(level: level)
    if isAsked(.partner) { try constant(.partner, "WLD") }
  }

  func isAsked(_ dimension: FlowDimension) -> Bool { query.by.contains(dimension) }

  // MARK: Values

  /// A column of values of this unit; `nil` where another column says the unit of each row.
  mutating func value(
    _ column: Int, unit: Unit?, key: FlowKey = FlowKey()
  ) throws(FlowError) {
    if let unit, layout.values.isEmpty { try constant(.unit, unit.base) }
    layout.values.append(.init(column: column, key: key, scale: unit?.scale ?? 1))
  }

  /// The unit that the reader was told, or else the one that the format has.
  func unit(or format: Unit) -> Unit { reading.unit ?? format }

  /// A column of values of one flow.
  mutating func value(_ column: Int, unit: Unit, flow: Flow) throws(FlowError) {
    guard query.flows?.contains(flow) ?? true else { return }
    try value(column, unit: unit, key: key(of: flow.rawValue, .flow))
  }

  /// A column of values whose name is their period.
  mutating func wideValue(
    _ column: Int, _ period: Period? = nil, unit: Unit, key: FlowKey = FlowKey()
  ) throws(FlowError) {
    guard let period = period ?? Period(flow: head.names[column]) else { return }
    if let from = query.from, period < from { return }
    if let until = query.until, period > until { return }
    let own: FlowKey
    do throws(FieldFault) {
      own = try Self.key(of: period, names, isKey: isAsked(.period))
    } catch {
      throw fault(error, head.names[column])
    }
    try value(column, unit: unit, key: key | own)
  }

  func key(of name: String, _ part: FlowKey.Part) throws(FlowError) -> FlowKey {
    do throws(FieldFault) {
      return try names.key(of: name, part)
    } catch {
      throw fault(error, name)
    }
  }

  private func fault(_ fault: FieldFault, _ text: String) -> FlowError {
    .meaningless(text, at: Place(file: file, line: head.line), reason: fault.reason)
  }

  /// A column of quantities beside the values.
  mutating func quantity(
    _ column: Int, scale: Double = 1, unit: String?, isZeroMissing: Bool = false
  )
    throws(FlowError)
  {
    layout.quantity = .init(column: column, scale: scale, isZeroMissing: isZeroMissing)
    if let unit { try constant(.quantityUnit, unit) }
  }

  /// Numbers without marks between thousands and with a decimal point, as we write them ourselves.
  mutating func plainNumbers() { layout.numbers.dash = reading.dash }

  /// How the numbers in the columns of values are written, found from the first rows.
  mutating func findNumberStyle(hasFlags: Bool = false) throws(FlowError) {
    var samples = layout.values.prefix(40).flatMap { head.sample(of: $0.column) }
    if hasFlags { samples = samples.map(NumberStyle.withoutFlags) }
    layout.numbers = try NumberStyle(
      samples, delimiter: head.delimiter, reading: reading, file: file, line: head.line)
    layout.numbers.hasFlags = hasFlags
    if let style = layout.numbers.description { remarks.append(style) }
  }
}

extension NameTable {
  /// The part of a key that a name is.
  func key(of name: String, _ part: FlowKey.Part) throws(FieldFault) -> FlowKey {
    guard let number = number(of: name, in: part) else {
      throw FieldFault(reason: "is one \(part) too many; the limit is \(part.capacity - 1)")
    }
    return FlowKey(part, number)
  }
}

extension FlowQuery {
  /// Whether imports are asked for, or every flow of certain countries.
  var needsImports: Bool {
    if let flows { return flows.contains(.import) || flows.contains(.turnover) }
    return reporters != nil || partners != nil
  }
}

extension Period {
  /// The forms of `init(_:)`, and `201905` and `20190101` as Comtrade writes them.
  init?(flow text: String) {
    if text.utf8.count == 6, let number = Int(text), (1...12).contains(number % 100),
      (1000...2999).contains(number / 100)
    {
      self.init(year: number / 100, month: number % 100)
      return
    }
    self.init(text)
  }
}
