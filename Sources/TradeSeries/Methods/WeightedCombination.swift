/// The mean of several methods, each weighed by how little it has erred on the series so far.
///
///     wᵢ ∝ 1 / mean e²        e = y[t+1] − ŷᵢ[t+1|t] at the latest origins t of the series
///
/// Genuine forecasts of the past: at each origin every member is fitted to what came before. The
/// quantiles are averaged as `Combination` does it. Weights from a dozen errors are themselves
/// uncertain, and pay where one member is plainly worse; below `leastOrigins` all weigh the same.
///
/// References: Bates & Granger, "The combination of forecasts", *Operational Research Quarterly* 20
/// (1969); Stock & Watson, "Combination forecasts of output growth in a seven-country data set",
/// *Journal of Forecasting* 23 (2004).
public struct WeightedCombination: Forecaster {
  /// `combination:weighted` on the command line and in tables.
  public let name = "combination:weighted"
  /// The methods whose mean it is.
  public let members: [any Forecaster]

  /// The fewest origins that weights are learned from.
  public static let leastOrigins = 6
  /// The most origins: of a longer series the latest.
  public static let originLimit = 12

  /// That of the member that needs the fewest values.
  public var leastCount: Int { plain.leastCount }

  /// The weighted mean of methods, of which there is at least one.
  public init(_ members: [any Forecaster]) {
    precondition(!members.isEmpty, "a mean of no methods")
    self.members = members
  }

  /// The same members with equal weights.
  private var plain: Combination { Combination(members, name: name) }

  /// Fits every member with its weight; one that cannot answer at the end of the series, or failed
  /// at one of its origins, is left out.
  public func fit(_ history: History) throws(SeriesError) -> Combination.Fitted {
    try fit(sharing: SharedFits(history))
  }

  func fit(sharing fits: SharedFits) throws(SeriesError) -> Combination.Fitted {
    try weighted(for: fits.history).fit(sharing: fits)
  }

  /// Says from how many past errors the weights are, or why they are equal.
  public func reason(for history: History) -> String {
    let names = able(history).map(\.name).joined(separator: ", ")
    let mean = "The mean of \(names) for \(history.count) values"
    let count = origins(of: history).count
    guard count < Self.leastOrigins else {
      return mean
        + ", weighed by the inverse of their mean squared errors at \(count) past origins."
    }
    return mean
      + ", with equal weights, as past errors can be measured at \(count) origins and weights need "
      + "\(Self.leastOrigins)."
  }
}

extension WeightedCombination {
  /// The members with enough values.
  private func able(_ history: History) -> [any Forecaster] {
    members.filter { history.count >= $0.leastCount }
  }

  /// The places of the latest values up to which every able member has enough values, and which
  /// have a value right after them.
  private func origins(of history: History) -> [Int] {
    let needed = able(history).map(\.leastCount).max() ?? 1
    var known = 0
    let usable = history.values.indices.dropLast().filter { place in
      guard history.values[place] != nil else { return false }
      known += 1
      return known >= needed && history.values[place + 1] != nil
    }
    return usable.suffix(Self.originLimit)
  }

  /// The mean squared error of each member one step ahead.
  ///
  /// `nil` for a member that cannot tell, and for all of them where there are too few origins.
  private func meanSquares(over history: History) -> [Double?]? {
    let origins = origins(of: history)
    guard origins.count >= Self.leastOrigins else { return nil }
    let pasts = origins.map { History(Array(history.values[...$0]), season: history.season) }
    let own = members.map { member -> Double? in
      guard history.count >= member.leastCount else { return nil }
      var sum = 0.0
      for (origin, past) in zip(origins, pasts) {
        guard let fit = try? member.fit(past), let actual = history.values[origin + 1] else {
          return nil
        }
        let error = (actual - fit.distribution(at: 1).point) / Double(origins.count).squareRoot()
        sum += error * error
      }
      return sum
    }
    return own.contains { $0 != nil } ? own : nil
  }

  /// The mean with the weights that the series calls for.
  func weighted(for history: History) -> Combination {
    guard let squares = meanSquares(over: history) else { return plain }
    let least = squares.compactMap(\.self).min() ?? 0
    // Beside a member without any error, the others have no weight.
    let weights = squares.map { square in
      square.map { $0 > least ? least / $0 : 1 } ?? 0
    }
    guard weights.allSatisfy(\.isFinite) else { return plain }
    return Combination(members, weights: weights, name: name)
  }
}

extension WeightedCombination: ChoosingForecaster {
  /// The weights of one series, where they come from, and what was left out.
  public func choices(for history: History, horizon: Int = 1) -> [String] {
    weighted(for: history).choices(for: history, horizon: horizon)
  }
}

extension Forecaster where Self == WeightedCombination {
  /// The mean of exponential smoothing, ARIMA and the dynamic Theta method, by past errors.
  public static var weightedCombination: WeightedCombination {
    WeightedCombination([.ets, .arima, .dynamicTheta])
  }
}
