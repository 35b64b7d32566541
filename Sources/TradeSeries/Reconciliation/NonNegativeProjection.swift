/// The nearest coherent values of which no group is below zero.
///
///     minimise (ỹ − ŷ)ᵀ W⁻¹ (ỹ − ŷ)   where sums hold and groups are not below zero
///
/// Cutting reconciled values at zero would break the sums again. Instead the groups that are zero are
/// found by block principal pivoting: given a guess of them the others follow from a projection;
/// those that come out below zero join the guess, and those whose multiplier
///
///     μ = W⁻¹ (ỹ − ŷ) + Cᵀ s
///
/// is below zero leave it. Where exchanging all of them stops helping, one at a time is exchanged,
/// which ends for certain, as the problem is strictly convex.
///
/// Reference: Wickramasuriya, Turlach & Hyndman, "Optimal non-negative forecast reconciliation",
/// *Statistics and Computing* 30 (2020), 1167–1182.
struct NonNegativeProjection {
  private let projection: TraceProjection
  private let covariance: ErrorCovariance
  private let hierarchy: Hierarchy
  /// Whether a group may not be below zero.
  private let isBounded: [Bool]

  /// `nil` where the covariance leaves a sum no room to move.
  init?(_ hierarchy: Hierarchy, _ covariance: ErrorCovariance) {
    guard let projection = TraceProjection(hierarchy, covariance) else { return nil }
    self.projection = projection
    self.covariance = covariance
    self.hierarchy = hierarchy
    isBounded = hierarchy.series.prefix(hierarchy.leafCount).map(\.isNonNegative)
  }

  /// By what reconciliation narrows spreads; that bounds narrow them further is left out.
  var spreads: [Double] { projection.spreads }

  /// Values that add up, nearest to base forecasts.
  func reconcile(_ base: [Double]) -> [Double] {
    let size = base.reduce(0) { max($0, abs($1)) }
    guard size > 0 else { return base }
    let scaled = base.map { $0 / size }
    let leaves = leaves(of: scaled).enumerated().map { place, value in
      size * (isBounded[place] ? max(value, 0) : value)
    }
    return hierarchy.summed(leaves[...])
  }

  /// The groups' values for base forecasts of size one.
  private func leaves(of base: [Double]) -> ArraySlice<Double> {
    var fixed = Set<Int>()
    var values = base
    var (fewest, patience) = (Int.max, 3)
    for _ in 0..<(20 * hierarchy.leafCount + 100) {
      guard let step = step(base, fixed: fixed.sorted()) else { break }
      values = step.values
      let wrong = step.wrong
      if wrong.isEmpty { break }
      if wrong.count < fewest {
        (fewest, patience) = (wrong.count, 3)
        fixed.formSymmetricDifference(wrong)
      } else if patience > 0 {
        patience -= 1
        fixed.formSymmetricDifference(wrong)
      } else if let last = wrong.last {
        fixed.formSymmetricDifference([last])
      }
    }
    return values.prefix(hierarchy.leafCount)
  }

  /// The values under a guess of the groups that are zero, and the groups it is wrong about.
  private func step(_ base: [Double], fixed: [Int]) -> (values: [Double], wrong: [Int])? {
    guard let (known, rest) = covariance.conditioned(onZero: fixed, base),
      let projection = fixed.isEmpty ? projection : projection.with(rest)
    else { return nil }
    let (values, prices) = projection.solve(known)
    var wrong = isBounded.indices.filter { isBounded[$0] && values[$0] < -1e-12 }
    guard !fixed.isEmpty else { return (values, wrong) }
    guard let pull = covariance.weighted(zip(values, base).map { $0 - $1 }) else { return nil }
    let multipliers = fixed.map { pull[$0] - prices[projection.parent(of: $0)] }
    let limit = -1e-9 * multipliers.reduce(0) { max($0, abs($1)) }
    let released = zip(fixed, multipliers).filter { $0.1 < limit }.map(\.0)
    let stays = Set(fixed)
    wrong = (wrong.filter { !stays.contains($0) } + released).sorted()
    return (values, wrong)
  }
}
