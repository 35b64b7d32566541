import TradeReport

extension Chart {
  /// The lines that a terminal of a width shows.
  func terminalLines(width: Int, ascii: Bool = false) -> [String] {
    TextRenderer(TextStyle(width: width, ascii: ascii)).render(Report("T", .chart(self)))
      .split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).dropLast()
      .map(String.init)
  }
}
