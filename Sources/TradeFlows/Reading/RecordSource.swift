/// Finds the records of a block, one after the other.
protocol RecordSource {
  /// Finds the next record that is not a blank line; `nil` after the last.
  ///
  /// Field `n` lies between the places that `bounds` has at `n` and at `n + 1`, both left out. There
  /// must be room for one more than a record has columns.
  mutating func next(_ bounds: UnsafeMutablePointer<Int32>) -> RecordStep?

  /// The line that the last record began on, from 0.
  var recordLine: Int { get }
  /// The bytes of the last record.
  var record: UnsafeBufferPointer<UInt8> { get }
  /// How many line ends were passed.
  var lineCount: Int { get }
}

/// What a record turned out to be.
enum RecordStep {
  case record
  /// Another number of fields than the header has.
  case ragged(fields: Int)
  /// A quoted field that is never closed.
  case unclosedQuote
  /// Text between a closing quote and the next separator.
  case textAfterQuote
}
