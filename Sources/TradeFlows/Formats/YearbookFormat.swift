import TradeSeries
import TradeTables

/// The trade balance of a Vietnamese statistical yearbook, copied as text: a row each for total
/// trade, exports and imports, a column a year.
///
/// The country is Viet Nam and the partner the world, as nothing in the text says; the unit stands
/// above the years. Any other row keeps its label in the place of the flow, so that two are never
/// added up.
enum YearbookFormat: FlowFormat {
  static let name = "Vietnamese yearbook"
  static let summary =
    "text with a line of years and labels in two languages; of Viet Nam with the world; unit "
    + "from the line above the years"

  static func layout(_ builder: inout LayoutBuilder) throws(FlowError) -> FlowLayout? {
    let head = builder.head
    guard head.names.first == YearbookRows.labels else { return nil }
    try builder.constant(.reporter, "VNM")
    try builder.worldAsPartner()
    builder.indicator(0) { label in
      if label.lowercased().contains("balance") { return .leftOut }
      return FlowName(label).flatMap(\.flow).map { .flow($0) } ?? .other
    }
    let unit = builder.unit(or: head.preamble.last.flatMap(Self.unit) ?? .one)
    let isAsked =
      builder.query.reporters?.contains("VNM") ?? true
      && builder.query.partners?.contains("WLD") ?? true
    for (column, name) in head.names.enumerated().dropFirst() where isAsked {
      let words = name.split(separator: " ").map(String.init)
      guard let year = words.first, let period = Period(flow: year) else { return nil }
      var level = FlowLevel()
      level.qualifier = words.dropFirst().first.flatMap { Qualifier(cell: $0) } ?? .exact
      try builder.wideValue(column, period, unit: unit, key: FlowKey(level: level))
    }
    builder.plainNumbers()
    builder.remarks.append("of Viet Nam with the world, in \(unit.description)")
    return builder.layout
  }

  /// `Mil. USD` as `USD million`.
  private static func unit(_ line: [String]) -> Unit? {
    guard line.count == 2, line[0] == "Unit" else { return nil }
    let scales = ["mil": "million", "mill": "million", "bil": "billion", "thous": "thousand"]
    let words = line[1].split { $0 == " " || $0 == "." }.map(String.init)
    let named = words.map { scales[$0.lowercased()] ?? $0 }
    let factors = named.filter { Unit($0).base.isEmpty }
    return Unit((named.filter { !factors.contains($0) } + factors).joined(separator: " "))
  }
}
