/// Makes text from data inert in a markup: the one way that names, notes and cells enter a document.
///
/// A name in a file may hold what a page would run, what a document would be set wrong by, or what
/// turns the direction of all that follows. Each format says which characters it takes for its own
/// and what stands for them; the bytes between are copied as they lie.
struct Escaping: Sendable {
  /// The bytes that may begin a character to replace.
  private let isSuspect: [Bool]
  /// What stands for a character; `nil` leaves it as it is.
  private let replacement: @Sendable (Unicode.Scalar) -> String?

  /// A way to escape the ASCII characters listed; `replacement` is asked about them, about control
  /// characters and about all beyond ASCII.
  init(_ characters: String, _ replacement: @escaping @Sendable (Unicode.Scalar) -> String?) {
    let special = Set(characters.utf8)
    isSuspect = (0...255).map { $0 < 0x20 || $0 >= 0x7F || special.contains(UInt8($0)) }
    self.replacement = replacement
  }

  /// Adds the text to a document.
  func append(_ text: String, to document: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      var (start, position) = (0, 0)
      while position < bytes.count {
        guard isSuspect[Int(bytes[position])] else {
          position += 1
          continue
        }
        let (scalar, length) = Self.scalar(bytes, at: position)
        if let other = replacement(scalar) {
          document.append(contentsOf: bytes[start..<position])
          document.append(contentsOf: other.utf8)
          start = position + length
        }
        position += length
      }
      document.append(contentsOf: bytes[start...])
    }
  }

  /// The character that begins there, of bytes that are UTF-8 throughout.
  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (Unicode.Scalar, length: Int) {
    let first = bytes[start]
    guard first >= 0x80 else { return (Unicode.Scalar(first), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for byte in bytes[(start + 1)..<(start + length)] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}

extension Unicode.Scalar {
  /// What no document for readers shows as it is: control characters and line ends become blanks,
  /// marks that turn the direction of text vanish, and what is no character is shown as such.
  var neutral: String? {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: " "
    case _ where turnsDirection: ""
    case 0xFDD0...0xFDEF: "\u{FFFD}"
    case _ where value & 0xFFFE == 0xFFFE: "\u{FFFD}"
    default: nil
    }
  }

  /// Whether the character is an invisible mark that turns or isolates the direction of text.
  var turnsDirection: Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension [UInt8] {
  /// Adds markup as it stands.
  mutating func write(_ markup: String) { append(contentsOf: markup.utf8) }

  /// Adds text from data.
  mutating func write(_ text: String, _ escaping: Escaping) { escaping.append(text, to: &self) }
}
