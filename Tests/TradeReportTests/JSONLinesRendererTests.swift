import Foundation
import Testing
import TradeReport
import TradeTables

@Suite struct JSONLinesRendererTests {
  @Test func `a small report, whole`() {
    #expect(
      SmallReport.report.jsonLines == #"""
        {"table":"growth","period":"2018","value":1500,"qualifier":"moreThan","lower":-0.5,"upper":0.25}
        {"table":"growth","period":null,"value":null,"qualifier":null,"lower":null,"upper":null}

        """#)
  }

  @Test func `every row of every table is a line, in order`() throws {
    let report = SampleReport.report
    let lines = report.jsonLines.split(separator: "\n")
    #expect(lines.count == report.tables.map(\.table.rowCount).reduce(0, +))
    let names = report.tables.flatMap { name, table in
      Array(repeating: name, count: table.rowCount)
    }
    for (line, name) in zip(lines, names) {
      #expect(line.hasPrefix("{\"table\":\"\(name)\","))
      let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(row?["table"] as? String == name)
    }
  }

  @Test func `a column of the name table gives way`() {
    let table = Table(.text("table", ["a"]))
    #expect(Report("", .table("t", table)).jsonLines == "{\"table\":\"t\",\"table_2\":\"a\"}\n")
  }

  @Test func `without a table there is no line`() {
    #expect(Report("T", .notes(["note"])).jsonLines.isEmpty)
  }

  @Test(arguments: HostileText.all) func `any text stays on its line`(text: String) throws {
    let lines = HostileText.report(text).jsonLines.split(separator: "\n")
    #expect(lines.count == 2)
    let row = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
    #expect(row?.values.contains { $0 as? String == text } == true)
  }
}
