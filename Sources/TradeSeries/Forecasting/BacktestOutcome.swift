/// One forecast of the past beside what happened.
struct BacktestOutcome: Sendable {
  /// The place of the last value that the method saw; with many series, that of the series.
  let origin: Int
  /// So many periods after the origin, from 1.
  let step: Int
  /// y, what happened.
  let actual: Double
  /// ŷ, the point forecast.
  let point: Double
  /// The interval of 80 %.
  let inner: ClosedRange<Double>
  /// The interval of 95 %.
  let outer: ClosedRange<Double>
  /// q, the mean size of a change before the origin; `nil` where nothing had changed.
  let scale: Double?

  /// e = y − ŷ.
  var error: Double { actual - point }

  /// e / q.
  var scaledError: Double? { scaled(error) }

  /// 2 |e| / (|y| + |ŷ|), 0 where both are 0.
  var symmetricError: Double {
    // Halved first: the sum of two large numbers may not be one.
    let size = abs(actual) / 2 + abs(point) / 2
    return size > 0 ? min(abs(error) / size, 2) : 0
  }

  /// The width and the misses of the 95 % interval, in units of q.
  ///
  ///     (u − l + 2/α (l − y)⁺ + 2/α (y − u)⁺) / q        α = 0.05
  var scaledIntervalScore: Double? {
    let misses = max(outer.lowerBound - actual, 0) + max(actual - outer.upperBound, 0)
    return scaled(outer.upperBound - outer.lowerBound + 2 / 0.05 * misses)
  }

  /// `nil` as well where a change is so small that the quotient is no number.
  private func scaled(_ number: Double) -> Double? {
    scale.map { number / $0 }.flatMap { $0.isFinite ? $0 : nil }
  }
}

extension BacktestOutcome {
  /// The steps that have an outcome after an origin: values that are neither gaps nor bounds.
  static func steps(_ series: Series, origin: Int, horizon: Int) -> [Int] {
    (1...horizon).filter { step in
      let index = origin + step
      return index < series.values.count && series.figure(at: index)?.isBound == false
    }
  }

  /// A forecast from that origin beside what happened.
  static func outcomes(
    _ forecast: Forecast, in series: Series, origin: Int, steps: [Int], label: Int
  ) -> [BacktestOutcome] {
    let change = forecast.series.meanAbsoluteChange
    // A change below the normal numbers is no unit to measure in.
    let scale = change >= .leastNormalMagnitude ? change : nil
    return steps.map { step in
      let point = forecast.points[step - 1]
      return BacktestOutcome(
        origin: label, step: step, actual: series.values[origin + step] ?? 0, point: point.mean,
        inner: point.intervals[0], outer: point.intervals[1], scale: scale)
    }
  }
}

extension Series {
  /// The mean absolute difference of values a season apart, of neighbours where there is no season
  /// or no such pair, gaps passed over; 0 of a single value.
  var meanAbsoluteChange: Double {
    let seasonal = values.indices.dropFirst(season).compactMap { index in
      values[index].flatMap { now in values[index - season].map { abs(now - $0) } }
    }
    let present = values.compactMap(\.self)
    let changes =
      season > 1 && !seasonal.isEmpty
      ? seasonal : zip(present, present.dropFirst()).map { abs($1 - $0) }
    return changes.isEmpty ? 0 : changes.reduce(0, +) / Double(changes.count)
  }
}
