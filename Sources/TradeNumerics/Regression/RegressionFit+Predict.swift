import TradeTables

/// Predictions by least squares.
///
///     ŷ = xᵀb + offset        se² = xᵀ V x        mean: ŷ ± t se      value: ŷ ± t √(se² + s²)
///
/// With z = R⁻ᵀ x the classical se is s ‖z‖. For the other kinds V is estimated in the coordinates
/// z, in which the columns are orthogonal, so that no digits cancel between the terms.
extension Regression.Fit {
  /// What the fit expects of the rows of a table with the columns of the formula's right side.
  ///
  /// The standard errors are those of a covariance; no refit is needed. `clusters` are factors on the
  /// rows that were fitted. The interval of a new value takes the scatter s to be the same everywhere.
  public func predict(
    _ table: Table, level: Double = 0.95, covariance kind: Covariance = .classical,
    clusters: [Factor] = [], smallSample: SmallSample = .standard
  ) throws(RegressionError) -> Predictions {
    precondition(level > 0 && level < 1, "a level of \(level)")
    let rows = try frame.encoding.encode(table)
    let kept = leastSquares.kept
    let x = rows.matrix.selecting(columns: kept)
    let products = PairMatrix(high: x, low: rows.low?.selecting(columns: kept))
      .product(with: leastSquares.coefficients.compactMap(\.self))
    let reason = whyNoCovariance(kind, clusters: clusters)
    let errors = reason == nil ? predictionErrors(of: x, kind, clusters, smallSample) : nil
    let degrees = inferenceDegrees(kind, clusters: clusters)
    let quantile =
      degrees > 0 ? StudentT(degrees: Double(degrees)).quantile((1 + level) / 2) : nil
    let dependencies = droppedCombinations
    return Predictions(rows, level: level, hasIntervals: true, whyNoErrors: reason) { row in
      if let term = dependencies.first(where: { !$0.holds(in: rows.matrix, row) }) {
        return .init(.notEstimable(term: frame.names[term.column]))
      }
      return .init(
        fit: products[row] + (rows.offset?[row] ?? 0), standardError: errors?[row],
        quantile: quantile, scatter: residualStandardError)
    }
  }

  /// n − rank, and with clusters the smallest number of clusters less one.
  func inferenceDegrees(_ kind: Covariance, clusters: [Factor]) -> Int {
    kind == .cluster ? (clusters.map(\.levels.count).min() ?? 1) - 1 : degreesOfFreedom
  }

  /// √(xᵀ V x) of rows of kept columns; not a number where several clusters leave a negative one.
  private func predictionErrors(
    of x: Matrix, _ kind: Covariance, _ clusters: [Factor], _ smallSample: SmallSample
  ) -> [Double]? {
    let z = leastSquares.coordinates(of: x)
    let size = leastSquares.residuals.reduce(0) { max($0, abs($1)) }.binade
    let unit = size > 0 ? size : 1
    var variance: Matrix?
    if kind != .classical {
      let columns = leastSquares.kept.map { frame.matrix.column($0) }
      let influence = leastSquares.coordinates(of: Matrix(columns: columns))
      let sandwich = Sandwich(
        influence: influence, residuals: leastSquares.residuals.map { $0 / unit },
        leverages: (0..<count).map { row in
          (0..<influence.columns).reduce(0) { $0 + influence[row, $1] * influence[row, $1] }
        })
      variance = sandwich.covariance(kind, clusters: clusters, smallSample)
      guard variance != nil else { return nil }
    }
    return (0..<z.rows).map { row in
      let z = (0..<z.columns).map { z[row, $0] }
      guard let variance else { return (residualStandardError ?? 0) * z.length }
      let length = z.length
      guard length > 0 else { return 0 }
      return variance.form(z.map { $0 / length }).squareRoot() * unit * length
    }
  }

  /// What each dropped column equals in the rows that were fitted.
  private var droppedCombinations: [DroppedCombination] {
    guard !leastSquares.dropped.isEmpty else { return [] }
    let kept = frame.matrix.selecting(columns: leastSquares.kept)
    return leastSquares.dropped.map { dependency in
      let factors =
        leastSquares.kept.isEmpty || dependency.isZero
        ? [] : LeastSquares(kept, frame.matrix.column(dependency.column)).coefficients
      return DroppedCombination(
        column: dependency.column,
        parts: zip(leastSquares.kept, factors).map { ($0, $1 ?? 0) })
    }
  }
}

/// A column without a coefficient: a combination of others in every row that was fitted.
///
/// A row in which it is another number lies outside of what the data tell about (R warns and
/// predicts all the same).
struct DroppedCombination {
  let column: Int
  let parts: [(column: Int, factor: Double)]

  /// Whether the column is the same combination in this row, plus `rest`.
  func holds(
    in matrix: Matrix, _ row: Int, rest: Double = 0, tolerance: Double = 1e-8
  ) -> Bool {
    var (difference, size) = (matrix[row, column] - rest, abs(matrix[row, column]) + abs(rest))
    for part in parts {
      let term = part.factor * matrix[row, part.column]
      difference -= term
      size += abs(term)
    }
    return abs(difference) <= tolerance * size
  }
}

extension PairMatrix {
  /// X b, summed in twice the working precision.
  func product(with b: [Double]) -> [Double] {
    subtractProduct(with: PairVector(b), from: PairVector(zeros: rows)).rounded.map { -$0 }
  }
}

extension [Double] {
  /// √Σ x², also where the squares are beyond the doubles.
  fileprivate var length: Double {
    let largest = reduce(0) { Swift.max($0, abs($1)) }
    guard largest > 0, largest.isFinite else { return largest }
    return largest * reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
  }
}

extension Matrix {
  /// xᵀ M x.
  func form(_ x: [Double]) -> Double {
    var sum = 0.0
    for i in x.indices {
      for j in x.indices { sum += x[i] * self[i, j] * x[j] }
    }
    return sum
  }
}
