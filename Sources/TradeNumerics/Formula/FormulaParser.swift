import TradeTables

/// Reads the text of a formula by recursive descent.
///
///     formula     = value '~' item (('+' | '-') item)* ('|' effect ('+' effect)*)?
///     item        = '0' | '1' | offset '(' sum ')' | interaction ('*' interaction)*
///     interaction = part (':' part)*
///     part        = dummy '(' name (',' base '=' string)? ')' | poly '(' sum ',' degree ')' | value
///     effect      = name ('^' name)*
///
/// `FormulaParser+Expression.swift` reads a value. Brackets, operations and terms are bounded, so
/// that no text can exhaust the stack or the memory.
struct FormulaParser {
  static let termLimit = 2000
  /// Parts in one interaction, at the most; `a*b*c` has 7 terms, six parts have 63.
  static let partLimit = 6

  var scanner: FormulaScanner
  /// Operations in the value that is being read.
  var operations = 0

  private var terms: [Formula.Term] = []
  private var keys: Set<[String]> = []
  private var offsets: [Formula.Expression] = []
  private var hasIntercept = true

  init(_ text: String) { scanner = FormulaScanner(text) }

  /// Reads to the end of the text.
  mutating func formula() throws(FormulaError) -> Formula {
    guard !scanner.isTooLong else {
      throw scanner.failure("a formula of more than \(FormulaScanner.lengthLimit) characters")
    }
    let response = try value()
    guard scanner.take("~") else { throw scanner.failure("expected '~' after the response") }

    try item(sign: "+")
    while let sign = scanner.next, sign == "+" || sign == "-" {
      scanner.position += 1
      try item(sign: sign)
    }
    let effects = scanner.take("|") ? try effects() : []
    if let next = scanner.next {
      let hint = next == "/" && effects.isEmpty ? "; arithmetic stands inside I( )" : ""
      throw scanner.failure("expected '+' or the end" + hint)
    }
    guard hasIntercept || !terms.isEmpty || !effects.isEmpty else {
      throw scanner.failure("expected at least one term")
    }
    return Formula(
      response: response, hasIntercept: hasIntercept, terms: terms, offsets: offsets,
      effects: effects)
  }

  // MARK: Terms

  private mutating func item(sign: Character) throws(FormulaError) {
    scanner.skipBlanks()
    let start = scanner.position
    if let number = scanner.takeNumber() {
      guard number == 0 || number == 1 else {
        scanner.position = start
        throw scanner.failure("expected a term; of numbers only 0 and 1 have a meaning")
      }
      hasIntercept = (number == 1) == (sign == "+")
      return
    }
    guard sign == "+" else { throw scanner.failure("expected 1 after '-'") }
    if scanner.takeCall() == "offset" {
      try offset(start: start)
    } else {
      scanner.position = start
      try interactions(start: start)
    }
  }

  private mutating func offset(start: Int) throws(FormulaError) {
    let offset = try argument(depth: 1)
    try closeBracket()
    try requireColumn(offset.columns, start: start)
    guard !offsets.contains(offset) else {
      scanner.position = start
      throw scanner.failure("the term 'offset(\(offset.argument))' appears twice")
    }
    offsets.append(offset)
  }

  /// `a*b:c` adds `a`, `b:c` and `a:b:c`; an item that adds nothing new is an error.
  private mutating func interactions(start: Int) throws(FormulaError) {
    var factors = [try interaction()]
    while scanner.take("*") { factors.append(try interaction()) }
    let count = factors.reduce(0) { $0 + $1.count }
    guard count <= Self.partLimit else {
      scanner.position = start
      throw scanner.failure("an interaction of more than \(Self.partLimit) parts")
    }
    let written = factors.flatMap(\.self)
    for (index, part) in written.enumerated() where written[..<index].contains(part) {
      scanner.position = start
      throw scanner.failure("'\(part)' interacts with itself")
    }
    let new = Self.products(factors).filter { keys.insert($0.key).inserted }
    guard !new.isEmpty else {
      scanner.position = start
      throw scanner.failure("the term '\(Formula.Term(written))' appears twice")
    }
    terms += new
    guard terms.count <= Self.termLimit else {
      throw scanner.failure("more than \(Self.termLimit) terms")
    }
  }

  /// The product of each choice of factors, small choices first.
  private static func products(_ factors: [[Formula.Part]]) -> [Formula.Term] {
    var choices: [[Int]] = [[]]
    var products: [Formula.Term] = []
    for _ in factors {
      choices = choices.flatMap { choice in
        ((choice.last ?? -1) + 1..<factors.count).map { choice + [$0] }
      }
      products += choices.map { choice in Formula.Term(choice.flatMap { factors[$0] }) }
    }
    return products
  }

  private mutating func interaction() throws(FormulaError) -> [Formula.Part] {
    var parts = [try part()]
    while scanner.take(":") { parts.append(try part()) }
    return parts
  }

  private mutating func part() throws(FormulaError) -> Formula.Part {
    scanner.skipBlanks()
    let start = scanner.position
    let part: Formula.Part
    switch scanner.takeCall() {
    case "dummy"?: part = try dummy()
    case "poly"?: part = try polynomial()
    default:
      scanner.position = start
      part = .value(try value())
    }
    try requireColumn(part.columns, start: start)
    return part
  }

  private mutating func requireColumn(
    _ columns: [String], start: Int
  ) throws(FormulaError) {
    guard columns.isEmpty else { return }
    scanner.position = start
    throw scanner.failure("expected a column in the term; it is the same number in every row")
  }

  private mutating func dummy() throws(FormulaError) -> Formula.Part {
    let column = try name("expected the name of a column")
    guard scanner.take(",") else {
      try closeBracket()
      return .dummy(column, base: nil)
    }
    scanner.skipBlanks()
    let start = scanner.position
    guard scanner.takeWord() == "base", scanner.take("=") else {
      scanner.position = start
      throw scanner.failure("expected base = \"LEVEL\"")
    }
    let base = try level()
    try closeBracket()
    return .dummy(column, base: base)
  }

  /// Text in double quotes; a quote inside is written twice.
  private mutating func level() throws(FormulaError) -> String {
    scanner.skipBlanks()
    let start = scanner.position
    guard scanner.take("\"") else { throw scanner.failure("expected a level in double quotes") }
    var pieces: [String] = []
    repeat {
      guard let piece = scanner.take(upTo: "\"") else {
        scanner.position = start
        throw scanner.failure("the quote that opens here is never closed")
      }
      pieces.append(piece)
    } while scanner.takeAtOnce("\"")
    return pieces.joined(separator: "\"")
  }

  private mutating func polynomial() throws(FormulaError) -> Formula.Part {
    let inner = try argument(depth: 1)
    guard scanner.take(",") else {
      throw scanner.failure("expected ',' and the degree of the polynomials")
    }
    let degree = try whole(1...20, "expected a whole degree from 1 to 20")
    try closeBracket()
    return .polynomial(inner, degree: degree)
  }

  // MARK: Effects

  private mutating func effects() throws(FormulaError) -> [Formula.Effect] {
    var effects: [Formula.Effect] = []
    repeat {
      scanner.skipBlanks()
      let start = scanner.position
      var columns: [String] = []
      repeat { columns.append(try name("expected a column to absorb")) } while scanner.take("^")
      let effect = Formula.Effect(columns)
      guard Set(columns).count == columns.count else {
        scanner.position = start
        throw scanner.failure("the effect '\(effect)' has a column twice")
      }
      guard !effects.contains(where: { Set($0.columns) == Set(columns) }) else {
        scanner.position = start
        throw scanner.failure("the effect '\(effect)' appears twice")
      }
      effects.append(effect)
    } while scanner.take("+")
    return effects
  }
}
