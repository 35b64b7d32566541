import Glibc

/// A series as the search sees it, and where a search of its models begins.
///
/// Values are divided by a power of two near their largest size, which changes no digit; for
/// additive errors the first value is taken off too, so that a high level costs no digits. Neither
/// changes the model.
///
/// Seasons begin at the mean distance from (or ratio to) a centred moving average, level and trend
/// at a line through the first ten adjusted values or two years, as in R's forecast::ets; what a gap
/// hides is put on the line between its neighbours for this purpose alone.
struct ETSStart {
  /// Values over `scale`, gaps as NaN.
  let values: [Double]
  let scale: Double
  let season: Int
  /// The values with gaps bridged.
  private let bridged: [Double]
  let count: Int
  let isPositive: Bool
  private let largest: Double

  init(_ history: History) {
    let present = history.present
    count = present.count
    season = history.season
    isPositive = present.allSatisfy { $0.value > 0 }
    let size = present.reduce(0) { max($0, abs($1.value)) }
    // The exponent keeps away from the ends of the range of numbers.
    scale = size > 0 ? Double(sign: .plus, exponent: max(size.exponent, -1000), significand: 1) : 1
    largest = size / scale
    var bridged = [Double](repeating: 0, count: history.values.count)
    for (before, after) in zip(present, present.dropFirst()) {
      let span = Double(after.index - before.index)
      for index in before.index...after.index {
        let part = Double(index - before.index) / span
        bridged[index] = (before.value + part * (after.value - before.value)) / scale
      }
    }
    if present.count == 1 { bridged[present[0].index] = present[0].value / scale }
    self.bridged = bridged
    values = history.values.indices.map { history.values[$0] == nil ? .nan : bridged[$0] }
  }

  /// What is taken off every value for a form.
  func centre(_ form: ETSForm) -> Double { form.error == .additive ? values[0] : 0 }

  /// Σ e² below which errors are no more than the rounding of the values.
  func floor(_ form: ETSForm) -> Double {
    let unit = 4 * Double.ulpOfOne * (form.error == .additive ? largest : 1)
    return max(Double(count) * unit * unit, 1e-300)
  }

  /// The same in the unit of the series.
  func floor(of form: ETSForm) -> Double {
    max(floor(form) * (form.error == .additive ? scale * scale : 1), .leastNormalMagnitude)
  }

  /// The state before the first value: level, trend and the seasons but the first, not centred.
  func state(_ form: ETSForm) -> [Double] {
    let seasons = form.season == .none ? [] : seasons(isFactor: form.season == .multiplicative)
    let length = min(max(10, 2 * season), bridged.count)
    let adjusted = (0..<length).map { index -> Double in
      switch form.season {
      case .none: bridged[index]
      case .additive: bridged[index] - seasons[index % season]
      case .multiplicative: bridged[index] / seasons[index % season]
      }
    }
    let mean = adjusted.reduce(0, +) / Double(length)
    guard form.trend != .none, length > 1 else { return [mean, 0] + seasons.dropFirst() }
    let middle = Double(length + 1) / 2
    let rise = adjusted.indices.reduce(0) { $0 + (Double($1 + 1) - middle) * adjusted[$1] }
    let slope = rise * 12 / (Double(length) * Double(length * length - 1))
    let level = mean - slope * middle
    guard form.trend == .multiplicative else { return [level, slope] + seasons.dropFirst() }
    let factor = (level + 2 * slope) / (level + slope)
    let isUsable = level + slope > 1e-8 && factor > 1e-4 && factor < 1e4
    return (isUsable ? [(level + slope) / factor, factor] : [max(adjusted[0], 1e-4), 1])
      + seasons.dropFirst()
  }

  /// One number for each place in the season; their sum is 0, or their mean 1.
  private func seasons(isFactor: Bool) -> [Double] {
    let trend = movingAverage()
    var sums = [Double](repeating: 0, count: season)
    var counts = sums
    for (index, level) in zip(trend.first..., trend.levels) {
      let difference =
        isFactor ? bridged[index] / max(level, 1e-300) : bridged[index] - level
      sums[index % season] += difference
      counts[index % season] += 1
    }
    let means = zip(sums, counts).map { sum, count in count > 0 ? sum / count : isFactor ? 1 : 0 }
    let mean = means.reduce(0, +) / Double(season)
    guard isFactor else { return means.map { $0 - mean } }
    let factors = means.map { max($0 / mean, 0.01) }
    let total = factors.reduce(0, +) / Double(season)
    return factors.map { $0 / total }
  }

  /// The mean of a year round each period, or of all values where there are not two years.
  private func movingAverage() -> (first: Int, levels: [Double]) {
    let half = season / 2
    guard bridged.count >= 2 * season else {
      let mean = bridged.reduce(0, +) / Double(bridged.count)
      return (0, bridged.map { _ in mean })
    }
    let levels = (half..<bridged.count - half).map { middle in
      let inner = bridged[middle - half + 1..<middle + half].reduce(0, +)
      let ends = (bridged[middle - half] + bridged[middle + half]) / 2
      return (inner + ends) / Double(2 * half)
    }
    return (half, levels)
  }
}
