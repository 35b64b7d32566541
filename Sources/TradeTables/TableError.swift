/// A place in a file, for messages: `trade.csv, line 7, column 'turnover'`.
public struct Place: Sendable, Equatable, CustomStringConvertible {
  /// The file's name as messages show it; `nil` for a table that was not read from one.
  public let file: String?
  /// The line of the file, or else the row of the table, from 1.
  public let line: Int
  /// The column's name; `nil` where the whole line is meant.
  public let column: String?

  /// A place in a file, or in a table without one where `file` is `nil`.
  public init(file: String?, line: Int, column: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `trade.csv, line 7, column 'turnover'`; without a file `row 7`.
  public var description: String {
    let parts: [String?] = [
      file, file == nil ? "row \(line)" : "line \(line)", column.map { "column '\($0)'" },
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }
}

/// What can be wrong with a file or a table, with where it is and what would help.
public enum TableError: Error, Equatable, Sendable {
  /// The system would not open or read a file, for its own reason.
  case cannotRead(String, reason: String)
  /// The system would not create or write a file, for its own reason.
  case cannotWrite(String, reason: String)
  /// A file has no bytes, or nothing but blank lines.
  case emptyFile(String)
  /// A file has a header line only.
  case noRows(String)
  /// A NUL byte in a line: the file is no text.
  case binary(String, line: Int)
  /// The file is UTF-16, which is not read.
  case utf16(String)
  /// A line holds bytes that are not UTF-8.
  case notUTF8(at: Place)
  /// A record that begins here is longer than `CSVReader.lineLimit`.
  case lineTooLong(at: Place, limit: Int)
  /// The quoted field that begins here never ends.
  case unclosedQuote(at: Place)
  /// Text follows a closing quote before the next separator.
  case textAfterQuote(at: Place)
  /// A row has more or fewer fields than the header.
  case ragged(at: Place, fields: Int, expected: Int)
  /// Two columns of a file have the same name.
  case repeatedColumn(String, file: String)
  /// A column was asked for that is not there; `available` are those that are.
  case noSuchColumn(String, available: [String], file: String?)
  /// A cell of a column read as numbers is neither a finite number nor missing.
  case notANumber(String, at: Place)
  /// A cell is empty that has to have a value.
  case missingValue(at: Place)
}

extension TableError: CustomStringConvertible {
  /// One sentence: where the fault is, what it is and what would help.
  public var description: String {
    switch self {
    case .cannotRead(let file, let reason): "cannot read '\(file)': \(reason)"
    case .cannotWrite(let file, let reason): "cannot write '\(file)': \(reason)"
    case .emptyFile(let file): "\(file) is empty; a CSV file with a header line is expected"
    case .noRows(let file): "\(file) has a header line and no rows below it"
    case .binary(let file, let line):
      "\(file), line \(line): a NUL byte; this is no text file (a spreadsheet? save it as CSV UTF-8)"
    case .utf16(let file):
      "\(file), line 1: the text is UTF-16; save it as CSV UTF-8, or: iconv -f utf-16 -t utf-8"
    case .notUTF8(let place):
      "\(place): a character is not UTF-8; if the file is Latin-1: iconv -f latin1 -t utf-8"
    case .lineTooLong(let place, let limit):
      "\(place): the line is longer than \(limit) bytes; is this a CSV file?"
    case .unclosedQuote(let place): "\(place): a quoted field begins here and is never closed"
    case .textAfterQuote(let place):
      "\(place): text follows a closing quote; a quote inside a field is written twice"
    case .ragged(let place, let fields, let expected):
      "\(place): \(fields) \(fields == 1 ? "field" : "fields") where the header has \(expected)"
    case .repeatedColumn(let name, let file):
      "\(file), line 1: the column '\(name)' appears twice; give each a name of its own"
    case .noSuchColumn(let name, let available, let file):
      (file.map { "\($0), line 1: " } ?? "") + "there is no column '\(name)'"
        + Suggestion.text(for: name, among: available)
        + "; the columns are \(Suggestion.list(available))"
    case .notANumber(let text, let place):
      "\(place): '\(Suggestion.excerpt(text))' is not a number\(Self.hint(text))"
    case .missingValue(let place): "\(place): the value is missing"
    }
  }

  /// What the writer of a number that cannot be read probably meant.
  private static func hint(_ text: String) -> String {
    if let number = Double(text), number.isInfinite, !text.lowercased().contains("inf") {
      return " that fits; the largest is 1.8e308"
    }
    if text.hasPrefix(">") || text.hasPrefix("<") || text.hasPrefix("~") {
      return
        "; write the number alone and 'moreThan', 'lessThan' or 'about' in a column 'qualifier'"
    }
    let hasDigits = text.contains { ("0"..."9").contains($0) }
    if hasDigits, text.contains(",") { return "; write a decimal point and no grouping" }
    if hasDigits, text.contains(" ") || text.contains("\u{A0}") {
      return "; write it without grouping"
    }
    return "; leave the cell empty where there is no value"
  }
}
