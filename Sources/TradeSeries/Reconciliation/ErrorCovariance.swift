import TradeNumerics

/// The covariance of forecast errors as a diagonal and a few common factors.
///
///     W = diag(d) + U Uᵀ
///
/// Estimated covariances of many series from few errors have this form by themselves, so that no
/// n × n matrix is ever held and every step costs n · T², T the number of errors.
struct ErrorCovariance {
  /// d, above zero.
  private(set) var own: [Double]
  /// The rows of U, one for each series, all of one length.
  private(set) var shared: [[Double]]
  /// λ, the part of the correlations that was taken away; 1 where there never were any.
  let shrinkage: Double

  /// Errors that are not correlated.
  init(diagonal: [Double]) {
    own = diagonal
    shared = [[Double]](repeating: [], count: diagonal.count)
    shrinkage = 1
  }

  /// Shrinks the correlations of errors towards none.
  ///
  ///     W  = D^½ (λ I + (1 − λ) R) D^½             R[ij] = mean of x[ti] x[tj],  x = e / s
  ///     λ  = Σ var(R[ij]) / Σ R[ij]²   over i ≠ j, from 0 to 1
  ///     var(R[ij]) = (Σ x[ti]² x[tj]² − (Σ x[ti] x[tj])² / T) / (T (T − 1))
  ///
  /// s² is the mean square, not taken about the mean: a bias is an error too. λ weighs how badly
  /// the correlations are known against how large they are. The sums over pairs of series are sums
  /// over pairs of origins, T² of them. An error that is missing is `nil` and says nothing of
  /// correlations. `spreads` stand in for s where a series has no errors.
  ///
  /// Reference: Schäfer & Strimmer, "A shrinkage approach to large-scale covariance matrix
  /// estimation", *Statistical Applications in Genetics and Molecular Biology* 4 (2005), 32.
  init(errors: [[Double?]], spreads: [Double]) {
    let count = errors.first?.count ?? 0
    let largest = max(
      errors.reduce(0) { max($0, $1.reduce(0) { max($0, abs($1 ?? 0)) }) }, spreads.max() ?? 0)
    let unit = largest > 0 ? largest : 1
    var deviations = zip(errors, spreads).map { series, spread in
      let known = series.compactMap { $0.map { $0 / unit } }
      guard !known.isEmpty else { return spread / unit }
      return (known.reduce(0) { $0 + $1 * $1 } / Double(known.count)).squareRoot()
    }
    // A series that was always right keeps a little room, so that W has an inverse.
    let least = max((deviations.max() ?? 0) * 1e-6, 1e-30)
    deviations = deviations.map { max($0, least) }
    let scaled = zip(errors, deviations).map { series, deviation in
      series.map { ($0 ?? 0) / unit / deviation }
    }
    let lambda = Self.shrinkage(scaled, count: count)
    shrinkage = lambda
    let part = ((1 - lambda) / Double(max(count, 1))).squareRoot()
    shared = zip(scaled, deviations).map { row, deviation in row.map { $0 * part * deviation } }
    own = zip(deviations, shared).map { deviation, row in
      // What makes the variance s² again.
      max(deviation * deviation - row.reduce(0) { $0 + $1 * $1 }, 1e-9 * deviation * deviation)
    }
  }

  /// λ of scaled errors, each row a series.
  private static func shrinkage(_ rows: [[Double]], count: Int) -> Double {
    guard count > 1 else { return 1 }
    let t = Double(count)
    var products = [Double](repeating: 0, count: count * count)
    var fourth = 0.0
    var squares = [Double](repeating: 0, count: count)
    var diagonal = 0.0
    for row in rows {
      var sum = 0.0
      for i in 0..<count {
        let square = row[i] * row[i]
        squares[i] += square
        fourth += square * square
        sum += square
        for j in 0..<count { products[i * count + j] += row[i] * row[j] }
      }
      diagonal += sum * sum
    }
    // Over all pairs of series, less those of a series with itself.
    let pairs = products.reduce(0) { $0 + $1 * $1 } - diagonal
    let variances = squares.reduce(0) { $0 + $1 * $1 } - fourth - pairs / t
    guard pairs > 0 else { return 1 }
    return min(max(variances / (t * (t - 1)) / (pairs / (t * t)), 0), 1)
  }

  /// How many factors are shared.
  var factorCount: Int { shared.first?.count ?? 0 }

  /// The variance of one series.
  func variance(_ place: Int) -> Double {
    own[place] + shared[place].reduce(0) { $0 + $1 * $1 }
  }

  /// G = I + Σ u uᵀ / d over some series.
  private func core(_ places: some Sequence<Int>) -> CholeskyFactor? {
    var core = SymmetricMatrix(size: factorCount)
    for i in 0..<factorCount { core[i, i] = 1 }
    for place in places where own[place] > 0 {
      let row = shared[place]
      for i in row.indices {
        for j in 0...i { core[i, j] += row[i] * row[j] / own[place] }
      }
    }
    return CholeskyFactor(core)
  }

  /// U_Aᵀ D_A⁻¹ v over some series.
  private func loading(_ values: [Double], over places: some Sequence<Int>) -> [Double] {
    var sum = [Double](repeating: 0, count: factorCount)
    for place in places where own[place] > 0 {
      for i in sum.indices { sum[i] += shared[place][i] * values[place] / own[place] }
    }
    return sum
  }

  /// What is expected, and how it varies, once some series are known to be zero.
  func conditioned(onZero places: [Int], _ base: [Double]) -> ([Double], ErrorCovariance)? {
    guard !places.isEmpty else { return (base, self) }
    guard let core = core(places) else { return nil }
    var (values, rest) = (base, self)
    let shift = core.solve(loading(base.map { -$0 }, over: places))
    for place in base.indices {
      values[place] += zip(shared[place], shift).reduce(0) { $0 + $1.0 * $1.1 }
      rest.shared[place] = core.forward(shared[place])
    }
    for place in places {
      values[place] = 0
      rest.own[place] = 0
      rest.shared[place] = [Double](repeating: 0, count: factorCount)
    }
    return (values, rest)
  }

  /// W⁻¹ r.
  func weighted(_ residuals: [Double]) -> [Double]? {
    guard let core = core(own.indices) else { return nil }
    let z = core.solve(loading(residuals, over: own.indices))
    return residuals.indices.map { place in
      (residuals[place] - zip(shared[place], z).reduce(0) { $0 + $1.0 * $1.1 }) / own[place]
    }
  }
}
