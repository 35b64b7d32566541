import Testing

@testable import TradeReport

@Suite struct SVGTextTests {
  @Test func `text that fits stays, and other text ends in an ellipsis within its room`() {
    #expect(SVGText.cut("Copper", to: 100) == "Copper")
    let cut = SVGText.cut("Electrical machinery and equipment", to: 100)
    #expect(cut.hasPrefix("Electrical") && cut.hasSuffix("…"))
    #expect(SVGText.width(cut) <= 100)
    #expect(SVGText.cut("Copper", to: 0) == "…")
  }

  @Test func `lines break between words and are no more than asked for`() {
    #expect(SVGText.wrapped("one two three", to: 60, lines: 5) == ["one two", "three"])
    let long = SVGText.wrapped(String(repeating: "word ", count: 90), to: 200, lines: 2)
    #expect(long.count == 2)
    #expect(long[1].hasSuffix("…"))
    #expect(long.allSatisfy { SVGText.width($0) <= 200 })
    #expect(SVGText.wrapped(" \n ", to: 60, lines: 5) == [])
  }

  @Test func `marks over letters take no room`() {
    #expect(SVGText.width("e\u{301}") == SVGText.width("e"))
  }
}
