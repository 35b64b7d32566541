import Corridor

struct CodesCommand: Command {
  static let name = "codes"
  static let summary = "codes of commodities, countries, groups"
  static let usage = """
    Finds codes: commodities of the Harmonized System 2022 (sections, chapters,
    headings), countries, groups of countries with the dates of membership, and
    partners such as "Areas, nes". By a code, or by words of a name: English,
    Russian, Vietnamese, Kazakh.

    Usage: corridor codes WORDS [options]

    Examples
      corridor codes wheat

      --top N               how many matches to show, 20 unless told

    corridor codes section 15, codes 85 and codes EAEU list what belongs to each.
    CSV has full descriptions and numbers. Sources: UN Comtrade, ISO 3166, M49,
    WCO, Unicode CLDR, and for a group whoever says who belongs to it.
    """

  let search: CodeSearch
  let top: Int

  init(_ arguments: inout Arguments) throws {
    top = try arguments.integer("--top", in: 1...10_000, default: 20)
    var words: [String] = []
    while let word = try arguments.positional() { words.append(word) }
    search = CodeSearch(words.joined(separator: " "))
    guard !search.text.isEmpty else {
      throw UsageError("a code or words are expected, such as: corridor codes wheat")
    }
  }

  func run() throws -> Report {
    let matches = search.matches
    guard let first = matches.first else { throw search.fault }
    return Report.codes(
      Array(matches.prefix(top)), context: first.rank <= .name ? first.subject : nil,
      remaining: max(0, matches.count - top), text: search.text)
  }
}
