/// Writes a table as RFC 4180: a header line, full precision, a decimal point, LF line ends.
public enum CSVWriter {
  /// The table as CSV; a missing value is an empty field.
  public static func text(_ table: Table) -> String {
    var lines = table.names.map { quoted($0) }.joined(separator: ",") + "\n"
    // A row of one empty cell would read as a blank line.
    let empty = table.columns.count == 1 ? "\"\"" : ""
    for row in 0..<table.rowCount {
      for (index, column) in table.columns.enumerated() {
        if index > 0 { lines += "," }
        switch column.values {
        case .text(let cells): lines += cells[row].map { quoted($0) } ?? empty
        case .number(let cells): lines += cells[row].map(NumberText.full) ?? empty
        }
      }
      lines += "\n"
    }
    return lines
  }

  /// Every delimiter that the reader knows is quoted, since a header decides which one it is.
  package static func quoted(_ field: String) -> String {
    let needsQuotes =
      field.utf8.contains {
        Byte.delimiters.contains($0) || $0 == Byte.quote || $0 == Byte.lineFeed
          || $0 == Byte.carriageReturn
      } || field.hasPrefix(" ") || field.hasSuffix(" ")
    guard needsQuotes else { return field }
    var text = "\""
    for character in field.unicodeScalars {
      if character == "\"" { text.unicodeScalars.append("\"") }
      text.unicodeScalars.append(character)
    }
    return text + "\""
  }
}

extension Table {
  /// The whole table as CSV text.
  public var csv: String { CSVWriter.text(self) }
}
