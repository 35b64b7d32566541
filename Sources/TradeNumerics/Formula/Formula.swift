/// A regression formula: `log(turnover) ~ year + region:log(gdp) | origin + destination`.
///
/// The text is the same in Swift, on the command line and in a notebook. Printing a formula gives a
/// text that parses to the same formula.
///
/// - `log( ) exp( ) sqrt( )` of any expression; `x^2`: a whole power from 1 to 20
/// - `+ - * /`, numbers and brackets inside a function or `I( )`: `log(value + 1)`, `I(year - 2013)`
/// - `lag(x, 2)`, `diff(x)`, `diff(x, 2)`: rows above, in the order of the table, or periods before
///   in the same group of a `ModelFrame.Panel`
/// - `dummy(x)`, `dummy(x, base = "DEU")`: 0 and 1 for each level of x but the base; a column of
///   text needs no `dummy`
/// - `x:z` the interaction; `x*z` is short for `x + z + x:z`; `poly(x, 2)` orthogonal polynomials
/// - `offset(x)`: added with a coefficient of one; `0 +` or `- 1`: no intercept
/// - `| a + b + a^b`: effects that are absorbed, in place of an intercept
/// - a name in backticks: a column whose name is no plain word
///
/// Reference: Wilkinson & Rogers, "Symbolic description of factorial models for analysis of
/// variance" (1973).
public struct Formula: Sendable, Equatable {
  /// What is explained: the side left of `~`.
  public let response: Expression
  /// Whether a constant stands beside the terms.
  ///
  /// It does unless `0 +` or `- 1` is written or effects are absorbed, which hold the constant.
  public let hasIntercept: Bool
  /// What explains it: no term twice, single parts before interactions, else in order.
  public let terms: [Term]
  /// What is added to the explanation with a coefficient of one.
  public let offsets: [Expression]
  /// The effects after `|`, in order, none twice.
  public let effects: [Effect]

  /// Reads the text; where it makes no sense, the error says at which character and why.
  public init(_ text: String) throws(FormulaError) {
    var parser = FormulaParser(text)
    self = try parser.formula()
  }

  init(
    response: Expression, hasIntercept: Bool, terms: [Term], offsets: [Expression],
    effects: [Effect]
  ) {
    self.response = response
    self.hasIntercept = hasIntercept && effects.isEmpty
    self.terms = terms.enumerated()
      .sorted { ($0.element.parts.count, $0.offset) < ($1.element.parts.count, $1.offset) }
      .map(\.element)
    self.offsets = offsets
    self.effects = effects
  }

  /// Whether a term, the response or an offset reads another row than its own.
  public var hasLags: Bool {
    let parts = terms.flatMap(\.parts).compactMap { part -> Expression? in
      switch part {
      case .value(let expression), .polynomial(let expression, _): expression
      case .dummy: nil
      }
    }
    return !([response] + parts + offsets).allSatisfy(\.staysInRow)
  }

  /// Every column that the formula reads, each once.
  public var columns: [String] {
    var seen: Set<String> = []
    let all =
      response.columns + terms.flatMap { $0.parts.flatMap(\.columns) }
      + offsets.flatMap(\.columns) + effects.flatMap(\.columns)
    return all.filter { seen.insert($0).inserted }
  }
}

extension Formula: CustomStringConvertible {
  /// Text that reads back as the same formula, evenly spaced.
  public var description: String {
    let right =
      (hasIntercept || !effects.isEmpty ? [] : ["0"]) + terms.map(\.description)
      + offsets.map { "offset(\($0.argument))" }
    let absorbed = effects.map(\.description).joined(separator: " + ")
    return "\(response) ~ \(right.isEmpty ? "1" : right.joined(separator: " + "))"
      + (effects.isEmpty ? "" : " | \(absorbed)")
  }
}
