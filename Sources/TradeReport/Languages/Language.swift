/// A language that reports are written in: its phrases, and how it writes numbers.
///
/// Reports are made in English. Another language is a table from English phrases to its own; a phrase
/// that the table does not have stays as it is, and no number changes but for its marks.
public struct Language: Sendable, Equatable {
  /// The language as pages declare it, after ISO 639-1: `en`.
  public let code: String
  /// What the language calls itself.
  public let name: String
  /// The marks that numbers are written with.
  public let numbers: NumberFormat

  /// English, which every report is made in.
  public static let english = Language(code: "en", name: "English", numbers: NumberFormat())

  /// A phrase in this language; as it stands where there is none.
  func phrase(_ english: String) -> String { english }
}
