/// A language that reports are written in: its phrases, and how it writes numbers.
///
/// Reports are made in English. Another language is a table from English phrases to its own; a
/// phrase that the table does not have stays as it is, and no number changes but for its marks.
public struct Language: Sendable, Equatable {
  /// The language as pages declare it, after ISO 639-1: `en`.
  public let code: String
  /// What the language calls itself.
  public let name: String
  /// The marks that numbers are written with.
  public let numbers: NumberFormat
  /// What the language knows, read on first use; English needs none.
  let phrasebook: (@Sendable () -> Phrasebook)?

  /// Every phrase of the language's table with its translation, in order; empty for English.
  package var entries: [(english: String, translation: String)] { phrasebook?().entries ?? [] }

  /// English, which every report is made in.
  public static let english = Language(
    code: "en", name: "English", numbers: NumberFormat(), phrasebook: nil)

  /// Every language, in the order of the help.
  public static let all: [Language] = [.english, .russian, .vietnamese, .kazakh]

  /// The language with that code; `nil` where there is none.
  public static func named(_ code: String) -> Language? {
    all.first { $0.code == code.lowercased() }
  }

  /// Whether two languages are the same one.
  public static func == (first: Language, second: Language) -> Bool { first.code == second.code }

  /// A phrase in this language; as it stands where there is none.
  func phrase(_ english: String) -> String {
    var translation = Translation(to: self)
    return translation.text(english)
  }
}

extension Report {
  /// The same report in another language.
  ///
  /// Titles, sentences, headings, names of goods and countries and the words of charts are
  /// translated, and numbers in sentences get the marks of the language. Names of tables and of
  /// columns, hidden columns, codes, addresses and the titles of publications stay as they are.
  public func translated(to language: Language) -> Report {
    var translation = Translation(to: language)
    var report = rewritten { translation.text($0) }
    report.language = language
    return report
  }

  /// What a translation would leave in English, each text once: names and titles that are nobody's
  /// to translate, and what the language's table lacks.
  package func untranslated(in language: Language) -> [String] {
    var translation = Translation(to: language)
    _ = rewritten { translation.text($0) }
    return translation.unknown
  }
}
