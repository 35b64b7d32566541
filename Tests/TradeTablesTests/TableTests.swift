import Testing
import TradeTables

@Suite struct TableTests {
  private let table = Table(
    [
      .text("period", ["2022", "2023", "2024"]),
      .text("value", ["542.7", "", "NA"]),
      .number("rank", [1, nil, 2.5]),
    ], origin: Table.Origin(file: "trade.csv", lines: [2, 5, 6]))

  @Test func `knows its names and its size`() {
    #expect(table.names == ["period", "value", "rank"])
    #expect(table.rowCount == 3)
    #expect(Table().rowCount == 0)
    #expect(Table().names == [])
  }

  @Test func `finds a column by its name`() throws {
    #expect(table.firstColumn("rank") == .number("rank", [1, nil, 2.5]))
    #expect(try table.column("rank") == .number("rank", [1, nil, 2.5]))
    #expect(table.firstColumn("Rank") == nil)
  }

  @Test func `an unknown column names the ones there are`() {
    let error = TableError.noSuchColumn(
      "vaule", available: ["period", "value", "rank"], file: "trade.csv")
    #expect(throws: error) { try table.column("vaule") }
    #expect(throws: error) { try table.texts("vaule") }
    #expect(throws: error) { try table.numbers("vaule") }
    #expect(throws: TableError.noSuchColumn("b", available: ["a"], file: nil)) {
      try Table(.number("a", [1])).column("b")
    }
  }

  @Test func `a place is the line in the file, or the row of a result`() {
    #expect(table.place(row: 1) == Place(file: "trade.csv", line: 5))
    #expect(
      table.place(row: 2, column: "value")
        == Place(file: "trade.csv", line: 6, column: "value"))
    #expect(Table(.number("a", [1, 2])).place(row: 1) == Place(file: nil, line: 2))
  }

  // MARK: Cells

  @Test func `reads cells as text, numbers in full precision`() throws {
    #expect(try table.texts("period") == ["2022", "2023", "2024"])
    #expect(try table.texts("rank") == ["1", nil, "2.5"])
  }

  @Test func `reads cells as numbers, marks for missing values as missing`() throws {
    #expect(try table.numbers("value") == [542.7, nil, nil])
    #expect(try table.numbers("period") == [2022, 2023, 2024])
    #expect(try table.numbers("rank") == [1, nil, 2.5])
  }

  /// People align columns with blanks, and a number may have them.
  @Test(arguments: [" ", "   ", " NA", "n/a ", "\t"])
  func `blanks around a missing value are no value`(cell: String) throws {
    #expect(try Table(.text("value", [" 5", cell])).numbers("value") == [5, nil])
  }

  @Test(arguments: [
    "nan", "NaN", "inf", "-inf", "1e999", "0x10", "1,234", "1 234", "1\u{A0}234", ">500", "<5",
    "~600", "five", "-",
  ]) func `a cell that is no number names its line and column`(cell: String) throws {
    let table = Table(
      [.text("period", ["2022", "2023"]), .text("value", ["542.7", cell])],
      origin: Table.Origin(file: "trade.csv", lines: [2, 4]))
    #expect(
      throws: TableError.notANumber(
        cell, at: Place(file: "trade.csv", line: 4, column: "value"))
    ) { try table.numbers("value") }
    #expect(!table.isNumeric("value"))
  }

  @Test func `a column is numeric where all that is there are numbers`() {
    let table = Table(
      .text("numbers", ["1", nil, "NA"]), .text("mixed", ["1", "x", nil]),
      .text("nothing", [nil, "", ".."]), .number("rank", [nil, 1, nil]))
    #expect(table.names.filter(table.isNumeric) == ["numbers", "rank"])
    #expect(!table.isNumeric("absent"))
  }

  // MARK: Parts

  @Test func `filtering keeps the lines of the rows that stay`() {
    let part = table.filtered { $0 != 1 }
    #expect(part.columns.map(\.values).first == .text(["2022", "2024"]))
    #expect(part.rowCount == 2)
    #expect(part.place(row: 1) == Place(file: "trade.csv", line: 6))
    #expect(table.filtered { _ in true } == table)
    #expect(table.filtered { _ in false }.rowCount == 0)
  }

  @Test func `a table is its own table`() {
    #expect(table.table == table)
  }
}
