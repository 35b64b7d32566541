import Testing
import TradeFlows
import TradeTables
import TradeTestSupport

@Suite struct TextBytesTests {
  private func open(_ bytes: some Sequence<UInt8>) throws -> TextBytes {
    try TextBytes(BytesInMemory(bytes), file: "trade.csv")
  }

  private func fault(_ bytes: some Sequence<UInt8>) -> TableError? {
    do throws(TableError) {
      _ = try TextBytes(BytesInMemory(bytes), file: "trade.csv").all()
      return nil
    } catch {
      return error
    }
  }

  private static let vietnamese = "mặt hàng,Қазақстан,Côte d'Ivoire,€ 5,𐍈\n"

  private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      return isBigEndian ? bytes.reversed() : bytes
    }
  }

  // MARK: UTF-8

  @Test(arguments: [1, 2, 3, 7, 64, 65, 130, 4096])
  func `UTF-8 passes through in pieces of any size`(
    size: Int
  ) throws {
    let text = String(repeating: Self.vietnamese + "2020,1\n", count: 50)
    let source = try open(text.utf8)
    #expect(try source.text(by: size) == text)
    #expect(source.encoding == .utf8)
    #expect(source.remarks == [])
  }

  @Test func `A byte order mark is dropped`() throws {
    #expect(try open("\u{FEFF}a,b\n".utf8).text() == "a,b\n")
    let bytes: [UInt8] = [0xFE, 0xFF] + utf16("a,b\n", isBigEndian: true)
    #expect(try open(bytes).text() == "a,b\n")
  }

  @Test func `A zero byte is refused with its line`() {
    #expect(fault("a,b\n1,2\n3,\04\n".utf8) == .binary("trade.csv", line: 3))
    let long = String(repeating: "2020,1\n", count: 500)
    #expect(fault((long + "\0").utf8) == .binary("trade.csv", line: 501))
    let latin: [UInt8] = Array("été\n".utf16.map { UInt8($0) }) + [0, 0x61]
    #expect(fault(latin) == .binary("trade.csv", line: 2))
  }

  // MARK: Other encodings

  @Test(arguments: [1, 5, 100, 5000], [0, 60, 127, 63_999])
  func `Latin-1 is read from its first such byte on`(
    size: Int, before: Int
  ) throws {
    let ascii = String(repeating: "x", count: before)
    let bytes = Array(ascii.utf8) + "\nCôte,Türkiye,ß\n".unicodeScalars.map { UInt8($0.value) }
    let source = try open(bytes)
    #expect(try source.text(by: size) == ascii + "\nCôte,Türkiye,ß\n")
    #expect(source.encoding == .windows1252)
    #expect(source.remarks == ["not UTF-8 from line 2 on; read as Windows-1252"])
  }

  @Test func `Windows-1252 has punctuation where Latin-1 has controls`() throws {
    // python3: bytes([0x80, 0x93, 0x94, 0x97, 0x9C]).decode("cp1252")
    #expect(try open([0x80, 0x93, 0x94, 0x97, 0x9C]).text() == "€“”—œ")
    #expect(
      fault([0x41, 10, 0x81, 10])
        == InputFault.noCharacter(0x81, line: 2, .windows1252).error(in: "trade.csv"))
  }

  @Test func `Words of letters that are not ASCII are Cyrillic`() throws {
    // python3: "Казахстан;№ 1;Ёлка".encode("cp1251")
    let bytes: [UInt8] = [
      0xCA, 0xE0, 0xE7, 0xE0, 0xF5, 0xF1, 0xF2, 0xE0, 0xED, 0x3B, 0xB9, 0x20, 0x31, 0x3B, 0xA8,
      0xEB, 0xEA, 0xE0,
    ]
    let source = try open(bytes)
    #expect(try source.text() == "Казахстан;№ 1;Ёлка")
    #expect(source.remarks == ["not UTF-8 from line 1 on; read as Windows-1251"])
  }

  @Test(arguments: [true, false], [true, false]) func `UTF-16 is known by its mark or its zeros`(
    isBigEndian: Bool, hasMark: Bool
  ) throws {
    let text = "period,value\n2020,1\n" + String(repeating: Self.vietnamese, count: 3000)
    let bytes = utf16((hasMark ? "\u{FEFF}" : "") + text, isBigEndian: isBigEndian)
    let source = try open(bytes)
    #expect(try source.text(by: 1000) == text)
    #expect(source.remarks == ["read as UTF-16"])
  }

  // MARK: Faults

  @Test func `Two encodings in one file are refused with the line of the second`() {
    let latin: [UInt8] = [0x43, 0xF4, 0x74, 0x65, 10]
    let mixed = InputFault.mixedEncodings(line: 2, .windows1252).error(in: "trade.csv")
    #expect(fault(Array("Côte\n".utf8) + latin) == mixed)
    #expect(fault(latin + Array("Côte\n".utf8)) == mixed)
    #expect(fault(latin + Array("mặt\n".utf8)) == mixed)
  }

  @Test func `UTF-16 that ends within a character is refused`() {
    let broken = InputFault.brokenUTF16(line: 2).error(in: "trade.csv")
    #expect(fault(utf16("\u{FEFF}a\nb", isBigEndian: false).dropLast()) == broken)
    #expect(fault([0xFF, 0xFE, 0x61, 0, 10, 0, 0x00, 0xDC]) == broken)
    #expect(fault([0xFF, 0xFE, 0x61, 0, 10, 0, 0x00, 0xD8, 0x61, 0]) == broken)
    #expect(fault([0xFF, 0xFE, 0x61, 0, 10, 0, 0x00, 0xD8]) == broken)
  }

  @Test(arguments: 1...20) func `No bytes lead to text that is not UTF-8`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let isAnything = seed.isMultiple(of: 2)
    for _ in 0..<50 {
      let bytes = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
        isAnything || Int.random(in: 0..<50, using: &generator) == 0
          ? UInt8.random(in: 1...255, using: &generator) : UInt8(ascii: "a")
      }
      guard let text = try? open(bytes).all(by: 70) else { continue }
      #expect(String(validating: text, as: UTF8.self) != nil)
      #expect(try open(bytes).all(by: 3) == text)
    }
  }
}
