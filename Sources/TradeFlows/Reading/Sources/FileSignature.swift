/// How a file is compressed, or an archive packed.
package enum Compression: String, Equatable, Sendable, CustomStringConvertible {
  case gzip
  case zip
  case zstd
  case xz
  case bzip2
  case lz4

  package var description: String { rawValue }
}

/// What the first bytes of a file say about the rest, whatever its name is.
///
/// Reference for the numbers: the `magic` files of `file(1)`, version 5.44.
package enum FileSignature: Equatable {
  case compressed(Compression)
  /// Something that is known not to be a text table.
  case foreign(String, advice: String)
  case unknown

  package init(_ start: some Sequence<UInt8>) {
    let start = Array(start.prefix(512))
    func has(_ bytes: [UInt8], at place: Int = 0) -> Bool {
      start.dropFirst(place).starts(with: bytes)
    }
    if let known = Self.compressions.first(where: { has($0.bytes) }) {
      self = .compressed(known.compression)
    } else if has(Array("BZh".utf8)), Self.bzip2Blocks.contains(where: { has($0, at: 4) }) {
      self = .compressed(.bzip2)
    } else if let known = Self.foreign.first(where: { has($0.bytes, at: $0.place) }) {
      self = .foreign(known.name, advice: known.advice)
    } else {
      self = .unknown
    }
  }

  /// What a zip archive is that holds the parts of a spreadsheet.
  package static let workbookFault = InputFault.foreign(
    "an Excel or LibreOffice workbook", advice: "save the sheet as CSV UTF-8")

  private static let compressions: [(bytes: [UInt8], compression: Compression)] = [
    ([0x1F, 0x8B], .gzip),
    (Array("PK".utf8) + [3, 4], .zip),
    (Array("PK".utf8) + [5, 6], .zip),
    (Array("PK".utf8) + [7, 8], .zip),
    ([0x28, 0xB5, 0x2F, 0xFD], .zstd),
    // A frame to be skipped, with which parallel compression begins.
    ([0x50, 0x2A, 0x4D, 0x18], .zstd),
    ([0xFD] + Array("7zXZ".utf8) + [0], .xz),
    ([0x04, 0x22, 0x4D, 0x18], .lz4),
  ]

  /// The digits of pi before a block, and of its root before the end of the data.
  private static let bzip2Blocks: [[UInt8]] = [
    [0x31, 0x41, 0x59, 0x26], [0x17, 0x72, 0x45, 0x38],
  ]

  private static let foreign: [(bytes: [UInt8], place: Int, name: String, advice: String)] = [
    ([0xD0, 0xCF, 0x11, 0xE0], 0, "an Excel workbook (.xls)", "save the sheet as CSV UTF-8"),
    (Array("%PDF-".utf8), 0, "a PDF document", "the table in it has to become a CSV file first"),
    (Array("PAR1".utf8), 0, "a Parquet file", "export it as CSV"),
    (Array("SQLite format 3".utf8), 0, "an SQLite database", "export the table as CSV"),
    (Array("<stata_dta>".utf8), 0, "a Stata file", "write it with 'export delimited'"),
    (Array("Rar!".utf8), 0, "a RAR archive", "unpack it first"),
    (Array("7z".utf8) + [0xBC, 0xAF], 0, "a 7-Zip archive", "unpack it first"),
    (Array("ustar".utf8), 257, "a tar archive", "unpack it first"),
  ]
}
