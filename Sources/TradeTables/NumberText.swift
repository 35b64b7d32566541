import Glibc

/// Numbers as text and back, without a locale: a decimal point, no grouping in files.
public enum NumberText {
  /// The shortest text that reads back as the same number; `500`, not `500.0`.
  public static func full(_ number: Double) -> String {
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A probability or share in per cent, without the digits that rounding leaves: `95`, `99.9`.
  public static func percentage(_ fraction: Double) -> String {
    full((fraction * 1e6).rounded() / 1e4)
  }

  /// A fixed number of decimals, thousands grouped by a space; never `-0.0`.
  public static func fixed(_ number: Double, digits: Int, grouped: Bool = true) -> String {
    guard number.isFinite, abs(number) < 1e15 else {
      return significant(number, digits: max(digits + 1, 4))
    }
    let plain = printed("%.*f", digits, abs(number))
    let isZero = plain.allSatisfy { $0 == "0" || $0 == "." }
    let sign = number < 0 && !isZero ? "-" : ""
    return sign + (grouped ? grouping(plain) : plain)
  }

  /// So many significant digits, in whichever of `0.00123` and `1.23e-09` is easier to read.
  public static func significant(_ number: Double, digits: Int) -> String {
    guard number != 0 else { return "0" }
    let size = abs(number)
    guard number.isFinite, size >= 1e-4, size < 1e9 else { return printed("%.*g", digits, number) }
    let whole = Int(log10(size).rounded(.down)) + 1
    return fixed(number, digits: min(max(digits - whole, 0), digits + 3))
  }

  /// The nearest number of so many significant digits, up to 17.
  package static func rounded(_ number: Double, digits: Int) -> Double {
    Double(printed("%.*g", digits, number)) ?? number
  }

  /// The finite number that the text is, whole and without a grouping mark; otherwise `nil`.
  public static func number(_ text: some StringProtocol) -> Double? {
    let trimmed = trim(Substring(text))
    // `Double(_:)` also takes "nan", "inf" and hexadecimal: a digit and these letters keep to
    // decimal.
    guard let first = trimmed.utf8.first,
      isDigit(first) || first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
        || first == UInt8(ascii: "."),
      !trimmed.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "x") }),
      let number = Double(trimmed), number.isFinite
    else { return nil }
    return number
  }

  /// As `number(_:)` of text, for bytes of UTF-8.
  ///
  /// A plain decimal of up to 19 digits whose digits make a whole number up to 2^53 and whose point
  /// stands at most 22 places from its end is the quotient of two numbers that are exact: it is
  /// rounded once and right. Anything else takes the slow way.
  ///
  /// Reference: Clinger, "How to read floating point numbers accurately", PLDI 1990.
  package static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var position = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { position = 1 }
    var digits: UInt64 = 0
    var count = 0
    var decimals = 0
    var hasPoint = false
    while position < bytes.count {
      let byte = bytes[position] &- 48
      if byte < 10 {
        digits = digits &* 10 &+ UInt64(byte)
        count += 1
        if hasPoint { decimals += 1 }
      } else if byte == UInt8(ascii: ".") &- 48, !hasPoint {
        hasPoint = true
      } else {
        break
      }
      position += 1
    }
    guard position == bytes.count, (1...19).contains(count), digits <= 1 << 53, decimals <= 22
    else {
      return number(String(decoding: bytes, as: UTF8.self))
    }
    let size = Double(digits) / powers[decimals]
    return isNegative ? -size : size
  }

  /// 10^0 to 10^22, all exact.
  private static let powers: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// Whether a cell says that there is no value.
  public static func isMissing(_ text: some StringProtocol) -> Bool {
    let trimmed = trim(Substring(text))
    return trimmed.utf8.count <= 4 && missing.contains(trimmed.lowercased())
  }

  private static let missing: Set<String> = ["", "na", "n/a", "n.a.", "..", "...", ":"]

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  private static func trim(_ text: Substring) -> Substring {
    guard isBlank(text.utf8.first) || isBlank(text.utf8.last) else { return text }
    return Substring(text.trimmed)
  }

  private static func isBlank(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func grouping(_ text: String) -> String {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = Array(parts[0])
    guard whole.count > 3 else { return text }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped.append(" ") }
      grouped.append(digit)
    }
    return parts.count == 2 ? grouped + "." + parts[1] : grouped
  }

  private static func printed(_ format: String, _ digits: Int, _ number: Double) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
      let count = withVaList([Int32(clamping: digits), number]) {
        vsnprintf(buffer.baseAddress, buffer.count, format, $0)
      }
      return String(
        decoding: buffer[..<min(Int(count), buffer.count - 1)].map { UInt8(bitPattern: $0) },
        as: UTF8.self)
    }
  }
}
