/// The maximum of a likelihood by iteratively reweighted least squares.
///
///     η ← η + step        step: the regression of r = (y − μ) dη/dμ with weights (dμ/dη)² / V
///
/// Regressing the working residual instead of the working response η + r means that the answer
/// is exact once r is orthogonal to everything, however roughly the regressors were centred on the
/// way: errors of a step are corrected by the next. Only the first step regresses η₀ + r, because
/// its η₀ comes from the responses and is no combination of regressors.
///
/// A step that raises the loss is halved. The iteration ends when the mean square of the step is
/// small: for a canonical link the error left is its square, otherwise of its own order.
///
/// References: McCullagh & Nelder, *Generalized Linear Models*, section 2.5; Correia, Guimarães &
/// Zylkin, "Fast Poisson estimation with high-dimensional fixed effects" (2020).
final class IteratedLeastSquares {
  let family: Family
  let response: Buffer<Double>
  let offset: Buffer<Double>?
  let prior: Buffer<Double>?
  private(set) var regression: AbsorbedRegression
  let eta: Buffer<Double>
  /// The shape of the negative binomial; no matter elsewhere.
  var theta: Double
  /// −∂²ℓ/∂θ² at θ.
  var thetaInformation = 0.0
  /// One for each regressor that is left.
  private(set) var coefficients: [Double] = []
  /// The places of the regressors that are left among those given.
  private(set) var kept: [Int]
  private(set) var dropped: [LeastSquares.Dependency] = []
  private(set) var iterations = 0

  init(
    family: Family, theta: Double, response: Buffer<Double>, offset: Buffer<Double>?,
    prior: Buffer<Double>?, regression: AbsorbedRegression
  ) {
    (self.family, self.theta) = (family, theta)
    (self.response, self.offset, self.prior) = (response, offset, prior)
    self.regression = regression
    eta = Buffer(repeating: 0, count: response.count)
    kept = Array(0..<regression.variables.regressors)
  }

  /// How an iteration ended.
  enum Ending { case converged, suspect, exhausted }

  /// How much a step changes the linear predictor.
  struct Move {
    /// √(Σ w step² / Σ w).
    var size: Double
    /// The largest step of a row whose response is at an end of its range.
    var largestAtBoundary: Double
  }

  /// Iterates to the tolerance.
  ///
  /// It ends as `suspect` when the weighted step is small but single rows still run away: there is
  /// separation, or their weight is tiny. `isVerified` says that there is none.
  func run(tolerance: Double, limit: Int, isVerified: Bool) throws(GeneralisedLinearModelError)
    -> Ending
  {
    let goal = family.isCanonical ? tolerance.squareRoot() : tolerance
    var loss = iterations == 0 ? begin() : refresh()
    var inner = iterations == 0 ? 1e-8 : 1e-4
    var remaining = limit
    while remaining > 0 {
      remaining -= 1
      iterations += 1
      var delta = solve(tolerance: inner)
      let move = advance(delta)
      var next = refresh()
      let isSmall = move.size <= goal
      var halvings = 0
      while !isSmall, !(next <= loss + 1e-10 * abs(loss)), halvings < 40 {
        halvings += 1
        delta = delta.map { $0 / 2 }
        retreat(delta)
        next = refresh()
      }
      guard next.isFinite, coefficients.allSatisfy(\.isFinite) else {
        throw .diverged(iteration: iterations)
      }
      loss = next
      inner = max(1e-9, min(1e-4, move.size / 100))
      if isSmall, move.largestAtBoundary <= 0.01 { return .converged }
      if isSmall, !isVerified { return .suspect }
    }
    return .exhausted
  }

  /// The last step, with the regressors centred under the final weights.
  ///
  /// After it the weights and residuals belong to the estimates, up to the square of a small step.
  func finish() -> Triangle {
    regression.absorb(tolerance: 1e-9)
    let triangle = regression.triangle()
    let delta = triangle.solution
    regression.complete(delta)
    _ = advance(delta)
    return triangle
  }

  /// Centres the variables and regresses; the step of every row is complete afterwards.
  private func solve(tolerance: Double) -> [Double] {
    let sizes = regression.absorb(tolerance: tolerance)
    var triangle = regression.triangle()
    if coefficients.isEmpty, !kept.isEmpty {
      let isExact = regression.effects.map { $0.isDirect || $0.count == 1 } ?? true
      dropped = triangle.dependencies(sizes: sizes, tolerance: isExact ? 1e-10 : 1e-6)
      if !dropped.isEmpty {
        let gone = Set(dropped.map(\.column))
        kept = kept.filter { !gone.contains($0) }
        regression = regression.selecting(kept)
        triangle = regression.triangle()
      }
      coefficients = [Double](repeating: 0, count: kept.count)
    }
    let delta = triangle.solution
    regression.complete(delta)
    return delta
  }

  private func advance(_ delta: [Double]) -> Move {
    for column in delta.indices { coefficients[column] += delta[column] }
    let (eta, step, weights) = (eta, regression.step, regression.weights)
    let (response, family) = (response, family)
    let parts = regression.pieces.map { rows -> (Double, Double, Double) in
      var (squares, total, largest) = (0.0, 0.0, 0.0)
      for row in rows {
        let change = step.start[row]
        eta.start[row] += change
        squares += weights.start[row] * change * change
        total += weights.start[row]
        if abs(change) > largest, family.boundary(of: response.start[row]) != 0 {
          largest = abs(change)
        }
      }
      return (squares, total, largest)
    }
    let squares = parts.reduce(0) { $0 + $1.0 }
    let total = parts.reduce(0) { $0 + $1.1 }
    return Move(
      size: total > 0 ? (squares / total).squareRoot() : 0,
      largestAtBoundary: parts.reduce(0) { max($0, $1.2) })
  }

  /// Takes back half of the last step; `delta` is that half.
  private func retreat(_ delta: [Double]) {
    for column in delta.indices { coefficients[column] -= delta[column] }
    let (eta, step) = (eta, regression.step)
    regression.pieces.perform { _, rows in
      for row in rows {
        step.start[row] /= 2
        eta.start[row] -= step.start[row]
      }
    }
  }
}

extension IteratedLeastSquares {
  /// Weights and η₀ − offset + r from the responses; the answer is the loss at the offset.
  ///
  /// There all coefficients are zero; η begins there.
  private func begin() -> Double {
    let mean = weightedMean
    return eachRow { [family, theta, offset, eta] row, y, prior in
      let start = family.start(y, mean: mean)
      let base = offset?.start[row] ?? 0
      eta.start[row] = base
      var working = family.working(start, y, theta: theta)
      working.residual += start - base
      working.loss = family.working(base, y, theta: theta).loss
      working.weight *= prior
      return working
    }
  }

  /// Weights and residuals at η; the answer is the loss there.
  private func refresh() -> Double {
    eachRow { [family, theta, eta] row, y, prior in
      var working = family.working(eta.start[row], y, theta: theta)
      working.weight *= prior
      return working
    }
  }

  /// Σ w y / Σ w with the weights given.
  var weightedMean: Double {
    var (sum, total) = (0.0, 0.0)
    for row in 0..<response.count {
      let weight = prior?.start[row] ?? 1
      sum += weight * response.start[row]
      total += weight
    }
    return sum / total
  }

  @inline(__always)
  private func eachRow(
    _ body: @escaping @Sendable (_ row: Int, _ y: Double, _ prior: Double) -> WorkingRow
  ) -> Double {
    let (variables, weights) = (regression.variables, regression.weights)
    let (response, prior) = (response, prior)
    return regression.pieces.map { rows -> Double in
      var loss = 0.0
      for row in rows {
        let weight = prior?.start[row] ?? 1
        let working = body(row, response.start[row], weight)
        weights.start[row] = working.weight
        variables[row, number: variables.regressors] = working.residual
        loss += weight * working.loss
      }
      return loss
    }.reduce(0, +)
  }
}
