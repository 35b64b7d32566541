import TradeNumerics

/// Plain methods whose mean has a part in the point forecast of pooled regressions.
///
/// A mean of methods that err in different ways errs less than most of them. Reference: Makridakis &
/// Hibon, "The M3-Competition", *International Journal of Forecasting* 16 (2000), conclusion 3.
package struct Companions: Sendable, Hashable {
  /// The methods, each with the same weight; without any there is no part.
  package var members: [Member]
  /// The part of their mean, from 0 to 1.
  package var share: Double

  /// A method that may be a companion.
  package enum Member: String, Sendable, Hashable {
    case dynamicTheta = "dynamic-theta"
    case theta
    case damped
    case drift

    fileprivate var method: any Forecaster {
      switch self {
      case .dynamicTheta: .dynamicTheta
      case .theta: .theta
      case .damped: .damped
      case .drift: .drift
      }
    }
  }

  package init(_ members: [Member], share: Double) {
    self.members = members
    self.share = share
  }

  /// No method beside the regressions.
  package static let none = Companions([], share: 0)

  /// Whether nothing is blended in.
  var areNone: Bool { members.isEmpty || share == 0 }

  /// The names of the methods, for sentences.
  var names: String { members.map(\.rawValue).joined(separator: ", ") }

  /// The methods on one history; `nil` where it is too short for each of them.
  func fit(_ history: History) -> Fit? {
    guard !areNone else { return nil }
    let fits = members.compactMap { member -> (any FittedForecaster)? in
      let method = member.method
      guard history.count >= method.leastCount else { return nil }
      return try? method.fit(history)
    }
    return fits.isEmpty ? nil : Fit(fits: fits)
  }

  /// The mean of the methods that could be fitted.
  struct Fit: Sendable {
    fileprivate let fits: [any FittedForecaster]

    /// Their mean point forecast.
    func location(at step: Int) -> Double {
      fits.reduce(0) { $0 + $1.distribution(at: step).point } / Double(fits.count)
    }
  }
}
