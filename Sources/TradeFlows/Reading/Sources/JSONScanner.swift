import TradeTables

/// Steps through JSON text that comes from a source, token by token.
///
/// Numbers keep the digits they are printed with; a `Double` in between would change them.
///
/// Reference: RFC 8259. Not taken, as there: `NaN`, comments, commas before a bracket.
struct JSONScanner {
  /// The line that was reached, from 1.
  private(set) var line = 1

  private let source: any ByteSource
  private let file: String
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  /// How many bytes the chunk holds, and how many of them were stepped over.
  private var count = 0
  private var place = 0
  /// Whether the value that was last stepped over was a whole one, and no opened bracket.
  private var lastWasWhole = true

  init(_ source: any ByteSource, file: String) { (self.source, self.file) = (source, file) }

  // MARK: Bytes

  /// The next byte, which stays where it is; `nil` at the end.
  mutating func peek() throws(TableError) -> UInt8? {
    if place == count {
      count = try source.fill(&chunk)
      place = 0
      if count == 0 { return nil }
    }
    return chunk[place]
  }

  /// Steps over the byte that was looked at.
  mutating func step() {
    if chunk[place] == UInt8(ascii: "\n") { line += 1 }
    place += 1
  }

  /// The next byte that is not blank; `nil` at the end.
  mutating func peekToken() throws(TableError) -> UInt8? {
    while let byte = try peek() {
      switch byte {
      case 0x20, 0x0A, 0x0D, 0x09: step()
      default: return byte
      }
    }
    return nil
  }

  /// Steps over a mark if it comes next.
  mutating func take(_ mark: Unicode.Scalar) throws(TableError) -> Bool {
    guard try peekToken() == UInt8(ascii: mark) else { return false }
    step()
    return true
  }

  /// Steps over a mark that has to come next.
  mutating func expect(_ mark: Unicode.Scalar, _ expected: String) throws(TableError) {
    guard try take(mark) else { throw try fault(expected) }
  }

  /// The error that what comes next is not what it should be.
  mutating func fault(_ expected: String) throws(TableError) -> TableError {
    let found =
      switch try peek() {
      case nil: "the end"
      case let byte? where byte < 0x20: "a control character"
      case let byte? where byte < 0x80: "'\(Unicode.Scalar(byte))'"
      case _?: "another character"
      }
    return InputFault.json(line: line, expected: expected, found: found).error(in: file)
  }

  /// Whether an array or an object comes next.
  mutating func isAtNested() throws(TableError) -> Bool {
    let byte = try peekToken()
    return byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
  }

  // MARK: Values

  /// Adds what a string says to some bytes.
  mutating func string(to text: inout [UInt8]) throws(TableError) {
    try expect("\"", "a string")
    while true {
      guard let byte = try peek(), byte >= 0x20 else {
        throw try fault("the closing quote of a string")
      }
      switch byte {
      case UInt8(ascii: "\""):
        step()
        return
      case UInt8(ascii: "\\"):
        step()
        try escape(to: &text)
      default:
        let end = endOfPlainText()
        text += chunk[place..<end]
        place = end
      }
    }
  }

  /// Where the bytes that mean themselves end, or the chunk does.
  private func endOfPlainText() -> Int {
    chunk.withUnsafeBufferPointer { chunk in
      var end = place
      while end < count, chunk[end] >= 0x20, chunk[end] != UInt8(ascii: "\""),
        chunk[end] != UInt8(ascii: "\\")
      {
        end += 1
      }
      return end
    }
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
  ]

  private mutating func escape(to text: inout [UInt8]) throws(TableError) {
    let byte = try peek()
    if let byte, let meaning = Self.escapes[byte] {
      step()
      text.append(meaning)
      return
    }
    guard byte == UInt8(ascii: "u") else { throw try fault("an escaped character") }
    step()
    var code = try hexadecimal()
    if code & 0xFC00 == 0xD800, try take(next: "\\"), try take(next: "u") {
      let low = try hexadecimal()
      guard low & 0xFC00 == 0xDC00 else { throw try fault("the second half of a character") }
      code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
    }
    // A zero would make the text binary, and half a character is none.
    guard code != 0, let scalar = Unicode.Scalar(code) else { throw try fault("a character") }
    text.append(contentsOf: String(Character(scalar)).utf8)
  }

  /// Steps over a mark if it comes next, without blanks before it.
  private mutating func take(next mark: Unicode.Scalar) throws(TableError) -> Bool {
    guard try peek() == UInt8(ascii: mark) else { return false }
    step()
    return true
  }

  private mutating func hexadecimal() throws(TableError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = try peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw try fault("four hexadecimal digits")
      }
      step()
      code = code << 4 | UInt32(digit)
    }
    return code
  }

  /// Adds a number, as it is printed, `true` or `false` to some bytes; nothing for `null`.
  mutating func scalar(to text: inout [UInt8]) throws(TableError) {
    switch try peekToken() {
    case UInt8(ascii: "\""): try string(to: &text)
    case UInt8(ascii: "t"): try word("true", to: &text)
    case UInt8(ascii: "f"): try word("false", to: &text)
    case UInt8(ascii: "n"):
      var null: [UInt8] = []
      try word("null", to: &null)
    case let byte? where byte == UInt8(ascii: "-") || Self.digits.contains(byte):
      try number(to: &text)
    default: throw try fault("a value")
    }
  }

  private mutating func word(
    _ word: StaticString, to text: inout [UInt8]
  ) throws(TableError) {
    for letter in "\(word)".utf8 {
      guard try peek() == letter else { throw try fault("'\(word)'") }
      step()
      text.append(letter)
    }
  }

  private mutating func number(to text: inout [UInt8]) throws(TableError) {
    if try peek() == UInt8(ascii: "-") { try copy(to: &text) }
    if try peek() == UInt8(ascii: "0") {
      try copy(to: &text)
      if let byte = try peek(), Self.digits.contains(byte) { throw try fault("no digit after 0") }
    } else {
      try copyDigits(to: &text)
    }
    if try peek() == UInt8(ascii: ".") {
      try copy(to: &text)
      try copyDigits(to: &text)
    }
    if let byte = try peek(), byte | 0x20 == UInt8(ascii: "e") {
      try copy(to: &text)
      if let sign = try peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        try copy(to: &text)
      }
      try copyDigits(to: &text)
    }
  }

  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  private mutating func copyDigits(to text: inout [UInt8]) throws(TableError) {
    guard let byte = try peek(), Self.digits.contains(byte) else { throw try fault("a digit") }
    while let byte = try peek(), Self.digits.contains(byte) { try copy(to: &text) }
  }

  private mutating func copy(to text: inout [UInt8]) throws(TableError) {
    guard let byte = try peek() else { return }
    text.append(byte)
    step()
  }

  /// Steps over an array or an object, however deep.
  mutating func skipNested() throws(TableError) {
    var open: [Unicode.Scalar] = []
    try skipValue(opening: &open)
    try skip(until: &open)
  }

  /// Steps over the rest of an array before one of its elements.
  mutating func skipRestOfArray() throws(TableError) {
    var open: [Unicode.Scalar] = ["]"]
    try skipValue(opening: &open)
    try skip(until: &open)
  }

  /// Steps over values until everything that is open is closed; `open` has the closing marks.
  private mutating func skip(until open: inout [Unicode.Scalar]) throws(TableError) {
    var isAfterValue = lastWasWhole
    while let close = open.last {
      if isAfterValue {
        if try take(close) {
          open.removeLast()
          continue
        }
        try expect(",", "a comma or '\(close)'")
        if close == "}" { try skipKey() }
      }
      try skipValue(opening: &open)
      isAfterValue = lastWasWhole
    }
  }

  /// Steps over a scalar or an empty bracket, or opens a bracket.
  private mutating func skipValue(opening open: inout [Unicode.Scalar]) throws(TableError) {
    lastWasWhole = true
    if try take("[") {
      if try take("]") { return }
      open.append("]")
      lastWasWhole = false
    } else if try take("{") {
      if try take("}") { return }
      open.append("}")
      lastWasWhole = false
      try skipKey()
    } else {
      var ignored: [UInt8] = []
      try scalar(to: &ignored)
    }
  }

  private mutating func skipKey() throws(TableError) {
    var ignored: [UInt8] = []
    try key(to: &ignored)
  }

  /// Adds a key of an object to some bytes, and steps over its colon.
  mutating func key(to text: inout [UInt8]) throws(TableError) {
    guard try peekToken() == UInt8(ascii: "\"") else { throw try fault("a key in quotes") }
    try string(to: &text)
    try expect(":", "a colon")
  }
}
