/// A generalised linear model with any number of absorbed fixed effects.
///
///     g(E y) = offset + X β + α(effect 1) + α(effect 2) + …
///
///     let model = GeneralisedLinearModel(family: .poisson)
///     let fit = try model.fit(response: value, matrix: x, names: names, effects: [origin, year])
///
/// With `poisson` and effects for origins, destinations and years this is the gravity model of
/// trade by Poisson pseudo-maximum likelihood: zeros stay in, and no logarithm of the response is
/// taken. Effects of thousands of levels cost a few passes over the data, not a matrix.
///
/// Reference: Santos Silva & Tenreyro, "The log of gravity" (2006); Bergé, "Efficient estimation
/// of maximum likelihood models with multiple fixed-effects: the R package FENmlm" (2018).
public struct GeneralisedLinearModel: Sendable, Equatable {
  /// The distribution of the response and its link.
  public var family: Family
  /// Where the iteration ends: about the relative error that is left in the fitted means.
  public var tolerance = 1e-10
  /// The most steps of the iteration.
  public var iterationLimit = 100

  /// A model of one family with the usual tolerance.
  public init(family: Family) { self.family = family }

  /// Fits the model by maximum likelihood.
  ///
  /// An intercept is a column of ones in the matrix; with effects there is none, because they
  /// contain it. Effects have one code a row. Rows of weight zero, rows alone in a level and
  /// separated rows are left out and named in the answer.
  public func fit(
    response: [Double], matrix: Matrix, names: [String], offset: [Double]? = nil,
    weights: [Double]? = nil, effects: [Factor] = []
  ) throws(GeneralisedLinearModelError) -> Fit {
    let data = Observations(
      response: response, matrix: matrix, names: names, offset: offset, weights: weights,
      effects: effects)
    var sample = GeneralisedSample(rows: try data.usableRows(family))
    guard !sample.rows.isEmpty else { throw .noRows }
    sample.reduce(response, effects, family)

    var separation: Fit.SeparationCheck = .unnecessary
    while true {
      guard !sample.rows.isEmpty else {
        throw .nothingLeft(singletons: sample.singletons.count, separated: sample.separated.count)
      }
      try requireVariation(response, sample)
      let model = data.iteration(of: family, on: sample)
      let ending = try estimate(model, isVerified: separation != .unnecessary)
      guard ending == .converged || separation != .unnecessary else {
        let regression = data.regression(on: sample)
        guard let found = Separation.rows(regression, model.response, family) else {
          separation = .unsettled
          continue
        }
        separation = .done
        sample.separate(found.map { sample.rows[$0] })
        sample.reduce(response, effects, family)
        continue
      }
      return Fit(
        model: model, specification: self, data: data, sample: sample,
        isConverged: ending == .converged, separation: separation)
    }
  }

  /// Iterates; with the negative binomial in turn for β and for θ.
  private func estimate(
    _ model: IteratedLeastSquares, isVerified: Bool
  ) throws(GeneralisedLinearModelError) -> IteratedLeastSquares.Ending {
    guard family == .negativeBinomial else {
      return try model.run(tolerance: tolerance, limit: iterationLimit, isVerified: isVerified)
    }
    // A large θ first: the Poisson means.
    model.theta = NegativeBinomialShape.largest
    var ending = try model.run(tolerance: 1e-4, limit: iterationLimit, isVerified: isVerified)
    guard ending != .suspect else { return ending }
    var shape = NegativeBinomialShape(moments: model)
    for _ in 0..<iterationLimit {
      let change = shape.improve(model)
      model.theta = shape.theta
      model.thetaInformation = shape.information
      ending = try model.run(tolerance: tolerance, limit: iterationLimit, isVerified: isVerified)
      if change < max(tolerance, 1e-10) || ending == .suspect { return ending }
    }
    return .exhausted
  }

  /// A response at one end of its range in every row has no finite estimate.
  private func requireVariation(
    _ response: [Double], _ sample: GeneralisedSample
  ) throws(GeneralisedLinearModelError) {
    let first = response[Int(sample.rows[0])]
    guard family.boundary(of: first) != 0 else { return }
    guard sample.rows.contains(where: { response[Int($0)] != first }) else {
      throw .noVariation(family, value: first)
    }
  }
}
