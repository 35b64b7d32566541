import Glibc
import TradeTables

/// Predictions of a generalised linear model, made for the linear predictor and mapped to the mean.
///
///     η = offset + xᵀβ + Σ α(level)        μ = g⁻¹(η)
///     se(μ) = |dμ/dη| se(η)                interval: g⁻¹(η ± q se(η))
///
/// An effect that was absorbed adds the value of the row's level where it has one. Standard errors
/// would need the covariance of all levels, which absorbing avoids, so there are none with effects.
extension GeneralisedLinearModel.Fit {
  /// What the fit expects of the rows of a table with the columns of the formula's right side.
  ///
  /// Only for a fit to the frame of a formula; a fit to a matrix knows no columns. `clusters` are
  /// factors on all rows of the frame.
  public func predict(
    _ table: Table, level: Double = 0.95, covariance kind: Covariance = .classical,
    clusters: [Factor] = [], smallSample: SmallSample = .standard
  ) throws(RegressionError) -> Predictions {
    precondition(level > 0 && level < 1, "a level of \(level)")
    guard let frame else { preconditionFailure("fitted to a matrix, not to a formula's frame") }
    let rows = try frame.encoding.encode(table)
    let predictor = NewRows(rows, frame, self)
    let reason =
      effects.isEmpty
      ? whyNoCovariance(kind, clusters: clusters)
      : "levels of absorbed effects have none; write small effects as factors before '|'"
    let errors =
      reason == nil ? linearErrors(rows.matrix, kind, clusters, smallSample) : nil
    let quantile = quantile(level, inferenceDegrees(kind, clusters: clusters))
    return Predictions(rows, level: level, whyNoErrors: reason) { row in
      if let gap = predictor.gap(row) { return .init(gap) }
      return mapped(
        .init(
          fit: predictor.linear(row), standardError: errors?[row], quantile: quantile))
    }
  }

  private func quantile(_ level: Double, _ degrees: Int?) -> Double? {
    guard let degrees else { return StandardNormal.quantile((1 + level) / 2) }
    return degrees > 0 ? StudentT(degrees: Double(degrees)).quantile((1 + level) / 2) : nil
  }

  /// √(xᵀ V x) of each row.
  private func linearErrors(
    _ matrix: Matrix, _ kind: Covariance, _ clusters: [Factor], _ smallSample: SmallSample
  ) -> [Double]? {
    let rows = (0..<matrix.rows).map { row in kept.map { matrix[row, $0] } }
    if kind == .classical {
      // ‖R⁻ᵀ x‖ loses no digits, where a sum over the covariance may.
      let (upper, factor) = (triangle.regressors, classicalFactor(smallSample).squareRoot())
      return rows.map { x in
        guard !x.isEmpty else { return 0 }
        let z = LAPACK.solve(upper: upper, transposed: true, x)
        return factor * z.reduce(0) { $0 + $1 * $1 }.squareRoot()
      }
    }
    let covariance = covariance(kind, clusters: clusters, smallSample: smallSample)
    return covariance.map { covariance in rows.map { covariance.form($0).squareRoot() } }
  }

  /// A prediction of η as one of the mean.
  private func mapped(_ row: Predictions.Row) -> Predictions.Row {
    let family = specification.family
    guard let eta = row.fit, let mean = family.mapped(eta) else { return .init(.beyondRange) }
    let interval = row.meanInterval.flatMap { interval -> ClosedRange<Double>? in
      guard let low = family.mapped(interval.lowerBound),
        let high = family.mapped(interval.upperBound)
      else { return nil }
      return low...max(low, high)
    }
    let error = row.standardError.map { $0 * family.slope(eta) }
    return .init(
      fit: mean, standardError: error.flatMap { $0.isFinite ? $0 : nil }, meanInterval: interval,
      interval: nil, gap: nil)
  }
}

extension Family {
  /// The mean of a linear predictor; `nil` beyond the numbers.
  fileprivate func mapped(_ eta: Double) -> Double? {
    switch self {
    case .gaussian, .logit: mean(eta)
    // Below it the exponential is zero to every digit that counts.
    case .poisson, .gamma, .negativeBinomial: eta < 690 ? mean(eta) : nil
    }
  }

  /// dμ/dη.
  fileprivate func slope(_ eta: Double) -> Double {
    switch self {
    case .gaussian: 1
    case .poisson, .gamma, .negativeBinomial: mean(eta)
    case .logit: mean(eta) * mean(-eta)
    }
  }
}

/// The linear predictors of new rows, and which of them are determined.
private struct NewRows {
  private let rows: EncodedRows
  private let products: [Double]
  private let names: [String]
  private let effects: [GeneralisedLinearModel.Fit.Effect]
  private let dropped: [DroppedCombination]
  /// For each effect the place of every level of its factor; `nil` where no row that was used has it.
  private var places: [[Int?]] = []
  /// The level values of the linear predictor and then of every dropped column.
  private var levels: LevelValues?

  init(_ rows: EncodedRows, _ frame: ModelFrame, _ fit: GeneralisedLinearModel.Fit) {
    self.rows = rows
    names = fit.names
    effects = fit.effects
    let coefficients = fit.coefficients.compactMap(\.self)
    products = PairMatrix(
      high: rows.matrix.selecting(columns: fit.kept),
      low: rows.low?.selecting(columns: fit.kept)
    ).product(with: coefficients)
    dropped = fit.dropped.map { dropped in
      DroppedCombination(
        column: dropped.column, parts: dropped.combination.map { ($0.column, $0.factor) })
    }
    guard let absorbed = fit.regression.effects else { return }
    places = fit.levelPlaces(absorbed)
    let fitted = PairMatrix(
      high: frame.matrix.selecting(columns: fit.kept),
      low: frame.low?.selecting(columns: fit.kept)
    ).product(with: coefficients)
    let sums = fit.keptRows.enumerated().map { place, row in
      fit.linearPredictor.start[place] - (frame.offset?[Int(row)] ?? 0) - fitted[Int(row)]
    }
    let columns = dropped.map { dropped in
      fit.keptRows.map { row in
        dropped.parts.reduce(frame.matrix[Int(row), dropped.column]) {
          $0 - $1.factor * frame.matrix[Int(row), $1.column]
        }
      }
    }
    levels = absorbed.levelValues(of: [sums] + columns)
  }

  /// Why a row has no prediction.
  func gap(_ row: Int) -> Predictions.Gap? {
    for (effect, known) in rows.effects.enumerated() {
      let level = known[row]
      guard let code = level.code, places[effect][code] != nil else {
        return .noEstimate(level: level.text, effect: effects[effect].name)
      }
    }
    let own = ownLevels(row)
    if let levels, !levels.isSettled || !levels.determines(own) {
      return .unconnected(effects: effects.map(\.name))
    }
    for (place, dropped) in dropped.enumerated() {
      let rest = levels?.sum(own, of: place + 1) ?? 0
      guard dropped.holds(in: rows.matrix, row, rest: rest, tolerance: 1e-6) else {
        return .notEstimable(term: names[dropped.column])
      }
    }
    return nil
  }

  /// η of a row without a gap.
  func linear(_ row: Int) -> Double {
    products[row] + (rows.offset?[row] ?? 0) + (levels?.sum(ownLevels(row), of: 0) ?? 0)
  }

  private func ownLevels(_ row: Int) -> [Int] {
    rows.effects.enumerated().compactMap { effect, known in
      known[row].code.flatMap { places[effect][$0] }
    }
  }
}

extension GeneralisedLinearModel.Fit {
  /// For each effect the place of every level of its factor among the absorbed levels.
  fileprivate func levelPlaces(_ absorbed: AbsorbedEffects) -> [[Int?]] {
    factors.enumerated().map { effect, factor in
      var places = [Int?](repeating: nil, count: factor.levels.count)
      for (place, row) in keptRows.enumerated() {
        places[Int(factor.codes[Int(row)])] = Int(
          absorbed.codes.start[place * absorbed.count + effect])
      }
      return places
    }
  }
}
