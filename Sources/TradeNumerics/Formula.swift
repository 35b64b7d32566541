/// A regression formula: `log(turnover) ~ year + year^2`.
///
/// The text is the same in Swift, on the command line and in a notebook. `0 +` or `- 1` leaves the
/// intercept out. Printing a formula gives a text that parses to the same formula.
///
/// - `log( ) exp( ) sqrt( )` of any expression
/// - `x^2`: a power with a whole exponent from 1 to 20
/// - a name in backticks: a column whose name is no plain word
public struct Formula: Sendable, Equatable {
  /// What is explained: the side left of `~`.
  public let response: Expression
  /// Whether a constant stands beside the terms, as it does unless `0 +` or `- 1` is written.
  public let hasIntercept: Bool
  /// What explains it: the side right of `~`, in order, no term twice.
  public let terms: [Expression]

  /// Reads the text; where it makes no sense, the error says at which character and why.
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
    /// The number in the column of that name.
    case column(String)
    /// A function of another expression.
    case call(Function, Expression)
    /// Another expression to a whole power from 2 to 20.
    case power(Expression, Int)
  }

  /// The functions that a formula may use, spelt as in its text.
  public enum Function: String, Sendable, CaseIterable {
    /// The natural logarithm, of numbers above zero.
    case log
    /// e to the power of a number.
    case exp
    /// The square root, of numbers from zero on.
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
  /// Text that reads back as the same formula, evenly spaced.
  public var description: String {
    let right = (hasIntercept ? [] : ["0"]) + terms.map(\.description)
    return "\(response) ~ \(right.isEmpty ? "1" : right.joined(separator: " + "))"
  }
}

extension Formula.Expression: CustomStringConvertible {
  /// Text that reads back as the same expression; only a name that is no plain word has backquotes.
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
  /// The whole formula as it was written.
  public let text: String
  /// Characters before the place.
  public let position: Int
  /// What was expected at the place, or what may not stand there.
  public let problem: String

  /// The problem, the formula and a caret under the place.
  public var description: String {
    let start = max(0, position - 50)
    let excerpt = text.dropFirst(start).prefix(70)
    return "\(problem)\n  \(excerpt)\n  \(String(repeating: " ", count: position - start))^"
  }
}
