import TradeSeries

/// UN Comtrade in all its forms: the web export, the answers of its interface, the bulk files, and
/// the files of the old interface with 22 and 35 columns.
///
/// Values are whole US dollars. Quantity is the net weight in kilograms: other quantities have
/// units that differ from row to row. Zero stands there for a weight that was not given.
///
/// A value that was neither reported nor added up from reported ones is an estimate. The columns
/// `Flag` and `legacyEstimationFlag` speak of quantities: 2 an estimated quantity, 4 an estimated
/// net weight, 6 both.
enum ComtradeFormat: FlowFormat {
  static let name = "UN Comtrade"
  static let summary =
    "cmdCode, primaryValue and the like, or Commodity Code and Trade Value (US$), from "
    + "the web, its interface (JSON too) or bulk files; US dollars, net weight in kilograms"

  static func layout(_ builder: inout LayoutBuilder) throws(FlowError) -> FlowLayout? {
    let head = builder.head
    guard let period = head.column("period", "refYear", "Year"),
      let reporter = head.filledColumn(
        "reporterISO", "reporterCode", "Reporter ISO", "Reporter Code", "Reporter"),
      let partner = head.filledColumn(
        "partnerISO", "partnerCode", "Partner ISO", "Partner Code", "Partner"),
      let flow = head.filledColumn("flowCode", "Trade Flow Code", "flowDesc", "Trade Flow"),
      let code = head.column("cmdCode", "Commodity Code"),
      let value = head.column("primaryValue", "Trade Value (US$)", "TradeValue")
    else { return nil }
    builder.period(period)
    builder.reporter(reporter)
    builder.partner(partner)
    builder.flow(flow)
    builder.code(code) { .init(code: $0) }
    if let column = head.column("classificationCode", "Classification") {
      builder.classification(column)
    }
    if let column = head.filledColumn("partner2ISO", "partner2Code", "2nd Partner ISO") {
      builder.detail(column, .secondPartner, total: ["W00", "0", "WLD"])
    }
    if let column = head.column("customsCode", "Customs Proc. Code") {
      builder.detail(column, .customs, total: ["C00"])
    }
    if let column = head.column("motCode", "Mode of Transport Code") {
      builder.detail(column, .transport, total: ["0"])
    }
    if let column = head.column("mosCode") { builder.detail(column, .supply, total: ["0"]) }
    if let reported = head.column("isReported"), let aggregate = head.column("isAggregate") {
      builder.origin(reported: reported, aggregate: aggregate)
    }
    try builder.value(value, unit: builder.unit(or: Unit("USD")))
    if let column = head.column("netWgt", "Netweight (kg)") {
      try builder.quantity(column, unit: "kg", isZeroMissing: true)
    }
    return builder.layout
  }
}

extension LayoutBuilder {
  /// Columns that say whether the reporter gave a value, and whether it is a sum.
  fileprivate mutating func origin(reported: Int, aggregate: Int) {
    add(reported) { text in
      var level = FlowLevel()
      level.isUnreported = ["false", "0"].contains(text.lowercased())
      return FieldMeaning(key: FlowKey(level: level))
    }
    add(aggregate) { text in
      var level = FlowLevel()
      level.isAggregate = ["true", "1"].contains(text.lowercased())
      return FieldMeaning(key: FlowKey(level: level))
    }
  }
}

extension FlowLevel.Commodity {
  /// The level of a code as Comtrade writes it.
  init(code: String) {
    let isNumber = code.utf8.allSatisfy { $0 &- 48 < 10 }
    self = code == "TOTAL" ? .total : isNumber ? .init(digits: code.utf8.count) : .group
  }
}
