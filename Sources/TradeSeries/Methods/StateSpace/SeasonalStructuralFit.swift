import Glibc
import TradeNumerics

/// The basic structural model with the variances that make the likelihood of one series largest.
///
///     ln L = −½ [n (ln 2π σ̂² + 1) + Σ ln F]      σ̂² = Σ v² / F / n
///
/// n is the number of values less the m + 1 that set the state. The search is over angles, so that
/// every ratio of variances from zero to infinity has its place:
///
///     σ_ε : σ_η : σ_ζ : σ_ω = cos a cos b cos c : sin a cos b cos c : sin b cos c : sin c
public struct SeasonalStructuralFit: FittedForecaster {
  private let filter: SeasonalFilter
  /// What was taken from the values before they were divided by `scale`.
  private let origin: Double
  private let scale: Double
  /// n less the ratios of variances.
  private let degrees: Double
  /// That of Gaussian errors one step ahead.
  public let likelihood: Likelihood

  /// Searches the variances; `nil` where the values do not tell the state.
  init?(_ history: History) {
    let origin = history.first
    let reach = history.present.reduce(0) { max($0, abs($1.value - origin)) }
    let scale = reach > 0 ? reach : 1
    let values = history.values.map { $0.map { ($0 - origin) / scale } ?? .nan }
    let search = Search(values: values, season: history.season)
    let first = search.filtered([0.8, 0.1, 0.1])
    guard first.unknown == 0, first.count > 3 else { return nil }
    filter = search.filtered(search.best)
    self.origin = origin
    self.scale = scale
    degrees = Double(filter.count - 3)
    // Shares are free in size; with the last F as one, errors are those of one step ahead.
    let unit = filter.lastVariance
    likelihood = Likelihood(
      squares: filter.squares * unit * scale * scale, count: filter.count, level: history.level,
      logJacobian: -0.5 * (filter.logVariances - Double(filter.count) * log(unit)))
  }

  /// What the filter expects so many periods after the last value.
  private func expected(at step: Int) -> (value: Double, variance: Double) {
    var future = filter
    for _ in 0..<step { future.predict() }
    return future.expected
  }

  /// Student's t round the level and the season, with n − 3 degrees of freedom and σ² estimated
  /// with them as divisor.
  public func distribution(at step: Int) -> Predictive { distribution(expected(at: step)) }

  private func distribution(_ expected: (value: Double, variance: Double)) -> Predictive {
    let spread = (filter.squares / degrees * expected.variance).squareRoot() * scale
    return .studentT(
      location: expected.value * scale + origin, scale: min(spread, .greatestFiniteMagnitude),
      degrees: degrees)
  }
}

// MARK: - What was found

extension SeasonalStructuralFit {
  /// σ̂² with the divisor n, in units of the square of the series.
  private var variance: Double { filter.squares / Double(filter.count) * scale * scale }

  /// σ_ε², the variance of the noise.
  public var irregularVariance: Double { variance * filter.shares.irregular }
  /// σ_η², the variance of the changes of the level.
  public var levelVariance: Double { variance * filter.shares.level }
  /// σ_ζ², the variance of the changes of the slope.
  public var slopeVariance: Double { variance * filter.shares.slope }
  /// σ_ω², the variance of the changes of the season.
  public var seasonVariance: Double { variance * filter.shares.season }
  /// μ[n], the level after the last value.
  public var level: Double { filter.state[0] * scale + origin }
  /// β[n], the slope after the last value.
  public var slope: Double { filter.state[1] * scale }

  /// The logarithm of the exact diffuse likelihood; `nil` where the model is exact.
  public var diffuseLogLikelihood: Double? {
    guard filter.squares > 0 else { return nil }
    let n = Double(filter.count)
    return -0.5
      * (n * (log(2 * Double.pi * filter.squares / n) + 1) + filter.logVariances) - n * log(scale)
  }

  /// The standard error of a forecast with the variances taken as known.
  public func standardError(at step: Int) -> Double {
    (variance * expected(at: step).variance).squareRoot()
  }
}

// MARK: - Search

/// The likelihood of one series as a function of three angles.
private struct Search {
  let values: [Double]
  let season: Int

  private static let right = Double.pi / 2

  func filtered(_ angles: some Collection<Double>) -> SeasonalFilter {
    let point = Array(angles)
    let (b, c) = (cos(point[1]), cos(point[2]))
    var filter = SeasonalFilter(
      .init(
        irregular: Self.square(cos(point[0]) * b * c), level: Self.square(sin(point[0]) * b * c),
        slope: Self.square(sin(point[1]) * c), season: Self.square(sin(point[2]))),
      season: season)
    filter.run(over: values)
    return filter
  }

  /// What rounding leaves of cos π/2 is none.
  private static func square(_ size: Double) -> Double { size < 1e-12 ? 0 : size * size }

  /// −2 ln L / n without constants; a series that fits exactly has no best ratio, and errors below
  /// rounding count alike.
  private func objective(_ angles: some Collection<Double>) -> Double {
    let filter = filtered(angles)
    let n = Double(filter.count)
    return log(filter.squares / n + 1e-28) + filter.logVariances / n
  }

  /// The angles of the largest likelihood.
  var best: [Double] {
    var grid: [(point: [Double], value: Double)] = []
    for a in [0.1, 0.7, 1.4] {
      for b in [0.01, 0.2] {
        for c in [0.03, 0.3] { grid.append(([a, b, c], objective([a, b, c]))) }
      }
    }
    var optimiser = Optimiser()
    optimiser.evaluationLimit = 200
    optimiser.pointTolerance = 1e-7
    optimiser.valueTolerance = 1e-13
    let ends = grid.sorted { $0.value < $1.value }.prefix(2).map { start in
      optimiser.minimise(
        by: .bobyqa, from: start.point, steps: start.point.map { max(0.3 * $0, 0.02) },
        lower: [0, 0, 0], upper: [Self.right, Self.right, Self.right]
      ) { objective($0) }
    }
    guard let end = ends.min(by: { $0.value < $1.value }) else { return grid[0].point }
    return withEnds(end.point, end.value)
  }

  /// With the ends of the range in place of angles that are no better.
  private func withEnds(_ point: [Double], _ value: Double) -> [Double] {
    var (point, value) = (point, value)
    for place in point.indices {
      for end in [0, Self.right] where abs(point[place] - end) < 0.05 {
        var other = point
        other[place] = end
        let found = objective(other)
        if found <= value + 1e-13 { (point, value) = (other, min(found, value)) }
      }
    }
    return point
  }
}
