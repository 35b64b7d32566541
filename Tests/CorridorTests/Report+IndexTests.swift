import Corridor
import Testing
import TradeTestSupport

@Suite struct ReportIndexTests {
  private func totals(_ rows: [(period: String, reporter: String, code: String, value: Double)])
    -> FlowTotals
  {
    FlowTotals(
      dimensions: [.period, .reporter, .code],
      keys: [rows.map(\.period), rows.map(\.reporter), rows.map(\.code)],
      values: rows.map(\.value), quantities: rows.map { _ in nil }, counts: rows.map { _ in 1 },
      unit: "USD million")
  }

  @Test func `what all rows have in common stands above the table`() throws {
    let table = try TradeIndex.contributions.table(
      of: totals([("2019", "KAZ", "10", 4), ("2020", "KAZ", "10", 5)]))
    let text = Report.index(.contributions, table, unit: "USD million").text
    #expect(
      text.hasPrefix(
        """
        Growth and what each part adds to it, one or two levels

        Kazakhstan, 2019 to 2020, USD million

        Commodity  Before  After   Growth  Contr.
        ─────────────────────────────────────────
        10           4.00   5.00  +25.0 %   +25.0
        TOTAL        4.00   5.00  +25.0 %   +25.0

        Formula: c = (y − x) / Σ x;
        """))
  }

  @Test func `several reporters stay in the table, and files keep every column`() throws {
    let table = try TradeIndex.concentration.table(
      of: totals([("2019", "KAZ", "10", 4), ("2019", "VNM", "10", 5)]))
    let report = Report.index(.concentration, table, unit: "USD million")
    #expect(report.text.contains("2019    KAZ"))
    #expect(!report.text.contains("USD million"))
    #expect(report.tables[0].table.names == table.names)
  }

  @Test func `reasons of missing values are told once, with their number`() throws {
    let table = try TradeIndex.concentration.table(
      of: totals([("2019", "KAZ", "10", 0), ("2020", "KAZ", "10", 0)]))
    let text = Report.index(.concentration, table, unit: "USD").text
    #expect(text.contains("No value in 2 rows: there is no trade to take shares of.\n"))
  }
}
