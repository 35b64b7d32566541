import TradeNumerics

/// A random walk with drift: extends the line from the first value to the last.
///
///     ŷ[n+h] = y[n] + h · b         b = (y[n] − y[1]) / (n − 1)
///     se²(h) = σ² · h · (1 + h / (n − 1))         t with m − 1 degrees of freedom
///
/// σ² is the variance of the m changes round b, a change over a gap of g periods weighing 1/g. The
/// second factor of `se²` is the uncertainty of `b` itself. It grows with the square of the
/// horizon, so long forecasts from short series are honest about how little is known.
///
/// Reference: Hyndman & Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition,
/// sections 5.2 and 5.5.
public struct Drift: Forecaster {
  /// `drift` on the command line and in tables.
  public let name = "drift"
  /// Two changes, because one leaves nothing to estimate the variance from.
  public let leastCount = 3

  /// A specification without parameters.
  public init() {}

  /// Learns b and σ² from three values or more; b depends on the first and the last alone.
  public func fit(_ history: History) throws(SeriesError) -> Fitted {
    let present = history.present
    let span = present[present.count - 1].index - present[0].index
    let slope = (present[present.count - 1].value - present[0].value) / Double(span)
    let walk = RandomWalk(history, slope: slope)
    return Fitted(
      last: walk.last, slope: slope, variance: walk.squares / Double(walk.count - 1),
      span: span, count: walk.count,
      likelihood: Likelihood(squares: walk.squares, count: walk.count, level: history.level))
  }

  /// Says that the line goes on, and when the interval is too narrow.
  public func reason(for history: History) -> String {
    "The line from the first value to the last, continued; its interval comes from "
      + "\(history.count - 1) changes and is too narrow where changes grow with the level."
  }

  /// The slope and the variance of one series.
  public struct Fitted: FittedForecaster {
    /// y[n], from which the line goes on.
    public let last: Double
    /// b, the mean change a period.
    public let slope: Double
    /// σ², the variance of the changes round b, with divisor m − 1.
    public let variance: Double
    /// Periods from the first value to the last: n − 1.
    public let span: Int
    /// The number of changes.
    public let count: Int
    /// That of Gaussian changes.
    public let likelihood: Likelihood

    /// Student's t round y[n] + h b with scale se(h).
    public func distribution(at step: Int) -> Predictive {
      let h = Double(step)
      return .studentT(
        location: last + h * slope,
        scale: (variance * h * (1 + h / Double(span))).squareRoot(),
        degrees: Double(count - 1))
    }
  }
}

extension Forecaster where Self == Drift {
  /// A random walk with drift.
  public static var drift: Drift { Drift() }
}
