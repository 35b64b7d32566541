import TradeTables

/// Minimum trace with the shrunk covariance of past one-step errors (MinT).
///
///     ỹ = S (Sᵀ W⁻¹ S)⁻¹ Sᵀ W⁻¹ ŷ          W as in `ErrorCovariance`
///
/// A series whose past errors were large gives way more, and errors that go together are not
/// counted twice. Unbiased where base forecasts are, and of all such linear ways the one with the
/// smallest sum of error variances. Spreads are multiplied by √(V[ii] / W[ii]), the standard error
/// after reconciliation over that before it; W is taken to be of the same form at every horizon.
///
/// With fewer than `OneStepErrors.leastOrigins` past errors W is diagonal, with the variances of
/// one-step distributions, and spreads stay as they are, as nothing is known of correlations.
///
/// Reference: Wickramasuriya, Athanasopoulos & Hyndman, "Optimal forecast reconciliation for
/// hierarchical and grouped time series through trace minimization", *Journal of the American
/// Statistical Association* 114 (2019), 804–819; non-negative as in `NonNegativeProjection`.
public struct MinimumTrace: Reconciliation {
  /// `mint` on the command line.
  public let name = "mint"
  /// Variances and correlations are learned.
  public let needsErrors = true

  /// A specification without parameters.
  public init() {}

  /// Learns W; `nil` without any errors or spreads.
  public func fit(_ hierarchy: Hierarchy, errors: OneStepErrors?) -> Fitted? {
    guard var errors else { return nil }
    let hasErrors = errors.originCount >= OneStepErrors.leastOrigins
    if !hasErrors { errors = errors.withoutValues }
    let covariance = ErrorCovariance(errors: errors.values, spreads: errors.spreads)
    guard let projection = NonNegativeProjection(hierarchy, covariance) else { return nil }
    return Fitted(
      projection: projection,
      factors: hasErrors ? projection.spreads : errors.spreads.map { _ in 1 },
      shrinkage: covariance.shrinkage, origins: hasErrors ? errors.originCount : 0)
  }

  /// The projection of one hierarchy.
  public struct Fitted: FittedReconciliation {
    let projection: NonNegativeProjection
    let factors: [Double]
    /// λ, the part of the correlations that was taken away.
    public let shrinkage: Double
    /// At how many past origins errors were measured; 0 where there were too few.
    public let origins: Int

    /// The nearest values that add up.
    public func reconcile(_ base: [Double]) -> [Double] { projection.reconcile(base) }

    /// √(V[ii] / W[ii]) for each series.
    public func spreads(_ base: [Double], _ reconciled: [Double]) -> [Double] { factors }

    /// Says what the weights were learned from.
    public var reason: String {
      guard origins > 0 else {
        return "MinT without past errors, of which there are too few: forecasts give way by the "
          + "variances of their one-step distributions; intervals move with them and keep their "
          + "widths."
      }
      return
        "MinT: forecasts give way by their one-step errors at the last \(origins) origins, of whose "
        + "correlations \(NumberText.percentage(1 - shrinkage.rounded(to: 2))) % count; intervals "
        + "narrow as their errors would have."
    }
  }
}

extension Double {
  fileprivate func rounded(to digits: Int) -> Double {
    let factor = [1.0, 10, 100, 1000][digits]
    return (self * factor).rounded() / factor
  }
}

extension Reconciliation where Self == MinimumTrace {
  /// Minimum trace with the shrunk covariance of past errors.
  public static var minimumTrace: MinimumTrace { MinimumTrace() }
}
