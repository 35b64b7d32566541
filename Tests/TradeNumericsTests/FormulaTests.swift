import Testing
import TradeNumerics
import TradeTestSupport

@Suite struct FormulaTests {
  @Test func `has a response, an intercept and terms`() throws {
    let formula = try Formula("log(turnover) ~ year + year^2")
    #expect(formula.response == .call(.log, .column("turnover")))
    #expect(formula.hasIntercept)
    #expect(formula.terms == [.column("year"), .power(.column("year"), 2)])
  }

  @Test(
    arguments: [
      ("y ~ 0 + x", false), ("y ~ x + 0", false), ("y ~ x - 1", false), ("y ~ x", true),
      ("y ~ 1 + x", true), ("y ~ 0 + x + 1", true), ("y ~ x - 0", true), ("y ~ 1", true),
    ])
  func `0 and minus 1 leave the intercept out`(text: String, isThere: Bool) throws {
    #expect(try Formula(text).hasIntercept == isThere)
  }

  @Test func `a formula of an intercept alone has no terms`() throws {
    let formula = try Formula("y ~ 1")
    #expect(formula.terms.isEmpty)
    #expect(formula.description == "y ~ 1")
  }

  @Test func `names every column once`() throws {
    let formula = try Formula("log(y) ~ x + x^2 + sqrt(exp(z)) + y")
    #expect(formula.columns == ["y", "x", "z"])
  }

  @Test(
    arguments: [
      ("y~x", "y ~ x"), ("  y  ~  x +  z ", "y ~ x + z"), ("y ~ x - 1", "y ~ 0 + x"),
      ("y ~ log( x ) ^ 2", "y ~ log(x)^2"), ("y ~ x^1", "y ~ x"), ("`y` ~ `x`", "y ~ x"),
      ("`a name` ~ `3rd`", "`a name` ~ `3rd`"), ("y\n~\tx", "y ~ x"),
    ])
  func `prints in one form`(text: String, expected: String) throws {
    #expect(try Formula(text).description == expected)
  }

  @Test(arguments: 1...200) func `printing a formula gives one that parses to the same`(
    seed: Int
  ) throws {
    var writer = FormulaWriter(seed: seed)
    let (text, response, hasIntercept, terms) = writer.formula()
    let formula = try Formula(text)
    #expect(formula.response == response)
    #expect(formula.hasIntercept == hasIntercept)
    #expect(formula.terms == terms)
    #expect(try Formula(formula.description) == formula)
  }
}

/// Writes random formulas together with what they mean.
private struct FormulaWriter {
  private var generator: SeededGenerator

  private static let plain = ["y", "x1", "оборот", "Δy", "năm", "log", "a.b_c", "_z", "贸易"]
  private static let quoted = ["a name", "3rd", "x + y", "~", "log(x)", "x^2", "é è", "1", "a\nb"]

  init(seed: Int) { generator = SeededGenerator(seed: seed) }

  mutating func formula() -> (String, Formula.Expression, Bool, [Formula.Expression]) {
    let response = expression(depth: 0)
    let hasIntercept = Bool.random(using: &generator)
    var parts = hasIntercept ? [] : ["0"]
    var terms: [Formula.Expression] = []
    for _ in 0..<Int.random(in: 1...5, using: &generator) {
      let term = expression(depth: 0)
      guard !terms.contains(term.expression) else { continue }
      terms.append(term.expression)
      parts.append(term.text)
    }
    let right = parts.joined(separator: "\(blanks())+\(blanks())")
    let text = "\(blanks())\(response.text)\(blanks())~\(blanks())\(right)\(blanks())"
    return (text, response.expression, hasIntercept, terms)
  }

  private mutating func expression(depth: Int) -> (text: String, expression: Formula.Expression) {
    var (text, expression) = base(depth: depth)
    if Int.random(in: 0..<3, using: &generator) == 0 {
      let exponent = Int.random(in: 1...20, using: &generator)
      text += "\(blanks())^\(blanks())\(exponent)"
      if exponent > 1 { expression = .power(expression, exponent) }
    }
    return (text, expression)
  }

  private mutating func base(depth: Int) -> (String, Formula.Expression) {
    if depth < 6, Int.random(in: 0..<3, using: &generator) == 0 {
      let function = Formula.Function.allCases.randomElement(using: &generator) ?? .log
      let inner = expression(depth: depth + 1)
      return (
        "\(function.rawValue)\(blanks())(\(blanks())\(inner.text)\(blanks()))",
        .call(function, inner.expression)
      )
    }
    if Bool.random(using: &generator) {
      let name = Self.plain.randomElement(using: &generator) ?? "y"
      let isQuoted = Bool.random(using: &generator)
      return (isQuoted ? "`\(name)`" : name, .column(name))
    }
    let name = Self.quoted.randomElement(using: &generator) ?? "1"
    return ("`\(name)`", .column(name))
  }

  private mutating func blanks() -> String {
    ["", "", " ", "  ", "\t", "\n"].randomElement(using: &generator) ?? ""
  }
}
