/// The methods by name, as the command line and the documentation list them.
///
/// A new method is one file in this folder and one line here.
public enum Methods {
  /// Every method, in the order of lists and backtests, the default first.
  public static let all: [any Forecaster] = [
    .auto, .pooled, .combination, .naive, .seasonalNaive, .mean, .drift, .trend, .logTrend,
    .simpleSmoothing, .holt, .damped, .ets, .arima, .theta, .optimisedTheta, .dynamicTheta,
    .localLevel, .localTrend, .structural,
  ]

  /// Those that a report sets beside each other: the default, and what is done by hand.
  public static let plain: [any Forecaster] = [
    .auto, .naive, .mean, .drift, .trend, .logTrend, .simpleSmoothing, .damped,
  ]

  /// Other ways of methods, which have a colon in their names; `all` is without them.
  public static let variants: [any Forecaster] = [.medianCombination, .weightedCombination]

  /// The method of that name, or `nil`: one of `all`, of the variants, or one on another scale, such
  /// as `ets:log` and `arima:box-cox=0.3`.
  public static func named(_ name: String) -> (any Forecaster)? {
    if let method = (all + variants).first(where: { $0.name == name }) { return method }
    guard let colon = name.firstIndex(of: ":"), let method = named(String(name[..<colon])),
      let transformation = Transformation(String(name[name.index(after: colon)...]))
    else { return nil }
    return Transformed(method, to: transformation)
  }
}
