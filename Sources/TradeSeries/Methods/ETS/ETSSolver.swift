/// One step of Levenberg–Marquardt in a box.
///
///     (A + λ diag A) δ = −g        for the variables that are free
///
/// A variable at a bound that would leave the box stays. One that would cross its bound stops there,
/// the first to do so before others, and the rest is solved again.
struct ETSSolver {
  private let slots: Int
  private var triangle: [Double]
  private var right: [Double]
  /// δ, 0 for variables that stay.
  private(set) var step: [Double]
  private var free: [Int] = []

  init(slots: Int) {
    self.slots = slots
    triangle = [Double](repeating: 0, count: slots * slots)
    right = [Double](repeating: 0, count: slots)
    step = right
    free.reserveCapacity(slots)
  }

  /// Finds δ for some variables of z; returns by how much the model expects Σ r² to fall.
  mutating func solve(
    _ normal: [Double], _ gradient: [Double], damping: Double, over variables: [Int],
    at z: [Double], lower: [Double], upper: [Double]
  ) -> Double {
    free.removeAll(keepingCapacity: true)
    for slot in 0..<slots { step[slot] = 0 }
    for slot in variables where normal[slot * slots + slot] > 0 {
      let isHeld =
        z[slot] <= lower[slot] && gradient[slot] >= 0
        || z[slot] >= upper[slot] && gradient[slot] <= 0
      if !isHeld { free.append(slot) }
    }
    while !free.isEmpty {
      factorise(normal, damping: damping)
      for (row, slot) in free.enumerated() {
        var sum = -gradient[slot]
        // What the variables that stopped at a bound leave to the others.
        for other in variables where step[other] != 0 && !free.contains(other) {
          sum -= normal[slot * slots + other] * step[other]
        }
        right[row] = sum
      }
      substitute()
      // The variable that meets its bound first stops there.
      var (first, part) = (-1, 1.0)
      for (row, slot) in free.enumerated() {
        step[slot] = right[row]
        let bound = right[row] < 0 ? lower[slot] : upper[slot]
        let share = (bound - z[slot]) / right[row]
        if share < part { (first, part) = (row, share) }
      }
      guard first >= 0 else { break }
      let slot = free.remove(at: first)
      step[slot] = (right[first] < 0 ? lower[slot] : upper[slot]) - z[slot]
    }
    return decrease(normal, gradient, over: variables)
  }

  /// −2 gᵀδ − δᵀAδ.
  private func decrease(_ normal: [Double], _ gradient: [Double], over variables: [Int]) -> Double {
    var sum = 0.0
    for slot in variables where step[slot] != 0 {
      var product = 2 * gradient[slot]
      for other in variables { product += normal[slot * slots + other] * step[other] }
      sum -= step[slot] * product
    }
    return sum
  }

  /// Cholesky of the free part; a pivot that rounding has eaten counts as its own size.
  private mutating func factorise(_ normal: [Double], damping: Double) {
    let n = free.count
    for row in 0..<n {
      let own = normal[free[row] * slots + free[row]] * (1 + damping)
      for column in 0...row {
        var sum = column == row ? own : normal[free[row] * slots + free[column]]
        for k in 0..<column { sum -= triangle[row * slots + k] * triangle[column * slots + k] }
        if column == row {
          triangle[row * slots + row] = (sum > 1e-14 * own ? sum : own).squareRoot()
        } else {
          triangle[row * slots + column] = sum / triangle[column * slots + column]
        }
      }
    }
  }

  private mutating func substitute() {
    let n = free.count
    for row in 0..<n {
      var sum = right[row]
      for k in 0..<row { sum -= triangle[row * slots + k] * right[k] }
      right[row] = sum / triangle[row * slots + row]
    }
    for row in (0..<n).reversed() {
      var sum = right[row]
      for k in row + 1..<max(n, row + 1) { sum -= triangle[k * slots + row] * right[k] }
      right[row] = sum / triangle[row * slots + row]
    }
  }
}
