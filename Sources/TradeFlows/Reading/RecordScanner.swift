/// Walks over the records of a block of bytes, whatever its quotes and line ends are.
///
/// A hot loop. Eight bytes are looked at together: the separators among them are the zero bytes of
/// three differences, and the first zero byte is found without a branch on the length of the field.
/// Fields are mostly shorter, so that a loop over single bytes would guess their end wrong once a
/// field.
///
/// Reference for the zero bytes: Warren, *Hacker's Delight*, 2nd edition (2012), section 6-1.
struct RecordScanner: RecordSource {
  /// So many bytes behind the block may be read; they are line feeds.
  static let padding = 64

  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  private let delimiter: UInt8
  private let separators: UInt64
  private let columns: Int
  private var position = 0
  /// Line ends passed so far.
  private var lines = 0
  /// The line that the last record began on, from 0.
  private(set) var recordLine = 0
  private var start = 0

  /// A scanner of whole records, with `padding` line feeds behind them.
  init(_ bytes: UnsafePointer<UInt8>, count: Int, delimiter: UInt8, columns: Int) {
    self.bytes = bytes
    self.count = count
    self.delimiter = delimiter
    self.columns = columns
    separators = Self.repeated(delimiter)
  }

  /// The bytes of the last record.
  var record: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + start, count: end - start)
  }

  /// Where the next record begins, or blank lines before it.
  var end: Int { min(position, count) }

  /// Whether the last record has a line end of its own, and not that of the padding; a carriage
  /// return at the very end may be half of one.
  var isBeforeEnd: Bool {
    position < count || position == count && bytes[count - 1] == Self.lineFeed
  }

  /// How many line ends were passed.
  var lineCount: Int { lines }

  mutating func next(_ bounds: UnsafeMutablePointer<Int32>) -> RecordStep? {
    guard skipBlankLines() else { return nil }
    (recordLine, start) = (lines, position)
    bounds[0] = Int32(truncatingIfNeeded: position - 1)
    var column = 0
    while true {
      if bytes[position] == Self.quote {
        if let fault = skipQuoted() { return fault }
      } else {
        position = endOfField(from: position)
      }
      column += 1
      if column <= columns { bounds[column] = Int32(truncatingIfNeeded: position) }
      guard position < count, bytes[position] == delimiter else { break }
      position += 1
      // A separator before the line's end is a trailing one: one field too many, and empty.
      if column == columns, isLineEnd(position) { break }
    }
    skipLineEnd()
    return column == columns ? .record : .ragged(fields: column)
  }

  // MARK: Fields

  /// The first separator, line feed or carriage return from here on.
  @inline(__always) private func endOfField(from start: Int) -> Int {
    var place = start
    while true {
      let word = UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self)
      let found =
        Self.zeros(word ^ separators) | Self.zeros(word ^ Self.lineFeeds)
        | Self.zeros(word ^ Self.carriageReturns)
      if found != 0 { return min(place + found.trailingZeroBitCount >> 3, count) }
      place += 8
      if place >= count { return count }
    }
  }

  /// Steps over a quoted field; returns what is wrong with it.
  private mutating func skipQuoted() -> RecordStep? {
    position += 1
    while position < count {
      let byte = bytes[position]
      if byte == Self.quote {
        guard position + 1 < count, bytes[position + 1] == Self.quote else {
          position += 1
          // Blanks behind a closing quote belong to nothing.
          while position < count, bytes[position] == Self.blank { position += 1 }
          let isEnd = position >= count || bytes[position] == delimiter || isLineEnd(position)
          return isEnd ? nil : .textAfterQuote
        }
        position += 1
      } else if byte == Self.lineFeed {
        lines += 1
      }
      position += 1
    }
    return .unclosedQuote
  }

  // MARK: Lines

  private mutating func skipBlankLines() -> Bool {
    while position < count, isLineEnd(position) { skipLineEnd() }
    return position < count
  }

  @inline(__always) private func isLineEnd(_ place: Int) -> Bool { Self.isLineEnd(bytes[place]) }

  private mutating func skipLineEnd() {
    guard position < count else { return }
    let isCRLF = bytes[position] == Self.carriageReturn && bytes[position + 1] == Self.lineFeed
    position += isCRLF ? 2 : 1
    lines += 1
  }

  // MARK: Bytes

  @inline(__always) static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == lineFeed || byte == carriageReturn
  }

  /// Blanks, tabs and line ends.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == blank || byte == UInt8(ascii: "\t") || isLineEnd(byte)
  }

  static let quote = UInt8(ascii: "\"")
  static let blank = UInt8(ascii: " ")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  /// What may stand between fields.
  static let delimiters: [UInt8] = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }
  private static let lineFeeds = repeated(lineFeed)
  private static let carriageReturns = repeated(carriageReturn)

  private static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The highest bit of the lowest byte that is zero; bits above it mean nothing.
  @inline(__always) private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
