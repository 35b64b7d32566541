/// A number as English sentences of reports hold it: `1 890`, `-10.2`, `>500.0`.
///
/// What looks like a number and is a name is none: `0101.21` is a code of goods, `16.12.2025` a
/// date.
struct NumberInProse {
  /// Where it stands, with its mark and sign.
  let range: Range<Int>
  /// Where the digits begin.
  private let digits: Int
  private let isName: Bool

  /// The longest number that begins there: a qualifier's mark, a sign, digits in groups of three
  /// with blanks between, decimals.
  init?(in text: [UInt8], at start: Int) {
    func isDigit(_ place: Int) -> Bool { place < text.count && text[place] &- 48 < 10 }
    func isByte(_ place: Int, _ bytes: StaticString) -> Bool {
      place < text.count
        && UnsafeBufferPointer(start: bytes.utf8Start, count: bytes.utf8CodeUnitCount)
          .contains(text[place])
    }
    var place = start
    if isByte(place, "><~pm") { place += isByte(place + 1, " ") ? 2 : 1 }
    if isByte(place, "+-") { place += 1 }
    guard isDigit(place) else { return nil }
    digits = place
    while isDigit(place) { place += 1 }
    let hasZero = text[digits] == UInt8(ascii: "0") && place > digits + 1
    if place - digits <= 3 {
      while isByte(place, " "), (1...3).allSatisfy({ isDigit(place + $0) }), !isDigit(place + 4) {
        place += 4
      }
    }
    let whole = place
    if isByte(place, "."), isDigit(place + 1) {
      place += 1
      while isDigit(place) { place += 1 }
    }
    let goesOn = isByte(place, ".") && isDigit(place + 1)
    isName = place > whole && (hasZero || goesOn)
    range = start..<place
  }
}

extension NumberInProse {
  /// The text with every number in the marks of a format.
  static func marked(_ text: String, _ format: NumberFormat) -> String {
    guard format != NumberFormat() else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      // Inside a word, a date or a code there is no number.
      let isInside = place > 0 && bytes[place - 1].isPartOfName
      guard !isInside, let number = NumberInProse(in: bytes, at: place) else {
        result.append(bytes[place])
        place += 1
        continue
      }
      result += number.isName ? Array(bytes[number.range]) : number.written(in: bytes, format)
      place = number.range.upperBound
      if !number.isName, bytes[place...].starts(with: " %".utf8) {
        result += Array(format.percentSign.utf8)
        place += 2
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func written(in text: [UInt8], _ format: NumberFormat) -> [UInt8] {
    range.flatMap { place -> [UInt8] in
      switch text[place] {
      case UInt8(ascii: "-"): Array(format.minus.utf8)
      case UInt8(ascii: " ") where place > digits: Array(format.groupMark.utf8)
      case UInt8(ascii: "."): Array(format.decimalMark.utf8)
      default: [text[place]]
      }
    }
  }
}

extension UInt8 {
  /// Whether a digit behind this byte belongs to a word, a date or a code.
  fileprivate var isPartOfName: Bool {
    self &- 48 < 10 || (self | 0x20) &- 97 < 26 || self == UInt8(ascii: ".")
      || self == UInt8(ascii: "-")
  }
}
