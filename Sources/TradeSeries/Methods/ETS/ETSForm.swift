/// One of the nineteen exponential smoothing models: how error, trend and season enter.
///
///     let form: ETSForm = "MAdM"
///     form.description       // ETS(M,Ad,M)
///
/// An additive error with a multiplicative trend or season divides by values that may reach zero,
/// and ETS(M,M,A) has no finite variance: these eleven of the thirty cannot be built.
///
/// Reference: Hyndman, Koehler, Ord & Snyder, *Forecasting with Exponential Smoothing* (2008),
/// chapters 2 and 15.
public struct ETSForm: Sendable, Hashable {
  /// How a part of a model enters.
  public enum Component: Sendable, Hashable, CaseIterable {
    /// Not at all.
    case none
    /// It is added.
    case additive
    /// It is a factor.
    case multiplicative
  }

  /// Whether errors are amounts or shares of what is expected.
  public let error: Component
  /// How the trend enters.
  public let trend: Component
  /// Whether the trend fades by φ a period.
  public let isDamped: Bool
  /// How the season enters.
  public let season: Component

  /// A form from its parts; `nil` for a combination that is not stable, or not a model.
  public init?(
    error: Component, trend: Component = .none, isDamped: Bool = false, season: Component = .none
  ) {
    guard error != .none, trend != .none || !isDamped else { return nil }
    if error == .additive, trend == .multiplicative || season == .multiplicative { return nil }
    if trend == .multiplicative, season == .additive { return nil }
    self.error = error
    self.trend = trend
    self.isDamped = isDamped
    self.season = season
  }

  /// Level with additive errors, the simplest form.
  static let simple: ETSForm = "ANN"
}

extension ETSForm: LosslessStringConvertible, ExpressibleByStringLiteral {
  /// Reads `AAN`, `MAdM` or `ETS(M,Ad,M)`; `nil` for anything else.
  public init?(_ description: String) {
    guard let form = ETSForm.all.first(where: { [$0.name, $0.description].contains(description) })
    else { return nil }
    self = form
  }

  /// A form written in the source; one that does not exist traps.
  public init(stringLiteral name: String) {
    guard let form = ETSForm(String(name)) else { preconditionFailure("no form '\(name)'") }
    self = form
  }

  /// Such as `MAdM`.
  public var name: String { error.letter + trend.letter + (isDamped ? "d" : "") + season.letter }

  /// Such as `ETS(M,Ad,M)`.
  public var description: String {
    "ETS(\(error.letter),\(trend.letter)\(isDamped ? "d" : ""),\(season.letter))"
  }
}

extension ETSForm {
  /// All forms, simple ones first.
  public static let all: [ETSForm] = Component.allCases.flatMap { season in
    Component.allCases.flatMap { trend in
      [false, true].flatMap { isDamped in
        Component.allCases.compactMap { error in
          ETSForm(error: error, trend: trend, isDamped: isDamped, season: season)
        }
      }
    }
  }

  /// Whether a part of the form is a factor, so that it is for values above zero.
  public var needsPositive: Bool {
    [error, trend, season].contains(.multiplicative)
  }

  /// How many parameters are learned: α, β, γ, φ and the state before the first value.
  public func parameterCount(season period: Int) -> Int {
    2 + (trend == .none ? 0 : 2) + (isDamped ? 1 : 0) + (season == .none ? 0 : period)
  }
}

extension ETSForm.Component {
  fileprivate var letter: String {
    switch self {
    case .none: "N"
    case .additive: "A"
    case .multiplicative: "M"
    }
  }
}
