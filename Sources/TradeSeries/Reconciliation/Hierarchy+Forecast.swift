import TradeNumerics
import TradeTables

/// Forecasts of groups, sums and total that add up.
public struct ReconciledForecasts: Sendable {
  /// One for each series of the hierarchy, in its order.
  public let forecasts: [Forecast]
  /// The way that was taken.
  public let reconciliation: String
  /// How sums were made to hold and what was taken as zero, one sentence each.
  public let notes: [String]
  /// How many series the method could not answer, so that `auto` did.
  public let fallbackCount: Int
  /// The method with what it learned from the groups.
  public let learned: any Forecaster
}

extension Hierarchy {
  /// The most series whose past errors are measured where no way is named.
  public static let errorLimit = 2000

  /// Forecasts every series by itself and makes the results add up.
  ///
  /// Without a named way it is `MinimumTrace`: on annual trade by partner its total had the
  /// narrowest intervals that kept their word, where `StructuralScaling`, which moves groups of any
  /// size alike, made small groups worse. Past errors are measured for up to `errorLimit` series,
  /// and for more where the way is named. Each distribution moves to its reconciled value and its
  /// spread is multiplied as the way says.
  public func forecasts(
    with method: any Forecaster, reconciledBy chosen: (any Reconciliation)? = nil,
    horizon: Int = 1, levels: [Double] = [0.8, 0.95], workers: Int = 1
  ) -> ReconciledForecasts {
    let learned = Panel(Array(series.prefix(leafCount)), workers: workers)
      .learned(method, horizon: horizon)
    let base = concurrentMap(series.count, workers: workers) { place in
      series[place].forecastOrFallback(with: learned, horizon: horizon, levels: levels)
    }
    let way: any Reconciliation = chosen ?? .minimumTrace
    var errors = OneStepErrors(base: base)
    if way.needsErrors, chosen != nil || series.count <= Self.errorLimit {
      errors = OneStepErrors(self, method: method, base: base, workers: workers)
    }
    // Errors of no size at all leave nothing to weigh by.
    let fit: any FittedReconciliation =
      way.fit(self, errors: errors) ?? BottomUp.Fitted(hierarchy: self)
    return ReconciledForecasts(
      forecasts: reconciled(base, fit, name: way.name), reconciliation: way.name,
      notes: [fit.reason] + notes,
      fallbackCount: base.count { $0.method != method.name }, learned: learned)
  }

  private func reconciled(
    _ base: [Forecast], _ fit: some FittedReconciliation, name: String
  ) -> [Forecast] {
    // Sums of so many values stay within the range of numbers.
    let limit = 1e300 / Double(series.count)
    var points = [[Forecast.Point]](repeating: [], count: base.count)
    for step in base[0].points.indices {
      let means = base.map { min(max($0.points[step].mean, -limit), limit) }
      let values = fit.reconcile(means)
      let spreads = fit.spreads(means, values)
      for place in base.indices {
        points[place].append(
          base[place].points[step].moved(
            to: values[place], spread: spreads[place], levels: base[place].levels,
            floor: series[place].isNonNegative && values[place] >= 0 ? 0 : -.infinity))
      }
    }
    return zip(base, points).map { base, points in
      Forecast(
        series: base.series, method: "\(base.method)+\(name)", levels: base.levels,
        points: points, notes: base.notes)
    }
  }
}

extension Forecast.Point {
  /// The point with its distribution moved and its spread multiplied.
  fileprivate func moved(
    to value: Double, spread: Double, levels: [Double], floor: Double
  ) -> Forecast.Point {
    let factor = max(spread, 1e-6)
    let middle = min(max(distribution.point, -1e300), 1e300)
    let offset = value - factor * middle
    let moved = distribution.scaled(by: factor)
      .shifted(by: offset.isFinite ? offset : 0)
    return Forecast.Point(
      period: period, mean: value,
      intervals: levels.map { level in
        let interval = moved.interval(level: level, floor: floor)
        return min(interval.lowerBound, value)...max(interval.upperBound, value)
      },
      distribution: moved)
  }
}
