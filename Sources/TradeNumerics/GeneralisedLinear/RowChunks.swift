import Dispatch

/// Rows cut into pieces for several cores.
///
/// The cuts follow from the number of rows alone, never from the number of workers, and partial
/// sums are added in the order of the pieces: the same bits on every machine.
struct RowChunks: Sendable {
  let rows: Int
  let count: Int

  init(rows: Int, atMost limit: Int = 8) {
    self.rows = rows
    count = max(1, min(limit, rows / 4096))
  }

  subscript(chunk: Int) -> Range<Int> {
    chunk * rows / count..<(chunk + 1) * rows / count
  }

  /// Calls the body once a piece, several at a time.
  func perform(_ body: @Sendable (_ chunk: Int, _ rows: Range<Int>) -> Void) {
    guard count > 1 else { return body(0, self[0]) }
    DispatchQueue.concurrentPerform(iterations: count) { body($0, self[$0]) }
  }

  /// The results of all pieces, in order.
  func map<Result: Sendable>(_ body: @Sendable (Range<Int>) -> Result) -> [Result] {
    guard count > 1 else { return [body(self[0])] }
    return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Every place is written exactly once, by its own piece.
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: count) {
        places.initializeElement(at: $0, to: body(self[$0]))
      }
      initialized = count
    }
  }
}

/// Numbers that several workers write, each its own rows.
///
/// The promise behind `@unchecked Sendable`: within one parallel pass no two workers touch the
/// same element, and no pass runs while another does. Whoever takes `start` holds the buffer in a
/// constant of its own or a closure for as long; an array of buffers may be released before its
/// last pointer is used.
final class Buffer<Element: BitwiseCopyable>: @unchecked Sendable {
  let start: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating value: Element, count: Int) {
    start = .allocate(capacity: max(count, 1))
    start.initialize(repeating: value, count: count)
    self.count = count
  }

  deinit { start.deallocate() }

  /// A copy of all elements.
  var contents: [Element] {
    withExtendedLifetime(self) { Array(UnsafeBufferPointer(start: start, count: count)) }
  }
}

extension Buffer where Element: AdditiveArithmetic {
  /// Adds the tables of all pieces into the first, in order.
  static func sum(_ tables: [Buffer]) -> Buffer {
    let first = tables[0]
    for table in tables.dropFirst() {
      for place in 0..<first.count { first.start[place] += table.start[place] }
    }
    return first
  }
}

extension Buffer<SIMD4<Double>> {
  /// Adds the tables of all pieces into the first, in order.
  static func sum(_ tables: [Buffer]) -> Buffer {
    let first = tables[0]
    for table in tables.dropFirst() {
      for place in 0..<first.count { first.start[place] += table.start[place] }
    }
    return first
  }
}
