/// Reads CSV as RFC 4180 defines it, and as people write it: a comma, semicolon, tab or bar
/// between fields (the header decides), LF, CRLF or CR line ends, a byte order mark, blank lines
/// and one empty field too many at the end of rows.
///
/// Every cell stays text until somebody asks for numbers, so that codes keep their zeros. A file
/// that is larger than memory is read by `TableStream`.
public struct CSVReader: Sendable {
  /// The longest line that is read, in bytes.
  public static let lineLimit = 1 << 20

  /// The name for messages.
  public let file: String

  /// A reader whose messages call the file by this name; nothing is opened.
  public init(file: String) { self.file = file }

  /// Reads a file; `-` is standard input.
  public static func read(_ path: String) throws(TableError) -> Table {
    let reader = CSVReader(file: InputFile.name(path))
    return try reader.read(try InputFile.read(path))
  }

  /// Reads the bytes of a whole file: a header line and at least one row.
  public func read(_ bytes: [UInt8]) throws(TableError) -> Table {
    var parser = CSVParser(file: file)
    parser.append(bytes, isLast: true)
    guard let table = try parser.rows() else { throw .noRows(file) }
    return table
  }
}
