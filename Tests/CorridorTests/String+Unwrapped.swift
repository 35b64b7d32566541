extension String {
  /// The text without its breaks of lines: words with one blank between them.
  var unwrapped: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
