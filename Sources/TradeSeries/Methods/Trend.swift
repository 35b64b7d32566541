import Glibc
import TradeNumerics

/// A straight line through all values by least squares.
///
///     y[t] = a + b · t        se²(h) = s² · (1 + xᵀ (XᵀX)⁻¹ x),  x = (1, n + h)
///
/// With n − 2 degrees of freedom. Gaps need nothing: a missing row is no row.
///
/// Reference: Hyndman & Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition,
/// sections 7.6 and 7.9.
public struct Trend: Forecaster {
  /// `trend` on the command line and in tables.
  public let name = "trend"
  /// Two coefficients, and one degree of freedom for the variance.
  public let leastCount = 3

  /// A specification without parameters.
  public init() {}

  /// Learns a and b by least squares from three values or more.
  public func fit(_ history: History) throws(SeriesError) -> Fitted {
    Fitted(line: Line(history.present), count: history.values.count, level: history.level)
  }

  /// Says that the line goes on, and that early values count like late ones.
  public func reason(for history: History) -> String {
    "A straight line through all \(history.count) values; it trusts that the trend goes on and that "
      + "early values count like late ones."
  }

  /// The line through one series.
  public struct Fitted: FittedForecaster {
    let line: Line
    /// Periods of the series, gaps included.
    let count: Int
    let level: Double

    /// a, the height of the line in the first period.
    public var intercept: Double { line.intercept }
    /// b, the rise of the line a period.
    public var slope: Double { line.slope }
    /// That of Gaussian residuals.
    public var likelihood: Likelihood {
      Likelihood(squares: line.squares, count: line.count, level: level)
    }

    /// Student's t round the line with scale se(h).
    public func distribution(at step: Int) -> Predictive {
      line.distribution(at: Double(count - 1 + step))
    }
  }
}

/// A straight line through the logarithms: constant growth.
///
///     ln y[t] = a + b · t
///
/// The point forecast is the median, e to the power of the line: the mean of such a distribution
/// need not exist. All values must be above zero.
///
/// Reference: Hyndman & Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition,
/// section 7.7.
public struct LogTrend: Forecaster {
  /// `log-trend` on the command line and in tables.
  public let name = "log-trend"
  /// Two coefficients, and one degree of freedom for the variance.
  public let leastCount = 3

  /// A specification without parameters.
  public init() {}

  /// Learns a and b from the logarithms; a value of zero or below throws.
  public func fit(_ history: History) throws(SeriesError) -> Fitted {
    let present = history.present
    if let wrong = present.first(where: { $0.value <= 0 }) {
      throw .notPositive(method: name, value: wrong.value)
    }
    let logs = present.map { (index: $0.index, value: log($0.value)) }
    return Fitted(
      line: Line(logs), count: history.values.count, sumOfLogs: logs.reduce(0) { $0 + $1.value })
  }

  /// Says that growth stays constant, and what a few good years do to it.
  public func reason(for history: History) -> String {
    "Constant growth through all \(history.count) values; few years of growth make it explode."
  }

  /// The line through the logarithms of one series.
  public struct Fitted: FittedForecaster {
    let line: Line
    let count: Int
    let sumOfLogs: Double

    /// a, the height of the line in the first period, a logarithm.
    public var intercept: Double { line.intercept }
    /// The growth of the logarithm a period.
    public var slope: Double { line.slope }

    /// On the scale of the values: the density of ln y has the Jacobian 1/y.
    public var likelihood: Likelihood {
      Likelihood(squares: line.squares, count: line.count, level: 1, logJacobian: -sumOfLogs)
    }

    /// The exponential of Student's t round the line.
    public func distribution(at step: Int) -> Predictive {
      .exponential(line.distribution(at: Double(count - 1 + step)))
    }
  }
}

/// A least-squares line through points at whole places.
struct Line: Sendable {
  let intercept: Double
  let slope: Double
  let squares: Double
  let count: Int
  private let origin: Double
  private let leastSquares: LeastSquares

  /// Places are counted from their middle, so that the two columns are nearly orthogonal.
  init(_ points: [(index: Int, value: Double)]) {
    origin = Double(points[0].index + points[points.count - 1].index) / 2
    let places = points.map { [origin] in Double($0.index) - origin }
    leastSquares = LeastSquares(
      Matrix(columns: [[Double](repeating: 1, count: points.count), places]), points.map(\.value))
    slope = leastSquares.coefficients[1] ?? 0
    intercept = (leastSquares.coefficients[0] ?? 0) - slope * origin
    squares = leastSquares.residualSumOfSquares
    count = points.count
  }

  /// The distribution of a new value at a place.
  func distribution(at place: Double) -> Predictive {
    let degrees = Double(leastSquares.degreesOfFreedom)
    let variance = squares / degrees * (1 + leastSquares.variance(of: [1, place - origin]))
    return .studentT(
      location: intercept + slope * place, scale: variance.squareRoot(), degrees: degrees)
  }
}

extension Forecaster where Self == Trend {
  /// A straight line by least squares.
  public static var trend: Trend { Trend() }
}

extension Forecaster where Self == LogTrend {
  /// A straight line through the logarithms.
  public static var logTrend: LogTrend { LogTrend() }
}
