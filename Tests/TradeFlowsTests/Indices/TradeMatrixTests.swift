import Testing
import TradeFlows
import TradeNumerics

@Suite struct TradeMatrixTests {
  @Test func `rows and columns are where they were written`() {
    let matrix = TradeMatrix(
      rows: ["A", "B"], columns: ["1", "2", "3"], values: [[1, 2, 3], [4, 5, 6]])
    #expect(matrix.row(1) == [4, 5, 6])
    #expect(matrix.values.column(2) == [3, 6])
    #expect(matrix.rowSums == [6, 15])
    #expect(matrix.columnSums == [5, 7, 9])
  }

  @Test func `is built from totals without the world, zero where nothing was traded`() throws {
    let totals = FlowTotals(rows: [
      ("2020", "AAA", "WLD", "export", "01", 3), ("2020", "BBB", "WLD", "export", "02", 4),
      ("2020", "WLD", "WLD", "export", "02", 9), ("2020", "AAA", "WLD", "export", "TOTAL", 3),
      ("2021", "AAA", "WLD", "export", "01", 8), ("2020", "AAA", "WLD", "import", "01", 7),
    ])
    let matrix = try TradeMatrix(totals, period: "2020", over: .code)
    #expect(matrix.rows == ["AAA", "BBB"])
    #expect(matrix.columns == ["01", "02"])
    #expect(matrix.values == Matrix(columns: [[3, 0], [0, 4]]))
    #expect(throws: IndexError.notThere(.period, "2019", available: ["2020", "2021"])) {
      try TradeMatrix(totals, period: "2019", over: .code)
    }
  }
}
