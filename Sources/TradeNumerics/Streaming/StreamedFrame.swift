import TradeTables

/// What a formula makes of a table that is one of many: rows of the model matrix, whose columns are
/// known by name.
///
/// A factor gets a column for every level that it has in these rows, since nobody knows yet which
/// one is left out. Where the formula reads rows above, the last rows of the table before stand on
/// top of this one; the deepest lag has no value there, so that they are not used twice.
struct StreamedFrame {
  private let formula: Formula
  /// How many rows above the formula reads.
  private let depth: Int
  /// Which columns hold words, as far as the rows have come.
  private(set) var words: WordColumns
  private var above: Table?
  /// How many rows have come.
  private var count = 0

  /// The numbers of the rows that are used.
  struct Part {
    let table: Table
    /// How many rows came before those of `table`.
    let first: Int
    /// The rows of `table` that are used, ascending.
    let rows: [Int]
    let names: [String]
    let matrix: Matrix
    let low: Matrix?
    /// The response less the offset.
    let response: [Double]
    /// The levels of each factor, by the column's name.
    let levels: [String: [String]]
    /// How many rows lack a value.
    let missing: Int

    /// Nothing of a table in which every row lacks a value.
    static func none(of table: Table) -> Part {
      Part(
        table: table, first: 0, rows: [], names: [], matrix: Matrix(rows: 0, columns: 0), low: nil,
        response: [], levels: [:], missing: table.rowCount)
    }
  }

  /// Refuses a formula that needs all rows at once.
  ///
  /// - `words`: what an earlier reading of the same rows found out.
  init(_ formula: Formula, words: WordColumns? = nil) throws(RegressionError) {
    if let effect = formula.effects.first { throw .absorbed(effect.description) }
    for part in formula.terms.flatMap(\.parts) {
      if case .polynomial = part { throw .needsAllRows(part.description) }
    }
    self.words = words ?? WordColumns(formula)
    depth = formula.expressions.map(\.rowsAbove).max() ?? 0
    // The base may be in other rows; it is looked for at the end.
    self.formula = Formula(
      response: formula.response, hasIntercept: formula.hasIntercept,
      terms: formula.terms.map { term in
        Formula.Term(
          term.parts.map { part in
            if case .dummy(let name, _) = part { .dummy(name, base: nil) } else { part }
          })
      }, offsets: formula.offsets, effects: [])
  }

  /// Applies the formula to the next rows.
  mutating func next(_ table: Table) throws(RegressionError) -> Part {
    try words.read(table)
    count += table.rowCount
    let whole = depth > 0 ? extended(table) : table
    var sources = try FrameSources(formula, whole, isWords: words.isWords)
    guard !sources.rows.isEmpty else { return .none(of: table) }
    var response = try sources.numbers(formula.response)
    if let offset = try sources.sum(formula.offsets) {
      for row in response.indices { response[row] -= offset[row] }
    }
    let parts = try sources.parts()
    let encoding = try FrameEncoding(
      formula, parts, isFull: formula.terms.map { $0.parts.map { _ in true } }, check: checkSize)
    let (matrix, low) = encoding.assemble(encoding.terms(parts), rows: sources.rows.count)
    let rows = sources.rows
    try ModelFrame.checkProducts(matrix, encoding) { whole.place(row: rows[$0]) }
    var levels: [String: [String]] = [:]
    for case .levels(let factor, _) in parts.values { levels[factor.name] = factor.levels }
    return Part(
      table: whole, first: count - whole.rowCount, rows: rows, names: encoding.names,
      matrix: matrix, low: low, response: response, levels: levels,
      missing: table.rowCount - rows.count)
  }

  /// Before any memory is taken: there are not too many columns.
  private func checkSize(_ terms: [TermColumns]) throws(RegressionError) {
    let limit = StreamedRegression.columnLimit
    // A product of many levels may be beyond the largest whole number.
    let count = terms.reduce(formula.hasIntercept ? 1 : 0) {
      min($0, limit + 1) + min($1.count, limit + 1)
    }
    guard count <= limit else { throw .tooManyColumns(limit: limit) }
  }

  /// The table below the rows that it needs from the one before.
  private mutating func extended(_ table: Table) -> Table {
    let whole = above.map { $0.followed(by: table) } ?? table
    above = whole.filtered { $0 >= whole.rowCount - depth }
    return whole
  }
}

extension Formula {
  /// Every expression that has a number in each row.
  fileprivate var expressions: [Expression] {
    [response] + offsets
      + terms.flatMap(\.parts).compactMap { part in
        if case .value(let expression) = part { expression } else { nil }
      }
  }
}

extension Formula.Expression {
  /// How far above its row an expression reads.
  fileprivate var rowsAbove: Int {
    operands.map { $0.lag + $0.expression.rowsAbove }.max() ?? 0
  }
}

extension Table {
  /// The rows of this table and those of another with the same columns below them.
  fileprivate func followed(by other: Table) -> Table {
    let origin = origin.flatMap { above in
      other.origin.map { Origin(file: above.file, lines: above.lines + $0.lines) }
    }
    return Table(Table.stacked([self, other]).columns, origin: origin)
  }
}
