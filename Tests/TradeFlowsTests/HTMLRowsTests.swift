import Testing
import TradeFlows
import TradeTables
import TradeTestSupport

@Suite struct HTMLRowsTests {
  private func open(_ page: String) throws(TableError) -> HTMLRows {
    try HTMLRows(BytesInMemory(page.utf8), file: "trade.xls")
  }

  private func text(_ page: String) throws -> String { try open(page).text(by: 7) }

  @Test func `A table is read row by row`() throws {
    let page = """
      <html><head><style>td { x: "<td>" }</style></head><body><!-- <table><tr><td>no -->
      <table class='x' border=1><thead><tr><th>Exporters</th><th>Value in<br/>2018</th></tr></thead>
      <tr><td> Viet&nbsp;Nam </td><td align=right>1&#44;250</td></tr>
      <TR><TD><b>C&ocirc;te &amp; "x"</b><TD>&nbsp;
      </table><script>if (a < b) { "<table>" }</script></body></html>
      """
    #expect(
      try text(page)
        == "Exporters\tValue in 2018\nViet\u{A0}Nam\t1,250\n\"C&ocirc;te & \"\"x\"\"\"\t\n")
    #expect(try open(page).remarks == ["an HTML page; its table of 3 rows is read"])
  }

  @Test func `Cells over several columns and rows leave every value in its column`() throws {
    let page = """
      <table><tr><th rowspan="2">Code<th colspan='2'>Value<tr><th>2018<th>2019
      <tr><td rowspan=3>01<td>1<td rowspan=2>2<tr><td>3<tr></tr><tr><td>4<td>5<td>6</table>
      """
    #expect(try text(page) == "Code\tValue\t\n\t2018\t2019\n01\t1\t2\n\t3\t\n\t\t\n4\t5\t6\n")
  }

  @Test func `The largest table is read, also inside another`() throws {
    let page = """
      <table><tr><td>menu<td><table><tr><td>a<td>b<tr><td>1<td>2</table>rest</table>
      """
    let rows = try open(page)
    #expect(try rows.text() == "a\tb\n1\t2\n")
    #expect(rows.remarks == ["an HTML page; its table of 2 rows is read, the largest of 2"])
  }

  @Test func `A page without a table is refused`() {
    let advice = "download the data as CSV"
    let none = InputFault.foreign(
      "an HTML or XML page without a table that can be read", advice: advice)
    let error = none.error(in: "trade.xls")
    #expect(throws: error) { _ = try open("<html><p>Please log in</p></html>") }
    let wide = String(repeating: "<td colspan=1000>", count: 20_000)
    #expect(throws: error) { _ = try open("<table><tr>\(wide)</table>") }
  }

  @Test func `A page is known by its first mark`() {
    #expect(HTMLRows.isHTML(Array(" \n<!DOCTYPE html>".utf8)))
    #expect(HTMLRows.isHTML(Array("<TABLE>".utf8)))
    #expect(!HTMLRows.isHTML(Array("<5 kg,>5 kg\n".utf8)))
    #expect(!HTMLRows.isHTML([]))
  }

  @Test(arguments: 1...20) func `A damaged page never crashes`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let page = Array("<table a='1'><tr><td rowspan=2>&#65;</td><!-- x --><td>b<br>c</table>".utf8)
    for _ in 0..<50 {
      var bytes = page.prefix(Int.random(in: 7...page.count, using: &generator))
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[place] = page.randomElement(using: &generator) ?? 0
      _ = try? HTMLRows(BytesInMemory(bytes), file: "trade.xls").all()
    }
  }
}
