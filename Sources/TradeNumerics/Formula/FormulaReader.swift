import Glibc
import TradeTables

/// The numbers of an expression in every row of a table, and which rows have none.
struct RowValues {
  /// One number a row; not a number where it is missing or undefined.
  var numbers: [Double]
  /// Whether the row lacks a value that the number needs.
  var isMissing: [Bool]

  /// The value of another row in each row; missing where there is none.
  func moved(_ sources: [Int?]) -> RowValues {
    RowValues(
      numbers: sources.map { source in source.map { numbers[$0] } ?? .nan },
      isMissing: sources.map { source in source.map { isMissing[$0] } ?? true })
  }

  /// A function of each number; what is not finite becomes not a number and stays so.
  func map(_ function: (Double) -> Double) -> RowValues {
    var result = self
    for row in numbers.indices { result.numbers[row] = function(numbers[row]).orUndefined }
    return result
  }

  /// A function of each pair of numbers.
  func combined(_ other: RowValues, _ function: (Double, Double) -> Double) -> RowValues {
    var result = self
    for row in numbers.indices {
      result.numbers[row] = function(numbers[row], other.numbers[row]).orUndefined
      result.isMissing[row] = isMissing[row] || other.isMissing[row]
    }
    return result
  }
}

extension Double {
  /// Not a number in place of ±∞, so that `exp(log(0))` is undefined and not 0.
  fileprivate var orUndefined: Double { isFinite ? self : .nan }
}

/// Reads the columns of one table as a formula asks for them, each once.
struct FormulaReader {
  let table: Table
  private let panel: ModelFrame.Panel?
  private var panelRows: PanelRows?
  private var columns: [String: RowValues] = [:]
  private var isWords: [String: Bool] = [:]
  private var levels: [String: ColumnLevels] = [:]

  /// Without a panel, lags go by the order of the rows.
  ///
  /// - `isWords`: for columns of which it is known, whether they hold words; a part of a file may
  ///   not tell.
  init(_ table: Table, panel: ModelFrame.Panel? = nil, isWords: [String: Bool] = [:]) {
    self.table = table
    self.panel = panel
    self.isWords = isWords
  }

  /// The values of an expression in every row of the table.
  mutating func values(
    _ expression: Formula.Expression
  ) throws(RegressionError) -> RowValues {
    switch expression {
    case .column(let name): return try column(name)
    case .number(let number): return constant(number)
    case .call(.log, let inner): return try values(inner).map(Glibc.log)
    case .call(.exp, let inner): return try values(inner).map(Glibc.exp)
    case .call(.sqrt, let inner): return try values(inner).map { $0.squareRoot() }
    case .power(let base, let exponent):
      return try values(base).map { Twofold.power($0, exponent).high }
    case .negative(let inner): return try values(inner).map { -$0 }
    case .operation(let sign, let left, let right):
      let left = try values(left)
      return left.combined(try values(right), sign.function)
    case .lag(let inner, let lag): return try values(inner).moved(try sources(lag))
    case .difference(let inner, let lag):
      let now = try values(inner)
      return now.combined(now.moved(try sources(lag)), -)
    }
  }

  /// For each row the row that a lag reads: so many rows above, or periods before in its group.
  mutating func sources(_ lag: Int) throws(RegressionError) -> [Int?] {
    guard let panel else { return (0..<table.rowCount).map { $0 >= lag ? $0 - lag : nil } }
    let rows = if let panelRows { panelRows } else { try PanelRows(panel, &self) }
    panelRows = rows
    return rows.before(lag)
  }

  private func constant(_ number: Double) -> RowValues {
    RowValues(
      numbers: [Double](repeating: number, count: table.rowCount),
      isMissing: [Bool](repeating: false, count: table.rowCount))
  }

  private mutating func column(_ name: String) throws(RegressionError) -> RowValues {
    if let known = columns[name] { return known }
    let cells: [Double?]
    do throws(TableError) { cells = try table.numbers(name) } catch { throw .table(error) }
    let values = RowValues(numbers: cells.map { $0 ?? .nan }, isMissing: cells.map { $0 == nil })
    columns[name] = values
    return values
  }

  // MARK: Levels

  /// The column that a part names by itself, if it holds words and so stands for its levels.
  mutating func wordColumn(_ part: Formula.Part) throws(RegressionError) -> String? {
    guard case .value(.column(let name)) = part else { return nil }
    if let known = isWords[name] { return known ? name : nil }
    let found = try isText(name)
    isWords[name] = found
    return found ? name : nil
  }

  /// Whether a column holds words: some value, and none that reads as a number.
  ///
  /// A column of numbers with a word among them is no factor but a fault, which reading it as
  /// numbers will name.
  private mutating func isText(_ name: String) throws(RegressionError) -> Bool {
    guard case .text(let cells) = try values(of: name) else { return false }
    // Most columns of numbers are told by their first cell.
    let first = cells.lazy.compactMap(\.self).first { !NumberText.isMissing($0) }
    guard let first, NumberText.number(first) == nil else { return false }
    return try levels(name).areWords
  }

  /// The level in every row; `nil` where it is missing.
  mutating func levels(_ name: String) throws(RegressionError) -> ColumnLevels {
    if let known = levels[name] { return known }
    let found = ColumnLevels(try values(of: name), hasWords: isWords[name] == true)
    levels[name] = found
    return found
  }

  /// The text of each cell as a level, whether or not it says that there is no value.
  func levelTexts(_ name: String) throws(RegressionError) -> [String?] {
    switch try values(of: name) {
    case .number(let cells): cells.map { $0.map { NumberText.full($0 + 0) } }
    case .text(let cells): Array(cells)
    }
  }

  private func values(of name: String) throws(RegressionError) -> Column.Values {
    do throws(TableError) { return try table.column(name).values } catch { throw .table(error) }
  }
}

extension Formula.Operator {
  fileprivate var function: (Double, Double) -> Double {
    switch self {
    case .add: (+)
    case .subtract: (-)
    case .multiply: (*)
    case .divide: (/)
    }
  }
}
