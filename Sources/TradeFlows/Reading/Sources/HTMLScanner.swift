/// Steps through an HTML page, mark by mark and text by text, as browsers do: whatever is written,
/// there is no error, and what is not understood is text.
///
/// Reference: WHATWG, *HTML Living Standard*, section 13.2.5 (tokenisation), of which tags with
/// attributes, comments, raw text and character references are kept.
struct HTMLScanner {
  /// A piece of a page.
  enum Piece: Equatable {
    /// A mark by its name in lower case, and its attributes that are numbers.
    case start(String, numbers: [String: Int])
    case end(String)
    case text([UInt8])
  }

  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next piece; `nil` after the last.
  mutating func next() -> Piece? {
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<"), let mark = byte(place + 1) else { return text() }
      if has("<!--") {
        skip(past: "-->")
      } else if Self.isLetter(mark) || mark == UInt8(ascii: "/") {
        return tag()
      } else if mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?") {
        skip(past: ">")
      } else {
        return text()
      }
    }
    return nil
  }

  // MARK: Marks

  private mutating func tag() -> Piece? {
    let isEnd = byte(place + 1) == UInt8(ascii: "/")
    place += isEnd ? 2 : 1
    let name = word()
    var numbers: [String: Int] = [:]
    while let byte = byte(place), byte != UInt8(ascii: ">") {
      if Self.isLetter(byte) {
        let attribute = word()
        if let value = value() { numbers[attribute] = Int(value) }
      } else {
        place += 1
      }
    }
    place += 1
    if isEnd { return .end(name) }
    // What is in these is no text of the page.
    if name == "script" || name == "style" { skip(past: "</\(name)") }
    return .start(name, numbers: numbers)
  }

  private mutating func word() -> String {
    let start = place
    while let byte = byte(place), !Self.isBlank(byte), !"=>/".utf8.contains(byte) { place += 1 }
    return String(decoding: bytes[start..<min(place, bytes.count)], as: UTF8.self).lowercased()
  }

  /// The value of an attribute, with or without quotes.
  private mutating func value() -> String? {
    while let byte = byte(place), Self.isBlank(byte) { place += 1 }
    guard byte(place) == UInt8(ascii: "=") else { return nil }
    place += 1
    while let byte = byte(place), Self.isBlank(byte) { place += 1 }
    guard let quote = byte(place), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return word()
    }
    place += 1
    let start = place
    while let byte = byte(place), byte != quote { place += 1 }
    let value = String(decoding: bytes[start..<min(place, bytes.count)], as: UTF8.self)
    place += 1
    return value
  }

  // MARK: Text

  /// The text up to the next mark, with its character references resolved.
  private mutating func text() -> Piece? {
    var text: [UInt8] = []
    repeat {
      if bytes[place] == UInt8(ascii: "&"), let character = reference() {
        text += Array(String(Character(character)).utf8)
      } else {
        text.append(bytes[place])
        place += 1
      }
    } while place < bytes.count && bytes[place] != UInt8(ascii: "<")
    return .text(text)
  }

  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "ndash": "\u{2013}", "mdash": "\u{2014}",
  ]

  /// The character that `&name;` or `&#number;` stands for; `nil`, and no step, for other text.
  private mutating func reference() -> Unicode.Scalar? {
    let end = bytes[place...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
    guard let end else { return nil }
    let name = String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
    let number =
      switch (name.hasPrefix("#"), name.lowercased().hasPrefix("#x")) {
      case (_, true): UInt32(name.dropFirst(2), radix: 16)
      case (true, _): UInt32(name.dropFirst())
      default: UInt32?.none
      }
    guard let character = number.flatMap(Unicode.Scalar.init) ?? Self.names[name],
      character.value != 0
    else { return nil }
    place = end + 1
    return character
  }

  // MARK: Bytes

  private func byte(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }

  private func has(_ mark: String) -> Bool { bytes[place...].starts(with: mark.utf8) }

  private mutating func skip(past mark: String) {
    let first = mark.utf8.first
    while place < bytes.count {
      if bytes[place] == first, has(mark) {
        place += mark.utf8.count
        return
      }
      place += 1
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) }
}
