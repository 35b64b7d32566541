import TradeTables

extension CensoredRegression {
  /// The regression that a formula and qualifiers ask for: Gaussian for a column as the response,
  /// log-normal for its logarithm; `nil` for any other response.
  ///
  /// `table` is the one that the frame was made of, and `qualifiers` has one element for each of its
  /// rows. So has `uppers`, where it is given: a number there says that the value lies between the
  /// response and it. An offset and effects to be absorbed are errors.
  public static func fit(
    _ frame: ModelFrame, _ table: Table, qualifiers: [Qualifier], uppers: [Double?]? = nil
  ) throws -> Fit? {
    guard frame.offset == nil else { throw CensoredRegressionError.offset }
    guard frame.effects.isEmpty else { throw CensoredRegressionError.effects }
    let (distribution, column): (Distribution, String)
    switch frame.formula.response {
    case .column(let name): (distribution, column) = (.gaussian, name)
    case .call(.log, .column(let name)): (distribution, column) = (.logNormal, name)
    default: return nil
    }
    let numbers = try table.numbers(column)
    let least = distribution == .logNormal ? 0 : -Double.infinity
    let bounds = frame.rows.map { row -> (lower: Double, upper: Double) in
      let value = numbers[row] ?? .nan
      if let upper = uppers?[row] { return (value, upper) }
      return (
        qualifiers[row] == .lessThan ? least : value,
        qualifiers[row] == .moreThan ? .infinity : value
      )
    }
    var fit = try CensoredRegression(distribution).fit(
      matrix: frame.matrix, names: frame.names, lower: bounds.map(\.lower),
      upper: bounds.map(\.upper))
    fit.encoding = frame.encoding
    return fit
  }
}

/// Predictions on the scale of the regression: of the response, or of its logarithm where the
/// distribution is log-normal, as those of least squares on the logarithm are.
///
///     xᵀβ ± z se                 se² = xᵀ V x
///     xᵀβ ± z √(se² + σ²)        for a new value
extension CensoredRegression.Fit {
  /// What the fit expects of the rows of a table with the columns of the formula's right side.
  ///
  /// Only for a fit to the frame of a formula; a fit to a matrix knows no columns.
  public func predict(
    _ table: Table, level: Double = 0.95
  ) throws(RegressionError) -> Predictions {
    precondition(level > 0 && level < 1, "a level of \(level)")
    guard let encoding else { preconditionFailure("fitted to a matrix, not to a formula's frame") }
    let rows = try encoding.encode(table)
    let products = PairMatrix(high: rows.matrix, low: rows.low)
      .product(with: coefficients.map(\.estimate))
    let quantile = StandardNormal.upperQuantile((1 - level) / 2)
    return Predictions(rows, level: level, hasIntervals: true) { row in
      let x = (0..<rows.matrix.columns).map { rows.matrix[row, $0] }
      return .init(
        fit: products[row], standardError: max(covariance.form(x), 0).squareRoot(),
        quantile: quantile, scatter: scale)
    }
  }
}
