/// A regression formula: `log(turnover) ~ year + year^2`.
///
/// The text is the same in Swift, on the command line and in a notebook. `0 +` or `- 1` leaves the
/// intercept out. Printing a formula gives a text that parses to the same formula.
///
/// - `log( ) exp( ) sqrt( )` of any expression
/// - `x^2`: a power with a whole exponent from 1 to 20
/// - `` `a name` ``: a column whose name is no plain word
public struct Formula: Sendable, Equatable {
  public let response: Expression
  public let hasIntercept: Bool
  public let terms: [Expression]

  public init(_ text: String) throws(FormulaError) {
    var parser = FormulaParser(text)
    self = try parser.formula()
  }

  init(response: Expression, hasIntercept: Bool, terms: [Expression]) {
    self.response = response
    self.hasIntercept = hasIntercept
    self.terms = terms
  }

  /// Something that has a value in every row of a table.
  public indirect enum Expression: Sendable, Equatable {
    case column(String)
    case call(Function, Expression)
    case power(Expression, Int)
  }

  public enum Function: String, Sendable, CaseIterable {
    case log
    case exp
    case sqrt
  }

  /// Every column that the formula reads, each once.
  public var columns: [String] {
    var seen: Set<String> = []
    return ([response] + terms).map(\.column).filter { seen.insert($0).inserted }
  }
}

extension Formula.Expression {
  /// The column at the bottom of the expression.
  public var column: String {
    switch self {
    case .column(let name): name
    case .call(_, let inner), .power(let inner, _): inner.column
    }
  }
}

extension Formula: CustomStringConvertible {
  public var description: String {
    let right = (hasIntercept ? [] : ["0"]) + terms.map(\.description)
    return "\(response) ~ \(right.isEmpty ? "1" : right.joined(separator: " + "))"
  }
}

extension Formula.Expression: CustomStringConvertible {
  public var description: String {
    switch self {
    case .column(let name): FormulaParser.isWord(name) ? name : "`\(name)`"
    case .call(let function, let inner): "\(function.rawValue)(\(inner))"
    case .power(let base, let exponent): "\(base)^\(exponent)"
    }
  }
}

/// Where a formula stops making sense, and what was expected there.
public struct FormulaError: Error, Equatable, Sendable, CustomStringConvertible {
  public let text: String
  /// Characters before the place.
  public let position: Int
  public let problem: String

  /// The problem, the formula and a caret under the place.
  public var description: String {
    let start = max(0, position - 50)
    let excerpt = text.dropFirst(start).prefix(70)
    return "\(problem)\n  \(excerpt)\n  \(String(repeating: " ", count: position - start))^"
  }
}
