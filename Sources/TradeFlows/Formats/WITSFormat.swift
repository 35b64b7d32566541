import TradeSeries

/// The World Bank's WITS, by product: thousand US dollars.
enum WITSFormat: FlowFormat {
  static let name = "WITS by product"
  static let summary =
    "ReporterISO3 or Reporter, ProductCode, Trade Value 1000USD; thousand US dollars"

  static func layout(_ builder: inout LayoutBuilder) throws(FlowError) -> FlowLayout? {
    let head = builder.head
    guard let value = head.column("Trade Value 1000USD", "TradeValue in 1000 USD"),
      let reporter = head.column("ReporterISO3", "Reporter", "ReporterName"),
      let partner = head.column("PartnerISO3", "Partner", "PartnerName"),
      let flow = head.column("TradeFlow", "TradeFlowName"),
      let year = head.column("Year"),
      let code = head.column("ProductCode", "Product Code")
    else { return nil }
    builder.period(year)
    builder.reporter(reporter)
    builder.partner(partner)
    builder.flow(flow)
    builder.code(code) { $0 == "Total" ? .total : .init(code: $0) }
    try builder.value(value, unit: builder.unit(or: Unit("USD thousand")))
    if let quantity = head.column("Quantity") {
      try builder.quantity(quantity, unit: nil, isZeroMissing: true)
      if let unit = head.column("Quantity Unit", "QtyUnit") { builder.quantityUnit(unit) }
    }
    return builder.layout
  }
}

/// The World Bank's WITS, a country's summary: a row an indicator, a column a year.
///
/// Million US dollars stand among shares and indices in the same columns: only exports and imports
/// are read.
enum WITSSummaryFormat: FlowFormat {
  static let name = "WITS summary"
  static let summary =
    "Product categories, Indicator and a column a year; exports and imports in million US "
    + "dollars"

  static func layout(_ builder: inout LayoutBuilder) throws(FlowError) -> FlowLayout? {
    let head = builder.head
    guard let reporter = head.column("Reporter"), let partner = head.column("Partner"),
      let category = head.column("Product categories"), let indicator = head.column("Indicator")
    else { return nil }
    let years = head.columns { Period(flow: $0) != nil }
    guard !years.isEmpty else { return nil }
    builder.reporter(reporter)
    builder.partner(partner)
    builder.code(category) { ["All Products", "Total"].contains($0) ? .total : .group }
    builder.indicator(indicator) { text in
      switch TableHead.key(text) {
      case "export(us$mil)", "exportus$mil": .flow(.export)
      case "import(us$mil)", "importus$mil": .flow(.import)
      default: .leftOut
      }
    }
    for year in years { try builder.wideValue(year, unit: builder.unit(or: Unit("USD million"))) }
    return builder.layout
  }
}
