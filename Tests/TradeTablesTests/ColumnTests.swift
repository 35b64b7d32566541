import Testing
import TradeTables

@Suite struct ColumnTests {
  @Test func `a heading is the name unless another is given`() {
    #expect(Column.number("value", [1]).heading == "value")
    #expect(Column.number("value", [1], heading: "turnover").heading == "turnover")
    #expect(Column.text("period", ["2024"]).heading == "period")
  }

  @Test func `counts cells, missing ones too`() {
    #expect(Column.number("value", [1, nil, 3]).count == 3)
    #expect(Column.text("period", [nil, "2024"]).count == 2)
    #expect(Column.text("period", []).count == 0)
  }

  @Test func `selects rows in the order given and keeps how they are shown`() {
    let column = Column.number(
      "lower", [1, nil, 3], heading: "80 %", style: .decimal(1), mark: "qualifier", upper: "upper",
      isHidden: true)
    let selected = Column.number(
      "lower", [3, 1, 3], heading: "80 %", style: .decimal(1), mark: "qualifier", upper: "upper",
      isHidden: true)
    #expect(column.selecting([2, 0, 2]) == selected)
    #expect(column.selecting([1]).values == .number([nil]))
    #expect(Column.text("code", ["01", "02"]).selecting([1]) == .text("code", ["02"]))
  }

  @Test func `qualifiers are text that print leaves out`() {
    let column = Column.qualifiers("qualifier", [.moreThan, nil, .exact])
    #expect(column.values == .text(["moreThan", nil, "exact"]))
    #expect(column.isHidden)
  }
}
