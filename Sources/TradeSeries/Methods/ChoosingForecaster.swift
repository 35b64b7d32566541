/// A method that chooses or weighs something anew for each series, and can say what.
public protocol ChoosingForecaster: Forecaster {
  /// What was chosen for one series, one sentence each, beyond what `reason` says.
  func choices(for history: History, horizon: Int) -> [String]
}

extension Auto: ChoosingForecaster {}

extension Combination: ChoosingForecaster {}

extension ETS: ChoosingForecaster {
  /// The model that was taken; none where it was given.
  public func choices(for history: History, horizon: Int) -> [String] {
    guard form == nil, let fit = try? fit(history) else { return [] }
    return ["The model of least AICc is \(fit.form)."]
  }
}

extension ARIMA: ChoosingForecaster {
  /// The orders that were taken; none where they were given.
  public func choices(for history: History, horizon: Int) -> [String] {
    guard isChoosing, let fit = try? fit(history) else { return [] }
    return ["The model is \(fit.orders)."]
  }
}
