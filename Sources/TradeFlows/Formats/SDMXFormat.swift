import TradeSeries

/// SDMX as CSV, as the IMF, the OECD, Eurostat and others give it: one observation a row, the
/// dimensions as codes, with or without their labels beside them.
///
/// Eurostat's foreign trade has values and quantities on separate rows. An indicator that is no
/// flow of goods keeps its code in the place of the flow, so that two are never added up.
enum SDMXFormat: FlowFormat {
  static let name = "SDMX"
  static let summary =
    "TIME_PERIOD and OBS_VALUE: IMF, OECD, Eurostat; units as the columns say, euros for "
    + "Comext"

  static func layout(_ builder: inout LayoutBuilder) throws(FlowError) -> FlowLayout? {
    let head = builder.head
    guard let period = head.column("TIME_PERIOD"), let value = head.column("OBS_VALUE"),
      let reporter = head.column("REPORTER", "REF_AREA", "COUNTRY")
    else { return nil }
    builder.period(period)
    // The regions of countries keep their codes.
    if head.column("TERRITORIAL_LEVEL") != nil {
      builder.region(reporter)
    } else {
      builder.reporter(reporter)
    }
    let partner = head.column("PARTNER", "COUNTERPART_COUNTRY", "COUNTERPART_AREA")
    if let partner { builder.partner(partner) }
    let code = head.column("PRODUCT", "COMMODITY")
    if let code { builder.code(code) { .init(code: $0) } }
    let flow = head.column("FLOW", "TRADE_FLOW")
    if let flow { builder.flow(flow) }
    let isEurostat = head.column("INDICATORS") != nil
    try builder.measures(isFlowKnown: flow != nil)
    builder.statuses()
    let unit = head.column("UNIT_MEASURE", "CURRENCY")
    let measure =
      head.column("INDICATORS") ?? (flow == nil ? head.column("INDICATOR", "MEASURE") : nil)
    builder.otherDimensions(
      before: period, except: [reporter, partner, code, flow, measure, unit])
    if let power = head.column("UNIT_MULT") { builder.powerOfTen(power) }
    if builder.reading.unit == nil, !isEurostat, let unit {
      builder.unit(unit)
      try builder.value(value, unit: nil)
    } else {
      let usual = isEurostat ? Unit("EUR") : builder.isInDollars ? Unit("USD") : .one
      try builder.value(value, unit: builder.unit(or: usual))
    }
    return builder.layout
  }
}

extension LayoutBuilder {
  /// What an observation measures, from the column that says so.
  fileprivate mutating func measures(isFlowKnown: Bool) throws(FlowError) {
    if let column = head.column("INDICATORS") {
      euros(column)
    } else if let column = head.column("INDICATOR", "MEASURE"), !isFlowKnown {
      indicator(column, Self.direction)
    }
  }

  /// Eurostat's measures: euros, tonnes of different sizes, pieces.
  mutating func euros(_ column: Int) {
    let names = names
    add(column) { text throws(FieldFault) in
      switch text {
      case "VALUE_IN_EUROS", "VALUE_EUR": FieldMeaning()
      case "QUANTITY_IN_100KG", "QUANTITY_KG":
        FieldMeaning(
          key: try names.key(of: "kg", .quantityUnit), scale: text == "QUANTITY_KG" ? 1 : 100,
          use: .quantity)
      default: FieldMeaning(use: .leftOut)
      }
    }
  }

  /// The IMF's indicators of trade in goods, old and new.
  ///
  /// Imports are CIF, as most countries count
  /// them; the same imports FOB and the balance are left out.
  static func direction(_ indicator: String) -> IndicatorMeaning {
    switch indicator {
    case "XG_FOB_USD", "TXG_FOB_USD": .flow(.export)
    case "MG_CIF_USD", "TMG_CIF_USD": .flow(.import)
    case "MG_FOB_USD", "TMG_FOB_USD", "TBG_USD": .leftOut
    default: .other
    }
  }

  /// Whether indicators name the dollar.
  fileprivate var isInDollars: Bool {
    head.column("INDICATOR").map { column in
      head.sample(of: column).contains { $0.hasSuffix("_USD") }
    } ?? false
  }
}
