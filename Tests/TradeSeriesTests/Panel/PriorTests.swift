import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct PriorTests {
  static let lengths = [3, 4, 5, 6, 8, 10, 12, 14]

  /// Values of the usual shapes: up, down, to and fro, with a break.
  private func histories(_ count: Int) -> [[Double]] {
    let places = (0..<count).map(Double.init)
    return [
      places.map { 100 + 7 * $0 }, places.map { 500 - 3 * $0 * $0 / 4 },
      places.map { 100 + ($0.truncatingRemainder(dividingBy: 2)) * 40 },
      places.map { $0 < 2 ? 0 : 300 }, places.map { 1 + $0 * $0 * $0 },
      places.map { -200 + 90 * $0 },
    ]
  }

  // MARK: As they are

  @Test(arguments: Prior.all) func `has regressions for every length and step`(prior: Prior) {
    #expect(prior.models.models.map(\.length) == Self.lengths)
    for model in prior.models.models {
      #expect(model.steps.count == 10)
      for step in model.steps {
        for part in [step.location, step.lower, step.upper] {
          #expect(part.count == PooledDesign.chosen.featureCount)
          // Of a feature without a unit nothing enormous can follow.
          #expect(part.allSatisfy { abs($0) < 1000 })
        }
        #expect(step.ratios.count == WindowModel.probabilities.count)
      }
    }
  }

  @Test func `are two, each with its origin`() {
    #expect(Prior.all.map(\.name) == ["trade", "general"])
    #expect(Prior.trade.provenance.contains("Kazakhstan and Viet Nam are not among them"))
    #expect(Prior.general.provenance.contains("M3"))
    #expect(Prior.all.allSatisfy { $0.seriesCount > 500 })
    #expect(Prior.trade != Prior.general)
  }

  @Test(arguments: Prior.all) func `has quantiles in order, and errors to both sides`(
    prior: Prior
  ) {
    for step in prior.models.models.flatMap(\.steps) {
      for (a, b) in zip(step.ratios, step.ratios.dropFirst()) { #expect(a < b) }
      #expect(step.ratios[6] == 0)
      // The 2.5 and 97.5 % quantiles are what the distances were fitted to.
      #expect(abs(step.ratios[2] + 1) < 0.2 && abs(step.ratios[10] - 1) < 0.2)
    }
  }

  @Test(arguments: Prior.all) func `reads back what it writes`(prior: Prior) throws {
    let table = prior.models.table
    #expect(table.rowCount == Self.lengths.count * 10 * 4)
    let text = table.csv
    let again = try WindowModels(CSVReader(file: "prior.csv").read(Array(text.utf8)))
    #expect(again == prior.models)
    #expect(again.table.csv == text)
  }

  @Test func `keeps five digits of what it learns`() throws {
    let series = SimulatedPanel.walks(22, count: 6, seed: 1)
    let table = try #require(Prior.table(learnedFrom: series, horizon: 1))
    #expect(try WindowModels(table).table == table)
    for column in table.names.dropFirst(3) {
      for number in try table.numbers(column).compactMap(\.self) where number != 0 {
        let digits = "\(number)".split(separator: "e")[0].filter(\.isNumber)
        #expect(digits.drop { $0 == "0" }.count <= 6, "\(number)")
      }
    }
  }

  // MARK: In use

  @Test(arguments: 3...20) func `has a sound answer at every length`(count: Int) throws {
    for values in histories(count) {
      let fit = try Pooled().fit(History(values))
      guard isSound(fit, steps: [1, 2, 5, 10, 11, 1000], "\(values)") else { continue }
      for step in [1, 5, 10] {
        let distribution = fit.distribution(at: step)
        #expect(distribution.quantile(0.975) > distribution.quantile(0.025))
      }
    }
  }

  @Test(arguments: [3, 6, 12, 15], [1e-100, 0x1p-7, 1000, 1e120])
  func `forecasts follow the unit of the series`(count: Int, factor: Double) throws {
    for values in histories(count) {
      let plain = try Pooled().fit(History(values))
      let scaled = try Pooled().fit(History(values.map { $0 * factor }))
      for step in [1, 4, 10, 20] {
        for p in [0.005, 0.025, 0.5, 0.8, 0.975] {
          let expected = plain.distribution(at: step).quantile(p)
          let own = scaled.distribution(at: step).quantile(p) / factor
          #expect(own.isClose(to: expected, tolerance: 1e-9), "\(values), step \(step), \(p)")
        }
      }
    }
  }

  @Test func `a long series is known by its last fourteen values`() throws {
    let last = (0..<14).map { 100 + Double($0 * $0 % 23) }
    let long = try Pooled().fit(History([1e6, 3, 900] + last))
    let short = try Pooled().fit(History(last))
    for step in [1, 5] { #expect(long.distribution(at: step) == short.distribution(at: step)) }
  }

  @Test(arguments: [4, 12]) func `a season is refused`(season: Int) throws {
    let history = History([5, 7, 6, 9, 8], season: season)
    #expect(throws: SeriesError.seasonal(method: "pooled", season: season)) {
      try Pooled().fit(history)
    }
    let start = season == 4 ? Period(year: 2020, quarter: 1) : Period(year: 2020, month: 1)
    let series = try Series("season", unit: .one, start: start, values: [5, 7, 6, 9, 8])
    let forecast = series.forecastOrFallback(with: .pooled, horizon: 2, levels: [0.8, 0.95])
    #expect(forecast.method == "auto (pooled: is for yearly series)")
    #expect(
      forecast.points.map(\.distribution)
        == (try series.forecast(with: .auto, horizon: 2)).points.map(\.distribution))
  }

  @Test func `tells what was learned from`() {
    let history = History([5, 7, 6])
    #expect(
      Pooled().reason(for: history)
        == "What followed windows like the last of these 3 values in 7 277 series of annual trade "
        + "between two countries.")
    let series = SimulatedPanel.walks(24, count: 8, seed: 1)
    let taught = Pooled().learned(from: SimulatedPanel.panel(series), horizon: 1)
    #expect(
      taught.reason(for: History([5, 7, 6, 9, 8, 8]))
        == "What followed windows like the last of these 6 values in all series of the file.")
    // Windows of six serve every series of the file, and no shorter ones are learned.
    #expect(taught.reason(for: history) == Pooled().reason(for: history))
    #expect(
      taught.reason(for: History([5, 5, 5])) == AnnualFit.reason(for: History([5, 5, 5])))
    let few = SimulatedPanel.panel(Array(series.prefix(5)))
    #expect(
      Pooled().learned(from: few, horizon: 1).reason(for: history)
        == Pooled().reason(for: history))
  }
}
