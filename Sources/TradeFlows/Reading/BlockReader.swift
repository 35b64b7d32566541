import TradeTables

/// Takes the rows of one block.
protocol RowSink {
  /// One row: its key, and what it says.
  mutating func add(_ key: FlowKey, value: Double?, quantity: Double?, line: Int)
}

extension FlowSums: RowSink {
  @inline(__always) mutating func add(_ key: FlowKey, value: Double?, quantity: Double?, line: Int)
  {
    add(value: value, quantity: quantity, at: place(of: key), line: line)
  }
}

/// What was wrong in a block, and on which of its lines, from 0.
struct BlockFault: Error, Sendable {
  let line: Int
  let kind: Kind

  enum Kind: Sendable {
    case ragged(fields: Int)
    /// A single field with words, above rows.
    case note(String)
    case unclosedQuote
    case textAfterQuote
    case notANumber(String, column: Int)
    case tooLarge(Double, column: Int)
    /// A number of nothing: the fields that say what it counts are empty.
    case unnamed
    case meaningless(String, column: Int, reason: String)
  }
}

/// Reads the rows of blocks into sinks; one a worker, as it remembers what fields mean.
///
/// A hot loop: nothing is allocated a row, a field that was seen before is not looked at again, and
/// neither are those of a row that has the same as the row before.
struct BlockReader: ~Copyable {
  private let layout: FlowLayout
  // Pointers, as arrays would be retained and released several times a row.
  private let keyColumns: UnsafeMutablePointer<Int>
  private let values: UnsafeMutablePointer<FlowLayout.ValueColumn>
  private let tables: UnsafeMutablePointer<FieldTable>
  /// Between which places of the block the fields of the record lie; see `RecordSource.next`.
  private let bounds: UnsafeMutablePointer<Int32>
  private let columnCount: Int
  private let keyCount: Int
  private let valueCount: Int
  private let numbers: NumberStyle
  /// -1 where the file has none.
  private let quantity: FlowLayout.QuantityColumn
  /// What the key columns of the last row say together, and whether it was asked for.
  private var row = FieldMeaning()
  private var isWanted = false
  /// Whether that is what the tables' last fields say.
  private var isCurrent = false

  /// The line of the block on which a column's name was met for the first time.
  private var secondHeader: Int?
  /// What the number that was read last says of itself, such as that it is an estimate.
  private var mark = FlowKey()

  /// The largest size of a number: sums of such in any unit stay inside the range of numbers.
  private static let largest = 1e135

  init(_ layout: FlowLayout) {
    self.layout = layout
    keyColumns = .copy(of: layout.keys.map(\.column))
    values = .copy(of: layout.values)
    tables = .allocate(capacity: layout.keys.count)
    for column in layout.keys.indices { (tables + column).initialize(to: FieldTable()) }
    bounds = .copy(of: [Int32](repeating: 0, count: layout.names.count + 1))
    (columnCount, keyCount, valueCount) = (
      layout.names.count, layout.keys.count, layout.values.count
    )
    numbers = layout.numbers
    quantity = layout.quantity ?? .init(column: -1)
  }

  deinit {
    keyColumns.deallocate()
    values.deallocate()
    tables.deinitialize(count: keyCount).deallocate()
    bounds.deallocate()
  }

  /// What became of a block.
  struct Outcome: Sendable {
    /// How many lines it has.
    var lines = 0
    var hasRows = false
    /// The lines after its last row that are no rows: notes below a table.
    var footers: [FlowScan.Footer] = []
    /// The line on which this reader first met the header again.
    var secondHeader: Int?
    var fault: BlockFault?
  }

  /// Reads all rows of a block, up to the first fault.
  mutating func read(_ block: RecordBlock, into sink: inout some RowSink) -> Outcome {
    let bytes = UnsafePointer(block.bytes)
    if block.isRegular {
      var records = IndexedRecords(block, columns: columnCount)
      return read(&records, of: bytes, into: &sink)
    }
    var records = RecordScanner(
      bytes, count: block.count, delimiter: layout.delimiter, columns: columnCount)
    return read(&records, of: bytes, into: &sink)
  }

  private mutating func read(
    _ records: inout some RecordSource, of bytes: UnsafePointer<UInt8>,
    into sink: inout some RowSink
  ) -> Outcome {
    var outcome = Outcome()
    defer { secondHeader = nil }
    do throws(BlockFault) {
      while let step = records.next(bounds) {
        let line = records.recordLine
        switch step {
        case .record:
          do throws(BlockFault) {
            try take(bytes, line: line, into: &sink)
            if let footer = outcome.footers.first {
              throw BlockFault(line: footer.line, kind: .note(footer.text))
            }
            outcome.hasRows = true
          } catch {
            // Notes below a table that a spreadsheet wrote have all its columns.
            guard let text = footer(records.record) else { throw error }
            outcome.footers.append(.init(line: line, text: text))
          }
        case .ragged(1) where records.record.allSatisfy(RecordScanner.isBlank): break
        case .ragged(let fields):
          guard let text = footer(records.record) else {
            throw BlockFault(line: line, kind: .ragged(fields: fields))
          }
          outcome.footers.append(.init(line: line, text: text))
        case .unclosedQuote: throw BlockFault(line: line, kind: .unclosedQuote)
        case .textAfterQuote: throw BlockFault(line: line, kind: .textAfterQuote)
        }
      }
    } catch {
      outcome.fault = error
    }
    outcome.lines = records.lineCount
    outcome.secondHeader = secondHeader
    return outcome
  }

  /// The text of a line that is a note below a table: a single field with a word in it.
  private func footer(_ record: UnsafeBufferPointer<UInt8>) -> String? {
    var text = Substring(String(decoding: record, as: UTF8.self))
    let marks = Set([Character(UnicodeScalar(layout.delimiter)), "\"", " ", "\r", "\n", "\r\n"])
    while let last = text.last, marks.contains(last) { text.removeLast() }
    let isQuoted = text.first == "\""
    while let first = text.first, marks.contains(first) { text.removeFirst() }
    let isSingle = isQuoted || !text.utf8.contains(layout.delimiter)
    return isSingle && text.contains(where: \.isLetter) ? String(text) : nil
  }

  // MARK: Rows

  @inline(__always) private mutating func take(
    _ bytes: UnsafePointer<UInt8>, line: Int, into sink: inout some RowSink
  ) throws(BlockFault) {
    for column in 0..<keyCount {
      let field = field(keyColumns[column], bytes)
      if !tables[column].isLast(bytes + field.start, count: field.count) {
        isCurrent = false
        try find(field, bytes, column: column, line: line)
      }
      if tables[column].isLeftOut { return }
    }
    if !isCurrent { combine() }
    guard isWanted else { return }
    let isUnnamed = row.use == .unnamed
    var amount: Double?
    if quantity.column >= 0 {
      amount = try number(quantity.column, bytes, line: line)
      amount = quantity.isZeroMissing && amount == 0 ? nil : amount.map { $0 * quantity.scale }
    }
    for index in 0..<valueCount {
      mark = FlowKey()
      let number = try number(values[index].column, bytes, line: line)
      if isUnnamed {
        guard number == nil else { throw BlockFault(line: line, kind: .unnamed) }
        continue
      }
      let scaled = number.map { $0 * (row.scale * values[index].scale) }
      let isQuantity = row.use == .quantity || values[index].isQuantity
      // A quantity that is kept back hides no value.
      let key = isQuantity ? row.key.withoutConfidentiality : row.key | mark
      sink.add(
        key | values[index].key, value: isQuantity ? nil : scaled,
        quantity: isQuantity ? scaled : amount, line: line)
    }
  }

  /// Puts together what the last field of each key column says.
  private mutating func combine() {
    row = FieldMeaning(key: layout.constant)
    for column in 0..<keyCount { row.combine(tables[column].lastMeaning) }
    let marks = row.marks
    isWanted = layout.wanted.isEmpty || layout.wanted.contains { marks & $0 == $0 }
    isCurrent = true
  }

  // MARK: Fields

  @inline(__always) private func field(
    _ column: Int, _ bytes: UnsafePointer<UInt8>
  ) -> FieldRange {
    FieldRange(bytes, after: bounds[column], to: bounds[column + 1])
  }

  @inline(__always) private mutating func number(
    _ column: Int, _ bytes: UnsafePointer<UInt8>, line: Int
  ) throws(BlockFault) -> Double? {
    let field = field(column, bytes)
    if numbers.isPointDecimal {
      if let number = PlainDecimal.read(bytes + field.start, count: field.count) { return number }
    }
    let text = UnsafeBufferPointer(start: bytes + field.start, count: field.count)
    switch numbers.read(text) {
    case .number(let number):
      guard abs(number) <= Self.largest else {
        throw BlockFault(line: line, kind: .tooLarge(number, column: column))
      }
      return number
    case .missing: return nil
    case .marked(let number, let mark):
      self.mark = mark.key
      return number
    case .wrong:
      throw BlockFault(
        line: line,
        kind: .notANumber(String(decoding: text, as: UTF8.self), column: column))
    }
  }

  /// Makes a field the last one of its column's table.
  private mutating func find(
    _ field: FieldRange, _ bytes: UnsafePointer<UInt8>, column: Int, line: Int
  ) throws(BlockFault) {
    let start = bytes + field.start
    guard tables[column].place(of: start, count: field.count) == nil else { return }
    let meaning = try understand(field.text(in: bytes), column: column, line: line)
    _ = tables[column].add(meaning, for: start, count: field.count)
  }

  private mutating func understand(
    _ text: String, column: Int, line: Int
  ) throws(BlockFault) -> FieldMeaning {
    let key = layout.keys[column]
    // A header again, as in files that were put behind each other.
    if text == layout.names[key.column] {
      secondHeader = secondHeader ?? line
      return FieldMeaning(use: .leftOut)
    }
    do throws(FieldFault) {
      return try key.understand(text)
    } catch {
      throw BlockFault(
        line: line, kind: .meaningless(text, column: key.column, reason: error.reason))
    }
  }
}

extension UnsafeMutablePointer where Pointee: BitwiseCopyable {
  /// Memory of its own with the elements of an array.
  fileprivate static func copy(of elements: [Pointee]) -> UnsafeMutablePointer {
    let copy = allocate(capacity: elements.count)
    for (place, element) in elements.enumerated() { (copy + place).initialize(to: element) }
    return copy
  }
}
