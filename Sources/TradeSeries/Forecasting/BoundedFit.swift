import Glibc

/// A method fitted to a series in which some values are known as bounds only.
///
/// "More than 500" is a censored observation. The value behind it is integrated out: the method is
/// fitted to many completed series, in which the open values take points u spread over all that the
/// bounds allow, and every fit counts with the likelihood of its completed series.
///
///     p(y[n+h] | bounds) ≈ Σ w · p(y[n+h] | y, u)      w ∝ L(y, u) / q(u)
///
/// q is the density of the points. It begins heavy-tailed above a lower bound and uniform below an
/// upper one, and moves in rounds to where the weight lies, one grid a dimension. The points are the
/// same in every run.
///
/// Reference: Little & Rubin, *Statistical Analysis with Missing Data*, 3rd edition, chapters 5
/// and 10; Lepage, "A new algorithm for adaptive multidimensional integration", *Journal of
/// Computational Physics* 27 (1978), for the grids.
public struct BoundedFit: FittedForecaster {
  /// The fits of completed series with their weights, which need not sum to 1.
  let parts: [(weight: Double, fit: any FittedForecaster)]
  /// That of the completion that weighs most.
  public let likelihood: Likelihood

  init(_ method: some Forecaster, _ series: Series) throws(SeriesError) {
    let open = series.values.indices.filter { series.qualifier(at: $0).isBound }
    let tails = open.map { Tail(series, at: $0) }
    var grids = open.map { _ in Grid() }
    let prior = series.typicalChange
    var parts: [(weight: Double, fit: any FittedForecaster)] = []
    let counts = open.count == 1 ? [32, 32, 48] : [128, 128, 192]
    for (round, count) in counts.enumerated() {
      var points: [(u: [Double], logWeight: Double, fit: any FittedForecaster)] = []
      for index in 0..<count {
        let places = (0..<open.count).map { dimension in
          grids[dimension].place(
            Self.coordinate(index, of: count, dimension: dimension, among: open.count))
        }
        var values = series.values
        var logWeight = 0.0
        for (dimension, place) in places.enumerated() {
          values[open[dimension]] = tails[dimension].value(at: place.u)
          logWeight += log(place.width) + tails[dimension].logJacobian(at: place.u)
        }
        let fit = try method.fit(History(values, season: series.season))
        points.append((places.map(\.u), logWeight + fit.likelihood.logMarginal(prior: prior), fit))
      }
      let largest = points.reduce(-Double.infinity) { max($0, $1.logWeight) }
      // Sums of squares that underflow leave weights without a finite logarithm: the largest count.
      parts = points.map { point in
        let weight = point.logWeight == largest ? 1 : exp(point.logWeight - largest)
        return (weight.isNaN ? 0 : weight, point.fit)
      }
      guard round + 1 < counts.count else { break }
      for dimension in open.indices {
        grids[dimension] = grids[dimension].refined(
          zip(points, parts).map { (u: $0.u[dimension], weight: $1.weight) })
      }
    }
    self.parts = parts
    let heaviest = parts.max { $0.weight < $1.weight } ?? parts[0]
    likelihood = heaviest.fit.likelihood
  }

  /// The mixture of what all completed series lead to.
  public func distribution(at step: Int) -> Predictive {
    .pooled(parts.map { .init(weight: $0.weight, distribution: $0.fit.distribution(at: step)) })
  }

  /// Point `index` of `count` in the unit cube: midpoints for one dimension, an additive recurrence
  /// with irrational steps for more.
  private static func coordinate(
    _ index: Int, of count: Int, dimension: Int, among dimensions: Int
  ) -> Double {
    guard dimensions > 1 else { return (Double(index) + 0.5) / Double(count) }
    // The steps are powers of 1/φ, φ the real root of φ^(d+1) = φ + 1.
    var root = 1.5
    for _ in 0..<60 { root = pow(1 + root, 1 / Double(dimensions + 1)) }
    let position = 0.5 + Double(index + 1) * pow(root, -Double(dimension + 1))
    return min(max(position - position.rounded(.down), 1e-6), 1 - 1e-6)
  }
}

extension Series {
  /// The root mean square of the changes between neighbours that are no bounds, as a part of the
  /// level; five per cent where there is none.
  fileprivate var typicalChange: Double {
    let changes = zip(values.indices, values.indices.dropFirst()).compactMap { before, after in
      [before, after].contains { qualifier(at: $0).isBound }
        ? nil : values[after].flatMap { later in values[before].map { later - $0 } }
    }
    let squares = changes.reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return 0.05 }
    return (squares / Double(changes.count)).squareRoot() / history.level
  }
}

/// The values that a bound allows, as a function of u from 0 to 1.
private struct Tail {
  let bound: Double
  let isLower: Bool
  /// The mean size of the changes, or a fifth of the level where there is none.
  let spread: Double

  init(_ series: Series, at index: Int) {
    bound = series.values[index] ?? 0
    isLower = series.qualifier(at: index) == .moreThan
    let change = series.meanAbsoluteChange
    let level = series.history.level
    spread = change > 0 ? change : level > 0 ? level / 5 : 1
  }

  /// An amount below an upper bound lies between zero and it; everything else has a long tail.
  private var isFinite: Bool { !isLower && bound > 0 }

  func value(at u: Double) -> Double {
    if isFinite { return bound * u }
    return bound + (isLower ? spread : -spread) * u / (1 - u)
  }

  /// ln |dvalue/du|, less a constant.
  func logJacobian(at u: Double) -> Double { isFinite ? 0 : -2 * log(1 - u) }
}

/// Bins of u that hold equal parts of the weight.
private struct Grid {
  private static let count = 16
  private var edges: [Double] = (0...count).map { Double($0) / Double(count) }

  /// The place of a coordinate from 0 to 1 and how much the grid stretches there.
  func place(_ coordinate: Double) -> (u: Double, width: Double) {
    let position = coordinate * Double(Self.count)
    let bin = min(Int(position), Self.count - 1)
    let width = edges[bin + 1] - edges[bin]
    return (edges[bin] + (position - Double(bin)) * width, width)
  }

  /// Bins for the weights found; a fifth of the points stays spread over all bins, so that nothing
  /// is overlooked for good.
  func refined(_ points: [(u: Double, weight: Double)]) -> Grid {
    var weights = [Double](repeating: 0, count: Self.count)
    for point in points {
      let bin = edges.dropFirst().firstIndex { point.u <= $0 } ?? Self.count
      weights[min(bin - 1, Self.count - 1)] += point.weight
    }
    let total = weights.reduce(0, +)
    guard total > 0 else { return self }
    let shares = weights.map { 0.8 * $0 / total + 0.2 / Double(Self.count) }
    var grid = self
    var (bin, filled) = (0, 0.0)
    for edge in 1..<Self.count {
      let goal = Double(edge) / Double(Self.count)
      while bin < Self.count - 1, filled + shares[bin] < goal {
        filled += shares[bin]
        bin += 1
      }
      let part = min(max((goal - filled) / shares[bin], 0), 1)
      grid.edges[edge] = edges[bin] + part * (edges[bin + 1] - edges[bin])
    }
    return grid
  }
}
