import TradeTables

/// Values: what has one number in every row.
///
///     value   = (name | call | 'I' '(' sum ')') ('^' exponent)?
///     sum     = product (('+' | '-') product)*
///     product = signed (('*' | '/') signed)*
///     signed  = '-' signed | power
///     power   = (number | '(' sum ')' | name | call) ('^' exponent)?
///     call    = function '(' sum (',' whole number)? ')'
extension FormulaParser {
  /// Brackets inside one another, at the most.
  static let depthLimit = 32
  /// Arithmetic signs in one value, at the most.
  static let operationLimit = 100

  /// A value where a term may stand: arithmetic only inside brackets.
  mutating func value() throws(FormulaError) -> Formula.Expression {
    operations = 0
    if scanner.next == "(" {
      throw scanner.failure("expected a term; arithmetic stands inside I( )")
    }
    return try power(of: atom(depth: 0))
  }

  /// A value between brackets, where arithmetic may stand.
  mutating func argument(depth: Int) throws(FormulaError) -> Formula.Expression {
    if depth == 1 { operations = 0 }
    return try sum(depth: depth)
  }

  private mutating func sum(depth: Int) throws(FormulaError) -> Formula.Expression {
    var result = try product(depth: depth)
    while let sign = try takeOperator(.add, .subtract) {
      result = .operation(sign, result, try product(depth: depth))
    }
    return result
  }

  private mutating func product(depth: Int) throws(FormulaError) -> Formula.Expression {
    var result = try signed(depth: depth)
    while let sign = try takeOperator(.multiply, .divide) {
      result = .operation(sign, result, try signed(depth: depth))
    }
    return result
  }

  private mutating func signed(depth: Int) throws(FormulaError) -> Formula.Expression {
    var signs = 0
    while try takeOperator(.subtract) != nil { signs += 1 }
    let inner = try power(of: atom(depth: depth))
    return (0..<signs).reduce(inner) { result, _ in .negative(result) }
  }

  private mutating func takeOperator(
    _ choices: Formula.Operator...
  ) throws(FormulaError) -> Formula.Operator? {
    guard let next = scanner.next, let sign = Formula.Operator(rawValue: String(next)),
      choices.contains(sign)
    else { return nil }
    operations += 1
    guard operations <= Self.operationLimit else {
      throw scanner.failure("more than \(Self.operationLimit) operations in one term")
    }
    scanner.position += 1
    return sign
  }

  private mutating func power(
    of base: Formula.Expression
  ) throws(FormulaError) -> Formula.Expression {
    guard scanner.take("^") else { return base }
    let exponent = try whole(1...20, "expected a whole exponent from 1 to 20")
    return exponent == 1 ? base : .power(base, exponent)
  }

  /// A column or a call; inside brackets also a number or a sum in brackets.
  private mutating func atom(depth: Int) throws(FormulaError) -> Formula.Expression {
    if depth > 0, scanner.take("(") { return try bracket(depth: depth) }
    scanner.skipBlanks()
    let start = scanner.position
    if depth > 0, let number = scanner.takeNumber() {
      guard number.isFinite else {
        scanner.position = start
        throw scanner.failure("the number is too large; the largest is 1.8e308")
      }
      return .number(number)
    }
    guard let function = scanner.takeCall() else {
      return .column(
        try name(
          depth == 0 ? "expected a term" : "expected a column, a number or a function"))
    }
    return try call(function, start: start, depth: depth)
  }

  /// A sum and its closing bracket; the opening one is behind.
  private mutating func bracket(depth: Int) throws(FormulaError) -> Formula.Expression {
    let inner = try opened(depth: depth)
    try closeBracket()
    return inner
  }

  private mutating func opened(depth: Int) throws(FormulaError) -> Formula.Expression {
    guard depth < Self.depthLimit else {
      throw scanner.failure("more than \(Self.depthLimit) brackets inside one another")
    }
    return try sum(depth: depth + 1)
  }

  private mutating func call(
    _ name: String, start: Int, depth: Int
  ) throws(FormulaError) -> Formula.Expression {
    if let function = Formula.Function(rawValue: name) {
      return .call(function, try bracket(depth: depth))
    }
    switch name {
    case "I": return try bracket(depth: depth)
    case "lag": return .lag(try opened(depth: depth), try rowsAbove())
    case "diff": return .difference(try opened(depth: depth), try rowsAbove())
    default:
      scanner.position = start
      throw scanner.failure(Self.noSuchFunction(name))
    }
  }

  private static let functions = Formula.Function.allCases.map(\.rawValue) + ["I", "lag", "diff"]
  private static let termFunctions = ["dummy", "poly", "offset"]

  private static func noSuchFunction(_ name: String) -> String {
    guard !termFunctions.contains(name) else {
      return "\(name)( ) stands only as a term, not inside another or as the response"
    }
    let known = functions + termFunctions
    return "there is no function '\(name)'\(Suggestion.text(for: name, among: known))"
      + "; the functions are \(known.joined(separator: ", "))"
  }

  /// `, 2)` or `)`, which stands for 1.
  private mutating func rowsAbove() throws(FormulaError) -> Int {
    let rows =
      scanner.take(",") ? try whole(1...1000, "expected a whole number of rows from 1 to 1000") : 1
    try closeBracket()
    return rows
  }

  // MARK: Pieces

  mutating func closeBracket() throws(FormulaError) {
    guard scanner.take(")") else { throw scanner.failure("expected ')'") }
  }

  mutating func whole(
    _ range: ClosedRange<Int>, _ expected: String
  ) throws(FormulaError) -> Int {
    scanner.skipBlanks()
    let start = scanner.position
    guard let number = scanner.takeInteger(), range.contains(number) else {
      scanner.position = start
      throw scanner.failure(expected)
    }
    return number
  }

  /// A plain word, or anything between backticks.
  mutating func name(_ expected: String) throws(FormulaError) -> String {
    if scanner.take("`") {
      guard let name = scanner.take(upTo: "`"), !name.isEmpty else {
        throw scanner.failure("expected a name and a closing '`'")
      }
      return name
    }
    let name = scanner.takeWord()
    guard !name.isEmpty else { throw scanner.failure(expected) }
    return name
  }
}
