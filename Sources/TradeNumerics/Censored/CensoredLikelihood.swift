import Glibc

/// The log-likelihood of a censored normal regression and its maximum.
///
///     ℓ(b, s) = Σ ln φ((y − qᵀb) / s) − ln s     over observed rows, and ln P over the others
///     γ = (b⁺ − b) / s⁺                          θ = s / s⁺
///     (γ, θ − 1) = −H⁻¹ g                        b⁺ = b + s γ / θ,  s⁺ = s / θ
///
/// Newton's method in Olsen's parameters γ and θ, taken from the present point (b, s), in which ℓ is
/// concave. A step is halved until it does not lower ℓ. The rows q have been made orthogonal, and
/// residuals are measured in s, so a change of unit or origin changes nothing but rounding.
struct CensoredLikelihood {
  let rows: Int
  let columns: Int
  /// The matrix of the rows q, QᵀQ = n I, row by row.
  private let design: [Double]
  private let observations: [CensoredTerm.Observation]
  private let exactCount: Double

  init(design: [Double], columns: Int, observations: [CensoredTerm.Observation]) {
    precondition(design.count == columns * observations.count, "sizes differ")
    rows = observations.count
    self.columns = columns
    self.design = design
    self.observations = observations
    exactCount = Double(observations.count { $0.isExact })
  }

  /// The coefficients b and the scale s.
  struct Point {
    var coefficients: [Double]
    var scale: Double
  }

  /// ℓ with its gradient and minus its Hessian for (γ, θ) at (0, 1), θ last.
  struct Expansion {
    var value: Double
    var gradient: [Double]
    var information: SymmetricMatrix
  }

  func expansion(at point: Point) -> Expansion {
    let p = columns
    var result = Expansion(
      value: -exactCount * log(point.scale), gradient: [Double](repeating: 0, count: p + 1),
      information: SymmetricMatrix(size: p + 1))
    for row in 0..<rows {
      let first = row * p
      var fitted = 0.0
      for j in 0..<p { fitted += design[first + j] * point.coefficients[j] }
      let term = CensoredTerm(observations[row].standardised(from: fitted, scale: point.scale))
      result.value += term.value
      result.gradient[p] += term.theta
      result.information[p, p] -= term.thetaTheta
      for j in 0..<p {
        let q = design[first + j]
        result.gradient[j] += term.eta * q
        result.information[p, j] -= term.etaTheta * q
        for k in 0...j { result.information[j, k] -= term.etaEta * q * design[first + k] }
      }
    }
    return result
  }
}

extension CensoredLikelihood {
  /// Where ℓ is largest, with the factor of the information about (γ, θ) there.
  struct Maximum {
    var point: Point
    var value: Double
    /// Steps of Newton's method.
    var iterations: Int
    var factor: CholeskyFactor
  }

  /// Why there is no maximum.
  enum Failure: Error {
    /// ℓ grows without limit as the scale goes to zero.
    case scaleVanishes
    /// ℓ keeps rising as the scale grows without limit.
    case scaleGrows
    /// ℓ keeps rising, ever more slowly, in this direction of b.
    case flat(direction: [Double])
    case notConverged(iterations: Int)
  }

  private static let iterationLimit = 200
  /// A step that promises to raise ℓ by less is the last.
  private static let tolerance = 1e-20
  /// Information below this part of what an observed row gives is none: the direction is flat.
  private static let flatness = 1e-12

  /// The maximum, sought from a point of the right order of size; responses are 1 in size at most.
  func maximum(from start: Point) throws(Failure) -> Maximum {
    var point = start
    var state = expansion(at: point)
    var previous = Double.infinity
    for iteration in 1...Self.iterationLimit {
      let (factor, isFlat) = try factored(state.information)
      let step = factor.solve(state.gradient)
      let rise = zip(step, state.gradient).reduce(0) { $0 + $1.0 * $1.1 }
      if isFlat, rise < 1e-10 { throw flat(state.information, factor, towards: step) }
      (point, state) = advanced(point, state, by: step, promising: rise)
      // The smallest residual that responses of size 1 leave to more than rounding.
      guard point.scale > 1e-13 else { throw .scaleVanishes }
      guard point.scale < 1e13 else { throw .scaleGrows }
      if rise <= Self.tolerance || (rise < 1e-16 && rise > previous / 2) {
        let last = try factored(state.information)
        guard !last.isFlat else { throw flat(state.information, last.factor, towards: step) }
        return Maximum(
          point: point, value: state.value, iterations: iteration, factor: last.factor)
      }
      previous = rise
    }
    throw .notConverged(iterations: Self.iterationLimit)
  }

  /// What singular information leaves open: the scale, or else the direction of b in which the
  /// information is smallest, found by inverse iteration.
  private func flat(
    _ information: SymmetricMatrix, _ factor: CholeskyFactor, towards step: [Double]
  ) -> Failure {
    if information[columns, columns] < 1e3 * Self.flatness * Double(rows) {
      return step[columns] < 0 ? .scaleGrows : .scaleVanishes
    }
    var direction = [Double](repeating: 1, count: columns + 1)
    for _ in 0..<3 {
      direction = factor.solve(direction)
      let largest = direction.reduce(0) { max($0, abs($1)) }
      direction = direction.map { $0 / largest }
    }
    return .flat(direction: Array(direction.dropLast()))
  }

  /// The point after a step, or after that part of it which does not lower ℓ.
  private func advanced(
    _ point: Point, _ state: Expansion, by step: [Double], promising rise: Double
  ) -> (Point, Expansion) {
    var fraction = 1.0
    while fraction > 1e-12 {
      let theta = 1 + fraction * step[columns]
      if theta > 0 {
        let scale = point.scale / theta
        let next = Point(
          coefficients: zip(point.coefficients, step).map { $0 + fraction * scale * $1 },
          scale: scale)
        let reached = expansion(at: next)
        // Close to the maximum the rise drowns in the rounding of ℓ, and the full step is right.
        if reached.value >= state.value || (rise < 1e-6 && reached.value.isFinite) {
          return (next, reached)
        }
      }
      fraction /= 2
    }
    return (point, state)
  }

  /// The factor of the information, with a little added on the diagonal where it is singular.
  private func factored(
    _ information: SymmetricMatrix
  ) throws(Failure) -> (factor: CholeskyFactor, isFlat: Bool) {
    var ridge = Self.flatness * Double(rows)
    if let factor = CholeskyFactor(information), factor.smallestPivot > ridge {
      return (factor, false)
    }
    while ridge.isFinite {
      var raised = information
      for j in 0...columns { raised[j, j] += ridge }
      if let factor = CholeskyFactor(raised) { return (factor, true) }
      ridge *= 10
    }
    throw .notConverged(iterations: 0)
  }
}
