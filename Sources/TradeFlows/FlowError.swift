import TradeTables

/// What can be wrong with a file of trade flows, with where it is and what would help.
public enum FlowError: Error, Equatable, Sendable {
  /// The file cannot be read as a table.
  case table(TableError)
  /// No format is known that has such columns; `columns` are those of the likeliest header.
  case notRecognised(String, columns: [String])
  /// A record is longer than is believable.
  case recordTooLong(String, limit: Int)
  /// A field cannot be understood.
  case meaningless(String, at: Place, reason: String)
  /// A value beyond what can be added up.
  case tooLarge(Double, at: Place)
  /// A number whose fields that say what it counts are empty.
  case unnamedValue(at: Place)
  /// A number that can be read in two ways.
  case ambiguousNumber(String, at: Place)
  /// Two rows that hold the same trade would be added up.
  case countsTwice(first: Place, second: Place, difference: String, advice: String)
  /// More than a hundredth of the value is that of countries that are not known.
  case unknownCountries([String], share: Double, file: String)
  /// Values of different currencies would be added up.
  case mixedUnits([String], file: String)
  /// Parts were to be compared, and there are totals alone.
  case onlyTotals
  /// Parts were to be compared, and some contain others.
  case mixedLevels
  /// No row has what was asked for.
  case nothingFound(file: String, asked: String, available: String)
}

extension FlowError: CustomStringConvertible {
  /// One sentence: where the fault is, what it is and what would help.
  public var description: String {
    switch self {
    case .table(let error): error.description
    case .notRecognised(let file, let columns) where columns.isEmpty:
      "\(file), line 1: no , ; tab or | between columns; a table of trade flows has a header with "
        + "the names of its columns"
    case .notRecognised(let file, let columns):
      "\(file): no known form of trade statistics has the columns \(Suggestion.list(columns)); "
        + "the forms are listed by: corridor help formats; for any other table name its columns: "
        + "--by COLUMN --time COLUMN --value COLUMN"
    case .recordTooLong(let file, let limit):
      "\(file): a record is longer than \(limit) bytes; is a quote missing?"
    case .meaningless(let text, let place, let reason):
      "\(place): '\(Suggestion.excerpt(text))' \(reason)"
    case .tooLarge(let value, let place):
      "\(place): \(NumberText.full(value)) is beyond 1e135; is the unit right?"
    case .unnamedValue(let place):
      "\(place): a value without a period, country or commodity"
    case .ambiguousNumber(let text, let place):
      "\(place): '\(Suggestion.excerpt(text))' can be read in two ways; say which mark stands before "
        + "decimals: --decimal point or --decimal comma"
    case .countsTwice(let first, let second, let difference, let advice):
      "\(first) and \(first.file == second.file ? "line \(second.line)" : "\(second)"): \(difference), and a sum would count trade twice; \(advice)"
    case .unknownCountries(let names, let share, let file):
      "\(file): \(NumberText.percentage(share)) % of the value is with countries that are not known: "
        + Suggestion.list(names)
    case .mixedUnits(let units, let file):
      "\(file): values in \(units.joined(separator: " and ")) cannot be added up"
    case .onlyTotals: "the file gives totals alone, and no parts to compare"
    case .mixedLevels:
      "the file has codes of different lengths, which would count trade twice; choose with --digits 2"
    case .nothingFound(let file, let asked, let available):
      "\(file): no row has \(asked)\(available.isEmpty ? "" : "; there is \(available)")"
    }
  }
}
