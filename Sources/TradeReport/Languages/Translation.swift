/// Translates the texts of one report, and remembers what it could not.
///
/// A text is looked up as a whole, then sentence by sentence; what stands in the gaps of a phrase
/// is translated in the same way. The work grows with the length of the text, whatever is in it:
/// gaps within gaps are followed a few levels down only, and lists up to a limit.
struct Translation {
  /// What the language has no words for, each text once, in order.
  private(set) var unknown: [String] = []
  private let language: Language
  private let phrasebook: Phrasebook?
  private var known: [String: String] = [:]
  private var missed: Set<String> = []

  /// Gaps within gaps that are looked into.
  private static let depth = 6
  /// Parts of a list, and the parts that one phrase may have commas in.
  private static let (listLimit, phraseLimit) = (40, 4)

  init(to language: Language) {
    self.language = language
    phrasebook = language.phrasebook?()
  }

  /// A heading, a cell or prose in the language, as far as it is known.
  mutating func text(_ english: String) -> String {
    guard phrasebook != nil, !english.isEmpty else { return english }
    if let done = known[english] { return done }
    let result =
      phrase(english) ?? english.sentences.map { sentence(String($0)) }.joined(separator: " ")
    known[english] = result
    return result
  }

  private mutating func sentence(_ english: String) -> String {
    // A name or a number by itself is data.
    if english.isNeutral { return english }
    if let translated = translated(english, depth: 0) { return translated }
    miss(english)
    return english
  }

  private mutating func miss(_ english: String) {
    if missed.insert(english).inserted { unknown.append(english) }
  }

  // MARK: Phrases

  /// The text by a phrase, a template or as a list; `nil` where nothing fits.
  private mutating func translated(_ english: String, depth: Int) -> String? {
    if let translated = phrase(english) { return translated }
    // A gap at the end of a phrase would hold the full stop.
    if english.utf8.last == UInt8(ascii: "."),
      let translated = self.translated(String(english.dropLast()), depth: depth)
    {
      return translated + "."
    }
    return filled(english, depth: depth) ?? list(english, depth: depth)
  }

  /// A phrase without gaps, also where it begins with a capital.
  private func phrase(_ english: String) -> String? {
    guard let phrases = phrasebook?.phrases else { return nil }
    if let translated = phrases[english] { return translated }
    guard let first = english.utf8.first, (65..<91).contains(first) else { return nil }
    return phrases[english.withFirst { $0.lowercased() }]?.withFirst { $0.uppercased() }
  }

  /// A phrase with gaps, with what stands in them.
  private mutating func filled(_ english: String, depth: Int) -> String? {
    guard let phrasebook, depth < Self.depth else { return nil }
    let bytes = Array(english.utf8)
    for template in phrasebook.templates(for: bytes) {
      guard let ranges = template.parts(of: bytes) else { continue }
      let parts = ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
      let known = zip(parts, template.isStrict).map { part, isStrict in
        isStrict
          ? item(part, depth: depth + 1) : neutral(part) ?? translated(part, depth: depth + 1)
      }
      if zip(known, template.isStrict).contains(where: { $0 == nil && $1 }) { continue }
      for (part, known) in zip(parts, known) where known == nil { miss(part) }
      return template.filled(with: zip(known, parts).map { $0 ?? $1 })
    }
    return nil
  }

  /// What is the same in all languages, with the marks of its numbers; `nil` for words.
  private func neutral(_ english: String) -> String? {
    guard english.isNeutral else { return nil }
    return english.isNumeric ? NumberInProse.marked(english, language.numbers) : english
  }

  // MARK: Lists

  /// `a, b`, `a, b and c` or `a–b` where every part is known.
  private mutating func list(_ english: String, depth: Int) -> String? {
    guard depth < Self.depth else { return nil }
    return joined(english.parts(between: ", "), depth: depth)
      ?? listWithAnd(english, depth: depth) ?? pair(english)
  }

  /// Parts with commas between, some of which may have commas in them.
  private mutating func joined(_ parts: [Substring], depth: Int) -> String? {
    guard (2...Self.listLimit).contains(parts.count) else { return nil }
    var translated: [String] = []
    var place = 0
    while place < parts.count {
      let ends = (place..<min(place + Self.phraseLimit, parts.count)).reversed()
      var next: Int?
      for end in ends where next == nil && end - place + 1 < parts.count {
        guard let item = item(parts[place...end].joined(separator: ", "), depth: depth + 1) else {
          continue
        }
        translated.append(item)
        next = end + 1
      }
      guard let next else { return nil }
      place = next
    }
    return translated.joined(separator: ", ")
  }

  private mutating func listWithAnd(_ english: String, depth: Int) -> String? {
    let parts = english.parts(between: " and ")
    guard parts.count > 1, let word = phrase("and"), let last = parts.last,
      let tail = item(String(last), depth: depth + 1)
    else { return nil }
    let head = parts.dropLast().joined(separator: " and ")
    guard
      let known = item(head, depth: depth + 1) ?? joined(head.parts(between: ", "), depth: depth)
    else { return nil }
    return "\(known) \(word) \(tail)"
  }

  /// Two countries.
  private func pair(_ english: String) -> String? {
    let sides = english.parts(between: "–")
    guard sides.count == 2, let first = phrase(String(sides[0])),
      let second = phrase(String(sides[1]))
    else { return nil }
    return "\(first) – \(second)"
  }

  /// One part of a list, which is no list itself.
  private mutating func item(_ english: String, depth: Int) -> String? {
    neutral(english) ?? phrase(english) ?? pair(english) ?? filled(english, depth: depth)
  }
}

extension String {
  /// Whether the text reads the same in every language: numbers, codes, addresses, names of
  /// columns.
  fileprivate var isNeutral: Bool {
    let isName = utf8.contains(UInt8(ascii: "_")) && !utf8.contains(UInt8(ascii: " "))
    if isName || utf8.starts(with: "https://".utf8) || utf8.starts(with: "http://".utf8) {
      return true
    }
    var run = 0
    for byte in utf8 {
      run = byte &- 97 < 26 ? run + 1 : 0
      if run > 1 { return false }
    }
    return true
  }

  /// Whether the text is of numbers, with the marks of qualifiers, and not of words or codes.
  fileprivate var isNumeric: Bool {
    !utf8.contains { ($0 | 0x20) &- 97 < 26 && ![109, 112].contains($0) }
  }

  /// What stands before, between and after a separator.
  fileprivate func parts(between separator: String) -> [Substring] {
    let (bytes, mark) = (Array(utf8), Array(separator.utf8))
    var parts: [Substring] = []
    var (start, place) = (0, 0)
    func part(_ end: Int) -> Substring {
      self[utf8.index(startIndex, offsetBy: start)..<utf8.index(startIndex, offsetBy: end)]
    }
    while place + mark.count <= bytes.count {
      guard bytes[place] == mark[0], bytes[place...].starts(with: mark) else {
        place += 1
        continue
      }
      parts.append(part(place))
      place += mark.count
      start = place
    }
    return parts + [part(bytes.count)]
  }

  fileprivate func withFirst(_ change: (String) -> String) -> String {
    change(String(prefix(1))) + dropFirst()
  }

  /// The sentences, without the blank between them: a full stop ends one where a capital, a digit
  /// or a mark follows.
  fileprivate var sentences: [Substring] {
    let bytes = utf8
    var sentences: [Substring] = []
    var start = startIndex
    var (last, stop): (UInt8, Index?) = (0, nil)
    var place = startIndex
    while place < endIndex {
      let byte = bytes[place]
      if let end = stop, last == UInt8(ascii: " "), byte.beginsSentence {
        sentences.append(self[start..<end])
        start = place
      }
      if byte != UInt8(ascii: " ") || last == UInt8(ascii: " ") { stop = nil }
      if byte == UInt8(ascii: " "), [46, 63].contains(last) { stop = place }
      last = byte
      place = bytes.index(after: place)
    }
    return sentences + [self[start...]]
  }
}

extension UInt8 {
  fileprivate var beginsSentence: Bool {
    (65..<91).contains(self) || self &- 48 < 10 || [60, 62, 91, 126].contains(self)
  }
}
