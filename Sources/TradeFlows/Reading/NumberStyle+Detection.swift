import TradeTables

extension NumberStyle {
  /// Blanks of every kind, and apostrophes.
  private static let otherMarks: [[UInt8]] = [
    " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "\u{2019}",
  ]
  .map { Array($0.utf8) }

  /// Finds how numbers are written from the first of them.
  ///
  /// A number such as `1,234` can be read in two ways. Where no other number of the sample decides,
  /// it is refused unless the reader has been told.
  init(
    _ sample: [String], delimiter: UInt8, reading: FlowReading, file: String, line: Int
  ) throws(FlowError) {
    self.init()
    dash = reading.dash
    let texts = sample.filter { text in text.contains(where: \.isNumber) }
    let marks = Self.otherMarks.filter { mark in
      texts.contains {
        $0.utf8.contains(mark[0]) && $0.contains(String(decoding: mark, as: UTF8.self))
      }
    }
    grouping = marks
    if let mark = reading.decimal {
      decimal = mark == "," ? Self.comma : Self.point
      grouping += [[decimal == Self.comma ? Self.point : Self.comma]]
      return
    }
    let shapes = texts.map(Shape.init)
    let commaIsDecimal = shapes.contains { $0.decimal == Self.comma }
    let pointIsDecimal = shapes.contains { $0.decimal == Self.point }
    if commaIsDecimal, !pointIsDecimal {
      decimal = Self.comma
      if shapes.contains(where: \.hasPoint) { grouping.append([Self.point]) }
    } else if shapes.contains(where: \.hasComma) {
      let isOpen = !pointIsDecimal && !shapes.contains(where: \.hasSeveralCommas)
      guard !isOpen else {
        throw .ambiguousNumber(
          texts[shapes.firstIndex(where: \.hasComma) ?? 0], at: Place(file: file, line: line + 1))
      }
      grouping.append([Self.comma])
    }
  }

  /// The marks in a number, as far as they say which of them stands before the decimals.
  private struct Shape {
    var hasComma = false
    var hasPoint = false
    var hasSeveralCommas = false
    /// The mark that can only be the decimal one.
    var decimal: UInt8?

    init(_ text: String) {
      let bytes = Array(text.utf8)
      let commas = bytes.count { $0 == NumberStyle.comma }
      let points = bytes.count { $0 == NumberStyle.point }
      (hasComma, hasPoint, hasSeveralCommas) = (commas > 0, points > 0, commas > 1)
      guard
        let last = bytes.lastIndex(where: { $0 == NumberStyle.comma || $0 == NumberStyle.point })
      else { return }
      let mark = bytes[last]
      let digits = bytes[(last + 1)...].prefix { $0 &- 48 < 10 }.count
      let isSingle = (mark == NumberStyle.comma ? commas : points) == 1
      // Both marks: the last is the decimal one. One alone: it is, unless three digits follow.
      if isSingle, commas > 0 && points > 0 || digits != 3 || bytes.first == UInt8(ascii: "0") {
        decimal = mark
      }
    }
  }

  /// How numbers are written, where that is not plain.
  var description: String? {
    var parts: [String] = []
    if decimal == Self.comma { parts.append("decimal comma") }
    if !grouping.isEmpty {
      let marks = grouping.map { mark in
        let text = String(decoding: mark, as: UTF8.self)
        return text == ","
          ? "comma"
          : text == "." ? "point" : text.allSatisfy(\.isWhitespace) ? "blank" : "apostrophe"
      }
      parts.append("thousands by \(Set(marks).sorted().joined(separator: " or "))")
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
