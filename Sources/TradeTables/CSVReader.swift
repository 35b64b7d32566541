/// Reads CSV as RFC 4180 defines it, and as people write it: a comma, semicolon, tab or bar
/// between fields (the header decides), LF, CRLF or CR line ends, a byte order mark, blank lines
/// and one empty field too many at the end of rows.
///
/// Every cell stays text until somebody asks for numbers, so that codes keep their zeros.
public struct CSVReader: Sendable {
  /// The longest line that is read, in bytes.
  public static let lineLimit = 1 << 20

  /// The name for messages.
  public let file: String

  /// A reader whose messages call the file by this name; nothing is opened.
  public init(file: String) { self.file = file }

  /// Reads a file; `-` is standard input.
  public static func read(_ path: String) throws(TableError) -> Table {
    let reader = CSVReader(file: path == "-" ? "standard input" : path)
    return try reader.read(try InputFile.read(path))
  }

  /// Reads the bytes of a whole file: a header line and at least one row.
  public func read(_ bytes: [UInt8]) throws(TableError) -> Table {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.count > start else { throw .emptyFile(file) }
    try checkText(bytes)

    var scanner = Scanner(bytes: bytes, position: start, file: file)
    scanner.delimiter = delimiter(in: bytes[start...])
    guard let header = try scanner.record() else { throw .emptyFile(file) }
    let names = try columnNames(header)
    var cells = [TextCells](repeating: TextCells(), count: names.count)
    let lines = try scanner.rows(into: &cells)
    guard !lines.isEmpty else { throw .noRows(file) }
    return Table(
      zip(names, cells).map { Column($0, .text($1)) },
      origin: Table.Origin(file: file, lines: lines))
  }

  /// Names without surrounding blanks; a nameless last column is a trailing comma's and is dropped.
  private func columnNames(_ header: [String]) throws(TableError) -> [String] {
    var names = header.map { $0.trimmed }
    if names.count > 1, names.last == "" { names.removeLast() }
    var seen: Set<String> = []
    for (index, name) in names.enumerated() {
      if name.isEmpty { names[index] = "column_\(index + 1)" }
      guard seen.insert(names[index]).inserted else {
        throw .repeatedColumn(names[index], file: file)
      }
    }
    return names
  }

  /// The separator that the header line has most of, outside quotes.
  private func delimiter(in bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes.drop(while: { $0 == Byte.lineFeed || $0 == Byte.carriageReturn }) {
      if byte == Byte.quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
      counts[byte, default: 0] += 1
    }
    return Byte.delimiters.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? Byte.comma
  }

  // MARK: Text or not

  private func checkText(_ bytes: [UInt8]) throws(TableError) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16(file) }
    if let nul = bytes.firstIndex(of: 0) {
      // Of UTF-16 that is mostly ASCII every other byte is zero.
      let start = bytes.prefix(64)
      let isWide = nul < 2 && start.count(where: { $0 == 0 }) * 3 > start.count
      if isWide { throw .utf16(file) }
      throw .binary(file, line: line(of: nul, in: bytes))
    }
    guard bytes.contains(where: { $0 >= 0x80 }) else { return }
    guard let wrong = firstInvalid(bytes) else { return }
    throw .notUTF8(at: Place(file: file, line: line(of: wrong, in: bytes)))
  }

  private func line(of index: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    for position in bytes[..<index].indices {
      let isEnd =
        bytes[position] == Byte.lineFeed
        || bytes[position] == Byte.carriageReturn && bytes[position + 1] != Byte.lineFeed
      if isEnd { line += 1 }
    }
    return line
  }

  /// The first byte that begins no valid UTF-8 sequence.
  private func firstInvalid(_ bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var position = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      position += UTF8.width(scalar)
    }
    return min(position, bytes.count - 1)
  }
}

enum Byte {
  static let comma = UInt8(ascii: ",")
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let delimiters: [UInt8] = [
    comma, UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]
}

extension StringProtocol {
  /// Without blanks and tabs at either end.
  package var trimmed: String {
    var part = Substring(self)
    while let last = part.last, last == " " || last == "\t" { part.removeLast() }
    while let first = part.first, first == " " || first == "\t" { part.removeFirst() }
    return String(part)
  }
}

/// Walks over the bytes record by record.
private struct Scanner {
  let bytes: [UInt8]
  var position: Int
  let file: String
  var delimiter = Byte.comma
  /// The line being read, from 1, and the one that the last record began on.
  var line = 1
  var recordLine = 1

  init(bytes: [UInt8], position: Int, file: String) {
    self.bytes = bytes
    self.position = position
    self.file = file
  }

  /// The fields of the next record that is not a blank line; `nil` at the end.
  mutating func record() throws(TableError) -> [String]? {
    guard try beginRecord() else { return nil }
    var fields: [String] = []
    while true {
      var cell = TextCells()
      try appendField(to: &cell)
      fields.append(cell[0] ?? "")
      guard takeDelimiter() else { break }
    }
    try endRecord()
    return fields
  }

  /// Every further record, a field a column; returns the line that each begins on.
  mutating func rows(into columns: inout [TextCells]) throws(TableError) -> [Int] {
    var lines: [Int] = []
    while try beginRecord() {
      var count = 0
      var extra = TextCells()
      repeat {
        if count < columns.count {
          try appendField(to: &columns[count])
        } else {
          try appendField(to: &extra)
        }
        count += 1
      } while takeDelimiter()
      // One empty field after the last column is a trailing comma's.
      guard count == columns.count || (count == columns.count + 1 && extra[0] == nil) else {
        throw .ragged(
          at: Place(file: file, line: recordLine), fields: count, expected: columns.count)
      }
      try endRecord()
      lines.append(recordLine)
    }
    return lines
  }

  /// Where the record being read begins.
  private var start = 0

  private mutating func beginRecord() throws(TableError) -> Bool {
    while position < bytes.count, isLineEnd(bytes[position]) { skipLineEnd() }
    recordLine = line
    start = position
    return position < bytes.count
  }

  private mutating func endRecord() throws(TableError) {
    guard position - start <= CSVReader.lineLimit else {
      throw .lineTooLong(at: Place(file: file, line: recordLine), limit: CSVReader.lineLimit)
    }
    skipLineEnd()
  }

  private mutating func takeDelimiter() -> Bool {
    guard position < bytes.count, bytes[position] == delimiter else { return false }
    position += 1
    return true
  }

  private mutating func appendField(to cells: inout TextCells) throws(TableError) {
    if position < bytes.count, bytes[position] == Byte.quote { return try appendQuoted(to: &cells) }
    let first = position
    bytes.withUnsafeBufferPointer { bytes in
      while position < bytes.count, bytes[position] != delimiter, !isLineEnd(bytes[position]) {
        position += 1
      }
      cells.append(UnsafeBufferPointer(rebasing: bytes[first..<position]))
    }
  }

  private mutating func appendQuoted(to cells: inout TextCells) throws(TableError) {
    let place = Place(file: file, line: line)
    position += 1
    var first = position
    var field: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      let isCRLF =
        byte == Byte.carriageReturn && position < bytes.count && bytes[position] == Byte.lineFeed
      if isLineEnd(byte), !isCRLF { line += 1 }
      guard byte == Byte.quote else { continue }
      guard position < bytes.count, bytes[position] == Byte.quote else {
        field += bytes[first..<position - 1]
        let isEnd =
          position == bytes.count || bytes[position] == delimiter || isLineEnd(bytes[position])
        guard isEnd else { throw .textAfterQuote(at: place) }
        cells.append(field)
        return
      }
      field += bytes[first..<position]
      position += 1
      first = position
    }
    throw .unclosedQuote(at: place)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == Byte.lineFeed || byte == Byte.carriageReturn
  }

  /// Steps over one line end, which CRLF is.
  private mutating func skipLineEnd() {
    guard position < bytes.count else { return }
    if bytes[position] == Byte.carriageReturn {
      position += 1
      if position < bytes.count, bytes[position] == Byte.lineFeed { position += 1 }
    } else {
      position += 1
    }
    line += 1
  }
}
