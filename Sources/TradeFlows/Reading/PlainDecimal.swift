/// Reads numbers as files of trade mostly have them: up to seven digits, a point, up to eight more.
///
/// A hot loop: eight digits are read together, and no branch depends on how many there are.
///
///     digits d₁ … d₈ as bytes, the first the lowest
///     pairs   10 d₁ + d₂, …      fours   100 p₁ + p₂, …      number   10⁴ f₁ + f₂
///
/// Shorter runs are shifted so that zeros stand before them. The number without its point is exact,
/// and so is the power of ten that divides it, so that the quotient is the nearest number.
///
/// References: Lemire, "Number parsing at a gigabyte per second", Software: Practice and Experience
/// 51 (2021), section 6; Clinger, "How to read floating point numbers accurately", PLDI 1990.
enum PlainDecimal {
  /// The number that a field is; `nil` for one of any other form, which may still be a number.
  ///
  /// Eight bytes from the field's end on must be readable.
  @inline(__always) static func read(_ start: UnsafePointer<UInt8>, count: Int) -> Double? {
    let raw = UnsafeRawPointer(start)
    let head = raw.loadUnaligned(as: UInt64.self)
    let points = zeros(head ^ repeated(UInt8(ascii: ".")))
    // 8 where there is none.
    let point = points.trailingZeroBitCount >> 3
    if point >= count {
      guard (1...8).contains(count), let number = digits(head, count) else { return nil }
      return number
    }
    let decimals = count - point - 1
    guard point < 8, decimals <= 8, count > 1, let whole = digits(head, point),
      let part = digits(
        raw.loadUnaligned(fromByteOffset: point + 1, as: UInt64.self), decimals)
    else { return nil }
    // Below 10^15 and whole, so exact.
    return (whole * powers[decimals] + part) / powers[decimals]
  }

  /// The number of the first bytes, up to eight; `nil` where they are not all digits.
  @inline(__always) private static func digits(_ word: UInt64, _ count: Int) -> Double? {
    let digits = (word ^ repeated(UInt8(ascii: "0"))) << UInt64(64 - 8 * count)
    // The highest bit of a byte above 9 is set in one of the two.
    guard (digits &+ repeated(0x76) | digits) & repeated(0x80) == 0 else { return nil }
    let pairs = digits &* 10 &+ digits >> 8
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    let first = (pairs & mask) &* (100 + 1_000_000 << 32)
    let second = (pairs >> 16 & mask) &* (1 + 10_000 << 32)
    // A signed number becomes a `Double` in one instruction.
    return Double(Int64(bitPattern: (first &+ second) >> 32))
  }

  @inline(__always) private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- repeated(1)) & ~word & repeated(0x80)
  }

  @inline(__always) private static func repeated(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }

  private static let powers = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8]
}
