import Testing
import TradeNumerics
import TradeTestSupport

@Suite struct FormulaTests {
  /// Of terms of one value each, the values.
  private func values(_ formula: Formula) -> [Formula.Expression] {
    formula.terms.compactMap { term in
      guard term.parts.count == 1, case .value(let expression) = term.parts[0] else { return nil }
      return expression
    }
  }

  @Test func `has a response, an intercept and terms`() throws {
    let formula = try Formula("log(turnover) ~ year + year^2")
    #expect(formula.response == .call(.log, .column("turnover")))
    #expect(formula.hasIntercept)
    #expect(values(formula) == [.column("year"), .power(.column("year"), 2)])
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

  @Test func `names the columns of dummies, offsets and effects too`() throws {
    let formula = try Formula("y ~ dummy(a) + poly(b, 2):c + offset(log(d + e)) | f + g^h + a")
    #expect(formula.columns == ["y", "a", "b", "c", "d", "e", "f", "g", "h"])
  }

  @Test func `reads arithmetic inside brackets as arithmetic goes`() throws {
    let x = Formula.Expression.column("x")
    let z = Formula.Expression.column("z")
    let formula = try Formula("y ~ log(x + 2 * z - 1.5) + I(-x^2 / (z - x))")
    let sum = Formula.Expression.operation(
      .subtract, .operation(.add, x, .operation(.multiply, .number(2), z)), .number(1.5))
    let quotient = Formula.Expression.operation(
      .divide, .negative(.power(x, 2)), .operation(.subtract, z, x))
    #expect(values(formula) == [.call(.log, sum), quotient])
  }

  @Test func `I of a column, a function or a power is just that`() throws {
    #expect(try Formula("y ~ I(x) + I(log(z)) + I(w^2)") == Formula("y ~ x + log(z) + w^2"))
  }

  @Test func `lag and diff without a number go one row back`() throws {
    let formula = try Formula("diff(y) ~ lag(x) + lag(log(x), 3) + diff(x, 2)")
    #expect(formula.response == .difference(.column("y"), 1))
    #expect(
      values(formula) == [
        .lag(.column("x"), 1), .lag(.call(.log, .column("x")), 3), .difference(.column("x"), 2),
      ])
  }

  @Test func `an asterisk is short for the parts and their interaction`() throws {
    #expect(try Formula("y ~ x*z") == Formula("y ~ x + z + x:z"))
    #expect(
      try Formula("y ~ x*z*w").description == "y ~ x + z + w + x:z + x:w + z:w + x:z:w")
    #expect(try Formula("y ~ x*z:w").description == "y ~ x + z:w + x:z:w")
    #expect(try Formula("y ~ x*z + x*w").description == "y ~ x + z + w + x:z + x:w")
    #expect(try Formula("y ~ x + x*z") == Formula("y ~ x*z"))
  }

  @Test func `single parts stand before interactions`() throws {
    #expect(try Formula("y ~ x:z + w:x:z + w").description == "y ~ w + x:z + w:x:z")
  }

  @Test func `effects stand in place of the intercept`() throws {
    let formula = try Formula("log(value) ~ log(distance) | origin + destination^year")
    #expect(!formula.hasIntercept)
    #expect(formula.effects.map(\.columns) == [["origin"], ["destination", "year"]])
    #expect(try Formula("y ~ 0 + x | a") == Formula("y ~ x | a"))
    #expect(try Formula("y ~ 1 + x | a") == Formula("y ~ x | a"))
    #expect(try Formula("y ~ 0 | a").description == "y ~ 1 | a")
  }

  @Test func `a level is any text in double quotes`() throws {
    let formula = try Formula("y ~ dummy(x, base = \"a \"\"b\"\", c)\") + dummy(z,base=\"1\")")
    #expect(
      formula.terms.flatMap(\.parts) == [
        .dummy("x", base: "a \"b\", c)"), .dummy("z", base: "1"),
      ])
  }

  @Test(
    arguments: [
      ("y~x", "y ~ x"), ("  y  ~  x +  z ", "y ~ x + z"), ("y ~ x - 1", "y ~ 0 + x"),
      ("y ~ log( x ) ^ 2", "y ~ log(x)^2"), ("y ~ x^1", "y ~ x"), ("`y` ~ `x`", "y ~ x"),
      ("`a name` ~ `3rd`", "`a name` ~ `3rd`"), ("y\n~\tx", "y ~ x"),
      ("y~x:z*w", "y ~ w + x:z + x:z:w"), ("y ~ I( x-1 )^2", "y ~ I(x - 1)^2"),
      ("y ~ I(((x)))", "y ~ x"), ("y ~ I(x^2)^3", "y ~ I(x^2)^3"),
      ("y ~ I(a-(b-c)-d)", "y ~ I(a - (b - c) - d)"), ("y ~ I(a/(b*c))", "y ~ I(a / (b * c))"),
      ("y ~ I((a+b)*-c)", "y ~ I((a + b) * -c)"), ("y ~ I(-(-x))", "y ~ I(--x)"),
      ("y ~ log((x-1)^2)", "y ~ log((x - 1)^2)"), ("y ~ I(x*1e6)", "y ~ I(x * 1000000)"),
      ("y ~ I(x*1.5E-7)", "y ~ I(x * 1.5e-07)"), ("y ~ lag(x)", "y ~ lag(x, 1)"),
      ("y ~ diff(x,1)", "y ~ diff(x)"), ("y ~ poly( x , 2 )", "y ~ poly(x, 2)"),
      ("y ~ poly(x+1,2)", "y ~ poly(x + 1, 2)"), ("y~offset(x-z)", "y ~ offset(x - z)"),
      ("y ~ dummy(`a b`,base=\"c\")", "y ~ dummy(`a b`, base = \"c\")"),
      ("y ~ x|a+b ^ `c d`", "y ~ x | a + b^`c d`"), ("y ~ offset(z) + x", "y ~ x + offset(z)"),
    ])
  func `prints in one form`(text: String, expected: String) throws {
    #expect(try Formula(text).description == expected)
  }

  @Test(arguments: 1...500) func `printing a formula gives one that parses to the same`(
    seed: Int
  ) throws {
    var writer = FormulaWriter(seed: seed)
    let text = writer.formula()
    let formula = try Formula(text)
    #expect(try Formula(formula.description) == formula)
    #expect(try Formula(formula.description).description == formula.description)
  }

  @Test(arguments: 1...500) func `blanks between symbols change nothing`(seed: Int) throws {
    var dense = FormulaWriter(seed: seed, blanks: [""])
    var wide = FormulaWriter(seed: seed, blanks: [" ", "\t", "\n", "  "])
    #expect(try Formula(dense.formula()) == Formula(wide.formula()))
  }

  @Test(arguments: 1...500) func `a cut or a changed character never crashes`(seed: Int) throws {
    var writer = FormulaWriter(seed: seed)
    var generator = SeededGenerator(seed: seed)
    var characters = Array(writer.formula())
    for _ in 0..<20 {
      let place = Int.random(in: 0..<characters.count, using: &generator)
      characters[place] = "()+-*/^:|~`\",.= 019xeI".randomElement(using: &generator) ?? "x"
      let text = String(characters.prefix(Int.random(in: 1...characters.count, using: &generator)))
      do throws(FormulaError) {
        let formula = try Formula(text)
        #expect(try Formula(formula.description) == formula)
      } catch {
        #expect(error.position >= 0 && error.position <= text.count)
        #expect(!error.description.isEmpty)
      }
    }
  }
}

/// Writes random formulas, with names of all kinds and brackets that are not needed.
private struct FormulaWriter {
  private var generator: SeededGenerator
  /// Blanks have a generator of their own, so that they do not change what is written.
  private var blankGenerator: SeededGenerator
  private let allBlanks: [String]

  private static let plain = ["y", "x1", "оборот", "Δy", "năm", "log", "a.b_c", "_z", "贸易", "I"]
  private static let quoted = [
    "a name", "3rd", "x + y", "~", "log(x)", "x^2", "é è", "1", "a\nb", ".5",
  ]

  init(seed: Int, blanks: [String] = ["", "", " ", "  ", "\t", "\n"]) {
    generator = SeededGenerator(seed: seed)
    blankGenerator = SeededGenerator(seed: -seed)
    allBlanks = blanks
  }

  mutating func formula() -> String {
    var text = value(depth: 0) + blank() + "~" + blank()
    var items = chance(3) ? ["0"] : chance(5) ? ["1"] : []
    // A number in each term makes every term a different one.
    for index in 0..<Int.random(in: 1...5, using: &generator) {
      let marker = "I(\(name()) + \(index))"
      items.append(chance(5) ? "offset(\(name()) - \(sum(depth: 1)) + \(index))" : term(marker))
    }
    if items.allSatisfy({ $0.hasPrefix("offset") || $0 == "0" }) { items.append("x") }
    text += joined(items, "+")
    if chance(3) { text += blank() + "|" + blank() + "fe" + blank() + "+" + blank() + "a^`b c`" }
    return blank() + text + blank()
  }

  private mutating func term(_ marker: String) -> String {
    if chance(3) { return marker }
    let other = chance(2) ? value(depth: 0) : chance(2) ? dummy() : polynomial()
    return joined([marker, other], chance(2) ? ":" : "*")
  }

  private mutating func dummy() -> String {
    let column = blank() + name() + blank()
    return chance(2) ? "dummy(\(column))" : "dummy(\(column),\(blank())base\(blank())=\"a \"\"b\")"
  }

  private mutating func polynomial() -> String {
    "poly(\(name()) - \(sum(depth: 2)),\(blank())\(Int.random(in: 1...20, using: &generator)))"
  }

  private mutating func sum(depth: Int) -> String {
    var text = product(depth: depth)
    while chance(4) { text += blank() + (chance(2) ? "+" : "-") + blank() + product(depth: depth) }
    return text
  }

  private mutating func product(depth: Int) -> String {
    var text = signed(depth: depth)
    while chance(5) { text += blank() + (chance(2) ? "*" : "/") + blank() + signed(depth: depth) }
    return text
  }

  private mutating func signed(depth: Int) -> String {
    if chance(6) { return "-" + blank() + signed(depth: depth) }
    if chance(5) {
      let numbers = ["0", "1", "2013", "0.25", ".5", "1e6", "3.5e-4", "123456789012345678"]
      return numbers.randomElement(using: &generator) ?? "0"
    }
    if depth < 5, chance(5) { return powered("(\(blank())\(sum(depth: depth + 1))\(blank()))") }
    return value(depth: depth)
  }

  private mutating func value(depth: Int) -> String {
    guard depth < 4, chance(2) else { return powered(name()) }
    let inner = blank() + name() + " + " + sum(depth: depth + 1) + blank()
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: return powered("lag(\(inner),\(blank())2)")
    case 1: return powered(chance(2) ? "diff(\(inner))" : "diff(\(inner),\(blank())12)")
    case 2: return powered("I(\(inner))")
    default:
      let function = Formula.Function.allCases.randomElement(using: &generator) ?? .log
      return powered("\(function.rawValue)\(blank())(\(inner))")
    }
  }

  private mutating func powered(_ text: String) -> String {
    guard chance(4) else { return text }
    return text + blank() + "^" + blank() + "\(Int.random(in: 1...20, using: &generator))"
  }

  private mutating func name() -> String {
    if chance(3) { return "`\(Self.quoted.randomElement(using: &generator) ?? "1")`" }
    let name = Self.plain.randomElement(using: &generator) ?? "y"
    return chance(3) ? "`\(name)`" : name
  }

  private mutating func joined(_ parts: [String], _ sign: String) -> String {
    parts.dropFirst().reduce(parts[0]) { $0 + blank() + sign + blank() + $1 }
  }

  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &generator) == 0 }

  private mutating func blank() -> String { allBlanks.randomElement(using: &blankGenerator) ?? "" }
}
