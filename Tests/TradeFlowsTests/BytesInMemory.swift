import TradeFlows
import TradeTables

/// A source of bytes that a test made, which breaks off with an error if it is told to.
final class BytesInMemory: ByteSource, @unchecked Sendable {
  private var bytes: ArraySlice<UInt8>
  private let failure: TableError?

  init(_ bytes: some Sequence<UInt8>, failure: TableError? = nil) {
    (self.bytes, self.failure) = (Array(bytes)[...], failure)
  }

  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
    let some = bytes.prefix(buffer.count)
    buffer.copyBytes(from: some)
    bytes = bytes.dropFirst(some.count)
    if some.count < buffer.count, let failure { throw failure }
    return some.count
  }
}

extension ByteSource {
  /// Everything that is left, read by so many bytes at a time.
  func all(by size: Int = 1 << 16) throws(TableError) -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let some = try read(size)
      all += some
      if some.count < size { return all }
    }
  }

  func text(by size: Int = 1 << 16) throws(TableError) -> String {
    String(decoding: try all(by: size), as: UTF8.self)
  }
}
