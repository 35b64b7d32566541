import TradeSeries

/// CEPII's BACI: reconciled flows at the six digits of one revision of the Harmonized System.
///
/// `t,i,j,k,v,q`: year, exporter, importer, product, thousand current US dollars, tonnes. Countries
/// are numbers as Comtrade has them. Gaulier & Zignago, "BACI: International trade database at the
/// product level", CEPII working paper 2010-23.
enum BACIFormat: FlowFormat {
  static let name = "BACI"
  static let summary =
    "t,i,j,k,v,q; thousand US dollars, tonnes; -r sees a country's rows as exporter and "
    + "as importer"

  static func layout(_ builder: inout LayoutBuilder) throws(FlowError) -> FlowLayout? {
    guard builder.head.names.prefix(6).map({ $0.lowercased() }) == ["t", "i", "j", "k", "v", "q"]
    else { return nil }
    try builder.isReconciledExport()
    builder.period(0)
    builder.reporter(1)
    builder.partner(2)
    if builder.isAsked(.code) || builder.query.codes != nil {
      // A spreadsheet takes the leading zero for nothing.
      builder.code(3, padded: 6) { _ in .six }
    } else {
      builder.commodity(.six)
    }
    try builder.value(4, unit: builder.unit(or: Unit("USD thousand")))
    try builder.quantity(5, unit: "tonnes")
    return builder.layout
  }
}
