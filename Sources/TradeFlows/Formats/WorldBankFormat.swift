import TradeSeries

/// The World Bank's tables of indicators: a row a country and indicator, a column a year.
///
/// The indicator's code stands in the place of the flow, so that two are never added up.
enum WorldBankFormat: FlowFormat {
  static let name = "World Bank indicators"
  static let summary =
    "Country Code, Indicator Code and a column a year; units as each indicator has them"

  static func layout(_ builder: inout LayoutBuilder) throws(FlowError) -> FlowLayout? {
    let head = builder.head
    guard let country = head.column("Country Code"),
      let indicator = head.column("Indicator Code"), head.column("Country Name") != nil
    else { return nil }
    let years = head.columns { Period(flow: $0) != nil }
    guard !years.isEmpty else { return nil }
    builder.reporter(country)
    builder.indicator(indicator) { _ in .other }
    for year in years { try builder.wideValue(year, unit: builder.unit(or: .one)) }
    return builder.layout
  }
}
