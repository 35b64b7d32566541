import TradeTables

/// Any text as UTF-8: what was UTF-8 passes through and is looked at, anything else is rewritten.
///
/// The encoding is UTF-16 by its mark or its zeros, or else UTF-8 for as long as that is valid. At
/// the first byte that is not, everything before was ASCII, and then all of the text is taken for
/// Windows-1252 or Windows-1251; or it was not, and then the file mixes encodings and is refused.
package final class TextBytes: ByteSource, @unchecked Sendable {
  /// What the text was taken for up to now.
  package private(set) var encoding: TextEncoding

  private let source: PeekedBytes
  private let file: String
  private var check = UTF8Check()
  /// Bytes that were read ahead, to see the end of a character.
  private var ahead: [UInt8] = []
  /// How many of those were looked at.
  private var checked = 0
  /// Bytes that were read as UTF-8 and are not.
  private var backlog: [UInt8] = []
  /// Rewrites the text, once the encoding is not UTF-8.
  private var transcoder: Transcoder?
  private var pending = PendingBytes()
  /// Memory for what is read to be rewritten.
  private var piece: [UInt8] = []
  /// The first line that was not ASCII, where the text turned out not to be UTF-8.
  private var firstLine: Int?

  package init(_ source: any ByteSource, file: String) throws(TableError) {
    self.source = try PeekedBytes(source)
    self.file = file
    let (encoding, mark) = TextEncoding.detect(self.source.start)
    self.encoding = encoding
    self.source.skip(mark)
    if encoding != .utf8 { transcoder = Transcoder(encoding, file: file) }
  }

  package var remarks: [String] {
    let own =
      switch (encoding, firstLine) {
      case (.utf8, _): [String]()
      case (_, let line?): ["not UTF-8 from line \(line) on; read as \(encoding)"]
      case (_, nil): ["read as \(encoding)"]
      }
    return source.remarks + own
  }

  package func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
    // In little buffers a character might not have room.
    let isLittle = buffer.count < 64
    var count = 0
    if transcoder == nil, pending.count == 0, !isLittle {
      count = try fillUTF8(buffer)
      if transcoder == nil { return count }
    }
    let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
    return try count + pending.fill(rest) { (bytes) throws(TableError) in try more(&bytes) }
  }

  private func more(_ bytes: inout [UInt8]) throws(TableError) -> Bool {
    let size = 1 << 16
    if transcoder == nil {
      bytes += try .filled(size) { (buffer) throws(TableError) in try fillUTF8(buffer) }
    }
    if transcoder != nil {
      try transcoder?.transcode(backlog, isEnd: false, to: &bytes)
      backlog = []
      if piece.isEmpty { piece = Array(repeating: 0, count: size) }
      let count = try source.fill(&piece)
      try transcoder?.transcode(piece[..<count], isEnd: count < size, to: &bytes)
    }
    return !bytes.isEmpty
  }

  // MARK: UTF-8

  /// Fills a buffer while the text is UTF-8, and up to where it is not.
  private func fillUTF8(_ buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
    buffer.copyBytes(from: ahead)
    var count = ahead.count
    ahead = []
    count += try source.fill(UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
    let start = min(checked, count)
    checked = 0
    let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
    switch check.check(bytes, from: start) {
    case .text: return count
    case .zero: throw .binary(file, line: check.lineFeeds + 1)
    case .invalid(let place): return try leaveUTF8(bytes, at: place)
    case .cutOff(let place):
      // A character has four bytes at most, so these end it if anything does.
      if count == buffer.count { ahead = try source.read(3) }
      let tail = Array(bytes[place...]) + ahead
      guard case .whole(let length) = tail.withUnsafeBytes({ UTF8Check.character(in: $0, at: 0) })
      else { return try leaveUTF8(bytes, at: place) }
      checked = length - (count - place)
      check.hasCharacters = true
      return count
    }
  }

  /// Takes the text for another encoding from here on, if nothing before was UTF-8.
  private func leaveUTF8(
    _ bytes: UnsafeRawBufferPointer, at place: Int
  ) throws(TableError) -> Int {
    let line = check.lineFeeds + 1
    // Enough to see what the letters are, wherever the pieces that are read end.
    let enough = 1 << 16
    backlog = try Array(bytes[place...]) + ahead + source.read(enough)
    ahead = []
    let other = TextEncoding.singleByte(backlog.prefix(enough))
    guard !check.hasCharacters else {
      throw InputFault.mixedEncodings(line: line, other).error(in: file)
    }
    (encoding, firstLine) = (other, line)
    transcoder = Transcoder(other, file: file, line: line)
    return place
  }
}
