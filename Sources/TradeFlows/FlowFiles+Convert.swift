import TradeSeries
import TradeTables

extension FlowFiles {
  /// The columns of the tidy form.
  public static let tidyHeader =
    "period,reporter,partner,flow,code,value,unit,quantity,quantity_unit,qualifier\n"

  /// Writes the rows that were asked for in the tidy form, in the order of the files.
  ///
  /// Countries become ISO 3166 alpha-3 codes, values whole units of their currency. Rows that are
  /// parts by mode of transport and the like have no place in that form and are left out. `write`
  /// is given text of whole lines, the header first, and may end the work by returning false.
  ///
  /// Returns what is to be said of the files.
  public func convert(
    _ query: FlowQuery, write: @escaping @Sendable (String) -> Bool
  ) throws(FlowError) -> [String] {
    var query = query
    query.by = FlowDimension.allCases
    var remarks: [String] = []
    let writer = TidyWriter(write)
    for path in paths {
      let names = NameTable()
      let file = try FlowFile(path)
      let (format, builder) = try file.recognised(query, reading, names)
      writer.begin(names)
      remarks += try file.read(
        builder, format: format, workers: workers, sink: { TidyRows() },
        merge: { rows, _ in writer.write(rows) }
      ).remarks
    }
    if writer.partCount > 0 {
      remarks.append("\(writer.partCount) rows left out that are parts of others")
    }
    if !writer.hasRows {
      throw .nothingFound(
        file: paths.map(InputFile.name).joined(separator: ", "), asked: query.description,
        available: "")
    }
    return remarks
  }
}

/// The rows of one block, not yet text: a key is text only when all workers' names are known.
private struct TidyRows: RowSink, Sendable {
  private(set) var rows: [(key: FlowKey, value: Double?, quantity: Double?)] = []

  mutating func add(_ key: FlowKey, value: Double?, quantity: Double?, line: Int) {
    rows.append((key, value, quantity))
  }
}

/// Makes text of rows; only the worker whose turn it is writes.
private final class TidyWriter: @unchecked Sendable {
  private(set) var partCount = 0
  private(set) var hasRows = false
  private let output: (String) -> Bool
  private var names = NameTable()
  private var texts: [FlowKey.Part: [String]] = [:]

  init(_ output: @escaping (String) -> Bool) {
    self.output = output
    _ = output(FlowFiles.tidyHeader)
  }

  func begin(_ names: NameTable) {
    self.names = names
    texts = [:]
  }

  func write(_ rows: TidyRows) {
    var text = ""
    for row in rows.rows {
      guard row.key.level.details.isEmpty else {
        partCount += 1
        continue
      }
      let value = row.value.map(Self.number) ?? ""
      let quantity = row.quantity.map(Self.number) ?? ""
      let fields = [
        name(row.key, .period), name(row.key, .reporter), name(row.key, .partner),
        name(row.key, .flow), name(row.key, .code), value, name(row.key, .unit), quantity,
        row.quantity == nil ? "" : name(row.key, .quantityUnit),
        mark(row.key.level, isGiven: row.value != nil),
      ]
      text += fields.joined(separator: ",")
      text += "\n"
    }
    guard !text.isEmpty else { return }
    hasRows = true
    _ = output(text)
  }

  private func mark(_ level: FlowLevel, isGiven: Bool) -> String {
    isGiven ? level.qualifier.rawValue : level.isConfidential ? Qualifier.confidentialCell : ""
  }

  /// Without the digits that multiplying by a thousand leaves.
  private static func number(_ value: Double) -> String {
    NumberText.full(NumberText.rounded(value, digits: 15))
  }

  private func name(_ key: FlowKey, _ part: FlowKey.Part) -> String {
    let number = key[part]
    if texts[part].map({ number >= $0.count }) ?? true {
      texts[part] = names.names(of: part).map { CSVWriter.quoted($0) }
    }
    return texts[part]?[number] ?? ""
  }
}
