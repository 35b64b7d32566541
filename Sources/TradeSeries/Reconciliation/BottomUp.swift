/// The forecasts of the groups stay; every sum is theirs.
///
///     ỹ = S b̂
///
/// Nothing is lost on the way, but groups are noisy and the total takes all their noise. The spread
/// round a sum stays that of its own base forecast, which the errors of the sum itself taught.
///
/// Reference: Hyndman & Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition,
/// section 11.2.
public struct BottomUp: Reconciliation {
  /// `bottom-up` on the command line.
  public let name = "bottom-up"
  /// It uses the groups' forecasts alone.
  public let needsErrors = false

  /// A specification without parameters.
  public init() {}

  /// Takes the sums as they are.
  public func fit(_ hierarchy: Hierarchy, errors: OneStepErrors?) -> Fitted? {
    Fitted(hierarchy: hierarchy)
  }

  /// The sums of one hierarchy.
  public struct Fitted: FittedReconciliation {
    let hierarchy: Hierarchy

    /// The groups' own values, and their sums.
    public func reconcile(_ base: [Double]) -> [Double] {
      hierarchy.summed(base.prefix(hierarchy.leafCount))
    }

    /// Every distribution keeps its spread.
    public func spreads(_ base: [Double], _ reconciled: [Double]) -> [Double] {
      [Double](repeating: 1, count: base.count)
    }

    /// Says that groups stay and sums follow.
    public var reason: String {
      "Bottom-up: the groups keep their forecasts and the total is their sum; its interval has the "
        + "width of the total's own forecast."
    }
  }
}

extension Reconciliation where Self == BottomUp {
  /// Sums of the groups' forecasts.
  public static var bottomUp: BottomUp { BottomUp() }
}
