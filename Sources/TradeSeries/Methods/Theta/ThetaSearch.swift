import TradeNumerics

/// The parameters of a Theta model that make Σ e² smallest.
///
///     e[t] = y[t] − l[t−1] − ω g[t]        g[t] = A (1 − α)^(t−1) + B (1 − (1 − α)^t) / α
///     l[t] = l[t−1] + α (y[t] − l[t−1])    ω = 1 − 1/θ
///
/// A and B do not depend on the parameters. For a given α every error is therefore linear in the
/// first level l₀ and in ω, and both are the solution of a least-squares problem with two unknowns
/// and 0 ≤ ω < 1. Only α is searched for: a grid, then ever smaller steps round each valley and the
/// vertex of a parabola.
///
/// A gap takes the expected value for the level and leaves the line; the level is then no longer
/// free of ω, but still linear in it. The first error after a gap of k periods has the variance
/// 1 + k α² and is scaled to that of one step.
///
/// This file is a hot path: eight values of α run through the series at once in the lanes of a
/// vector, since one recursion alone waits for its own results. It allocates nothing a period.
struct ThetaSearch {
  let sample: ThetaSample
  let alphas: ClosedRange<Double>
  /// The range of ω.
  let weights: ClosedRange<Double>

  /// One candidate with the best l₀ and ω for its α.
  struct Point {
    var alpha: Double
    var level: Double
    var weight: Double
    var squares: Double
  }

  private typealias Lanes = SIMD8<Double>
  private static let lanes = Lanes.scalarCount

  /// The best point found in the range of α.
  func best() -> Point {
    let middle = (weights.lowerBound + weights.upperBound) / 2
    let reference = Point(alpha: 0, level: 0, weight: middle, squares: 0)
    let count = 3 * Self.lanes
    let step = (alphas.upperBound - alphas.lowerBound) / Double(count - 1)
    let grid = stride(from: 0, to: count, by: Self.lanes).flatMap { first in
      points(from: alphas.lowerBound + Double(first) * step, step: step, round: reference)
    }
    let valleys = grid.indices.filter { index in
      (index == 0 || grid[index].squares < grid[index - 1].squares)
        && (index == count - 1 || grid[index].squares <= grid[index + 1].squares)
    }
    // A rule, not a bound: the sum is smooth in α and the grid is fine, so that a valley half above
    // the lowest is taken not to fall below it between its points, and is left out.
    let least = grid.reduce(Double.infinity) { min($0, $1.squares) }
    let lowest = valleys.filter { grid[$0].squares <= 1.5 * least }.map { index in
      refined(Array(grid[max(index - 1, 0)...min(index + 1, count - 1)]))
    }
    return lowest.min { $0.squares < $1.squares } ?? grid[0]
  }

  /// Narrows a valley between neighbours, in the end to the vertex of the parabola through three of
  /// its points.
  private func refined(_ valley: [Point]) -> Point {
    var valley = valley
    var best = valley.min { $0.squares < $1.squares } ?? valley[0]
    for round in 0..<4 {
      var (low, high) = (valley[0].alpha, valley[valley.count - 1].alpha)
      if round > 1, let vertex = vertex(of: valley) {
        // The parabola errs by about the square of the distance of its points.
        let reach = (high - low) / 16
        (low, high) = (max(low, vertex - reach), min(high, vertex + reach))
      }
      guard high > low else { break }
      let points = points(
        from: low, step: (high - low) / Double(Self.lanes - 1), round: best)
      let index = points.indices.min { points[$0].squares < points[$1].squares } ?? 0
      if points[index].squares < best.squares || round < 3 { best = points[index] }
      valley = Array(points[max(index - 1, 0)...min(index + 1, Self.lanes - 1)])
    }
    let last = points(from: vertex(of: valley) ?? best.alpha, step: 0, round: best)[0]
    let again = points(from: best.alpha, step: 0, round: best)[0]
    return last.squares < again.squares ? last : again
  }

  /// Where the parabola through three points is lowest, if that is between the outer ones.
  private func vertex(of points: [Point]) -> Double? {
    guard points.count == 3 else { return nil }
    let (a, b, c) = (points[0], points[1], points[2])
    let left = (b.alpha - a.alpha) * (b.squares - c.squares)
    let right = (b.alpha - c.alpha) * (b.squares - a.squares)
    guard left != right else { return nil }
    let vertex =
      b.alpha - ((b.alpha - a.alpha) * left - (b.alpha - c.alpha) * right) / (2 * (left - right))
    return vertex > a.alpha && vertex < c.alpha ? vertex : nil
  }

  /// Eight values of α, evenly spaced, each with its best l₀ and ω.
  ///
  /// Errors are taken round a reference: near the solution nothing is lost to rounding.
  private func points(from alpha: Double, step: Double, round reference: Point) -> [Point] {
    var alphas = Lanes.zero
    for lane in 0..<Self.lanes {
      // The last point of the grid is the end of the range, to the last digit.
      alphas[lane] = min(alpha + Double(lane) * step, self.alphas.upperBound)
    }
    let (levels, weights, squares) = solved(moments(alphas, reference), reference)
    return (0..<Self.lanes).map { lane in
      Point(
        alpha: alphas[lane], level: levels[lane], weight: weights[lane], squares: squares[lane])
    }
  }

  /// Sums of products of the errors r at the reference, c = ∂/∂l₀ and g = ∂/∂ω.
  private struct Moments {
    var rr = Lanes.zero
    var rc = Lanes.zero
    var rg = Lanes.zero
    var cc = Lanes.zero
    var cg = Lanes.zero
    var gg = Lanes.zero

    @inline(__always)
    mutating func add(_ r: Lanes, _ c: Lanes, _ g: Lanes) {
      rr += r * r
      rc += r * c
      rg += r * g
      cc += c * c
      cg += c * g
      gg += g * g
    }
  }

  private func moments(_ alpha: Lanes, _ reference: Point) -> Moments {
    let beta = 1 - alpha
    let inverse = 1 / alpha
    let weight = Lanes(repeating: reference.weight)
    var level = Lanes(repeating: reference.level)
    // (1 − α)^(t−1), ∂l/∂l₀ and ∂l/∂ω.
    var (power, share, lift) = (Lanes(repeating: 1), Lanes(repeating: 1), Lanes.zero)
    var moments = Moments()
    var missing = 0.0
    for index in sample.values.indices {
      let next = power * beta
      let lead =
        power * sample.intercepts[index] + (1 - next) * inverse * sample.slopes[index]
      if sample.isPresent[index] {
        let value = sample.values[index]
        if index >= sample.start {
          let error = value - level - weight * lead
          if missing == 0 {
            moments.add(error, share, lead + lift)
          } else {
            let scale = 1 / (1 + missing * alpha * alpha).squareRoot()
            moments.add(error * scale, share * scale, (lead + lift) * scale)
          }
        }
        level = alpha * value + beta * level
        share *= beta
        lift *= beta
        missing = 0
      } else {
        level += alpha * weight * lead
        lift += alpha * lead
        missing += 1
      }
      power = next
      // Numbers too small to matter would end in the slow range below the normal ones.
      if index % 32 == 31 {
        power.replace(with: 0, where: power .< 1e-100)
        share.replace(with: 0, where: share .< 1e-100)
      }
    }
    return moments
  }

  /// The best l₀ and ω of each lane: l₀ is eliminated, ω kept in its range, then l₀ follows.
  private func solved(
    _ m: Moments, _ reference: Point
  ) -> (level: Lanes, weight: Lanes, squares: Lanes) {
    let hasShare = m.cc .> 0
    let inverse = (1 / m.cc).replacing(with: 0, where: .!hasShare)
    let gg = m.gg - m.cg * m.cg * inverse
    let rg = m.rg - m.rc * m.cg * inverse
    let rr = m.rr - m.rc * m.rc * inverse
    // A line that the level alone can follow says nothing of ω, which then stays at the reference.
    let isKnown = (gg .> 1e-14 * m.gg) .& (gg .> 0)
    let change = (rg / gg).replacing(with: 0, where: .!isKnown)
    let weight = (reference.weight + change).clamped(
      lowerBound: Lanes(repeating: weights.lowerBound),
      upperBound: Lanes(repeating: weights.upperBound))
    let moved = weight - reference.weight
    let level = reference.level + (m.rc - moved * m.cg) * inverse
    let squares = rr - 2 * moved * rg + moved * moved * gg
    return (
      level, weight, squares.clamped(lowerBound: .zero, upperBound: .init(repeating: .infinity))
    )
  }
}
