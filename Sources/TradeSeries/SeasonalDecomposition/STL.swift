import Glibc

/// A series taken apart into trend, season and remainder by local regression.
///
///     y = trend + season + remainder
///
/// In every round the values less the trend are smoothed month by month (or quarter by quarter),
/// what is no season in that is taken out by a moving average, and the values less the season are
/// smoothed to the next trend. In outer rounds values with a large remainder count less.
///
/// Reference: Cleveland, Cleveland, McRae & Terpenning, "STL: a seasonal-trend decomposition
/// procedure based on loess", *Journal of Official Statistics* 6 (1990); the defaults are those of
/// R's `stl`.
public struct STL: Sendable, Equatable {
  /// How many seasons back and forth shape a season, an odd number; `nil` for one that never
  /// changes.
  public let seasonalWindow: Int?
  /// How many periods shape the trend, an odd number; `nil` for about one and a half seasons.
  public let trendWindow: Int?
  /// Whether values far from the rest count less.
  public let isRobust: Bool

  /// A decomposition with these windows.
  public init(seasonalWindow: Int? = nil, trendWindow: Int? = nil, isRobust: Bool = false) {
    precondition(seasonalWindow.map { $0 >= 3 } ?? true, "a seasonal window below 3")
    precondition(trendWindow.map { $0 >= 3 } ?? true, "a trend window below 3")
    self.seasonalWindow = seasonalWindow
    self.trendWindow = trendWindow
    self.isRobust = isRobust
  }

  /// The parts of a series, each as long as it.
  public struct Parts: Sendable, Equatable {
    /// The smooth course.
    public let trend: [Double]
    /// What returns every season.
    public let seasonal: [Double]
    /// What is left.
    public let remainder: [Double]
    /// From 0 to 1, what each value counted; all 1 unless robust.
    public let weights: [Double]
  }

  /// Takes values without gaps apart; `nil` where they are not more than two seasons.
  public func decompose(_ values: [Double], season: Int) -> Parts? {
    let n = values.count
    guard season > 1, n > 2 * season else { return nil }
    let cycle = (seasonalWindow.map { $0 | 1 } ?? 10 * n + 1)
    let trendSize =
      trendWindow.map { $0 | 1 }
      ?? Int((1.5 * Double(season) / (1 - 1.5 / Double(cycle))).rounded(.up)) | 1
    let windows = Windows(
      seasonal: Loess(window: cycle, degree: 0), trend: Loess(window: trendSize, degree: 1),
      low: Loess(window: max(season | 1, 3), degree: 1), season: season)
    var trend = [Double](repeating: 0, count: n)
    var seasonal = trend
    var weights: [Double]? = nil
    for round in 0...(isRobust ? 15 : 0) {
      if round > 0 {
        weights = Self.weights((0..<n).map { values[$0] - trend[$0] - seasonal[$0] })
      }
      for _ in 0..<(isRobust ? 1 : 2) {
        seasonal = windows.seasonal(values, trend: trend, weights: weights)
        trend = windows.trend.smoothed(zip(values, seasonal).map { $0 - $1 }, weights: weights)
      }
    }
    if seasonalWindow == nil { seasonal = Self.averaged(seasonal, season: season) }
    return Parts(
      trend: trend, seasonal: seasonal,
      remainder: (0..<n).map { values[$0] - trend[$0] - seasonal[$0] },
      weights: weights ?? [Double](repeating: 1, count: n))
  }

  /// Bisquare weights: nothing counts beyond six times the median size.
  private static func weights(_ errors: [Double]) -> [Double] {
    let sizes = errors.map { abs($0) }
    let sorted = sizes.sorted()
    let n = sorted.count
    let reach = 3 * (sorted[n / 2] + sorted[n - n / 2 - 1])
    return sizes.map { size in
      if size <= 0.001 * reach { return 1 }
      if size > 0.999 * reach { return 0 }
      let part = size / reach
      return (1 - part * part) * (1 - part * part)
    }
  }

  /// The mean over all seasons of each place in the season.
  private static func averaged(_ seasonal: [Double], season: Int) -> [Double] {
    let means = (0..<season).map { place in
      let cycle = stride(from: place, to: seasonal.count, by: season).map { seasonal[$0] }
      return cycle.reduce(0, +) / Double(cycle.count)
    }
    return seasonal.indices.map { means[$0 % season] }
  }

  private struct Windows {
    let seasonal: Loess
    let trend: Loess
    let low: Loess
    let season: Int

    /// The season in the values less the trend.
    func seasonal(_ values: [Double], trend: [Double], weights: [Double]?) -> [Double] {
      let n = values.count
      // One season more at each end, for the moving averages.
      var cycles = [Double](repeating: 0, count: n + 2 * season)
      for place in 0..<season {
        let indices = Array(stride(from: place, to: n, by: season))
        let smooth = seasonal.extended(
          indices.map { values[$0] - trend[$0] },
          weights: weights.map { weights in indices.map { weights[$0] } })
        for (index, value) in smooth.enumerated() { cycles[place + index * season] = value }
      }
      let passed = averages(averages(averages(cycles, season), season), 3)
      let level = low.smoothed(passed, weights: nil)
      return (0..<n).map { cycles[season + $0] - level[$0] }
    }

    private func averages(_ x: [Double], _ length: Int) -> [Double] {
      var sum = x.prefix(length).reduce(0, +)
      var result = [sum / Double(length)]
      for index in length..<x.count {
        sum += x[index] - x[index - length]
        result.append(sum / Double(length))
      }
      return result
    }
  }
}
