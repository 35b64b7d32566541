import TradeTables

/// Finds commodities, countries, groups and areas by a code or by words of their names.
///
///     CodeSearch("wheat").matches        1001 Wheat, 1101 Wheat flour, 1109 Wheat gluten …
///
/// First comes what has the words for its code, then for its whole name, then what has them at the
/// beginning, at the beginning of a word, and inside words; descriptions come last. Every word must
/// be found. Commodities stand before partners, and both in the order of their tables.
public struct CodeSearch: Sendable {
  /// How well the words fit; the best first.
  public enum Rank: Int, Sendable, Comparable, CaseIterable {
    /// The words are the code.
    case code
    /// The words are the whole name, in any language and spelling.
    case name
    /// The name begins with them.
    case beginning
    /// Words of the name begin with them.
    case word
    /// They stand inside words of the name.
    case inside
    /// Words of the description begin with them.
    case description

    /// The better before the worse.
    public static func < (first: Rank, second: Rank) -> Bool { first.rawValue < second.rawValue }
  }

  /// What was found.
  public enum Subject: Sendable, Hashable {
    /// A section, a chapter, a heading or a part of one.
    case commodity(Commodity)
    /// A country, a group or an area.
    case partner(TradePartner)
  }

  /// Something found, and how well it fits.
  public struct Match: Sendable, Hashable {
    /// What was found.
    public let subject: Subject
    /// How well the words fit.
    public let rank: Rank
  }

  /// What was looked for, without blanks at its ends.
  public let text: String
  private let words: [[UInt8]]
  private let whole: [UInt8]

  /// A search for a code or words, such as `1001`, `section 15`, `VNM` or `mobile telephones`.
  public init(_ text: String) {
    self.text = text.trimmed
    whole = SearchEntry.form(text)
    words = whole.split(separator: UInt8(ascii: " ")).map(Array.init)
  }
}

// MARK: - Matches

extension CodeSearch {
  /// Everything that fits, the best first; where something has the words for its code, only that
  /// and what has them for its whole name.
  public var matches: [Match] {
    let coded = exact
    let isNumber = text.utf8.allSatisfy { $0 &- 48 < 10 }
    let others = isNumber ? [] : named.filter { coded.isEmpty || $0.1 == .name }
    var ranks: [Subject: Rank] = [:]
    var order: [Subject] = []
    for (subject, rank) in coded + others where ranks[subject] == nil {
      ranks[subject] = rank
      order.append(subject)
    }
    return Rank.allCases.flatMap { rank in
      order.filter { ranks[$0] == rank }.map { Match(subject: $0, rank: rank) }
    }
  }

  /// Commodities and partners that the text is the code of.
  private var exact: [(Subject, Rank)] {
    var subjects: [Subject] = []
    if let commodity = Self.commodity(text), commodity.isInNomenclature {
      subjects.append(.commodity(commodity))
    }
    if let partner = TradePartner.coded(text) ?? abbreviated { subjects.append(.partner(partner)) }
    if let number = Int(text) {
      subjects += [TradePartner(comtrade: number), Country(code: number).map { .country($0) }]
        .compactMap { $0.map { .partner($0) } }
    }
    return subjects.map { ($0, .code) }
  }

  /// The partner with letters that are another publisher's code, such as `EL`, `EU28` or `ЕАЭС`.
  private var abbreviated: TradePartner? {
    let isCode = text == text.uppercased() && text.contains { $0.isLetter } && !text.contains(" ")
    return isCode ? PartnerIndex.shared.partner(named: text) : nil
  }

  /// A commodity by its code, or as `section 15`, `chapter 72`, `heading 7201`, `HS 7201`.
  static func commodity(_ text: String) -> Commodity? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2 else { return Commodity(text) }
    switch words[0].lowercased() {
    case "section":
      let sections = HarmonizedSystem.sections
      if let number = Int(words[1]), (1...sections.count).contains(number) {
        return Commodity(sections[number - 1].code)
      }
      return Commodity(words[1]).flatMap { $0.level == .section ? $0 : nil }
    case "chapter", "heading", "subheading", "hs": return Commodity(words[1])
    default: return Commodity(text)
    }
  }

  private var named: [(Subject, Rank)] {
    guard !words.isEmpty else { return [] }
    return SearchEntry.all.compactMap { entry in rank(entry).map { (entry.subject, $0) } }
  }

  /// How well the words fit the best of the names, or else the description.
  private func rank(_ entry: SearchEntry) -> Rank? {
    entry.names.compactMap { rank($0) }.min()
      ?? (begins(words, in: entry.description) ? .description : nil)
  }

  private func rank(_ name: [UInt8]) -> Rank? {
    if name == whole { return .name }
    if name.starts(with: whole) { return .beginning }
    if begins(words, in: name) { return .word }
    return words.allSatisfy { name.holds($0) } ? .inside : nil
  }

  /// Whether each of some words stands at the beginning of a word.
  private func begins(_ words: [[UInt8]], in text: [UInt8]) -> Bool {
    let text = [UInt8(ascii: " ")] + text
    return words.allSatisfy { text.holds([UInt8(ascii: " ")] + $0) }
  }
}

extension Commodity {
  /// Whether HS 2022 has the code, or the heading that it is a part of.
  var isInNomenclature: Bool {
    level <= .heading ? label != nil : HarmonizedSystem.byCode[String(code.prefix(4))] != nil
  }
}

extension [UInt8] {
  /// Whether the bytes stand somewhere in these, one after the other.
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first, part.count <= count else { return part.isEmpty }
    for start in 0...(count - part.count) where self[start] == first {
      if self[start..<start + part.count].elementsEqual(part) { return true }
    }
    return false
  }
}
