/// Looks whether bytes are UTF-8 text, as they pass by.
///
/// A hot loop: text is mostly ASCII, so 128 bytes are looked at together, at the speed of memory,
/// and one by one only where some of them are not.
///
/// Reference: Unicode Standard, version 15, table 3-7, "Well-Formed UTF-8 Byte Sequences".
package struct UTF8Check {
  /// What was found.
  package enum Finding: Equatable {
    case text
    /// The last bytes begin a character, which is here.
    case cutOff(at: Int)
    /// No character begins here.
    case invalid(at: Int)
    /// A zero byte is here.
    case zero(at: Int)
  }

  /// Whether there was a character of more than one byte.
  package var hasCharacters = false
  /// How many line feeds there were.
  package private(set) var lineFeeds = 0

  package init() {}

  /// Looks at the bytes from `start` on, up to the first fault.
  package mutating func check(_ bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Finding {
    var place = start
    while place < bytes.count {
      if place + Self.stride <= bytes.count {
        if let feeds = Self.lineFeeds(in: bytes, from: place) {
          lineFeeds += feeds
          place += Self.stride
          continue
        }
      }
      let end = min(place + Self.stride, bytes.count)
      while place < end {
        let byte = bytes[place]
        guard byte != 0 else { return .zero(at: place) }
        if byte < 0x80 {
          lineFeeds += byte == RecordScanner.lineFeed ? 1 : 0
          place += 1
          continue
        }
        switch Self.character(in: bytes, at: place) {
        case .whole(let length): place += length
        case .partial: return .cutOff(at: place)
        case .none: return .invalid(at: place)
        }
        hasCharacters = true
      }
    }
    return .text
  }

  private static let stride = 128

  /// Eight words, as wide as registers become; properties below, as constants would be looked up.
  private typealias Words = SIMD8<UInt64>

  private static var ones: Words { Words(repeating: 0x0101_0101_0101_0101) }
  private static var lows: Words { Words(repeating: 0x7F7F_7F7F_7F7F_7F7F) }
  private static var highs: Words { Words(repeating: 0x8080_8080_8080_8080) }
  private static var feeds: Words { Words(repeating: 0x0A0A_0A0A_0A0A_0A0A) }

  /// How many line feeds the next bytes have; `nil` where they are not all ASCII, or one is zero.
  @inline(__always) private static func lineFeeds(
    in bytes: UnsafeRawBufferPointer, from place: Int
  ) -> Int? {
    let first = bytes.loadUnaligned(fromByteOffset: place, as: Words.self)
    let second = bytes.loadUnaligned(fromByteOffset: place + 64, as: Words.self)
    // The highest bit of a byte is set in one of the two where it is not ASCII, or zero.
    let other = (first | (first &- ones) | second | (second &- ones)) & highs
    guard other == Words.zero else { return nil }
    // ASCII that differs from a line feed carries into the highest bit; a byte holds the counts
    // of sixteen words.
    let differing = (((first ^ feeds) &+ lows) & highs) &>> 7
    let others = (differing &+ (((second ^ feeds) &+ lows) & highs) &>> 7).wrappedSum()
    return stride - Int((others &* 0x0101_0101_0101_0101) >> 56)
  }

  /// A character of several bytes.
  enum Character: Equatable {
    case whole(length: Int)
    /// It may be one, if more bytes follow.
    case partial
    case none
  }

  /// The character whose first byte, from 128 on, is here.
  static func character(in bytes: UnsafeRawBufferPointer, at place: Int) -> Character {
    let first = bytes[place]
    let length: Int
    // The second byte's range excludes longer spellings, surrogates and what lies past U+10FFFF.
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return .none
    }
    for index in 1..<length {
      guard place + index < bytes.count else { return .partial }
      let range = index == 1 ? second : 0x80...0xBF
      guard range.contains(bytes[place + index]) else { return .none }
    }
    return .whole(length: length)
  }
}
