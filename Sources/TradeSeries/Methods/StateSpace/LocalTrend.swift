/// A level and a slope that both wander, seen through noise.
///
///     y[t] = μ[t] + ε[t]      μ[t+1] = μ[t] + β[t] + η[t]      β[t+1] = β[t] + ζ[t]
///
/// Without changes of the level and the slope it is the straight line of least squares, without
/// noise and changes of the slope a random walk with drift: the likelihood chooses what lies
/// between.
///
/// Reference: Durbin & Koopman, *Time Series Analysis by State Space Methods*, 2nd edition,
/// section 3.2.
public struct LocalTrend: Forecaster {
  /// `local-trend` on the command line and in tables.
  public let name = "local-trend"
  /// A first level, a first slope and two ratios of variances, and two degrees of freedom.
  public let leastCount = 6

  /// A specification without parameters: the variances are learned.
  public init() {}

  /// Finds the variances that make the likelihood largest, for six values or more.
  public func fit(_ history: History) throws(SeriesError) -> StructuralFit {
    StructuralFit(history, hasSlope: true)
  }

  /// Says that the slope goes on, and what that means far ahead.
  public func reason(for history: History) -> String {
    "A wandering level and slope seen through noise, measured on \(history.count) values by maximum "
      + "likelihood; it expects the latest slope to go on, which far ahead is a lot."
  }
}

extension Forecaster where Self == LocalTrend {
  /// A wandering level and slope seen through noise.
  public static var localTrend: LocalTrend { LocalTrend() }
}
