import TradeTables

/// The level in every row of a column, each level held once; `nil` where it is missing.
///
/// A long column of words has few different ones, so that a row costs four bytes and no string.
struct ColumnLevels: Sendable {
  /// Every text of the column once, in the order of their first rows.
  ///
  /// The marks of missing values are among them, though no row has one as its level.
  let texts: [String]
  /// For each row the place of its level in `texts`; below zero where it is missing.
  let codes: [Int32]

  /// The levels of a column of a table, which may be known to hold words in other rows.
  init(_ values: Column.Values, hasWords: Bool = false) {
    switch values {
    case .number(let cells): self.init(cells)
    case .text(let cells): self.init(cells, hasWords: hasWords)
    }
  }

  /// Texts as they are, none missing.
  init(_ values: [String]) {
    var numbering = Numbering<String>()
    codes = values.map { numbering.code(of: $0) }
    texts = numbering.keys
  }

  private init(_ cells: [Double?]) {
    var numbering = Numbering<UInt64>()
    // Adding zero makes −0 the same level as 0.
    codes = cells.map { cell in cell.map { numbering.code(of: ($0 + 0).bitPattern) } ?? -1 }
    texts = numbering.keys.map { NumberText.full(Double(bitPattern: $0)) }
  }

  /// `NA` is a level among words (Namibia, North America) and missing among numbers.
  private init(_ cells: TextCells, hasWords isKnown: Bool) {
    let (texts, codes) = cells.coded()
    self.texts = texts
    let hasWords = isKnown || texts.contains(where: Self.isWord)
    let isMissing = texts.map { Self.isMark($0) && !(hasWords && $0 == "NA") }
    self.codes =
      isMissing.contains(true) ? codes.map { $0 >= 0 && isMissing[Int($0)] ? -1 : $0 } : codes
  }

  /// Whether a text is neither a number nor a mark for a missing one.
  static func isWord(_ text: String) -> Bool {
    !NumberText.isMissing(text) && NumberText.number(text) == nil
  }

  /// Whether a text says that there is no value.
  static func isMark(_ text: String) -> Bool {
    // Blanks before a mark make it a level.
    guard text.utf8.count <= 4, let first = text.utf8.first else { return text.isEmpty }
    return "nN.:".utf8.contains(first) && NumberText.isMissing(text)
  }

  /// Whether the column holds words: some value, and none that reads as a number.
  var areWords: Bool {
    let values = texts.filter { !NumberText.isMissing($0) }
    return !values.isEmpty && values.allSatisfy { NumberText.number($0) == nil }
  }
}

extension ColumnLevels: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { codes.count }

  subscript(row: Int) -> String? { codes[row] < 0 ? nil : texts[Int(codes[row])] }
}

/// Numbers different keys from 0, in the order in which they come.
private struct Numbering<Key: Hashable> {
  private(set) var keys: [Key] = []
  private var codes: [Key: Int32] = [:]
  private var last: (key: Key, code: Int32)?

  mutating func code(of key: Key) -> Int32 {
    // Files are often sorted, and then most rows repeat the one above.
    if let last, last.key == key { return last.code }
    let code = codes[key] ?? Int32(keys.count)
    if code == keys.count {
      codes[key] = code
      keys.append(key)
    }
    last = (key, code)
    return code
  }
}
