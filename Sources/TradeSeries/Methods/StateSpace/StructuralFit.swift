import Glibc
import TradeNumerics

/// A structural model with the variances that make the likelihood of one series largest.
///
///     ln L = −½ [m (ln 2π σ̂² + 1) + Σ ln F]      σ̂² = Σ v² / F / m
///
/// m is the number of values less those that set the state. The search is over angles a and b, so
/// that every ratio of variances from zero to infinity has its place:
///
///     σ_ε : σ_η : σ_ζ = cos a : sin a cos b : sin a sin b
public struct StructuralFit: FittedForecaster {
  private let filter: StructuralFilter
  /// What the values were divided by.
  private let scale: Double
  /// m less the ratios of variances.
  private let degrees: Double
  /// That of Gaussian errors one step ahead.
  public let likelihood: Likelihood

  /// Searches the shares of the variances.
  init(_ history: History, hasSlope: Bool) {
    let largest = history.present.reduce(0) { max($0, abs($1.value)) }
    let scale = largest > 0 ? largest : 1
    let values = history.values.map { $0.map { $0 / scale } ?? .nan }
    filter = Self.best(for: values, hasSlope: hasSlope)
    self.scale = scale
    degrees = Double(filter.count - (hasSlope ? 2 : 1))
    // Shares are free in size; with the last F as one, errors are those of one step ahead.
    let unit = filter.lastVariance
    let m = Double(filter.count)
    likelihood = Likelihood(
      squares: filter.squares * unit * scale * scale, count: filter.count, level: history.level,
      logJacobian: -0.5 * (filter.logVariances - m * log(unit)))
  }

  // MARK: Search

  private static func filtered(
    _ values: [Double], _ point: [Double], hasSlope: Bool
  ) -> StructuralFilter {
    let (noise, state) = (cos(point[0]), sin(point[0]))
    let tilt = hasSlope ? point[1] : 0
    let (level, slope) = (state * cos(tilt), state * sin(tilt))
    var filter = StructuralFilter(
      irregular: square(noise), level: square(level), slope: hasSlope ? square(slope) : nil)
    filter.run(over: values)
    return filter
  }

  /// What rounding leaves of cos π/2 is none.
  private static func square(_ size: Double) -> Double {
    size < 1e-12 ? 0 : size * size
  }

  private static func best(for values: [Double], hasSlope: Bool) -> StructuralFilter {
    // A series that fits exactly has no best ratio; errors below rounding count alike.
    func objective(_ point: [Double]) -> Double {
      let filter = filtered(values, point, hasSlope: hasSlope)
      let m = Double(filter.count)
      return log(filter.squares / m + 1e-28) + filter.logVariances / m
    }
    let right = Double.pi / 2
    let first = [0.0, 0.03, 0.15, 0.4, 0.8, 1.2, right]
    let second = hasSlope ? [0.0, 0.01, 0.05, 0.2, 0.6, 1.1, right] : [0]
    var grid: [(point: [Double], value: Double)] = []
    for a in first {
      for b in second {
        let point = hasSlope ? [a, b] : [a]
        grid.append((point, objective(point)))
      }
    }
    var search = NelderMead()
    search.tolerance = 1e-14
    search.evaluationLimit = 400
    let size = hasSlope ? 2 : 1
    let ends = grid.sorted { $0.value < $1.value }.prefix(3).map { start in
      search.minimum(
        from: start.point, steps: start.point.map { max(0.3 * $0, 0.02) },
        lower: [Double](repeating: 0, count: size),
        upper: [Double](repeating: right, count: size), of: objective)
    }
    let best = ends.min { $0.value < $1.value }?.point ?? grid[0].point
    return filtered(values, best, hasSlope: hasSlope)
  }
}

// MARK: - What was found

extension StructuralFit {
  /// σ̂² with the divisor m, in units of the square of the series.
  private var variance: Double {
    filter.squares / Double(filter.count) * scale * scale
  }

  /// σ_ε², the variance of the noise round the level.
  public var irregularVariance: Double { variance * filter.irregular }
  /// σ_η², the variance of the changes of the level.
  public var levelVariance: Double { variance * filter.level }
  /// σ_ζ², the variance of the changes of the slope; `nil` without one.
  public var slopeVariance: Double? { filter.slope.map { variance * $0 } }
  /// μ[n], the level after the last value.
  public var level: Double { filter.mean * scale }
  /// β[n], the slope after the last value; 0 without one.
  public var slope: Double { filter.drift * scale }

  /// The logarithm of the exact diffuse likelihood; `nil` where the model is exact.
  public var diffuseLogLikelihood: Double? {
    guard filter.squares > 0 else { return nil }
    let m = Double(filter.count)
    return -0.5
      * (m * (log(2 * Double.pi * filter.squares / m) + 1) + filter.logVariances) - m * log(scale)
  }

  /// The standard error of a forecast with the variances taken as known.
  public func standardError(at step: Int) -> Double {
    (filter.squares / Double(filter.count) * filter.variance(at: step)).squareRoot() * scale
  }

  /// Student's t round the level and slope, with m − ratios degrees of freedom and σ² estimated with
  /// them as divisor.
  public func distribution(at step: Int) -> Predictive {
    let spread = (filter.squares / degrees * filter.variance(at: step)).squareRoot() * scale
    return .studentT(
      location: (filter.mean + Double(step) * filter.drift) * scale,
      scale: min(spread, .greatestFiniteMagnitude), degrees: degrees)
  }
}
