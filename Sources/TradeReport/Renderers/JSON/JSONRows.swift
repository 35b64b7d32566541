import TradeTables

/// The rows of a table as JSON objects: numbers in full precision, `null` where there is nothing.
///
/// Names of members are the names of columns, each once: the second of two columns called `value` is
/// `value_2`.
struct JSONRows {
  /// The names of the members, one for each column.
  let names: [String]
  private let keys: [[UInt8]]
  private let columns: [Column.Values]
  /// How many rows there are.
  let count: Int

  /// The rows of a table; no member takes a name that is reserved.
  init(_ table: Table, reserved: Set<String> = []) {
    var used = reserved
    names = table.names.map { name in
      var unique = name
      var number = 2
      while !used.insert(unique).inserted {
        unique = "\(name)_\(number)"
        number += 1
      }
      return unique
    }
    keys = names.map { name in
      var key: [UInt8] = []
      key.write(json: name)
      key.append(UInt8(ascii: ":"))
      return key
    }
    columns = table.columns.map(\.values)
    count = table.rowCount
  }

  /// Adds the members of a row, with commas between them.
  func write(_ row: Int, to document: inout [UInt8]) {
    for index in columns.indices {
      if index > 0 { document.append(UInt8(ascii: ",")) }
      document.append(contentsOf: keys[index])
      switch columns[index] {
      case .number(let numbers): document.write(json: numbers[row])
      case .text(let texts):
        if let text = texts[row] { document.write(json: text) } else { document.write("null") }
      }
    }
  }
}
