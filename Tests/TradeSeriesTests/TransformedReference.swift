import Testing
import TradeSeries
import TradeTestSupport

/// What R made of series on other scales, and the series.
enum TransformedReference {
  private static let oracle = Result { try Oracle("transformed") }
  private static let data = Result { try Oracle("ets_data") }

  /// What Tests/Oracles/transformed.R says of a model; step 0 is the fit.
  static func number(
    _ series: String, _ model: String, _ step: Int, _ quantity: String
  ) throws -> Double {
    let key = ["series": series, "model": model, "step": "\(step)", "quantity": quantity]
    return try #require(try oracle.get().number(key), "\(key)")
  }

  /// A series of Tests/Oracles/ets_data.csv.
  static func history(_ name: String) throws -> History {
    let rows = try data.get().all.filter { $0["series"] == name }
    let season = try #require(rows.first?["season"].flatMap { Int($0) })
    return History(rows.compactMap { $0["value"].flatMap(Double.init) }, season: season)
  }
}
