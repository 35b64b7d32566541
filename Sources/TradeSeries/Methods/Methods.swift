/// The methods by name, as the command line and the documentation list them.
///
/// A new method is one file in this folder and one line here.
public enum Methods {
  /// Every method, in the order of lists and backtests, the default first.
  public static let all: [any Forecaster] = [
    .auto, .pooled, .combination, .naive, .seasonalNaive, .mean, .drift, .trend, .logTrend,
    .simpleSmoothing, .holt, .damped, .ets, .arima, .theta, .optimisedTheta, .dynamicTheta,
    .localLevel, .localTrend,
  ]

  /// Those that a report sets beside each other: the default, and what is done by hand.
  public static let plain: [any Forecaster] = [
    .auto, .naive, .mean, .drift, .trend, .logTrend, .simpleSmoothing, .damped,
  ]

  /// The method of that name, or `nil`.
  public static func named(_ name: String) -> (any Forecaster)? { all.first { $0.name == name } }
}
