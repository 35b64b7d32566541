extension GeneralisedLinearModel {
  /// Fits the model to what a formula made of a table; its effects are absorbed.
  ///
  /// `weights` has one number for each row of the frame.
  public func fit(
    _ frame: ModelFrame, weights: [Double]? = nil
  ) throws(GeneralisedLinearModelError) -> Fit {
    var fit = try fit(
      response: frame.response, matrix: frame.matrix, names: frame.names, offset: frame.offset,
      weights: weights, effects: frame.effects)
    fit.frame = frame
    return fit
  }
}

extension GeneralisedLinearModel.Fit {
  /// The coefficients with the standard errors of a covariance; no refit is needed.
  ///
  /// `clusters` are factors on all rows of the data as it was given.
  public func estimates(
    _ kind: Covariance = .classical, clusters: [Factor] = [], smallSample: SmallSample = .standard
  ) -> Estimates {
    Estimates(
      names: names, values: coefficients,
      standardErrors: standardErrors(kind, clusters: clusters, smallSample: smallSample),
      degreesOfFreedom: inferenceDegrees(kind, clusters: clusters))
  }
}
