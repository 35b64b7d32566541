import TradeTables

/// The columns that the keys of records make, and the fields of one record in them.
struct KeyColumns {
  static let comma = UInt8(ascii: ",")

  private var names: [[UInt8]] = []
  private var places: [[UInt8]: Int] = [:]
  /// The values of the record, one behind the other, and where in them those of each column are.
  private var text: [UInt8] = []
  private var fields: [Range<Int>?] = []
  /// The column that is likely to come next, as records have their keys in the same order.
  private var expected = 0

  var count: Int { names.count }

  /// The names as a line of CSV.
  var header: [UInt8] {
    var line: [UInt8] = []
    for (column, name) in names.enumerated() {
      if column > 0 { line.append(Self.comma) }
      Self.write(name[...], to: &line)
    }
    return line + [RecordScanner.lineFeed]
  }

  /// What became of a value.
  enum Outcome {
    case known
    /// The column is new.
    case new(isEmpty: Bool)
    /// The record has a value for the column already.
    case repeated
  }

  /// Begins the next record.
  mutating func start() {
    text.removeAll(keepingCapacity: true)
    for column in fields.indices { fields[column] = nil }
    expected = 0
  }

  /// Adds the value that `read` writes to the record.
  mutating func set(
    _ name: [UInt8], by read: (inout [UInt8]) throws(TableError) -> Void
  ) throws(TableError) -> Outcome {
    let start = text.count
    try read(&text)
    let field = start..<text.count
    guard let column = place(of: name) else {
      places[name] = names.count
      names.append(name)
      fields.append(field)
      return .new(isEmpty: field.isEmpty)
    }
    guard fields[column] == nil else { return .repeated }
    fields[column] = field
    expected = column + 1
    return .known
  }

  /// Takes back the column that was added last.
  mutating func removeLast() {
    places[names.removeLast()] = nil
    fields.removeLast()
  }

  /// Takes back all columns, and returns them with their values.
  mutating func takeAll() -> [(name: String, value: String)] {
    let all = names.indices.map { column in
      (
        String(decoding: names[column], as: UTF8.self),
        String(decoding: text[fields[column] ?? 0..<0], as: UTF8.self)
      )
    }
    self = KeyColumns()
    return all
  }

  /// Adds the record as a line of CSV.
  func write(to line: inout [UInt8]) {
    for (column, field) in fields.enumerated() {
      if column > 0 { line.append(Self.comma) }
      if let field { Self.write(text[field], to: &line) }
    }
    // A blank line would be no row.
    if fields.count == 1, fields[0]?.isEmpty ?? true { line += Array("\"\"".utf8) }
    line.append(RecordScanner.lineFeed)
  }

  /// Adds a field, in quotes where it would not be read back as it is without them.
  static func write(_ field: ArraySlice<UInt8>, to line: inout [UInt8]) {
    let isPlain = field.allSatisfy {
      $0 != comma && $0 != RecordScanner.quote && $0 != RecordScanner.lineFeed
        && $0 != RecordScanner.carriageReturn
    }
    guard !isPlain else {
      line += field
      return
    }
    line.append(RecordScanner.quote)
    for byte in field {
      if byte == RecordScanner.quote { line.append(byte) }
      line.append(byte)
    }
    line.append(RecordScanner.quote)
  }

  private func place(of name: [UInt8]) -> Int? {
    if expected < names.count, names[expected] == name { return expected }
    return places[name]
  }
}
