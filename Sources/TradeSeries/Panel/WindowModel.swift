import TradeNumerics

/// What followed windows of one length: pooled quantile regressions, one set a step ahead.
///
///     y[n+h] = y[n] + s · (xᵀb + E)        E's quantiles at p:  −rₚ xᵀl below, rₚ xᵀu above
///
/// x are the features of the window and s its scale. b is the median of the scaled change, l and u
/// are the 2.5 and 97.5 % quantiles of the errors round it, all three by `QuantileRegression` over
/// all windows of all series, weighed as `PooledDesign` says; rₚ is the quantile of the errors in
/// units of the distance to l or u, so that the shares inside are those of the sample.
///
/// Montero-Manso & Hyndman, "Principles and algorithms for forecasting groups of time series",
/// *International Journal of Forecasting* 37 (2021), show why one regression over all series can do
/// what a model of each one cannot.
package struct WindowModel: Sendable, Equatable {
  /// How many values a window has.
  package let length: Int
  /// One step ahead first.
  package let steps: [Step]

  /// The regressions for one step ahead.
  package struct Step: Sendable, Equatable {
    /// b, one a feature.
    package let location: [Double]
    /// l, one a feature.
    package let lower: [Double]
    /// u, one a feature.
    package let upper: [Double]
    /// rₚ for each of `probabilities`.
    package let ratios: [Double]
  }

  /// Where the distributions are known; the middle one is the location itself.
  package static let probabilities = [
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975, 0.99, 0.995,
  ]
  private static let scores = probabilities.map { StandardNormal.quantile($0) }

  /// What follows a window: `centre` replaces the location, as a value of the series.
  ///
  /// Beyond the steps learned the location stays and errors grow as those of a random walk.
  func distribution(after window: SeriesWindow, step: Int, centre: Double? = nil) -> Predictive {
    let known = steps[min(step, steps.count) - 1]
    let growth = (Double(max(step, steps.count)) / Double(steps.count)).squareRoot()
    let below = Self.reach(-Self.product(known.lower, window.features))
    let above = Self.reach(Self.product(known.upper, window.features))
    return .empirical(
      location: centre ?? location(after: window, step: step),
      scale: window.scale * growth,
      quantiles: zip(Self.scores, known.ratios).map { score, ratio in
        .init(score: score, value: ratio * (ratio < 0 ? below : above))
      })
  }

  /// The point forecast, in the unit of the series.
  func location(after window: SeriesWindow, step: Int) -> Double {
    let known = steps[min(step, steps.count) - 1]
    return window.last + window.scale * Self.product(known.location, window.features)
  }

  /// No window is so calm that what follows is certain: a twentieth of a usual change at the least.
  static func reach(_ distance: Double) -> Double { max(distance, 0.05) }

  static func product(_ coefficients: [Double], _ features: [Double]) -> Double {
    var sum = 0.0
    for (coefficient, feature) in zip(coefficients, features) { sum += coefficient * feature }
    return sum
  }
}

// MARK: - Learning

extension WindowModel {
  /// Learns from every window that has at least one later value; `nil` where there are too few.
  ///
  /// `share` is the part of the point forecast that other methods give; the errors
  /// that l, u and rₚ describe are those of the blend.
  init?(
    length: Int, horizon: Int, sample: WindowSample, share: Double,
    design: PooledDesign = .chosen, workers: Int = 1
  ) {
    let steps = concurrentMap(horizon, workers: workers) { place in
      Step(sample, step: place + 1, share: share, ridge: design.ridge)
    }.compactMap(\.self)
    guard steps.count == horizon else { return nil }
    self.init(length: length, steps: steps)
  }
}

extension WindowModel.Step {
  /// The fewest series that a step is learned from.
  static let leastSeries = 20

  init?(_ sample: WindowSample, step: Int, share: Double, ridge: Double) {
    let rows = sample.rows(withStep: step)
    guard rows.seriesCount >= Self.leastSeries else { return nil }
    let penalty = ridge / Double(rows.seriesCount)
    func fit(_ y: [Double], _ probability: Double) -> [Double] {
      QuantileRegression(
        rows.features, y, weights: rows.weights, probability: probability, ridge: penalty
      ).coefficients
    }
    location = fit(rows.changes, 0.5)
    let fitted = rows.fitted(location)
    let errors = rows.changes.indices.map { row in
      let centre =
        share > 0 ? (1 - share) * fitted[row] + share * rows.companions[row] : fitted[row]
      return rows.changes[row] - centre
    }
    lower = fit(errors, 0.025)
    upper = fit(errors, 0.975)
    let (below, above) = (rows.fitted(lower), rows.fitted(upper))
    let scaled = errors.indices.map { row in
      let reach = errors[row] < 0 ? -below[row] : above[row]
      return errors[row] / WindowModel.reach(reach)
    }
    let quantiles = WeightedQuantiles(scaled, rows.weights)
    ratios = WindowModel.probabilities.map { probability in
      // The middle is the location; a quantile on its other side would bend the distribution.
      let ratio = quantiles[probability]
      return probability == 0.5 ? 0 : probability < 0.5 ? min(ratio, 0) : max(ratio, 0)
    }
  }
}

/// Quantiles of values that do not weigh the same.
package struct WeightedQuantiles {
  private let values: [Double]
  private let cumulated: [Double]

  /// At least one value, and weights above zero.
  package init(_ values: [Double], _ weights: [Double]) {
    let order = values.indices.sorted { values[$0] < values[$1] }
    self.values = order.map { values[$0] }
    var sum = 0.0
    cumulated = order.map { index in
      sum += weights[index]
      return sum
    }
  }

  /// The smallest value at which the weight so far reaches that part of all.
  package subscript(probability: Double) -> Double {
    let goal = probability * (cumulated.last ?? 0)
    let place = cumulated.partitioningIndex { $0 >= goal }
    return values[min(place, values.count - 1)]
  }
}

extension [Double] {
  /// The first index at which a condition holds that holds from there on.
  fileprivate func partitioningIndex(where holds: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
