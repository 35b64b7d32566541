import TradeTables

/// Any file an analyst may have, as plain UTF-8 text with delimiters.
///
///     file or pipe → unpacked → UTF-8 → JSON, HTML and yearbooks written as CSV
///
/// Each step looks at the first bytes and not at the name, reads as it is read from, and says in
/// its `remarks` what it assumed.
package enum InputText {
  /// Opens a file, `ARCHIVE.zip:NAME` for one file of an archive, or `-` for standard input.
  package static func open(_ path: String) throws(TableError) -> any ByteSource {
    let (path, member) = split(path)
    let file = InputFile.name(path)
    let (unpacked, compression) = try unpack(path, member: member, file: file)
    if case .foreign(let format, let advice) = FileSignature(unpacked.start) {
      throw InputFault.foreign(format, advice: advice).error(in: file)
    }
    if let compression, case .compressed(let inner) = FileSignature(unpacked.start) {
      throw InputFault.nested("\(inner) data", in: compression).error(in: file)
    }
    let text = try PeekedBytes(TextBytes(unpacked, file: file))
    if JSONRows.isJSON(text.start) { return try JSONRows(text, file: file) }
    if HTMLRows.isHTML(text.start) { return try HTMLRows(text, file: file) }
    if YearbookRows.isYearbook(text.start) { return try YearbookRows(text, file: file) }
    return text
  }

  /// The archive and the file in it that `archive.zip:trade.csv` names.
  private static func split(_ path: String) -> (path: String, member: String?) {
    let mark = path.firstRange(of: ".zip:") ?? path.firstRange(of: ".ZIP:")
    guard let mark, InputFile.size(path) == nil else { return (path, nil) }
    let colon = path.index(before: mark.upperBound)
    return (String(path[..<colon]), String(path[mark.upperBound...]))
  }

  private static func unpack(
    _ path: String, member: String?, file: String
  ) throws(TableError) -> (PeekedBytes, Compression?) {
    let raw = try PeekedBytes(FileBytes(path))
    guard case .compressed(let compression) = FileSignature(raw.start) else {
      guard member == nil else { throw InputFault.noArchive.error(in: file) }
      return (raw, nil)
    }
    // A file can be jumped about in, a pipe is read as it comes.
    let isFile = InputFile.size(path) != nil
    let unpacked: any ByteSource
    switch (compression, member) {
    case (.gzip, _): unpacked = GzipBytes(raw, file: file)
    case (.zip, nil) where isFile: unpacked = try ZipMembers.open(path, file: file)
    case (.zip, _):
      let archive = try isFile ? Archive(zip: path, file: file) : Archive(raw, .zip, file: file)
      unpacked = ArchiveBytes(archive, member.map { .named($0) } ?? .only)
    default: unpacked = ArchiveBytes(try Archive(raw, compression, file: file), .all)
    }
    return (try PeekedBytes(unpacked), compression)
  }
}
