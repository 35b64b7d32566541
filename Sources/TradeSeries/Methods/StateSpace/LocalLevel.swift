/// A level that wanders, seen through noise.
///
///     y[t] = μ[t] + ε[t]        μ[t+1] = μ[t] + η[t]
///
/// Between the mean, where the level stands still, and the naive method, where there is no noise:
/// the likelihood chooses. Unlike exponential smoothing it weighs the first values by what little
/// is known before them, and gaps by what may have happened in them.
///
/// Reference: Durbin & Koopman, *Time Series Analysis by State Space Methods*, 2nd edition,
/// chapter 2.
public struct LocalLevel: Forecaster {
  /// `local-level` on the command line and in tables.
  public let name = "local-level"
  /// A first level and a ratio of variances, and two degrees of freedom.
  public let leastCount = 4

  /// A specification without parameters: the variances are learned.
  public init() {}

  /// Finds the variances that make the likelihood largest, for four values or more.
  public func fit(_ history: History) throws(SeriesError) -> StructuralFit {
    StructuralFit(history, hasSlope: false)
  }

  /// Says what is followed, and what the interval takes for granted.
  public func reason(for history: History) -> String {
    "A wandering level seen through noise, both measured on \(history.count) values by maximum "
      + "likelihood; it expects the level to stay and knows no season."
  }
}

extension Forecaster where Self == LocalLevel {
  /// A wandering level seen through noise.
  public static var localLevel: LocalLevel { LocalLevel() }
}
