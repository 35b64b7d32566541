/// Walks over the bytes of a CSV file record by record.
///
/// More bytes may follow. A record that reaches the end of those that are there is then cut, or may
/// be: it is taken back and read again when more have come.
struct CSVScanner {
  private(set) var bytes: [UInt8] = []
  /// Whether no bytes follow.
  private(set) var isLast = false
  private let file: String
  private var position = 0
  private var delimiter = Byte.comma
  /// The line being read, from 1, and the one that the last record began on.
  private var line = 1
  private var recordLine = 1
  /// Where the record being read begins.
  private var start = 0

  init(file: String) { self.file = file }

  mutating func append(_ more: [UInt8], isLast: Bool) {
    if bytes.isEmpty { bytes = more } else { bytes += more }
    self.isLast = isLast
  }

  /// Forgets the bytes that were read, and says how many.
  mutating func discard() -> Int {
    let count = position
    bytes.removeFirst(count)
    position = 0
    return count
  }

  /// Goes to the first byte of the text.
  mutating func begin(at place: Int, delimiter: UInt8) {
    (position, line, self.delimiter) = (place, 1, delimiter)
  }

  /// The fields of the next record that is not a blank line; `nil` at the end, and where it is cut.
  mutating func record() throws(TableError) -> [String]? {
    guard beginRecord() else { return nil }
    var fields: [String] = []
    repeat {
      var cell = TextCells()
      try appendField(to: &cell)
      fields.append(cell[0] ?? "")
    } while takeDelimiter()
    guard try !takeBack() else { return nil }
    try endRecord()
    return fields
  }

  /// Every further record, a field a column; returns the line that each begins on.
  mutating func rows(into columns: inout [TextCells]) throws(TableError) -> [Int] {
    var lines: [Int] = []
    while beginRecord() {
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
      if try takeBack() {
        for column in columns.indices { columns[column].truncate(to: lines.count) }
        return lines
      }
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

  /// The line of a byte that has not been read.
  func line(of index: Int) -> Int {
    var line = line
    for place in position..<max(index, position) {
      let isEnd =
        bytes[place] == Byte.lineFeed
        || bytes[place] == Byte.carriageReturn && bytes[place + 1] != Byte.lineFeed
      if isEnd { line += 1 }
    }
    return line
  }

  // MARK: Records

  private mutating func beginRecord() -> Bool {
    while position < bytes.count, isLineEnd(bytes[position]) {
      // The first half of a CRLF, perhaps.
      if isCut { return false }
      skipLineEnd()
    }
    recordLine = line
    start = position
    return position < bytes.count
  }

  /// Whether more bytes may belong to what ends here: a field, or a line end.
  private var isCut: Bool {
    guard !isLast, position + 1 >= bytes.count else { return false }
    return position == bytes.count || bytes[position] == Byte.carriageReturn
  }

  /// Goes back to where a record begins that is cut.
  private mutating func takeBack() throws(TableError) -> Bool {
    guard isCut else { return false }
    guard bytes.count - start <= CSVReader.lineLimit + 1 else { throw tooLong }
    (position, line) = (start, recordLine)
    return true
  }

  private mutating func endRecord() throws(TableError) {
    guard position - start <= CSVReader.lineLimit else { throw tooLong }
    skipLineEnd()
  }

  private var tooLong: TableError {
    .lineTooLong(at: Place(file: file, line: recordLine), limit: CSVReader.lineLimit)
  }

  // MARK: Fields

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
    guard !isLast else { throw .unclosedQuote(at: place) }
    cells.append(field)
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
