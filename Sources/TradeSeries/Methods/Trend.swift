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
  public let name = "trend"
  public let leastCount = 3

  public init() {}

  public func fit(_ history: History) throws(SeriesError) -> Fitted {
    Fitted(line: Line(history.present), count: history.values.count)
  }

  public func reason(for history: History) -> String {
    "A straight line through all \(history.count) values; it trusts that the trend goes on and that "
      + "early values count like late ones."
  }

  /// The line through one series.
  public struct Fitted: FittedForecaster {
    let line: Line
    /// Periods of the series, gaps included.
    let count: Int

    public var intercept: Double { line.intercept }
    public var slope: Double { line.slope }
    public var logLikelihood: Double {
      Self.gaussianLogLikelihood(squares: line.squares, count: line.count)
    }

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
  public let name = "log-trend"
  public let leastCount = 3

  public init() {}

  public func fit(_ history: History) throws(SeriesError) -> Fitted {
    let present = history.present
    if let wrong = present.first(where: { $0.value <= 0 }) {
      throw .notPositive(method: name, value: wrong.value)
    }
    let logs = present.map { (index: $0.index, value: log($0.value)) }
    return Fitted(
      line: Line(logs), count: history.values.count, sumOfLogs: logs.reduce(0) { $0 + $1.value })
  }

  public func reason(for history: History) -> String {
    "Constant growth through all \(history.count) values; few years of growth make it explode."
  }

  /// The line through the logarithms of one series.
  public struct Fitted: FittedForecaster {
    let line: Line
    let count: Int
    let sumOfLogs: Double

    public var intercept: Double { line.intercept }
    /// The growth of the logarithm a period.
    public var slope: Double { line.slope }

    /// On the scale of the values: the density of ln y has the Jacobian 1/y.
    public var logLikelihood: Double {
      Self.gaussianLogLikelihood(squares: line.squares, count: line.count) - sumOfLogs
    }

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
