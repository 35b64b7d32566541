/// A way to make forecasts add up, as a specification: it knows no data.
///
///     let hierarchy = try Hierarchy(groups)
///     let forecasts = hierarchy.forecasts(with: .auto, reconciledBy: .bottomUp)
///
/// Every series is first forecast by itself, the total too: those are the base forecasts ŷ, which do
/// not add up. Reconciliation finds values ỹ = S b that do, for groups b and the matrix S that sums
/// them.
public protocol Reconciliation: Sendable {
  associatedtype Fitted: FittedReconciliation
  /// The name on the command line.
  var name: String { get }
  /// Whether it learns from past errors.
  var needsErrors: Bool { get }
  /// Learns what it needs of one hierarchy; `nil` where it has nothing to learn from.
  func fit(_ hierarchy: Hierarchy, errors: OneStepErrors?) -> Fitted?
}

/// A way to make forecasts add up, with what it learned of one hierarchy.
public protocol FittedReconciliation: Sendable {
  /// Values that add up, one for each series, from base forecasts of one period.
  ///
  /// A group whose figures are never below zero does not come out below it where its base forecast
  /// is not.
  func reconcile(_ base: [Double]) -> [Double]
  /// By what the spread of each base distribution is multiplied.
  func spreads(_ base: [Double], _ reconciled: [Double]) -> [Double]
  /// One sentence on how sums were made to hold.
  var reason: String { get }
}

/// The ways to make forecasts add up, by name.
public enum Reconciliations {
  /// Every way, as the command line lists them.
  public static let all: [any Reconciliation] = [.bottomUp, .topDown, .structural, .minimumTrace]
}
