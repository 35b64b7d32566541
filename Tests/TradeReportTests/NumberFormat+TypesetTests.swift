import Testing

@testable import TradeReport

@Suite struct TypesetTests {
  @Test func `numbers have a real minus and thin blanks between groups`() {
    let format = NumberFormat().typeset
    #expect(format.text(-1234.5, .decimal(1)) == "\u{2212}1\u{202F}234.5")
    #expect(format.text(-0.5, .signedPercent(1)) == "\u{2212}50.0 %")
    #expect(NumberFormat(groupMark: ".").typeset.groupMark == ".")
  }

  @Test func `prose has a minus before numbers only, and no break inside them`() {
    #expect("was (-10.2 %)".typeset == "was (\u{2212}10.2\u{A0}%)")
    #expect(">-7 and -b, 84-85, 2013-2024".typeset == ">\u{2212}7 and -b, 84-85, 2013-2024")
    #expect("389 and 1 890 in 2 weeks".typeset == "389 and 1\u{A0}890 in 2 weeks")
    #expect("".typeset.isEmpty)
  }
}
