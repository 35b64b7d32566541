import Testing
import TradeTables
import TradeTestSupport

@testable import TradeFlows

@Suite struct RecordBlocksTests {
  /// The texts of all blocks of so many bytes.
  private func blocks(of text: String, size: Int, start: Int = 0) throws -> [String] {
    let bytes = Array(text.utf8)
    var blocks = RecordBlocks(
      BytesInMemory(Array(bytes[start...])),
      start: Array(bytes[..<start]), delimiter: 44, file: "memory", size: size)
    let block = RecordBlock()
    var texts: [String] = []
    while try blocks.fill(block) {
      #expect(block.index == texts.count)
      texts.append(
        String(
          decoding: UnsafeBufferPointer(start: block.bytes, count: block.count), as: UTF8.self))
    }
    return texts
  }

  @Test(arguments: [1, 2, 3, 5, 8, 100])
  func `Blocks of any size hold whole records and together the whole text`(_ size: Int) throws {
    let text = "a,1\n\"b\nc\",2\r\n\"d\"\"e\",3\n\nlonger than others,4\n5\" pipe,6\nf,7"
    let texts = try blocks(of: text, size: size)
    #expect(texts.joined() == text)
    for part in texts.dropLast() { #expect(part.last?.isNewline ?? false, "\(part)") }
    let records = texts.flatMap { scanned($0, columns: 2) }
    #expect(records == scanned(text, columns: 2))
  }

  @Test func `Bytes that were read before come first`() throws {
    #expect(try blocks(of: "a,1\nb,2\n", size: 100, start: 3).joined() == "a,1\nb,2\n")
  }

  @Test func `An empty source has no block`() throws {
    #expect(try blocks(of: "", size: 8).isEmpty)
  }

  @Test func `Carriage returns alone end records as well`() throws {
    #expect(try blocks(of: "a,1\rb,2\rc,3\r", size: 6).joined() == "a,1\rb,2\rc,3\r")
  }

  @Test(arguments: 0..<20) func `Random quotes never cut a record in two`(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<60 {
      let long = String(repeating: "x", count: Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: text += "\"\(long)\n\(long)\",1\n"
      case 1: text += "x\(long)\"\(long),2\n"
      case 2: text += "\"\(long)\"\"\n\n\",3\r\n"
      default: text += "\(long)y,4\n"
      }
    }
    let size = Int.random(in: 8...200, using: &random)
    #expect(
      try blocks(of: text, size: size).flatMap { scanned($0, columns: 2) }
        == scanned(text, columns: 2))
  }
}
