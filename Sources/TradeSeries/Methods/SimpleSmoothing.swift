import TradeNumerics

/// Simple exponential smoothing: a level that follows the values with weight α.
///
///     ŷ[n+h] = l[n]        l[t] = l[t−1] + α e[t]        se²(h) = σ² (1 + (h − 1) α²)
///
/// α in [0.0001, 0.9999] and the first level make Σ e² smallest; t with n − 2 degrees of freedom.
///
/// Reference: Hyndman & Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition,
/// section 8.1, the model ETS(A,N,N).
public struct SimpleSmoothing: Forecaster {
  /// `ses` on the command line and in tables.
  public let name = "ses"
  /// Two parameters, and two degrees of freedom for the variance.
  public let leastCount = 4

  /// A specification without parameters: α is learned.
  public init() {}

  /// Finds α and the first level that make Σ e² smallest, for four values or more.
  public func fit(_ history: History) throws(SeriesError) -> SmoothingFit {
    func squares(_ alpha: Double) -> Double {
      ExponentialSmoothing(alpha: alpha).squares(hasTrend: false, over: history.values)
    }
    // Σ e² can have two valleys in α: the best point of a grid is refined.
    let grid = [0.0001] + stride(from: 0.05, through: 0.95, by: 0.1) + [0.9999]
    let values = grid.map(squares)
    // Every valley of the grid is refined.
    let valleys = grid.indices.filter { index in
      (index == 0 || values[index] <= values[index - 1])
        && (index == grid.count - 1 || values[index] < values[index + 1])
    }
    let searches = valleys.map { index in
      NelderMead().minimum(from: [grid[index]], steps: [0.05], lower: [0.0001], upper: [0.9999]) {
        squares($0[0])
      }
    }
    let alpha = searches.min { $0.value < $1.value }?.point[0] ?? 0.5
    return SmoothingFit(
      ExponentialSmoothing(alpha: alpha), hasTrend: false, parameters: 2, over: history)
  }

  /// Says that the level goes on, and what the interval takes for granted.
  public func reason(for history: History) -> String {
    "A level that follows the values, without a trend; its interval takes \(history.count) values "
      + "for a stable process."
  }
}

extension Forecaster where Self == SimpleSmoothing {
  /// Simple exponential smoothing.
  public static var simpleSmoothing: SimpleSmoothing { SimpleSmoothing() }
}
