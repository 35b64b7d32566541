/// Names for the sheets of one workbook: legal, each different, and as near as can be to what the
/// tables are called.
struct ExcelSheetNames {
  private var used: Set<String> = []

  /// The name for a sheet that shows what has this name; `other` where nothing is left of it.
  ///
  /// A name has at most 31 units of UTF-16, none of `[ ] : * ? / \`, no apostrophe at its ends, and
  /// is not `History`; upper and lower case make no difference.
  mutating func name(for text: String, other: String) -> String {
    let plain = ExcelText.inCell(text).map { "[]:*?/\\".contains($0) ? "-" : $0 }
    let trimmed = Self.trimmed(String(plain))
    let base = trimmed.isEmpty ? other : Self.isReference(trimmed) ? "\(other) \(trimmed)" : trimmed
    for number in 1... {
      let suffix = number == 1 ? "" : " \(number)"
      let name = Self.trimmed(ExcelText.cut(base, 31 - suffix.utf16.count)) + suffix
      let key = name.lowercased()
      if key != "history", used.insert(key).inserted { return name }
    }
    return other
  }

  /// Whether formulas would take the name for a number or for cells unless it stood in quotes, which
  /// the library does not know: `2024`, `hs2`, `R1C1`.
  private static func isReference(_ name: String) -> Bool {
    let name = name.lowercased()
    let letters = name.prefix { $0.isLetter }
    let rest = name.dropFirst(letters.count)
    let isCell = letters.count <= 3 && !rest.isEmpty && rest.allSatisfy(\.isNumber)
    return name.first?.isNumber == true || isCell
      || ["r", "c", "rc"].contains(name.filter { !$0.isNumber })
  }

  private static func trimmed(_ text: String) -> String {
    let marks: Set<Character> = ["'", " "]
    let start = text.drop { marks.contains($0) }
    return String(start.prefix(start.count - start.reversed().prefix { marks.contains($0) }.count))
  }
}
