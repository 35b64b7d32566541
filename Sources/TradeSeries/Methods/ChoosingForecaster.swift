/// A method that chooses or weighs something anew for each series, and can say what.
public protocol ChoosingForecaster: Forecaster {
  /// What was chosen for one series, one sentence each, beyond what `reason` says.
  func choices(for history: History, horizon: Int) -> [String]
}

extension Auto: ChoosingForecaster {}

extension Combination: ChoosingForecaster {}
