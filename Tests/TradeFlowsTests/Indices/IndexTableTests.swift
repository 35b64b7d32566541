import Testing
import TradeSeries
import TradeTables

@testable import TradeFlows

@Suite struct IndexTableTests {
  private func table() -> IndexTable {
    var table = IndexTable(
      ["period", "code"], [.amount("value", "Value"), .index("share", "Share")])
    table.add(["2020", "a"], [.init(1), .init(IndexValue.number(0.1))])
    table.add(["2020", "b"], [.init(-5), .init(IndexValue.undefined(Undefined("no trade")))])
    table.add(["2020", "TOTAL"], [.init(9), .init(1)])
    table.add(["2021", "a"], [.init(2), .init(1)])
    return table
  }

  @Test func `reasons stand beside missing values`() throws {
    let table = table().table
    #expect(table.names == ["period", "code", "value", "share", "reason"])
    #expect(try table.texts("reason") == [nil, "no trade", nil, nil])
    #expect(try table.numbers("share") == [0.1, nil, 1, 1])
  }

  @Test func `the largest by size are kept in each group, and totals stay`() throws {
    var table = table()
    table.keepTop(1, within: 1)
    #expect(try table.table.texts("code") == ["b", "TOTAL", "a"])
    var signed = self.table()
    signed.keepTop(1, within: 1, isSigned: true)
    #expect(try signed.table.texts("code") == ["a", "TOTAL", "a"])
    table.keepTop(nil, within: 1)
    #expect(table.rows.count == 3)
  }

  @Test func `marked measures have their qualifiers`() throws {
    var table = IndexTable(["period"], [.amount("value", "Value").marked])
    table.add(["2020"], [.init(Figure(5, .moreThan, unit: .millionUSD))])
    table.add(["2021"], [.init(Figure(5, .undetermined, unit: .millionUSD))])
    #expect(try table.table.texts("value_qualifier") == ["moreThan", "undetermined"])
    #expect(try table.table.texts("reason") == [nil, "the bounds leave it open"])
  }
}
