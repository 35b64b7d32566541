import CZlib
import TradeTables

/// The content of gzip data, checked against the length and the sum that stand behind it.
///
/// zlib reads it and not libarchive, which (version 3.6) checks neither and takes a second member
/// that is cut off for the end of the data: a damaged file would become a wrong sum.
///
/// Reference: RFC 1952, sections 2.2 (several members) and 2.3.1 (CRC32, ISIZE).
package final class GzipBytes: ByteSource, @unchecked Sendable {
  private static let inputSize = 1 << 16

  private let source: any ByteSource
  private let file: String
  private let limit: ExpansionLimit
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let input = UnsafeMutableRawBufferPointer.allocate(
    byteCount: GzipBytes.inputSize, alignment: 16)
  private var (read, made) = (0, 0)
  /// After a whole member and before the next.
  private var isBetween = false
  private var isAtEnd = false

  package init(_ source: any ByteSource, file: String, limit: ExpansionLimit = .init()) {
    (self.source, self.file, self.limit) = (source, file, limit)
    stream.initialize(to: z_stream())
    let gzipWindow = MAX_WBITS + 16
    let status = inflateInit2_(
      stream, gzipWindow, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib of another version: \(String(cString: zlibVersion()))")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  package var remarks: [String] { source.remarks }

  package func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(buffer.count)
    do throws(InputFault) {
      while !isAtEnd, stream.pointee.avail_out > 0 {
        if stream.pointee.avail_in == 0 { try refill() }
        if isBetween { startMember() }
        if !isAtEnd { try inflateSome() }
      }
    } catch {
      throw failure ?? error.error(in: file)
    }
    return buffer.count - Int(stream.pointee.avail_out)
  }

  /// An error of the source, which has precedence over what followed from it.
  private var failure: TableError?

  private func refill() throws(InputFault) {
    var count = 0
    do throws(TableError) { count = try source.fill(input) } catch { failure = error }
    read += count
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(count)
    guard count == 0 else { return }
    guard isBetween, failure == nil else { throw damaged("the end is missing") }
    isAtEnd = true
  }

  /// Steps over zeros that pad a tape block; anything else has to be another member.
  private func startMember() {
    while stream.pointee.avail_in > 0, stream.pointee.next_in.pointee == 0 {
      stream.pointee.next_in += 1
      stream.pointee.avail_in -= 1
    }
    guard stream.pointee.avail_in > 0 else { return }
    inflateReset(stream)
    isBetween = false
  }

  private func inflateSome() throws(InputFault) {
    guard stream.pointee.avail_in > 0 else { return }
    let before = stream.pointee.avail_out
    let status = inflate(stream, Z_NO_FLUSH)
    made += Int(before - stream.pointee.avail_out)
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isBetween = true
    default: throw damaged(stream.pointee.msg.map { String(cString: $0) } ?? "code \(status)")
    }
    try limit.check(read: read, made: made)
  }

  private func damaged(_ detail: String) -> InputFault {
    .damaged(.gzip, after: made, detail: detail)
  }
}
