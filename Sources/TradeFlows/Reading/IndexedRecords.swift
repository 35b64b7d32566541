/// Walks over the records of a block by the index of its separators.
///
/// A hot loop: one step a field, from bit to bit, whatever the fields hold.
struct IndexedRecords: RecordSource {
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  private let columns: Int
  private var delimiters: Bits
  private var lineEnds: Bits
  private var start = 0
  private var end = -1
  private(set) var lineCount = 0

  /// The records of a block that has an index.
  init(_ block: RecordBlock, columns: Int) {
    bytes = UnsafePointer(block.bytes)
    count = block.count
    self.columns = columns
    // One bit lies behind the last byte of the block.
    delimiters = Bits(block.separators.delimiters, count: count + 1)
    lineEnds = Bits(block.separators.lineEnds, count: count + 1)
  }

  var recordLine: Int { lineCount - 1 }

  var record: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + start, count: end - start)
  }

  @inline(__always) mutating func next(_ bounds: UnsafeMutablePointer<Int32>) -> RecordStep? {
    var last: Int
    repeat {
      start = end + 1
      guard start < count else { return nil }
      end = lineEnds.next()
      lineEnds.step()
      lineCount += 1
      last = end > start && bytes[end - 1] == RecordScanner.carriageReturn ? end - 1 : end
    } while last == start
    bounds[0] = Int32(truncatingIfNeeded: start - 1)
    var column = 1
    while column < columns {
      let place = delimiters.next()
      guard place < last else { return .ragged(fields: column) }
      delimiters.step()
      bounds[column] = Int32(truncatingIfNeeded: place)
      column += 1
    }
    guard delimiters.next() >= last else { return surplus(bounds, last) }
    bounds[columns] = Int32(truncatingIfNeeded: last)
    return .record
  }

  /// A separator before the line's end is a trailing one; any other makes a field too many.
  private mutating func surplus(
    _ bounds: UnsafeMutablePointer<Int32>, _ last: Int
  ) -> RecordStep {
    bounds[columns] = Int32(truncatingIfNeeded: delimiters.next())
    delimiters.step()
    if bounds[columns] == last - 1 { return .record }
    var fields = columns + 1
    while delimiters.next() < last {
      delimiters.step()
      fields += 1
    }
    return .ragged(fields: fields)
  }
}

/// The places of bits that are set, the lowest first.
private struct Bits {
  private let words: UnsafePointer<UInt64>
  private let count: Int
  private var index = 0
  private var word: UInt64

  init(_ words: UnsafePointer<UInt64>, count: Int) {
    self.words = words
    self.count = count
    word = words[0]
  }

  /// The next place; `Int.max` behind the last.
  @inline(__always) mutating func next() -> Int {
    while word == 0 {
      guard (index + 1) << 6 < count else { return Int.max }
      index += 1
      word = words[index]
    }
    return index << 6 + word.trailingZeroBitCount
  }

  /// Passes the place that `next` gave.
  @inline(__always) mutating func step() { word &= word &- 1 }
}
