import Corridor

/// The rows that a regression is fitted to, in memory: of a file or of a built-in pair.
extension RegressCommand {
  /// The qualifiers of the response, and its upper bounds where it lies between two.
  typealias Marks = (qualifiers: [Qualifier], uppers: [Double?])

  /// The rows of a file inside the periods asked for, and what is said of the response.
  func rows(of table: Table, _ formula: Formula) throws -> (Table, Marks) {
    if data.date != nil, data.time == nil {
      // Without them the rows of a panel would pass for vintages of one figure.
      throw UsageError(
        "--as-of needs the column with the periods, --time COLUMN, and --by COLUMN where rows belong "
          + "to several series")
    }
    var table = table
    if data.from != nil || data.until != nil {
      let column = data.time ?? table.names.first { ["year", "period"].contains($0.lowercased()) }
      guard let column else {
        throw UsageError("--from and --until need the column with the periods: --time COLUMN")
      }
      let periods = try table.texts(column).map { $0.flatMap { Period($0) } }
      table = table.filtered { row in
        guard let period = periods[row] else { return false }
        return data.from.map { period >= $0 } ?? true && data.until.map { period <= $0 } ?? true
      }
    }
    let marks = try ValueMarks(of: formula.response.columns.first ?? "", in: table)
    return (table, (marks.qualifiers, marks.uppers))
  }

  /// The rows whose response is a value and no bound.
  func exact(_ rows: Table, _ marks: Marks) -> Table {
    guard marks.qualifiers.contains(where: \.isBound) else { return rows }
    return rows.filtered { !marks.qualifiers[$0].isBound }
  }

  /// Year and flows of a built-in pair, with the qualifiers of the response.
  func builtInTable(_ formula: Formula) throws -> (Table, Marks) {
    let names = ["year"] + Flow.published.map(\.rawValue)
    for column in formula.columns where !names.contains(column) {
      throw TableError.noSuchColumn(column, available: names, file: nil)
    }
    let flows = Flow.published.filter { formula.columns.contains($0.rawValue) }
    let response = formula.response.columns.first ?? ""
    var figures: [String: [Period: Figure]] = [:]
    for flow in flows {
      let series = try data.with(flow: flow).selection().series
      for period in series.periods {
        // A bound among the regressors is no number to regress on.
        guard let figure = series[period], flow.rawValue == response || !figure.isBound else {
          continue
        }
        figures[flow.rawValue, default: [:]][period] = figure
      }
    }
    let periods = Set(figures.values.flatMap(\.keys)).sorted()
    let values = flows.map { flow in
      Column.number(flow.rawValue, periods.map { figures[flow.rawValue]?[$0]?.value })
    }
    let table = Table([Column.number("year", periods.map { Double($0.index) })] + values)
    let qualifiers = periods.map { figures[response]?[$0]?.qualifier ?? .exact }
    return (table, (qualifiers, periods.map { _ in nil }))
  }
}
