import TradeSeries

/// A table with one value a row and a column for each dimension, in our own form or a similar one.
///
///     period,reporter,partner,flow,code,value,unit,quantity,quantity_unit,qualifier
///
/// It needs a period, a value and two of reporter, partner, flow and code; anything else is a plain
/// series. Years may stand side by side instead, a column each.
enum TidyFormat: FlowFormat {
  static let name = "tidy table"
  static let summary =
    "period, value and two of reporter, partner, flow, code; or a column a year; unit "
    + "from the column unit or --unit"

  static func layout(_ builder: inout LayoutBuilder) throws(FlowError) -> FlowLayout? {
    let head = builder.head
    let reporter = head.filledColumn(
      "reporter", "reporter_iso3", "reporter_iso", "reporterISO3", "reporter_code", "exporter",
      "origin", "country_iso3_code")
    let partner = head.filledColumn(
      "partner", "partner_iso3", "partner_iso", "partnerISO3", "partner_code", "importer",
      "destination", "partner_iso3_code")
    let flow = head.column("flow", "trade_flow", "direction")
    let code = head.column(
      "code", "commodity", "commodity_code", "hs_code", "hs", "product", "product_code", "cmdCode",
      "product_hs92_code")
    guard [reporter, partner, flow, code].count(where: { $0 != nil }) >= 2 else { return nil }
    let value = head.column(
      "value", "trade_value", "amount", "value_usd", "trade_value_usd", "obs_value")
    let years = value == nil ? head.columns { Period(flow: $0) != nil } : []
    let flows = value == nil && years.isEmpty ? builder.flowColumns : []
    guard value != nil || !years.isEmpty || !flows.isEmpty else { return nil }
    guard let period = head.column("period", "year", "time", "time_period", "date", "month")
    else {
      guard !years.isEmpty else { return nil }
      try builder.dimensions(reporter, partner, flow, code)
      for column in years { try builder.wideValue(column, unit: builder.statedUnit) }
      try builder.findNumberStyle()
      return builder.layout
    }
    builder.period(period)
    try builder.dimensions(reporter, partner, flow, code)
    if let value {
      if builder.reading.unit == nil, let unit = head.column("unit", "currency") {
        builder.unit(unit)
        try builder.value(value, unit: nil)
      } else {
        try builder.value(value, unit: builder.statedUnit)
      }
      if let quantity = head.column("quantity", "qty", "net_weight", "netweight") {
        try builder.quantity(quantity, unit: nil)
        if let unit = head.column("quantity_unit", "qty_unit") { builder.quantityUnit(unit) }
      }
    } else {
      for (column, flow) in flows {
        try builder.value(column, unit: builder.statedUnit, flow: flow)
      }
    }
    try builder.findNumberStyle()
    return builder.layout
  }
}

extension LayoutBuilder {
  /// The dimensions that a table has.
  fileprivate mutating func dimensions(
    _ reporter: Int?, _ partner: Int?, _ flow: Int?, _ code: Int?
  ) throws(FlowError) {
    if let reporter { self.reporter(reporter) }
    if let partner { self.partner(partner) }
    // Codes of indicators that are no trade keep their names, so that two are never added up.
    if let flow {
      let names = head.sample(of: flow).filter { !$0.isEmpty }
      let isTrade = names.contains { FlowName($0) != nil || $0 != $0.uppercased() }
      if isTrade || names.isEmpty {
        self.flow(flow)
      } else {
        indicator(flow) { _ in .other }
      }
    }
    if let code { self.code(code) { .init(code: $0) } }
    if let qualifier = head.column("qualifier") { self.qualifier(qualifier) }
  }

  /// Columns such as `export_value`, where the table has one for each flow.
  fileprivate var flowColumns: [(column: Int, flow: Flow)] {
    let names: [(Flow, [String])] = [
      (.export, ["export_value", "exports", "export"]),
      (.import, ["import_value", "imports", "import"]),
    ]
    return names.compactMap { flow, names in
      names.lazy.compactMap { self.head.column($0) }.first.map { ($0, flow) }
    }
  }

  /// The unit that the reader was told, or none.
  fileprivate var statedUnit: Unit { unit(or: .one) }
}
