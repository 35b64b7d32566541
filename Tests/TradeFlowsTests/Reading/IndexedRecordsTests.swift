import Testing
import TradeTestSupport

@testable import TradeFlows

@Suite struct IndexedRecordsTests {
  /// The records of a text by its index; `nil` where it is not regular.
  private func indexed(_ text: String, columns: Int) throws -> [[String]]? {
    var blocks = RecordBlocks(
      BytesInMemory(Array(text.utf8)), start: [], delimiter: 44, file: "memory")
    let block = RecordBlock()
    guard try blocks.fill(block) else { return [] }
    guard block.isRegular else { return nil }
    var records = IndexedRecords(block, columns: columns)
    return TradeFlowsTests.records(of: &records, block.bytes, columns: columns)
  }

  @Test(arguments: [
    "a,b\nc,d\n", "a,b\r\n\r\nc,d", "\"a,b\",c\n\"d\"\"e\",\"\"\n", ",\n,\n", "a,b,\nc,d,\r\n",
    "a\nb,c\nd,e,f,g\nh,i\n", "\n\n a,b\n", "a,b,,\nc,d\n", "\"a\",\"b\",\r\n",
  ]) func `Regular text has the records that the scanner finds`(_ text: String) throws {
    #expect(try indexed(text, columns: 2) == scanned(text, columns: 2))
  }

  @Test(arguments: [
    "5\" pipe,1\n", "\"a\nb\",1\n", "\"a\" ,1\n", "\"a\"b,1\n", "a,\"b\n", "a,1\rb,2\n",
    "a\"\"b,1\n",
  ]) func `A quote out of place, a line end in quotes or a lone return is not regular`(
    _ text: String
  ) throws {
    #expect(try indexed(text, columns: 2) == nil)
    // Nor where 64 bytes end within it.
    for length in 55...66 {
      let before = String(repeating: "x", count: length) + ",y\n"
      #expect(try indexed(before + text, columns: 2) == nil)
    }
  }

  @Test(arguments: 0..<200) func `Random text, regular or not, is never read otherwise`(_ seed: Int)
    throws
  {
    var random = SeededGenerator(seed: seed)
    // Of texts out of all marks few are regular, of texts out of whole fields most.
    let pieces =
      seed % 2 == 0
      ? ["\"", ",", "\n", "\r\n", "a", "long text", " ", "\r"]
      : ["\"a,b\",", "\"\"\"x\"\"\",", ",", "plain,", "\"last\"\n", "z\r\n", "a,b\n"]
    let text = (0..<Int.random(in: 1...200, using: &random)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }.joined()
    if let records = try indexed(text, columns: 3) {
      #expect(records == scanned(text, columns: 3))
    } else {
      #expect(seed % 2 == 0 || text.contains("\""))
    }
  }

  @Test func `Fields that end at every place of 64 bytes are found`() throws {
    for length in 0...130 {
      let field = String(repeating: "a", count: length)
      let text = "\(field),\"\(field)\"\n\"b\",\(field)\r\n"
      #expect(try indexed(text, columns: 2) == [[field, field], ["b", field]])
    }
  }
}
