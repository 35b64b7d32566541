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
  /// The method as it works on logarithms and powers, whose zero means nothing; `nil` where it
  /// needs the amounts themselves. `Transformed` asks for it.
  var onTransformedValues: (any Forecaster)? { get }
}

extension Forecaster {
  /// The method itself.
  public var onTransformedValues: (any Forecaster)? { self }
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

  /// The mean size of the values.
  public var level: Double {
    let present = present
    return present.reduce(0) { $0 + abs($1.value) } / Double(present.count)
  }
  /// The earliest value.
  public var first: Double { present[0].value }
  /// The latest value, after which the forecast begins.
  public var last: Double { present[count - 1].value }
}

/// A method with what it learned from one series.
public protocol FittedForecaster: Sendable {
  /// What is expected so many periods after the last value.
  func distribution(at step: Int) -> Predictive
  /// How well the values are explained; it weighs the values that a bound leaves open.
  var likelihood: Likelihood { get }
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

/// How well a method explains the values that it was fitted to.
public struct Likelihood: Sendable, Equatable {
  /// Σ e² of the errors.
  public let squares: Double
  /// How many errors there are.
  public let count: Int
  /// The size of what is forecast, in the unit of the errors: the mean value, or one for logarithms.
  public let level: Double
  /// What a change of scale adds, such as −Σ ln y where errors are those of logarithms.
  public let logJacobian: Double

  /// The likelihood of Gaussian errors with these squares.
  public init(squares: Double, count: Int, level: Double, logJacobian: Double = 0) {
    self.squares = squares
    self.count = count
    self.level = level
    self.logJacobian = logJacobian
  }

  /// The profile likelihood, without constants: −½ m ln (Σ e² / m), on the scale of the values.
  public var logarithm: Double {
    guard count > 0 else { return 0 }
    return -0.5 * Double(count) * log(squares / Double(count)) + logJacobian
  }

  /// The likelihood with the variance integrated out, as a weight of completed values.
  ///
  ///     −½ (m + 1) ln (Σ e² + s²)        s = part · level
  ///
  /// The prior is worth one more error of that part of the level: without it a value that a method
  /// explains exactly would take all the weight.
  func logMarginal(prior part: Double) -> Double {
    let prior = part * level
    return -0.5 * Double(count + 1) * log(squares + prior * prior) + logJacobian
  }
}

extension FittedForecaster {
  /// The logarithm of the likelihood of the values, without constants.
  public var logLikelihood: Double { likelihood.logarithm }
}

extension Series {
  /// The series as a method sees it; of a bound, the number alone.
  public var history: History { History(values, season: season) }
}
