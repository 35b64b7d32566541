/// The orders of a seasonal ARIMA model and whether it has a constant.
///
///     φ(B) Φ(B^m) (1 − B)^d (1 − B^m)^D (y[t] − c x[t]) = θ(B) Θ(B^m) ε[t]
///
/// The constant c is the mean (x = 1) where nothing is differenced, and the drift a period (x = t)
/// where d + D is 1. With two differences or more it would be a trend that speeds up for ever, so
/// there is none.
public struct ARIMAOrders: Sendable, Hashable {
  /// p, the order of φ: how many of the values before count.
  public var autoregressive: Int
  /// d, how often neighbours are differenced.
  public var differences: Int
  /// q, the order of θ: how many of the errors before count.
  public var movingAverage: Int
  /// P, the order of Φ, in seasons.
  public var seasonalAutoregressive: Int
  /// D, how often values a season apart are differenced.
  public var seasonalDifferences: Int
  /// Q, the order of Θ, in seasons.
  public var seasonalMovingAverage: Int
  /// m, the periods in a season; 1 where the series has none.
  public let season: Int
  /// Whether there is a mean or a drift.
  public var hasConstant: Bool

  /// Orders (p, d, q) and (P, D, Q) for a season of m periods.
  ///
  /// Without a season the seasonal orders are zero, and with two differences or more there is no
  /// constant, whatever was asked for.
  public init(
    _ order: (Int, Int, Int), seasonal: (Int, Int, Int) = (0, 0, 0), season: Int = 1,
    constant: Bool = false
  ) {
    autoregressive = order.0
    differences = order.1
    movingAverage = order.2
    seasonalAutoregressive = season > 1 ? seasonal.0 : 0
    seasonalDifferences = season > 1 ? seasonal.1 : 0
    seasonalMovingAverage = season > 1 ? seasonal.2 : 0
    self.season = season
    hasConstant = constant && differences + seasonalDifferences < 2
  }

  /// d + D m: how many values at the start are used up by differencing.
  var lost: Int { differences + seasonalDifferences * season }

  /// p + q + P + Q.
  var coefficientCount: Int {
    autoregressive + movingAverage + seasonalAutoregressive + seasonalMovingAverage
  }

  /// p + P m, the order of φ(B) Φ(B^m).
  var fullAutoregressive: Int { autoregressive + seasonalAutoregressive * season }

  /// q + Q m, the order of θ(B) Θ(B^m).
  var fullMovingAverage: Int { movingAverage + seasonalMovingAverage * season }

  /// r, the dimension of the state: max(p + P m, q + Q m + 1).
  var dimension: Int { max(fullAutoregressive, fullMovingAverage + 1) }

  /// δ of (1 − B)^d (1 − B^m)^D = 1 − δ[1] B − …, from δ[1] on.
  var differencing: [Double] {
    var polynomial = [1.0]
    let lags =
      [Int](repeating: 1, count: differences) + [Int](repeating: season, count: seasonalDifferences)
    for lag in lags {
      var next = polynomial + [Double](repeating: 0, count: lag)
      for (place, value) in polynomial.enumerated() { next[place + lag] -= value }
      polynomial = next
    }
    return polynomial.dropFirst().map { -$0 }
  }

  /// (1 − B)^d (1 − B^m)^D applied to a column; it is shorter by d + D m.
  func differenced(_ column: [Double]) -> [Double] {
    var column = column
    for _ in 0..<seasonalDifferences {
      column = zip(column.dropFirst(season), column).map { $0 - $1 }
    }
    for _ in 0..<differences { column = zip(column.dropFirst(), column).map { $0 - $1 } }
    return column
  }
}

extension ARIMAOrders: CustomStringConvertible {
  /// Such as `ARIMA(0,1,1)(0,1,1)[12]` or `ARIMA(1,1,0) with drift`.
  public var description: String {
    var text = "ARIMA(\(autoregressive),\(differences),\(movingAverage))"
    if seasonalAutoregressive + seasonalDifferences + seasonalMovingAverage > 0 {
      text += "(\(seasonalAutoregressive),\(seasonalDifferences),\(seasonalMovingAverage))"
      text += "[\(season)]"
    }
    guard hasConstant else { return text }
    return text + (differences + seasonalDifferences == 0 ? " with mean" : " with drift")
  }
}
