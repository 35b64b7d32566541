import Testing
import TradeReport
import TradeTables

@Suite struct LanguageTests {
  private static let others = Language.all.filter { $0 != .english }

  @Test func `is found by its code`() {
    #expect(Language.all.map(\.code) == ["en", "ru", "vi", "kk"])
    for language in Language.all { #expect(Language.named(language.code) == language) }
    #expect(Language.named("RU") == .russian)
    #expect(Language.named("de") == nil)
    #expect(Language.named("") == nil)
  }

  @Test func `writes numbers in its own marks`() {
    func texts(_ language: Language) -> [String] {
      [
        language.numbers.text(-1890.5, .decimal(1)), language.numbers.text(-0.102, .percent(1)),
        language.numbers.text(0.38, .signedPercent(0)), language.numbers.text(2024, .plain),
      ]
    }
    #expect(texts(.english) == ["-1 890.5", "-10.2 %", "+38 %", "2024"])
    #expect(
      texts(.russian)
        == ["\u{2212}1\u{A0}890,5", "\u{2212}10,2\u{A0}%", "+38\u{A0}%", "2024"])
    #expect(texts(.kazakh) == texts(.russian))
    #expect(texts(.vietnamese) == ["\u{2212}1.890,5", "\u{2212}10,2%", "+38%", "2024"])
  }

  @Test func `all languages know the same phrases, each once`() {
    let keys = Language.russian.entries.map(\.english)
    #expect(keys.count > 600)
    #expect(Set(keys).count == keys.count)
    for language in Self.others { #expect(language.entries.map(\.english) == keys) }
  }

  @Test(arguments: others) func `a translation has each gap of its phrase once`(language: Language)
  {
    for (english, translation) in language.entries {
      let gaps = ["{}", "{#}", "{w}"].map { english.ranges(of: $0).count }.reduce(0, +)
      #expect(english.count { $0 == "{" } == gaps, "\(english)")
      for place in 1...max(gaps, 1) {
        let count = translation.ranges(of: "{\(place)}").count
        #expect(count == (place <= gaps ? 1 : 0), "\(english)")
      }
      #expect(translation.count { $0 == "{" } == gaps, "\(english)")
    }
  }

  /// Where two gaps touch, nothing says where the first one ends.
  @Test func `between two gaps of a phrase stands text`() {
    for (english, _) in Language.russian.entries { #expect(!english.contains("}{"), "\(english)") }
  }

  @Test(arguments: others) func `a translation is text without blanks around it`(
    language: Language
  ) {
    for (english, translation) in language.entries {
      #expect(!translation.isEmpty, "\(english)")
      #expect(translation.first != " " && translation.last != " ", "\(english)")
      #expect(!translation.contains("  "), "\(english)")
      // The full stop of a sentence is put behind it.
      #expect(translation.last != "." || english.last == ".", "\(english)")
    }
  }

  /// A letter of another alphabet that looks the same is found by no search.
  @Test func `Russian and Kazakh words have no Latin letters among theirs`() {
    for language in [Language.russian, .kazakh] {
      for (english, translation) in language.entries {
        for word in translation.split(whereSeparator: { !$0.isLetter }) {
          let latin = word.unicodeScalars.count { $0.value < 0x250 }
          #expect(latin == 0 || latin == word.unicodeScalars.count, "\(english): \(word)")
        }
      }
    }
  }

  @Test func `every mark of a table is explained in every language`() {
    for language in Self.others {
      let known = Set(language.entries.map(\.english))
      for qualifier in Qualifier.allCases { #expect(known.contains(qualifier.explanation)) }
    }
  }

  @Test func `the legend below a table is in the language of the report`() {
    #expect(
      SampleReport.report.translated(to: .russian).text.contains("> более   < менее"))
  }
}
