import Corridor

/// The flows that an index is worked out from: built-in sets and files, taken together.
struct FlowData {
  let totals: FlowTotals
  /// What is to be said of how the files were read.
  let remarks: [String]
  /// The qualifiers of the rows.
  let marks: [Qualifier?]
  /// What codes stand for, where the data say so.
  private let commodities: [String: String]

  /// One row of any of the sources.
  private struct Row {
    var keys: [FlowDimension: String]
    var value: Double?
    var quantity: Double?
    var mark: Qualifier?
    var unit: Unit?
    var commodity: String?
  }

  /// Reads each of the names, files by the query; values are brought to the unit of the first.
  init(_ names: [String], _ query: FlowQuery, unit: String?) throws {
    var rows: [Row] = []
    var remarks: [String] = []
    for name in names { rows += try Self.rows(of: name, query, remarks: &remarks) }
    self.remarks = remarks
    let stated = unit.map { Unit($0) }
    let common = stated ?? rows.compactMap(\.unit).first ?? Unit("USD")
    let dimensions = FlowDimension.allCases.filter { dimension in
      rows.contains { $0.keys[dimension] != nil }
    }
    // What a source does not tell apart is its total.
    let missing: [FlowDimension: String] = [.partner: "WLD", .code: "TOTAL", .flow: "export"]
    var values: [Double?] = []
    for row in rows {
      guard let own = row.unit, let value = row.value else {
        values.append(row.value)
        continue
      }
      guard let factor = own.factor(to: common) else {
        throw SeriesError.unit("\(own)", to: "\(common)")
      }
      values.append(value * factor)
    }
    totals = FlowTotals(
      dimensions: dimensions,
      keys: dimensions.map { dimension in
        rows.map { $0.keys[dimension] ?? missing[dimension] ?? "" }
      },
      values: values, quantities: rows.map(\.quantity), counts: rows.map { _ in 1 },
      unit: "\(common)")
    marks = rows.map(\.mark)
    commodities = Dictionary(
      rows.compactMap { row in row.commodity.flatMap { name in row.keys[.code].map { ($0, name) } }
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// A key as the data spell it: country codes are found in small letters too.
  func spelling(of key: String, _ dimension: FlowDimension) -> String {
    let keys = (totals.keys(of: dimension) ?? []) + (totals.keys(of: .reporter) ?? [])
    return keys.contains(key) || !keys.contains(key.uppercased()) ? key : key.uppercased()
  }

  /// A table with the names of commodities beside their codes, where the data have them.
  func named(_ table: Table) -> Table {
    guard !commodities.isEmpty, let codes = try? table.texts("code") else { return table }
    let names = codes.map { code in code.map { commodities[$0] ?? $0 } }
    return Table(
      table.columns.flatMap { column in
        column.name == "code"
          ? [
            Column(column.name, column.values, isHidden: true),
            .text("commodity", names, heading: column.heading),
          ] : [column]
      })
  }

  /// A period as the program writes it; text that is none stays.
  static func period(_ text: String) -> String { Period(text).map { "\($0)" } ?? text }
}

extension FlowData {
  private static func rows(
    of name: String, _ query: FlowQuery, remarks: inout [String]
  ) throws -> [Row] {
    switch CatalogueEntry.named(name)?.content {
    case .groups(let country):
      let goods = try Goods.groups(reporter: country)
      return rows(goods.categories, reporter: country, partner: "WLD")
    case .commodities:
      return try [("KAZ", "VNM"), ("VNM", "KAZ")].flatMap { reporter, partner in
        let goods = try Goods.pair(reporter: reporter, partner: partner)
        return rows(goods.categories, reporter: reporter, partner: partner)
      }
    case .pair(let reporter, let partner): return try rows(reporter, partner)
    case nil: break
    }
    var files = FlowFiles([name])
    files.workers = Processors.count
    switch try files.totalsOrTable(query) {
    case .table(let table): return try rows(table)
    case .totals(let totals):
      remarks += totals.remarks
      return rows(totals)
    }
  }

  private static func rows(_ totals: FlowTotals) -> [Row] {
    totals.values.indices.map { row in
      let keys = zip(totals.dimensions, totals.keys).map { ($0, $1[row]) }
      return Row(
        keys: Dictionary(uniqueKeysWithValues: keys.filter { !$0.1.isEmpty }),
        value: totals.values[row], quantity: totals.quantities[row],
        mark: totals.qualifiers[row], unit: totals.unit.isEmpty ? nil : Unit(totals.unit))
    }
  }

  /// Exports by group of goods; their sum, where the groups leave nothing of the total.
  private static func rows(
    _ categories: Categories, reporter: String, partner: String
  ) -> [Row] {
    categories.parts.flatMap { part in
      part.series.periods.compactMap { period -> Row? in
        guard let figure = part.series[period] else { return nil }
        return Row(
          keys: [
            .period: "\(period)", .reporter: reporter, .partner: partner, .flow: "export",
            .code: part.code,
          ], value: figure.value, mark: figure.qualifier, unit: figure.unit, commodity: part.name)
      }
    }
  }

  /// Exports and imports of a pair as its first country counts them.
  private static func rows(_ reporter: String, _ partner: String) throws -> [Row] {
    let ledger = Ledger.builtIn(between: reporter, and: partner)
    return try [Flow.export, .import].flatMap { flow -> [Row] in
      let series = try ledger.selection(
        reporter: reporter, partner: partner, flow: flow, asOf: nil, fillsFromMirror: false,
        name: flow.rawValue
      ).series
      return series.periods.compactMap { period in
        guard let figure = series[period] else { return nil }
        return Row(
          keys: [
            .period: "\(period)", .reporter: reporter, .partner: partner, .flow: flow.rawValue,
          ], value: figure.value, mark: figure.qualifier, unit: figure.unit)
      }
    }
  }

  // MARK: Files

  /// A table with the names of the dimensions as its columns, fewer of them than trade flows have.
  private static func rows(_ table: Table) throws -> [Row] {
    let values = try table.numbers("value")
    let present = FlowDimension.allCases.filter { table.names.contains($0.rawValue) }
    let keys = try present.map { try table.texts($0.rawValue) }
    let quantities = table.names.contains("quantity") ? try table.numbers("quantity") : nil
    let marks = table.names.contains("qualifier") ? try table.texts("qualifier") : nil
    let units = table.names.contains("unit") ? try table.texts("unit") : nil
    return try values.indices.map { row in
      var cells: [FlowDimension: String] = [:]
      for (dimension, column) in zip(present, keys) {
        guard let text = column[row], !text.isEmpty else {
          throw TableError.missingValue(at: table.place(row: row, column: dimension.rawValue))
        }
        cells[dimension] = dimension == .period ? period(text) : text
      }
      let mark = try marks.map {
        try qualifier($0[row], table.place(row: row, column: "qualifier"))
      }
      return Row(
        keys: cells, value: values[row], quantity: quantities?[row], mark: mark,
        unit: units?[row].map { Unit($0) })
    }
  }

  private static func qualifier(_ text: String?, _ place: Place) throws(SeriesError) -> Qualifier {
    guard let text, !text.isEmpty, text != Qualifier.confidentialCell else { return .exact }
    guard let qualifier = Qualifier(cell: text) else { throw .unknownQualifier(text, at: place) }
    return qualifier
  }
}
