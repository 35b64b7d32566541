/// Minimum trace with variances that grow with the number of groups in a sum.
///
///     W = diag(S 1)
///
/// What the total and the sum of its groups differ by is spread over all forecasts alike: half of
/// it to the total, the rest over the groups. It needs no past errors. As W knows nothing of how
/// large errors are and how they go together, it says nothing of spreads either: intervals keep
/// their widths and move with their forecasts. (W taken at its word would narrow that of the total
/// by 29 %, as if its errors were independent of those of its parts.)
///
/// Reference: Athanasopoulos, Hyndman, Kourentzes & Petropoulos, "Forecasting with temporal
/// hierarchies", *European Journal of Operational Research* 262 (2017), 60–74; non-negative as in
/// `NonNegativeProjection`.
public struct StructuralScaling: Reconciliation {
  /// `mint-structural` on the command line.
  public let name = "mint-structural"
  /// The sums alone tell the weights.
  public let needsErrors = false

  /// A specification without parameters.
  public init() {}

  /// Counts the groups in each sum.
  public func fit(_ hierarchy: Hierarchy, errors: OneStepErrors?) -> Fitted? {
    NonNegativeProjection(hierarchy, ErrorCovariance(diagonal: hierarchy.sizes))
      .map { Fitted(projection: $0) }
  }

  /// The projection of one hierarchy.
  public struct Fitted: FittedReconciliation {
    let projection: NonNegativeProjection

    /// The nearest values that add up.
    public func reconcile(_ base: [Double]) -> [Double] { projection.reconcile(base) }

    /// Every distribution keeps its spread.
    public func spreads(_ base: [Double], _ reconciled: [Double]) -> [Double] {
      [Double](repeating: 1, count: base.count)
    }

    /// Says how a difference is spread.
    public var reason: String {
      "MinT with structural weights: what the total and the groups' sum differ by is spread over "
        + "all forecasts, half of it to the total; intervals move with them and keep their widths."
    }
  }
}

extension Reconciliation where Self == StructuralScaling {
  /// Minimum trace with structural weights.
  public static var structural: StructuralScaling { StructuralScaling() }
}
