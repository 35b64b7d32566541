import TradeTables

/// What a formula makes of a table: the numbers that a regression works on.
///
///     y ~ year + region + year:region | origin
///
/// gives the response y, a matrix with a column of ones unless the formula has none, a column for
/// `year`, one for each region but the base and one for each of these times `year`, and `origin` as
/// an effect. Rows with a missing value in any column that the formula reads are left out.
///
/// Everything is worked out on the rows that are used: levels, bases and orthogonal polynomials do
/// not depend on rows that are left out.
public struct ModelFrame: Sendable {
  /// Columns that factors may make, at the most; beyond it they belong after `|`.
  public static let dummyLimit = 10_000
  /// Numbers that a matrix with factors may hold, at the most: 800 MB.
  public static let elementLimit = 100_000_000

  /// The formula that was applied.
  public let formula: Formula
  /// One a column of `matrix`, none twice: `(intercept)`, `year`, `log(gdp)`, `region[EU]`, `x:z`,
  /// `poly(x, 2)1`.
  public let names: [String]
  /// n rows and p columns, every number finite and at most 1e150.
  public let matrix: Matrix
  /// What rounding took from powers.
  ///
  /// `matrix` + `low` is x^k, and its products with other parts, in twice the working precision;
  /// `nil` where the formula has no power.
  public let low: Matrix?
  /// The left side, n numbers, every one finite and at most 1e150.
  public let response: [Double]
  /// The sum of what stands in `offset( )`; `nil` without.
  public let offset: [Double]?
  /// The effects after `|`, to be absorbed.
  public let effects: [Factor]
  /// The rows of the table that are used, counted from 0, ascending.
  public let rows: [Int]
  /// How many rows of the table are left out because a value is missing.
  public let missing: Int

  /// What was learned from the table, which makes the same columns of other rows.
  public let encoding: FrameEncoding

  /// Applies a formula to a table; throws where a column, a level or a number is not there.
  ///
  /// Lags go by the order of the rows, or within the groups of a panel by its time.
  public init(
    _ formula: Formula, _ table: Table, panel: Panel? = nil
  ) throws(RegressionError) {
    var sources = try FrameSources(formula, table, panel: panel)
    guard !sources.rows.isEmpty else { throw .noCompleteRow(count: table.rowCount) }
    self.formula = formula
    rows = sources.rows
    missing = table.rowCount - rows.count
    response = try sources.numbers(formula.response)
    offset = try sources.sum(formula.offsets)
    let parts = try sources.parts()
    effects = try sources.effects()

    let rows = rows
    encoding = try FrameEncoding(
      formula, parts, effects: effects, panel: panel
    ) { terms throws(RegressionError) in
      try ModelFrame.checkSize(formula, terms, rows: rows.count)
    }
    names = encoding.names
    var seen: Set<String> = []
    if let name = names.first(where: { !seen.insert($0).inserted }) { throw .repeatedColumn(name) }
    (matrix, low) = encoding.assemble(encoding.terms(parts), rows: rows.count)
    try ModelFrame.checkProducts(matrix, encoding) { table.place(row: rows[$0]) }
  }

  /// A column of the table as a factor on the rows that are used, or the cross of several.
  ///
  /// `name` is a column or several such as `origin^destination`. A missing level is an error, since
  /// the rows are chosen already. `table` is the table that the frame was made of.
  public func factor(_ name: String, in table: Table) throws(RegressionError) -> Factor {
    precondition(rows.last ?? 0 < table.rowCount, "another table: \(table.rowCount) rows")
    let columns =
      table.firstColumn(name) == nil ? name.split(separator: "^").map(String.init) : [name]
    var crossed: Factor?
    var reader = FormulaReader(table)
    for column in columns.isEmpty ? [name] : columns {
      let factor = try FrameSources.factor(column, try reader.levels(column), rows, table)
      crossed = crossed.map { Factor.crossed($0, factor) } ?? factor
    }
    return crossed ?? Factor(name, [])
  }
}

extension ModelFrame {
  /// Before any memory is taken: every term has a column, and factors do not have too many.
  static func checkSize(
    _ formula: Formula, _ terms: [TermColumns], rows: Int
  ) throws(RegressionError) {
    var dummies = 0
    for (term, columns) in zip(formula.terms, terms) where columns.hasLevels {
      if let factor = columns.singleLevel {
        throw .oneLevel(factor.levels[0], column: factor.name)
      }
      let (sum, overflow) = dummies.addingReportingOverflow(columns.count)
      dummies = overflow ? .max : sum
      guard dummies <= min(dummyLimit, elementLimit / rows) else {
        throw .tooManyDummies("\(term)", columns: columns.count, rows: rows)
      }
    }
  }

  /// The product of numbers up to 1e150 may be beyond it.
  static func checkProducts(
    _ matrix: Matrix, _ encoding: FrameEncoding, place: (Int) -> Place
  ) throws(RegressionError) {
    guard encoding.formula.terms.contains(where: { $0.parts.count > 1 }) else { return }
    let wrong = matrix.elements.firstIndex { !(abs($0) <= Regression.largest) }
    guard let wrong else { return }
    throw .productTooLarge(
      encoding.names[wrong / matrix.rows], at: place(wrong % matrix.rows))
  }
}
