import Glibc

/// The last values of an annual series, as numbers without a unit that series can be compared by.
///
/// Everything is measured from the last value, in units of the mean size of the changes. Windows
/// of the same length of any two series then look alike, whatever they count.
package struct SeriesWindow: Sendable {
  /// y[n], from where changes are counted.
  package let last: Double
  /// mean |Δy| of the window, which is above zero.
  package let scale: Double
  /// One number for each of `featureCount`, then one for each hinge, the constant last.
  package let features: [Double]

  /// The shortest window.
  package static let leastCount = 3
  /// How many features there are.
  package static let featureCount = 21
  /// How many changes are features each; fewer where the window is shorter.
  private static let changeCount = 4

  /// max(x − knot, 0) of a feature x: what is far from usual may count otherwise than what is not.
  package struct Hinge: Sendable, Hashable {
    /// The place of x in `features`.
    package let feature: Int
    /// Up to where the hinge is zero.
    package let knot: Double

    /// The newest change, beyond two and a half usual ones.
    package static let newestChange = Hinge(feature: 3, knot: 2.5)
    /// How far the window has climbed in all, beyond seven usual changes.
    package static let climb = Hinge(feature: 13, knot: 7)
    /// The logarithm of the last value beside the mean, beyond a quarter.
    package static let height = Hinge(feature: 16, knot: 0.25)

    /// How far the feature is beyond the knot.
    ///
    /// Rounding is not beyond it. A window of eight values climbs seven usual changes at the most:
    /// of what rounding adds to that, a regression would make an enormous coefficient.
    func excess(in features: [Double]) -> Double {
      let excess = features[feature] - knot
      return excess > 1e-9 ? excess : 0
    }
  }

  /// `nil` where nothing changes, as there is no unit to measure in.
  package init?(
    _ values: ArraySlice<Double>, hinges: [Hinge] = PooledDesign.chosen.hinges
  ) {
    precondition(values.count >= Self.leastCount, "a window of \(values.count) values")
    let y = Array(values)
    let n = Double(y.count)
    let last = y[y.count - 1]
    let changes = zip(y.dropFirst(), y).map { $0 - $1 }
    let sizes = changes.map(abs)
    let scale = sizes.reduce(0, +) / (n - 1)
    let mean = y.reduce(0, +) / n
    let level = y.reduce(0) { $0 + abs($1) } / n
    // Below rounding of the level a change is none.
    guard scale > 1e-12 * level, scale >= .leastNormalMagnitude else { return nil }

    let sorted = y.sorted()
    let middle = (sorted[(y.count - 1) / 2] + sorted[y.count / 2]) / 2
    let recent = (y[y.count - 1] + y[y.count - 2] + y[y.count - 3]) / 3
    let squares = (n * n - 1) * n / 12
    var slope = 0.0
    for (place, value) in y.enumerated() {
      slope += (Double(place) - (n - 1) / 2) * value / squares
    }
    let size = abs(last) / scale
    let newest = changes.suffix(Self.changeCount).map { $0 / scale }
    let heights = (now: max(last, 0) + 0.1 * scale, usual: max(mean, 0) + 0.1 * scale)
    self.last = last
    self.scale = scale
    let usual =
      [Double](repeating: 0, count: Self.changeCount - newest.count) + newest + [
        (mean - last) / scale,
        min(size, 8),
        1 / (1 + size),
        (sizes[sizes.count - 1] + sizes[sizes.count - 2]) / (2 * scale),
        abs(mean - last) / scale,
        (middle - last) / scale,
        (sorted[0] - last) / scale,
        (sorted[y.count - 1] - last) / scale,
        (recent - last) / scale,
        (last - y[0]) / scale,
        scale / level,
        min(level / scale, 8),
        log(heights.now / heights.usual),
        (sizes.max() ?? scale) / scale,
        slope / scale,
        (mean + slope * (n - 1) / 2 - last) / scale,
      ]
    features = usual + hinges.map { $0.excess(in: usual) } + [1]
  }
}

extension History {
  /// The values with gaps closed: the last one stays, and a change over a gap of g periods counts
  /// as one of a single period, which is √g times smaller.
  package var closed: [Double] {
    guard values.contains(where: { $0 == nil }) else { return values.compactMap(\.self) }
    let present = present
    var closed = [last]
    for (before, after) in zip(present, present.dropFirst()).reversed() {
      let change = (after.value - before.value) / Double(after.index - before.index).squareRoot()
      closed.append(closed[closed.count - 1] - change)
    }
    return closed.reversed()
  }
}
