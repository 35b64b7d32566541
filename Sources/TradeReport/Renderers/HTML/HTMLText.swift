import TradeTables

extension Escaping {
  /// Text between tags and inside quoted attributes.
  static let html = Escaping("&<>\"'") { scalar in
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    default: scalar.neutral
    }
  }
}

/// The small pieces of a page: prose with links, marks of qualifiers, missing values, identifiers.
enum HTMLText {
  /// Adds prose; addresses become links, and a page that is followed never learns where from.
  static func write(_ prose: String, to page: inout [UInt8]) {
    for piece in Prose.pieces(prose) {
      switch piece {
      case .words(let words): page.write(words.typeset, .html)
      case .address(let address):
        page.write("<a rel=\"noreferrer\" href=\"")
        page.write(address, .html)
        page.write("\">")
        page.write(address, .html)
        page.write("</a>")
      }
    }
  }

  /// Adds a dash that is read out as what it means.
  static func writeMissing(_ language: Language, to page: inout [UInt8]) {
    page.write("<span role=\"img\" aria-label=\"")
    page.write(language.phrase("no value"), .html)
    page.write("\">–</span>")
  }

  /// Adds the mark of a qualifier with its meaning; nothing where there is no mark.
  static func writeMark(_ mark: String, _ titles: [String: String], to page: inout [UInt8]) {
    guard !mark.isEmpty else { return }
    page.write("<span class=\"q\" title=\"")
    page.write(titles[mark] ?? "", .html)
    page.write("\">")
    page.write(mark, .html)
    page.write("</span>")
  }

  /// What each mark means; one that stands for two qualifiers has both meanings.
  static func titles(of marks: [Qualifier], _ language: Language) -> [String: String] {
    Dictionary(
      marks.map { ($0.symbol, meaning(of: $0, language)) }, uniquingKeysWith: { "\($0), \($1)" })
  }

  /// What a mark means, without the mark itself.
  static func meaning(of mark: Qualifier, _ language: Language) -> String {
    let explanation = language.phrase(mark.explanation)
    let prefix = mark.symbol + " "
    return explanation.hasPrefix(prefix)
      ? String(explanation.dropFirst(prefix.count)) : explanation
  }
}

/// Identifiers of a page, each given once.
struct HTMLAnchors {
  private var used: Set<String> = []

  /// An identifier made of a name's ASCII letters, digits and hyphens, or of `other` where it has
  /// none; with a number after it where it is taken.
  mutating func anchor(_ name: String, or other: String) -> String {
    let plain = name.lowercased().utf8.prefix(40).map { byte in
      let isPlain = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      return isPlain ? Character(Unicode.Scalar(byte)) : "-"
    }
    let words = String(plain).split(separator: "-").joined(separator: "-")
    // An identifier that begins with a digit cannot be named in a style sheet.
    let stem = words.first?.isLetter == true ? words : words.isEmpty ? other : "\(other)-\(words)"
    var anchor = stem
    var number = 2
    while !used.insert(anchor).inserted {
      anchor = "\(stem)-\(number)"
      number += 1
    }
    return anchor
  }
}
