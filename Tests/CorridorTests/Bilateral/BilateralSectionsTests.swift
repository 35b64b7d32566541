import Corridor
import Glibc
import Testing
import TradeTestSupport

@Suite struct BilateralSectionsTests {
  private static let made = Result { try BilateralReport(reporter: "KAZ", partner: "VNM") }

  private func table(_ name: String) throws -> Table {
    let report = try Self.made.get().report
    return try #require(report.tables.first { $0.name == name }).table
  }

  // MARK: What drove the change

  @Test func `contributions of the flows add up to the growth of turnover`() throws {
    let table = try table("drivers")
    let parts = try ["exports", "imports", "rest"].map { try table.numbers($0) }
    let growth = try table.numbers("growth")
    for row in growth.indices {
      let sum = parts.reduce(0) { $0 + ($1[row] ?? .nan) }
      #expect(sum.isClose(to: try #require(growth[row]), tolerance: 1e-12))
    }
  }

  @Test func `years next to a bound or a gap have no contributions`() throws {
    let years = Set(try table("drivers").texts("period").compactMap(\.self))
    #expect(years.isDisjoint(with: ["2018", "2019", "2020", "2021", "2022"]))
    #expect(years.contains("2014"))
  }

  // MARK: Targets

  @Test func `a target needs the growth that leads to it`() throws {
    let table = try table("targets")
    let needed = try table.numbers("needed_growth")
    // From 879 in 2024 to 1 500 in 2030: six years.
    let latest = try #require(try Self.made.get().data.series[Period(year: 2024)]?.value)
    #expect(try #require(needed[0]).isClose(to: pow(1500 / latest, 1.0 / 6) - 1, tolerance: 1e-12))
    #expect(needed[2] == nil)
  }

  @Test func `a target's probability is what the forecast has above it`() throws {
    let table = try table("targets")
    let probabilities = try table.numbers("probability")
    let point = try #require(try Self.made.get().outlook[Period(year: 2030)])
    let first = try #require(probabilities[0])
    #expect(first.isClose(to: 1 - point.distribution.cdf(1500), tolerance: 1e-12))
    #expect(try #require(probabilities[3]) < first)
    #expect(try Self.made.get().forecast.points.count == 3)
  }

  // MARK: Summary

  @Test func `the key figures are those of the tables`() throws {
    let made = try Self.made.get()
    guard case .keyFigures(let figures)? = made.report.sections.first?.blocks.dropFirst().first
    else {
      Issue.record("no key figures")
      return
    }
    let latest = made.data.series[made.data.series.end]?.value
    #expect(figures.first { $0.name == "latest" }?.value == latest)
    #expect(figures.first { $0.name == "forecast" }?.value == made.forecast.points.first?.mean)
  }

  @Test func `sections can be asked for alone, in their own order`() throws {
    let report = try Self.made.get().report(of: [.sources, .summary])
    #expect(report.sections.map(\.name) == ["summary", "sources"])
  }

  @Test func `every chart has a title, a description and numbers behind it`() throws {
    let charts = try Self.made.get().report.sections.flatMap(\.blocks).compactMap { block in
      if case .chart(let chart) = block { chart } else { nil }
    }
    #expect(charts.count >= 9)
    for chart in charts {
      #expect(!chart.title.isEmpty && chart.description.hasSuffix("."), "\(chart.name)")
      #expect(chart.table.rowCount > 1, "\(chart.name)")
    }
    #expect(Set(charts.map(\.name)).count == charts.count)
  }

  // MARK: A series alone

  @Test func `the report on a series holds growth, forecast and past errors`() throws {
    let series = Series("Tea", start: 2000, values: [10, 12, 9, 15, 18, 20, 19])
    let report = try BilateralReport(BilateralData(series), method: .naive, horizon: 2).report
    #expect(report.sections.map(\.name) == ["summary", "figures", "forecast", "errors", "method"])
    #expect(report.tables.map(\.name) == ["growth", "forecast", "backtest"])
    #expect(report.text.split(separator: "\n").allSatisfy { $0.count <= 80 && $0.last != " " })
  }

  @Test func `one value has a report, too`() throws {
    let series = Series("Tea", start: 2000, values: [10])
    let report = try BilateralReport(BilateralData(series)).report
    #expect(report.sections.map(\.name) == ["summary", "figures", "forecast", "method"])
  }
}
