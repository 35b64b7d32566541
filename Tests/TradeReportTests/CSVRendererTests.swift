import Testing
import TradeReport
import TradeTables

@Suite struct CSVRendererTests {
  private let table = Table(
    .text("=name", ["=1+1", "+a", "-b", "@c", "\td", "\re", "f", nil, "'g"]),
    .number("n", [-1, 2, 3, 4, 5, 6, 7, nil, -9]))

  private func rendered(_ report: Report, isSafe: Bool) throws -> String {
    var options = ReportFormat.Options()
    options.protectsFormulas = isSafe
    return String(decoding: try ReportFormat.csv.render(report, options), as: UTF8.self)
  }

  @Test func `text that a spreadsheet would run has an apostrophe before it, numbers never`() throws
  {
    #expect(
      try rendered(Report("", .table("t", table)), isSafe: true)
        == "'=name,n\n'=1+1,-1\n'+a,2\n'-b,3\n'@c,4\n\"'\td\",5\n\"'\re\",6\nf,7\n,\n'g,-9\n")
  }

  @Test func `of several tables the same cells are protected`() throws {
    let small = Table(.text("-x", ["=1"]), .number("n", [-1]))
    #expect(
      try rendered(Report("", .table("a", small), .table("b", small)), isSafe: true) == """
        table,row,column,value
        a,1,'-x,'=1
        a,1,n,-1
        b,1,'-x,'=1
        b,1,n,-1

        """)
  }

  @Test func `nothing is changed unasked`() throws {
    let report = Report("", .table("t", table))
    #expect(try rendered(report, isSafe: false) == table.csv)
    #expect(try rendered(report, isSafe: false).contains("\n=1+1,-1\n"))
  }
}
