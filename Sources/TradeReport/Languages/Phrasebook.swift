/// English phrases with their translations into one language, read from a table.
///
/// A table is text, one phrase a line:
///
///     Forecast => Прогноз
///     Exports of {w} to {w} => Экспорт: {1} → {2}
///     No figure for {}: it stays a gap => Нет данных за {1}: пропуск сохранён
///
/// `{}` is a gap that holds any text, `{#}` one that holds a number, and `{w}` one that holds words
/// which the language knows: a phrase of few words of its own would otherwise change the titles of
/// publications. The translation has the gaps anywhere, by their place counted from 1.
///
/// A final full stop is no part of a phrase, unless it is of an abbreviation: it is kept as it was.
/// Lines that begin with `#` and empty lines are for the reader.
struct Phrasebook: Sendable {
  /// Every line of the table.
  let entries: [(english: String, translation: String)]
  /// Phrases without gaps.
  let phrases: [String: String]
  /// Phrases with gaps by the byte that they begin with, where they begin with text.
  private let templates: [UInt8: [Template]]
  /// Phrases that begin with a gap.
  private let openTemplates: [Template]

  /// Reads tables; what is no phrase in them is left out.
  init(_ tables: [String], numbers: NumberFormat) {
    entries = tables.flatMap(Self.entries)
    var phrases: [String: String] = [:]
    var templates: [Template] = []
    for (english, translation) in entries {
      let translation = translation.withPercentSigns(numbers.percentSign)
      if english.utf8.contains(UInt8(ascii: "{")) {
        templates.append(Template(english, translation))
      } else {
        phrases[english] = translation
      }
    }
    self.phrases = phrases
    let sorted = templates.sorted { $0.weight > $1.weight }
    let open = sorted.filter { $0.firstByte == nil }
    openTemplates = open
    self.templates = Dictionary(
      grouping: sorted.filter { $0.firstByte != nil }, by: { $0.firstByte ?? 0 }
    ).mapValues { own in (own + open).sorted { $0.weight > $1.weight } }
  }

  /// The phrases with gaps that a text may be; those with the most text of their own come first.
  func templates(for text: [UInt8]) -> [Template] {
    text.first.flatMap { templates[$0] } ?? openTemplates
  }

  private static func entries(_ table: String) -> [(english: String, translation: String)] {
    table.utf8.split(separator: UInt8(ascii: "\n")).compactMap { bytes in
      let line = Substring(bytes)
      guard line.utf8.first != UInt8(ascii: "#"), let arrow = line.arrow else { return nil }
      return (String(line[..<arrow.lowerBound]), String(line[arrow.upperBound...]))
    }
  }
}

extension String {
  /// Each percent sign as close to its number as the language has it.
  fileprivate func withPercentSigns(_ sign: String) -> String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    return "}0123456789".reduce(self) { text, end in
      text.replacing("\(end) %", with: "\(end)\(sign)")
    }
  }
}

extension Substring {
  /// Where ` => ` stands.
  fileprivate var arrow: Range<Index>? {
    let mark = Array(" => ".utf8)
    var place = utf8.startIndex
    while let blank = utf8[place...].firstIndex(of: mark[0]) {
      if utf8[blank...].starts(with: mark) {
        return blank..<utf8.index(blank, offsetBy: mark.count)
      }
      place = utf8.index(after: blank)
    }
    return nil
  }
}
