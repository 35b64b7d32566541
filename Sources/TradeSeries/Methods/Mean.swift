import TradeNumerics

/// The mean of all values, for a series that swings round a level.
///
///     ŷ[n+h] = ȳ        se² = s² · (1 + 1/n)        t with n − 1 degrees of freedom
///
/// Reference: Hyndman & Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition,
/// section 5.2.
public struct Mean: Forecaster {
  /// `mean` on the command line and in tables.
  public let name = "mean"
  /// Two values, as one has no variance.
  public let leastCount = 2

  /// A specification without parameters.
  public init() {}

  /// Learns the mean and the variance; any two values will do.
  public func fit(_ history: History) throws(SeriesError) -> Fitted {
    let y = history.present.map(\.value)
    let n = Double(y.count)
    let mean = y.reduce(0, +) / n
    let squares = y.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Fitted(
      mean: mean, variance: squares / (n - 1), count: y.count,
      likelihood: Likelihood(squares: squares, count: y.count, level: history.level))
  }

  /// Says that the level goes on, and that a trend would be missed.
  public func reason(for history: History) -> String {
    "The mean of all \(history.count) values; it suits a series that swings round a level and "
      + "ignores any trend."
  }

  /// The mean and the variance of one series.
  public struct Fitted: FittedForecaster {
    /// ȳ, the point forecast of every step.
    public let mean: Double
    /// s², with divisor n − 1.
    public let variance: Double
    /// n, gaps not among them.
    public let count: Int
    /// That of Gaussian values round the mean.
    public let likelihood: Likelihood

    /// Student's t round the mean, the same for every step.
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
