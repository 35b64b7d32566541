import TradeTables

/// A code table that the program carries: each is read when something first asks for it, so that
/// a command that uses none pays for none.
struct ClassificationTable {
  private let table: Table
  let rowCount: Int

  init(_ file: String, _ text: StaticString) {
    table = CSVReader.builtIn(file, text)
    rowCount = table.rowCount
  }

  /// The cells of a column; empty text where there is none.
  subscript(column: String) -> [String] {
    do throws(TableError) {
      return try table.texts(column).map { $0 ?? "" }
    } catch {
      preconditionFailure("built-in data: \(error)")
    }
  }

  /// The spellings in a cell, which semicolons separate.
  static func list(_ cell: String) -> [String] {
    cell.split(separator: ";").map(String.init)
  }
}

extension String {
  /// The text itself, or `nil` for none.
  var unlessEmpty: String? { isEmpty ? nil : self }
}
