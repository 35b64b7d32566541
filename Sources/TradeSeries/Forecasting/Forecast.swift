import TradeTables

/// Future values of one series with intervals, as a method expects them.
public struct Forecast: Sendable {
  /// The history that the forecast continues.
  public let series: Series
  /// The name of the method that was used.
  public let method: String
  /// The probabilities of the intervals, smallest first.
  public let levels: [Double]
  /// One for each period of the horizon, from the period after the series on.
  public let points: [Point]
  /// What was chosen, why, and how far to trust it, one sentence each.
  public let notes: [String]

  /// What is expected of one future period.
  public struct Point: Sendable {
    /// The period that is forecast.
    public let period: Period
    /// The point forecast, in the unit of the series: the `point` of the distribution, but not
    /// below zero where no value of the series is.
    public let mean: Double
    /// One interval for each level.
    public let intervals: [ClosedRange<Double>]
    /// All that the method expects, not yet cut at zero.
    public let distribution: Predictive
  }

  /// The longest horizon.
  public static let horizonLimit = 1000

  /// The point for one period; `nil` outside the horizon.
  public subscript(period: Period) -> Point? { points.first { $0.period == period } }
}

extension Forecast {
  /// Derives points and intervals from the distributions of a fitted method.
  ///
  /// Where no value of the series is below zero, neither is any forecast or bound of an interval.
  init(
    _ series: Series, method: String, fit: some FittedForecaster, horizon: Int, levels: [Double],
    notes: [String]
  ) {
    precondition((1...Forecast.horizonLimit).contains(horizon), "a horizon of \(horizon)")
    precondition(levels.allSatisfy { $0 > 0 && $0 < 1 }, "levels of \(levels)")
    self.series = series
    self.method = method
    self.levels = levels.sorted()
    self.notes = notes
    let floor = series.isNonNegative ? 0 : -Double.infinity
    points = (1...horizon).map { step in
      let distribution = fit.distribution(at: step)
      return Point(
        period: series.end.advanced(by: step),
        mean: Forecast.finite(max(distribution.point, floor)),
        intervals: levels.sorted().map { distribution.interval(level: $0, floor: floor) },
        distribution: distribution)
    }
  }

  /// An explosive model reaches beyond the largest number; no result is infinite.
  fileprivate static func finite(_ value: Double) -> Double {
    min(max(value, -Double.greatestFiniteMagnitude), Double.greatestFiniteMagnitude)
  }
}

extension Predictive {
  /// The central interval of that probability, cut at the floor.
  public func interval(level: Double, floor: Double) -> ClosedRange<Double> {
    let lower = Forecast.finite(max(quantile((1 - level) / 2), floor))
    let upper = Forecast.finite(max(quantile((1 + level) / 2), floor))
    return lower...max(lower, upper)
  }
}

extension Series {
  /// Forecasts the periods after the last one with one method.
  public func forecast(
    with method: any Forecaster, horizon: Int = 1, levels: [Double] = [0.8, 0.95]
  ) throws(SeriesError) -> Forecast {
    let fit = try method.fit(self)
    return Forecast(
      self, method: method.name, fit: fit, horizon: horizon, levels: levels,
      notes: [method.reason(for: history)] + boundAndGapNotes)
  }

  /// As `forecast`, with `auto` where the method cannot answer: in a batch no series stops the
  /// others.
  ///
  /// The method's name then says both: `auto (damped: needs 7 values)`.
  public func forecastOrFallback(
    with method: any Forecaster, horizon: Int, levels: [Double]
  ) -> Forecast {
    do throws(SeriesError) {
      return try forecast(with: method, horizon: horizon, levels: levels)
    } catch {
      return fallback(from: method.name, error, horizon: horizon, levels: levels)
    }
  }

  /// The answer of `auto` in place of a method that has none.
  func fallback(
    from method: String, _ error: SeriesError, horizon: Int, levels: [Double]
  ) -> Forecast {
    guard let fit = try? Auto().fit(self) else { preconditionFailure("auto always answers") }
    return Forecast(
      self, method: "auto (\(method): \(error.brief))", fit: fit, horizon: horizon,
      levels: levels, notes: [error.description] + boundAndGapNotes)
  }

  /// What the bounds and the gaps of the series do to a forecast.
  var boundAndGapNotes: [String] {
    var notes: [String] = []
    let bounds = periods.filter { self[$0]?.isBound == true }
    if !bounds.isEmpty {
      let list = bounds.map { period in
        let figure = self[period]
        let value = figure?.value.map { NumberText.fixed($0, digits: 1) } ?? ""
        return "\(period) (\(figure?.qualifier.symbol ?? "")\(value))"
      }
      notes.append(
        "\(list.joined(separator: ", ")) \(list.count == 1 ? "is a bound and enters as one" : "are bounds and enter as such")"
          + ": any value beyond it is possible, which widens the interval.")
    }
    if !gaps.isEmpty {
      notes.append(
        "No figure for \(gaps.map(\.description).joined(separator: ", ")): nothing is put in; "
          + "\(gaps.count == 1 ? "it stays a gap" : "they stay gaps").")
    }
    return notes
  }
}

extension Forecast: TableConvertible {
  /// `series,period,mean,lower_80,upper_80,lower_95,upper_95,method` (for levels 80 and 95).
  public var table: Table { Table([nameColumn] + pointColumns + [methodColumn]) }

  private var nameColumn: Column {
    .text("series", points.map { _ in series.name }, isHidden: true)
  }
  private var methodColumn: Column {
    .text("method", points.map { _ in method }, heading: "Method", isHidden: true)
  }

  private var pointColumns: [Column] {
    var columns: [Column] = [
      .text("period", points.map(\.period.description), heading: "Period"),
      .number("mean", points.map(\.mean), heading: "Forecast", style: .decimal(1)),
    ]
    for (index, level) in levels.enumerated() {
      let percent = NumberText.percentage(level)
      columns.append(
        .number(
          "lower_\(percent)", points.map { $0.intervals[index].lowerBound },
          heading: "\(percent) % interval", style: .decimal(1), upper: "upper_\(percent)"))
      columns.append(
        .number(
          "upper_\(percent)", points.map { $0.intervals[index].upperBound },
          heading: "upper \(percent) %", style: .decimal(1)))
    }
    return columns
  }
}
