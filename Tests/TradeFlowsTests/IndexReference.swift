import Testing
import TradeFlows
import TradeTables
import TradeTestSupport

/// The made-up flows in Tests/Oracles and what the script `indices.py` there makes of them.
enum IndexReference {
  static func oracle() throws -> Oracle { try Oracle("indices") }

  static func flows() throws -> FlowTotals { try totals("indices_data") }

  static func matrix() throws -> FlowTotals { try totals("indices_matrix") }

  /// A tidy file in Tests/Oracles as totals.
  private static func totals(_ name: String) throws -> FlowTotals {
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let table = try CSVReader.read("/\(folder)/Oracles/\(name).csv")
    let dimensions = FlowDimension.allCases.filter { table.names.contains($0.rawValue) }
    let values = try table.numbers("value")
    return FlowTotals(
      dimensions: dimensions,
      keys: try dimensions.map { try table.texts($0.rawValue).map { $0 ?? "" } }, values: values,
      quantities: table.names.contains("quantity")
        ? try table.numbers("quantity") : values.map { _ in nil },
      counts: values.map { _ in 1 }, unit: "USD")
  }

  /// Compares every reference number of an index with the table; the row is found by its period,
  /// reporter and the last key, `part`.
  static func check(
    _ index: TradeIndex, _ totals: FlowTotals, options: IndexOptions = IndexOptions(),
    named name: String? = nil, period: String = "period", reporter: String = "reporter",
    part: [String] = [], tolerance: Double = 1e-10
  ) throws -> Int {
    let table = try index.table(of: totals, options: options)
    let keys = try ([period, reporter] + part).map { key in
      table.names.contains(key)
        ? try table.texts(key).map { $0 ?? "" }
        : [String](repeating: "", count: table.rowCount)
    }
    var rows: [[String]: Int] = [:]
    for row in 0..<table.rowCount {
      let parts = keys.dropFirst(2).map { $0[row] }.filter { !$0.isEmpty }.joined(separator: " ")
      rows[[keys[0][row], keys[1][row], parts]] = row
    }
    var count = 0
    for reference in try oracle().all where reference["index"] == name ?? index.name {
      let key = [reference["period"] ?? "", reference["reporter"] ?? "", reference["part"] ?? ""]
      let quantity = reference["quantity"] ?? ""
      guard table.names.contains(quantity) else { continue }
      let row = try #require(rows[key], "no row \(key) in \(index.name)")
      let expected = try #require(Double(reference["value"] ?? ""))
      let number = try table.numbers(quantity)[row]
      #expect(
        number.isClose(to: expected, tolerance: tolerance), "\(index.name) \(key) \(quantity)")
      count += 1
    }
    return count
  }
}

extension Table {
  /// The number in a column of the first row whose first keys are these.
  func number(_ column: String, _ keys: String...) throws -> Double? {
    let row = try #require(try firstRow(keys))
    return try numbers(column)[row]
  }

  /// The text in a column of the first row whose first keys are these.
  func text(_ column: String, _ keys: String...) throws -> String? {
    let row = try #require(try firstRow(keys))
    return try texts(column)[row]
  }

  private func firstRow(_ keys: [String]) throws -> Int? {
    let columns = try names.prefix(keys.count).map { try texts($0) }
    return (0..<rowCount).first { row in columns.map { $0[row] } == keys }
  }
}

extension FlowTotals {
  /// Period, reporter, partner, flow, code, value.
  typealias Row = (String, String, String, String, String, Double?)

  /// Rows written one by one.
  init(rows: [Row], unit: String = "USD") {
    self.init(
      dimensions: [.period, .reporter, .partner, .flow, .code],
      keys: [
        rows.map(\.0), rows.map(\.1), rows.map(\.2), rows.map(\.3), rows.map(\.4),
      ],
      values: rows.map(\.5), quantities: rows.map { _ in nil }, counts: rows.map { _ in 1 },
      unit: unit)
  }
}

/// Random values of trade, some of them zero.
func randomTrade(_ count: Int, seed: Int) -> [Double] {
  var random = SeededGenerator(seed: seed)
  return (0..<count).map { _ in
    Bool.random(using: &random) || Bool.random(using: &random)
      ? Double.random(in: 0.1...1000, using: &random) : 0
  }
}
