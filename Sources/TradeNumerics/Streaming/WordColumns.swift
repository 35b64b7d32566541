import TradeTables

/// Which columns of a file hold words, as far as its rows have come.
///
/// A column that a term names by itself is a factor if it holds words and no number. The first cell
/// that is either decides; the other kind after it is the fault that it is in memory. `NA` is a level
/// among words and missing among numbers.
struct WordColumns {
  /// Columns that stand for numbers or levels, by what they hold.
  private let plain: Set<String>
  /// Columns that stand for levels in any case.
  private let factors: Set<String>
  /// The first word of a column, and where it stands.
  private var first: [String: (word: String, place: Place)] = [:]
  private var numeric: Set<String> = []
  /// Columns in which NA was taken for a missing value.
  private var withMarks: Set<String> = []

  init(_ formula: Formula) {
    let parts = formula.terms.flatMap(\.parts)
    plain = Set(
      parts.compactMap { part in
        if case .value(.column(let name)) = part { name } else { nil }
      })
    factors = Set(
      parts.compactMap { part in if case .dummy(let name, _) = part { name } else { nil } })
  }

  /// Columns that stand for levels, whatever they hold.
  init(levels names: [String]) {
    plain = []
    factors = Set(names)
  }

  /// What is known of each column.
  var isWords: [String: Bool] {
    Dictionary(
      uniqueKeysWithValues: numeric.subtracting(first.keys).map { ($0, false) }
        + first.keys.map { ($0, true) })
  }

  /// Looks through more rows; a fault is that of a column that is half words, half numbers.
  mutating func read(_ table: Table) throws(RegressionError) {
    for name in plain.union(factors).sorted() {
      guard case .text(let cells)? = table.firstColumn(name)?.values else { continue }
      if plain.contains(name) {
        try readPlain(name, cells, table)
      } else if first[name] == nil {
        try find(
          word: cells.firstIndex { $0.map(ColumnLevels.isWord) ?? false }, name, cells, table)
      }
    }
  }

  private mutating func readPlain(
    _ name: String, _ cells: TextCells, _ table: Table
  ) throws(RegressionError) {
    // A column of numbers is read as such, and a word in it is found then.
    guard !numeric.contains(name) else { return }
    if cells.contains(where: Self.isNumber) {
      if let first = first[name] { throw .table(.notANumber(first.word, at: first.place)) }
      numeric.insert(name)
    } else if first[name] == nil {
      try find(word: cells.firstIndex { $0.map(ColumnLevels.isWord) ?? false }, name, cells, table)
    }
  }

  private mutating func find(
    word row: Int?, _ name: String, _ cells: TextCells, _ table: Table
  ) throws(RegressionError) {
    guard let row, let word = cells[row] else {
      if cells.contains("NA") { withMarks.insert(name) }
      return
    }
    let place = table.place(row: row, column: name)
    if withMarks.contains(name) { throw .lateWord(word, at: place) }
    first[name] = (word, place)
  }

  /// Whether a cell reads as a number; most words are told by their first letter.
  private static func isNumber(_ cell: String?) -> Bool {
    guard let cell, let byte = cell.utf8.first, byte < UInt8(ascii: ":") else { return false }
    return NumberText.number(cell) != nil
  }
}
