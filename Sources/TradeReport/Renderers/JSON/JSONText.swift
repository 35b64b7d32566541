import TradeTables

extension Escaping {
  /// The inside of a JSON string.
  ///
  /// Beyond what RFC 8259 asks for, line ends that JavaScript knows and marks that turn the direction
  /// of text are written as codes: the text stays what it was, and the file reads as it is.
  static let json = Escaping("\"\\") { scalar in
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: scalar.isHidden ? scalar.code : nil
    }
  }
}

extension Unicode.Scalar {
  /// Characters of the basic plane that a reader of the file would not see.
  fileprivate var isHidden: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: turnsDirection
    }
  }

  /// `\u202e`: four hexadecimal digits.
  fileprivate var code: String {
    let digits = String(value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

extension [UInt8] {
  /// Adds a JSON string with its quotes.
  mutating func write(json text: String) {
    append(UInt8(ascii: "\""))
    write(text, .json)
    append(UInt8(ascii: "\""))
  }

  /// Adds a number in full precision; `null` where there is none.
  mutating func write(json number: Double?) {
    if let number, number.isFinite { write(NumberText.full(number)) } else { write("null") }
  }

  /// Adds members `"name":"text"`, with commas between them.
  mutating func write(members: KeyValuePairs<String, String>) {
    for (index, member) in members.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      write(json: member.key)
      append(UInt8(ascii: ":"))
      write(json: member.value)
    }
  }

  /// Adds one more member after others: `,"name":"text"`.
  mutating func write(member name: String, _ text: String) {
    append(UInt8(ascii: ","))
    write(members: [name: text])
  }

  /// Adds elements with commas between them, each on a line of its own.
  mutating func write<Elements: Collection>(
    array elements: Elements, indent: Int, _ write: (inout Self, Elements.Element) -> Void
  ) {
    append(UInt8(ascii: "["))
    let blanks = [UInt8](repeating: UInt8(ascii: " "), count: indent)
    for (index, element) in elements.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      append(UInt8(ascii: "\n"))
      append(contentsOf: blanks + [0x20, 0x20])
      write(&self, element)
    }
    if !elements.isEmpty {
      append(UInt8(ascii: "\n"))
      append(contentsOf: blanks)
    }
    append(UInt8(ascii: "]"))
  }
}
