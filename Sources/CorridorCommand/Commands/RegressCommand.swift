import Corridor

struct RegressCommand: Command {
  static let name = "regress"
  static let summary = "least squares: corridor regress kz-vn 'turnover ~ year'"
  static let usage = """
    Fits a linear regression by least squares.

    Usage: corridor regress [DATA] 'RESPONSE ~ TERM + TERM' [options]

    \(DataOptions.usage)
      --level P             percentage of the intervals; 95 where not given

    Terms are columns, log( ), exp( ), sqrt( ) and powers such as year^2; 0 + leaves
    the intercept out. A built-in pair has the columns year, turnover, export and
    import. A figure that is a bound is left out, which the result says.

    Example: corridor regress kz-vn 'turnover ~ year' --from 2013 --until 2017
    """

  let data: DataOptions
  let regression: Regression
  let level: Double

  init(_ arguments: inout Arguments) throws {
    let levels = try arguments.levels(default: [0.95])
    guard levels.count == 1 else { throw UsageError("--level of regress takes one percentage") }
    level = levels[0]
    var data = try DataOptions(&arguments)
    var formula = try arguments.positional()
    // The data may be left out: a word with '~' is the formula.
    if formula == nil, data.name.contains("~") {
      formula = data.name
      data = data.named("kz-vn")
    }
    guard let formula else {
      throw UsageError("a formula is missing, such as 'turnover ~ year'; quote it for the shell")
    }
    self.data = data
    regression = try Regression(formula)
  }

  func run() throws -> Report {
    guard data.builtIn != nil else {
      return .regression(try regression.fit(cutTable()), level: level)
    }
    let (table, notes) = try builtInTable()
    return .regression(try regression.fit(table), level: level, notes: notes)
  }

  /// The rows of a file inside the periods asked for.
  private func cutTable() throws -> Table {
    let table = try data.table()
    guard data.from != nil || data.until != nil else { return table }
    let column = data.time ?? table.names.first { ["year", "period"].contains($0.lowercased()) }
    guard let column else {
      throw UsageError("--from and --until need the column with the periods: --time COLUMN")
    }
    let periods = try table.texts(column).map { $0.flatMap { Period($0) } }
    return table.filtered { row in
      guard let period = periods[row] else { return false }
      return data.from.map { period >= $0 } ?? true && data.until.map { period <= $0 } ?? true
    }
  }

  /// Year and flows of a built-in pair; bounds become missing values.
  private func builtInTable() throws -> (Table, [String]) {
    let names = ["year"] + Flow.allCases.map(\.rawValue)
    for column in regression.formula.columns where !names.contains(column) {
      throw TableError.noSuchColumn(column, available: names, file: nil)
    }
    let flows = Flow.allCases.filter { regression.formula.columns.contains($0.rawValue) }
    var columns: [String: [Period: Double]] = [:]
    var notes: [String] = []
    for flow in flows {
      let series = try data.with(flow: flow).selection().series
      for period in series.periods {
        guard let figure = series[period], let value = figure.value else { continue }
        if figure.isBound {
          notes.append(
            "\(flow.rawValue) of \(period) is a bound (\(figure)) and left out; "
              + "a regression on bounds would need a censored model")
        } else {
          columns[flow.rawValue, default: [:]][period] = value
        }
      }
    }
    let periods = Set(columns.values.flatMap(\.keys)).sorted()
    let year = Column.number("year", periods.map { Double($0.index) })
    let values = flows.map { flow in
      Column.number(flow.rawValue, periods.map { columns[flow.rawValue]?[$0] })
    }
    return (Table([year] + values), notes)
  }
}
