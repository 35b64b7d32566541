import Testing
import TradeFlows
import TradeTables

@Suite struct FlowTotalsTests {
  private let totals = FlowTotals(
    dimensions: [.period, .partner], keys: [["2018", "2018"], ["RUS", "VNM"]],
    values: [12.5, nil], quantities: [nil, 3], counts: [2, 1], unit: "USD")

  @Test func `The table has the dimensions, then value, quantity and rows`() throws {
    let table = totals.table
    #expect(table.csv == "period,partner,value,quantity,rows\n2018,RUS,12.5,,2\n2018,VNM,,3,1\n")
  }

  @Test func `Keys are found by their dimension`() {
    #expect(totals.keys(of: .partner) == ["RUS", "VNM"])
    #expect(totals.keys(of: .code) == nil)
  }
}
