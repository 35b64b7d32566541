import Testing
import TradeTables
import TradeTestSupport

@Suite struct CSVReaderTests {
  private func read(_ text: String) throws -> Table { try read(Array(text.utf8)) }

  private func read(_ bytes: [UInt8]) throws -> Table {
    try CSVReader(file: "trade.csv").read(bytes)
  }

  private let expected: [Column] = [
    .text("period", ["2023", "2024"]), .text("value", ["542.7", "528.3"]),
  ]

  // MARK: Lines and delimiters

  @Test(arguments: ["\n", "\r\n", "\r"], [true, false])
  func `reads every line end, with and without one at the end`(end: String, isLast: Bool) throws {
    let text = ["period,value", "2023,542.7", "2024,528.3"].joined(separator: end)
    let table = try read(isLast ? text + end : text)
    #expect(table.columns == expected)
    #expect(table.origin == Table.Origin(file: "trade.csv", lines: [2, 3]))
  }

  @Test(arguments: [",", ";", "\t", "|"], ["", "\n", "\r\n\r\n"])
  func `the header decides what is between fields`(delimiter: String, before: String) throws {
    let lines = [["period", "value"], ["2023", "542.7"], ["2024", "528.3"]]
    let text = before + lines.map { $0.joined(separator: delimiter) + "\n" }.joined()
    #expect(try read(text).columns == expected)
  }

  @Test func `the other delimiters are then text`() throws {
    #expect(
      try read("name;value\na,b|c;1,5\n").columns
        == [.text("name", ["a,b|c"]), .text("value", ["1,5"])])
    #expect(
      try read("name,value\n\"a;b;c;d\",1\n").columns
        == [.text("name", ["a;b;c;d"]), .text("value", ["1"])])
  }

  @Test func `what is quoted in the header does not decide`() throws {
    #expect(
      try read("\"a;b;c\",d\n1,2\n").columns
        == [.text("a;b;c", ["1"]), .text("d", ["2"])])
  }

  @Test func `of as many commas as semicolons the comma decides`() throws {
    #expect(
      try read("a,b;c\n1,2\n").columns == [.text("a", ["1"]), .text("b;c", ["2"])])
  }

  @Test func `a single column needs no delimiter`() throws {
    #expect(try read("value\n1\n2\n").columns == [.text("value", ["1", "2"])])
  }

  @Test func `leaves out a byte order mark`() throws {
    #expect(try read("\u{FEFF}period,value\n2023,542.7\n2024,528.3\n").columns == expected)
    #expect(try read("\u{FEFF}\"period\",value\n2023,542.7\n2024,528.3\n").columns == expected)
  }

  @Test func `leaves out blank lines and counts them`() throws {
    let table = try read("\n\r\nperiod,value\n\n2023,542.7\r\n\r\n\n2024,528.3\n\n\n")
    #expect(table.columns == expected)
    #expect(table.origin?.lines == [5, 8])
  }

  // MARK: Cells

  @Test func `an empty cell is missing`() throws {
    #expect(
      try read("a,b,c\n,2,\n1,\"\",3\n,,\n").columns == [
        .text("a", [nil, "1", nil]), .text("b", ["2", nil, nil]), .text("c", [nil, "3", nil]),
      ])
  }

  @Test func `codes keep their zeros and cells their blanks`() throws {
    #expect(
      try read("code,name\n0101, a \n2710.00,\tb\n").columns
        == [.text("code", ["0101", "2710.00"]), .text("name", [" a ", "\tb"])])
  }

  @Test func `a header's names stand without blanks`() throws {
    #expect(try read(" period ,\tvalue\n1,2\n").names == ["period", "value"])
    #expect(try read("period, \"value\"\n1,2\n").names == ["period", "\"value\""])
  }

  @Test func `a row may end with one empty field too many`() throws {
    let rows = "period,value%\n2023,542.7,\n2024,528.3,\n"
    #expect(try read(rows.replacing("%", with: "")).columns == expected)
    #expect(try read(rows.replacing("%", with: ",")).columns == expected)
    #expect(try read("period,value,\n2023,542.7\n2024,528.3,\n").columns == expected)
  }

  @Test func `a column without a name gets one`() throws {
    #expect(try read(",value\n1,2\n").names == ["column_1", "value"])
    #expect(try read("a,,c\n1,2,3\n").names == ["a", "column_2", "c"])
  }

  // MARK: Quotes

  @Test(
    arguments: [
      ("\"a\"", "a"), ("\"a,b\"", "a,b"), ("\"a \"\"b\"\" c\"", "a \"b\" c"), ("\"\"\"\"", "\""),
      ("\"\"\"\"\"\"", "\"\""), ("\"a\nb\"", "a\nb"), ("\"a\r\nb\"", "a\r\nb"),
      ("\"a\rb\"", "a\rb"),
      ("\"\n\"", "\n"), ("\" a \"", " a "), ("a\"b", "a\"b"), ("a\"\"", "a\"\""),
      ("\"đồng, “тенге”\"", "đồng, “тенге”"),
    ])
  func `reads quoted fields`(field: String, value: String) throws {
    let middle = try read("a,b,c\n1,\(field),3\n4,5,6\n")
    #expect(
      middle.columns == [
        .text("a", ["1", "4"]), .text("b", [value, "5"]), .text("c", ["3", "6"]),
      ])
    #expect(try read("a,b\n1,\(field)").columns == [.text("a", ["1"]), .text("b", [value])])
    #expect(try read("b,a\n\(field),1\n").columns == [.text("b", [value]), .text("a", ["1"])])
  }

  @Test func `keeps every byte of a cell`() throws {
    // The letter e with an accent in one scalar and in two are equal strings of different bytes.
    for text in ["\u{E9}", "e\u{301}", "👩‍🌾", "\u{FEFF}x", "\u{7}"] {
      let cell = try #require(try read("a,b\n1,\(text)\n").texts("b")[0])
      #expect(Array(cell.utf8) == Array(text.utf8))
    }
  }

  @Test func `a name may be quoted`() throws {
    let table = try read("\"value, m USD\",\"the \"\"unit\"\"\",\"two\nlines\"\n1,2,3\n")
    #expect(table.names == ["value, m USD", "the \"unit\"", "two\nlines"])
    #expect(table.origin?.lines == [3])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `a row stands on the line that it begins on`(end: String) throws {
    let lines = ["a,b", "1,\"one", "two", "three\"", "2,x", "\"3", "\",y", "4,z", ""]
    #expect(try read(lines.joined(separator: end)).origin?.lines == [2, 5, 6, 8])
  }

  // MARK: Errors

  private static func at(_ line: Int) -> Place { Place(file: "trade.csv", line: line) }

  @Test(arguments: [
    ("", TableError.emptyFile("trade.csv")),
    ("\u{FEFF}", .emptyFile("trade.csv")),
    ("\n\r\n\n", .emptyFile("trade.csv")),
    ("\u{FEFF}\n", .emptyFile("trade.csv")),
    ("a,b", .noRows("trade.csv")),
    ("a,b\n\n\r\n", .noRows("trade.csv")),
    ("a,b\n1,2\n\n3\n", .ragged(at: at(4), fields: 1, expected: 2)),
    ("a,b\n1,2,3\n", .ragged(at: at(2), fields: 3, expected: 2)),
    ("a,b\n1,2,,\n", .ragged(at: at(2), fields: 4, expected: 2)),
    ("a,b,\n1,2,3\n", .ragged(at: at(2), fields: 3, expected: 2)),
    ("a,b\n1,\"x\ny\"\n3\n", .ragged(at: at(4), fields: 1, expected: 2)),
    ("a;b\n1,2\n", .ragged(at: at(2), fields: 1, expected: 2)),
    ("a,b\n1,2\n3,\"x\ny\nz,3\n", .unclosedQuote(at: at(3))),
    ("a,b\n\"1\n2\",x\n3,\"y\n", .unclosedQuote(at: at(4))),
    ("a,b\n\"1\n2\",\"y\n", .unclosedQuote(at: at(3))),
    ("a,b\n1,\"x\"\"\n", .unclosedQuote(at: at(2))),
    ("a,\"b\n1,2\n", .unclosedQuote(at: at(1))),
    ("a,b\n1,2\n3,\"x\"y\n", .textAfterQuote(at: at(3))),
    ("a,b\n1,\"x\" \n", .textAfterQuote(at: at(2))),
    ("a,b\n\"1\" ,2\n", .textAfterQuote(at: at(2))),
    ("a,b,a\n1,2,3\n", .repeatedColumn("a", file: "trade.csv")),
    ("a,b, a\n1,2,3\n", .repeatedColumn("a", file: "trade.csv")),
    (",column_1\n1,2\n", .repeatedColumn("column_1", file: "trade.csv")),
    ("a,b\n1,2\n3,\u{0}\n", .binary("trade.csv", line: 3)),
  ]) func `says what is wrong and where`(text: String, error: TableError) {
    #expect(throws: error) { try read(text) }
  }

  @Test(arguments: [false, true], [false, true])
  func `knows UTF-16 with and without its mark`(isBigEndian: Bool, hasMark: Bool) {
    let text = (hasMark ? "\u{FEFF}" : "") + "a,b\n1,2\n"
    let bytes = text.utf16.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? pair : pair.reversed()
    }
    #expect(throws: TableError.utf16("trade.csv")) { try read(bytes) }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `names the line of the first byte that is not UTF-8`(end: String) {
    let lines = ["name,value", "Đà Nẵng,1", "Caf%,2", "%,3", ""].joined(separator: end)
    let bytes = lines.utf8.map { $0 == UInt8(ascii: "%") ? 0xE9 : $0 }
    #expect(throws: TableError.notUTF8(at: Self.at(3))) { try read(bytes) }
  }

  @Test(
    arguments: [
      [0xC3], [0x80], [0xE2, 0x82], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
      [0xFF],
    ] as [[UInt8]]) func `takes no bytes that UTF-8 forbids`(wrong: [UInt8])
  {
    let start = Array("name\nđồng\n".utf8)
    #expect(throws: TableError.notUTF8(at: Self.at(3))) { try read(start + wrong) }
    #expect(throws: TableError.notUTF8(at: Self.at(3))) { try read(start + wrong + [0x0A]) }
  }

  @Test(arguments: ["", "\""]) func `refuses a line of two megabytes`(quote: String) {
    let long = quote + String(repeating: "x", count: 2_000_000) + quote
    let error = TableError.lineTooLong(at: Self.at(3), limit: CSVReader.lineLimit)
    #expect(throws: error) { try read("a,b\n1,2\n3,\(long)\n") }
  }

  @Test func `the limit is on lines, to the byte, not on files`() throws {
    let cell = String(repeating: "x", count: CSVReader.lineLimit - 2)
    let error = TableError.lineTooLong(at: Self.at(2), limit: CSVReader.lineLimit)
    #expect(try read("a,b\n1,\(cell)\n2,\(cell)\n").rowCount == 2)
    #expect(throws: error) { try read("a,b\n1,\(cell)x\n") }
  }

  // MARK: Files

  @Test func `reads a file and names it as it was given`() throws {
    try withTemporaryFolder { folder in
      let path = try folder.file("trade.csv", "period,value\n2023,542.7\n2024,x\n")
      let table = try CSVReader.read(path)
      #expect(table.origin == Table.Origin(file: path, lines: [2, 3]))
      #expect(
        throws: TableError.notANumber("x", at: Place(file: path, line: 3, column: "value"))
      ) { try table.numbers("value") }
    }
  }

  @Test func `a file that is missing or empty is an error that names it`() throws {
    try withTemporaryFolder { folder in
      let missing = folder.path("absent.csv")
      let empty = try folder.file("empty.csv", "")
      #expect(throws: TableError.cannotRead(missing, reason: "no such file or directory")) {
        try CSVReader.read(missing)
      }
      #expect(throws: TableError.emptyFile(empty)) { try CSVReader.read(empty) }
    }
  }
}
