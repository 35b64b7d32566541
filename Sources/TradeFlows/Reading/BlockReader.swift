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
/// A hot loop: nothing is allocated a row, and a field that was seen before is not looked at again.
struct BlockReader: ~Copyable {
  private let layout: FlowLayout
  // Pointers, as arrays would be retained and released several times a row.
  private let places: UnsafeMutablePointer<Int16>
  private let keyPlaces: UnsafeMutablePointer<Int>
  private let values: UnsafeMutablePointer<(place: Int, column: FlowLayout.ValueColumn)>
  private let tables: UnsafeMutablePointer<FieldTable>
  private let fields: UnsafeMutablePointer<FieldRange>
  private let columnCount: Int
  private let keyCount: Int
  private let valueCount: Int
  private let constant: FlowKey
  private let numbers: NumberStyle
  /// The quantity's place, -1 where there is none.
  private let quantityPlace: Int
  private let quantity: FlowLayout.QuantityColumn
  private let wanted: (first: UInt8, second: UInt8)

  /// The line of the block on which a column's name was met for the first time.
  private var secondHeader: Int?
  /// What the number that was read last says of itself, such as that it is an estimate.
  private var mark = FlowKey()

  /// The largest size of a number: sums of such in any unit stay inside the range of numbers.
  private static let largest = 1e135

  init(_ layout: FlowLayout) {
    self.layout = layout
    let read = layout.read
    func place(_ column: Int) -> Int { read.firstIndex(of: column) ?? -1 }
    places = .copy(of: layout.places)
    keyPlaces = .copy(of: layout.keys.map { place($0.column) })
    values = .copy(of: layout.values.map { (place($0.column), $0) })
    tables = .allocate(capacity: layout.keys.count)
    for column in layout.keys.indices { (tables + column).initialize(to: FieldTable()) }
    fields = .copy(of: read.map { _ in FieldRange() })
    (columnCount, keyCount, valueCount) = (
      layout.names.count, layout.keys.count, layout.values.count
    )
    (constant, numbers) = (layout.constant, layout.numbers)
    quantityPlace = layout.quantity.map { place($0.column) } ?? -1
    quantity = layout.quantity ?? .init(column: -1)
    wanted = (layout.wanted.first ?? 0, layout.wanted.last ?? 0)
  }

  deinit {
    places.deallocate()
    keyPlaces.deallocate()
    values.deallocate()
    tables.deinitialize(count: keyCount).deallocate()
    fields.deallocate()
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
    var outcome = Outcome()
    defer { secondHeader = nil }
    var scanner = RecordScanner(
      bytes, count: block.count, delimiter: layout.delimiter, places: places,
      columns: columnCount)
    do throws(BlockFault) {
      while let step = scanner.next(fields) {
        let line = scanner.recordLine
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
            guard let text = footer(UnsafeBufferPointer(rebasing: scanner.record)) else {
              throw error
            }
            outcome.footers.append(.init(line: line, text: text))
          }
        case .ragged(1) where scanner.record.allSatisfy(RecordScanner.isBlank): break
        case .ragged(let fields):
          guard let text = footer(UnsafeBufferPointer(rebasing: scanner.record)) else {
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
    outcome.lines = scanner.lineCount
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

  @inline(__always) private mutating func take(
    _ bytes: UnsafePointer<UInt8>, line: Int, into sink: inout some RowSink
  ) throws(BlockFault) {
    var row = FieldMeaning(key: constant)
    for column in 0..<keyCount {
      let field = fields[keyPlaces[column]]
      let start = bytes + Int(field.start)
      let place: Int
      if let known = tables[column].place(of: start, count: field.count) {
        place = known
      } else {
        let meaning = try understand(field, bytes, column: column, line: line)
        place = tables[column].add(meaning, for: start, count: field.count)
      }
      let meaning = tables[column][place]
      if meaning.use != .value {
        if meaning.use == .leftOut { return }
        row.use = meaning.use
      }
      row.key = row.key | meaning.key
      row.scale *= meaning.scale
      row.marks |= meaning.marks
    }
    guard row.marks & wanted.first == wanted.first || row.marks & wanted.second == wanted.second
    else { return }
    var amount: Double?
    if quantityPlace >= 0 {
      amount = try number(fields[quantityPlace], bytes, column: quantity.column, line: line)
      amount = quantity.isZeroMissing && amount == 0 ? nil : amount.map { $0 * quantity.scale }
    }
    for index in 0..<valueCount {
      let (place, column) = values[index]
      mark = FlowKey()
      let number = try number(fields[place], bytes, column: column.column, line: line)
      if row.use == .unnamed {
        guard number == nil else {
          throw BlockFault(line: line, kind: .unnamed)
        }
        continue
      }
      let scaled = number.map { $0 * (row.scale * column.scale) }
      let isQuantity = row.use == .quantity || column.isQuantity
      // A quantity that is kept back hides no value.
      let key = isQuantity ? row.key.withoutConfidentiality : row.key | mark
      sink.add(
        key | column.key, value: isQuantity ? nil : scaled,
        quantity: isQuantity ? scaled : amount, line: line)
    }
  }

  @inline(__always) private mutating func number(
    _ field: FieldRange, _ bytes: UnsafePointer<UInt8>, column: Int, line: Int
  ) throws(BlockFault) -> Double? {
    let text = UnsafeBufferPointer(start: bytes + Int(field.start), count: field.count)
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

  private mutating func understand(
    _ field: FieldRange, _ bytes: UnsafePointer<UInt8>, column: Int, line: Int
  ) throws(BlockFault) -> FieldMeaning {
    let text = field.text(in: bytes)
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
