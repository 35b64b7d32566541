/// When a covariance of the coefficients is undefined.
extension Regression.Fit {
  /// Why a covariance is `nil`, in a sentence; `nil` where there is one.
  ///
  /// `clusters` are factors on the rows that were fitted.
  public func whyNoCovariance(_ kind: Covariance, clusters: [Factor] = []) -> String? {
    let needsLeverage = kind == .hc2 || kind == .hc3
    return whyNoCovariance(
      kind, clusters: clusters, leverages: needsLeverage && degreesOfFreedom > 0 ? leverage : [])
  }

  func whyNoCovariance(
    _ kind: Covariance, clusters: [Factor], leverages: [Double]
  ) -> String? {
    whyNoCovariance(
      kind, clusters: clusters.map { ($0.name, $0.levels.count) },
      exactRow: leverages.firstIndex(where: Sandwich.isExact).map { frame.rows[$0] })
  }
}

extension LeastSquaresFit {
  /// The same by the number of clusters of each factor, and the first row whose leverage is one, if
  /// the leverages are needed.
  func whyNoCovariance(
    _ kind: Covariance, clusters: [(name: String, count: Int)], exactRow: Int?
  ) -> String? {
    guard degreesOfFreedom > 0 else {
      return "\(count) \(count == 1 ? "row leaves" : "rows leave") no degrees of freedom for "
        + "\(rank) coefficients"
    }
    switch kind {
    case .hc2, .hc3:
      // 0 / 0: the row's own residual is zero whatever its error.
      return exactRow.map { row in
        "row \(row + 1) is fitted exactly (its leverage is one), which hc2 and hc3 "
          + "divide by; use hc1"
      }
    case .cluster:
      guard !clusters.isEmpty else { return "there is no factor to cluster by" }
      return clusters.first { $0.count < 2 }.map { "'\($0.name)' has one cluster only" }
    case .neweyWest(let lag):
      return (lag ?? 0) < 0 ? "a lag of \(lag ?? 0) is negative" : nil
    case .classical, .hc0, .hc1: return nil
    }
  }
}
