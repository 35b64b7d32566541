import Glibc

/// The recursion that all exponential smoothing models share.
///
///     trend              none        additive      multiplicative
///     g, growth          –           φ b           b^φ
///     q, base            l           l + g         l g
///
///     season             none        additive      multiplicative
///     f, expected        q           q + s         q s
///     d, to the level    y − f       y − f         y / s − q
///     w, to the season   –           y − f         y / q − s
///
///     l ← q + α d        b ← g + β d  (g + β d / l if multiplicative)        s ← s + γ w
///
/// The kind of the error is not in it: the same parameters make the same states, and only weigh
/// the errors differently. A gap leaves d = w = 0.
///
/// Reference: Hyndman, Koehler, Ord & Snyder, *Forecasting with Exponential Smoothing* (2008),
/// tables 2.2 and 2.3.
struct ETSRecursion: Sendable, Equatable {
  let trend: ETSForm.Component
  let season: ETSForm.Component
  let parameters: ETSParameters

  init(_ form: ETSForm, _ parameters: ETSParameters) {
    trend = form.trend
    season = form.season
    self.parameters = parameters
  }

  /// What is expected of a period, before its value is known.
  struct Outlook {
    /// g.
    var growth: Double
    /// q.
    var base: Double
    /// f.
    var expected: Double
  }

  @inline(__always)
  func outlook(level: Double, trend b: Double, season s: Double) -> Outlook {
    var (growth, base) = (0.0, level)
    switch trend {
    case .none: break
    case .additive:
      growth = parameters.phi * b
      base = level + growth
    case .multiplicative:
      growth = parameters.phi == 1 ? b : pow(b, parameters.phi)
      base = level * growth
    }
    let expected =
      switch season {
      case .none: base
      case .additive: base + s
      case .multiplicative: base * s
      }
    return Outlook(growth: growth, base: base, expected: expected)
  }

  /// Moves the state over one period, which has a value or is a gap.
  @inline(__always)
  func advance(_ state: inout ETSState, at period: Int, value: Double?) -> Outlook {
    let place = state.seasons.isEmpty ? 0 : period % state.seasons.count
    let s = state.seasons.isEmpty ? 0 : state.seasons[place]
    let outlook = outlook(level: state.level, trend: state.trend, season: s)
    let d = value.map { season == .multiplicative ? $0 / s - outlook.base : $0 - outlook.expected }
    let divisor = trend == .multiplicative ? state.level : 1
    state.level = outlook.base + parameters.alpha * (d ?? 0)
    state.trend = outlook.growth + parameters.beta * (d ?? 0) / divisor
    if let value, season != .none {
      let w = season == .multiplicative ? value / outlook.base - s : value - outlook.expected
      state.seasons[place] += parameters.gamma * w
    }
    return outlook
  }
}

/// The smoothing parameters of a form; those that it does not have are at rest.
public struct ETSParameters: Sendable, Equatable {
  /// α, the part of an error that the level takes up.
  public var alpha: Double
  /// β, the part of an error that the trend takes up; 0 without a trend.
  public var beta: Double
  /// γ, the part of an error that the season takes up; 0 without a season.
  public var gamma: Double
  /// φ, the part of the trend that is left a period later; 1 without damping.
  public var phi: Double

  /// Parameters that are known; those that a form lacks stay as they are.
  public init(alpha: Double, beta: Double = 0, gamma: Double = 0, phi: Double = 1) {
    self.alpha = alpha
    self.beta = beta
    self.gamma = gamma
    self.phi = phi
  }
}

/// Level, trend and seasons between two periods.
public struct ETSState: Sendable, Equatable {
  /// l.
  public var level: Double
  /// b; 0 without a trend, a factor if the trend is multiplicative.
  public var trend: Double
  /// s for each place in the season, counted from that of the first value; empty without a season.
  public var seasons: [Double]

  /// A state that is known.
  public init(level: Double, trend: Double = 0, seasons: [Double] = []) {
    self.level = level
    self.trend = trend
    self.seasons = seasons
  }
}
