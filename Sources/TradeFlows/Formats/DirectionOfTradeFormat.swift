import TradeSeries

/// The IMF's Direction of Trade Statistics as a panel: exports and imports side by side, in US
/// dollars.
///
/// Imports are CIF; the same imports FOB and the balance are left out.
enum DirectionOfTradeFormat: FlowFormat {
  static let name = "IMF Direction of Trade"
  static let summary =
    "Country Name, Counterpart Country Name, columns with (TXG_FOB_USD) and "
    + "(TMG_CIF_USD); US dollars"

  static func layout(_ builder: inout LayoutBuilder) throws(FlowError) -> FlowLayout? {
    let head = builder.head
    guard let reporter = head.column("Country Code", "Country Name"),
      let partner = head.column("Counterpart Country Code", "Counterpart Country Name"),
      let period = head.column("Time Period")
    else { return nil }
    let exports = head.columns { $0.contains("(TXG_FOB_USD)") }
    let imports = head.columns { $0.contains("(TMG_CIF_USD)") }
    guard !exports.isEmpty || !imports.isEmpty else { return nil }
    builder.period(period)
    // The IMF's own numbers are no others' codes: the names are taken.
    builder.reporter(head.column("Country Name") ?? reporter)
    builder.partner(head.column("Counterpart Country Name") ?? partner)
    let unit = builder.unit(or: Unit("USD"))
    for column in exports { try builder.value(column, unit: unit, flow: .export) }
    for column in imports { try builder.value(column, unit: unit, flow: .import) }
    return builder.layout
  }
}
