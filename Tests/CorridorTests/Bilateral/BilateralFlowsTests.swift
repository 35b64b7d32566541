import Corridor
import Testing
import TradeTestSupport

@Suite struct BilateralFlowsTests {
  /// Two chapters each way in two years; Viet Nam counts a tenth more of what it buys.
  private static func totals() -> FlowTotals {
    var keys: [[String]] = [[], [], [], [], []]
    var values: [Double?] = []
    func add(_ row: [String], _ value: Double) {
      for (column, key) in row.enumerated() { keys[column].append(key) }
      values.append(value)
    }
    for (year, factor) in [("2022", 1.0), ("2023", 2.0)] {
      add([year, "KAZ", "VNM", "export", "10"], 30e6 * factor)
      add([year, "KAZ", "VNM", "export", "72"], 10e6 * factor)
      add([year, "KAZ", "VNM", "import", "85"], 60e6)
      add([year, "VNM", "KAZ", "import", "10"], 33e6 * factor)
      add([year, "VNM", "KAZ", "import", "72"], 11e6 * factor)
      add([year, "KAZ", "WLD", "export", "10"], 900e6)
    }
    return FlowTotals(
      dimensions: [.period, .reporter, .partner, .flow, .code], keys: keys, values: values,
      quantities: values.map { _ in nil }, counts: values.map { _ in 1 }, unit: "USD")
  }

  private let flows = BilateralFlows(totals(), source: "trade.csv")
  private let pair = BilateralFlows.Pair(reporter: "KAZ", partner: "VNM")

  @Test func `pairs are those of countries, in the order of the file`() {
    #expect(flows.pairs == [pair, .init(reporter: "VNM", partner: "KAZ")])
  }

  @Test func `turnover is the sum over all goods of both flows`() throws {
    let data = try flows.data(of: pair)
    #expect(data.series.name == "Kazakhstan–Viet Nam turnover")
    #expect(data.series.unit == .millionUSD)
    #expect(data.series.values == [100, 140])
    #expect(data.exports?.values == [40, 80])
    #expect(data.imports?.values == [60, 60])
    #expect(data.balances.map { $0?.value } == [-20, 20])
    #expect(data.sources.first == "trade.csv")
  }

  @Test func `goods are compared by flow, and their contributions add up`() throws {
    let goods = try flows.data(of: pair).goods
    #expect(
      goods.map(\.title) == [
        "Exports of Kazakhstan to Viet Nam", "Imports of Kazakhstan from Viet Nam",
      ])
    let exports = goods[0].comparison
    #expect(exports.rows.map(\.code) == ["10", "72"])
    #expect(exports.rows.map { $0.contribution?.value } == [0.75, 0.25])
    #expect(exports.total.growth?.value == 1)
  }

  @Test func `the other side's figures are the mirror`() throws {
    let mirror = try #require(try flows.data(of: pair).mirror)
    let ratios = mirror.flows.filter { $0.exporter == "KAZ" }.compactMap { $0.ratio?.value }
    #expect(ratios.count == 2)
    #expect(ratios.allSatisfy { $0.isClose(to: 1.1) })
  }

  @Test func `the sections of a file's report are those that it has data for`() throws {
    let report = try BilateralReport(flows.data(of: pair)).report
    #expect(
      report.sections.map(\.name) == [
        "summary", "figures", "forecast", "drivers", "goods", "goods-2", "mirror", "sources",
        "method",
      ])
  }

  @Test func `a pair that is not there is an error`() {
    #expect(throws: SeriesError.self) {
      try flows.data(of: .init(reporter: "KAZ", partner: "BRA"))
    }
  }
}
