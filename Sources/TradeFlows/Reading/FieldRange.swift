/// Where a field lies in a block of bytes, without its quotes.
struct FieldRange {
  var start: Int32 = 0
  var end: Int32 = 0
  /// Whether a quote inside it is written twice, so that its bytes are not yet its text.
  var isEscaped = false

  var count: Int { Int(end - start) }
}
