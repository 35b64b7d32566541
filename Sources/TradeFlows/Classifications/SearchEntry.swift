/// Something that a search may find, with its names and its description in the form in which they
/// are compared (`NameKey.plain`).
struct SearchEntry: Sendable {
  let subject: CodeSearch.Subject
  let names: [[UInt8]]
  let description: [UInt8]

  private init(_ subject: CodeSearch.Subject, names: [String], description: String) {
    self.subject = subject
    self.names = names.map(Self.form)
    self.description = Self.form(description)
  }

  /// The words of a text with one blank between them.
  static func form(_ text: String) -> [UInt8] {
    let blank = UInt8(ascii: " ")
    var form: [UInt8] = []
    for byte in NameKey.plain(text).utf8 where byte != blank || form.last ?? blank != blank {
      form.append(byte)
    }
    if form.last == blank { form.removeLast() }
    return form
  }

  /// Sections, chapters, headings, countries, groups and areas, in the order of their tables.
  static let all: [SearchEntry] = {
    let entries = HarmonizedSystem.sections + HarmonizedSystem.chapters + HarmonizedSystem.headings
    let commodities = entries.compactMap { entry in
      Commodity(entry.code).map {
        SearchEntry(.commodity($0), names: [entry.label], description: entry.description)
      }
    }
    return commodities
      + PartnerIndex.names.map { SearchEntry(.partner($0.0), names: $0.1, description: "") }
  }()
}
