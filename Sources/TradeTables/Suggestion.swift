/// "Did you mean": the nearest of the words that would have been right.
package enum Suggestion {
  /// The candidate within a third of its length, by insertions, deletions, changes and swaps.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    let limit = max(1, min(word.count, 24) / 3)
    return
      candidates
      .map { ($0, distance(word.lowercased(), $0.lowercased())) }
      .filter { $0.1 <= limit }
      .min { $0.1 < $1.1 }?.0
  }

  /// ` (did you mean 'turnover'?)`, or nothing.
  package static func text(for word: String, among candidates: [String]) -> String {
    nearest(to: word, among: candidates).map { " (did you mean '\($0)'?)" } ?? ""
  }

  /// Names for a message, cut after a dozen.
  package static func list(_ names: [String]) -> String {
    let shown = names.prefix(12).map { excerpt($0) }.joined(separator: ", ")
    return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
  }

  /// The beginning of a text that may be long or hold control characters.
  package static func excerpt(_ text: String) -> String {
    let start = text.prefix(40)
    let clean = String(
      start.map { character -> Character in
        let isControl = character.unicodeScalars.contains {
          $0.properties.generalCategory == .control
        }
        return isControl || character.isNewline ? " " : character
      })
    return start.endIndex < text.endIndex ? clean + "…" : clean
  }

  /// The optimal string alignment distance (Damerau and Levenshtein, adjacent swaps count once).
  static func distance(_ first: String, _ second: String) -> Int {
    let a = Array(first.prefix(64))
    let b = Array(second.prefix(64))
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
