/// The room that text takes, where no font can be asked.
///
/// Widths are those of a wide sans-serif face, so that text in any usual one stays within its room.
enum SVGText {
  /// The size of all text but titles.
  static let size = 13.0
  /// From one line of text to the next.
  static let lineHeight = 18.0

  /// The width of a line.
  static func width(_ text: String, size: Double = size, isBold: Bool = false) -> Double {
    text.unicodeScalars.reduce(0) { $0 + share($1) } * size * (isBold ? 1.1 : 1)
  }

  /// The text, or as much of it as fits with an ellipsis.
  static func cut(_ text: String, to room: Double, isBold: Bool = false) -> String {
    guard width(text, isBold: isBold) > room else { return text }
    let left = room / (isBold ? 1.1 : 1) / size - 1
    var result = ""
    var used = 0.0
    for character in text {
      used += character.unicodeScalars.reduce(0) { $0 + share($1) }
      guard used <= left else { break }
      result.append(character)
    }
    while result.last == " " { result.removeLast() }
    return result + "…"
  }

  /// The text on lines of a width, broken between words; what is too long for the lines is cut.
  static func wrapped(
    _ text: String, to room: Double, size: Double = size, isBold: Bool = false, lines limit: Int
  ) -> [String] {
    let scaled = room * Self.size / size
    var lines: [String] = []
    var words = text.prefix(2000).split(whereSeparator: \.isWhitespace)[...]
    while let word = words.popFirst() {
      let joined = lines.last.map { $0 + " " + word } ?? String(word)
      if lines.isEmpty {
        lines.append(joined)
      } else if width(joined, isBold: isBold) <= scaled {
        lines[lines.count - 1] = joined
      } else if lines.count < limit {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] = ([joined] + words.map(String.init)).joined(separator: " ")
        break
      }
    }
    return lines.map { cut($0, to: scaled, isBold: isBold) }
  }

  /// The width of a character as a share of the size.
  private static func share(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case " ", ".", ",", ":", ";", "i", "j", "l", "I", "'", "|", "!": 0.34
    case "f", "t", "r", "(", ")", "-", "/": 0.42
    case "m", "M", "W", "w", "%", "@", "Ж", "Ш", "Щ", "Ю", "ж", "ш", "щ", "ю", "ы": 0.95
    case "A"..."Z", "+", "<", ">", "=", "~", "−", "–", "А"..."Я", "Ә"..."Ө": 0.76
    case "…", "—": 1
    case _ where scalar.value < 0x0300: 0.64
    case _ where scalar.properties.canonicalCombiningClass != .notReordered: 0
    case _ where scalar.value < 0x1100: 0.68
    case _ where scalar.value < 0x2E80: 0.7
    default: 1.05
    }
  }
}
