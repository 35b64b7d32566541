import Glibc
import TradeTables

/// Some whole records of a file, in memory that is used again.
final class RecordBlock: @unchecked Sendable {
  /// Which of the file's blocks it is, from 0.
  fileprivate(set) var index = 0
  /// How many bytes the records have; `RecordScanner.padding` line feeds follow.
  fileprivate(set) var count = 0
  private(set) var bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 0)
  private var capacity = 0

  deinit { bytes.deallocate() }

  /// Makes room for so many bytes and the padding; what the block holds is lost.
  fileprivate func reserve(_ size: Int) {
    guard size + RecordScanner.padding > capacity else { return }
    bytes.deallocate()
    capacity = size + RecordScanner.padding
    bytes = .allocate(capacity: capacity)
  }

  fileprivate func pad() {
    (bytes + count).initialize(repeating: RecordScanner.lineFeed, count: RecordScanner.padding)
  }
}

/// Cuts the bytes of a file into blocks of whole records.
///
/// The cuts follow from the bytes alone and not from who asks when, so that sums over blocks that
/// are added in their order are the same on every machine.
struct RecordBlocks: ~Copyable {
  /// Bytes that are read at a time: enough that calls and tables cost little, few enough to stay in
  /// the processor's cache.
  static let size = 1 << 20
  /// The longest record.
  static let limit = 1 << 24

  private let source: any ByteSource
  private let size: Int
  private let delimiter: UInt8
  private let file: String
  /// Bytes that were read and belong to the next block.
  private var rest: [UInt8]
  private var index = 0
  private var isAtEnd = false

  /// The records of a source after `start`, bytes that were read from it before.
  init(_ source: any ByteSource, start: [UInt8], delimiter: UInt8, file: String, size: Int = size) {
    self.source = source
    self.size = size
    self.delimiter = delimiter
    self.file = file
    rest = start
  }

  /// Fills a block with the next records; false where there are none.
  mutating func fill(_ block: RecordBlock) throws(FlowError) -> Bool {
    var wanted = size
    while true {
      guard !isAtEnd || !rest.isEmpty else { return false }
      block.reserve(rest.count + wanted)
      rest.withUnsafeBufferPointer { rest in
        if let start = rest.baseAddress { block.bytes.update(from: start, count: rest.count) }
      }
      block.count = rest.count
      if !isAtEnd {
        let free = UnsafeMutableRawBufferPointer(
          start: block.bytes + rest.count, count: wanted)
        do throws(TableError) {
          let got = try source.fill(free)
          block.count += got
          isAtEnd = got < wanted
        } catch {
          throw .table(error)
        }
      }
      block.pad()
      let cut =
        isAtEnd
        ? block.count : RecordCut.last(in: block.bytes, count: block.count, delimiter: delimiter)
      guard cut > 0 || block.count == 0 else {
        guard block.count < Self.limit else { throw .recordTooLong(file, limit: Self.limit) }
        rest = Array(UnsafeBufferPointer(start: block.bytes, count: block.count))
        wanted *= 2
        continue
      }
      rest.removeAll(keepingCapacity: true)
      rest += UnsafeBufferPointer(start: block.bytes + cut, count: block.count - cut)
      block.count = cut
      block.pad()
      block.index = index
      index += 1
      return cut > 0
    }
  }
}

/// Where the last whole record of some bytes ends.
enum RecordCut {
  /// The place behind the last line end that is not inside quotes; 0 where there is none.
  ///
  /// Without a quote that is the last line end. With one, records are gone through from the start:
  /// whether a quote opens a field depends on all that stands before it.
  static func last(in bytes: UnsafePointer<UInt8>, count: Int, delimiter: UInt8) -> Int {
    guard memchr(bytes, Int32(RecordScanner.quote), count) == nil else {
      return recordByRecord(bytes, count, delimiter)
    }
    var end = count
    while end > 0, bytes[end - 1] != RecordScanner.lineFeed { end -= 1 }
    return end > 0 ? end : recordByRecord(bytes, count, delimiter)
  }

  private static func recordByRecord(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ delimiter: UInt8
  ) -> Int {
    var place = 0
    var end = 0
    var isFieldStart = true
    while place < count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case RecordScanner.quote where isFieldStart:
        place = behindQuoted(bytes, count, from: place)
        isFieldStart = false
      case RecordScanner.lineFeed: (end, isFieldStart) = (place, true)
      // A carriage return at the very end may be half of a line end.
      case RecordScanner.carriageReturn
      where place < count && bytes[place] != RecordScanner.lineFeed:
        (end, isFieldStart) = (place, true)
      default: isFieldStart = byte == delimiter
      }
    }
    return end
  }

  /// The place behind the quote that closes a field.
  private static func behindQuoted(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, from start: Int
  ) -> Int {
    var place = start
    while place < count {
      guard bytes[place] == RecordScanner.quote else {
        place += 1
        continue
      }
      place += 1
      guard place < count, bytes[place] == RecordScanner.quote else { return place }
      place += 1
    }
    return count
  }
}
