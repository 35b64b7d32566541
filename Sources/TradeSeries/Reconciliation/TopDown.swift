/// The forecast of the total stays; the groups share it in proportion to their own forecasts.
///
///     ỹ[part] = ŷ[part] + (ỹ[sum] − Σ ŷ) |ŷ[part]| / Σ |ŷ|        over the parts of one sum
///
/// Where no forecast is below zero this is ỹ[sum] ŷ[part] / Σ ŷ, the usual forecast proportions. It
/// goes from the total down, one level at a time; parts that are all zero share alike. A part's
/// spread grows and shrinks with its forecast. A total below zero cannot be shared by groups that
/// are never below it: they are zero then, and the total is the sum of the others.
///
/// The total gains nothing from the groups, and the groups' forecasts are biased even where base
/// forecasts are not.
///
/// Reference: Athanasopoulos, Ahmed & Hyndman, "Hierarchical forecasts for Australian domestic
/// tourism", *International Journal of Forecasting* 25 (2009), 146–166, section 3.2.
public struct TopDown: Reconciliation {
  /// `top-down` on the command line.
  public let name = "top-down"
  /// Proportions come from the forecasts themselves.
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

    /// The total's own value, shared out level by level.
    public func reconcile(_ base: [Double]) -> [Double] {
      let size = base.reduce(0) { max($0, abs($1)) }
      guard size > 0 else { return base }
      var values = base.map { $0 / size }
      for sum in hierarchy.children.indices.reversed() {
        let parts = hierarchy.children[sum]
        let miss = parts.reduce(values[hierarchy.leafCount + sum]) { $0 - values[$1] }
        let weight = parts.reduce(0) { $0 + abs(values[$1]) }
        for part in parts {
          let share = weight > 0 ? abs(values[part]) / weight : 1 / Double(parts.count)
          values[part] += miss * share
        }
      }
      let leaves = values.prefix(hierarchy.leafCount).enumerated().map { place, value in
        size * (hierarchy.series[place].isNonNegative ? max(value, 0) : value)
      }
      return hierarchy.summed(leaves[...])
    }

    /// A part's spread follows its value.
    public func spreads(_ base: [Double], _ reconciled: [Double]) -> [Double] {
      zip(base, reconciled).map { base, reconciled in
        let factor = reconciled / base
        return factor > 1e-6 && factor < 1e6 ? factor : 1
      }
    }

    /// Says that the total stays and groups share it.
    public var reason: String {
      "Top-down: the total keeps its forecast and the groups share it in proportion to theirs; "
        + "intervals of groups are scaled alike."
    }
  }
}

extension Reconciliation where Self == TopDown {
  /// Forecast proportions.
  public static var topDown: TopDown { TopDown() }
}
