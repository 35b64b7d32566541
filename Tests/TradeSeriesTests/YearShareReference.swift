import TradeTestSupport

/// Shares of a year by numerical integration, with Student's t of scipy.
enum YearShareReference {
  /// What Tests/Oracles/year_share.py printed, a number a row.
  static func rows() throws -> [[String: String]] { try Oracle("year_share").all }
}
