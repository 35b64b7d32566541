import TradeNumerics
import TradeTables

/// The series of a long table, each with the columns of its own rows that explain it.
///
///     region,year,tea,price
///     north,2024,31,7        known
///     north,2025,,8          the future: a price without a value
///
/// Each series is a regression with ARIMA errors of its own. One that lacks a number in its past or
/// future, or whose columns cannot be told apart, takes `auto`, and its `method` says why; it does
/// not stop the others.
public struct RegressionPanel: Sendable {
  /// One series and its columns, or why it has none.
  public struct Member: Sendable {
    /// What is forecast.
    public let series: Series
    /// Past and future, as far as the horizon.
    public let regressors: Result<Regressors, SeriesError>
  }

  /// In the order of the table.
  public let members: [Member]
  /// How far ahead the columns are known.
  public let horizon: Int

  /// Reads the series of a table and their columns.
  ///
  /// Series without a value between the periods are left out. Throws where a cell cannot be read, a
  /// column is not there or nothing is left.
  public init(
    _ table: Table, columns names: [String], reader: SeriesReader, from first: Period? = nil,
    until last: Period? = nil, horizon: Int
  ) throws(SeriesError) {
    precondition(horizon >= 1, "a horizon of \(horizon)")
    var known: [(name: String, series: [[String]: Series])] = []
    // What the marks say holds for the values that are forecast.
    let unmarked = Table(
      table.columns.filter {
        !["qualifier", "upper"].contains($0.name) || names.contains($0.name)
      },
      origin: table.origin)
    for name in names {
      var reader = reader
      reader.value = name
      let series = try reader.keyedSeries(in: unmarked)
      known.append((name, Dictionary(series.map { ($0.key, $0.series) }) { first, _ in first }))
    }
    var members: [Member] = []
    for (key, whole) in try reader.keyedSeries(in: table) {
      guard let series = try? whole.from(first, until: last) else { continue }
      members.append(
        Member(
          series: series,
          regressors: Result { () throws(SeriesError) in
            try Regressors(
              known.map { ($0.name, $0.series[key]) }, for: series, horizon: horizon,
              file: table.origin?.file)
          }))
    }
    guard !members.isEmpty else { throw .empty(table.origin?.file ?? "the table") }
    self.members = members
    self.horizon = horizon
  }

  /// Forecasts of every series, in their order, whatever the number of workers.
  public func forecasts(levels: [Double] = [0.8, 0.95], workers: Int = 1) -> [Forecast] {
    concurrentMap(members.count, workers: workers) { place in
      let member = members[place]
      do throws(SeriesError) {
        let method = ARIMARegression(try member.regressors.get(), horizon: horizon)
        return try member.series.forecast(with: method, levels: levels)
      } catch {
        return member.series.fallback(
          from: ARIMARegression.title, error, horizon: horizon, levels: levels)
      }
    }
  }
}
