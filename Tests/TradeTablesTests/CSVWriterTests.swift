import Testing
import TradeTables
import TradeTestSupport

@Suite struct CSVWriterTests {
  private func reading(_ csv: String) throws -> Table {
    try CSVReader(file: "trade.csv").read(Array(csv.utf8))
  }

  @Test func `writes a header and rows in full precision`() {
    let table = Table(
      .text("period", ["2023", "2024"]),
      .number("value", [1234.5, 0.1 + 0.2], heading: "turnover", style: .decimal(1)),
      .number("count", [500, nil]),
      .qualifiers("qualifier", [.moreThan, nil]))
    #expect(
      table.csv == """
        period,value,count,qualifier
        2023,1234.5,500,moreThan
        2024,0.30000000000000004,,

        """)
  }

  @Test(
    arguments: [
      ("a", "a"), ("a b", "a b"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
      ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), ("a\r\nb", "\"a\r\nb\""), (" a", "\" a\""),
      ("a ", "\"a \""), ("\"", "\"\"\"\""), ("\"\u{301}", "\"\"\"\u{301}\""), ("", ""),
    ])
  func `quotes what needs quotes`(cell: String, text: String) {
    #expect(Table(.number("n", [1]), .text("a", [cell])).csv == "n,a\n1,\(text)\n")
  }

  @Test func `a table without rows is a header`() {
    #expect(Table(.text("a", []), .number("b", [])).csv == "a,b\n")
  }

  // MARK: Reading back what was written

  @Test(arguments: 1...40) func `reading gives the table that was written`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let table = randomTable(&generator)
    let back = try reading(table.csv)
    #expect(back.names == table.names)
    #expect(back.rowCount == table.rowCount)
    for column in table.columns {
      switch column.values {
      case .text(let cells):
        let texts = try back.texts(column.name)
        #expect(texts.map { $0.map { Array($0.utf8) } } == cells.map { $0.map { Array($0.utf8) } })
      case .number(let cells):
        let numbers = try back.numbers(column.name)
        #expect(numbers.map { $0?.bitPattern } == cells.map { $0?.bitPattern })
      }
    }
    #expect(back.csv == table.csv)
  }

  @Test func `a missing value of a table of one column is a row too`() throws {
    let table = Table(.text("a", ["1", nil, "3", nil]))
    #expect(try reading(table.csv).columns == table.columns)
  }

  @Test(arguments: [";", "|", "\t"]) func `a name with another delimiter in it stays whole`(
    delimiter: String
  ) throws {
    let table = Table(.text("a\(delimiter)b\(delimiter)c", ["1"]), .text("d", ["2"]))
    #expect(try reading(table.csv).columns == table.columns)
    let single = Table(.text("a\(delimiter)b", ["1"]))
    #expect(try reading(single.csv).columns == single.columns)
  }

  /// Two to six columns of text and numbers, with every character that is hard to write.
  private func randomTable(_ generator: inout SeededGenerator) -> Table {
    let rows = Int.random(in: 1...20, using: &generator)
    let columns = (1...Int.random(in: 2...6, using: &generator)).map { index -> Column in
      let name = "c\(index)" + randomText(&generator) + "."
      if Bool.random(using: &generator) {
        return .number(
          name,
          (0..<rows).map { _ in
            let number = Double(bitPattern: generator.next())
            return number.isFinite && Int.random(in: 0..<5, using: &generator) > 0 ? number : nil
          })
      }
      return .text(
        name,
        (0..<rows).map { _ in
          let text = randomText(&generator)
          return text.isEmpty ? nil : text
        })
    }
    return Table(columns)
  }

  private func randomText(_ generator: inout SeededGenerator) -> String {
    let pieces = [
      "a", "0", "9", ",", "\"", "\"\"", "\n", "\r", "\r\n", " ", ";", "|", "\t", "é", "e\u{301}",
      "₫", "Ғ", "越", "👩‍🌾", "'", "\\", "\u{301}",
    ]
    let count = Int.random(in: 0...6, using: &generator)
    return (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
  }
}
