/// The dynamic optimised Theta model: the line is that through the values so far.
///
///     ŷ[t] = l[t−1] + ω (A[t−1] (1 − α)^(t−1) + B[t−1] (1 − (1 − α)^t) / α)        ω = 1 − 1/θ
///
/// A[t] and B[t] are the least-squares line through the first t values, so that the model never
/// looks ahead; expected values are fed back for later steps. α in [0.1, 0.99], θ ≥ 1 and the first
/// level make Σ e² smallest. The variance of h steps is that of the linear recursion for given
/// parameters, exactly; Student's t with n − 4 degrees of freedom. A season that the
/// autocorrelation shows is taken out first.
///
/// The first value has no error: the line that would predict it is the value itself. All others
/// count. On rolling origins inside training data this forecasts short series better than leaving
/// out more of them.
///
/// Reference: Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler, "Models for optimising the
/// theta method and their relationship to state space models", *International Journal of
/// Forecasting* 32 (2016), the model DOTM.
public struct DynamicTheta: Forecaster, Hashable {
  /// `dynamic-theta` on the command line and in tables.
  public let name = "dynamic-theta"
  /// How many of the first errors do not count: 1 here, 2 in forecTheta, 3 in statsforecast.
  public let skipped: Int
  /// The errors that do not count, three parameters, and one degree of freedom for the variance.
  public var leastCount: Int { skipped + 4 }

  /// A specification; α, θ and the first level are learned.
  public init(skipping skipped: Int = 1) {
    precondition(skipped >= 1, "the first error, which is none, counts")
    self.skipped = skipped
  }

  /// Finds α, θ and the first level.
  public func fit(_ history: History) throws(SeriesError) -> ThetaFit { ThetaFit(model, history) }

  /// The point forecasts alone, from a single value on: the last value where `fit` has too few.
  public func pointForecasts(_ history: History, horizon: Int) -> [Double] {
    model.pointForecasts(history, horizon, leastCount)
  }

  /// Says what is put together, and that nothing looks ahead.
  public func reason(for history: History) -> String {
    "A level that follows the values and as much of the line through those before as explains the "
      + "\(history.count) values best\(SeasonalAdjustment(history).remark)."
  }

  private var model: ThetaFit.Model { .optimised(.growing, skipping: skipped) }
}

extension Forecaster where Self == DynamicTheta {
  /// The dynamic optimised Theta model.
  public static var dynamicTheta: DynamicTheta { DynamicTheta() }
}
