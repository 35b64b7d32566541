import Glibc
import TradeNumerics
import TradeTables

/// The default: an answer for every series, from a single value on, with an interval that keeps its
/// word.
///
/// - An annual series by itself: pooled regressions learned from thousands of series of annual
///   trade (`Prior.trade`), on its last 3 to 14 values. A model's own interval covers far less than
///   it promises on such series: it takes a short calm for calm, and a change of the level for
///   impossible.
/// - Annual series of one file: the same prior, one learned from other annual series, or
///   regressions learned from the file, blended with the mean of other methods or not, whichever has
///   forecast the last values of the series best (`AnnualChoice`).
/// - Series with a season: the mean of exponential smoothing, ARIMA and two Theta methods, its
///   width learned from the last values of the file, or from other series (`SeasonalChoice`).
/// - One or two values, or values that never change: the usual errors of trade
///   (`AnnualErrors`), or the last season again.
public struct Auto: PanelForecaster {
  /// `auto` on the command line and in tables.
  public let name = "auto"
  /// A single value is enough: the learned errors tell what usually follows it.
  public let leastCount = 1

  let annual: AnnualChoice
  let seasonal: SeasonalChoice

  /// The choices for a series by itself.
  public init() {
    annual = AnnualChoice()
    seasonal = SeasonalChoice()
  }

  /// With choices that were made for a file.
  package init(_ annual: AnnualChoice, _ seasonal: SeasonalChoice) {
    self.annual = annual
    self.seasonal = seasonal
  }

  /// Chooses by how well each way has forecast the last values of the series.
  public func learned(from panel: Panel, horizon: Int) -> any Forecaster {
    Auto(
      AnnualChoice(panel, horizon: horizon), SeasonalChoice(panel, horizon: horizon))
  }

  /// Learns from one series, as it was chosen.
  public func fit(_ history: History) throws(SeriesError) -> Fitted {
    if history.season == 1 {
      return Fitted(fit: annual.knowledge.fit(history) ?? AnnualFit(history))
    }
    if let fit = try? seasonal.method(season: history.season).fit(history) {
      return Fitted(fit: fit)
    }
    guard history.count > 1 else { return Fitted(fit: AnnualFit(history)) }
    return Fitted(fit: try SeasonalNaive().fit(history))
  }

  /// Says what was chosen, why, and how far to trust it.
  public func reason(for history: History) -> String {
    guard history.season == 1 else { return seasonal.reason(for: history) }
    guard annual.knowledge.covers(history) else { return AnnualFit.reason(for: history) }
    return annual.reason(for: history)
  }

  /// What the chosen way learned from one series.
  public struct Fitted: FittedForecaster {
    let fit: any FittedForecaster

    /// What the chosen way expects.
    public func distribution(at step: Int) -> Predictive { fit.distribution(at: step) }

    /// That of the chosen way.
    public var likelihood: Likelihood { fit.likelihood }
  }
}

extension Forecaster where Self == Auto {
  /// The default choice.
  public static var auto: Auto { Auto() }
}
