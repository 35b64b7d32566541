/// The median of several methods, quantile by quantile.
///
///     Q(p) = median of Q₁(p) … Qₖ(p)        of an even number the mean of the middle two
///
/// One member that goes far astray moves a mean and leaves a median where it is. As every Qᵢ rises
/// with p, so does their median: it is a distribution, and its point is the median of the points.
///
/// References: Stock & Watson, "Combination forecasts of output growth in a seven-country data set",
/// *Journal of Forecasting* 23 (2004); Hora, Fransen, Hawkins & Susel, "Median aggregation of
/// distribution functions", *Decision Analysis* 10 (2013).
public struct MedianCombination: Forecaster {
  /// `combination:median` on the command line and in tables.
  public let name = "combination:median"
  /// The methods whose median it is.
  public let members: [any Forecaster]

  /// That of the member that needs the fewest values.
  public var leastCount: Int { plain.leastCount }

  /// The median of methods, of which there is at least one.
  public init(_ members: [any Forecaster]) {
    precondition(!members.isEmpty, "a median of no methods")
    self.members = members
  }

  /// The same members, of which the mean finds those that can answer.
  private var plain: Combination { Combination(members, name: name) }

  /// Fits every member; one that cannot answer is left out, and the median is that of the others.
  public func fit(_ history: History) throws(SeriesError) -> Fitted {
    try fit(sharing: SharedFits(history))
  }

  func fit(sharing fits: SharedFits) throws(SeriesError) -> Fitted {
    Fitted(plain: try plain.fit(sharing: fits))
  }

  /// Names the members that can answer.
  public func reason(for history: History) -> String {
    let names = members.filter { history.count >= $0.leastCount }.map(\.name)
    return "The median of \(names.joined(separator: ", ")) for \(history.count) values."
  }

  /// The members that could answer, fitted to one series.
  public struct Fitted: FittedForecaster {
    let plain: Combination.Fitted

    /// The names of the methods that have a part.
    public var methods: [String] { plain.parts.map(\.name) }

    /// That of the member that explains the values best.
    public var likelihood: Likelihood { plain.likelihood }

    /// The median of the members' quantiles.
    public func distribution(at step: Int) -> Predictive {
      .combined(plain.parts.map { $0.fit.distribution(at: step) }) { $0.median }
    }
  }
}

extension MedianCombination: ChoosingForecaster {
  /// Which members have a part in one series, and which have none and why.
  public func choices(for history: History, horizon: Int = 1) -> [String] {
    guard let methods = try? fit(history).methods else { return [] }
    return ["Each quantile is the median of those of \(methods.joined(separator: ", "))."]
      + plain.choices(for: history, horizon: horizon).filter { $0.hasPrefix("Left out") }
  }
}

extension Forecaster where Self == MedianCombination {
  /// The median of exponential smoothing, ARIMA and the dynamic Theta method.
  public static var medianCombination: MedianCombination {
    MedianCombination([.ets, .arima, .dynamicTheta])
  }
}
