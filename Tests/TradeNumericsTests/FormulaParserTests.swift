import Testing
import TradeNumerics

@Suite struct FormulaParserTests {
  private static let exponent = "expected a whole exponent from 1 to 20"
  private static let numbers = "expected a term; of numbers only 0 and 1 have a meaning"
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
      ("y ~ x * z", 6, "expected '+' or the end"),
      ("y ~ x)", 5, "expected '+' or the end"),
      ("y ~ log x", 8, "expected '+' or the end"),
      ("y ~ 1.5", 5, "expected '+' or the end"),
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
      ("y ~ log(x + z)", 10, "expected ')'"),
      ("y ~ log()", 8, "expected a term"),
      ("y ~ 3rd", 4, numbers),
      (
        "y ~ lag(x)", 4,
        "there is no function 'lag' (did you mean 'log'?); the functions are log, exp, sqrt"
      ),
      ("cosine(y) ~ x", 0, "there is no function 'cosine'; the functions are log, exp, sqrt"),
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

  /// A formula with functions inside functions: `log(log(x))`.
  private func nested(_ count: Int) -> String {
    "y ~ " + String(repeating: "log(", count: count) + "x" + String(repeating: ")", count: count)
  }

  @Test func `takes functions inside functions up to 32`() throws {
    #expect(try Formula(nested(32)).columns == ["y", "x"])
  }

  @Test(arguments: [33, 1000]) func `refuses functions nested deeper than 32`(count: Int) {
    let error = #expect(throws: FormulaError.self) { try Formula(nested(count)) }
    #expect(error?.problem == "more than 32 functions inside one another")
  }

  @Test(arguments: ["log(", "("]) func `20 000 open brackets are an error and no crash`(
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
    #expect(try Formula(text).terms == [.column(String(repeating: "x", count: 9996))])
    #expect(throws: FormulaError.self) { try Formula(text + "x") }
  }

  @Test(arguments: ["оборот", "năm", "贸易额", "Δy", "x.1", "_x", "log", "é"])
  func `takes letters of any script as a name`(name: String) throws {
    #expect(try Formula("\(name) ~ x2").response == .column(name))
  }

  @Test(arguments: ["a name", "x + y", "3rd", "a~b", "log(x)", "(", "\"", "x^2"])
  func `takes anything between backticks as a name`(name: String) throws {
    #expect(try Formula("log(`\(name)`) ~ `\(name)`^2").terms == [.power(.column(name), 2)])
  }
}
