extension Backtest {
  /// The errors of one method, e = y − ŷ over all origins and steps.
  ///
  /// q is the mean |y[t] − y[t−1]| before the origin, of a series with a season |y[t] − y[t−m]|.
  public struct Score: Sendable, Equatable {
    /// The method's name.
    public let method: String
    /// At how many origins there was an outcome to measure.
    public let origins: Int
    /// Mean |e|, in the unit of the series.
    public let meanAbsoluteError: Double
    /// √ mean e², in the unit of the series; large errors weigh more.
    public let rootMeanSquareError: Double
    /// Mean e, in the unit of the series: above zero where forecasts were too low.
    public let bias: Double
    /// mean |e| / q; `nil` where nothing had changed before any origin.
    public let meanAbsoluteScaledError: Double?
    /// mean e / q: the bias in units of the usual change.
    public let scaledBias: Double?
    /// mean 2 |e| / (|y| + |ŷ|), a fraction.
    public let symmetricError: Double
    /// The part of outcomes inside the 80 % interval, a fraction.
    public let coverage80: Double
    /// The part of outcomes inside the 95 % interval, a fraction.
    public let coverage95: Double
    /// Of the 95 % interval, mean (width + 40 · distance of outcomes outside) / q: the smaller the
    /// better; an interval gains from being narrow and loses more by missing.
    public let meanScaledIntervalScore: Double?
  }
}

extension Backtest.Score {
  /// `nil` without outcomes.
  init?(_ method: String, _ outcomes: [BacktestOutcome]) {
    guard !outcomes.isEmpty else { return nil }
    let errors = outcomes.map(\.error)
    self.method = method
    origins = Set(outcomes.map(\.origin)).count
    meanAbsoluteError = errors.map(abs).finiteMean
    bias = errors.finiteMean
    let largest = errors.map(abs).max() ?? 0
    rootMeanSquareError =
      largest > 0
      ? largest * errors.map { ($0 / largest) * ($0 / largest) }.finiteMean.squareRoot() : 0
    meanAbsoluteScaledError = outcomes.compactMap(\.scaledError).map(abs).meanOrNil
    scaledBias = outcomes.compactMap(\.scaledError).meanOrNil
    symmetricError = outcomes.map(\.symmetricError).finiteMean
    coverage80 = outcomes.map { $0.inner.contains($0.actual) ? 1 : 0 }.finiteMean
    coverage95 = outcomes.map { $0.outer.contains($0.actual) ? 1 : 0 }.finiteMean
    meanScaledIntervalScore = outcomes.compactMap(\.scaledIntervalScore).meanOrNil
  }
}

extension [Double] {
  /// The mean; of numbers whose sum would leave the range, in parts.
  var finiteMean: Double {
    let sum = reduce(0, +)
    guard !sum.isFinite else { return sum / Double(count) }
    let mean = reduce(0) { $0 + $1 / Double(count) }
    return Swift.min(
      Swift.max(mean, -Double.greatestFiniteMagnitude), Double.greatestFiniteMagnitude)
  }

  /// The mean; `nil` where there is nothing.
  var meanOrNil: Double? { isEmpty ? nil : finiteMean }
}
