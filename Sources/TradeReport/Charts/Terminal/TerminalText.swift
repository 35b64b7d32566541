/// Text in columns of a terminal, where a character takes one place, two, or none.
extension String {
  /// The places that the text takes on a line.
  ///
  /// Wide are the characters of East Asia and emojis; marks that combine with a letter take none.
  var terminalWidth: Int {
    utf8.allSatisfy { $0 < 0x80 } ? utf8.count : reduce(0) { $0 + $1.terminalWidth }
  }

  /// The text where it fits, and otherwise its beginning with an ellipsis.
  func clipped(to width: Int, ascii: Bool) -> String {
    // Long enough to be cut anyway: what lies behind need not be measured.
    let start = String(prefix(width + 1))
    if start.utf8.count == utf8.count, start.terminalWidth <= width { return self }
    guard width > 0 else { return "" }
    var result = ""
    var room = width - 1
    for character in start {
      room -= character.terminalWidth
      if room < 0 { break }
      result.append(character)
    }
    return result.withoutTrailingBlanks + (ascii ? "." : "…")
  }

  /// The text with blanks after it, up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(width - terminalWidth, 0))
  }

  /// The text with blanks before it, up to a width.
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(width - terminalWidth, 0)) + self
  }
}

extension Character {
  fileprivate var terminalWidth: Int {
    unicodeScalars.reduce(0) { Swift.max($0, $1.terminalWidth) }
  }
}

extension Unicode.Scalar {
  fileprivate var terminalWidth: Int {
    guard value >= 0x300 else { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return Self.wide.contains { $0.contains(value) } ? 2 : 1
    }
  }

  /// Reference: Unicode Standard Annex 11, East Asian Width, classes W and F.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
