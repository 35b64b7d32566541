import Glibc

extension GeneralisedLinearModel.Fit {
  /// The covariance of the kept coefficients, in the order of `kept`; no refit is needed.
  ///
  /// `clusters` are factors of all rows of the data as it was given; several of them give the
  /// estimator for more than one way. `nil` where it is undefined: `whyNoCovariance` says why.
  public func covariance(
    _ kind: Covariance, clusters: [Factor] = [], smallSample: SmallSample = .standard
  ) -> Matrix? {
    guard whyNoCovariance(kind, clusters: clusters) == nil else { return nil }
    let n = Double(count)
    let degrees = Double(degreesOfFreedom)
    switch kind {
    case .classical:
      return triangle.inverseOfProducts.scaled(by: classicalFactor(smallSample))
    case .hc0: return sandwich(power: 0)
    case .hc1:
      return sandwich(power: 0)?.scaled(
        by: smallSample.contains(.parameters) ? n / degrees : 1)
    case .hc2: return sandwich(power: 0.5)
    case .hc3: return sandwich(power: 1)
    case .neweyWest(let lag): return neweyWest(lag: lag ?? neweyWestLag)
    case .cluster: return clustered(clusters, smallSample)
    }
  }

  /// What the inverse information is multiplied by in the classical covariance.
  func classicalFactor(_ smallSample: SmallSample) -> Double {
    let n = Double(count)
    let dispersion = specification.family.hasDispersion ? pearson / (n - 1) : 1
    return dispersion
      * (smallSample.contains(.parameters) ? (n - 1) / Double(degreesOfFreedom) : 1)
  }

  /// Why a covariance is `nil`, in a sentence; `nil` where there is one.
  public func whyNoCovariance(_ kind: Covariance, clusters: [Factor] = []) -> String? {
    guard degreesOfFreedom > 0 else {
      return "\(count) rows leave no degrees of freedom for \(kept.count + effectDegrees) "
        + "coefficients"
    }
    switch kind {
    case .hc2, .hc3:
      guard let effects = regression.effects, !effects.hasLeverage else {
        return nil
      }
      return "leverage is not known with \(effects.total) levels in several effects; use hc1"
    case .cluster:
      guard !clusters.isEmpty else { return "there is no factor to cluster by" }
      let single = clusters.first { clusterCount($0) < 2 }
      return single.map { "'\($0.name)' has one cluster only" }
    case .neweyWest(let lag):
      return (lag ?? 0) < 0 ? "a lag of \(lag ?? 0) is negative" : nil
    case .classical, .hc0, .hc1: return nil
    }
  }

  /// √ of the diagonal of the covariance, one for each name; `nil` for dropped regressors.
  public func standardErrors(
    _ kind: Covariance, clusters: [Factor] = [], smallSample: SmallSample = .standard
  ) -> [Double?] {
    var errors = [Double?](repeating: nil, count: names.count)
    guard let matrix = covariance(kind, clusters: clusters, smallSample: smallSample) else {
      return errors
    }
    for (place, column) in kept.enumerated() where matrix[place, place] >= 0 {
      errors[column] = matrix[place, place].squareRoot()
    }
    return errors
  }

  /// Degrees of freedom of t for a coefficient, or `nil` for the normal distribution.
  ///
  /// Families with a dispersion take n − K, or with clusters the smallest G − 1; for the others
  /// the distribution is normal, as fixest, pyfixest and `glm` of R have it.
  public func inferenceDegrees(_ kind: Covariance, clusters: [Factor] = []) -> Int? {
    guard specification.family.hasDispersion else { return nil }
    guard kind == .cluster else { return degreesOfFreedom }
    return (clusters.map(clusterCount).min() ?? 1) - 1
  }

  /// ⌊4 (n/100)^(2/9)⌋.
  private var neweyWestLag: Int { Int(4 * pow(Double(count) / 100, 2.0 / 9)) }

  /// B Σ a² x xᵀ B for scores a x with a = w r / (1 − h)^power, as (B Rᵀ)(B Rᵀ)ᵀ.
  private func sandwich(power: Double) -> Matrix? {
    var leverages: [Double]?
    if power > 0 {
      guard let found = leverage() else { return nil }
      leverages = found
    }
    let regression = regression
    let scores = Triangle(of: regression.variables) { [leverages] row in
      let score = abs(regression.weights.start[row] * regression.residual(row))
      guard let leverages else { return score }
      let left = max(1 - leverages[row], 0)
      // A row that is fitted exactly has residual 0 and says nothing.
      return left > 1e-12 ? score / pow(left, power) : 0
    }
    let half = LAPACK.product(triangle.inverseOfProducts, scores.regressors, transposed: true)
    return LAPACK.product(half, half, transposed: true)
  }

  /// w xᵀ B x of every row, and what the effects add.
  private func leverage() -> [Double]? {
    let (variables, weights) = (regression.variables, regression.weights)
    var result = [Double](repeating: 0, count: count)
    if let effects = regression.effects {
      guard let absorbed = effects.leverage(weights) else { return nil }
      result = absorbed
    }
    let inverse = triangle.inverseOfProducts
    for row in 0..<count {
      var sum = 0.0
      for i in 0..<kept.count {
        for j in 0..<kept.count {
          sum += variables[row, number: i] * inverse[i, j] * variables[row, number: j]
        }
      }
      result[row] += weights.start[row] * sum
    }
    return result
  }

  private func neweyWest(lag: Int) -> Matrix {
    var meat = Matrix(rows: kept.count, columns: kept.count)
    for distance in 0...min(lag, count - 1) {
      let weight = 1 - Double(distance) / Double(lag + 1)
      for row in distance..<count {
        for i in 0..<kept.count {
          for j in 0..<kept.count {
            let product =
              regression.score(row, i) * regression.score(row - distance, j)
              + (distance == 0
                ? 0 : regression.score(row - distance, i) * regression.score(row, j))
            meat[i, j] += weight * product
          }
        }
      }
    }
    return bracketed(meat)
  }

  /// B M B.
  func bracketed(_ meat: Matrix) -> Matrix {
    let inverse = triangle.inverseOfProducts
    return LAPACK.product(LAPACK.product(inverse, meat), inverse)
  }
}

extension AbsorbedRegression {
  func residual(_ row: Int) -> Double {
    variables[row, number: variables.regressors]
  }

  /// w r x of a row and a regressor.
  func score(_ row: Int, _ column: Int) -> Double {
    weights.start[row] * residual(row) * variables[row, number: column]
  }
}

extension Matrix {
  func scaled(by factor: Double) -> Matrix {
    var result = self
    for place in result.elements.indices { result.elements[place] *= factor }
    return result
  }
}
