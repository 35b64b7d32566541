/// A weighted regression of the working residual on the regressors and the effects.
///
///     ṽ = v − D γ_v for every variable       δ = argmin ‖W^½ (r̃ − X̃ δ)‖
///     step = r − (r̃ − X̃ δ) = D γ_r + X̃ δ
///
/// By the theorem of Frisch, Waugh and Lovell, δ is what the regression on regressors and dummies
/// together gives. The regressors stay as they were left, so the next regression, whose weights
/// differ a little, begins near its answer.
final class AbsorbedRegression: Sendable {
  let variables: WorkingVariables
  let effects: AbsorbedEffects?
  let weights: Buffer<Double>
  /// The fitted part of the residual in every row.
  let step: Buffer<Double>

  init(_ variables: WorkingVariables, _ effects: AbsorbedEffects?) {
    self.variables = variables
    self.effects = effects
    weights = Buffer(repeating: 1, count: variables.rows)
    step = Buffer(repeating: 0, count: variables.rows)
  }

  private init(
    _ variables: WorkingVariables, _ effects: AbsorbedEffects?, _ weights: Buffer<Double>,
    _ step: Buffer<Double>
  ) {
    (self.variables, self.effects) = (variables, effects)
    (self.weights, self.step) = (weights, step)
  }

  var rows: Int { variables.rows }
  var pieces: Pieces { Pieces(rows) }

  /// The same problem with only some of its regressors.
  func selecting(_ kept: [Int]) -> AbsorbedRegression {
    AbsorbedRegression(variables.selecting(kept), effects, weights, step)
  }

  /// Absorbs the effects; the answer is √Σ w v² of every variable before.
  @discardableResult
  func absorb(tolerance: Double) -> [Double] {
    guard let effects else {
      step.start.update(repeating: 0, count: rows)
      return norms()
    }
    return effects.absorb(variables, weights: weights, step: step, tolerance: tolerance)
  }

  /// R of W^½ [X̃ r̃].
  func triangle() -> Triangle {
    let weights = weights
    return Triangle(of: variables) { weights.start[$0].squareRoot() }
  }

  /// Adds X̃ δ to the step.
  func complete(_ delta: [Double]) {
    let (variables, step) = (variables, step)
    pieces.perform { _, rows in
      for row in rows {
        var sum = step.start[row]
        for column in 0..<delta.count { sum += variables[row, number: column] * delta[column] }
        step.start[row] = sum
      }
    }
  }

  private func norms() -> [Double] {
    let (variables, weights) = (variables, weights)
    let parts = pieces.map { rows in
      var squares = [Double](repeating: 0, count: variables.count)
      for row in rows {
        for column in 0..<variables.count {
          let value = variables[row, number: column]
          squares[column] += weights.start[row] * value * value
        }
      }
      return squares
    }
    return (0..<variables.count).map { column in
      parts.reduce(0) { $0 + $1[column] }.squareRoot()
    }
  }
}
