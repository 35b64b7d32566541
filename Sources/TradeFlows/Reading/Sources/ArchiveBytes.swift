import TradeTables

/// The content of compressed data, or of tables in an archive with the same header line, which are
/// read one after another as one table.
package final class ArchiveBytes: ByteSource, @unchecked Sendable {
  /// Which members of an archive are read.
  package enum Choice {
    /// Data without members.
    case all
    /// Members by their place, from 0; they have the same header line.
    case members([Int])
    /// The member of this name.
    case named(String)
    /// The only table, in an archive that cannot be looked through first.
    case only
  }

  private let archive: Archive
  private let choice: Choice
  package let remarks: [String]
  private var rest = UnsafeRawBufferPointer(start: nil, count: 0)
  private var place = -1
  private var tables: [String] = []
  private var names: [String] = []
  private var isInMember = false
  private var isHeader = false
  private var endsInLineFeed = true
  private var isAtEnd = false

  package init(_ archive: Archive, _ choice: Choice, remarks: [String] = []) {
    (self.archive, self.choice, self.remarks) = (archive, choice, remarks)
  }

  package func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
    var count = 0
    while count < buffer.count, !isAtEnd {
      if rest.isEmpty {
        try advance()
        // The last line of one member and the first of the next have to stay two.
        if isHeader, !endsInLineFeed, !isAtEnd {
          buffer[count] = RecordScanner.lineFeed
          (count, endsInLineFeed) = (count + 1, true)
        }
        if isHeader { leaveOutHeader() }
        continue
      }
      let some = UnsafeRawBufferPointer(rebasing: rest.prefix(buffer.count - count))
      UnsafeMutableRawBufferPointer(rebasing: buffer[count...]).copyMemory(from: some)
      count += some.count
      endsInLineFeed = some.last == RecordScanner.lineFeed
      rest = UnsafeRawBufferPointer(rebasing: rest[some.count...])
    }
    return count
  }

  /// Fetches the next bytes of the member, or goes to the next one.
  private func advance() throws(TableError) {
    if isInMember, let block = try archive.nextBlock() {
      rest = block
      return
    }
    isInMember = false
    guard let member = try archive.nextMember() else { return try finish() }
    place += 1
    if member.isFile { names.append(member.name) }
    guard try isWanted(member) else { return }
    guard !member.isEncrypted else {
      throw InputFault.encrypted(member: member.name).error(in: archive.file)
    }
    tables.append(member.name)
    (isInMember, isHeader) = (true, tables.count > 1)
  }

  private func isWanted(_ member: Archive.Member) throws(TableError) -> Bool {
    switch choice {
    case .all: return true
    case .members(let places): return places.contains(place)
    case .named(let name): return member.name == name && tables.isEmpty
    case .only:
      if ZipMembers.isWorkbook(member.name) {
        throw FileSignature.workbookFault.error(in: archive.file)
      }
      guard member.isFile, ZipMembers.isTable(member.name) else { return false }
      guard tables.isEmpty else {
        throw InputFault.severalTablesInPipe(tables + [member.name]).error(in: archive.file)
      }
      return true
    }
  }

  private func finish() throws(TableError) {
    isAtEnd = true
    guard tables.isEmpty else { return }
    switch choice {
    // Nothing compressed is nothing.
    case .all: return
    case .named(let name):
      throw InputFault.noMember(name, available: names).error(in: archive.file)
    case .only, .members: throw InputFault.noTable(members: names).error(in: archive.file)
    }
  }

  private func leaveOutHeader() {
    guard let end = rest.firstIndex(of: RecordScanner.lineFeed) else {
      rest = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    rest = UnsafeRawBufferPointer(rebasing: rest[(end + 1)...])
    isHeader = false
  }
}
