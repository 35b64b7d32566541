/// Holt's method: a level and a slope that follow the values.
///
///     ŷ[n+h] = l[n] + h b[n]        the model ETS(A,A,N)
///
/// Reference: Hyndman & Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition,
/// section 8.2.
public struct Holt: Forecaster {
  /// `holt` on the command line and in tables.
  public let name = "holt"
  /// Four parameters, and two degrees of freedom for the variance.
  public let leastCount = 6

  /// A specification without parameters: α and β are learned.
  public init() {}

  /// Finds α, β and the first state that make Σ e² smallest, for six values or more.
  public func fit(_ history: History) throws(SeriesError) -> ETS.Fitted {
    try ETS("AAN").fit(history)
  }

  /// Says that the trend goes on, and what that means far ahead.
  public func reason(for history: History) -> String {
    "A level and a trend that follow \(history.count) values; it trusts that the latest trend goes "
      + "on, which far ahead is a lot."
  }
}

extension Forecaster where Self == Holt {
  /// Holt's method without damping.
  public static var holt: Holt { Holt() }
}
