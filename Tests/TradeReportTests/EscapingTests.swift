import Testing

@testable import TradeReport

@Suite struct EscapingTests {
  private let marks = Escaping("<") { $0 == "<" ? "&lt;" : $0.neutral }

  private func escaped(_ text: String) -> String {
    var document: [UInt8] = Array("[".utf8)
    document.write(text, marks)
    document.write("]")
    return String(decoding: document, as: UTF8.self)
  }

  @Test func `text without anything special is added as it is`() {
    for text in ["", "plain", "Sài Gòn, Қазақстан, 越南, 🇰🇿, e\u{301}", "a > b & c"] {
      #expect(escaped(text) == "[\(text)]")
    }
  }

  @Test func `special characters are replaced wherever they stand`() {
    #expect(escaped("<a<<b<") == "[&lt;a&lt;&lt;b&lt;]")
    #expect(escaped("é<越<🇻🇳<") == "[é&lt;越&lt;🇻🇳&lt;]")
  }

  @Test func `control characters are blanks, and what turns text around is gone`() {
    #expect(escaped("a\u{0}b\u{1B}c\u{85}d\ne\u{2028}f") == "[a b c d e f]")
    #expect(escaped("a\u{202E}b\u{2066}c\u{200F}d\u{61C}e") == "[abcde]")
    for value in [0xFFFE, 0xFDD0, 0x1FFFF] as [UInt32] {
      #expect(escaped(Unicode.Scalar(value).map { String(Character($0)) } ?? "") == "[\u{FFFD}]")
    }
  }

  @Test func `every character passes through the decoder unchanged`() {
    var seen: [Unicode.Scalar] = []
    let values = stride(from: UInt32(0), to: 0x110000, by: 1).compactMap(Unicode.Scalar.init)
      .filter { $0.value < 0x3000 || $0.value % 61 == 0 }
    for scalar in values {
      var document: [UInt8] = []
      document.write(String(Character(scalar)), Escaping("") { _ in nil })
      seen += String(decoding: document, as: UTF8.self).unicodeScalars
    }
    #expect(seen == values)
  }
}
