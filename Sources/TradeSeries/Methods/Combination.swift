import TradeNumerics

/// The mean of several methods, quantile by quantile.
///
///     Q(p) = Σ wᵢ Qᵢ(p)        round the mean of their point forecasts, times a width
///
/// A mean of quantiles keeps the shape of its members where a mean of probabilities would spread
/// it. Equal weights are hard to beat, as weights learned from few errors add more noise than they
/// take away. The width makes up for what every model leaves out: that it may be the wrong one.
///
/// References: Bates & Granger, "The combination of forecasts", *Operational Research Quarterly* 20
/// (1969); Lichtendahl, Grushka-Cockayne & Winkler, "Is it better to average probabilities or
/// quantiles?", *Management Science* 59 (2013).
public struct Combination: Forecaster {
  /// `combination` on the command line and in tables.
  public let name: String
  /// The methods whose mean it is.
  public let members: [any Forecaster]
  /// How much each counts, in the order of the members; they sum to 1.
  public let weights: [Double]
  /// What the distance of each quantile from the point is multiplied by, one step ahead first; the
  /// last one holds for all further steps.
  public let widths: [Double]

  /// That of the member that needs the fewest values.
  public var leastCount: Int { members.map(\.leastCount).min() ?? 1 }

  /// A mean of methods, of which there is at least one; equal weights where none are given.
  ///
  /// Weights are from zero on, and one is above it; they need not sum to 1.
  public init(
    _ members: [any Forecaster], weights: [Double]? = nil, widths: [Double] = [1],
    name: String = "combination"
  ) {
    let weights = weights ?? members.map { _ in 1 }
    let total = weights.reduce(0, +)
    precondition(
      weights.count == members.count && weights.allSatisfy { $0 >= 0 } && total > 0,
      "weights of \(weights) for \(members.count) methods")
    precondition(!widths.isEmpty && widths.allSatisfy { $0 > 0 }, "widths of \(widths)")
    self.members = members
    self.weights = weights.map { $0 / total }
    self.widths = widths
    self.name = name
  }

  /// Fits every member; one that cannot answer is left out, and the others make up for it.
  public func fit(_ history: History) throws(SeriesError) -> Fitted {
    try fit(sharing: SharedFits(history))
  }

  func fit(sharing fits: SharedFits) throws(SeriesError) -> Fitted {
    let count = fits.history.count
    var parts: [Fitted.Part] = []
    var failure: SeriesError?
    for (member, weight) in zip(members, weights) where weight > 0 {
      guard count >= member.leastCount else { continue }
      do throws(SeriesError) {
        parts.append(
          Fitted.Part(name: member.name, weight: weight, fit: try fits.fit(member)))
      } catch {
        failure = error
      }
    }
    guard !parts.isEmpty else {
      throw failure ?? .tooShort(method: name, count: count, needed: leastCount)
    }
    return Fitted(parts: parts, widths: widths)
  }

  /// Names the members that can answer, and says where the width of the intervals comes from.
  public func reason(for history: History) -> String {
    let names = members.filter { history.count >= $0.leastCount }.map(\.name)
    let mean = "The mean of \(names.joined(separator: ", ")) for \(history.count) values"
    guard widths.contains(where: { $0 != 1 }) else { return mean + "." }
    return mean + ", with intervals as wide as past errors of such means call for."
  }

  /// The members that could answer, fitted to one series.
  public struct Fitted: FittedForecaster {
    struct Part: Sendable {
      let name: String
      let weight: Double
      let fit: any FittedForecaster
    }

    let parts: [Part]
    let widths: [Double]

    /// That of the member that explains the values best.
    public var likelihood: Likelihood {
      let best = parts.max { $0.fit.logLikelihood < $1.fit.logLikelihood }
      return (best ?? parts[0]).fit.likelihood
    }

    /// Which methods have a part, with their weights, which sum to 1.
    public var shares: [(method: String, weight: Double)] {
      let total = parts.reduce(0) { $0 + $1.weight }
      return parts.map { ($0.name, $0.weight / total) }
    }

    /// The mean of the members' quantiles, as wide as the step calls for.
    public func distribution(at step: Int) -> Predictive {
      let total = parts.reduce(0) { $0 + $1.weight }
      let members = parts.map { (weight: $0.weight / total, $0.fit.distribution(at: step)) }
      return .averaged(members).widened(by: widths[min(step, widths.count) - 1])
    }
  }
}

extension Predictive {
  /// The quantiles between which an average is interpolated.
  private static let grid = WindowModel.probabilities.map {
    (probability: $0, score: StandardNormal.quantile($0))
  }

  /// The weighted mean of quantiles; the weights sum to 1.
  static func averaged(_ members: [(weight: Double, distribution: Predictive)]) -> Predictive {
    combined(members.map(\.distribution)) { values in
      values.indices.reduce(0) { $0 + members[$1].weight * values[$1] }
    }
  }

  /// One distribution of several: each quantile, and the point, is made of those of the members.
  static func combined(
    _ members: [Predictive], by rule: (_ values: [Double]) -> Double
  ) -> Predictive {
    // An explosive member reaches beyond the largest number, from which nothing can be taken away.
    func finite(_ value: Double) -> Double { min(max(value, -0x1p1020), 0x1p1020) }
    let point = rule(members.map { finite($0.point) })
    let points = grid.map { place in
      let quantile = rule(members.map { finite($0.quantile(place.probability)) })
      return QuantilePoint(
        score: place.score, value: place.probability == 0.5 ? 0 : quantile - point)
    }
    // Members whose point is not their median may leave the middle a little out of order.
    let ordered = points.map { point in
      QuantilePoint(
        score: point.score, value: point.score < 0 ? min(point.value, 0) : max(point.value, 0))
    }
    return .empirical(location: point, scale: 1, quantiles: ordered)
  }

  /// The same distribution with its quantiles so many times as far from the point.
  func widened(by factor: Double) -> Predictive {
    guard factor != 1, case .empirical(let location, let scale, let quantiles) = self else {
      return self
    }
    return .empirical(location: location, scale: scale * factor, quantiles: quantiles)
  }
}

extension Forecaster where Self == Combination {
  /// The mean of exponential smoothing, ARIMA and the dynamic Theta method.
  public static var combination: Combination { Combination([.ets, .arima, .dynamicTheta]) }
}
