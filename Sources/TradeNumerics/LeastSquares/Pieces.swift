import Dispatch

/// Cuts a range of rows into pieces and works on them at the same time.
enum Pieces {
  /// Results of the pieces in the order of the rows; where the cuts are does not depend on the
  /// number of processors.
  static func map<Result: Sendable>(
    _ count: Int, of size: Int, _ transform: @Sendable (_ start: Int, _ count: Int) -> Result
  ) -> [Result] {
    let pieces = max(1, (count + size - 1) / size)
    guard pieces > 1 else { return [transform(0, count)] }
    return [Result](unsafeUninitializedCapacity: pieces) { buffer, initialized in
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: pieces) { piece in
        let start = piece * size
        places.initializeElement(at: piece, to: transform(start, min(size, count - start)))
      }
      initialized = pieces
    }
  }
}
