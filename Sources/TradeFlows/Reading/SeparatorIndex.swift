import CByteMasks

/// Where the fields and the records of some bytes end: one bit a byte, those inside quotes left out.
///
/// A hot loop: 64 bytes are looked at together. Whether a byte is inside quotes is the parity of the
/// quotes up to it, which holds where every quote opens or closes a field: an opening one stands
/// behind a separator, a closing one before one, and two together are a doubled one.
///
/// Text is regular where that is so, where quotes hold no line end, and where no carriage return
/// stands alone. What is not regular has no index, and `RecordScanner` reads it.
///
/// Reference: Langdale & Lemire, "Parsing gigabytes of JSON per second", VLDB Journal 28 (2019),
/// section 3.1.
struct SeparatorIndex: ~Copyable {
  private(set) var delimiters = UnsafeMutablePointer<UInt64>.allocate(capacity: 0)
  private(set) var lineEnds = UnsafeMutablePointer<UInt64>.allocate(capacity: 0)
  private var capacity = 0

  deinit {
    delimiters.deallocate()
    lineEnds.deallocate()
  }

  /// Marks the separators in bytes that begin with a record and have `RecordScanner.padding` line
  /// feeds behind them; false where the bytes are not regular.
  ///
  /// - `isEnd`: whether the last record ends where the bytes do, with a line end or without.
  mutating func mark(
    _ bytes: UnsafePointer<UInt8>, count: Int, delimiter: UInt8, isEnd: Bool
  ) -> Bool {
    // The line feed behind the bytes has a bit as well.
    let words = count / 64 + 1
    reserve(words)
    var state = State()
    for word in 0..<words {
      let chunk = bytes + 64 * word
      let feeds = cb_equal(chunk, RecordScanner.lineFeed)
      let own = word < words - 1 ? feeds : feeds & (1 << UInt64(count % 64) - 1)
      let separators = state.outside(
        quotes: cb_equal(chunk, RecordScanner.quote), delimiters: cb_equal(chunk, delimiter),
        feeds: feeds, own: own, returns: cb_equal(chunk, RecordScanner.carriageReturn))
      guard let separators else { return false }
      delimiters[word] = separators
      lineEnds[word] = own
    }
    guard isEnd else { return true }
    if count > 0, bytes[count - 1] != RecordScanner.lineFeed {
      lineEnds[count / 64] |= 1 << UInt64(count % 64)
    }
    return !state.isInside
  }

  /// The place behind the last line end; 0 where there is none.
  func lastRecordEnd(count: Int) -> Int {
    var word = count / 64
    while word > 0, lineEnds[word] == 0 { word -= 1 }
    return 64 * word + 64 - lineEnds[word].leadingZeroBitCount
  }

  private mutating func reserve(_ words: Int) {
    guard words > capacity else { return }
    delimiters.deallocate()
    lineEnds.deallocate()
    (delimiters, lineEnds) = (.allocate(capacity: words), .allocate(capacity: words))
    capacity = words
  }

  /// What the bytes before say of the next 64.
  private struct State {
    /// All bits where they begin inside quotes, or none.
    private var inside: UInt64 = 0
    // The lowest bit says of the byte before: a quote may open behind it, a closing quote, a
    // carriage return.
    private var mayOpen: UInt64 = 1
    private var closed: UInt64 = 0
    private var returned: UInt64 = 0

    var isInside: Bool { inside != 0 }

    /// The delimiters outside quotes; `nil` where the bytes are not regular.
    ///
    /// - `own`: the line feeds that are not padding.
    @inline(__always) mutating func outside(
      quotes: UInt64, delimiters: UInt64, feeds: UInt64, own: UInt64, returns: UInt64
    ) -> UInt64? {
      let separators = delimiters | feeds
      var (quoted, closing, faults): (UInt64, UInt64, UInt64) = (0, 0, 0)
      if quotes | inside | closed != 0 {
        quoted = Self.parities(quotes) ^ inside
        closing = quotes & ~quoted
        faults = quotes & quoted & ~((separators | closing) << 1 | mayOpen)
        faults |= (closing << 1 | closed) & ~(separators | returns | quotes)
        faults |= own & quoted
      }
      let alone = returns & ~quoted
      faults |= (alone << 1 | returned) & ~feeds
      inside = 0 &- quoted >> 63
      mayOpen = (separators | closing) >> 63
      closed = closing >> 63
      returned = alone >> 63
      return faults == 0 ? delimiters & ~quoted : nil
    }

    /// For each bit whether the number of bits up to it, itself included, is odd.
    private static func parities(_ bits: UInt64) -> UInt64 {
      var parities = bits
      parities ^= parities << 1
      parities ^= parities << 2
      parities ^= parities << 4
      parities ^= parities << 8
      parities ^= parities << 16
      parities ^= parities << 32
      return parities
    }
  }
}
