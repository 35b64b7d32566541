import TradeTables

/// Text from data as a workbook may hold it: never a formula, never a file that will not open.
enum ExcelText {
  /// The most that a cell may hold, in units of UTF-16.
  static let limit = 32_767

  /// Text for a cell, cut where the format ends.
  ///
  /// A cell that the library is told to be text is text, whatever it begins with. In the file
  /// `_x0041_` stands for the character with that number, so such text from data has its underscore
  /// written so.
  static func inCell(_ text: String) -> String {
    let text = legal(text)
    guard text.utf8.contains(UInt8(ascii: "_")) else { return cut(text, limit) }
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstRange(of: "_x")?.lowerBound {
      result += rest[..<start]
      let code = rest[start...].prefix(7).dropFirst(2)
      let isCode =
        code.count == 5 && code.last == "_" && code.dropLast().allSatisfy(\.isHexDigit)
      result += isCode ? "_x005F_x" : "_x"
      rest = rest[start...].dropFirst(2)
    }
    return cut(result + rest, limit)
  }

  /// Text for a title or a legend of a chart, where the library takes what begins with `=` for a
  /// reference to cells.
  static func inChart(_ text: String) -> String {
    let text = cut(legal(text), 250)
    return text.hasPrefix("=") ? " " + text : text
  }

  /// Without control characters, marks that turn the direction of writing, and the two characters
  /// that XML forbids.
  private static func legal(_ text: String) -> String {
    let printable = text.printable
    guard printable.unicodeScalars.contains(where: isForbidden) else { return printable }
    return String(
      String.UnicodeScalarView(printable.unicodeScalars.map { isForbidden($0) ? "\u{FFFD}" : $0 }))
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFFFE || scalar.value == 0xFFFF
  }

  /// The beginning that has so many units of UTF-16, with an ellipsis for the rest.
  static func cut(_ text: String, _ limit: Int) -> String {
    guard text.utf16.count > limit else { return text }
    var result = ""
    var count = 1
    for character in text {
      count += character.utf16.count
      if count > limit { break }
      result.append(character)
    }
    return result + "…"
  }
}
