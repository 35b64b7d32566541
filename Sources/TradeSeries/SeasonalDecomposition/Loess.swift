/// Smooths equally spaced values by regressions on the neighbours of each place.
///
///     w = (1 − (distance / h)³)³, h the distance to the farthest of the window's neighbours
///
/// Only every tenth part of a window is a regression carried out; between those the curve is a
/// straight line.
///
/// Reference: Cleveland, "Robust locally weighted regression and smoothing scatterplots", *Journal
/// of the American Statistical Association* 74 (1979).
struct Loess: Sendable {
  /// How many neighbours count, an odd number.
  let window: Int
  /// 0 for local means, 1 for local lines.
  let degree: Int

  /// The smooth curve at the values' own places.
  func smoothed(_ y: [Double], weights: [Double]?) -> [Double] {
    let n = y.count
    guard n > 1 else { return y }
    let jump = min((window + 9) / 10, n - 1)
    var smooth = [Double](repeating: 0, count: n)
    var known = Array(stride(from: 0, to: n, by: jump))
    if known.last != n - 1 { known.append(n - 1) }
    for place in known {
      let last = known[max(known.count - 2, 0)]
      // The last place takes the neighbours of the place before it.
      let centre = jump > 1 && place == n - 1 && (n - 1) % jump != 0 ? last : place
      let neighbours = neighbours(of: centre, count: n, jump: jump)
      smooth[place] = value(at: Double(place), y, neighbours, weights) ?? y[place]
    }
    for (left, right) in zip(known, known.dropFirst()) {
      let slope = (smooth[right] - smooth[left]) / Double(right - left)
      for place in (left + 1)..<max(right, left + 1) {
        smooth[place] = smooth[left] + slope * Double(place - left)
      }
    }
    return smooth
  }

  /// The smooth curve at the values' places and at one more on each side.
  func extended(_ y: [Double], weights: [Double]?) -> [Double] {
    let n = y.count
    let inner = smoothed(y, weights: weights)
    let before = value(at: -1, y, 0...(min(window, n) - 1), weights) ?? inner[0]
    let after =
      value(at: Double(n), y, max(0, n - window)...(n - 1), weights) ?? inner[n - 1]
    return [before] + inner + [after]
  }

  private func neighbours(of place: Int, count n: Int, jump: Int) -> ClosedRange<Int> {
    guard window < n else { return 0...(n - 1) }
    let half = (window - 1) / 2
    let left = min(max(place - half, 0), n - window)
    return left...(left + window - 1)
  }

  /// `nil` where no neighbour has a weight.
  private func value(
    at x: Double, _ y: [Double], _ neighbours: ClosedRange<Int>, _ weights: [Double]?
  ) -> Double? {
    let n = y.count
    var reach = max(x - Double(neighbours.lowerBound), Double(neighbours.upperBound) - x)
    if window > n { reach += Double((window - n) / 2) }
    var w = [Double](repeating: 0, count: neighbours.count)
    var sum = 0.0
    for (index, place) in neighbours.enumerated() {
      let distance = abs(Double(place) - x)
      guard distance <= 0.999 * reach else { continue }
      let part = distance / reach
      let cube = 1 - part * part * part
      w[index] = (distance <= 0.001 * reach ? 1 : cube * cube * cube) * (weights?[place] ?? 1)
      sum += w[index]
    }
    guard sum > 0 else { return nil }
    for index in w.indices { w[index] /= sum }
    if degree > 0, reach > 0 {
      var (mean, spread) = (0.0, 0.0)
      for (index, place) in neighbours.enumerated() { mean += w[index] * Double(place) }
      for (index, place) in neighbours.enumerated() {
        let distance = Double(place) - mean
        spread += w[index] * distance * distance
      }
      // A line only where the neighbours are not all at one place.
      if spread.squareRoot() > 0.001 * Double(n - 1) {
        for (index, place) in neighbours.enumerated() {
          w[index] *= 1 + (x - mean) / spread * (Double(place) - mean)
        }
      }
    }
    return zip(neighbours, w).reduce(0) { $0 + $1.1 * y[$1.0] }
  }
}
