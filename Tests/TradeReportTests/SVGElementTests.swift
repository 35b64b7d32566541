import Testing

@testable import TradeReport

@Suite struct SVGElementTests {
  @Test func `text is inert`() {
    #expect(
      SVGElement.escaped("<script>\"a\" & 'b'</script>")
        == "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;")
    #expect(SVGElement.escaped("a\u{1B}[31m\u{0}\u{202E}b\u{2067}\u{FFFE}c") == "a [31m bc")
    #expect(SVGElement.escaped("Қазақстан – Việt Nam") == "Қазақстан – Việt Nam")
  }

  @Test func `elements hold their attributes but for empty ones, and their content`() {
    #expect(
      SVGElement.text("A & B", 1.04, -2.46, "", anchor: .end).markup
        == "<text x=\"1\" y=\"-2.5\" text-anchor=\"end\">A &amp; B</text>")
    #expect(
      SVGElement.circle("f0", 1, 2, 3, title: "x").markup
        == "<circle class=\"f0\" cx=\"1\" cy=\"2\" r=\"3\"><title>x</title></circle>")
    #expect(SVGElement("g", [("class", "\"><b>")]).markup == "<g class=\"&quot;&gt;&lt;b&gt;\"/>")
  }

  @Test func `what is cut has all of itself in its title`() {
    let markup = SVGElement.text("Electrical machinery", 0, 0, room: 80).markup
    #expect(markup.contains("…<title>Electrical machinery</title></text>"))
  }

  @Test func `numbers have a tenth at the most and are always finite`() {
    #expect([0, 1.25, -0.04, 100, -7.96].map(\.svg) == ["0", "1.3", "0", "100", "-8"])
    #expect([Double.nan, .infinity, 1e300].map(\.svg) == ["0", "0", "100000"])
  }
}
