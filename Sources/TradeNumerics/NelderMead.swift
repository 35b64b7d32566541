/// Finds a minimum of a function of a few variables inside a box, without derivatives.
///
/// The simplex method with the usual coefficients: reflection 1, expansion 2, contraction ½,
/// shrinkage ½. Points outside the box are moved to its border. It is meant for objectives that
/// cost about a microsecond, where a general optimiser would cost more than the objective.
///
/// Reference: Nelder & Mead, "A simplex method for function minimization", *The Computer Journal*
/// 7 (1965).
package struct NelderMead: Sendable {
  /// Stops when the values at the corners differ by less than this part of their size.
  package var tolerance = 1e-10
  /// Stops after so many evaluations.
  package var evaluationLimit = 4000

  /// A search with the usual tolerance and limit, which may be changed before it begins.
  package init() {}

  /// The best point found from `start`, whose first step along each axis is `steps`.
  package func minimum(
    from start: [Double], steps: [Double], lower: [Double], upper: [Double],
    of objective: ([Double]) -> Double
  ) -> (point: [Double], value: Double) {
    let n = start.count
    precondition(steps.count == n && lower.count == n && upper.count == n, "sizes differ")
    func inside(_ point: [Double]) -> [Double] {
      (0..<n).map { min(max(point[$0], lower[$0]), upper[$0]) }
    }
    func evaluated(_ point: [Double]) -> (point: [Double], value: Double) {
      let value = objective(point)
      return (point, value.isNaN ? .infinity : value)
    }

    // What a size of the simplex is measured by.
    let reach = steps.map { max(abs($0), .leastNormalMagnitude) }
    var corners = [evaluated(inside(start))]
    for axis in 0..<n {
      var point = inside(start)
      // A step goes to the side with more room, and stays in the box.
      let (below, above) = (point[axis] - lower[axis], upper[axis] - point[axis])
      let isUp = above >= min(steps[axis], below)
      point[axis] += isUp ? min(steps[axis], above) : -min(steps[axis], below)
      corners.append(evaluated(inside(point)))
    }
    var evaluations = n + 1
    while evaluations < evaluationLimit {
      corners.sort { $0.value < $1.value }
      let best = corners[0].value
      let worst = corners[n].value
      // Equal values alone may be two sides of a valley.
      let size = (0..<n).reduce(0) { size, axis in
        max(
          size,
          corners.reduce(0) { max($0, abs($1.point[axis] - corners[0].point[axis])) } / reach[axis])
      }
      if worst - best <= tolerance * abs(best) {
        if size <= tolerance.squareRoot() { break }
        let middle = evaluated(
          (0..<n).map { (corners[0].point[$0] + corners[n].point[$0]) / 2 })
        evaluations += 1
        if abs(middle.value - best) <= tolerance * abs(best) { break }
        corners[n] = middle
        continue
      }

      let centre = (0..<n).map { axis in
        corners[..<n].reduce(0) { $0 + $1.point[axis] } / Double(n)
      }
      func along(_ factor: Double) -> (point: [Double], value: Double) {
        evaluated(inside((0..<n).map { centre[$0] + factor * (corners[n].point[$0] - centre[$0]) }))
      }
      let reflected = along(-1)
      evaluations += 1
      if reflected.value < best {
        let expanded = along(-2)
        evaluations += 1
        corners[n] = expanded.value < reflected.value ? expanded : reflected
      } else if reflected.value < corners[n - 1].value {
        corners[n] = reflected
      } else {
        let contracted = along(reflected.value < worst ? -0.5 : 0.5)
        evaluations += 1
        if contracted.value < min(reflected.value, worst) {
          corners[n] = contracted
        } else {
          for index in 1...n {
            corners[index] = evaluated(
              (0..<n).map { (corners[0].point[$0] + corners[index].point[$0]) / 2 })
          }
          evaluations += n
        }
      }
    }
    return corners.min { $0.value < $1.value } ?? corners[0]
  }
}
