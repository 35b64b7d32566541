import TradeTables

/// Everything that a formula reads from a table, before and after it is known which rows are used.
struct FrameSources {
  /// The rows in which nothing that the formula reads is missing, ascending.
  let rows: [Int]
  private let formula: Formula
  private var reader: FormulaReader
  private var factors: [String: Factor] = [:]

  /// Reads every column once to find the rows; the first that is not there throws.
  init(_ formula: Formula, _ table: Table) throws(RegressionError) {
    self.formula = formula
    var reader = FormulaReader(table)
    _ = try reader.values(formula.response)
    var isUsed = [Bool](repeating: true, count: table.rowCount)
    var expressions = [formula.response]
    var columns: [String] = []
    for part in formula.terms.flatMap(\.parts) {
      switch part {
      case .value(let expression):
        if let name = try reader.wordColumn(part) {
          columns.append(name)
        } else {
          expressions.append(expression)
        }
      case .polynomial(let expression, _): expressions.append(expression)
      case .dummy(let name, _): columns.append(name)
      }
    }
    for expression in expressions + formula.offsets {
      let isMissing = try reader.values(expression).isMissing
      for row in isUsed.indices where isMissing[row] { isUsed[row] = false }
    }
    for name in columns + formula.effects.flatMap(\.columns) {
      let levels = try reader.levels(name)
      for row in isUsed.indices where levels[row] == nil { isUsed[row] = false }
    }
    rows = isUsed.indices.filter { isUsed[$0] }
    self.reader = reader
  }

  /// The numbers of an expression in the rows that are used.
  mutating func numbers(_ expression: Formula.Expression) throws(RegressionError) -> [Double] {
    let all = try reader.values(expression).numbers
    let numbers = rows.count == all.count ? all : rows.map { all[$0] }
    try check(numbers, of: expression)
    return numbers
  }

  /// The columns of a part of a term.
  mutating func columns(of part: Formula.Part) throws(RegressionError) -> PartColumns {
    switch part {
    case .dummy(let name, let base): return try levels(name, base: base)
    case .polynomial(let expression, let degree):
      return try polynomial(expression, degree, name: part.description)
    case .value(let expression):
      if let name = try reader.wordColumn(part) { return try levels(name, base: nil) }
      guard case .power(let base, let exponent) = expression else {
        return .numbers(part.description, high: try numbers(expression), low: nil)
      }
      return try power(expression, base, exponent)
    }
  }

  /// The effects after `|`, crossed where several columns stand together.
  mutating func effects() throws(RegressionError) -> [Factor] {
    var effects: [Factor] = []
    for effect in formula.effects {
      var crossed: Factor?
      for column in effect.columns {
        let factor = try factor(column)
        crossed = crossed.map { Factor.crossed($0, factor) } ?? factor
      }
      if let crossed { effects.append(crossed) }
    }
    return effects
  }

  // MARK: Parts

  private mutating func power(
    _ expression: Formula.Expression, _ base: Formula.Expression, _ exponent: Int
  ) throws(RegressionError) -> PartColumns {
    let x = try numbers(base, reportedAs: expression)
    var high = [Double](repeating: 0, count: x.count)
    var low = high
    for row in x.indices {
      let power = Twofold.power(x[row], exponent)
      (high[row], low[row]) = (power.high, power.low)
    }
    try check(high, of: expression)
    let largest = x.indices.max { abs(x[$0]) < abs(x[$1]) } ?? 0
    guard x[largest] == 0 || abs(high[largest]) >= Double.leastNormalMagnitude else {
      throw .tooSmall(
        expression.description, of: x[largest], at: reader.table.place(row: rows[largest]))
    }
    return .numbers(expression.description, high: high, low: low)
  }

  /// The numbers of an expression, every one finite; faults are those of an expression around it.
  private mutating func numbers(
    _ expression: Formula.Expression, reportedAs outer: Formula.Expression
  ) throws(RegressionError) -> [Double] {
    let all = try reader.values(expression).numbers
    let numbers = rows.map { all[$0] }
    for (index, row) in rows.enumerated() where !numbers[index].isFinite {
      throw try reader.fault(in: outer, row: row)
    }
    return numbers
  }

  private mutating func check(
    _ numbers: [Double], of expression: Formula.Expression
  ) throws(RegressionError) {
    // Written so that what is not a number is refused too.
    for (index, row) in rows.enumerated() where !(abs(numbers[index]) <= Regression.largest) {
      throw try reader.fault(in: expression, row: row)
    }
  }

  private mutating func polynomial(
    _ expression: Formula.Expression, _ degree: Int, name: String
  ) throws(RegressionError) -> PartColumns {
    let x = try numbers(expression)
    guard let columns = OrthogonalPolynomials.columns(x, degree: degree) else {
      throw .tooFewValues(name, needed: degree + 1)
    }
    return .basis(names: degree == 1 ? [name] : (1...degree).map { "\(name)\($0)" }, columns)
  }

  // MARK: Levels

  private mutating func levels(
    _ name: String, base: String?
  ) throws(RegressionError) -> PartColumns {
    let factor = try factor(name)
    guard let base else { return .levels(factor, base: 0) }
    guard let place = factor.levels.firstIndex(of: base) else {
      throw .noSuchLevel(base, column: name, available: factor.levels)
    }
    return .levels(factor, base: place)
  }

  private mutating func factor(_ name: String) throws(RegressionError) -> Factor {
    if let known = factors[name] { return known }
    let factor = try Self.factor(name, try reader.levels(name), rows, reader.table)
    factors[name] = factor
    return factor
  }

  /// A column as a factor on some of its rows; a missing level throws.
  static func factor(
    _ name: String, _ levels: [String?], _ rows: [Int], _ table: Table
  ) throws(RegressionError) -> Factor {
    var values: [String] = []
    values.reserveCapacity(rows.count)
    for row in rows {
      guard let level = levels[row] else {
        throw .table(.missingValue(at: table.place(row: row, column: name)))
      }
      values.append(level)
    }
    return Factor(name, values)
  }
}
