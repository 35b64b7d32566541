import TradeTables

/// Reference numbers in Tests/Oracles, each printed by a script that lies beside it.
public struct Oracle: Sendable {
  private let rows: [[String: String]]

  /// Reads `Tests/Oracles/<name>.csv`.
  public init(_ name: String, file: String = #filePath) throws {
    let folder = file.split(separator: "/").dropLast(2).joined(separator: "/")
    let table = try CSVReader.read("/\(folder)/Oracles/\(name).csv")
    var rows = [[String: String]](repeating: [:], count: table.rowCount)
    for column in table.names {
      for (row, text) in try table.texts(column).enumerated() { rows[row][column] = text }
    }
    self.rows = rows
  }

  /// The number in the `value` column of the one row whose other columns have these texts.
  public func number(_ key: [String: String], column: String = "value") -> Double? {
    rows.first { row in key.allSatisfy { row[$0.key] == $0.value } }
      .flatMap { $0[column] }.flatMap(Double.init)
  }

  /// Every row, column by column.
  public var all: [[String: String]] { rows }
}
