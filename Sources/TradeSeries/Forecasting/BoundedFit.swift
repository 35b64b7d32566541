import Glibc

/// A method fitted to a series in which some values are known as bounds only.
///
/// "More than 500" is a censored observation. The value behind it is integrated out: the method is
/// fitted to many completed series, in which the open values take points u spread over all that the
/// bounds allow, and every fit counts with the likelihood of its completed series.
///
///     p(y[n+h] | bounds) ≈ Σ w · p(y[n+h] | y, u)      w ∝ L(y, u) / q(u)
///
/// q is the density of the points: a heavy-tailed one above a lower bound, a uniform one below an
/// upper bound. The points are the same in every run.
///
/// Reference: Little & Rubin, *Statistical Analysis with Missing Data*, 3rd edition, chapters 5
/// and 10.
public struct BoundedFit: FittedForecaster {
  private let fits: [(weight: Double, fit: any FittedForecaster)]
  /// The logarithm of the mean of L(y, u) / q(u) over the points, without constants.
  public let logLikelihood: Double

  static let pointCount = 32

  init(_ method: some Forecaster, _ series: Series) throws(SeriesError) {
    let open = series.values.indices.filter { series.qualifier(at: $0).isBound }
    let count = open.count == 1 ? Self.pointCount : 4 * Self.pointCount
    let spread = Self.spread(of: series)
    var candidates: [(fit: any FittedForecaster, logWeight: Double)] = []
    for point in 0..<count {
      var values = series.values
      var logWeight = 0.0
      for (dimension, index) in open.enumerated() {
        let u = Self.coordinate(point, of: count, dimension: dimension, among: open.count)
        let bound = series.values[index] ?? 0
        if series.qualifier(at: index) == .moreThan {
          // u/(1−u) has half its mass below 1; its density in u is 1/(1−u)².
          values[index] = bound + spread * u / (1 - u)
          logWeight -= 2 * log(1 - u)
        } else {
          values[index] = bound > 0 ? bound * u : bound - spread * u / (1 - u)
          logWeight -= bound > 0 ? 0 : 2 * log(1 - u)
        }
      }
      let fit = try method.fit(History(values, season: series.season))
      candidates.append((fit, logWeight + fit.logLikelihood))
    }
    let largest = candidates.reduce(-Double.infinity) { max($0, $1.logWeight) }
    fits = candidates.map { candidate in
      let isLargest = candidate.logWeight == largest
      return (isLargest ? 1 : exp(candidate.logWeight - largest), candidate.fit)
    }
    logLikelihood = largest + log(fits.reduce(0) { $0 + $1.weight } / Double(count))
  }

  /// The mixture of what each completed series leads to expect, weighted by w.
  public func distribution(at step: Int) -> Predictive {
    .pooled(fits.map { .init(weight: $0.weight, distribution: $0.fit.distribution(at: step)) })
  }

  /// The mean size of the changes, or a fifth of the level where there is none.
  private static func spread(of series: Series) -> Double {
    let values = series.values.compactMap(\.self)
    let changes = zip(values, values.dropFirst()).map { abs($1 - $0) }
    let mean = changes.isEmpty ? 0 : changes.reduce(0, +) / Double(changes.count)
    let level = values.reduce(0) { max($0, abs($1)) }
    return mean > 0 ? mean : level > 0 ? level / 5 : 1
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
