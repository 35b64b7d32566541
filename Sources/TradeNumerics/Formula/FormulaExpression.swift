import TradeTables

extension Formula {
  /// Something that has a number in every row of a table.
  ///
  /// `log(value + 1)` is a call of `log` on an operation on a column and a number.
  public indirect enum Expression: Sendable, Equatable {
    /// The number in the column of that name.
    case column(String)
    /// The same number in every row, zero or more.
    case number(Double)
    /// A function of another expression.
    case call(Function, Expression)
    /// Another expression to a whole power from 2 to 20.
    case power(Expression, Int)
    /// Another expression with its sign changed.
    case negative(Expression)
    /// Two expressions added, subtracted, multiplied or divided.
    case operation(Operator, Expression, Expression)
    /// The value of another expression so many rows above, or periods before in a panel.
    case lag(Expression, Int)
    /// Another expression minus its value so many rows above, or periods before in a panel.
    case difference(Expression, Int)
  }

  /// The functions of one number that a formula may use, spelt as in its text.
  public enum Function: String, Sendable, CaseIterable {
    /// The natural logarithm, of numbers above zero.
    case log
    /// e to the power of a number.
    case exp
    /// The square root, of numbers from zero on.
    case sqrt
  }

  /// The operations on two numbers, spelt as in a formula's text.
  public enum Operator: String, Sendable, CaseIterable {
    /// The sum.
    case add = "+"
    /// The first number minus the second.
    case subtract = "-"
    /// The product.
    case multiply = "*"
    /// The first number over the second, which may not be zero.
    case divide = "/"
  }
}

extension Formula.Expression {
  /// The columns that the expression reads, from left to right, each once.
  public var columns: [String] {
    var seen: Set<String> = []
    return allColumns.filter { seen.insert($0).inserted }
  }

  private var allColumns: [String] {
    if case .column(let name) = self { return [name] }
    return operands.flatMap { $0.expression.allColumns }
  }

  /// The expressions that this one is made of, each with its lag.
  var operands: [(expression: Self, lag: Int)] {
    switch self {
    case .column, .number: []
    case .call(_, let inner), .power(let inner, _), .negative(let inner): [(inner, 0)]
    case .operation(_, let left, let right): [(left, 0), (right, 0)]
    case .lag(let inner, let rows): [(inner, rows)]
    case .difference(let inner, let rows): [(inner, 0), (inner, rows)]
    }
  }

  /// Whether a value depends on nothing but the row it stands in.
  var staysInRow: Bool {
    operands.allSatisfy { $0.lag == 0 && $0.expression.staysInRow }
  }
}

extension Formula.Expression: CustomStringConvertible {
  /// Text that reads back as the same expression where a term may stand.
  ///
  /// Arithmetic stands inside `I( )`; only a name that is no plain word has backquotes.
  public var description: String {
    switch self {
    case .number, .negative, .operation: "I(\(argument))"
    case .power(let base, let exponent):
      if case .power = base { "I(\(base.argument))^\(exponent)" } else { "\(base)^\(exponent)" }
    default: argument
    }
  }

  /// Text that reads back as the same expression between brackets, such as in `log( )`.
  var argument: String { text(binding: 0) }

  /// The text, in brackets where it would bind less than what stands around it.
  ///
  /// Sums bind 1, products 2, a sign 3, powers 4 and everything else 5, as they do in arithmetic.
  private func text(binding outer: Int) -> String {
    let (binding, text): (Int, String) =
      switch self {
      case .column(let name): (5, Formula.quoted(name))
      case .number(let number): (5, NumberText.full(number))
      case .call(let function, let inner): (5, "\(function.rawValue)(\(inner.argument))")
      case .lag(let inner, let rows): (5, "lag(\(inner.argument), \(rows))")
      case .difference(let inner, 1): (5, "diff(\(inner.argument))")
      case .difference(let inner, let rows): (5, "diff(\(inner.argument), \(rows))")
      case .power(let base, let exponent): (4, "\(base.text(binding: 5))^\(exponent)")
      case .negative(let inner): (3, "-\(inner.text(binding: 3))")
      case .operation(let sign, let left, let right):
        (
          sign.binding,
          "\(left.text(binding: sign.binding)) \(sign.rawValue) "
            + right.text(binding: sign.binding + 1)
        )
      }
    return binding < outer ? "(\(text))" : text
  }
}

extension Formula.Operator {
  fileprivate var binding: Int { self == .add || self == .subtract ? 1 : 2 }
}
