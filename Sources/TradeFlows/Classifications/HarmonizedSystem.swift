/// The sections, chapters and headings of the Harmonized System, edition 2022, with short labels
/// made for tables.
///
/// The World Customs Organization's nomenclature has 21 sections and 97 chapters, of which chapter
/// 77 is reserved. Chapters 98 and 99, outside it, are left to the countries and to statistics.
public enum HarmonizedSystem {
  /// One code of the nomenclature.
  public struct Entry: Sendable, Hashable {
    /// `XV`, `72` or `7201`.
    public let code: String
    /// A short name, at most 32 characters, which no other heading of the chapter has.
    public let label: String
    /// The description in full.
    public let description: String
  }

  /// The sections I to XXI.
  public static let sections: [Entry] = {
    let table = ClassificationTable("hs-sections.csv", Embedded.hsSections)
    return entries(of: table, codes: table["numeral"])
  }()

  /// The chapters 01 to 99.
  public static let chapters: [Entry] = {
    let table = ClassificationTable("hs-chapters.csv", Embedded.hsChapters)
    return entries(of: table, codes: table["code"])
  }()

  /// The 1,228 headings, and 9999 of statistics.
  public static let headings: [Entry] = {
    let table = ClassificationTable("hs-headings.csv", Embedded.hsHeadings)
    return entries(of: table, codes: table["code"])
  }()

  private static func entries(of table: ClassificationTable, codes: [String]) -> [Entry] {
    zip(codes, zip(table["label"], table["description"])).map { code, texts in
      Entry(code: code, label: texts.0, description: texts.1)
    }
  }

  /// The numeral of the section of each chapter; 98 and 99 have none.
  static let sectionOfChapter: [String: String] = {
    let table = ClassificationTable("hs-chapters.csv", Embedded.hsChapters)
    return zip(table["code"], table["section"]).reduce(into: [:]) { sections, row in
      if let number = Int(row.1) { sections[row.0] = Self.sections[number - 1].code }
    }
  }()

  static let byCode: [String: Entry] = (sections + chapters + headings).reduce(into: [:]) {
    $0[$1.code] = $1
  }
}
