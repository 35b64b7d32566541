import TradeNumerics

/// The last season again: each period takes the latest value of its place in the season.
///
///     ŷ[n+h] = y[n+h−m·k]        se²(h) = σ² · k        k = 1 + ⌊(h − 1) / m⌋ seasons ahead
///
/// σ² is the mean square of the changes from season to season; one over g seasons has variance
/// g · σ². Without a season, and where no value has a successor a season later, it is `naive`.
///
/// Reference: Hyndman & Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition,
/// sections 5.2 and 5.5.
public struct SeasonalNaive: Forecaster {
  /// `snaive` on the command line and in tables.
  public let name = "snaive"
  /// One change, to tell how large changes are.
  public let leastCount = 2

  /// A specification without parameters.
  public init() {}

  /// Learns the latest value of each place in the season and σ² from two values or more.
  public func fit(_ history: History) throws(SeriesError) -> Fitted {
    let whole = Fitted(history, season: history.season)
    return whole.count > 0 ? whole : Fitted(history, season: 1)
  }

  /// Says that the last season goes on, and when the interval is too narrow.
  public func reason(for history: History) -> String {
    "The last season again; its interval comes from the changes between the seasons of "
      + "\(history.count) values and is too narrow where changes grow with the level."
  }

  /// The last season and the variance of the changes from season to season of one series.
  public struct Fitted: FittedForecaster {
    /// Periods in a season; 1 where the method fell back to the last value.
    public let season: Int
    /// The latest value of each place in the season, the first for the period after the last.
    public let latest: [Double]
    /// How many seasons before its next period each of them lies: 1, or more after a gap.
    public let ages: [Int]
    /// σ², the mean square of the changes, each over the seasons that it spans.
    public let variance: Double
    /// The number of changes.
    public let count: Int
    /// That of Gaussian changes.
    public let likelihood: Likelihood

    init(_ history: History, season: Int) {
      self.season = season
      let n = history.values.count
      let last = history.last
      var (latest, ages) = ([Double](repeating: last, count: season), [Int]())
      for place in 0..<season {
        let known = stride(from: n + place - season, through: 0, by: -season)
          .first { history.values[$0] != nil }
        latest[place] = known.flatMap { history.values[$0] } ?? last
        // A place that has never had a value takes the last one, a season ahead.
        ages.append(known.map { (n + place - $0) / season } ?? 1)
      }
      var (squares, count) = (0.0, 0)
      var before = [(index: Int, value: Double)?](repeating: nil, count: season)
      for (index, value) in history.values.enumerated() {
        guard let value else { continue }
        if let earlier = before[index % season] {
          let change = value - earlier.value
          squares += change * change / Double((index - earlier.index) / season)
          count += 1
        }
        before[index % season] = (index, value)
      }
      (self.latest, self.ages, self.count) = (latest, ages, count)
      variance = count > 0 ? squares / Double(count) : 0
      likelihood = Likelihood(squares: squares, count: count, level: history.level)
    }

    /// Student's t round the latest value of that place, with scale √(σ² k).
    public func distribution(at step: Int) -> Predictive {
      let place = (step - 1) % season
      let seasons = ages[place] + (step - 1) / season
      return .studentT(
        location: latest[place], scale: (variance * Double(seasons)).squareRoot(),
        degrees: Double(count))
    }
  }
}

extension Forecaster where Self == SeasonalNaive {
  /// The last season again.
  public static var seasonalNaive: SeasonalNaive { SeasonalNaive() }
}
