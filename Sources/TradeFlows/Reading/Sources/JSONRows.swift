import TradeTables

/// JSON records as CSV text: a header line of the keys in the order of their appearance, a line a
/// record, an empty field for `null` or a missing key.
///
///     [{"year": 2020, "value": 1.50}]       {"data": [{…}, {…}], "count": 2}       {…} ⏎ {…}
///
/// Records stand in an array, in an object around an array as UN Comtrade answers, or one after
/// another (JSON Lines). They are flat: what is nested in a record is left out, with a remark.
package final class JSONRows: ByteSource, @unchecked Sendable {
  /// So many records are looked at for keys before the header line is written.
  package static let headRecords = 1000

  private let source: any ByteSource
  private let file: String
  private var scanner: JSONScanner
  private var columns = KeyColumns()
  private var pending = PendingBytes()
  private var state = State.top
  private var records = 0
  private var isHeadWritten = false
  /// What stood around the records, and in them, and was not taken.
  private var leftOut = LeftOut()
  private var name: [UInt8] = []

  private enum State {
    /// Before a value of its own.
    case top
    /// In an array of records, at its start or between two of them.
    case array(isStart: Bool, isWrapped: Bool)
    case end
  }

  package init(_ source: any ByteSource, file: String) throws(TableError) {
    (self.source, self.file) = (source, file)
    scanner = JSONScanner(source, file: file)
    try readHead()
  }

  /// Whether a text begins as JSON records do, and no table does.
  static func isJSON(_ start: [UInt8]) -> Bool {
    let marks = start.filter { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }.prefix(2)
    return ["[{", "[]", "{\"", "{}"].contains { Array($0.utf8) == Array(marks) }
  }

  package var remarks: [String] {
    source.remarks + ["JSON records read as a table; record n is line n + 1 of it"]
      + leftOut.remarks
  }

  package func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
    try pending.fill(buffer) { (bytes) throws(TableError) in
      guard try nextRecord() else { return false }
      columns.write(to: &bytes)
      return true
    }
  }

  // MARK: Records

  /// The header line and the records that it was made from.
  private func readHead() throws(TableError) {
    var lines: [(bytes: [UInt8], fields: Int)] = []
    while lines.count < Self.headRecords, try nextRecord() {
      var line: [UInt8] = []
      columns.write(to: &line)
      lines.append((line, columns.count))
    }
    let isEmptyAnswer = lines.count == 1 && leftOut.hasEmptyArray
    guard columns.count > 0, !isEmptyAnswer else { throw .noRows(file) }
    pending.bytes += columns.header
    for line in lines {
      pending.bytes += line.bytes.dropLast()
      pending.bytes += repeatElement(KeyColumns.comma, count: columns.count - max(line.fields, 1))
      pending.bytes.append(RecordScanner.lineFeed)
    }
    isHeadWritten = true
  }

  /// Reads the next record into the columns; false after the last.
  private func nextRecord() throws(TableError) -> Bool {
    while true {
      switch state {
      case .end: return false
      case .top: if try top() { return true }
      case .array(let isStart, let isWrapped):
        if try scanner.take("]") {
          try isWrapped ? finishWrapper() : finishArray()
          continue
        }
        if !isStart { try scanner.expect(",", "a comma or ']'") }
        state = .array(isStart: false, isWrapped: isWrapped)
        try scanner.expect("{", "a record")
        columns.start()
        if try !scanner.take("}") { try members() }
        records += 1
        leftOut.records += 1
        return true
      }
    }
  }

  /// The members of a record and its closing bracket.
  private func members() throws(TableError) {
    repeat {
      try readKey()
      try member()
    } while try scanner.take(",")
    try scanner.expect("}", "a comma or '}'")
  }

  private func readKey() throws(TableError) {
    name.removeAll(keepingCapacity: true)
    try scanner.key(to: &name)
  }

  private func member() throws(TableError) {
    let line = scanner.line
    if try scanner.isAtNested() {
      try scanner.skipNested()
      leftOut.add(nested: name)
      return
    }
    switch try columns.set(name, by: { (text) throws(TableError) in try scanner.scalar(to: &text) })
    {
    case .known: return
    case .repeated: throw InputFault.repeatedKey(text(name), line: line).error(in: file)
    // A key without a value adds nothing, however late it comes.
    case .new(let isEmpty):
      guard isHeadWritten else { return }
      columns.removeLast()
      guard isEmpty else {
        throw InputFault.lateKey(text(name), line: line, records: Self.headRecords)
          .error(in: file)
      }
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  // MARK: What is around records

  /// Reads a value that stands alone; true where it is a record.
  private func top() throws(TableError) -> Bool {
    guard try scanner.peekToken() != nil else {
      state = .end
      return false
    }
    if records == 0, try scanner.take("[") {
      state = .array(isStart: true, isWrapped: false)
      return false
    }
    try scanner.expect("{", "a record")
    columns.start()
    leftOut.hasEmptyArray = false
    if try !scanner.take("}") {
      repeat {
        try readKey()
        if try startsRecords() { return false }
      } while try scanner.take(",")
      try scanner.expect("}", "a comma or '}'")
    }
    guard leftOut.wrapper == nil else {
      guard leftOut.hasEmptyArray else {
        throw InputFault.noRecords(line: scanner.line).error(in: file)
      }
      return false
    }
    records += 1
    return true
  }

  /// Reads a member of an object that may be one around records; true where they begin.
  private func startsRecords() throws(TableError) -> Bool {
    guard records == 0 || leftOut.wrapper != nil, try scanner.take("[") else {
      try leftOut.wrapper == nil ? member() : memberAround()
      return false
    }
    if try scanner.take("]") {
      leftOut.hasEmptyArray = true
      return false
    }
    guard try scanner.peekToken() == UInt8(ascii: "{") else {
      try scanner.skipRestOfArray()
      leftOut.add(nested: name)
      return false
    }
    if leftOut.wrapper == nil {
      leftOut.wrapper = text(name)
      for (name, value) in columns.takeAll() { try around(name, value) }
    }
    state = .array(isStart: true, isWrapped: true)
    return true
  }

  /// The members of the object around records that stand behind them.
  private func finishWrapper() throws(TableError) {
    state = .top
    while try scanner.take(",") {
      try readKey()
      try memberAround()
    }
    try scanner.expect("}", "a comma or '}'")
    leftOut.finishWrapper()
  }

  private func memberAround() throws(TableError) {
    var value: [UInt8] = []
    if try scanner.isAtNested() {
      try scanner.skipNested()
    } else {
      try scanner.scalar(to: &value)
    }
    try around(text(name), text(value))
  }

  private func finishArray() throws(TableError) {
    guard try scanner.peekToken() == nil else { throw try scanner.fault("the end") }
    state = .end
  }

  /// Takes note of a member of the object around records.
  private func around(_ name: String, _ value: String) throws(TableError) {
    guard name != "error" || value.isEmpty else { throw InputFault.answer(value).error(in: file) }
    leftOut.add(around: name, value)
  }
}

/// What JSON text holds besides flat records.
private struct LeftOut {
  /// The key of the array of records in an object around it.
  var wrapper: String?
  var hasEmptyArray = false
  /// The records since the last object around some.
  var records = 0
  private var nested: [String] = []
  private var around: [String] = []
  private var count: Int?
  private var counts: [String] = []

  mutating func add(nested name: [UInt8]) {
    let name = String(decoding: name, as: UTF8.self)
    if nested.count < 100, !nested.contains(name) { nested.append(name) }
  }

  mutating func add(around name: String, _ value: String) {
    if around.count < 100, !around.contains(name) { around.append(name) }
    if name == "count" { count = Int(value) }
  }

  mutating func finishWrapper() {
    if let count, count != records {
      counts.append("the file says that there are \(count) records and holds \(records) of them")
    }
    (count, records) = (nil, 0)
  }

  var remarks: [String] {
    var remarks = counts
    if !nested.isEmpty {
      remarks.append("left out of the records, as they are nested: \(Suggestion.list(nested))")
    }
    if let wrapper, !around.isEmpty {
      remarks.append("left out around the records in '\(wrapper)': \(Suggestion.list(around))")
    }
    return remarks
  }
}
