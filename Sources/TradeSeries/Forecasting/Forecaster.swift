import Glibc

/// A forecasting method as a specification: it knows no data.
///
///     let forecast = try series.forecast(with: .drift, horizon: 3)
///
/// A method answers one question: what do you expect after these values? It sees gaps as `nil` and
/// never sees a bound; `BoundedFit` turns bounds into values it can see.
public protocol Forecaster: Sendable {
  associatedtype Fitted: FittedForecaster
  /// The name on the command line.
  var name: String { get }
  /// The fewest values that it can answer from.
  var leastCount: Int { get }
  /// Learns from regular values without bounds.
  func fit(_ history: History) throws(SeriesError) -> Fitted
  /// One sentence on what the method does with this history and how far to trust it.
  func reason(for history: History) -> String
}

/// What a method sees of a series: regular values, the first and the last present, gaps as `nil`.
public struct History: Sendable {
  /// One a period, earliest first; `nil` is a gap.
  public let values: [Double?]
  /// Periods in a season: 1, 4 or 12.
  public let season: Int

  /// A history that begins and ends with a value; a gap at an end traps.
  public init(_ values: [Double?], season: Int = 1) {
    precondition((values.first ?? nil) != nil && (values.last ?? nil) != nil, "a gap at an end")
    self.values = values
    self.season = season
  }

  /// The values that are there, with their places from 0.
  public var present: [(index: Int, value: Double)] {
    values.indices.compactMap { index in values[index].map { (index, $0) } }
  }

  /// How many periods have a value.
  public var count: Int { values.count { $0 != nil } }
  /// The earliest value.
  public var first: Double { present[0].value }
  /// The latest value, after which the forecast begins.
  public var last: Double { present[count - 1].value }
}

/// A method with what it learned from one series.
public protocol FittedForecaster: Sendable {
  /// What is expected so many periods after the last value.
  func distribution(at step: Int) -> Predictive
  /// The logarithm of the likelihood of the values, without constants. It weighs the values that a
  /// bound leaves open.
  var logLikelihood: Double { get }
}

extension Forecaster {
  /// Learns from a series; bounds and gaps are taken as such.
  public func fit(_ series: Series) throws(SeriesError) -> any FittedForecaster {
    guard series.count >= leastCount else {
      throw .tooShort(method: name, count: series.count, needed: leastCount)
    }
    guard series.hasBounds else { return try fit(series.history) }
    return try BoundedFit(self, series)
  }
}

extension FittedForecaster {
  /// The profile likelihood of Gaussian errors: −½ m ln (Σ e² / m).
  static func gaussianLogLikelihood(squares: Double, count: Int) -> Double {
    guard count > 0 else { return 0 }
    return -0.5 * Double(count) * log(squares / Double(count))
  }
}

extension Series {
  /// The series as a method sees it; of a bound, the number alone.
  public var history: History { History(values, season: season) }
}
