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
