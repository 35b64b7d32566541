import TradeNumerics

/// A random walk: the last value, for every step ahead.
///
///     ŷ[n+h] = y[n]        se²(h) = σ² · h        t with m degrees of freedom
///
/// σ² is the mean square of the m changes; a change over a gap of g periods has variance g · σ².
///
/// Reference: Hyndman & Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition,
/// sections 5.2 and 5.5.
public struct Naive: Forecaster {
  /// `naive` on the command line and in tables.
  public let name = "naive"
  /// One change, to tell how large changes are.
  public let leastCount = 2

  /// A specification without parameters.
  public init() {}

  /// Learns the last value and σ² from two values or more.
  public func fit(_ history: History) throws(SeriesError) -> Fitted {
    let walk = RandomWalk(history, slope: 0)
    return Fitted(
      last: walk.last, variance: walk.squares / Double(walk.count), count: walk.count,
      likelihood: Likelihood(squares: walk.squares, count: walk.count, level: history.level))
  }

  /// Says that the last value goes on, and when the interval is too narrow.
  public func reason(for history: History) -> String {
    "The last value; its interval comes from \(history.count - 1) changes and is too narrow where "
      + "changes grow with the level."
  }

  /// The last value and the variance of the changes of one series.
  public struct Fitted: FittedForecaster {
    /// y[n], the point forecast of every step.
    public let last: Double
    /// σ², the mean square of the changes, each over the length of its gap.
    public let variance: Double
    /// The number of changes.
    public let count: Int
    /// That of Gaussian changes.
    public let likelihood: Likelihood

    /// Student's t round the last value with scale √(σ² h).
    public func distribution(at step: Int) -> Predictive {
      .studentT(
        location: last, scale: (variance * Double(step)).squareRoot(), degrees: Double(count))
    }
  }
}

/// The changes of a series less a slope, each scaled by the length of its gap.
struct RandomWalk {
  let last: Double
  /// Σ (Δy − slope · g)² / g over the changes.
  let squares: Double
  /// How many changes there are.
  let count: Int

  init(_ history: History, slope: Double) {
    let present = history.present
    let changes = zip(present, present.dropFirst())
    squares = changes.reduce(0) { sum, pair in
      let gap = Double(pair.1.index - pair.0.index)
      let error = pair.1.value - pair.0.value - slope * gap
      return sum + error * error / gap
    }
    last = present[present.count - 1].value
    count = present.count - 1
  }
}

extension Forecaster where Self == Naive {
  /// The last value.
  public static var naive: Naive { Naive() }
}
