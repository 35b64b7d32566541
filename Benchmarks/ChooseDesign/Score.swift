import TradeSeries

/// What one design reaches on one set, a number for each series.
///
/// - loss: ½ (MASE / mean MASE of Naive2 + sMAPE / mean sMAPE of Naive2), whose mean is the M4
///   competition's OWA;
/// - interval: the scaled interval score at 95 % beside the mean one of the seasonal random walk;
/// - inside: the share of values within 95 %.
struct Score: Sendable {
  let groups: [String]
  let loss: [Double]
  let interval: [Double]
  let inside: [Double]

  /// Scores forecasts, one a case, in their order.
  init(_ forecasts: [Forecast], of set: InnerSet, beside naive: Naives) {
    let errors = zip(set.cases, forecasts).map { item, forecast in
      Errors(forecast.points.map(\.mean), item)
    }
    groups = set.cases.map(\.group)
    loss = errors.map { ($0.scaled / naive.scaled + $0.symmetric / naive.symmetric) / 2 }
    interval = zip(set.cases, forecasts).map { item, forecast in
      intervalScore(forecast, item) / naive.interval
    }
    inside = zip(set.cases, forecasts).map { item, forecast in
      let hits = zip(forecast.points, item.future).count { point, actual in
        point.intervals[0].contains(actual)
      }
      return Double(hits) / Double(item.future.count)
    }
  }
}

/// The mean errors of the naive methods on a set, which all others are measured by.
struct Naives: Sendable {
  let scaled: Double
  let symmetric: Double
  let interval: Double

  init(_ set: InnerSet) throws {
    let errors = set.cases.map { item in
      let season = SeasonalAdjustment(item.past.history)
      let last = season.history.last
      return Errors((1...set.horizon).map { season.restored(last, at: $0) }, item)
    }
    scaled = errors.map(\.scaled).mean
    symmetric = errors.map(\.symmetric).mean
    interval = try set.cases.map { item in
      let method: any Forecaster = item.past.season > 1 ? SeasonalNaive() : Naive()
      let forecast = try item.past.forecast(with: method, horizon: set.horizon, levels: [0.95])
      return intervalScore(forecast, item)
    }.mean
  }
}

/// The errors of one forecast.
private struct Errors: Sendable {
  /// MASE.
  let scaled: Double
  /// sMAPE, where 2 is the most.
  let symmetric: Double

  init(_ points: [Double], _ item: Case) {
    let pairs = zip(points, item.future)
    scaled = pairs.map { abs($1 - $0) }.mean / item.scale
    symmetric =
      pairs.map { forecast, actual in
        let size = abs(actual) + abs(forecast)
        return size > 0 ? 2 * abs(actual - forecast) / size : 0
      }.mean
  }
}

/// MSIS at 95 %: the width, and 40 times what lies outside, in units of the usual change.
private func intervalScore(_ forecast: Forecast, _ item: Case) -> Double {
  zip(forecast.points, item.future).map { point, actual in
    let interval = point.intervals[0]
    let outside = max(interval.lowerBound - actual, actual - interval.upperBound, 0)
    return interval.upperBound - interval.lowerBound + 2 / 0.05 * outside
  }.mean / item.scale
}

extension [Double] {
  var mean: Double { reduce(0, +) / Double(count) }
}
