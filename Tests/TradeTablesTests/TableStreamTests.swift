import Testing
import TradeTables
import TradeTestSupport

@Suite struct TableStreamTests {
  /// Everything that CSV can hold: a byte order mark, blank lines, each line end, quotes with all
  /// of them inside, letters of two to four bytes, a trailing comma, an empty last line.
  private static let nasty =
    "\u{FEFF}\r\n\n\"the column of names, in quotes\r\nand on two lines\",value,\"a \"\"third\"\" one\"\r\n"
    + "Đà Nẵng,1,\r\n\r\n\"\",2,\"a\r\nb\rc\nd\"\r"
    + "\"x \"\"y\"\"\",3,\"\"\"\"\n\n\"👩‍🌾 “тенге”\",,z,\n,,\n\r\n\"last, row\",5,\"6\"\r\n\r"

  /// All rows of a file, in however many tables.
  private static func read(_ path: String, blockSize: Int) throws -> (rows: Table, tables: Int) {
    var stream = try TableStream(path, blockSize: blockSize)
    var tables: [Table] = []
    while let table = try stream.next() { tables.append(table) }
    let origin = Table.Origin(
      file: path, lines: tables.flatMap { $0.origin?.lines ?? [] })
    return (Table(Table.stacked(tables).columns, origin: origin), tables.count)
  }

  @Test func `reads the same rows wherever a block ends`() throws {
    try withTemporaryFolder { folder in
      let path = try folder.file("nasty.csv", Self.nasty)
      let whole = try CSVReader.read(path)
      try #require(whole.rowCount == 6)
      try #require(whole.origin?.lines == [5, 7, 11, 13, 14, 16])
      for size in 1...Self.nasty.utf8.count + 1 {
        #expect(try Self.read(path, blockSize: size).rows == whole, "blocks of \(size)")
      }
      #expect(try Self.read(path, blockSize: 80).tables > 1)
      #expect(try Self.read(path, blockSize: 1000).tables == 1)
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"], [true, false])
  func `reads every line end, with and without one at the end`(end: String, isLast: Bool) throws {
    try withTemporaryFolder { folder in
      let lines = ["first_column_of_the_table;the_second_one", "1;2", "", "3;4", "5;6"]
      let text = lines.joined(separator: end) + (isLast ? end : "")
      let path = try folder.file("rows.csv", text)
      let whole = try CSVReader.read(path)
      #expect(whole.origin?.lines == [2, 4, 5])
      for size in 1...text.utf8.count + 1 {
        #expect(try Self.read(path, blockSize: size).rows == whole, "blocks of \(size)")
      }
    }
  }

  @Test(arguments: [
    "", "\u{FEFF}", "\n\r\n\n", "a,b", "a,b\n\n\r\n", "a,b\n1,2\n\n3\n", "a,b\n1,2,3\n",
    "a,b\n1,\"x\ny\"\n3\n", "a;b\n1,2\n", "a,b\n1,2\n3,\"x\ny\nz,3\n", "a,b\n\"1\n2\",\"y\n",
    "a,\"b\n1,2\n", "a,b\n1,2\n3,\"x\"y\n", "a,b,a\n1,2,3\n", "a,b\n1,2\n3,\u{0}\n",
  ]) func `says what is wrong as the reader of whole files does`(text: String) throws {
    try withTemporaryFolder { folder in
      // The first bytes are looked at together; longer names make a longer file.
      for text in [text, text.replacing("a", with: String(repeating: "a", count: 80))] {
        let path = try folder.file("wrong.csv", text)
        let error = try #require(throws: TableError.self) { try CSVReader.read(path) }
        for size in 1...text.utf8.count + 1 {
          #expect(throws: error) { try Self.read(path, blockSize: size) }
        }
      }
    }
  }

  @Test(
    arguments: [[0xE9, 0x2C], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xFF], [0x80]] as [[UInt8]])
  func `names the line of the first byte that is not UTF-8`(wrong: [UInt8]) throws {
    try withTemporaryFolder { folder in
      let start = Array("a name that is long enough for a block,value\nđồng,1\r\n€,2\n".utf8)
      let end = Array("x,3\nend,4\n".utf8)
      let path = try folder.file("latin.csv", bytes: start + wrong + end)
      for size in 1...start.count + wrong.count + end.count + 1 {
        #expect(throws: TableError.notUTF8(at: Place(file: path, line: 4))) {
          try Self.read(path, blockSize: size)
        }
      }
      let cut = try folder.file("cut.csv", bytes: start + wrong)
      #expect(throws: TableError.notUTF8(at: Place(file: cut, line: 4))) {
        try Self.read(cut, blockSize: 7)
      }
    }
  }

  @Test func `knows UTF-16 however small its blocks`() throws {
    try withTemporaryFolder { folder in
      let units = "period,value\n2023,1\n2024,2\n2025,3\n2026,4\n".utf16
      for bytes in [
        units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
        units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
      ] {
        let path = try folder.file("wide.csv", bytes: bytes)
        for size in [1, 7, 64, 1000] {
          #expect(throws: TableError.utf16(path)) { try Self.read(path, blockSize: size) }
        }
      }
    }
  }

  @Test(arguments: ["", "\""]) func `refuses a line of two megabytes before its end`(
    quote: String
  ) throws {
    try withTemporaryFolder { folder in
      let long = String(repeating: "x", count: 2_000_000)
      let path = try folder.file("long.csv", "a,b\n1,2\n3,\(quote)\(long)\n")
      #expect(
        throws: TableError.lineTooLong(
          at: Place(file: path, line: 3), limit: CSVReader.lineLimit)
      ) { try Self.read(path, blockSize: 1 << 19) }
    }
  }

  @Test func `the limit is on lines, to the byte`() throws {
    try withTemporaryFolder { folder in
      let cell = String(repeating: "x", count: CSVReader.lineLimit - 2)
      let path = try folder.file("long.csv", "a,b\r\n1,\(cell)\r\n2,\(cell)\r\n")
      let whole = try CSVReader.read(path)
      // The first row ends with the block, then with the first half of its line end.
      for size in [CSVReader.lineLimit + 5, CSVReader.lineLimit + 6] {
        #expect(try Self.read(path, blockSize: size).rows == whole)
      }
    }
  }

  @Test func `a file that is missing or a folder is an error`() throws {
    try withTemporaryFolder { folder in
      let missing = folder.path("absent.csv")
      #expect(throws: TableError.cannotRead(missing, reason: "no such file or directory")) {
        try Self.read(missing, blockSize: 10)
      }
    }
  }

  @Test func `tells how large a regular file is`() throws {
    try withTemporaryFolder { folder in
      let five = try folder.file("five.csv", "12345")
      #expect(InputFile.size(five) == 5)
      #expect(InputFile.size("-") == nil)
      #expect(InputFile.size("/dev/null") == nil)
      #expect(InputFile.size(folder.path("absent.csv")) == nil)
    }
  }
}
