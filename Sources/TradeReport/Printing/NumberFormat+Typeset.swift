import TradeTables

extension NumberFormat {
  /// The same format with the characters that type has for it: a real minus, and between groups a
  /// thin blank that no line breaks at.
  var typeset: NumberFormat {
    NumberFormat(
      decimalMark: decimalMark, groupMark: groupMark == " " ? "\u{202F}" : groupMark,
      minus: "\u{2212}", percentSign: percentSign)
  }
}

extension String {
  /// Prose with the same characters: a hyphen before a number is a minus, and no line breaks inside
  /// a number or before its percent sign.
  var typeset: String {
    var result = ""
    result.reserveCapacity(utf8.count + 8)
    var before: Character = " "
    var rest = Substring(self)
    while let character = rest.popFirst() {
      switch character {
      case "-" where rest.first.isDigit && " (<>~".contains(before): result.append("\u{2212}")
      case " " where before.isDigit && (rest.first == "%" || rest.beginsWithGroup):
        result.append("\u{A0}")
      default: result.append(character)
      }
      before = character
    }
    return result
  }
}

extension Character {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

extension Character? {
  fileprivate var isDigit: Bool { self.map(\.isDigit) ?? false }
}

extension Substring {
  /// Whether the text goes on with three digits and no more.
  fileprivate var beginsWithGroup: Bool { prefix { $0.isDigit }.count == 3 }
}
