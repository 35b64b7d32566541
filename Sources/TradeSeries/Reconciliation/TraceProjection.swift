import TradeNumerics

/// The coherent values nearest to base forecasts, as the covariance of their errors measures.
///
///     ỹ = ŷ − W Cᵀ (C W Cᵀ)⁻¹ C ŷ        V = W − W Cᵀ (C W Cᵀ)⁻¹ C W
///
/// A row of C says of one sum that it less its parts is zero. Among all linear unbiased ways to make
/// sums hold, this one has the smallest trace of V, the variance of the reconciled errors: it equals
/// S (Sᵀ W⁻¹ S)⁻¹ Sᵀ W⁻¹ ŷ, and needs a matrix of the order of the sums instead of the groups.
///
/// Reference: Wickramasuriya, Athanasopoulos & Hyndman, "Optimal forecast reconciliation for
/// hierarchical and grouped time series through trace minimization", *Journal of the American
/// Statistical Association* 114 (2019), 804–819.
struct TraceProjection {
  private let children: [[Int]]
  private let parents: [Int]
  private let leafCount: Int
  private let covariance: ErrorCovariance
  /// C U, a row for each sum.
  private let loads: [[Double]]
  /// The factor of C W Cᵀ.
  private let factor: CholeskyFactor

  /// `nil` where the covariance leaves a sum no room to move.
  init?(_ hierarchy: Hierarchy, _ covariance: ErrorCovariance) {
    self.init(
      children: hierarchy.children, parents: hierarchy.parents, leafCount: hierarchy.leafCount,
      covariance)
  }

  private init?(
    children: [[Int]], parents: [Int], leafCount: Int, _ covariance: ErrorCovariance
  ) {
    let loads = children.indices.map { sum in
      var load = covariance.shared[leafCount + sum]
      for child in children[sum] {
        for i in load.indices { load[i] -= covariance.shared[child][i] }
      }
      return load
    }
    var matrix = SymmetricMatrix(size: children.count)
    for row in children.indices {
      for column in 0...row {
        matrix[row, column] = zip(loads[row], loads[column]).reduce(0) { $0 + $1.0 * $1.1 }
      }
      matrix[row, row] += children[row].reduce(covariance.own[leafCount + row]) {
        $0 + covariance.own[$1]
      }
      // A sum stands in its parent's row as well, which comes after its own.
      for child in children[row] where child >= leafCount {
        matrix[row, child - leafCount] -= covariance.own[child]
      }
    }
    guard let factor = CholeskyFactor(matrix) else { return nil }
    self.children = children
    self.parents = parents
    self.leafCount = leafCount
    self.covariance = covariance
    self.loads = loads
    self.factor = factor
  }

  /// The same sums under another covariance.
  func with(_ covariance: ErrorCovariance) -> TraceProjection? {
    TraceProjection(children: children, parents: parents, leafCount: leafCount, covariance)
  }

  /// The sum that a group is part of.
  func parent(of place: Int) -> Int { parents[place] }

  /// ỹ, and s = (C W Cᵀ)⁻¹ C ŷ, the price of each sum.
  func solve(_ base: [Double]) -> (values: [Double], prices: [Double]) {
    let misses = children.indices.map { sum in
      children[sum].reduce(base[leafCount + sum]) { $0 - base[$1] }
    }
    let prices = factor.solve(misses)
    var common = [Double](repeating: 0, count: covariance.factorCount)
    for (load, price) in zip(loads, prices) {
      for i in common.indices { common[i] += load[i] * price }
    }
    let values = base.indices.map { place in
      base[place] - covariance.own[place] * slope(prices, at: place)
        - zip(covariance.shared[place], common).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return (values, prices)
  }

  /// The element of Cᵀ s that belongs to a series.
  private func slope(_ prices: [Double], at place: Int) -> Double {
    (place >= leafCount ? prices[place - leafCount] : 0)
      - (parents[place] >= 0 ? prices[parents[place]] : 0)
  }

  /// √(V[ii] / W[ii]), by what reconciliation narrows the spread of each series.
  var spreads: [Double] {
    parents.indices.map { place in
      var row = loads.map { load in
        zip(load, covariance.shared[place]).reduce(0) { $0 + $1.0 * $1.1 }
      }
      if place >= leafCount { row[place - leafCount] += covariance.own[place] }
      if parents[place] >= 0 { row[parents[place]] -= covariance.own[place] }
      let explained = factor.forward(row).reduce(0) { $0 + $1 * $1 }
      return max(1 - explained / covariance.variance(place), 0).squareRoot()
    }
  }
}
