import Testing
import TradeNumerics

@Suite struct FormulaParserTests {
  private static let exponent = "expected a whole exponent from 1 to 20"
  private static let numbers = "expected a term; of numbers only 0 and 1 have a meaning"
  private static let inside = "expected a column, a number or a function"
  private static let rows = "expected a whole number of rows from 1 to 1000"
  private static let constant =
    "expected a column in the term; it is the same number in every row"
  private static let functions =
    "the functions are log, exp, sqrt, I, lag, diff, dummy, poly, offset"
  private static func misplaced(_ name: String) -> String {
    "\(name)( ) stands only as a term, not inside another or as the response"
  }
  private static let name = "expected a name and a closing '`'"

  @Test(
    arguments: [
      ("", 0, "expected a term"),
      ("   ", 3, "expected a term"),
      ("1 ~ x", 0, "expected a term"),
      ("~ x", 0, "expected a term"),
      ("y", 1, "expected '~' after the response"),
      ("y x", 2, "expected '~' after the response"),
      ("y + z ~ x", 2, "expected '~' after the response"),
      ("y ~", 3, "expected a term"),
      ("y ~ ", 4, "expected a term"),
      ("y ~ + x", 4, "expected a term"),
      ("y ~ x +", 7, "expected a term"),
      ("y ~ x + + z", 8, "expected a term"),
      ("y ~ x z", 6, "expected '+' or the end"),
      ("y ~ x ~ z", 6, "expected '+' or the end"),
      ("y ~ x)", 5, "expected '+' or the end"),
      ("y ~ log x", 8, "expected '+' or the end"),
      ("y ~ 1.5", 4, numbers),
      ("y ~ 1x", 5, "expected '+' or the end"),
      ("y ~ x + x", 8, "the term 'x' appears twice"),
      ("y ~ x + z + `x`", 12, "the term 'x' appears twice"),
      ("y ~ x + x^1", 8, "the term 'x' appears twice"),
      ("y ~ x - x", 8, "expected 1 after '-'"),
      ("y ~ 2", 4, numbers),
      ("y ~ x + 17", 8, numbers),
      ("y ~ x - 2", 8, numbers),
      ("y ~ 0", 5, "expected at least one term"),
      ("y ~ 1 - 1", 9, "expected at least one term"),
      ("y ~ x^", 6, exponent),
      ("y ~ x^0", 6, exponent),
      ("y ~ x^21", 6, exponent),
      ("y ~ x^-1", 6, exponent),
      ("y ~ x^z", 6, exponent),
      ("y ~ x^99999999999999999999", 6, exponent),
      ("y ~ x^2^3", 7, "expected '+' or the end"),
      ("y ~ `x", 6, name),
      ("y ~ ``", 6, name),
      ("y ~ log(x", 9, "expected ')'"),
      ("y ~ log(x z)", 10, "expected ')'"),
      ("y ~ log()", 8, inside),
      ("y ~ log(x + )", 12, inside),
      ("y ~ log(x +* z)", 11, inside),
      ("y ~ log(+x)", 8, inside),
      ("y ~ log(x^)", 10, exponent),
      ("y ~ log(x^2.5)", 11, "expected ')'"),
      ("y ~ log(2x)", 9, "expected ')'"),
      ("y ~ log((x + z)", 15, "expected ')'"),
      ("y ~ log(x, 2)", 9, "expected ')'"),
      ("y ~ I(x * 1e999)", 10, "the number is too large; the largest is 1.8e308"),
      ("y ~ .5", 4, numbers),
      ("y ~ x / z", 6, "expected '+' or the end; arithmetic stands inside I( )"),
      ("y ~ (x + z)", 4, "expected a term; arithmetic stands inside I( )"),
      ("(y) ~ x", 0, "expected a term; arithmetic stands inside I( )"),
      ("y ~ x + (z)", 8, "expected a term; arithmetic stands inside I( )"),
      ("y ~ x *", 7, "expected a term"),
      ("y ~ x:", 6, "expected a term"),
      ("y ~ x:2", 6, "expected a term"),
      ("y ~ x*2", 6, "expected a term"),
      ("y ~ -x", 4, "expected a term"),
      ("y ~ I(2)", 4, constant),
      ("y ~ x:log(3)", 6, constant),
      ("y ~ offset(0.5)", 4, constant),
      ("y ~ poly(3, 2)", 4, constant),
      ("y ~ x:x", 4, "'x' interacts with itself"),
      ("y ~ z + x*x^1", 8, "'x' interacts with itself"),
      ("y ~ a:b:c:d:e:f:g", 4, "an interaction of more than 6 parts"),
      ("y ~ a*b*c*d*e*f*g", 4, "an interaction of more than 6 parts"),
      ("y ~ x:z + z:x", 10, "the term 'z:x' appears twice"),
      ("y ~ x*z + x", 10, "the term 'x' appears twice"),
      ("y ~ x*z + x:z", 10, "the term 'x:z' appears twice"),
      ("y ~ x*z + z*x", 10, "the term 'z:x' appears twice"),
      ("y ~ x + I(x)", 8, "the term 'x' appears twice"),
      ("y ~ x + I(z - 1) + I(z-1)", 19, "the term 'I(z - 1)' appears twice"),
      ("y ~ dummy(x) + dummy(x)", 15, "the term 'dummy(x)' appears twice"),
      ("y ~ x + offset(z) + offset(z)", 20, "the term 'offset(z)' appears twice"),
      ("y ~ offset(z):x", 13, "expected '+' or the end"),
      ("y ~ x - offset(z)", 8, "expected 1 after '-'"),
      ("y ~ 0 + offset(x)", 17, "expected at least one term"),
      ("y ~ x:offset(z)", 6, misplaced("offset")),
      ("y ~ log(dummy(x))", 8, misplaced("dummy")),
      ("y ~ poly(poly(x, 2), 2)", 9, misplaced("poly")),
      ("dummy(y) ~ x", 0, misplaced("dummy")),
      ("y ~ lag(x, 0)", 11, rows),
      ("y ~ lag(x, 1001)", 11, rows),
      ("y ~ lag(x, -1)", 11, rows),
      ("y ~ diff(x,)", 11, rows),
      ("y ~ lag(x, z)", 11, rows),
      ("y ~ lag(x 2)", 10, "expected ')'"),
      ("y ~ lag(x, 2, 3)", 12, "expected ')'"),
      ("y ~ poly(x)", 10, "expected ',' and the degree of the polynomials"),
      ("y ~ poly(x, 0)", 12, "expected a whole degree from 1 to 20"),
      ("y ~ poly(x, 21)", 12, "expected a whole degree from 1 to 20"),
      ("y ~ poly(x, 2", 13, "expected ')'"),
      ("y ~ dummy()", 10, "expected the name of a column"),
      ("y ~ dummy(log(x))", 13, "expected ')'"),
      ("y ~ dummy(x, \"a\")", 13, "expected base = \"LEVEL\""),
      ("y ~ dummy(x, level = \"a\")", 13, "expected base = \"LEVEL\""),
      ("y ~ dummy(x, base)", 13, "expected base = \"LEVEL\""),
      ("y ~ dummy(x, base = a)", 20, "expected a level in double quotes"),
      ("y ~ dummy(x, base = \"a)", 20, "the quote that opens here is never closed"),
      ("y ~ dummy(x, base = \"a\"\")", 20, "the quote that opens here is never closed"),
      ("y ~ dummy(x, base = \"a\"", 23, "expected ')'"),
      ("y ~ dummy(x)^2", 12, "expected '+' or the end"),
      ("y ~ x |", 7, "expected a column to absorb"),
      ("y ~ x | 1", 8, "expected a column to absorb"),
      ("y ~ x | a + ", 12, "expected a column to absorb"),
      ("y ~ x | a^", 10, "expected a column to absorb"),
      ("y ~ x | a^2", 10, "expected a column to absorb"),
      ("y ~ x | log(a)", 11, "expected '+' or the end"),
      ("y ~ x | a b", 10, "expected '+' or the end"),
      ("y ~ x | a / b", 10, "expected '+' or the end"),
      ("y ~ x | a | b", 10, "expected '+' or the end"),
      ("y ~ x | a + a", 12, "the effect 'a' appears twice"),
      ("y ~ x | a^b + b^a", 14, "the effect 'b^a' appears twice"),
      ("y ~ x | a^a", 8, "the effect 'a^a' has a column twice"),
      ("y | a ~ x", 2, "expected '~' after the response"),
      ("y ~ 3rd", 4, numbers),
      ("y ~ lagg(x)", 4, "there is no function 'lagg' (did you mean 'lag'?); \(functions)"),
      ("cosine(y) ~ x", 0, "there is no function 'cosine'; \(functions)"),
      ("y ~ log(sin(x))", 8, "there is no function 'sin'; \(functions)"),
    ])
  func `says what was expected and where`(text: String, position: Int, problem: String) {
    let error = #expect(throws: FormulaError.self) { try Formula(text) }
    #expect(error?.text == text)
    #expect(error?.position == position)
    #expect(error?.problem == problem)
  }

  @Test func `draws a caret under the place`() {
    let error = #expect(throws: FormulaError.self) { try Formula("log(turnover) ~ year +") }
    #expect(
      error?.description == """
        expected a term
          log(turnover) ~ year +
                                ^
        """)
  }

  @Test func `counts characters as a reader does`() {
    let error = #expect(throws: FormulaError.self) { try Formula("оборот ~ năm thừa") }
    #expect(error?.position == 13)
    #expect(
      error?.description == """
        expected '+' or the end
          оборот ~ năm thừa
                       ^
        """)
  }

  @Test func `shows only the surroundings in a long formula`() {
    let text = "y ~ " + (1...100).map { "x\($0)" }.joined(separator: " + ") + " + ?"
    let error = #expect(throws: FormulaError.self) { try Formula(text) }
    #expect(error?.position == text.count - 1)
    #expect(
      error?.description == """
        expected a term
          \(text.suffix(51))
          \(String(repeating: " ", count: 50))^
        """)
  }

  /// A formula with brackets inside brackets: `log(log(x))`.
  private func nested(_ opening: String, _ count: Int) -> String {
    "y ~ I(" + String(repeating: opening, count: count - 1) + "x"
      + String(repeating: ")", count: count)
  }

  @Test(arguments: ["log(", "(", "lag(", "I(", "-("])
  func `takes brackets inside brackets up to 32`(
    opening: String
  ) throws {
    let formula = try Formula(nested(opening, 32))
    #expect(formula.columns == ["y", "x"])
    #expect(try Formula(formula.description) == formula)
    for count in [33, 1000] {
      let error = #expect(throws: FormulaError.self) { try Formula(nested(opening, count)) }
      #expect(error?.problem == "more than 32 brackets inside one another")
    }
  }

  @Test(arguments: ["+ x ", "* x ", "- -x ", "/ 2 "]) func `takes 100 operations in a term`(
    operation: String
  ) throws {
    let each = operation == "- -x " ? 2 : 1
    let text = String(repeating: operation, count: 100 / each)
    let formula = try Formula("y ~ I(x \(text)) + poly(z \(text), 2)")
    #expect(try Formula(formula.description) == formula)
    let error = #expect(throws: FormulaError.self) { try Formula("y ~ I(x \(text) + x)") }
    #expect(error?.problem == "more than 100 operations in one term")
  }

  @Test func `takes 2000 terms and no more`() throws {
    let crossed = (0..<32).map { "a\($0)*b\($0)*c\($0)*d\($0)*e\($0)*f\($0)" }
    let error = #expect(throws: FormulaError.self) {
      try Formula("y ~ " + crossed.joined(separator: "+"))
    }
    #expect(error?.problem == "more than 2000 terms")
    let formula = try Formula("y ~ " + crossed.dropLast().joined(separator: "+"))
    #expect(formula.terms.count == 31 * 63)
  }

  @Test(arguments: ["log(", "(", "I(", "-"]) func `20 000 open brackets are an error and no crash`(
    bracket: String
  ) {
    let error = #expect(throws: FormulaError.self) {
      try Formula("y ~ " + String(repeating: bracket, count: 20_000))
    }
    #expect(error?.problem == "a formula of more than 10000 characters")
  }

  @Test func `a formula of a megabyte is refused in a short message`() {
    let error = #expect(throws: FormulaError.self) {
      try Formula("y ~ x" + String(repeating: " + x", count: 250_000))
    }
    #expect(error?.problem == "a formula of more than 10000 characters")
    #expect((error?.description.count ?? 1000) < 200)
  }

  @Test func `a formula of 10 000 characters is read`() throws {
    let text = "y ~ " + String(repeating: "x", count: 9996)
    #expect(try Formula(text).columns == ["y", String(repeating: "x", count: 9996)])
    #expect(throws: FormulaError.self) { try Formula(text + "x") }
  }

  @Test(arguments: ["оборот", ".x", "..", "năm", "贸易额", "Δy", "x.1", "_x", "log", "é"])
  func `takes letters of any script as a name`(name: String) throws {
    #expect(try Formula("\(name) ~ x2").response == .column(name))
  }

  @Test(arguments: ["a name", "x + y", "3rd", "a~b", "log(x)", "(", "\"", "x^2"])
  func `takes anything between backticks as a name`(name: String) throws {
    let formula = try Formula("log(`\(name)`) ~ `\(name)`^2")
    #expect(formula.terms.flatMap(\.parts) == [.value(.power(.column(name), 2))])
    #expect(formula.columns == [name])
  }
}
