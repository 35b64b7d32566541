import Testing
import TradeReport
import TradeTables

@Suite struct ReportTests {
  private let growth = Table(
    .text("period", ["2023", "2024"]), .number("value", [542.7, nil], style: .decimal(1)))
  private let shares = Table(.text("code", ["01, 02"]), .number("share", [0.1 + 0.2]))

  @Test func `a report of blocks is one section without a heading`() {
    let report = Report("Trade", .text("one"), .table("growth", growth))
    #expect(report.title == "Trade")
    #expect(report.sections.map(\.heading) == [""])
    #expect(report.sections.first?.blocks.count == 2)
  }

  @Test func `lists its tables in order, whatever stands between`() {
    let report = Report(
      "Trade",
      [
        Report.Section("A", [.text("text"), .table("growth", growth), .notes(["note"])]),
        Report.Section("B", []),
        Report.Section("C", [.sparkline([1], "2024"), .table("shares", shares)]),
      ])
    #expect(report.tables.map(\.name) == ["growth", "shares"])
    #expect(report.tables.map(\.table) == [growth, shares])
  }

  @Test func `can be written with other words, and keeps its numbers, names and marks`() {
    let table = Table(
      .text("code", ["Σ"], heading: "Σ"), .number("value", [1], mark: "qualifier"),
      .qualifiers("qualifier", [.moreThan]))
    var report = Report(
      "Σ", [Report.Section("Σ", [.text("Σ"), .notes(["Σ"]), .table("t", table)])])
    report.remarks = ["Σ"]
    let other = report.rewritten { $0.replacing("Σ", with: "sum") }
    #expect(other.title == "sum")
    #expect(other.sections[0].heading == "sum")
    #expect(other.remarks == ["Σ"])
    let expected = Table(
      .text("code", ["sum"], heading: "sum"), .number("value", [1], mark: "qualifier"),
      .qualifiers("qualifier", [.moreThan]))
    #expect(other.tables[0].table == expected)
  }

  // MARK: CSV

  @Test func `the only table is the CSV file as it stands`() {
    let report = Report("Trade", .text("text"), .table("growth", growth), .notes(["note"]))
    #expect(report.csv == "period,value\n2023,542.7\n2024,\n")
  }

  @Test func `of several tables each cell has a row of its own`() {
    let report = Report("Trade", .table("growth", growth), .table("shares", shares))
    #expect(
      report.csv == """
        table,row,column,value
        growth,1,period,2023
        growth,1,value,542.7
        growth,2,period,2024
        growth,2,value,
        shares,1,code,"01, 02"
        shares,1,share,0.30000000000000004

        """)
  }

  @Test func `a report without tables is a header alone`() {
    #expect(Report("Trade", .text("text")).csv == "table,row,column,value\n")
  }

  @Test func `files hold the columns that print leaves out`() {
    let table = Table(
      .number("value", [500], style: .decimal(1), mark: "qualifier"),
      .qualifiers("qualifier", [.moreThan]))
    #expect(Report("Trade", .table("growth", table)).csv == "value,qualifier\n500,moreThan\n")
  }
}
