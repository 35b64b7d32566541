import TradeNumerics

/// A Theta method fitted to one series.
///
/// Levels and errors are those of the series without its season.
public struct ThetaFit: FittedForecaster {
  /// α, the part of an error that the level takes up.
  public let alpha: Double
  /// θ, how much the curvature of the series is enlarged in the line that is smoothed: 2 in the
  /// standard method, from 1 on where it is learned.
  public let theta: Double
  /// l₀, the level before the first value.
  public let initialLevel: Double
  /// The errors one step ahead that the fit makes small, in their order; the first after a gap is
  /// scaled to the variance of one step.
  public let errors: [Double]
  /// Σ e².
  public let squares: Double
  /// σ² = Σ e² / (errors − parameters).
  public let variance: Double
  /// That of Gaussian errors one step ahead.
  public let likelihood: Likelihood
  /// What was taken out as the season.
  public let season: SeasonalAdjustment

  private let state: ThetaState
  private let origin: Double
  private let unit: Double
  private let degrees: Double

  /// Student's t round the expected value, with as many degrees of freedom as errors exceed
  /// parameters, and with its season.
  public func distribution(at step: Int) -> Predictive {
    let outlook = state.outlook(at: step)
    let location = origin + unit * outlook.mean
    let scale = (variance * outlook.variance).squareRoot()
    return season.restored(
      .studentT(location: location, scale: scale, degrees: degrees), at: step)
  }

  /// The expected values of the next periods, without distributions round them.
  func points(_ horizon: Int) -> [Double] {
    state.means(horizon).enumerated().map { index, mean in
      season.restored(origin + unit * mean, at: index + 1)
    }
  }
}

extension ThetaFit {
  /// What tells the methods apart.
  struct Model {
    let trend: ThetaSample.Trend
    let alphas: ClosedRange<Double>
    /// How many of the first errors do not count.
    let skipped: Int
    /// α and l₀, and θ where it is learned.
    let parameters: Int

    /// The optimised models learn θ too; α stays off the ends of its range, as published.
    static func optimised(_ trend: ThetaSample.Trend, skipping skipped: Int) -> Model {
      Model(trend: trend, alphas: 0.1...0.99, skipped: skipped, parameters: 3)
    }
  }

  /// Takes out the season, finds the parameters and runs through the values with them.
  init(_ model: Model, _ history: History) {
    let season = SeasonalAdjustment(history)
    let sample = ThetaSample(season.history, trend: model.trend, skipping: model.skipped)
    // θ of 10¹⁰ and more is the line itself.
    let weights = model.trend == .none ? 0...0 : 0...(1 - 1e-10)
    let best = ThetaSearch(sample: sample, alphas: model.alphas, weights: weights).best()
    let run = ThetaRun(sample, model.trend, best)
    let unit = sample.unit
    errors = run.errors.map { $0 * unit }
    squares = errors.reduce(0) { $0 + $1 * $1 }
    degrees = Double(max(errors.count - model.parameters, 1))
    variance = squares / degrees
    likelihood = Likelihood(
      squares: squares, count: errors.count, level: season.history.level,
      logJacobian: season.logJacobian)
    alpha = best.alpha
    theta = model.trend == .none ? 2 : 1 / (1 - best.weight)
    // The line starts from the same origin as the level.
    initialLevel = sample.origin * (1 - best.weight) + unit * best.level
    self.season = season
    state = run.state
    (origin, self.unit) = (sample.origin, unit)
  }
}

/// One pass through the values with the parameters that were found.
private struct ThetaRun {
  var errors: [Double] = []
  let state: ThetaState

  init(_ sample: ThetaSample, _ trend: ThetaSample.Trend, _ point: ThetaSearch.Point) {
    let start =
      switch trend {
      case .none: ThetaLine(intercept: 0, slope: 0)
      case .whole: sample.line
      case .growing: ThetaLine()
      }
    var state = ThetaState(
      alpha: point.alpha, weight: point.weight, level: point.level, line: start)
    // Σ (1 − α)^j over the values, one more for each gap: how far a level lags behind a line.
    var (lag, missing) = (0.0, 0.0)
    for (index, value) in sample.values.enumerated() {
      guard sample.isPresent[index] else {
        state.takeGap()
        lag += 1
        missing += 1
        continue
      }
      if index >= sample.start {
        let width = (1 + missing * point.alpha * point.alpha).squareRoot()
        errors.append((value - state.expected) / width)
      }
      state.take(value)
      lag = 1 + (1 - point.alpha) * lag
      missing = 0
    }
    guard trend == .none else {
      self.state = state
      return
    }
    // g = A (1 − α)^(t−1) + B (1 − (1 − α)^t) / α begins anew at B · lag.
    let slope = sample.line.slope
    self.state = ThetaState(
      alpha: point.alpha, weight: 0.5, level: state.level,
      line: ThetaLine(intercept: slope * (lag - 1), slope: slope))
  }
}
