import TradeTables

/// Reads the text of a formula from left to right, one character ahead.
struct FormulaParser {
  /// Functions inside functions, at the most.
  static let depthLimit = 32
  static let lengthLimit = 10_000

  private let text: String
  private let characters: [Character]
  private var position = 0

  init(_ text: String) {
    self.text = text
    characters = Array(text.prefix(Self.lengthLimit + 1))
  }

  /// Reads `response ~ term + term …` to the end of the text.
  mutating func formula() throws(FormulaError) -> Formula {
    guard characters.count <= Self.lengthLimit else {
      throw failure("a formula of more than \(Self.lengthLimit) characters")
    }
    let response = try expression(depth: 0)
    guard take("~") else { throw failure("expected '~' after the response") }

    var hasIntercept = true
    var terms: [Formula.Expression] = []
    var sign: Character = "+"
    repeat {
      skipBlanks()
      let start = position
      if let number = takeInteger() {
        guard number < 2 else {
          position = start
          throw failure("expected a term; of numbers only 0 and 1 have a meaning")
        }
        hasIntercept = (number == 1) == (sign == "+")
      } else {
        guard sign == "+" else { throw failure("expected 1 after '-'") }
        let term = try expression(depth: 0)
        guard !terms.contains(term) else {
          position = start
          throw failure("the term '\(term)' appears twice")
        }
        terms.append(term)
      }
      skipBlanks()
      sign = position < characters.count ? characters[position] : " "
    } while take("+") || take("-")
    guard position == characters.count else { throw failure("expected '+' or the end") }
    guard hasIntercept || !terms.isEmpty else { throw failure("expected at least one term") }
    return Formula(response: response, hasIntercept: hasIntercept, terms: terms)
  }

  /// A column, a function of an expression, or a power of either.
  private mutating func expression(depth: Int) throws(FormulaError) -> Formula.Expression {
    guard depth <= Self.depthLimit else {
      throw failure("more than \(Self.depthLimit) functions inside one another")
    }
    var result = try base(depth: depth)
    if take("^") {
      skipBlanks()
      let start = position
      guard let exponent = takeInteger(), (1...20).contains(exponent) else {
        position = start
        throw failure("expected a whole exponent from 1 to 20")
      }
      result = exponent == 1 ? result : .power(result, exponent)
    }
    return result
  }

  private mutating func base(depth: Int) throws(FormulaError) -> Formula.Expression {
    skipBlanks()
    if take("`") {
      let start = position
      while position < characters.count, characters[position] != "`" { position += 1 }
      let name = String(characters[start..<position])
      guard take("`"), !name.isEmpty else { throw failure("expected a name and a closing '`'") }
      return .column(name)
    }
    let start = position
    let name = takeWord()
    guard !name.isEmpty else { throw failure("expected a term") }
    guard take("(") else { return .column(name) }
    guard let function = Formula.Function(rawValue: name) else {
      position = start
      let known = Formula.Function.allCases.map(\.rawValue)
      throw failure(
        "there is no function '\(name)'\(Suggestion.text(for: name, among: known))"
          + "; the functions are \(known.joined(separator: ", "))")
    }
    let inner = try expression(depth: depth + 1)
    guard take(")") else { throw failure("expected ')'") }
    return .call(function, inner)
  }

  // MARK: Characters

  /// Letters, digits, `_` and `.`, not beginning with a digit.
  static func isWord(_ name: String) -> Bool {
    guard let first = name.first, !isDigit(first) else { return false }
    return name.allSatisfy(isWordCharacter)
  }

  private static func isWordCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "."
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private mutating func skipBlanks() {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
  }

  /// Steps over blanks and the character, if it comes next.
  private mutating func take(_ character: Character) -> Bool {
    skipBlanks()
    guard position < characters.count, characters[position] == character else { return false }
    position += 1
    return true
  }

  private mutating func takeWord() -> String {
    let start = position
    guard start < characters.count, !Self.isDigit(characters[start]) else { return "" }
    while position < characters.count, Self.isWordCharacter(characters[position]) { position += 1 }
    return String(characters[start..<position])
  }

  private mutating func takeInteger() -> Int? {
    let start = position
    while position < characters.count, Self.isDigit(characters[position]) { position += 1 }
    guard let number = Int(String(characters[start..<position])) else {
      position = start
      return nil
    }
    return number
  }

  private func failure(_ problem: String) -> FormulaError {
    FormulaError(text: text, position: min(position, Self.lengthLimit), problem: problem)
  }
}
