import Corridor
import Testing

@Suite struct LanguagesOfReportTests {
  private static let home = Result { try BilateralReport(reporter: "KAZ", partner: "VNM").report }

  /// What is nobody's to translate: addresses, citations, names of publishers, codes and numbers.
  private func isProperName(_ text: String) -> Bool {
    text.contains("http") || text.contains("WITS") || text.contains("[") || text.contains("no date")
      || !text.contains(where: \.isLowercase) || text.hasPrefix("KAZ: ") || text.hasPrefix("VNM: ")
      || text.contains(": ") && text.contains("20") || text.contains("(SGGP)")
  }

  @Test(arguments: Language.all.dropFirst())
  func `nothing but names and citations stays in English`(language: Language) throws {
    let left = try Self.home.get().untranslated(in: language).filter { !isProperName($0) }
    #expect(left == [])
  }

  @Test(arguments: Language.all) func `tables have the same names and numbers`(
    language: Language
  ) throws {
    let english = try Self.home.get()
    let other = english.translated(to: language)
    #expect(other.tables.map(\.name) == english.tables.map(\.name))
    for (table, same) in zip(other.tables, english.tables) {
      #expect(table.table.names == same.table.names)
      for (column, original) in zip(table.table.columns, same.table.columns) {
        if case .number = original.values { #expect(column.values == original.values) }
      }
    }
  }
}
