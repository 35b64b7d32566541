import Testing
import TradeFlows
import TradeTestSupport

@Suite struct UTF8CheckTests {
  private func check(_ bytes: [UInt8]) -> UTF8Check.Finding {
    var check = UTF8Check()
    return bytes.withUnsafeBytes { check.check($0) }
  }

  @Test func `Every character is one and nothing else is`() {
    // By hand from table 3-7: overlong, surrogate, past the last, a stray continuation.
    for bytes: [UInt8] in [
      [0xC1, 0x81], [0xE0, 0x9F, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xC3, 0x28],
    ] {
      #expect(check([0x61] + bytes) == .invalid(at: 1))
    }
    for text in ["\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{10000}", "\u{10FFFF}"]
    {
      #expect(check(Array(text.utf8)) == .text)
    }
  }

  @Test func `A character that is cut off and a zero byte have their place`() {
    #expect(check(Array("ab\u{20AC}".utf8.dropLast())) == .cutOff(at: 2))
    let long = [UInt8](repeating: 0x61, count: 300)
    #expect(check(long + [0] + long) == .zero(at: 300))
    #expect(check(long) == .text)
  }

  @Test func `Line feeds are counted and characters noticed`() {
    var check = UTF8Check()
    let text = String(repeating: "2020;5\n", count: 100)
    _ = Array(text.utf8).withUnsafeBytes { check.check($0) }
    #expect(check.lineFeeds == 100)
    #expect(!check.hasCharacters)
    _ = Array("é\n".utf8).withUnsafeBytes { check.check($0) }
    #expect(check.lineFeeds == 101)
    #expect(check.hasCharacters)
  }

  @Test(arguments: 1...10) func `Agrees with the standard library on any bytes`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      var bytes = Array("aé€𐍈".utf8)
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
          UInt8.random(in: 1...255, using: &generator)
      }
      #expect((check(bytes) == .text) == (String(validating: bytes, as: UTF8.self) != nil))
    }
  }
}
