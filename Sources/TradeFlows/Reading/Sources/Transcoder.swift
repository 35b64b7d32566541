import TradeTables

/// Rewrites UTF-16 or a text of one byte a character as UTF-8, piece by piece.
///
/// A hot loop, as the downloads of UN Comtrade are Latin-1: eight bytes of ASCII are copied at once.
struct Transcoder {
  /// The line that was reached, from 1.
  private(set) var line: Int

  private let encoding: TextEncoding
  private let file: String
  /// What the bytes from 128 on are in UTF-8: up to three bytes, the first one lowest.
  private let upperHalf: [UInt32]
  /// The end of the last piece, which cannot be understood without the next.
  private var carry: [UInt8] = []

  init(_ encoding: TextEncoding, file: String, line: Int = 1) {
    (self.encoding, self.file, self.line) = (encoding, file, line)
    upperHalf = encoding.upperHalf.map { Self.utf8(UInt32($0)) }
  }

  /// Adds the next piece, rewritten, to some text.
  mutating func transcode(
    _ piece: some Sequence<UInt8>, isEnd: Bool, to text: inout [UInt8]
  ) throws(TableError) {
    // Moved out and back, so that the same memory is used for every piece.
    var bytes = carry
    carry = []
    bytes += piece
    let start = text.count
    // A byte becomes three at most, and eight are written where one was.
    let room = bytes.count * 3 + 8
    text.reserveCapacity(start + room)
    text.append(contentsOf: repeatElement(0, count: room))
    var failure: TableError?
    var (read, written) = (0, 0)
    text.withUnsafeMutableBytes { text in
      bytes.withUnsafeBytes { bytes in
        let text = UnsafeMutableRawBufferPointer(rebasing: text[start...])
        do throws(TableError) {
          switch encoding {
          case .utf16(let isBigEndian):
            (read, written) = try units(bytes, isBigEndian, isEnd: isEnd, to: text)
          default: (read, written) = try singles(bytes, isEnd: isEnd, to: text)
          }
        } catch {
          failure = error
        }
      }
    }
    if let failure { throw failure }
    text.removeLast(room - written)
    bytes.removeFirst(read)
    carry = bytes
  }

  // MARK: One byte a character

  private mutating func singles(
    _ bytes: UnsafeRawBufferPointer, isEnd: Bool, to text: UnsafeMutableRawBufferPointer
  ) throws(TableError) -> (read: Int, written: Int) {
    // Characters of UTF-8 are looked for, which have their last byte three further on.
    let end = isEnd ? bytes.count : max(bytes.count - 3, 0)
    var (read, written) = (0, 0)
    while read < end {
      if read + 8 <= end {
        let word = bytes.loadUnaligned(fromByteOffset: read, as: UInt64.self)
        // The highest bit of a byte is set in one of the two where it is not ASCII, or zero.
        if (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 {
          text.storeBytes(of: word, toByteOffset: written, as: UInt64.self)
          (read, written) = (read + 8, written + 8)
          continue
        }
      }
      let byte = bytes[read]
      guard byte != 0 else { throw .binary(file, line: line + lineFeeds(bytes[..<read])) }
      if byte < 0x80 {
        text[written] = byte
        (read, written) = (read + 1, written + 1)
        continue
      }
      let code = upperHalf[Int(byte) - 0x80]
      if code == 0 || isUTF8(bytes, at: read) {
        let line = line + lineFeeds(bytes[..<read])
        throw
          (code == 0
          ? InputFault.noCharacter(byte, line: line, encoding)
          : InputFault.mixedEncodings(line: line, encoding)).error(in: file)
      }
      written += store(code, to: text, at: written)
      read += 1
    }
    line += lineFeeds(bytes[..<read])
    return (read, written)
  }

  /// Whether what is here would be UTF-8, and would make no sense in this encoding.
  ///
  /// In Windows-1252 that is `Â` or `Ã` before a symbol, or three bytes of which the last two are
  /// symbols; in Windows-1251 a symbol after both of two letters.
  private func isUTF8(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Bool {
    guard case .whole(let length) = UTF8Check.character(in: bytes, at: place) else { return false }
    if length > 2 { return true }
    guard encoding == .windows1251 else { return bytes[place] <= 0xC3 }
    guard place + 3 < bytes.count, bytes[place + 2] >= 0xD0, bytes[place] >= 0xD0 else {
      return false
    }
    return UTF8Check.character(in: bytes, at: place + 2) == .whole(length: 2)
  }

  private func lineFeeds(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    var count = 0
    for byte in UnsafeRawBufferPointer(rebasing: bytes) {
      count += byte == RecordScanner.lineFeed ? 1 : 0
    }
    return count
  }

  // MARK: UTF-16

  private mutating func units(
    _ bytes: UnsafeRawBufferPointer, _ isBigEndian: Bool, isEnd: Bool,
    to text: UnsafeMutableRawBufferPointer
  ) throws(TableError) -> (read: Int, written: Int) {
    func unit(_ place: Int) -> UInt32 {
      let (low, high) = isBigEndian ? (place + 1, place) : (place, place + 1)
      return UInt32(bytes[high]) << 8 | UInt32(bytes[low])
    }
    var (read, written) = (0, 0)
    while read + 2 <= bytes.count {
      var code = unit(read)
      var length = 2
      if code & 0xFC00 == 0xD800 {
        guard read + 4 <= bytes.count else { break }
        let low = unit(read + 2)
        guard low & 0xFC00 == 0xDC00 else { throw broken }
        (code, length) = (0x10000 + (code & 0x3FF) << 10 + low & 0x3FF, 4)
      } else if code & 0xFC00 == 0xDC00 {
        throw broken
      }
      guard code != 0 else { throw .binary(file, line: line) }
      line += code == 10 ? 1 : 0
      written += store(Self.utf8(code), to: text, at: written)
      read += length
    }
    guard !isEnd || read == bytes.count else { throw broken }
    return (read, written)
  }

  private var broken: TableError { InputFault.brokenUTF16(line: line).error(in: file) }

  // MARK: UTF-8

  /// The bytes of a character, the first one lowest.
  private static func utf8(_ code: UInt32) -> UInt32 {
    func rest(_ shift: UInt32) -> UInt32 { 0x80 | code >> shift & 0x3F }
    return switch code {
    case ..<0x80: code
    case ..<0x800: 0xC0 | code >> 6 | rest(0) << 8
    case ..<0x10000: 0xE0 | code >> 12 | rest(6) << 8 | rest(0) << 16
    default: 0xF0 | code >> 18 | rest(12) << 8 | rest(6) << 16 | rest(0) << 24
    }
  }

  /// Writes the bytes of a character and returns how many there are.
  @inline(__always) private func store(
    _ code: UInt32, to text: UnsafeMutableRawBufferPointer, at place: Int
  ) -> Int {
    text.storeBytes(of: code, toByteOffset: place, as: UInt32.self)
    return 4 - code.leadingZeroBitCount >> 3
  }
}
