import Glibc

/// The parameters of one ARIMA model that make its exact likelihood largest.
///
/// The coordinates are angles u with partial autocorrelations sin u, so that every point is a
/// stationary and invertible model, a moving average's border can be reached, and no bound is
/// needed. The gradient is by differences, four points at the price of one (`ARMALanes`).
///
/// Reference: Barndorff-Nielsen & Schou, "On the parametrization of autoregressive models by
/// partial autocorrelations", *Journal of Multivariate Analysis* 3 (1973).
struct ARIMAEstimate {
  let orders: ARIMAOrders
  let sample: ARIMASample
  private let kernel: ARMALanes
  private var scratch: [ARMALanes.Lanes]
  private(set) var angles: [Double]
  /// ½ (ln σ̂² + …) per observation.
  private(set) var value = Double.infinity

  init(_ orders: ARIMAOrders, _ sample: ARIMASample) {
    self.orders = orders
    self.sample = sample
    kernel = ARMALanes(
      orders, data: sample.data, width: sample.columns + 1, gaps: sample.gaps)
    scratch = kernel.scratch
    angles = [Double](repeating: 0, count: orders.coefficientCount)
  }

  /// Searches from a point; keeps what it finds if that is better.
  mutating func search(from start: [Double], tolerance: Double) {
    var search = QuasiNewton()
    search.tolerance = tolerance
    var lanes = [ARMALanes.Lanes](repeating: .zero, count: start.count)
    let found = search.minimum(from: start) { point, gradient in
      Self.evaluate(kernel, &scratch, &lanes, point, &gradient)
    }
    guard found.value < value else { return }
    (angles, value) = found
  }

  /// Points to search from: the surface may have several summits.
  static func starts(for orders: ARIMAOrders) -> [[Double]] {
    let count = orders.coefficientCount
    guard count > 0 else { return [[]] }
    // Near a unit root as well, and very near: there a mean or a drift explains much.
    let near = [1.3, 1.52].map { first in
      (0..<count).map { $0 == 0 && orders.autoregressive > 0 ? first : 0 }
    }
    // Coefficients may also pull against each other.
    let against = count < 2 ? [] : [(0..<count).map { $0 % 2 == 0 ? 0.7 : -0.7 }]
    return [0, 0.5, -0.5].map { [Double](repeating: $0, count: count) } + near + against
  }

  /// The step of the differences: half the digits of the value.
  private static let step = 1e-7

  private static func evaluate(
    _ kernel: ARMALanes, _ scratch: inout [ARMALanes.Lanes],
    _ lanes: inout [ARMALanes.Lanes], _ point: [Double], _ gradient: inout [Double]
  ) -> Double {
    let n = point.count
    var value = 0.0
    for i in 0..<n { lanes[i] = ARMALanes.Lanes(repeating: sin(point[i])) }
    // The first pass has the point itself and three neighbours, the others four neighbours each.
    var next = 0
    repeat {
      let isFirst = next == 0
      let from = isFirst ? 1 : 0
      let batch = min(4 - from, n - next)
      for lane in 0..<batch {
        lanes[next + lane][from + lane] = sin(point[next + lane] + step)
      }
      let values = kernel.objective(lanes, &scratch)
      if isFirst { value = values[0] }
      for lane in 0..<batch {
        let i = next + lane
        gradient[i] = (values[from + lane] - value) / step
        if !gradient[i].isFinite { gradient[i] = 0 }
        lanes[i] = ARMALanes.Lanes(repeating: sin(point[i]))
      }
      next += batch
    } while next < n
    return value
  }

  /// The filter with the parameters at a point.
  func filter(at point: [Double]) -> ARMAFilter {
    let stationary = kernel.stationary(point.map { ARMALanes.Lanes(repeating: sin($0)) })
    return ARMAFilter(
      ARMACoefficients(orders, angles: point), stationary: stationary, over: sample)
  }

  /// The value at up to four points.
  mutating func values(at points: [[Double]]) -> [Double] {
    let lanes = angles.indices.map { i in
      var lane = ARMALanes.Lanes(repeating: sin(points[0][i]))
      for (j, point) in points.enumerated() { lane[j] = sin(point[i]) }
      return lane
    }
    let values = kernel.objective(lanes, &scratch)
    return points.indices.map { values[$0] }
  }
}

/// φ and θ of a seasonal ARMA model, in factors and multiplied out.
struct ARMACoefficients: Sendable {
  let ar: [Double]
  let ma: [Double]
  let seasonalAR: [Double]
  let seasonalMA: [Double]
  let season: Int

  init(_ orders: ARIMAOrders, angles: [Double]) {
    let partial = angles.map { sin($0) }
    let (p, q) = (orders.autoregressive, orders.movingAverage)
    ar = Self.coefficients(partial[..<p])
    ma = Self.coefficients(partial[p..<p + q]).map { -$0 }
    seasonalAR = Self.coefficients(partial[(p + q)..<p + q + orders.seasonalAutoregressive])
    seasonalMA =
      Self.coefficients(partial[(p + q + orders.seasonalAutoregressive)...]).map { -$0 }
    season = orders.season
  }

  /// In the order φ, θ, Φ, Θ.
  var all: [Double] { ar + ma + seasonalAR + seasonalMA }

  /// φ[1…] of φ(B) Φ(B^m).
  var fullAR: [Double] { Self.product(ar, seasonalAR, season, sign: -1) }
  /// θ[1…] of θ(B) Θ(B^m).
  var fullMA: [Double] { Self.product(ma, seasonalMA, season, sign: 1) }

  /// Durbin's recursion from partial autocorrelations to coefficients.
  private static func coefficients(_ partial: ArraySlice<Double>) -> [Double] {
    partial.reduce(into: []) { row, last in
      let before = row
      for j in row.indices { row[j] = before[j] - last * before[before.count - 1 - j] }
      row.append(last)
    }
  }

  private static func product(
    _ short: [Double], _ long: [Double], _ season: Int, sign: Double
  ) -> [Double] {
    var result = [Double](repeating: 0, count: short.count + long.count * season)
    for (i, value) in short.enumerated() { result[i] += value }
    for (j, value) in long.enumerated() {
      result[(j + 1) * season - 1] += value
      for (i, other) in short.enumerated() { result[(j + 1) * season + i] += sign * value * other }
    }
    return result
  }

  /// Whether every root of φ, θ, Φ and Θ lies outside the circle with that radius.
  func hasRoots(beyond radius: Double) -> Bool {
    let far = pow(radius, Double(season))
    return Self.isStable(ar, radius) && Self.isStable(ma.map { -$0 }, radius)
      && Self.isStable(seasonalAR, far) && Self.isStable(seasonalMA.map { -$0 }, far)
  }

  /// Durbin's recursion backwards: all partial autocorrelations of 1 − Σ c[k] (radius · B)^k are
  /// within one.
  private static func isStable(_ coefficients: [Double], _ radius: Double) -> Bool {
    var row = coefficients.enumerated().map { $0.element * pow(radius, Double($0.offset + 1)) }
    while let last = row.popLast() {
      let left = 1 - last * last
      guard left > 0 else { return false }
      let before = row
      for j in row.indices { row[j] = (before[j] + last * before[before.count - 1 - j]) / left }
    }
    return true
  }
}
