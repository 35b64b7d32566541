/// A fit as the tests of its assumptions see it: residuals, terms, and regressions on more columns.
///
/// No test depends on the unit of the response, so residuals are taken in one in which the largest
/// is between 1 and 2; squares and fourth powers of them neither overflow nor vanish. The unit is a
/// power of two, and so costs no digits.
struct DiagnosticSample {
  /// e, the largest of size 1 to 2.
  let residuals: [Double]
  /// The columns that were kept, k of them.
  let terms: Matrix
  /// What rounding took from them, where that is known.
  let low: Matrix?
  /// The names of the columns.
  let names: [String]
  /// ŷ in the unit of the response.
  let fitted: [Double]

  /// Throws where the residuals say nothing.
  init(_ fit: Regression.Fit) throws(Undefined) {
    let (frame, kept) = (fit.frame, fit.leastSquares.kept)
    guard fit.degreesOfFreedom > 0 else {
      throw Undefined(
        reason: "\(fit.count) \(fit.count == 1 ? "row" : "rows") for \(kept.count) "
          + "\(kept.count == 1 ? "coefficient" : "coefficients") leave no degrees of freedom")
    }
    guard !fit.isExact else { throw Undefined(reason: "the fit is exact") }
    let all = fit.leastSquares.residuals
    let unit = all.reduce(0) { max($0, abs($1)) }.binade
    residuals = all.map { $0 / unit }
    terms = frame.matrix.selecting(columns: kept)
    low = frame.low.map { $0.selecting(columns: kept) }
    names = kept.map { frame.names[$0] }
    fitted = zip(fit.explained, all).map { $0 - $1 }
  }

  /// n.
  var count: Int { residuals.count }
  var hasIntercept: Bool { names.contains("(intercept)") }

  /// The terms but the intercept.
  var regressors: [[Double]] {
    names.indices.filter { names[$0] != "(intercept)" }.map { terms.column($0) }
  }
}

extension Regression.Fit {
  /// The response less the offset.
  var explained: [Double] {
    frame.offset.map { zip(frame.response, $0).map { $0 - $1 } } ?? frame.response
  }

  /// Whether the residuals are no more than what rounding leaves of the response.
  var isExact: Bool {
    let size = explained.reduce(0) { max($0, abs($1)) }
    return leastSquares.residuals.allSatisfy { abs($0) <= 4 * Double.ulpOfOne * size }
  }
}

// MARK: - Auxiliary regressions

extension DiagnosticSample {
  /// What a regression on more columns says of a response.
  struct Auxiliary {
    /// Σ (fitted values)².
    let explained: Double
    /// Σ (what is left)².
    let left: Double
    let rank: Int
    /// n − rank.
    let degreesOfFreedom: Int

    /// R² of a response with mean zero.
    var share: Double { explained / (explained + left) }
  }

  /// Regresses a response on columns; throws where they would fit any response.
  ///
  /// The fitted values are y − e rather than a difference of sums of squares, which would lose the
  /// digits of a small share.
  func regress(
    _ y: [Double], on columns: [[Double]], low: Matrix? = nil
  ) throws(Undefined) -> Auxiliary {
    let solution = LeastSquares(Matrix(columns: columns), y, low: low)
    guard solution.degreesOfFreedom > 0 else {
      throw Undefined(
        reason: "\(count) rows are too few for the \(solution.rank) coefficients of the "
          + "auxiliary regression")
    }
    let explained = zip(y, solution.residuals).reduce(0) { sum, pair in
      sum + (pair.0 - pair.1) * (pair.0 - pair.1)
    }
    return Auxiliary(
      explained: explained, left: solution.residualSumOfSquares, rank: solution.rank,
      degreesOfFreedom: solution.degreesOfFreedom)
  }

  /// Regresses a response on the terms and more columns.
  func regress(
    _ y: [Double], adding more: [[Double]], lowOfMore: [[Double]]? = nil
  ) throws(Undefined) -> Auxiliary {
    let zero = [Double](repeating: 0, count: count)
    let lowOfMore = lowOfMore ?? more.map { _ in zero }
    return try regress(
      y, on: terms.allColumns + more,
      low: low.map { Matrix(columns: $0.allColumns + lowOfMore) })
  }

  /// F of the columns that were added to the terms: how much smaller they make the residuals.
  ///
  ///     F = ((Σ e² − Σ e₁²) / q) / (Σ e₁² / (n − k − q))
  ///
  /// e₁ are the residuals of the wider regression, q the columns that add something to the terms.
  func fTest(
    of more: [[Double]], lowOfMore: [[Double]]? = nil, called name: String
  ) throws(Undefined) -> (statistic: Double, law: ReferenceLaw) {
    let wider = try regress(residuals, adding: more, lowOfMore: lowOfMore)
    let q = wider.rank - terms.columns
    guard q > 0 else { throw Undefined(reason: "\(name) add nothing to the terms") }
    let rounding = 64 * Double.ulpOfOne
    guard wider.left > rounding * rounding * wider.explained else {
      throw Undefined(reason: "with \(name) the fit is exact")
    }
    let statistic =
      wider.explained / Double(q) / (wider.left / Double(wider.degreesOfFreedom))
    return (statistic, .fisher(q, wider.degreesOfFreedom))
  }
}

extension Matrix {
  /// Every column, from left to right.
  fileprivate var allColumns: [[Double]] { (0..<columns).map(column) }
}
