import TradeNumerics

/// The mean of all values, for a series that swings round a level.
///
///     ŷ[n+h] = ȳ        se² = s² · (1 + 1/n)        t with n − 1 degrees of freedom
///
/// Reference: Hyndman & Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition,
/// section 5.2.
public struct Mean: Forecaster {
  public let name = "mean"
  public let leastCount = 2

  public init() {}

  public func fit(_ history: History) throws(SeriesError) -> Fitted {
    let y = history.present.map(\.value)
    let n = Double(y.count)
    let mean = y.reduce(0, +) / n
    let squares = y.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Fitted(
      mean: mean, variance: squares / (n - 1), count: y.count,
      logLikelihood: Fitted.gaussianLogLikelihood(squares: squares, count: y.count))
  }

  public func reason(for history: History) -> String {
    "The mean of all \(history.count) values; it suits a series that swings round a level and "
      + "ignores any trend."
  }

  /// The mean and the variance of one series.
  public struct Fitted: FittedForecaster {
    public let mean: Double
    /// s², with divisor n − 1.
    public let variance: Double
    public let count: Int
    public let logLikelihood: Double

    public func distribution(at step: Int) -> Predictive {
      let n = Double(count)
      return .studentT(
        location: mean, scale: (variance * (1 + 1 / n)).squareRoot(), degrees: n - 1)
    }
  }
}

extension Forecaster where Self == Mean {
  /// The mean of all values.
  public static var mean: Mean { Mean() }
}
