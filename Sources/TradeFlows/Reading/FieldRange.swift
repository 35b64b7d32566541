/// Where a field lies in a block of bytes, without its quotes.
struct FieldRange {
  let start: Int
  let end: Int
  /// Whether it stood in quotes, so that a quote inside it is written twice.
  let isQuoted: Bool

  /// The field between two separators, of which the second must not be the last byte in memory.
  @inline(__always) init(_ bytes: UnsafePointer<UInt8>, after before: Int32, to end: Int32) {
    let start = Int(before) + 1
    guard bytes[start] == RecordScanner.quote else {
      (self.start, self.end, isQuoted) = (start, Int(end), false)
      return
    }
    var end = Int(end)
    // Blanks behind a closing quote belong to nothing.
    while bytes[end - 1] == RecordScanner.blank { end -= 1 }
    (self.start, self.end, isQuoted) = (start + 1, end - 1, true)
  }

  var count: Int { end - start }

  /// The text of a field of these bytes.
  func text(in bytes: UnsafePointer<UInt8>) -> String {
    let text = String(
      decoding: UnsafeBufferPointer(start: bytes + start, count: count), as: UTF8.self)
    return isQuoted ? text.replacing("\"\"", with: "\"") : text
  }
}
