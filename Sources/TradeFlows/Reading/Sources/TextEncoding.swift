/// How the characters of a text are written as bytes.
package enum TextEncoding: Equatable, Sendable, CustomStringConvertible {
  case utf8
  case utf16(isBigEndian: Bool)
  /// Latin-1 with the punctuation that Windows added to it.
  case windows1252
  /// Cyrillic, as Excel saves CSV in Russia and Kazakhstan.
  case windows1251

  package var description: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16: "UTF-16"
    case .windows1252: "Windows-1252"
    case .windows1251: "Windows-1251"
    }
  }

  /// The byte order mark of UTF-8, which says nothing and is dropped.
  static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// UTF-8 or UTF-16 by the mark at the beginning, or by the zeros that every other byte of a UTF-16
  /// text with some ASCII is; and how many bytes the mark has.
  static func detect(_ start: [UInt8]) -> (encoding: TextEncoding, mark: Int) {
    if start.starts(with: utf8Mark) { return (.utf8, 3) }
    if start.starts(with: [0xFF, 0xFE]) { return (.utf16(isBigEndian: false), 2) }
    if start.starts(with: [0xFE, 0xFF]) { return (.utf16(isBigEndian: true), 2) }
    let head = start.prefix(256)
    var zeros = [0, 0]
    for (place, byte) in head.enumerated() where byte == 0 { zeros[place & 1] += 1 }
    // Half of the characters are ASCII; few others have a zero where ASCII has none.
    func isUTF16(_ high: Int, _ low: Int) -> Bool {
      high >= max(2, head.count / 4) && low * 4 < high
    }
    if isUTF16(zeros[1], zeros[0]) { return (.utf16(isBigEndian: false), 0) }
    if isUTF16(zeros[0], zeros[1]) { return (.utf16(isBigEndian: true), 0) }
    return (.utf8, 0)
  }

  /// What single bytes mean in a text that is not UTF-8: Cyrillic where they make whole words.
  ///
  /// In the languages that Windows-1252 is for, accented letters stand among plain ones; four of
  /// them on end are a word of an alphabet that has no plain ones.
  static func singleByte(_ bytes: some Sequence<UInt8>) -> TextEncoding {
    var run = 0
    for byte in bytes {
      run = byte >= 0xC0 ? run + 1 : 0
      if run == 4 { return .windows1251 }
    }
    return .windows1252
  }

  /// The characters of the bytes from 128 on; 0 for those that have none.
  ///
  /// Reference: Unicode Consortium, `MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT` and `CP1251.TXT`.
  var upperHalf: [UInt16] {
    switch self {
    case .utf8, .utf16: []
    case .windows1252: Self.upper1252 + Array(0xA0...0xFF)
    case .windows1251: Self.upper1251 + Array(0x410...0x44F)
    }
  }

  private static let upper1252: [UInt16] = [
    0x20AC, 0x0000, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x0000, 0x017D, 0x0000,
    0x0000, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x0000, 0x017E, 0x0178,
  ]

  private static let upper1251: [UInt16] = [
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021,
    0x20AC, 0x2030, 0x0409, 0x2039, 0x040A, 0x040C, 0x040B, 0x040F,
    0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x0000, 0x2122, 0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F,
    0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7,
    0x0401, 0x00A9, 0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407,
    0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6, 0x00B7,
    0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457,
  ]
}
