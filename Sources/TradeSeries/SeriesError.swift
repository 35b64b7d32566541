import TradeTables

/// Why a series, a comparison or a forecast has no answer.
public enum SeriesError: Error, Equatable, Sendable {
  /// The table behind the series cannot be read.
  case table(TableError)
  /// A series or selection of that name holds no value.
  case empty(String)
  /// A cell is no period; `isCounter` where it is a whole number, which a counter would take.
  case notAPeriod(String, at: Place, isCounter: Bool)
  /// A period appears a second time in one series.
  case repeatedPeriod(String, at: Place)
  /// A period stands below a later one.
  case backwards(String, after: String, at: Place)
  /// A period is of another kind than those above it, such as a month among years.
  case mixedPeriods(String, expected: String, at: Place)
  /// A series would span more periods than `Series.limit`.
  case tooLong(String, count: Int, limit: Int)
  /// A value is so large that its square would leave the range of numbers.
  case tooLarge(Double, at: Place?)
  /// A cell of the column `qualifier` is no qualifier that a file can carry.
  case unknownWord(String, among: [String], at: Place)
  /// A mark that is none of the qualifiers.
  case unknownQualifier(String, at: Place)
  /// A value is said to lie between two bounds of which the lower is the larger.
  case reversedBounds(Double, Double, at: Place)
  /// A period was named that has no figure; `available` is the range of those that have.
  case missingPeriod(String, series: String, available: String)
  /// The base that was named for an index is a bound.
  case baseIsBound(String)
  /// A method needs more values than the series has.
  case tooShort(method: String, count: Int, needed: Int)
  /// A method takes logarithms and the series has a value of zero or below.
  case notPositive(method: String, value: Double)
  /// A method has no season and the series has one.
  case seasonal(method: String, season: Int)
  /// The columns of a regression are of no use.
  case regressors(RegressorError)
  /// A target cannot be judged.
  case scenario(ScenarioError)
  /// A year cannot be told from its part.
  case nowcast(NowcastError)
  /// Nothing tells which column holds the periods or the values; `option` names it.
  case noColumn(role: String, option: String, available: [String], file: String?)
  /// More than one category is a total.
  case repeatedTotal(String)
  /// There are fewer than two groups to add up.
  case singlePart(String)
  /// The periods of two series are of different kinds, so that no sum of them exists.
  case mixedKinds(String, String, String, String)
  /// The ledger has no usable figure for the pair of countries and the flow.
  case noSelection(reporter: String, partner: String, flow: String)
  /// One unit cannot be converted to another, as the two count different things.
  case unit(String, to: String)
}

extension SeriesError: CustomStringConvertible {
  /// One sentence: what is wrong, where, and what would help.
  public var description: String {
    switch self {
    case .table(let error): error.description
    case .empty(let name): "\(name) has no value in the chosen periods"
    case .notAPeriod(let text, let place, let isCounter):
      "\(place): '\(Suggestion.excerpt(text))' is not a period; periods are written \(Period.forms)"
        + (isCounter ? "; for a plain counter add --season 1, 4 or 12" : "")
    case .repeatedPeriod(let period, let place):
      "\(place): the period \(period) appears a second time; "
        + "if the rows belong to several series, name the columns that tell them apart: --by COLUMN"
    case .backwards(let period, let before, let place):
      "\(place): the period \(period) comes after \(before); sort the rows by time"
    case .mixedPeriods(let period, let expected, let place):
      "\(place): the period \(period) stands among periods like \(expected); use one kind"
    case .tooLong(let name, let count, let limit):
      "\(name) would span \(count) periods, gaps included; the limit is \(limit)"
    case .tooLarge(let value, let place):
      (place.map { "\($0): " } ?? "")
        + "\(NumberText.full(value)) is beyond 1e150; is the unit right?"
    case .unknownWord(let text, let words, let place):
      "\(place): '\(Suggestion.excerpt(text))' is none of \(words.joined(separator: ", "))"
    case .unknownQualifier(let text, let place):
      "\(place): '\(Suggestion.excerpt(text))' is not a qualifier"
        + Suggestion.text(for: text, among: Qualifier.words)
        + "; the qualifiers are \(Qualifier.words.joined(separator: ", ")), or one of > < ~"
    case .reversedBounds(let lower, let upper, let place):
      "\(place): the upper bound \(NumberText.full(upper)) is below the value "
        + NumberText.full(lower)
    case .missingPeriod(let period, let series, let available):
      "\(series) has no figure for \(period); it has \(available)"
    case .baseIsBound(let period):
      "the figure of \(period) is a bound, which an index cannot stand on; choose another base"
    case .tooShort(let method, let count, let needed):
      "\(method) needs \(needed) values and the series has \(count)"
    case .notPositive(let method, let value):
      "\(method) needs values above zero and the series has \(NumberText.full(value))"
    case .seasonal(let method, let season):
      "\(method) is for yearly series and this one has a season of \(season)"
    case .regressors(let error): error.description
    case .scenario(let error): error.description
    case .nowcast(let error): error.description
    case .noColumn(let role, let option, let available, let file):
      (file.map { "\($0), line 1: " } ?? "")
        + "no column is plainly the \(role); name it: \(option) COLUMN; the columns are "
        + Suggestion.list(available)
    case .repeatedTotal(let name):
      "'\(name)' is a total among its parts more than once; the sums would double"
    case .singlePart(let name):
      "a total needs at least two groups, and there is only \(name); name the column that tells "
        + "groups apart: --by COLUMN"
    case .mixedKinds(let first, let period, let second, let other):
      "\(first) has periods like \(period) and \(second) like \(other), which do not add up"
    case .noSelection(let reporter, let partner, let flow):
      "no published \(flow) of \(reporter) with \(partner)"
    case .unit(let unit, let other): "\(unit) cannot be converted to \(other)"
    }
  }
}

extension SeriesError {
  /// A few words for a cell of a table.
  var brief: String {
    switch self {
    case .tooShort(_, _, let needed): "needs \(needed) values"
    case .notPositive: "needs values above zero"
    case .seasonal: "is for yearly series"
    case .regressors(let error): error.brief
    default: description
    }
  }
}

extension Qualifier {
  /// The words that the column `qualifier` of a file can hold.
  static let words =
    allCases.filter { $0 != .undetermined }.map(\.rawValue) + [ValueMarks.between]
}
