import Testing

@testable import TradeReport

@Suite struct ProseTests {
  @Test func `an address is a piece of its own, without the end of the sentence`() {
    #expect(
      Prose.pieces("See https://example.org/a, (http://x.org/b_(c)) and [http://y.org].") == [
        .words("See "), .address("https://example.org/a"), .words(", ("),
        .address("http://x.org/b_(c)"), .words(") and ["), .address("http://y.org"), .words("]."),
      ])
  }

  @Test(arguments: ["", "no address", "http://", "https:// x", "ftp://a.b", "javascript:alert(1)"])
  func `anything else is words`(text: String) {
    #expect(Prose.pieces(text) == (text.isEmpty ? [] : [.words(text)]))
  }

  @Test func `markup, blanks and invisible marks end an address`() {
    for end in ["\"", "<", ">", " ", "\n", "\u{A0}", "\u{202E}", "`", "\\", "|"] {
      #expect(Prose.pieces("http://x.org" + end).first == .address("http://x.org"))
    }
  }

  @Test(arguments: HostileText.all) func `the pieces are the text`(text: String) {
    let joined = Prose.pieces(text + " http://a.b/c)). " + text).map { piece in
      switch piece {
      case .words(let words): words
      case .address(let address): address
      }
    }
    #expect(joined.joined() == text + " http://a.b/c)). " + text)
  }

  @Test func `prose on one line has single blanks`() {
    #expect(" a\n\n\tb\u{1}\u{1}c ".onOneLine == "a b c")
  }
}
