import Glibc
import TradeNumerics

/// The test of Kwiatkowski, Phillips, Schmidt and Shin, whether a series swings round a level or
/// round a trend.
///
///     η = Σ S[t]² / (n² s²)      S[t] = Σ e[1…t]      s² = γ[0] + 2 Σ (1 − k / (l + 1)) γ[k]
///
/// e is what a mean or a line leaves, γ[k] its autocovariances. A large η speaks against
/// stationarity.
///
/// Reference: *Journal of Econometrics* 54 (1992).
public struct KPSSTest: Sendable, Equatable {
  /// What the series is supposed to swing round.
  public enum Around: Sendable, Equatable, CaseIterable {
    /// A constant level.
    case level
    /// A straight line.
    case trend
  }

  /// η.
  public let statistic: Double
  /// l, how many autocovariances count.
  public let lags: Int
  /// The probability of so large a statistic, between the 1 and 10 % of the published table.
  public let pValue: Double

  /// Tests the values; `nil` where fewer than three are left or they do not vary.
  ///
  /// Without `lags`, l is ⌊3 √n / 13⌋.
  public init?(_ values: [Double], around: Around = .level, lags: Int? = nil) {
    let n = values.count
    guard n >= 3 else { return nil }
    let scale = values.reduce(0) { max($0, abs($1)) }
    guard scale > 0 else { return nil }
    let places = around == .trend ? [(0..<n).map { Double($0) }] : []
    let columns = [[Double](repeating: 1, count: n)] + places
    guard let basis = Orthonormal(columns, sizes: [1, Double(n)]) else { return nil }
    var errors = values.map { $0 / scale }
    _ = basis.project(&errors)
    let count = Double(n)
    let l = min(max(lags ?? Int(3 * count.squareRoot() / 13), 0), n - 1)
    func covariance(_ k: Int) -> Double {
      zip(errors.dropFirst(k), errors).reduce(0) { $0 + $1.0 * $1.1 } / count
    }
    var variance = covariance(0)
    guard variance > 1e-28 else { return nil }
    for k in 0..<l {
      variance += 2 * (1 - Double(k + 1) / Double(l + 1)) * covariance(k + 1)
    }
    var (sum, squares) = (0.0, 0.0)
    for error in errors {
      sum += error
      squares += sum * sum
    }
    self.lags = l
    statistic = squares / (count * count * variance)
    pValue = Self.probability(of: statistic, around)
  }

  /// Linear between the published critical values, and no further than they go.
  private static func probability(of statistic: Double, _ around: Around) -> Double {
    let critical =
      around == .level ? [0.347, 0.463, 0.574, 0.739] : [0.119, 0.146, 0.176, 0.216]
    let probabilities = [0.10, 0.05, 0.025, 0.01]
    guard let upper = critical.firstIndex(where: { statistic <= $0 }) else { return 0.01 }
    guard upper > 0 else { return 0.10 }
    let part = (statistic - critical[upper - 1]) / (critical[upper] - critical[upper - 1])
    return probabilities[upper - 1]
      + part * (probabilities[upper] - probabilities[upper - 1])
  }

  /// How often neighbours must be differenced until the test at 5 % no longer speaks against a
  /// level, at most `limit` times.
  public static func differences(of values: [Double], limit: Int = 2) -> Int {
    var values = values
    for d in 0..<limit {
      guard !values.isConstant, let test = KPSSTest(values), test.pValue < 0.05 else { return d }
      values = zip(values.dropFirst(), values).map { $0 - $1 }
    }
    return limit
  }
}

/// How strong a season is against what neither trend nor season explains.
///
///     F = 1 − var(remainder) / var(season + remainder), from 0 to 1
///
/// Above 0.64 a season is differenced: where it is that strong, forecasts are better for it.
///
/// Reference: Wang, Smith & Hyndman, *Data Mining and Knowledge Discovery* 13 (2006); the limit is
/// that of the R package forecast.
public struct SeasonalStrength: Sendable, Equatable {
  /// F.
  public let value: Double

  /// Where a season counts as strong enough to be differenced.
  public static let limit = 0.64

  /// The strength of the season in the values, by a decomposition with a season that changes
  /// slowly; `nil` for two seasons or less.
  public init?(_ values: [Double], season: Int) {
    guard let parts = STL(seasonalWindow: 11).decompose(values, season: season) else { return nil }
    let both = zip(parts.seasonal, parts.remainder).map { $0 + $1 }
    let whole = Self.variance(both)
    // Less than rounding leaves is no variation.
    let size = 1e-13 * values.reduce(0) { max($0, abs($1)) }
    guard whole > size * size else { return nil }
    value = min(max(1 - Self.variance(parts.remainder) / whole, 0), 1)
  }

  private static func variance(_ x: [Double]) -> Double {
    let mean = x.reduce(0, +) / Double(x.count)
    return x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(x.count)
  }

  /// Whether values a season apart must be differenced, 0 or 1.
  public static func differences(of values: [Double], season: Int) -> Int {
    guard season > 1, values.count > 2 * season, !values.isConstant,
      let strength = SeasonalStrength(values, season: season)
    else { return 0 }
    return strength.value > limit ? 1 : 0
  }
}

extension [Double] {
  /// Whether no value differs from the first by more than rounding.
  var isConstant: Bool {
    guard let first else { return true }
    return allSatisfy { abs($0 - first) <= 1.5e-8 * abs(first) }
  }
}
