import TradeTables

/// What the drawings with characters have in common: the characters, names cut to their share of
/// the width, and legends.
struct TerminalPen {
  let style: TextStyle
  let numbers: NumberFormat

  var ascii: Bool { style.ascii }
  var width: Int { style.width }
  /// What stands for a missing value.
  var missing: String { ascii ? "-" : "–" }

  /// One of two characters.
  func mark(_ character: Character, ascii plain: Character) -> Character {
    ascii ? plain : character
  }

  func text(_ number: Double, _ style: Column.Style) -> String { numbers.text(number, style) }

  /// Names in one column: inert, of equal width, which is at most a third of the line and less
  /// where what stands beside them needs more of it.
  func names(_ labels: [String], beside: Int = 0) -> [String] {
    let share = max(min(width / 3, width - beside), 4)
    let clipped = labels.map { $0.printable.clipped(to: share, ascii: ascii) }
    let widest = clipped.map(\.terminalWidth).max() ?? 0
    return clipped.map { $0.padded(to: widest) }
  }

  /// What the characters mean, on as many lines as it takes; a name has at most half a line.
  func legend(_ entries: [(Character, String)]) -> [String] {
    joined(entries.map { "\($0) \($1.printable.clipped(to: width / 2, ascii: ascii))" })
  }

  /// Short texts side by side on as many lines as they take.
  func joined(_ texts: [String]) -> [String] {
    var lines: [String] = []
    for text in texts {
      if let last = lines.last, last.terminalWidth + 2 + text.terminalWidth <= width {
        lines[lines.count - 1] = last + "  " + text
      } else {
        lines.append(text)
      }
    }
    return lines
  }

  /// The line below the title, such as the unit.
  func subtitle(_ text: String) -> [String] {
    text.isEmpty ? [] : [text.printable.clipped(to: width, ascii: ascii)]
  }

  /// What the marks before the numbers mean.
  func marks(_ qualifiers: [Qualifier], _ language: Language) -> [String] {
    let used = Set(qualifiers)
    return joined(
      Qualifier.allCases.filter { used.contains($0) && !$0.symbol.isEmpty }
        .map { language.phrase($0.explanation) })
  }
}
