import TradeSeries

/// Eurostat's tab-separated tables: all dimensions in the first column, a column a period.
///
/// The header's first cell names the dimensions, `freq,reporter,partner,product,flow,indicators`,
/// up to a backslash. Numbers may carry a flag, as `628 e`, and `:` is a missing value.
enum EurostatTSVFormat: FlowFormat {
  static let name = "Eurostat, tab-separated"
  static let summary =
    "dimensions in the first column up to a backslash, a column a period; euros for "
    + "Comext"

  static func layout(_ builder: inout LayoutBuilder) throws(FlowError) -> FlowLayout? {
    guard let first = builder.head.names.first,
      let end = first.firstIndex(of: "\\"),
      ["time_period", "time"].contains(first[end...].dropFirst().lowercased())
    else { return nil }
    let dimensions = first[..<end].split(separator: ",").map(\.trimmed)
    func place(_ names: String...) -> Int? {
      names.lazy.compactMap { dimensions.firstIndex(of: $0) }.first
    }
    guard let reporter = place("reporter", "geo") else { return nil }
    try builder.composite(0, count: dimensions.count) { (builder) throws(FlowError) in
      builder.reporter(reporter)
      if let partner = place("partner") { builder.partner(partner) }
      if let product = place("product", "sitc06", "bclas_bec") {
        builder.code(product) { .init(code: $0) }
      }
      if let flow = place("flow", "stk_flow") { builder.flow(flow) }
      if let indicator = place("indicators") {
        builder.euros(indicator)
      } else if let indicator = place("na_item", "indic_et", "indic", "unit") {
        builder.indicator(indicator) { _ in .other }
      }
    }
    let usual = place("indicators") == nil ? Unit.one : Unit("EUR")
    for column in builder.head.names.indices.dropFirst() {
      try builder.wideValue(column, unit: builder.unit(or: usual))
    }
    try builder.findNumberStyle(hasFlags: true)
    return builder.layout
  }
}
