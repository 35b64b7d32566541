/// The basic structural model: a level, a slope and a season that all wander, seen through noise.
///
///     y[t] = μ[t] + γ[t] + ε[t]
///     μ[t+1] = μ[t] + β[t] + η[t]      β[t+1] = β[t] + ζ[t]
///     γ[t+1] = −(γ[t] + γ[t−1] + … + γ[t−m+2]) + ω[t]
///
/// The likelihood chooses how fast each part moves: a part whose variance is zero stands still. The
/// seasons of a year sum to zero but for ω. Gaps are missing observations. Of a series without a
/// season it is `local-trend`.
///
/// Reference: Harvey, *Forecasting, Structural Time Series Models and the Kalman Filter* (1989),
/// section 2.3; Durbin & Koopman, *Time Series Analysis by State Space Methods*, 2nd edition,
/// section 3.2.
public struct Structural: Forecaster {
  /// `structural` on the command line and in tables.
  public let name = "structural"
  /// That of `local-trend`; a season of m periods needs m + 6, which only a series can tell.
  public let leastCount = LocalTrend().leastCount

  /// A specification without parameters: the variances are learned.
  public init() {}

  /// Finds the variances that make the likelihood largest.
  ///
  /// A series in which some season has no value, or too few to tell the seasons from the trend, is
  /// too short.
  public func fit(_ history: History) throws(SeriesError) -> Fitted {
    guard history.season > 1 else { return .plain(try LocalTrend().fit(history)) }
    let needed = history.season + 6
    guard history.count >= needed else {
      throw .tooShort(method: name, count: history.count, needed: needed)
    }
    guard let fit = SeasonalStructuralFit(history) else {
      throw .tooShort(method: name, count: history.count, needed: history.values.count)
    }
    return .seasonal(fit)
  }

  /// Says what is followed, and that the latest slope goes on.
  public func reason(for history: History) -> String {
    let parts = history.season > 1 ? "level, slope and season" : "level and slope"
    return
      "A wandering \(parts) seen through noise, measured on \(history.count) values by maximum "
      + "likelihood; it expects the latest slope to go on, which far ahead is a lot."
  }

  /// The model of one series.
  public enum Fitted: FittedForecaster {
    /// Of a series without a season.
    case plain(StructuralFit)
    /// Of a series with one.
    case seasonal(SeasonalStructuralFit)

    /// What the model expects.
    public func distribution(at step: Int) -> Predictive {
      switch self {
      case .plain(let fit): fit.distribution(at: step)
      case .seasonal(let fit): fit.distribution(at: step)
      }
    }

    /// That of Gaussian errors one step ahead.
    public var likelihood: Likelihood {
      switch self {
      case .plain(let fit): fit.likelihood
      case .seasonal(let fit): fit.likelihood
      }
    }
  }
}

extension Forecaster where Self == Structural {
  /// A wandering level, slope and season seen through noise.
  public static var structural: Structural { Structural() }
}
