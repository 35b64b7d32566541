import Foundation
import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct ScenarioTests {
  private let line = Series("tea", start: 2010, values: [100, 110, 108, 120, 128, 130, 144, 150])

  @Test func `says what growth a target needs, in the past and by the model`() throws {
    let scenario = try Scenario(line, target: 300, by: Period(year: 2020), method: .drift)
    // By hand: (300 / 150)^(1/3) − 1 and (150 / 100)^(1/7) − 1.
    #expect(scenario.needed?.value.isClose(to: pow(2, 1.0 / 3) - 1) == true)
    #expect(scenario.pastGrowth?.value.isClose(to: pow(1.5, 1.0 / 7) - 1) == true)
    #expect(scenario.spans.count == 5)
    #expect(scenario.spans.reached == 0)
    let expected = try #require(scenario.outlook.distribution.student)
    #expect(expected.location.isClose(to: 150 + 3 * 50.0 / 7))
    // R 4.2.2, pt((300 − location) / scale, 6, lower.tail = FALSE) is what 1 − cdf is.
    #expect(scenario.probability == 1 - scenario.outlook.distribution.cdf(300))
    #expect(scenario.probability < 0.01)
  }

  @Test func `half of the distribution lies above its median`() throws {
    let median = try line.forecast(with: .drift, horizon: 2).points[1].mean
    let scenario = try Scenario(line, target: median, by: Period(year: 2019), method: .drift)
    #expect(scenario.probability.isClose(to: 0.5))
  }

  @Test(arguments: ["auto", "ets", "arima", "naive", "local-trend"])
  func `a higher target is less probable`(name: String) throws {
    let method = try #require(Methods.named(name))
    let probabilities = try [60.0, 120, 150, 180, 240, 1000].map {
      try Scenario(line, target: $0, by: Period(year: 2020), method: method).probability
    }
    #expect(probabilities == probabilities.sorted(by: >))
    #expect(probabilities.allSatisfy { (0...1).contains($0) })
  }

  @Test func `the way leads from the latest figure to the target`() throws {
    let scenario = try Scenario(line, target: 300, by: Period(year: 2020))
    let path = (2018...2020).map { scenario.path(at: Period(year: $0))?.value }
    for (value, step) in zip(path, 1...3) {
      #expect(value.isClose(to: 150 * pow(2, Double(step) / 3)))
    }
    let table = scenario.table
    #expect(table.rowCount == 3)
    #expect(
      table.names == [
        "series", "period", "path", "path_qualifier", "mean", "lower_80", "upper_80", "lower_95",
        "upper_95", "probability", "target", "needed_growth", "needed_growth_qualifier",
        "past_growth", "past_growth_qualifier", "method",
      ])
  }

  @Test func `a bound stays one`() throws {
    let series = try Series.yearly([300, 400, 450, 500], bounds: [3: .moreThan])
    let scenario = try Scenario(series, target: 1000, by: Period(year: 2018), method: .drift)
    #expect(scenario.needed?.qualifier == .lessThan)
    #expect(scenario.needed?.value.isClose(to: 2.0.squareRoot() - 1) == true)
    #expect(scenario.pastGrowth?.qualifier == .moreThan)
    #expect(scenario.path(at: Period(year: 2017))?.qualifier == .moreThan)
    #expect(scenario.path(at: Period(year: 2018))?.value == 1000)
  }

  @Test func `a season is compared with itself`() throws {
    let values = (0..<24).map { (step: Int) -> Double in
      let month = Double(step % 12)
      return 100 + 10 * month + (step >= 12 ? 20.0 : 0)
    }
    let months = try Series(
      "tea", unit: .one, start: Period(year: 2020, month: 1), values: values)
    let target = Period(year: 2023, month: 3)
    let scenario = try Scenario(months, target: 280, by: target, method: .seasonalNaive)
    // March 2021 is 140, and two years lead to 280; March 2020 was 120.
    #expect(scenario.base?.period == Period(year: 2021, month: 3))
    #expect(scenario.needed?.value.isClose(to: 2.0.squareRoot() - 1) == true)
    #expect(scenario.pastGrowth?.value.isClose(to: 140.0 / 120 - 1) == true)
    #expect(scenario.path(at: Period(year: 2022, month: 4)) == nil)
    let way = scenario.path(at: Period(year: 2022, month: 3))?.value
    #expect(way.isClose(to: 140 * 2.0.squareRoot()))
  }

  @Test func `where no growth leads there is none`() throws {
    let zero = try Series.yearly([3, 2, 1, 0])
    let scenario = try Scenario(zero, target: 5, by: Period(year: 2018), method: .drift)
    #expect(scenario.needed == nil)
    #expect(scenario.path(at: Period(year: 2017)) == nil)
    #expect((0...1).contains(scenario.probability))
  }

  @Test func `refuses what cannot be judged`() {
    func error(_ target: Double, _ period: Period) -> SeriesError? {
      do {
        _ = try Scenario(line, target: target, by: period)
        return nil
      } catch { return error }
    }
    #expect(error(0, Period(year: 2020)) == .scenario(.target(0)))
    #expect(error(1e200, Period(year: 2020)) == .scenario(.target(1e200)))
    #expect(error(5, Period(year: 2017)) == .scenario(.past("2017", latest: "2017")))
    #expect(error(5, Period(year: 3018)) == .scenario(.tooFar("3018", limit: "3017")))
    #expect(
      error(5, Period(year: 2020, month: 1)) == .scenario(.kind("2020-01", example: "2018")))
    #expect(
      SeriesError.scenario(.past("2017", latest: "2018")).description
        == "2017 is not after 2018, the latest figure; a target lies in a later period")
  }
}
