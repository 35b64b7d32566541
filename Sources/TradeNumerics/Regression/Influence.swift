/// How much single rows and terms decide a fit.
///
/// With the residual e, the leverage h of a row, k coefficients and f = n − k degrees of freedom:
///
///     studentised residual   t = e / (s₍ᵢ₎ √(1 − h))      s₍ᵢ₎² = (Σ e² − e²/(1 − h)) / (f − 1)
///     Cook's distance        D = e² h / (k s² (1 − h)²)
///     variance inflation     1 / (1 − R²) = ((XᵀX)⁻¹)ⱼⱼ Σ (x − x̄)²
///
/// s₍ᵢ₎ is the residual standard error without the row, so t has Student's t distribution with
/// f − 1 degrees of freedom.
///
/// Reference: Cook & Weisberg, *Residuals and Influence in Regression* (1982), chapters 2 and 3;
/// Belsley, Kuh & Welsch, *Regression Diagnostics* (1980), chapter 2.
extension Regression.Fit {
  /// How far all coefficients move, together, if a row is left out.
  ///
  /// `nil` for a row that the fit needs to have a solution (a leverage of one), for every row of an
  /// exact fit, and without degrees of freedom.
  public var cooksDistances: [Double?] {
    let k = Double(leastSquares.rank)
    return influence { e, h in e * e * h / (k * (1 - h) * (1 - h)) }
  }

  /// Residuals in units of their standard errors, which are estimated without the row itself.
  ///
  /// `nil` as for `cooksDistances`, with one degree of freedom only, and where the fit is exact
  /// without the row.
  public var studentisedResiduals: [Double?] {
    let f = Double(degreesOfFreedom)
    guard f > 1 else { return [Double?](repeating: nil, count: count) }
    return influence { e, h in
      // In units of s the sum of squares is f.
      let variance = (f - e * e / (1 - h)) / (f - 1)
      guard variance > 1e-12 else { return nil }
      return e / (variance * (1 - h)).squareRoot()
    }
  }

  /// A function of the residual, in units of s, and the leverage of each row.
  private func influence(_ function: (Double, Double) -> Double?) -> [Double?] {
    guard let residualStandardError, !isExact else {
      return [Double?](repeating: nil, count: count)
    }
    return zip(leastSquares.residuals, leverage).map { residual, leverage in
      1 - leverage > 1e-12 ? function(residual / residualStandardError, leverage) : nil
    }
  }

  /// By how much the other terms multiply the variance of each coefficient but the intercept.
  ///
  /// 1 where a term is orthogonal to the others; terms that were dropped are left out. Without an
  /// intercept R² is taken about zero, as is Σ x².
  public var varianceInflationFactors: [(name: String, value: Double)] {
    zip(leastSquares.kept, leastSquares.standardErrorFactors).compactMap { column, factor in
      let name = frame.names[column]
      guard name != "(intercept)" else { return nil }
      let x = frame.matrix.column(column)
      let mean = formula.hasIntercept ? x.reduce(0, +) / Double(count) : 0
      let size = x.reduce(0) { max($0, abs($1 - mean)) }
      let length = x.reduce(0) { $0 + ($1 - mean) / size * (($1 - mean) / size) }.squareRoot()
      let root = factor * size * length
      return (name, root * root)
    }
  }
}
