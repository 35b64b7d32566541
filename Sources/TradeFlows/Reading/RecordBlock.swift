import TradeTables

/// Some whole records of a file, in memory that is used again.
final class RecordBlock: @unchecked Sendable {
  /// Which of the file's blocks it is, from 0.
  fileprivate(set) var index = 0
  /// How many bytes the records have; `RecordScanner.padding` line feeds follow.
  fileprivate(set) var count = 0
  private(set) var bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 0)
  private var capacity = 0
  /// Where fields and records end, if the block is regular.
  fileprivate(set) var separators = SeparatorIndex()
  /// Whether it is, so that its records can be found by its index.
  fileprivate(set) var isRegular = false

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
      block.isRegular = block.separators.mark(
        block.bytes, count: block.count, delimiter: delimiter, isEnd: isAtEnd)
      let cut = isAtEnd ? block.count : lastRecordEnd(of: block)
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

  /// Where the last whole record ends; 0 where there is none.
  ///
  /// In what is not regular records are gone through from the start: whether a quote opens a field
  /// depends on all that stands before it.
  private func lastRecordEnd(of block: RecordBlock) -> Int {
    guard !block.isRegular else { return block.separators.lastRecordEnd(count: block.count) }
    var scanner = RecordScanner(
      block.bytes, count: block.count, delimiter: delimiter, columns: 0)
    var (end, bound) = (0, Int32(0))
    while let step = scanner.next(&bound) {
      switch step {
      case .record, .ragged:
        guard scanner.isBeforeEnd else { return end }
        end = scanner.end
      case .unclosedQuote: return end
      // Nothing is read behind a fault.
      case .textAfterQuote: return block.count
      }
    }
    return end
  }
}
