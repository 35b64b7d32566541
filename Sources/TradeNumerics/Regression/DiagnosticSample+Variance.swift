/// Tests of residuals as draws of one normal law.
extension DiagnosticSample {
  private static let quiet = "no sign of unequal variances"
  private static let alarm = "variances differ"

  /// Breusch and Pagan's test of variances that follow the terms, in Koenker's form.
  ///
  ///     n R² of e² on the terms        chi-square with as many degrees as terms
  ///
  /// It holds without normal residuals. Without an intercept a constant is added to the terms.
  ///
  /// Reference: Breusch & Pagan (1979); Koenker (1981).
  func breuschPagan() throws(Undefined) -> Diagnostics.Test {
    try variance("Breusch-Pagan") { squares throws(Undefined) in
      try regress(squares, adding: hasIntercept ? [] : [ones])
    }
  }

  /// White's test of variances that follow the terms in any way of second order.
  ///
  ///     n R² of e² on 1, xᵢ and xᵢ xⱼ, i ≤ j        chi-square with rank − 1 degrees
  ///
  /// Without an intercept on 1 and xᵢ xⱼ only. Each x is taken from its mean, where there is an
  /// intercept, and in a unit near its size: the columns span the same and keep their digits.
  ///
  /// Reference: White (1980).
  func white() throws(Undefined) -> Diagnostics.Test {
    let x = regressors.map { scaled(hasIntercept ? centred($0) : $0) }
    let products = x.count * (x.count + 1) / 2
    guard products <= Self.productLimit else {
      throw Undefined(
        reason: "\(x.count) terms make \(products) products; \(Self.productLimit) are tested at "
          + "the most")
    }
    var columns = [ones] + (hasIntercept ? x : [])
    for i in x.indices {
      for j in i..<x.count { columns.append(zip(x[i], x[j]).map { $0 * $1 }) }
    }
    return try variance("White") { squares throws(Undefined) in
      try regress(squares, on: columns)
    }
  }

  /// Products of terms in White's test, at the most; it has no power long before.
  static let productLimit = 200

  /// n R² of the squared residuals, less their mean, in an auxiliary regression with a constant.
  private func variance(
    _ name: String, _ regress: ([Double]) throws(Undefined) -> Auxiliary
  ) throws(Undefined) -> Diagnostics.Test {
    guard !regressors.isEmpty else {
      throw Undefined(reason: "there is no term beside the intercept")
    }
    let squares = residuals.map { $0 * $0 }
    let deviations = centred(squares)
    // The largest residual is 1 to 2, so this is what rounding leaves of equal squares.
    guard deviations.contains(where: { abs($0) > 64 * Double.ulpOfOne }) else {
      throw Undefined(reason: "the squared residuals do not vary")
    }
    let auxiliary = try regress(deviations)
    guard auxiliary.rank > 1 else {
      throw Undefined(reason: "the terms do not vary")
    }
    return Diagnostics.Test(
      name, Double(count) * auxiliary.share, .chiSquare(auxiliary.rank - 1), quiet: Self.quiet,
      alarm: Self.alarm)
  }

  /// Jarque and Bera's test of normal residuals by their skewness S and kurtosis K.
  ///
  ///     n (S²/6 + (K − 3)²/24)        chi-square(2)        S = m₃/m₂^(3/2), K = m₄/m₂²
  ///
  /// m are moments about the mean with divisor n. The law is one of large n.
  ///
  /// Reference: Jarque & Bera (1980).
  func jarqueBera() throws(Undefined) -> Diagnostics.Test {
    let n = Double(count)
    let deviations = centred(residuals)
    let m2 = deviations.reduce(0) { $0 + $1 * $1 } / n
    guard m2 > 0 else { throw Undefined(reason: "the residuals do not vary") }
    let m3 = deviations.reduce(0) { $0 + $1 * $1 * $1 } / n
    let m4 = deviations.reduce(0) { $0 + $1 * $1 * $1 * $1 } / n
    let skewness = m3 / (m2 * m2.squareRoot())
    let excess = m4 / (m2 * m2) - 3
    return Diagnostics.Test(
      "Jarque-Bera", n * (skewness * skewness / 6 + excess * excess / 24), .chiSquare(2),
      quiet: "no sign against a normal law", alarm: "residuals are not normal")
  }
}

// MARK: - Columns

extension DiagnosticSample {
  var ones: [Double] { [Double](repeating: 1, count: count) }

  /// x − x̄.
  func centred(_ x: [Double]) -> [Double] {
    let mean = x.reduce(0, +) / Double(x.count)
    return x.map { $0 - mean }
  }

  /// x over the power of two below its largest element.
  func scaled(_ x: [Double]) -> [Double] {
    let size = x.reduce(0) { max($0, abs($1)) }.binade
    return size > 0 ? x.map { $0 / size } : x
  }
}
