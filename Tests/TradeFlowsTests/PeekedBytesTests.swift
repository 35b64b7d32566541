import Testing
import TradeFlows
import TradeTables

@Suite struct PeekedBytesTests {
  @Test(arguments: [1, 3, 4, 100]) func `What was looked at is read all the same`(size: Int) throws
  {
    let source = try PeekedBytes(BytesInMemory("abcdefgh".utf8), count: 4)
    #expect(source.start == Array("abcd".utf8))
    source.skip(1)
    #expect(try source.text(by: size) == "bcdefgh")
  }

  @Test func `The beginning is all of a short source`() throws {
    let source = try PeekedBytes(BytesInMemory("ab".utf8))
    #expect(source.start == Array("ab".utf8))
    #expect(try source.text() == "ab")
  }

  @Test func `An error comes when the bytes before it are gone`() throws {
    let broken = TableError.cannotRead("-", reason: "input/output error")
    let source = try PeekedBytes(BytesInMemory("abcd".utf8, failure: broken), count: 2)
    #expect(try source.read(4) == Array("abcd".utf8))
    #expect(throws: broken) { try source.read(1) }
  }
}
