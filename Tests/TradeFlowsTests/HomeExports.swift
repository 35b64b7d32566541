import TradeTables

/// The published exports by product group in Datasets.
enum HomeExports {
  /// The values of one country and year in the order of the codes.
  static func values(_ reporter: String, _ period: String) throws -> [Double] {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let table = try CSVReader.read("/\(folder)/Datasets/export-groups.csv")
    let keys = try ["reporter", "period", "classification"].map { try table.texts($0) }
    let rows = (0..<table.rowCount).filter { row in
      keys.map { $0[row] } == [reporter, period, "WITS product group"]
    }
    let codes = try table.texts("code").map { $0 ?? "" }
    let values = try table.numbers("value")
    return rows.sorted { codes[$0] < codes[$1] }.map { values[$0] ?? 0 }
  }
}
