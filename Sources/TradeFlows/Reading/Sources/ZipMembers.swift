import TradeTables

/// Which files of a zip archive are the table that a user means.
///
/// Downloads come as a table with notes beside it, or as one table a year with lists of codes. So
/// the only table is read, or all those that share a header line; anything else is for the user
/// to choose.
enum ZipMembers {
  /// Opens the table in a zip file.
  static func open(
    _ path: String, file: String, limit: ExpansionLimit = .init()
  ) throws(TableError) -> ArchiveBytes {
    let (tables, names) = try tables(in: path, file: file, limit: limit)
    let chosen = try choose(among: tables, names: names, file: file)
    return ArchiveBytes(
      try Archive(zip: path, file: file, limit: limit), .members(chosen.map(\.place)),
      remarks: remarks(chosen, of: tables))
  }

  /// A file in the archive that may be a table.
  struct Candidate: Equatable {
    let name: String
    /// Its place among all members, from 0.
    let place: Int
    /// Its first line; `nil` where that is too long or not one byte a letter.
    let header: [UInt8]?
  }

  /// The tables that are to be read: the only one, or the only several with the same header.
  static func choose(
    among tables: [Candidate], names: [String], file: String
  ) throws(TableError) -> [Candidate] {
    guard !tables.isEmpty else { throw InputFault.noTable(members: names).error(in: file) }
    if tables.count == 1 { return tables }
    let alike = Dictionary(grouping: tables.filter { $0.header != nil }, by: \.header)
      .values.filter { $0.count > 1 }
    guard alike.count == 1, let chosen = alike.first else {
      throw InputFault.severalTables(tables.map(\.name)).error(in: file)
    }
    return chosen
  }

  private static func remarks(_ chosen: [Candidate], of tables: [Candidate]) -> [String] {
    let left = tables.filter { !chosen.contains($0) }.map(\.name)
    guard chosen.count > 1 || !left.isEmpty else { return [] }
    let names = Suggestion.list(chosen.map(\.name))
    let files = "the archive's \(chosen.count) files with the same header line are read: \(names)"
    return [left.isEmpty ? files : files + "; left out: \(Suggestion.list(left))"]
  }

  private static func tables(
    in path: String, file: String, limit: ExpansionLimit
  ) throws(TableError) -> (tables: [Candidate], names: [String]) {
    let archive = try Archive(zip: path, file: file, limit: limit)
    var (tables, names): ([Candidate], [String]) = ([], [])
    var place = 0
    while let member = try archive.nextMember() {
      if isWorkbook(member.name) { throw FileSignature.workbookFault.error(in: file) }
      if member.isFile {
        names.append(member.name)
        if isTable(member.name) {
          guard !member.isEncrypted else {
            throw InputFault.encrypted(member: member.name).error(in: file)
          }
          tables.append(
            Candidate(name: member.name, place: place, header: try header(of: archive)))
        }
      }
      place += 1
    }
    return (tables, names)
  }

  private static func header(of archive: Archive) throws(TableError) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < 1 << 16, let block = try archive.nextBlock() {
      bytes += block
      if bytes.contains(RecordScanner.lineFeed) { break }
    }
    guard let end = bytes.firstIndex(of: RecordScanner.lineFeed) else { return nil }
    var line = bytes[..<end]
    if line.starts(with: TextEncoding.utf8Mark) { line = line.dropFirst(3) }
    if line.last == RecordScanner.carriageReturn { line = line.dropLast() }
    // UTF-16 cannot be cut at a byte, and JSON has no header line.
    let isCut = line.contains(0) || line.first.map { "[{".utf8.contains($0) } ?? true
    return isCut ? nil : Array(line)
  }

  /// True of the file that only a workbook of Excel or a spreadsheet of LibreOffice has.
  static func isWorkbook(_ name: String) -> Bool {
    name == "[Content_Types].xml" || name == "META-INF/manifest.xml"
  }

  /// True where the name is that of data, and not of notes about them.
  static func isTable(_ path: String) -> Bool {
    let parts = path.lowercased().split(separator: "/")
    guard let name = parts.last, !parts.contains("__macosx"), !name.hasPrefix(".") else {
      return false
    }
    let isNote = ["readme", "metadata", "license", "licence"].contains { name.hasPrefix($0) }
    return !isNote && endings.contains { name.hasSuffix($0) }
  }

  private static let endings = [".csv", ".tsv", ".tab", ".txt", ".json", ".jsonl", ".ndjson"]
}
