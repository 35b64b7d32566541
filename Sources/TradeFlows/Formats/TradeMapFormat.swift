import TradeSeries

/// The text files of ITC's Trade Map: a row a country or product, a column a period.
///
/// Values are thousand US dollars, which the page says and the file does not. A list of importers
/// of what a country exports does not name that country.
enum TradeMapFormat: FlowFormat {
  static let name = "Trade Map"
  static let summary =
    "Exporters or Importers and columns such as Exported value in 2018; thousand US "
    + "dollars"

  static func layout(_ builder: inout LayoutBuilder) throws(FlowError) -> FlowLayout? {
    let head = builder.head
    let values = head.names.indices.compactMap { column in Value(head.names[column], column) }
    guard let first = values.first else { return nil }
    if let column = head.column("Exporters", "Importers", "Reporters", "Partners") {
      let lists = TableHead.key(head.names[column])
      // Exporters of exports report themselves, and so do importers of imports.
      let isReporter =
        lists == "reporters" || lists == (first.flow == .export ? "exporters" : "importers")
      if isReporter {
        builder.reporter(column)
        try builder.worldAsPartner()
      } else {
        builder.partner(column)
      }
    }
    if let code = head.column("Product code", "Code") {
      builder.code(code) { .init(code: $0 == "TOTAL" ? "TOTAL" : $0) }
    }
    let unit = builder.unit(or: Unit("USD thousand"))
    for value in values where builder.query.flows?.contains(value.flow) ?? true {
      let key = try builder.key(of: value.flow.rawValue, .flow)
      try builder.wideValue(value.column, value.period, unit: unit, key: key)
    }
    try builder.findNumberStyle()
    return builder.layout
  }

  /// A column such as `Exported value in 2018`.
  private struct Value {
    let column: Int
    let flow: Flow
    let period: Period

    init?(_ name: String, _ column: Int) {
      let words = name.lowercased().split(separator: " ")
      guard let last = words.last, let period = Period(flow: String(last)) ?? Period(last),
        words.contains("value")
      else { return nil }
      self.column = column
      self.period = period
      if words.contains(where: { $0.hasPrefix("export") }) {
        flow = .export
      } else if words.contains(where: { $0.hasPrefix("import") }) {
        flow = .import
      } else {
        return nil
      }
    }
  }
}
