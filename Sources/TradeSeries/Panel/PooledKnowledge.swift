import TradeNumerics

/// What is known of annual series: window models from one source or several, and the part that the
/// dynamic Theta method has in the point forecast.
struct PooledKnowledge: Sendable, Equatable {
  /// At least one; they count alike.
  let sources: [WindowModels]
  /// From 0 to 1.
  let thetaShare: Double

  /// Whether a history has a place in the models, without fitting anything.
  func covers(_ history: History) -> Bool { !places(history).isEmpty }

  private func places(_ history: History) -> [[WindowModels.Place]] {
    let values = history.closed
    return sources.map { $0.places(values) }.filter { !$0.isEmpty }
  }

  /// Places a history in the models; `nil` for one that is too short or never changes.
  func fit(_ history: History) -> PooledFit? {
    let places = places(history)
    guard !places.isEmpty else { return nil }
    let theta = thetaShare > 0 ? ThetaFit(history) : nil
    return PooledFit(
      places: places, theta: theta, thetaShare: theta == nil ? 0 : thetaShare,
      likelihood: Likelihood(walkOf: history))
  }
}

/// One annual series with what is known to follow windows like its last ones.
public struct PooledFit: FittedForecaster {
  /// The windows of each source, the longest last.
  let places: [[WindowModels.Place]]
  /// The dynamic Theta method, where it has a part in the point forecast.
  let theta: ThetaFit?
  let thetaShare: Double
  /// That of a random walk: it weighs what a bound leaves open.
  public let likelihood: Likelihood

  /// The point forecast: the mean of the sources, each the mean of its windows, blended with the
  /// dynamic Theta method.
  func location(at step: Int) -> Double {
    let pooled = Self.mean(
      places.map { own in
        Self.mean(own.map { $0.model.location(after: $0.window, step: step) })
      })
    guard let theta else { return pooled }
    return pooled + thetaShare * (theta.distribution(at: step).point - pooled)
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

extension ThetaFit {
  /// The dynamic Theta method; `nil` for a history that is too short.
  fileprivate init?(_ history: History) {
    let method = DynamicTheta()
    guard history.count >= method.leastCount, let fit = try? method.fit(history) else {
      return nil
    }
    self = fit
  }
}

extension Likelihood {
  /// That of a random walk through the values.
  init(walkOf history: History) {
    let walk = RandomWalk(history, slope: 0)
    self.init(squares: walk.squares, count: walk.count, level: history.level)
  }
}
