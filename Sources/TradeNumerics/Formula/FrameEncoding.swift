import TradeTables

/// What a formula learned from the table that it was fitted to: enough to make the same columns of
/// any other table.
///
///     y ~ region + poly(x, 2) | origin
///
/// keeps the levels of `region` and which one is the base, the factors of the polynomials of `x`
/// and the levels of `origin`. Other rows need the columns of the right side only. A factor's level
/// that was not learned is an error; an effect's is none, since an effect without an estimate is a
/// matter of the prediction.
///
/// Reference: Chambers & Hastie, *Statistical Models in S* (1992), section 6.1, on predictions whose
/// columns depend on the data ("safe prediction").
public struct FrameEncoding: Sendable {
  /// The formula that was applied.
  public let formula: Formula
  /// The names of the columns, in order.
  public let names: [String]
  /// What the lags of the formula go by; `nil` for the order of the rows.
  public let panel: ModelFrame.Panel?
  /// The levels of each effect after `|`, in the order of the formula.
  public let effectLevels: [[String]]
  /// What each part learned, by its text.
  let parts: [String: Part]
  private let isFull: [[Bool]]

  /// What one part of a term learned.
  enum Part: Sendable {
    /// Nothing: a number depends on its own row.
    case numbers
    /// The polynomials.
    case basis(OrthogonalPolynomials)
    /// The column and its levels.
    case levels(of: String, [String], base: Int)
  }

  /// What the parts of a formula learned.
  ///
  /// - `isFull`: for each part of each term, whether it has a column for every level; the coding of
  ///   the formula where it is not given.
  /// - `check`: refuses terms before their names are made, which may be more than memory holds.
  init(
    _ formula: Formula, _ parts: [String: PartColumns], effects: [Factor] = [],
    panel: ModelFrame.Panel? = nil, isFull: [[Bool]]? = nil,
    check: ([TermColumns]) throws(RegressionError) -> Void
  ) throws(RegressionError) {
    self.formula = formula
    self.panel = panel
    self.parts = parts.mapValues { part in
      switch part {
      case .numbers: .numbers
      case .basis(_, _, let polynomials): .basis(polynomials)
      case .levels(let factor, let base): .levels(of: factor.name, factor.levels, base: base)
      }
    }
    effectLevels = effects.map(\.levels)
    let isFull = isFull ?? Self.isFull(formula, parts)
    self.isFull = isFull
    let terms = Self.terms(formula, parts, isFull)
    try check(terms)
    names = (formula.hasIntercept ? ["(intercept)"] : []) + terms.flatMap(\.names)
  }

  /// The columns that a table needs to be encoded: those of the right side, each once.
  public var columns: [String] {
    var seen: Set<String> = []
    let all =
      formula.terms.flatMap { $0.parts.flatMap(\.columns) } + formula.offsets.flatMap(\.columns)
      + formula.effects.flatMap(\.columns)
    return all.filter { seen.insert($0).inserted }
  }

  /// The columns of other rows; throws where a column, a level or a number is not there.
  public func encode(_ table: Table) throws(RegressionError) -> EncodedRows {
    var sources = try FrameSources(formula, table, panel: panel, encoding: self)
    let offset = try sources.sum(formula.offsets)
    let parts = try sources.parts()
    let terms = terms(parts)
    try ModelFrame.checkSize(formula, terms, rows: max(sources.rows.count, 1))
    let (matrix, low) = assemble(terms, rows: sources.rows.count)
    let rows = sources.rows
    try ModelFrame.checkProducts(matrix, self) { table.place(row: rows[$0]) }
    return EncodedRows(
      matrix: matrix, low: low, offset: offset, rows: rows, count: table.rowCount,
      effects: try sources.effectLevels(effectLevels))
  }

  /// The terms of the formula made of the columns of its parts.
  func terms(_ parts: [String: PartColumns]) -> [TermColumns] {
    Self.terms(formula, parts, isFull)
  }

  /// The columns of the terms side by side, after the intercept.
  func assemble(_ terms: [TermColumns], rows: Int) -> (matrix: Matrix, low: Matrix?) {
    var matrix = Matrix(rows: rows, columns: names.count)
    var low = terms.contains(where: \.hasLow) ? matrix : nil
    var column = 0
    if formula.hasIntercept {
      for row in 0..<rows { matrix.elements[row] = 1 }
      column = 1
    }
    for term in terms {
      term.write(to: &matrix, low: &low, from: column)
      column += term.count
    }
    return (matrix, low)
  }

  private static func terms(
    _ formula: Formula, _ parts: [String: PartColumns], _ isFull: [[Bool]]
  ) -> [TermColumns] {
    zip(formula.terms, isFull).map { term, isFull in
      TermColumns(term.parts.compactMap { parts[$0.description] }, isFull: isFull)
    }
  }

  private static func isFull(_ formula: Formula, _ parts: [String: PartColumns]) -> [[Bool]] {
    let variables = formula.terms.map { term in
      term.parts.map { part -> ContrastCoding.Variable in
        guard case .levels(let factor, _)? = parts[part.description] else {
          return .init(name: part.description, isFactor: false)
        }
        return .init(name: factor.name, isFactor: true)
      }
    }
    return ContrastCoding.isFull(
      variables, effects: formula.effects.map(\.columns), hasConstant: formula.hasIntercept)
  }
}

/// The rows of a table in the columns of a fitted formula.
public struct EncodedRows: Sendable {
  /// A row for each element of `rows`, a column for each name of the encoding.
  public let matrix: Matrix
  /// What rounding took from powers; `nil` where the formula has none.
  public let low: Matrix?
  /// The sum of what stands in `offset( )`; `nil` without.
  public let offset: [Double]?
  /// The rows of the table that have every value, counted from 0, ascending.
  public let rows: [Int]
  /// How many rows the table has.
  public let count: Int
  /// For each effect the level of each row; `nil` for one that was not learned.
  public let effects: [[EffectLevel]]

  /// The level of an effect in a row.
  public struct EffectLevel: Sendable, Equatable {
    /// Its text, as the table has it.
    public let text: String
    /// Its place among the levels that were learned; `nil` where it is none of them.
    public let code: Int?
  }
}
