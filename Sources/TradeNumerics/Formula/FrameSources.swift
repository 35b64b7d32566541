import TradeTables

/// Everything that a formula reads from a table, before and after it is known which rows are used.
struct FrameSources {
  /// The rows in which nothing that the formula reads is missing, ascending.
  let rows: [Int]
  let formula: Formula
  /// What another table taught; `nil` where this one teaches.
  let encoding: FrameEncoding?
  var reader: FormulaReader
  private var factors: [String: Factor] = [:]

  /// Reads every column once to find the rows; the first that is not there throws.
  ///
  /// With an encoding, rows are to be predicted: there need be no response. Of a part of a file,
  /// `isWords` says what is known of its columns.
  init(
    _ formula: Formula, _ table: Table, panel: ModelFrame.Panel? = nil,
    encoding: FrameEncoding? = nil, isWords: [String: Bool] = [:]
  ) throws(RegressionError) {
    self.formula = formula
    self.encoding = encoding
    reader = FormulaReader(table, panel: panel, isWords: isWords)
    var isUsed = [Bool](repeating: true, count: table.rowCount)
    var expressions = encoding == nil ? [formula.response] : []
    if encoding == nil { _ = try reader.values(formula.response) }
    var columns: [String] = []
    for part in formula.terms.flatMap(\.parts) {
      if let name = try Self.levelColumn(part, encoding, &reader) {
        columns.append(name)
        continue
      }
      switch part {
      case .value(let expression), .polynomial(let expression, _): expressions.append(expression)
      case .dummy: break
      }
    }
    for expression in expressions + formula.offsets {
      let isMissing = try reader.values(expression).isMissing
      for row in isUsed.indices where isMissing[row] { isUsed[row] = false }
    }
    for name in columns + formula.effects.flatMap(\.columns) {
      let isMissing = try Self.isMissing(name, encoding, &reader)
      for row in isUsed.indices where isMissing[row] { isUsed[row] = false }
    }
    rows = isUsed.indices.filter { isUsed[$0] }
  }

  /// The column whose levels a part stands for; `nil` for a part of numbers.
  private static func levelColumn(
    _ part: Formula.Part, _ encoding: FrameEncoding?, _ reader: inout FormulaReader
  ) throws(RegressionError) -> String? {
    if let encoding {
      guard case .levels(let name, _, _)? = encoding.parts[part.description] else { return nil }
      return name
    }
    if case .dummy(let name, _) = part { return name }
    return try reader.wordColumn(part)
  }

  /// Every part of the formula by its text, each worked out once.
  mutating func parts() throws(RegressionError) -> [String: PartColumns] {
    var parts: [String: PartColumns] = [:]
    for part in formula.terms.flatMap(\.parts) where parts[part.description] == nil {
      parts[part.description] = try columns(of: part)
    }
    return parts
  }

  /// The sum of several expressions in the rows that are used; `nil` of none.
  mutating func sum(_ offsets: [Formula.Expression]) throws(RegressionError) -> [Double]? {
    var sum: [Double]?
    for offset in offsets {
      let numbers = try numbers(offset)
      sum = sum.map { sum in zip(sum, numbers).map { $0 + $1 } } ?? numbers
    }
    return sum
  }

  /// The numbers of an expression in the rows that are used.
  mutating func numbers(_ expression: Formula.Expression) throws(RegressionError) -> [Double] {
    let all = try reader.values(expression).numbers
    let numbers = rows.count == all.count ? all : rows.map { all[$0] }
    try check(numbers, of: expression)
    return numbers
  }

  /// The columns of a part of a term.
  private mutating func columns(of part: Formula.Part) throws(RegressionError) -> PartColumns {
    if case .levels(let name, let levels, let base)? = encoding?.parts[part.description] {
      return .levels(try factor(name, learned: levels), base: base)
    }
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
    // Where a column was fitted to, a power that is lost to zero everywhere says nothing.
    guard encoding == nil else { return .numbers(expression.description, high: high, low: low) }
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
    let names = degree == 1 ? [name] : (1...degree).map { "\(name)\($0)" }
    if case .basis(let polynomials)? = encoding?.parts[name] {
      let columns = polynomials.columns(x)
      for column in columns {
        for (index, row) in rows.enumerated() where !(abs(column[index]) <= Regression.largest) {
          throw .undefined(name, of: x[index], at: reader.table.place(row: row))
        }
      }
      return .basis(names: names, columns, polynomials)
    }
    guard let (polynomials, columns) = OrthogonalPolynomials.fitted(to: x, degree: degree) else {
      throw .tooFewValues(name, needed: degree + 1)
    }
    return .basis(names: names, columns, polynomials)
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
    _ name: String, _ levels: ColumnLevels, _ rows: [Int], _ table: Table
  ) throws(RegressionError) -> Factor {
    if let row = rows.first(where: { levels.codes[$0] < 0 }) {
      throw .table(.missingValue(at: table.place(row: row, column: name)))
    }
    return Factor(name, levels, rows: rows)
  }
}
