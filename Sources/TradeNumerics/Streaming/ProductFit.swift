/// Least squares from sums of products alone: what is left of rows that were read once.
///
///     [X y]ᵀ[X y] = RᵀR        b = R⁻¹ r_y        Σ e² = r_yy²        (XᵀX)⁻¹ = R⁻¹ R⁻ᵀ
///
/// R is found in three times the working precision, and is then as good as that of a QR
/// factorisation of X in twice that precision. Which columns are kept is decided on R rounded to
/// doubles, by the same rule as for a matrix in memory.
struct ProductFit: Sendable {
  /// The places of the columns that were kept, ascending.
  let kept: [Int]
  let dropped: [LeastSquares.Dependency]
  let conditionNumber: Double
  /// One a column; `nil` where it was dropped.
  let coefficients: [Double?]
  /// √ diag (XᵀX)⁻¹ of each kept column.
  let standardErrorFactors: [Double]
  /// Σ e².
  let residualSumOfSquares: Double
  /// R of the kept columns, each multiplied by its scale.
  let triangle: Matrix
  /// The coefficients of the kept columns and of the response times their scales.
  let scaledCoefficients: PairVector
  /// Powers of two near one over the largest number of each kept column, and of the response.
  let scales: [Double]
  let responseScale: Double

  /// `places` are those of the columns in the sums, `nil` for one of zeros; `rows` is how many rows
  /// there were.
  init(_ sums: ProductSums, places: [Int?], response: Int, rows: Int) {
    let all = places + [response]
    let scales = all.map { $0.map { sums.largest[$0].scale } ?? 1 }
    let products = sums.selecting(all, scales: scales)
    let p = places.count
    let whole = ThreefoldTriangle(products: products)
    // In the columns' own units, so that combinations are those of the columns.
    var r = whole.r.rounded.selecting(columns: Array(0..<p))
    for column in 0..<p { r.scale(column, by: 1 / scales[column]) }
    let (kept, dropped, solver) = LeastSquares.independentColumns(of: r) { kept in
      HouseholderSolver(
        PairMatrix(high: r.selecting(columns: kept), low: nil), rows: rows,
        scales: LeastSquares.isTall(rows: rows, columns: kept.count)
          ? nil : kept.map { scales[$0] })
    }
    let rest =
      kept.count == p ? whole : ThreefoldTriangle(products: products.selecting(kept + [p]))
    let rank = kept.count
    let solution = rest.solve((0..<rank).map { rest.r[$0, rank] })

    (self.kept, self.dropped) = (kept, dropped)
    self.scales = kept.map { scales[$0] }
    responseScale = scales[p]
    triangle = rest.r.rounded
    // As in memory, where a tall matrix is not pivoted if it is conditioned well.
    let plain =
      LeastSquares.isTall(rows: rows, columns: rank)
      ? LAPACK.conditionNumber(upper: triangle, order: rank) : .infinity
    conditionNumber = plain < TallSolver.choleskyLimit ? plain : solver.conditionNumber
    var scaled = PairVector(solution.map(\.high))
    scaled.low = solution.map(\.middle)
    scaledCoefficients = scaled
    var coefficients = [Double?](repeating: nil, count: p)
    for (place, column) in kept.enumerated() {
      coefficients[column] = solution[place].high * (scales[column] / scales[p])
    }
    self.coefficients = coefficients
    standardErrorFactors = zip(rest.inverseLengths(order: rank), self.scales).map { $0 * $1 }
    residualSumOfSquares = max(rest.squares[rank].high, 0) / scales[p] / scales[p]
  }
}
