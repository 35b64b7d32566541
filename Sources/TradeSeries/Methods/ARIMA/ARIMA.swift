import TradeNumerics

/// Seasonal ARIMA: what is left after differencing follows its own past values and past errors.
///
///     φ(B) Φ(B^m) (1 − B)^d (1 − B^m)^D (y[t] − c x[t]) = θ(B) Θ(B^m) ε[t]
///
/// The likelihood is exact, with gaps as values that were not seen, and the parameters are those
/// that make it largest. `ARIMA()` chooses the orders itself (`ARIMASearch`); regressors turn it
/// into a regression with ARIMA errors.
///
/// Reference: Box & Jenkins, *Time Series Analysis: Forecasting and Control* (1970); Hyndman &
/// Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition, chapters 9 and 10.
public struct ARIMA: Forecaster, Hashable {
  /// `arima` on the command line and in tables.
  public let name = "arima"
  private let fixed: Fixed?

  private struct Fixed: Sendable, Hashable {
    /// p, d, q, P, D and Q.
    let orders: [Int]
    let constant: Bool

    func orders(season: Int) -> ARIMAOrders {
      ARIMAOrders(
        (orders[0], orders[1], orders[2]), seasonal: (orders[3], orders[4], orders[5]),
        season: season, constant: constant)
    }
  }

  /// A specification that leaves the orders to the series.
  public init() { fixed = nil }

  /// Whether the orders are chosen for each series.
  var isChoosing: Bool { fixed == nil }

  /// Orders (p, d, q) and (P, D, Q), with a mean or a drift if `constant`.
  ///
  /// The seasonal orders do not matter for a series without a season.
  public init(
    order: (Int, Int, Int), seasonal: (Int, Int, Int) = (0, 0, 0), constant: Bool = false
  ) {
    let all = [order.0, order.1, order.2, seasonal.0, seasonal.1, seasonal.2]
    precondition(all.allSatisfy { (0...9).contains($0) }, "orders of \(all)")
    fixed = Fixed(orders: all, constant: constant)
  }

  /// Three differences and what a variance needs; fixed orders add to it, a season too.
  public var leastCount: Int {
    guard let fixed else { return 4 }
    return Self.needed(fixed.orders(season: 1), regressors: nil)
  }

  private static func needed(_ orders: ARIMAOrders, regressors: Regressors?) -> Int {
    let columns = (orders.hasConstant ? 1 : 0) + (regressors?.names.count ?? 0)
    return orders.lost + orders.coefficientCount + columns + 2
  }

  /// The most gaps; of a series with more the latest part is used.
  static let gapLimit = 40

  /// The orders of a longer series are those of its latest part; all of it tells the parameters.
  static let searchLimit = 600

  /// Chooses the orders if they are open, and finds the parameters that make the likelihood largest.
  public func fit(_ history: History) throws(SeriesError) -> Fitted {
    try fit(history, regressors: nil)
  }

  /// The same for a regression with ARIMA errors; the columns reach as far into the future as
  /// forecasts may.
  public func fit(_ history: History, regressors: Regressors) throws(SeriesError) -> Fitted {
    try fit(history, regressors: Optional(regressors))
  }

  private func fit(
    _ history: History, regressors: Regressors?
  ) throws(SeriesError) -> Fitted {
    let first = Self.beginning(of: history.values)
    let values = Array(history.values[first...])
    let columns = regressors?.dropping(first)
    let orders = fixed?.orders(season: history.season)
    if let columns {
      do { try columns.check(values, constant: true) } catch { throw .regressors(error) }
    }
    let count = values.count { $0 != nil }
    let needed =
      orders.map { Self.needed($0, regressors: columns) }
      ?? leastCount + (columns?.names.count ?? 0)
    guard count >= needed else { throw .tooShort(method: name, count: count, needed: needed) }
    guard let estimate = estimate(values, season: history.season, orders, columns) else {
      throw .tooShort(method: name, count: count, needed: max(values.count, count + 1))
    }
    return Fitted(estimate, level: history.level)
  }

  private func estimate(
    _ values: [Double?], season: Int, _ orders: ARIMAOrders?, _ regressors: Regressors?
  ) -> ARIMAEstimate? {
    guard let orders else {
      let early = values.dropLast(Self.searchLimit).count
      guard early > 0, let first = values[early...].firstIndex(where: { $0 != nil }) else {
        var search = ARIMASearch(values, season: season, regressors: regressors)
        return search?.run()
      }
      var search = ARIMASearch(
        Array(values[first...]), season: season, regressors: regressors?.dropping(first))
      guard let late = search?.run() else { return nil }
      return estimate(values, season: season, late.orders, regressors)
    }
    guard let sample = ARIMASample(values, orders: orders, regressors: regressors),
      sample.count > orders.coefficientCount + sample.names.count
    else { return nil }
    var estimate = ARIMAEstimate(orders, sample)
    guard !sample.isExact else { return estimate }
    for start in ARIMAEstimate.starts(for: orders) {
      estimate.search(from: start, tolerance: 1e-13)
    }
    return estimate
  }

  /// The first value after which there are no more gaps than may be.
  private static func beginning(of values: [Double?]) -> Int {
    var gaps = 0
    for index in values.indices.reversed() where values[index] == nil {
      gaps += 1
      guard gaps > gapLimit else { continue }
      return values[index...].firstIndex { $0 != nil } ?? 0
    }
    return 0
  }

  /// Says how the orders come about, and from how many values.
  public func reason(for history: History) -> String {
    let count = "\(history.count) values"
    guard let fixed else {
      return "An ARIMA model of \(count), its differences chosen by tests and its orders by AICc."
    }
    return "\(fixed.orders(season: history.season)) by its exact likelihood from \(count)."
  }
}

extension Forecaster where Self == ARIMA {
  /// A seasonal ARIMA model that chooses its orders.
  public static var arima: ARIMA { ARIMA() }
}
