import TradeNumerics

/// What is known of annual series: window models from one source or several, and the part that the
/// other methods have in the point forecast.
struct PooledKnowledge: Sendable, Equatable {
  /// At least one; they count alike.
  let sources: [WindowModels]
  let companions: Companions

  /// Whether a history has a place in the models, without fitting anything.
  func covers(_ history: History) -> Bool { !places(history).isEmpty }

  /// The windows of a history in each source that has any, the longest last.
  func places(_ history: History) -> [[WindowModels.Place]] {
    let values = history.closed
    return sources.map { $0.places(values) }.filter { !$0.isEmpty }
  }

  /// Places a history in the models; `nil` for one that is too short or never changes.
  func fit(_ history: History) -> PooledFit? {
    let places = places(history)
    guard !places.isEmpty else { return nil }
    return PooledFit(
      places: places, companions: companions.fit(history), share: companions.share,
      likelihood: Likelihood(walkOf: history))
  }
}

/// One annual series with what is known to follow windows like its last ones.
public struct PooledFit: FittedForecaster {
  /// The windows of each source, the longest last.
  let places: [[WindowModels.Place]]
  /// Other methods, where they have a part in the point forecast, and how much that is.
  let companions: Companions.Fit?
  let share: Double
  /// That of a random walk: it weighs what a bound leaves open.
  public let likelihood: Likelihood

  /// The point forecast: the mean of the sources, each the mean of its windows, blended with the
  /// mean of other methods.
  func location(at step: Int) -> Double {
    let pooled = Self.mean(
      places.map { own in
        Self.mean(own.map { $0.model.location(after: $0.window, step: step) })
      })
    guard let companions else { return pooled }
    return pooled + share * (companions.location(at: step) - pooled)
  }

  /// The errors that are usual after the longest window of each source, round the point forecast.
  public func distribution(at step: Int) -> Predictive {
    let centre = location(at: step)
    let members = places.compactMap(\.last).map {
      $0.model.distribution(after: $0.window, step: step, centre: centre)
    }
    guard members.count > 1 else { return members[0] }
    let weight = 1 / Double(members.count)
    return .averaged(members.map { (weight, $0) })
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}

extension Likelihood {
  /// That of a random walk through the values.
  init(walkOf history: History) {
    let walk = RandomWalk(history, slope: 0)
    self.init(squares: walk.squares, count: walk.count, level: history.level)
  }
}
