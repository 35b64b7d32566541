/// The characters of a formula from left to right, one ahead.
struct FormulaScanner {
  static let lengthLimit = 10_000

  private let text: String
  private let characters: [Character]
  /// Characters before the next one.
  var position = 0

  init(_ text: String) {
    self.text = text
    characters = Array(text.prefix(Self.lengthLimit + 1))
  }

  var isTooLong: Bool { characters.count > Self.lengthLimit }
  var isAtEnd: Bool { position == characters.count }

  /// The next character after blanks.
  var next: Character? {
    mutating get {
      skipBlanks()
      return isAtEnd ? nil : characters[position]
    }
  }

  mutating func skipBlanks() {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
  }

  /// Steps over blanks and the character, if it comes next.
  mutating func take(_ character: Character) -> Bool {
    guard next == character else { return false }
    position += 1
    return true
  }

  /// Steps over the character, if it comes next without blanks before it.
  mutating func takeAtOnce(_ character: Character) -> Bool {
    guard position < characters.count, characters[position] == character else { return false }
    position += 1
    return true
  }

  /// A plain word; empty, and nothing is stepped over but blanks, where none comes next.
  mutating func takeWord() -> String {
    guard next != nil, !isNumberNext else { return "" }
    return String(characters[advance(while: Self.isWordCharacter)])
  }

  /// A word with an opening bracket behind it; `nil`, and nothing is stepped over, for all else.
  mutating func takeCall() -> String? {
    let start = position
    let name = takeWord()
    guard !name.isEmpty, take("(") else {
      position = start
      return nil
    }
    return name
  }

  /// Digits alone; `nil` where none come next or the number is out of all bounds.
  mutating func takeInteger() -> Int? {
    skipBlanks()
    let start = position
    guard let number = Int(String(characters[advance(while: Self.isDigit)])) else {
      position = start
      return nil
    }
    return number
  }

  /// A decimal number: `2013`, `0.5`, `.5`, `1e-3`; infinite if too large.
  mutating func takeNumber() -> Double? {
    skipBlanks()
    let start = position
    guard isNumberNext else { return nil }
    advance(while: Self.isDigit)
    takeFraction()
    takeExponent()
    return Double(String(characters[start..<position]))
  }

  /// Whether a digit, or a point and a digit, come next.
  private var isNumberNext: Bool {
    let ahead = characters[position...].prefix(2)
    guard let digit = ahead.first == "." ? ahead.last : ahead.first else { return false }
    return Self.isDigit(digit)
  }

  /// A point with digits behind it, if it comes next.
  private mutating func takeFraction() {
    let start = position
    guard takeAtOnce(".") else { return }
    if advance(while: Self.isDigit).isEmpty { position = start }
  }

  /// `e6`, `E+6` or `e-6`, if it comes next.
  private mutating func takeExponent() {
    let start = position
    guard takeAtOnce("e") || takeAtOnce("E") else { return }
    _ = takeAtOnce("+") || takeAtOnce("-")
    if advance(while: Self.isDigit).isEmpty { position = start }
  }

  /// What stands before the next such character, which is stepped over; `nil` without one.
  mutating func take(upTo end: Character) -> String? {
    let range = advance { $0 != end }
    guard !isAtEnd else { return nil }
    position += 1
    return String(characters[range])
  }

  @discardableResult
  private mutating func advance(while isIncluded: (Character) -> Bool) -> Range<Int> {
    let start = position
    while position < characters.count, isIncluded(characters[position]) { position += 1 }
    return start..<position
  }

  func failure(_ problem: String) -> FormulaError {
    FormulaError(text: text, position: min(position, Self.lengthLimit), problem: problem)
  }

  // MARK: Words

  /// Letters, digits, `_` and `.`, not beginning as a number does.
  static func isWord(_ name: String) -> Bool {
    var scanner = FormulaScanner(name)
    return !name.isEmpty && scanner.takeWord() == name
  }

  private static func isWordCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "."
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
