import Testing
import TradeSeries
import TradeTestSupport

/// What Tests/Oracles/arima.R says of series of R.
enum ARIMAReference {
  private static let series = Result { try Oracle("arima_series") }
  private static let oracle = Result { try Numbers("arima") }
  private static let competition = Result { try Numbers("arima_m3") }

  /// The values and the season of a series in that file.
  static func history(_ name: String) throws -> History {
    let rows = try series.get().all.filter { $0["series"] == name }
    try #require(!rows.isEmpty, "no series \(name)")
    // A gap at the beginning says nothing.
    let values = rows.map { $0["value"].flatMap(Double.init) }.drop { $0 == nil }
    return History(Array(values), season: rows[0]["season"].flatMap(Int.init) ?? 1)
  }

  /// The numbers of a quantity, step by step; `nil` where R has none.
  static func numbers(_ series: String, _ model: String, _ quantity: String) throws -> [Double?] {
    try oracle.get().find(series, model, quantity)
  }

  /// The same of a series of the M3 competition.
  static func competition(
    _ series: String, _ model: String, _ quantity: String
  ) throws -> [Double?] {
    try competition.get().find(series, model, quantity)
  }

  /// The series and models with fixed orders in the file of that name.
  static func fixed(in file: String) -> [(series: String, model: String)] {
    guard let rows = try? Oracle(file).all else { return [] }
    let keys = rows.filter { $0["quantity"] == "aicc" && $0["model"] != "auto" }
    return keys.compactMap { row in row["series"].flatMap { s in row["model"].map { (s, $0) } } }
  }

  /// Rows by series, model and quantity.
  private struct Numbers {
    private let numbers: [String: [Double?]]

    init(_ file: String) throws {
      var numbers: [String: [Double?]] = [:]
      for row in try Oracle(file).all {
        let key = ["series", "model", "quantity"].map { row[$0] ?? "" }.joined(separator: " ")
        numbers[key, default: []].append(row["value"].flatMap(Double.init))
      }
      self.numbers = numbers
    }

    func find(_ series: String, _ model: String, _ quantity: String) throws -> [Double?] {
      try #require(numbers["\(series) \(model) \(quantity)"], "\(series) \(model) \(quantity)")
    }
  }

  /// The specification that a name such as `011-110-c` stands for.
  static func model(_ name: String) -> ARIMA {
    let parts = name.split(separator: "-")
    let digits = parts.prefix(2).map { part in part.compactMap(\.wholeNumberValue) }
    return ARIMA(
      order: (digits[0][0], digits[0][1], digits[0][2]),
      seasonal: (digits[1][0], digits[1][1], digits[1][2]), constant: parts.count > 2)
  }
}
