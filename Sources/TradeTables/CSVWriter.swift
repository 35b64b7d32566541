/// Writes a table as RFC 4180: a header line, full precision, a decimal point, LF line ends.
public enum CSVWriter {
  /// The table as CSV; a missing value is an empty field.
  public static func text(_ table: Table) -> String {
    String(decoding: bytes(table), as: UTF8.self)
  }

  /// The table as CSV in UTF-8; a missing value is an empty field.
  public static func bytes(_ table: Table) -> [UInt8] {
    var bytes: [UInt8] = []
    // Twelve bytes a cell are usual; a text that outgrows its room is copied.
    bytes.reserveCapacity(12 * (table.rowCount + 1) * table.columns.count)
    bytes += table.names.map { quoted($0) }.joined(separator: ",").utf8
    bytes.append(Byte.lineFeed)
    // A row of one empty cell would read as a blank line.
    let empty = table.columns.count == 1 ? "\"\"" : ""
    for row in 0..<table.rowCount {
      for (index, column) in table.columns.enumerated() {
        if index > 0 { bytes.append(Byte.comma) }
        switch column.values {
        case .text(let cells): bytes += (cells[row].map { quoted($0) } ?? empty).utf8
        case .number(let cells): bytes += (cells[row].map(NumberText.full) ?? empty).utf8
        }
      }
      bytes.append(Byte.lineFeed)
    }
    return bytes
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
