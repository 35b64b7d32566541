/// The optimised Theta model: the part of the line through all values is learned too.
///
///     ŷ[t] = l[t−1] + ω (A (1 − α)^(t−1) + B (1 − (1 − α)^t) / α)        ω = 1 − 1/θ
///     se²(h) = σ² (1 + (h − 1) α²)
///
/// A and B are the line through all values. α in [0.1, 0.99], θ ≥ 1 and the first level make Σ e²
/// smallest, not counting the first three errors: they depend on the first level more than on how
/// the series moves. Student's t with as many degrees of freedom as errors exceed the three
/// parameters. A season that the autocorrelation shows is taken out first.
///
/// Reference: Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler, "Models for optimising the
/// theta method and their relationship to state space models", *International Journal of
/// Forecasting* 32 (2016), the model OTM.
public struct OptimisedTheta: Forecaster, Hashable {
  /// `optimised-theta` on the command line and in tables.
  public let name = "optimised-theta"
  /// How many of the first errors do not count: 3 in statsforecast, 0 in forecTheta.
  public let skipped: Int
  /// The errors that do not count, three parameters, and one degree of freedom for the variance.
  public var leastCount: Int { skipped + 4 }

  /// A specification; α, θ and the first level are learned.
  public init(skipping skipped: Int = 3) {
    precondition(skipped >= 0, "\(skipped) errors that do not count")
    self.skipped = skipped
  }

  /// Finds α, θ and the first level.
  public func fit(_ history: History) throws(SeriesError) -> ThetaFit { ThetaFit(model, history) }

  /// The point forecasts alone, from a single value on: the last value where `fit` has too few.
  public func pointForecasts(_ history: History, horizon: Int) -> [Double] {
    model.pointForecasts(history, horizon, leastCount)
  }

  /// Says what is put together.
  public func reason(for history: History) -> String {
    "A level that follows the values and as much of the line through all \(history.count) values "
      + "as explains them best\(SeasonalAdjustment(history).remark)."
  }

  private var model: ThetaFit.Model { .optimised(.whole, skipping: skipped) }
}

extension Forecaster where Self == OptimisedTheta {
  /// The optimised Theta model.
  public static var optimisedTheta: OptimisedTheta { OptimisedTheta() }
}
