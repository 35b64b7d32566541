import Glibc

/// A minimum of a smooth function of a few variables, by the method of Broyden, Fletcher, Goldfarb
/// and Shanno with the whole matrix.
///
/// For functions that cost a few microseconds: the general optimiser's bookkeeping costs as much as
/// a likelihood of twenty values.
///
/// Reference: Nocedal & Wright, *Numerical Optimization*, 2nd edition, chapters 3 and 6.
struct QuasiNewton {
  /// Stops when two steps in a row change the value by less than this.
  var tolerance = 1e-13
  /// Stops after so many steps.
  var stepLimit = 150

  /// The function gives its value and fills in its gradient; +∞ where it has none.
  func minimum(
    from start: [Double], of function: ([Double], inout [Double]) -> Double
  ) -> (point: [Double], value: Double) {
    let n = start.count
    var point = start
    var gradient = [Double](repeating: 0, count: n)
    var value = function(point, &gradient)
    guard n > 0, value.isFinite else { return (point, value) }
    var inverse = [Double](repeating: 0, count: n * n)
    for i in 0..<n { inverse[i * n + i] = 1 }
    var (next, nextGradient) = (point, gradient)
    var direction = gradient
    var change = gradient
    var isFresh = true
    var small = 0
    for _ in 0..<stepLimit {
      var slope = 0.0
      for i in 0..<n {
        direction[i] = 0
        for j in 0..<n { direction[i] -= inverse[i * n + j] * gradient[j] }
        slope += direction[i] * gradient[i]
      }
      guard slope < 0 else {
        if isFresh { break }
        isFresh = true
        for i in 0..<n { for j in 0..<n { inverse[i * n + j] = i == j ? 1 : 0 } }
        continue
      }
      // No step of more than a half in any coordinate: the parameters are angles.
      let longest = direction.reduce(0) { max($0, abs($1)) }
      var length = min(1, 0.5 / longest)
      var nextValue = Double.infinity
      var found = false
      for _ in 0..<40 {
        for i in 0..<n { next[i] = point[i] + length * direction[i] }
        nextValue = function(next, &nextGradient)
        if nextValue <= value + 1e-4 * length * slope {
          found = true
          break
        }
        // The minimum of the parabola through what is known, within a fifth and a half.
        let bend = nextValue - value - length * slope
        let best = bend.isFinite && bend > 0 ? -0.5 * slope * length / bend : 0.2
        length *= min(max(best, 0.1), 0.5)
        if length * longest < 1e-12 { break }
      }
      guard found else {
        if isFresh { break }
        isFresh = true
        for i in 0..<n { for j in 0..<n { inverse[i * n + j] = i == j ? 1 : 0 } }
        continue
      }
      var (product, own) = (0.0, 0.0)
      for i in 0..<n {
        next[i] -= point[i]
        change[i] = nextGradient[i] - gradient[i]
        product += next[i] * change[i]
        own += change[i] * change[i]
        point[i] += next[i]
      }
      let gain = value - nextValue
      value = nextValue
      gradient = nextGradient
      small = gain <= tolerance ? small + 1 : 0
      if small == 2 { break }
      guard product > 1e-300 else { continue }
      if isFresh {
        // The first matrix takes the scale of what the step has shown.
        for i in 0..<n { inverse[i * n + i] = product / own }
        isFresh = false
      }
      update(&inverse, step: next, change: change, product: product, into: &direction)
    }
    return (point, value)
  }

  /// Learns from a step: H ← (1 − s yᵀ / sᵀy) H (1 − y sᵀ / sᵀy) + s sᵀ / sᵀy.
  private func update(
    _ inverse: inout [Double], step: [Double], change: [Double], product: Double,
    into moved: inout [Double]
  ) {
    let n = step.count
    var quadratic = 0.0
    for i in 0..<n {
      moved[i] = 0
      for j in 0..<n { moved[i] += inverse[i * n + j] * change[j] }
      quadratic += moved[i] * change[i]
    }
    let factor = (1 + quadratic / product) / product
    for i in 0..<n {
      for j in 0..<n {
        inverse[i * n + j] +=
          factor * step[i] * step[j] - (moved[i] * step[j] + step[i] * moved[j]) / product
      }
    }
  }
}
