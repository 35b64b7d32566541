import Glibc

/// Finds the parameters and the initial state of one form that make its likelihood largest.
///
/// A point z holds variables in a box: α, β and γ as parts of their ranges, φ, and the state.
///
///     β = ε + u (α − ε)        γ = ε + w (1 − α − ε)        ε = 0.0001
///
/// The first step of each start moves the state alone: expectations are linear in it unless a part
/// is a factor, so that one Gauss–Newton step solves it exactly for given parameters. The best
/// starts go on with all variables together (Levenberg–Marquardt). The usual way, a simplex search
/// over the same variables, often stops far from the maximum in seventeen dimensions.
///
/// Reference: Madsen, Nielsen & Tingleff, *Methods for Non-Linear Least Squares Problems* (2004),
/// section 3.2; Hyndman, Koehler, Ord & Snyder (2008), chapter 5.
struct ETSSearch {
  typealias Slot = ETSKernel.Slot

  /// A place in the box with its −2 ln L.
  struct Point {
    var z: [Double]
    var value = Double.infinity
  }

  private static let least = 0.0001
  private let kernel: ETSKernel
  private let floor: Double
  private var admissible: ETSAdmissible
  /// The variables that the form has, and those of them that are the state.
  private let variables: [Int]
  private let states: [Int]
  private var lower: [Double]
  private var upper: [Double]
  private var theta: [Double]
  /// Jᵀr and JᵀJ by z, and Σ r², at the point that was accepted last.
  private var gradient: [Double]
  private var normal: [Double]
  private var squares = 0.0
  private var solver: ETSSolver

  /// A search whose errors are rounding where Σ e² is below `floor`.
  init(_ kernel: ETSKernel, floor: Double) {
    self.kernel = kernel
    self.floor = floor
    let form = kernel.form
    let slots = kernel.slots
    admissible = ETSAdmissible(season: kernel.period, hasTrend: form.trend != .none)
    states = [Slot.level] + (form.trend == .none ? [] : [Slot.trend]) + Array(Slot.seasons..<slots)
    variables =
      [Slot.alpha] + (form.trend == .none ? [] : [Slot.beta])
      + (form.season == .none ? [] : [Slot.gamma]) + (form.isDamped ? [Slot.phi] : []) + states
    lower = [Double](repeating: -.infinity, count: slots)
    upper = [Double](repeating: .infinity, count: slots)
    lower.replaceSubrange(0..<4, with: [Self.least, 0, 0, form.isDamped ? 0.8 : 1])
    upper.replaceSubrange(0..<4, with: [1 - Self.least, 1, 1, form.isDamped ? 0.98 : 1])
    // Factors stay above zero.
    let factors =
      (form.trend == .multiplicative ? [Slot.level, Slot.trend] : [])
      + (form.season == .multiplicative ? Array(Slot.seasons..<slots) : [])
    for slot in factors { lower[slot] = 1e-8 }
    theta = [Double](repeating: 0, count: slots)
    gradient = theta
    normal = [Double](repeating: 0, count: slots * slots)
    solver = ETSSolver(slots: slots)
  }

  /// The smoothing parameters of a point.
  static func parameters(_ z: [Double], _ form: ETSForm) -> ETSParameters {
    let alpha = z[Slot.alpha]
    return ETSParameters(
      alpha: alpha,
      beta: form.trend == .none ? 0 : least + z[Slot.beta] * (alpha - least),
      gamma: form.season == .none ? 0 : least + z[Slot.gamma] * (1 - alpha - least),
      phi: z[Slot.phi])
  }

  /// The best end of several starts.
  ///
  /// The `refined` most promising and those that are `certain` to be worth it are followed until
  /// steps promise little, and the best of them to the end.
  mutating func best(from starts: [[Double]], refined: Int, also certain: [[Double]]) -> Point {
    var points = starts.map { start -> Point in
      var point = Point(z: start.indices.map { min(max(start[$0], lower[$0]), upper[$0]) })
      settle(&point)
      return point
    }
    points.sort { $0.value < $1.value }
    points = points.prefix(refined) + certain.map { Point(z: $0) }
    for index in points.indices { descend(&points[index], until: 1e-3) }
    var best = points.min { $0.value < $1.value } ?? points[0]
    descend(&best, until: 1e-11)
    return best
  }

  /// Moves the state of a start to where the parameters want it.
  private mutating func settle(_ point: inout Point) {
    point.value = evaluate(point.z, derivatives: true)
    guard point.value < .infinity else { return }
    keepDerivatives(at: point.z)
    _ = solver.solve(
      normal, gradient, damping: 0, over: states, at: point.z, lower: lower, upper: upper)
    var candidate = point.z
    for slot in states { candidate[slot] += solver.step[slot] }
    let value = evaluate(candidate, derivatives: false)
    if value < point.value { point = Point(z: candidate, value: value) }
  }

  /// Follows the descent from a point until a step promises less than that part of Σ r².
  ///
  /// The damping follows the agreement of promise and result.
  private mutating func descend(_ point: inout Point, until tolerance: Double) {
    point.value = evaluate(point.z, derivatives: true)
    guard point.value < .infinity else { return }
    keepDerivatives(at: point.z)
    var damping = 1e-3
    var growth = 4.0
    var steps = 0
    while steps < 200, squares > floor {
      let promise =
        solver.solve(
          normal, gradient, damping: damping, over: variables, at: point.z, lower: lower,
          upper: upper) / squares
      guard abs(promise) > tolerance else { return }
      // Several bounds at once may turn a step uphill; a shorter one meets fewer.
      guard promise > 0 else {
        damping = max(damping, 1e-3) * 10
        guard damping < 1e12 else { return }
        continue
      }
      var candidate = point.z
      for slot in variables { candidate[slot] += solver.step[slot] }
      let value = evaluate(candidate, derivatives: true)
      steps += 1
      if value < point.value {
        let fall = -expm1((value - point.value) / Double(kernel.count))
        point = Point(z: candidate, value: value)
        keepDerivatives(at: candidate)
        let agreement = 2 * fall / promise - 1
        damping *= max(0.1, 1 - agreement * agreement * agreement)
        growth = 4
      } else {
        damping = max(damping, 1e-6) * growth
        growth *= 2
        guard damping < 1e12 else { return }
      }
    }
  }

  /// −2 ln L at a point; +∞ outside the admissible region.
  private mutating func evaluate(_ z: [Double], derivatives: Bool) -> Double {
    let p = Self.parameters(z, kernel.form)
    guard admissible.contains(alpha: p.alpha, beta: p.beta, gamma: p.gamma, phi: p.phi) else {
      return .infinity
    }
    for slot in Slot.level..<z.count { theta[slot] = z[slot] }
    theta[Slot.alpha] = p.alpha
    theta[Slot.beta] = p.beta
    theta[Slot.gamma] = p.gamma
    theta[Slot.phi] = p.phi
    return theta.withUnsafeBufferPointer { theta in
      theta.baseAddress.map { kernel.evaluate($0, floor: floor, derivatives: derivatives) }
        ?? .infinity
    }
  }

  /// Takes the derivatives from the kernel and turns them to those by z.
  ///
  ///     ∂α = ∂α + u ∂β − w ∂γ        ∂u = (α − ε) ∂β        ∂w = (1 − α − ε) ∂γ
  private mutating func keepDerivatives(at z: [Double]) {
    let slots = kernel.slots
    let row = kernel.rowLength
    kernel.normal.withMemoryRebound(to: Double.self, capacity: row * row) { source in
      for i in 0..<slots {
        for j in i..<slots {
          normal[i * slots + j] = source[i * row + j]
          normal[j * slots + i] = source[i * row + j]
        }
      }
    }
    kernel.gradient.withMemoryRebound(to: Double.self, capacity: row) { source in
      for i in 0..<slots { gradient[i] = source[i] }
    }
    squares = kernel.squares
    let (u, w) = (z[Slot.beta], z[Slot.gamma])
    let (byU, byW) = (z[Slot.alpha] - Self.least, 1 - z[Slot.alpha] - Self.least)
    gradient[0] += u * gradient[1] - w * gradient[2]
    gradient[1] *= byU
    gradient[2] *= byW
    for i in 0..<slots {
      normal[i * slots] += u * normal[i * slots + 1] - w * normal[i * slots + 2]
      normal[i * slots + 1] *= byU
      normal[i * slots + 2] *= byW
    }
    for j in 0..<slots {
      normal[j] += u * normal[slots + j] - w * normal[2 * slots + j]
      normal[slots + j] *= byU
      normal[2 * slots + j] *= byW
    }
  }
}
