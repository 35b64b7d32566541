/// Prose in the pieces that pages treat differently: words, and addresses that a reader may follow.
enum Prose {
  /// A piece of prose.
  enum Piece: Equatable {
    /// Words with the blanks between them.
    case words(String)
    /// An address that begins with `http://` or `https://`; nothing else ever becomes a link.
    case address(String)
  }

  /// The pieces in order; together they are the text.
  static func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Substring(text)
    var words = ""
    while let start = addressStart(rest) {
      words += rest[..<start]
      let address = address(rest[start...])
      if address.isEmpty {
        words.append(rest[start])
        rest = rest[start...].dropFirst()
        continue
      }
      if !words.isEmpty { pieces.append(.words(words)) }
      words = ""
      pieces.append(.address(String(address)))
      rest = rest[address.endIndex...]
    }
    words += rest
    return words.isEmpty ? pieces : pieces + [.words(words)]
  }

  private static let schemes = ["https://", "http://"]

  private static func addressStart(_ text: Substring) -> Substring.Index? {
    var rest = text
    while let start = rest.firstIndex(of: "h") {
      if schemes.contains(where: rest[start...].hasPrefix) { return start }
      rest = rest[start...].dropFirst()
    }
    return nil
  }

  /// The address at the beginning of the text, without the marks that end a sentence or close a
  /// bracket that is not its own; empty where a scheme is all there is.
  private static func address(_ text: Substring) -> Substring {
    let scalars = text.unicodeScalars
    let end = scalars.firstIndex { !isAllowed($0) } ?? text.endIndex
    var address = text[..<end]
    // Brackets that are closed but never opened belong to the sentence around the address.
    var surplus = (round: 0, square: 0)
    for character in address {
      switch character {
      case "(": surplus.round -= 1
      case ")": surplus.round += 1
      case "[": surplus.square -= 1
      case "]": surplus.square += 1
      default: break
      }
    }
    trimming: while let last = address.last {
      switch last {
      case ".", ",", ";", ":", "!", "?", "'", "’", "”", "»", "…": break
      case ")" where surplus.round > 0: surplus.round -= 1
      case "]" where surplus.square > 0: surplus.square -= 1
      default: break trimming
      }
      address.removeLast()
    }
    return schemes.contains { address.count <= $0.count && $0.hasPrefix(address) } ? "" : address
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x20 && scalar.neutral == nil && !"<>\"`\\^{}|".unicodeScalars.contains(scalar)
      && !scalar.properties.isWhitespace
  }
}

extension String {
  /// The words with single blanks between them, on one line.
  var onOneLine: String {
    split { character in
      character.isWhitespace || character.unicodeScalars.allSatisfy { $0.neutral == " " }
    }
    .joined(separator: " ")
  }
}
