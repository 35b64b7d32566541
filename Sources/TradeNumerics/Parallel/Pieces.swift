/// Rows cut into pieces for several cores.
///
/// The cuts follow from the number of rows alone, never from the number of processors, and partial
/// sums are added in the order of the pieces: the same bits on every machine.
struct Pieces: Sendable {
  let rows: Int
  let count: Int

  /// Pieces as equal as they can be, none of more rows than `size`.
  init(_ rows: Int, of size: Int) {
    self.rows = rows
    count = max(1, (rows + size - 1) / size)
  }

  /// So many pieces at the most, none of less than 4096 rows unless it is the only one.
  init(_ rows: Int, atMost limit: Int = 8) {
    self.rows = rows
    count = max(1, min(limit, rows / 4096))
  }

  subscript(piece: Int) -> Range<Int> {
    piece * rows / count..<(piece + 1) * rows / count
  }

  /// The results of all pieces, in order; several are worked on at a time.
  func map<Result: Sendable>(_ body: @Sendable (Range<Int>) -> Result) -> [Result] {
    concurrentMap(count, workers: count) { body(self[$0]) }
  }

  /// Calls the body once a piece, several at a time.
  func perform(_ body: @Sendable (_ piece: Int, _ rows: Range<Int>) -> Void) {
    _ = concurrentMap(count, workers: count) { body($0, self[$0]) }
  }
}
