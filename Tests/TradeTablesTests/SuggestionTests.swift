import Testing
import TradeTables

@Suite struct SuggestionTests {
  private let columns = ["year", "turnover", "exports", "imports"]

  @Test(
    arguments: [
      ("turnver", "turnover"),  // a letter too few
      ("turnoover", "turnover"),  // a letter too many
      ("turnower", "turnover"),  // another letter
      ("tunrover", "turnover"),  // two letters swapped
      ("Turnover", "turnover"),  // another case
      ("TURNVER", "turnover"),
      ("eyar", "year"),
    ]
  )
  func `finds the word that was meant`(word: String, meant: String) {
    #expect(Suggestion.nearest(to: word, among: columns) == meant)
  }

  @Test func `suggests nothing that is far away`() {
    #expect(Suggestion.nearest(to: "gdp", among: columns) == nil)
    #expect(Suggestion.nearest(to: "turnover", among: []) == nil)
    #expect(Suggestion.text(for: "gdp", among: columns) == "")
  }

  @Test func `a third of the word may be wrong`() {
    #expect(Suggestion.nearest(to: "abxxef", among: ["abcdef"]) == "abcdef")
    #expect(Suggestion.nearest(to: "axxxef", among: ["abcdef"]) == nil)
    #expect(Suggestion.nearest(to: "ab", among: ["ax"]) == "ax")
    #expect(Suggestion.nearest(to: "ab", among: ["xy"]) == nil)
  }

  /// By hand: a swap is one step, two changes are two; "abdc" is one from "abcd", two from "abxy".
  @Test func `a swap of neighbours is one step`() {
    #expect(Suggestion.nearest(to: "abdc", among: ["abcd"]) == "abcd")
    #expect(Suggestion.nearest(to: "abdc", among: ["abxy"]) == nil)
  }

  @Test func `the nearest wins, and the first of equals`() {
    #expect(Suggestion.nearest(to: "imports", among: ["exports", "import"]) == "import")
    #expect(Suggestion.nearest(to: "xports", among: ["aports", "exports", "bports"]) == "aports")
  }

  @Test func `an endless word is no trouble`() {
    let word = String(repeating: "a", count: 100_000)
    #expect(Suggestion.nearest(to: word, among: columns) == nil)
  }

  @Test func `asks whether a word was meant`() {
    #expect(
      Suggestion.text(for: "turnver", among: columns) == " (did you mean 'turnover'?)")
  }

  @Test func `lists a dozen names and counts the rest`() {
    let names = (1...14).map { "c\($0)" }
    #expect(Suggestion.list(["year", "turnover"]) == "year, turnover")
    #expect(
      Suggestion.list(Array(names.prefix(12)))
        == "c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12")
    #expect(
      Suggestion.list(names)
        == "c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12 and 2 more")
  }

  @Test func `an excerpt is forty characters at the most`() {
    let forty = String(repeating: "đ", count: 40)
    #expect(Suggestion.excerpt("542.7") == "542.7")
    #expect(Suggestion.excerpt(forty) == forty)
    #expect(Suggestion.excerpt(forty + "x") == forty + "…")
  }

  @Test(arguments: ["one\ntwo", "one\rtwo", "one\r\ntwo", "one\ttwo"])
  func `an excerpt stands on one line and shows no cut where none is`(text: String) {
    #expect(Suggestion.excerpt(text) == "one two")
  }

  @Test func `an excerpt holds no control characters`() {
    let excerpt = Suggestion.excerpt("\u{1B}[31mred\u{7}\u{0}")
    #expect(excerpt.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    #expect(excerpt.contains("red"))
  }
}
