/// The Theta method: simple smoothing that drifts by half the slope of the line through all values.
///
///     ŷ[n+h] = l[n] + ½ b (h − 1 + (1 − (1 − α)^n) / α)        se²(h) = σ² (1 + (h − 1) α²)
///
/// α in [0.0001, 0.9999] and the first level make Σ e² of the smoothing smallest; t with n − 2
/// degrees of freedom. A season that the autocorrelation shows is taken out first.
///
/// Reference: Assimakopoulos & Nikolopoulos, "The theta model: a decomposition approach to
/// forecasting", *International Journal of Forecasting* 16 (2000); Hyndman & Billah, "Unmasking the
/// Theta method", the same, 19 (2003); `thetaf` of R.
public struct Theta: Forecaster, Hashable {
  /// `theta` on the command line and in tables.
  public let name = "theta"
  /// Two parameters, and two degrees of freedom for the variance.
  public let leastCount = 4

  /// A specification without parameters: α is learned.
  public init() {}

  /// Finds α and the first level from four values or more.
  public func fit(_ history: History) throws(SeriesError) -> ThetaFit { ThetaFit(model, history) }

  /// The point forecasts alone, from a single value on: the last value where `fit` has too few.
  public func pointForecasts(_ history: History, horizon: Int) -> [Double] {
    model.pointForecasts(history, horizon, leastCount)
  }

  /// Says what is put together, and how little of the slope goes on.
  public func reason(for history: History) -> String {
    "A level that follows the values and half the slope of the line through all \(history.count) "
      + "values\(SeasonalAdjustment(history).remark)."
  }

  private var model: ThetaFit.Model {
    ThetaFit.Model(trend: .none, alphas: 0.0001...0.9999, skipped: 0, parameters: 2)
  }
}

extension ThetaFit.Model {
  /// The point forecasts of the model, or the last value below the least count.
  func pointForecasts(_ history: History, _ horizon: Int, _ least: Int) -> [Double] {
    guard history.count >= least else {
      return [Double](repeating: history.last, count: horizon)
    }
    return ThetaFit(self, history).points(horizon)
  }
}

extension SeasonalAdjustment {
  /// What a sentence on a method that needs the adjustment adds.
  var remark: String { decomposition == nil ? "" : ", after the season was taken out" }
}

extension Forecaster where Self == Theta {
  /// The Theta method.
  public static var theta: Theta { Theta() }
}
