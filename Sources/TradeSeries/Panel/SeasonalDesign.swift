/// What had to be decided to forecast series with a season; `PooledDesign` says how.
package struct SeasonalDesign: Sendable {
  /// The methods that have a part, each with the same weight.
  ///
  /// Of the 63 sets of these four, the optimised Theta method and the last season again, this one has the least loss.
  package let members: [any Forecaster]
  /// How wide intervals are, seen from past errors: the rule with the smallest interval score.
  package let width: Width

  /// The rule for the factor that intervals are widened by.
  package enum Width: Sendable, CaseIterable {
    /// The factor at which 95 % of past outcomes are inside.
    case covering
    /// The factor with the smallest mean interval score.
    case sharpest
    /// Between the two: coverage that holds, at little cost in width.
    case middle
  }

  /// A design to compare with others.
  package init(members: [any Forecaster], width: Width) {
    self.members = members
    self.width = width
  }

  /// The one that the program uses.
  package static let chosen = SeasonalDesign(
    members: [.ets, .arima, .theta, .dynamicTheta], width: .covering)
}
