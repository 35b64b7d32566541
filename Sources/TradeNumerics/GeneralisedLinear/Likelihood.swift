/// Deviance and log likelihood of a fit and of a constant in its place.
struct Likelihood: Sendable {
  let deviance: Double
  let value: Double
  let nullDeviance: Double
  let nullValue: Double
  let pearson: Double

  init(_ model: IteratedLeastSquares) {
    let eta = model.eta
    let fit = Likelihood.summary(model) { eta.start[$0] }
    let offset = model.offset
    let constant = Likelihood.constant(model)
    let null = Likelihood.summary(model) { constant + (offset?.start[$0] ?? 0) }
    (deviance, value, pearson) = (fit.deviance, fit.value, fit.pearson)
    (nullDeviance, nullValue) = (null.deviance, null.value)
  }

  private static func summary(
    _ model: IteratedLeastSquares, _ predictor: @escaping @Sendable (Int) -> Double
  ) -> (deviance: Double, value: Double, pearson: Double) {
    let (family, theta) = (model.family, model.theta)
    let (response, prior) = (model.response, model.prior)
    let pieces = model.regression.pieces
    let sums = pieces.map { rows -> SIMD4<Double> in
      var sums = SIMD4<Double>.zero
      for row in rows {
        let (y, eta) = (response.start[row], predictor(row))
        let weight = prior?.start[row] ?? 1
        let working = family.working(eta, y, theta: theta)
        sums[0] += weight * family.deviance(y, eta: eta, theta: theta)
        sums[1] += weight * working.weight * working.residual * working.residual
        sums[2] += weight
      }
      return sums
    }.reduce(SIMD4<Double>.zero, +)
    // Of gaussian and gamma the likelihood needs the dispersion: deviance over total weight.
    let dispersion = sums[0] / sums[2]
    guard dispersion > 0 || !family.hasDispersion else { return (sums[0], .infinity, sums[1]) }
    let value = pieces.map { rows -> Double in
      var sum = 0.0
      for row in rows {
        sum +=
          (prior?.start[row] ?? 1)
          * family.logLikelihood(
            response.start[row], eta: predictor(row), theta: theta, dispersion: dispersion)
      }
      return sum
    }.reduce(0, +)
    return (sums[0], value, sums[1])
  }

  /// The constant c of the model η = offset + c, by Newton's method from the mean.
  private static func constant(_ model: IteratedLeastSquares) -> Double {
    let (family, theta) = (model.family, model.theta)
    let (response, prior, offset) = (model.response, model.prior, model.offset)
    var constant = family.link(model.weightedMean)
    guard let offset else { return constant }
    for _ in 0..<100 {
      let at = constant
      let sums = model.regression.pieces.map { rows -> SIMD2<Double> in
        var sums = SIMD2<Double>.zero
        for row in rows {
          let working = family.working(
            at + offset.start[row], response.start[row], theta: theta)
          let weight = (prior?.start[row] ?? 1) * working.weight
          sums += SIMD2(weight * working.residual, weight)
        }
        return sums
      }.reduce(SIMD2<Double>.zero, +)
      guard sums[1] > 0 else { break }
      let change = max(-2, min(2, sums[0] / sums[1]))
      constant += change
      if abs(change) < 1e-12 * max(1, abs(constant)) { break }
    }
    return constant
  }
}
