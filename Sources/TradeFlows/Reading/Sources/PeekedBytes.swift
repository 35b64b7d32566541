import TradeTables

/// Bytes whose beginning can be looked at before they are read.
package final class PeekedBytes: ByteSource, @unchecked Sendable {
  /// The first bytes: as many as were asked for, fewer where there are no more.
  package let start: [UInt8]
  private let source: any ByteSource
  private var place = 0

  package init(_ source: any ByteSource, count: Int = 1 << 16) throws(TableError) {
    self.source = source
    start = try source.read(count)
  }

  package var remarks: [String] { source.remarks }

  /// Leaves out the next bytes, which are among the first.
  package func skip(_ count: Int) { place += count }

  package func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
    let head = start[place...].prefix(buffer.count)
    guard !head.isEmpty else { return try source.fill(buffer) }
    buffer.copyBytes(from: head)
    place += head.count
    let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[head.count...])
    return rest.isEmpty ? head.count : try head.count + source.fill(rest)
  }
}

extension ByteSource {
  /// The next bytes: fewer than `count` at the end only.
  package func read(_ count: Int) throws(TableError) -> [UInt8] {
    try .filled(count) { (buffer) throws(TableError) in try fill(buffer) }
  }
}

extension ByteSource {
  /// Puts the next bytes into an array, whose size stays, and returns how many.
  func fill(_ bytes: inout [UInt8]) throws(TableError) -> Int {
    var failure: TableError?
    let count = bytes.withUnsafeMutableBytes { buffer in
      do throws(TableError) {
        return try fill(buffer)
      } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    return count
  }
}

extension [UInt8] {
  /// As many bytes as `fill` puts into a buffer that holds `count`.
  static func filled(
    _ count: Int, by fill: (UnsafeMutableRawBufferPointer) throws(TableError) -> Int
  ) throws(TableError) -> [UInt8] {
    var failure: TableError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, got in
      do throws(TableError) {
        got = try fill(UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}

/// Bytes that were made and not yet asked for.
struct PendingBytes {
  /// What is added here is handed out after what was added before.
  var bytes: [UInt8] = []
  private var place = 0

  var count: Int { bytes.count - place }

  /// Hands out as many bytes as there are and as the buffer takes, and returns how many.
  mutating func move(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(self.count, buffer.count)
    // No slice may outlive this, or the memory could not be used again.
    buffer.copyBytes(from: bytes[place..<place + count])
    place += count
    if place == bytes.count {
      bytes.removeAll(keepingCapacity: true)
      place = 0
    }
    return count
  }

  /// Fills a buffer from what is there and what `more` adds; `more` says whether it added any.
  mutating func fill(
    _ buffer: UnsafeMutableRawBufferPointer,
    more: (inout [UInt8]) throws(TableError) -> Bool
  ) throws(TableError) -> Int {
    var count = move(into: buffer)
    while count < buffer.count {
      guard try more(&bytes) else { break }
      count += move(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
    }
    return count
  }
}
