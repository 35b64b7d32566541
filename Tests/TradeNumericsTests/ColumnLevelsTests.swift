import Testing
import TradeNumerics
import TradeTables

/// Which levels a column has, and which of its rows have none.
@Suite struct ColumnLevelsTests: FrameSetup {
  private func effect(_ column: Column) throws -> (levels: [String], codes: [Int32], rows: [Int]) {
    let frame = try frame("y ~ 1 | \(column.name)", y, column)
    let factor = try #require(frame.effects.first)
    return (factor.levels, factor.codes, frame.rows)
  }

  @Test func `among words NA is a level and the other marks are missing`() throws {
    let found = try effect(.text("c", ["ZA", "NA", "n/a", "ZA"]))
    #expect(found.levels == ["NA", "ZA"])
    #expect(found.codes == [1, 0, 1])
    #expect(found.rows == [0, 1, 3])
  }

  @Test func `among numbers NA is missing`() throws {
    let found = try effect(.text("c", ["10", "NA", "9", ".."]))
    #expect(found.levels == ["9", "10"])
    #expect(found.codes == [1, 0])
    #expect(found.rows == [0, 2])
  }

  @Test func `na and a mark with blanks before it are told from NA`() throws {
    #expect(try effect(.text("c", ["ZA", "na", "NA", " NA"])).levels == [" NA", "NA", "ZA"])
    #expect(try effect(.text("c", ["ZA", "na", "NA", " NA"])).rows == [0, 2, 3])
  }

  @Test func `texts of rows that are not used are no levels`() throws {
    let table = Table(
      .number("y", [1, nil, 3, 4]), .text("c", ["b", "a", "c", "b"]))
    let frame = try ModelFrame(Formula("y ~ 1 | c"), table)
    #expect(frame.effects.first?.levels == ["b", "c"])
    #expect(frame.effects.first?.codes == [0, 1, 0])
  }

  @Test func `numbers of a column are levels by value`() throws {
    let found = try effect(.number("c", [10, -0.0, 0, 2.5]))
    #expect(found.levels == ["0", "2.5", "10"])
    #expect(found.codes == [2, 0, 0, 1])
  }

  @Test func `a column of marks alone holds no words`() throws {
    let error = try error("y ~ c", y, .text("c", ["NA", "..", nil, "n/a"]))
    #expect(error == .noCompleteRow(count: 4))
  }
}
