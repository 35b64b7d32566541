/// The form in which spellings of one name meet.
///
///     Côte d'Ivoire, COTE DIVOIRE       → "cote divoire"
///     Rep. of Korea, Korea, Rep.        → "korea republic"
///     Қазақстан, Казакстан              → "казакстан"
///
/// Publishers differ in case, accents, punctuation, abbreviations, "of" and "the", and in the order
/// of words; a keyboard may lack the letters of Kazakh or Vietnamese. None of these tells two
/// countries apart. Where two names do meet in one form, `PartnerIndex` keeps the exact spelling of
/// each.
package enum NameKey {
  /// The form of a name.
  package static func key(_ text: String) -> String {
    let words = plain(text).split(separator: " ").map { abbreviations[String($0)] ?? String($0) }
    let telling = words.filter { !connectives.contains($0) }
    return (telling.isEmpty ? words : telling).sorted().joined(separator: " ")
  }

  /// Lower case without accents; anything between words is a space.
  static func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return ascii(text) }
    var plain = ""
    plain.reserveCapacity(text.utf8.count)
    for character in text.lowercased() {
      if character.isASCII {
        plain += ascii(String(character))
      } else if let letters = letters[character] {
        plain += letters
      } else if !["’", "‘", "ʼ"].contains(character) {
        plain.append(character.isLetter || character.isNumber ? character : " ")
      }
    }
    return plain
  }

  /// The same for text without marked letters, which most of it is.
  private static func ascii(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte + 32)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "."): break
      default: bytes.append(UInt8(ascii: " "))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let connectives: Set = ["the", "of", "and"]

  private static let abbreviations = [
    "st": "saint", "rep": "republic", "dem": "democratic", "isds": "islands", "isd": "islands",
    "is": "islands", "terr": "territory", "fed": "federated", "sts": "states", "br": "british",
    "brit": "british", "n": "northern", "excl": "excluding",
  ]

  /// Letters with marks, by what stands for them on a plain keyboard.
  private static let letters: [Character: String] = {
    let groups = [
      ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"), ("c", "çćčċ"), ("d", "đďð"), ("e", "èéêëēĕęěẹẻẽếềểễệ"),
      ("g", "ğģ"), ("i", "ìíîïīĭịỉĩı"), ("l", "łľļ"), ("n", "ñńňņ"),
      ("o", "òóôõöøōŏőọỏốồổỗộớờởỡợơ"), ("r", "řŕ"), ("s", "śšşș"), ("t", "ťţț"),
      ("u", "ùúûüūŭůűụủũứừửữựư"), ("y", "ýÿỳỵỷỹ"), ("z", "źžż"),
      ("ae", "æ"), ("oe", "œ"), ("ss", "ß"),
      // Kazakh and Russian, as they are typed on a Russian keyboard.
      ("а", "ә"), ("г", "ғ"), ("е", "ё"), ("и", "йі"), ("к", "қ"), ("н", "ң"), ("о", "ө"),
      ("у", "ұү"), ("х", "һ"),
    ]
    return groups.reduce(into: [:]) { table, group in
      for character in group.1 { table[character] = group.0 }
    }
  }()
}
