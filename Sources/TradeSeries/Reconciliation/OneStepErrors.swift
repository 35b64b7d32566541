import TradeNumerics

/// The errors that a method made one step ahead at the last origins, in every series of a hierarchy.
///
///     e[t] = y[t] − ŷ[t|t−1]          t = the last 12 periods at most
///
/// Genuine forecasts of the past, not residuals of a fit: at each origin the method sees only what
/// came before. What it learns from the panel it learns once, from what came before the first
/// origin. Errors of a cheaper method would not do: naive forecasts add up by themselves, and it is
/// by how forecasts fail to add up that reconciliation weighs them.
public struct OneStepErrors: Sendable {
  /// One row for each series, one error for each origin; `nil` without an outcome or a past.
  public private(set) var values: [[Double?]]
  /// The scale of each method's own one-step distribution, which stands in where there is no error.
  public let spreads: [Double]

  /// The fewest origins that a covariance is learned from.
  public static let leastOrigins = 5
  /// The most origins.
  public static let originLimit = 12

  /// Errors measured elsewhere.
  public init(values: [[Double?]], spreads: [Double]) {
    precondition(Set(values.map(\.count)).count <= 1, "rows of unequal length")
    precondition(values.count == spreads.count, "\(spreads.count) spreads")
    self.values = values
    self.spreads = spreads
  }

  /// At how many origins the total, which stands last, has an error.
  public var originCount: Int { values.last?.count { $0 != nil } ?? 0 }

  /// The spreads alone.
  var withoutValues: OneStepErrors {
    OneStepErrors(values: values.map { _ in [] }, spreads: spreads)
  }

  /// No errors: variances alone, those of one-step distributions.
  init(base: [Forecast]) {
    values = base.map { _ in [] }
    spreads = base.map { $0.points[0].distribution.spread }
  }

  /// Forecasts the last periods of every series, from the least history of the total on that the
  /// method needs; no errors where too few origins are left.
  init(
    _ hierarchy: Hierarchy, method: any Forecaster, base: [Forecast], workers: Int
  ) {
    self.init(base: base)
    guard let total = hierarchy.series.last else { return }
    let needed = max(method.leastCount, 3)
    let outcomes = total.values.indices.filter { total.figure(at: $0)?.isBound == false }
    let known = total.values.indices.filter { total.values[$0] != nil }
    guard known.count > needed else { return }
    let usable = outcomes.filter { $0 > known[needed - 1] }.suffix(Self.originLimit)
    guard usable.count >= Self.leastOrigins, let first = usable.first else { return }
    let periods = usable.map { total.start.advanced(by: $0) }
    let before = total.start.advanced(by: first - 1)
    let past = hierarchy.series.prefix(hierarchy.leafCount).compactMap {
      try? $0.from(nil, until: before)
    }
    let method = Panel(past, workers: workers).learned(method, horizon: 1)
    values = concurrentMap(hierarchy.series.count, workers: workers) { place in
      periods.map { hierarchy.series[place].oneStepError(of: method, at: $0) }
    }
  }
}

extension Series {
  /// The outcome of a period less what a method had expected from the values before it.
  fileprivate func oneStepError(of method: any Forecaster, at period: Period) -> Double? {
    guard let actual = self[period], !actual.isBound, let value = actual.value,
      let past = try? prefix(period.index - start.index), past.count > 1,
      past.end.advanced(by: 1) == period
    else { return nil }
    let error = value - past.forecastOrFallback(with: method, horizon: 1, levels: []).points[0].mean
    return abs(error) <= Series.largest ? error : nil
  }
}

extension Predictive {
  /// Half the distance of the quantiles one standard deviation off the middle of a normal.
  var spread: Double {
    let half = (quantile(0.841_344_746_068_542_9) - quantile(0.158_655_253_931_457_1)) / 2
    return half.isFinite ? min(half, Series.largest) : Series.largest
  }
}
