import TradeTables

/// The beginning of a file of text: what a format is recognised by.
struct TableHead {
  /// The separator between fields.
  let delimiter: UInt8
  /// The columns' names without blanks around them; a nameless last column, which a trailing
  /// separator makes, is left out.
  let names: [String]
  /// The line that the header stands on, from 1.
  let line: Int
  /// The first rows, as fields.
  let sample: [[String]]
  /// The lines above the header.
  let preamble: [[String]]
  /// Where the rows begin in the bytes.
  let end: Int
  private let keys: [String]
  /// How many columns there are, those beyond the limit as well.
  private let fieldCount: Int

  /// How many records are looked at for a header, and how many rows for a sample.
  private static let (headerLimit, sampleLimit) = (60, 200)

  /// Every record that may be the header of a table, the first first, for each separator.
  static func candidates(in bytes: [UInt8]) -> [TableHead] {
    RecordScanner.delimiters.flatMap { delimiter -> [TableHead] in
      let records = Records(of: bytes, delimiter: delimiter, limit: headerLimit + sampleLimit).all
      return records.indices.prefix(headerLimit).compactMap { index in
        guard records[index].fields.count > 1 else { return nil }
        return TableHead(records, header: index, delimiter: delimiter)
      }
    }.sorted { $0.line < $1.line }
  }

  private init(_ records: [Records.Record], header: Int, delimiter: UInt8) {
    self.delimiter = delimiter
    var names = records[header].fields.map(\.trimmed)
    if names.last == "" { names.removeLast() }
    self.names = names
    keys = names.map(Self.key)
    fieldCount = records[header].count
    line = records[header].line + 1
    end = records[header].end
    preamble = records[..<header].map(\.fields)
    sample = records[(header + 1)...].prefix(Self.sampleLimit).map(\.fields)
  }

  /// The line of a quote that is never closed, where no record stands before it.
  static func unclosedQuote(in bytes: [UInt8]) -> Int? {
    RecordScanner.delimiters.lazy.compactMap { delimiter in
      Records(of: bytes, delimiter: delimiter, limit: 1).unclosedQuote.map { $0 + 1 }
    }.first
  }

  /// Refuses a column that is read and has a name that another column has as well.
  ///
  /// SDMX has labels beside codes, under the same name in small letters.
  func check(
    _ columns: [Int], of format: any FlowFormat.Type, file: String
  ) throws(FlowError) {
    guard fieldCount <= Int(Int16.max) else {
      throw .table(
        .cannotRead(
          file, reason: "line \(line): \(fieldCount) columns; the limit is \(Int16.max)"))
    }
    let isExact = format == SDMXFormat.self
    var places: [String: Int] = [:]
    for name in names where !name.isEmpty {
      places[isExact ? name : name.lowercased(), default: 0] += 1
    }
    for column in columns {
      let name = names[column]
      guard places[isExact ? name : name.lowercased(), default: 0] > 1 else { continue }
      throw .meaningless(
        name, at: Place(file: file, line: line),
        reason: "names two columns, of which one would be read; give each a name of its own")
    }
  }

  /// The first column with one of these names; case, blanks and marks make no difference.
  func column(_ names: String...) -> Int? {
    for name in names {
      if let column = keys.firstIndex(of: Self.key(name)) { return column }
    }
    return nil
  }

  /// As `column`, but a column with a field that is not empty goes before one that has none.
  func filledColumn(_ names: String...) -> Int? {
    let columns = names.compactMap { column($0) }
    return columns.first { column in sample(of: column).contains { !$0.isEmpty } } ?? columns.first
  }

  /// The columns whose name satisfies a condition.
  func columns(where holds: (String) -> Bool) -> [Int] { names.indices.filter { holds(names[$0]) } }

  /// The texts of the sample in one column.
  func sample(of column: Int) -> [String] {
    sample.compactMap { column < $0.count ? $0[column].trimmed : nil }
  }

  /// A name without case, blanks and marks: `Trade Value (US$)` and `trade_value_us$` are one.
  static func key(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "$" })
  }
}

/// The first records of some bytes, as texts.
private struct Records {
  struct Record {
    let fields: [String]
    /// How many fields there are, of which `fields` has those up to a limit.
    let count: Int
    /// The line that it begins on, from 0.
    let line: Int
    /// Where the next one begins.
    let end: Int
  }

  private(set) var all: [Record] = []
  /// The line of a quote that is never closed, from 0.
  private(set) var unclosedQuote: Int?

  init(of bytes: [UInt8], delimiter: UInt8, limit: Int) {
    let padded = bytes + [UInt8](repeating: RecordScanner.lineFeed, count: RecordScanner.padding)
    let columns = Int(Int16.max)
    var bounds = [Int32](repeating: 0, count: columns + 1)
    padded.withUnsafeBufferPointer { padded in
      bounds.withUnsafeMutableBufferPointer { bounds in
        guard let start = padded.baseAddress, let places = bounds.baseAddress else { return }
        var scanner = RecordScanner(
          start, count: bytes.count, delimiter: delimiter, columns: columns)
        while all.count < limit, let step = scanner.next(places) {
          if case .unclosedQuote = step { unclosedQuote = scanner.recordLine }
          // As many columns as a record may have, so that each seems to have too few.
          let count =
            switch step {
            case .ragged(let fields): fields
            case .record: columns
            case .unclosedQuote, .textAfterQuote: 0
            }
          guard count > 0 else { break }
          let texts = (0..<min(count, columns)).map { column in
            FieldRange(start, after: places[column], to: places[column + 1]).text(in: start)
          }
          all.append(
            Record(fields: texts, count: count, line: scanner.recordLine, end: scanner.end))
        }
      }
    }
  }
}
