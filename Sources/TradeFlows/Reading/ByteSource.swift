import TradeTables

/// Bytes that are read once, from the first to the last, by one worker at a time.
package protocol ByteSource: AnyObject, Sendable {
  /// Puts the next bytes into the buffer and returns how many: fewer than it holds at the end only.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int

  /// What was assumed of the bytes so far, for the user; complete after the last byte.
  var remarks: [String] { get }
}

extension ByteSource {
  package var remarks: [String] { [] }
}

extension ByteSource {
  /// The next bytes: fewer than `size` at the end only.
  func next(size: Int) throws(TableError) -> [UInt8] {
    var failure: TableError?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      do throws(TableError) {
        count = try fill(UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}

/// The bytes of a file or of standard input as they are.
final class FileBytes: ByteSource, @unchecked Sendable {
  private var blocks: InputFile.Blocks

  init(_ path: String) throws(TableError) { blocks = try InputFile.Blocks(path) }

  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
    try blocks.fill(buffer)
  }
}
