import TradeTables

/// The largest table of an HTML page as tab-separated text, a row a line.
///
/// Trade Map and some ministries call such a page `.xls`. A cell over several columns or rows has
/// its text in the first of them and leaves the others empty, so that no value changes its column.
package final class HTMLRows: ByteSource, @unchecked Sendable {
  /// The largest page; a table for people to read is smaller.
  package static let limit = 1 << 26

  package let remarks: [String]
  private var pending = PendingBytes()

  /// Reads the page that a source holds.
  package init(_ source: any ByteSource, file: String) throws(TableError) {
    let page = try source.read(Self.limit)
    guard page.count < Self.limit else {
      throw InputFault.foreign(
        "an HTML page of more than \(Self.limit >> 20) MiB", advice: "export its table as CSV"
      ).error(in: file)
    }
    let tables = HTMLTables.read(page) ?? []
    guard let largest = tables.max(by: { $0.size < $1.size }), largest.size > 0 else {
      throw InputFault.foreign(
        "an HTML or XML page without a table that can be read", advice: "download the data as CSV"
      ).error(in: file)
    }
    var remark = "an HTML page; its table of \(largest.rows.count) rows is read"
    if tables.count > 1 { remark += ", the largest of \(tables.count)" }
    remarks = source.remarks + [remark]
    for row in largest.rows { Self.write(row, width: largest.width, to: &pending.bytes) }
  }

  /// Whether a text begins as a page does, and no table does.
  package static func isHTML(_ start: [UInt8]) -> Bool {
    guard let first = start.firstIndex(where: { !HTMLScanner.isBlank($0) }) else { return false }
    let head = String(decoding: start[first...].prefix(16), as: UTF8.self).lowercased()
    return [
      "<!doctype", "<html", "<head", "<meta", "<body", "<table", "<style", "<div", "<!--", "<?xml",
    ]
    .contains { head.hasPrefix($0) }
  }

  package func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
    pending.move(into: buffer)
  }

  private static func write(_ row: [[UInt8]], width: Int, to text: inout [UInt8]) {
    for column in 0..<width {
      if column > 0 { text.append(UInt8(ascii: "\t")) }
      guard column < row.count else { continue }
      write(trimmed(row[column][...]), to: &text)
    }
    text.append(RecordScanner.lineFeed)
  }

  /// Adds a cell; it has no tab and no line feed, as blanks of any kind are one in a page.
  private static func write(_ cell: ArraySlice<UInt8>, to text: inout [UInt8]) {
    let needsQuotes = cell.contains(RecordScanner.quote)
    if needsQuotes { text.append(RecordScanner.quote) }
    for byte in cell {
      if byte == RecordScanner.quote { text.append(byte) }
      text.append(byte)
    }
    if needsQuotes { text.append(RecordScanner.quote) }
  }

  /// A cell without the blanks around it, also those that only keep it open.
  private static func trimmed(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var cell = cell
    let blanks: [[UInt8]] = [[0x20], [0xC2, 0xA0]]
    while let blank = blanks.first(where: { cell.starts(with: $0) }) {
      cell = cell.dropFirst(blank.count)
    }
    while let blank = blanks.first(where: { cell.suffix($0.count).elementsEqual($0) }) {
      cell = cell.dropLast(blank.count)
    }
    return cell
  }
}
