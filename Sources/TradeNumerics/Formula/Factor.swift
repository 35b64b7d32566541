import TradeTables

/// A column as numbered levels: which of a few texts stands in each row.
///
/// Levels are in the order of text, or of numbers where every level is one, so that the first level
/// and with it the base of dummies does not depend on the order of the rows.
public struct Factor: Sendable, Equatable {
  /// The column's name; `a^b` where two are crossed.
  public let name: String
  /// The different texts, each once and each in some row.
  public let levels: [String]
  /// The place in `levels` of each row.
  public let codes: [Int32]

  /// Finds and sorts the levels of a column.
  public init(_ name: String, _ values: [String]) {
    self.init(name, ColumnLevels(values), rows: values.indices)
  }

  /// The levels that a column has in some of its rows, of which none is missing.
  init(_ name: String, _ column: ColumnLevels, rows: some Collection<Int>) {
    var codes = rows.map { column.codes[$0] }
    var isUsed = [Bool](repeating: false, count: column.texts.count)
    for code in codes { isUsed[Int(code)] = true }
    let places = isUsed.indices.filter { isUsed[$0] }
    let sorted = Factor.sorted(places.map { (text: column.texts[$0], place: $0) })
    var rank = [Int32](repeating: 0, count: isUsed.count)
    for (level, place) in sorted.map(\.place).enumerated() { rank[place] = Int32(level) }
    for row in codes.indices { codes[row] = rank[Int(codes[row])] }
    self.init(name: name, levels: sorted.map(\.text), codes: codes)
  }

  /// A factor whose rows have been coded already; every code is the place of a level.
  public init(name: String, levels: [String], codes: [Int32]) {
    precondition(
      codes.allSatisfy { $0 >= 0 && $0 < levels.count }, "a code of '\(name)' is no level")
    self.name = name
    self.levels = levels
    self.codes = codes
  }

  /// Texts with their places, in the order of the texts, or of the numbers where each is one.
  private static func sorted(
    _ texts: [(text: String, place: Int)]
  ) -> [(text: String, place: Int)] {
    let numbers = texts.compactMap { NumberText.number($0.text) }
    guard numbers.count == texts.count else { return texts.sorted { $0.text < $1.text } }
    return zip(numbers, texts).sorted { ($0.0, $0.1.text) < ($1.0, $1.1.text) }.map(\.1)
  }

  /// Both columns at once: a level for each pair of levels that occurs, by the first, then the second.
  ///
  /// Rows are sorted by counting (second column, then first), so the cost is the number of rows and
  /// levels and does not depend on the number of pairs that might occur.
  public static func crossed(_ a: Factor, _ b: Factor) -> Factor {
    precondition(a.codes.count == b.codes.count, "\(a.codes.count) and \(b.codes.count) rows")
    var rows = countingSort(Array(0..<Int32(clamping: a.codes.count)), by: b)
    rows = countingSort(rows, by: a)
    var levels: [String] = []
    var codes = [Int32](repeating: 0, count: rows.count)
    var last: (a: Int32, b: Int32) = (-1, -1)
    for row in rows {
      let pair = (a: a.codes[Int(row)], b: b.codes[Int(row)])
      if pair != last {
        levels.append("\(a.levels[Int(pair.a)])^\(b.levels[Int(pair.b)])")
        last = pair
      }
      codes[Int(row)] = Int32(levels.count - 1)
    }
    return Factor(name: "\(a.name)^\(b.name)", levels: levels, codes: codes)
  }

  /// The rows in the order of a factor's levels; rows of one level stay in the order they had.
  private static func countingSort(_ rows: [Int32], by factor: Factor) -> [Int32] {
    var next = [Int](repeating: 0, count: factor.levels.count + 1)
    for code in factor.codes { next[Int(code) + 1] += 1 }
    for level in 1..<next.count { next[level] += next[level - 1] }
    var sorted = [Int32](repeating: 0, count: rows.count)
    for row in rows {
      let code = Int(factor.codes[Int(row)])
      sorted[next[code]] = row
      next[code] += 1
    }
    return sorted
  }
}
