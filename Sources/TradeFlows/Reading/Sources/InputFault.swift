import TradeTables

/// Why the bytes of a file cannot be read as a table, and what would help.
package enum InputFault: Error, Equatable {
  /// The file is of a kind that is known and not read.
  case foreign(String, advice: String)
  /// Compressed bytes that do not mean anything, after so many bytes that did.
  case damaged(Compression, after: Int, detail: String)
  /// Something compressed inside of something compressed.
  case nested(String, in: Compression)
  /// More bytes than such a file could hold in good faith.
  case expansion(ExpansionLimit)
  /// A member of an archive that needs a password.
  case encrypted(member: String)
  /// An archive without a file that could be a table.
  case noTable(members: [String])
  /// An archive with tables of different kinds.
  case severalTables([String])
  /// The same, where the archive comes from a pipe and cannot be looked through first.
  case severalTablesInPipe([String])
  /// A member was named of something that is no archive.
  case noArchive
  /// A member was named that the archive does not have.
  case noMember(String, available: [String])
  /// The library that reads archives is not installed.
  case noLibrary(Compression)
  /// UTF-8 and another encoding in one file.
  case mixedEncodings(line: Int, TextEncoding)
  /// A byte that has no meaning in the encoding that the rest of the file has.
  case noCharacter(UInt8, line: Int, TextEncoding)
  /// Half a character in UTF-16 text.
  case brokenUTF16(line: Int)
  /// JSON text that breaks off the grammar.
  case json(line: Int, expected: String, found: String)
  /// An object without records, after one with some.
  case noRecords(line: Int)
  /// A key that appears in a record only after the header line had to be written.
  case lateKey(String, line: Int, records: Int)
  /// A record that has a key twice.
  case repeatedKey(String, line: Int)
  /// A row of a yearbook whose label another has.
  case repeatedLabel(String, line: Int, first: Int)
  /// A row of a yearbook that makes its numbers in more than one way.
  case severalReadings(String, line: Int, [String])
  /// The service that was asked answered with an error message.
  case answer(String)

  /// The error of a file that has this fault.
  package func error(in file: String) -> TableError { .cannotRead(file, reason: description) }
}

extension InputFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .foreign(let format, let advice): "it is \(format); \(advice)"
    case .damaged(let compression, let after, let detail):
      "its \(compression) data are damaged or cut off after \(after) bytes of content (\(detail));"
        + " fetch the file again"
    case .nested(let format, let compression):
      "inside the \(compression) data is \(format); unpack the outer one first"
    case .expansion(let limit):
      "it expands to more than \(limit.ratio) times its size, past \(limit.mebibytes) MiB;"
        + " if that is meant, unpack it and read the plain file"
    case .encrypted(let member): "'\(member)' in it is encrypted; unpack it with its password first"
    case .noTable(let members):
      members.isEmpty
        ? "the archive is empty"
        : "no file in the archive ends in .csv, .tsv, .txt or .json; it holds"
          + " \(Suggestion.list(members))"
    case .severalTables(let names):
      "it holds several tables: \(Suggestion.list(names)); name one, as in"
        + " ARCHIVE.zip:\(names.first ?? "")"
    case .severalTablesInPipe(let names):
      "the archive holds several tables (\(Suggestion.list(names))); give it as a file, not"
        + " through a pipe"
    case .noArchive: "it is no zip archive, of which a file could be named behind a colon"
    case .noMember(let name, let available):
      "there is no file '\(name)' in it" + Suggestion.text(for: name, among: available)
        + "; it holds \(Suggestion.list(available))"
    case .noLibrary(let compression):
      "\(compression) data need libarchive, which is not installed; install libarchive13 or"
        + " unpack the file"
    case .mixedEncodings(let line, let other):
      "line \(line): \(other) and UTF-8 in one file; save all of it in UTF-8"
    case .noCharacter(let byte, let line, let encoding):
      "line \(line): the byte \(String(byte, radix: 16, uppercase: true)) (hexadecimal) is neither"
        + " UTF-8 nor \(encoding); save the file in UTF-8"
    case .brokenUTF16(let line): "line \(line): half a character of UTF-16; is the file cut off?"
    case .json(let line, let expected, let found):
      "line \(line): JSON with \(found) where \(expected) is expected"
    case .noRecords(let line):
      "line \(line): an object without an array of records, after one that has them"
    case .lateKey(let key, let line, let records):
      "line \(line): the key '\(key)' is in none of the first \(records) records; give the first"
        + " record every key, with null for none"
    case .repeatedKey(let key, let line):
      "line \(line): the key '\(key)' appears twice in a record"
    case .repeatedLabel(let label, let line, let first):
      "line \(line): '\(Suggestion.excerpt(label))' stands in line \(first) too; cut the text to one"
        + " table"
    case .severalReadings(let label, let line, let readings):
      "line \(line), column 2: '\(Suggestion.excerpt(label))' can be read in several ways,"
        + " \(readings.joined(separator: " or ")); put two blanks or more between columns"
    case .answer(let text): "the service answered with an error: \(text)"
    }
  }
}
