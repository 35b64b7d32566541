/// Makes tables of the bytes of a CSV file, which may come in blocks.
///
/// The header is read once. What a block leaves of an unfinished record stays until the next.
struct CSVParser {
  /// The name for messages.
  let file: String
  private var scanner: CSVScanner
  private var names: [String]?
  /// How many bytes are known to be text.
  private var checked = 0
  /// How much the last rows took of each column, which the next ones will need about as well.
  private var sizes: [(cells: Int, bytes: Int)] = []

  init(file: String) {
    self.file = file
    scanner = CSVScanner(file: file)
  }

  /// Whether the bytes so far are all that there are.
  var isLast: Bool { scanner.isLast }

  /// Adds what follows the bytes so far.
  mutating func append(_ bytes: [UInt8], isLast: Bool) {
    scanner.append(bytes, isLast: isLast)
  }

  /// The rows that are complete and were not given before; `nil` where there is none.
  mutating func rows() throws(TableError) -> Table? {
    // So many bytes tell UTF-16 from other files that are no text.
    guard isLast || names != nil || scanner.bytes.count >= 64 else { return nil }
    try checkText()
    guard let names = try header() else { return nil }
    var cells = names.indices.map { column in
      var cells = TextCells()
      if column < sizes.count {
        cells.reserveCapacity(cells: sizes[column].cells, bytes: sizes[column].bytes)
      }
      return cells
    }
    let lines = try scanner.rows(into: &cells)
    if !isLast { checked -= scanner.discard() }
    guard !lines.isEmpty else { return nil }
    // A little more, since no two blocks are alike.
    sizes = cells.map { ($0.count + $0.count / 8, $0.byteCount + $0.byteCount / 8) }
    return Table(
      zip(names, cells).map { Column($0, .text($1)) },
      origin: Table.Origin(file: file, lines: lines))
  }

  // MARK: Header

  /// The columns' names, as soon as the first line is complete.
  private mutating func header() throws(TableError) -> [String]? {
    if let names { return names }
    let start = scanner.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    scanner.begin(at: start, delimiter: delimiter(in: scanner.bytes[start...]))
    guard let header = try scanner.record() else {
      if isLast { throw .emptyFile(file) }
      return nil
    }
    names = try columnNames(header)
    return names
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

  /// Checks the bytes that are new, up to a character that is not yet complete.
  private mutating func checkText() throws(TableError) {
    let bytes = scanner.bytes
    if names == nil {
      if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        throw .utf16(file)
      }
    }
    // All bits together, and the smallest byte.
    var (bits, least) = (UInt8(0), UInt8.max)
    bytes.withUnsafeBufferPointer { bytes in
      for byte in bytes[checked...] {
        bits |= byte
        least = min(least, byte)
      }
    }
    if least == 0, let nul = bytes[checked...].firstIndex(of: 0) {
      // Of UTF-16 that is mostly ASCII every other byte is zero.
      let start = bytes.prefix(64)
      let isWide = names == nil && nul < 2 && start.count(where: { $0 == 0 }) * 3 > start.count
      if isWide { throw .utf16(file) }
      throw .binary(file, line: scanner.line(of: nul))
    }
    guard bits >= 0x80 else {
      checked = bytes.count
      return
    }
    do {
      _ = try UTF8Span(validating: bytes.span.extracting(checked...))
      checked = bytes.count
    } catch {
      let wrong = checked + error.byteOffsets.lowerBound
      // Four bytes are the longest character: fewer at the end may be the first part of one.
      guard !isLast, error.kind == .truncatedScalar,
        checked + error.byteOffsets.upperBound == bytes.count
      else { throw .notUTF8(at: Place(file: file, line: scanner.line(of: wrong))) }
      checked = wrong
    }
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
