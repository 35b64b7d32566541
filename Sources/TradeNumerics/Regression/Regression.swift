import TradeTables

/// Linear regression of one column of a table on others.
///
///     let fit = try Regression("log(turnover) ~ year").fit(table)
///
/// Rows with a missing value are left out and counted.
public struct Regression: Sendable, Equatable {
  /// Which column is explained, by what.
  public let formula: Formula

  /// A regression with a formula that has been read already.
  public init(_ formula: Formula) { self.formula = formula }

  /// Reads the formula from text; throws where that makes no sense.
  public init(_ text: String) throws(FormulaError) { formula = try Formula(text) }

  /// Fits by ordinary least squares; an offset is subtracted from the response.
  ///
  /// Lags go by the order of the rows, or within the groups of a panel by its time.
  public func fit(
    _ table: Table, panel: ModelFrame.Panel? = nil
  ) throws(RegressionError) -> Fit {
    if let effect = formula.effects.first { throw .absorbed(effect.description) }
    return Fit(try ModelFrame(formula, table, panel: panel))
  }

  /// The largest size of a number in a regression; beyond it sums of squares overflow.
  static let largest = 1e150
}

/// Why a regression has no answer.
public enum RegressionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A column of the formula is not there or is not made of numbers.
  case table(TableError)
  /// Every one of the table's rows lacks a value that the formula needs.
  case noCompleteRow(count: Int)
  /// A term has no usable value for a number in a row, such as the logarithm of zero.
  case undefined(String, of: Double, at: Place)
  /// A power of the largest number of a column, in a row, is too small to be told from zero.
  case tooSmall(String, of: Double, at: Place)
  /// A product of the parts of a term is larger than 1e150 in a row.
  case productTooLarge(String, at: Place)
  /// A base was named that is no level of its column in the rows that are used.
  case noSuchLevel(String, column: String, available: [String])
  /// A column has the same level in every row, so that nothing is left beside the base.
  case oneLevel(String, column: String)
  /// A term of factors makes more columns than fit.
  case tooManyDummies(String, columns: Int, rows: Int)
  /// Polynomials need so many different numbers, and the column has fewer.
  case tooFewValues(String, needed: Int)
  /// A row to be predicted has a level that none of the rows fitted had.
  case unknownLevel(String, at: Place, available: [String])
  /// A group of a panel has a period twice, so that a lag could be either.
  case repeatedPeriod(Double, group: String, first: Place, at: Place)
  /// A period of a panel is no whole number, so that none is one before it.
  case notAWholePeriod(Double, at: Place)
  /// Two terms make columns of the same name.
  case repeatedColumn(String)
  /// An effect stands after `|`, which ordinary least squares does not absorb.
  case absorbed(String)
  /// A term cannot be worked out on rows that are read once.
  case needsAllRows(String)
  /// The formula makes more columns than a streamed regression takes.
  case tooManyColumns(limit: Int)
  /// A column has a word here after rows in which NA was taken for a missing number.
  case lateWord(String, at: Place)

  /// One sentence: which row or column is at fault, and for what number.
  public var description: String {
    switch self {
    case .table(let error): error.description
    case .noCompleteRow(let count):
      "none of the \(count) rows has a value in every column of the formula"
    case .undefined(let term, let value, let place):
      "\(place): \(term) is no number up to 1e150 for \(NumberText.full(value))"
    case .tooSmall(let term, let value, let place):
      "\(place): \(term) is too small for a number for \(NumberText.full(value)), the largest of "
        + "its column; choose a larger unit"
    case .productTooLarge(let term, let place): "\(place): \(term) is no number up to 1e150"
    case .noSuchLevel(let level, let column, let available):
      "the column '\(column)' has no level '\(Suggestion.excerpt(level))' in the rows that are used"
        + Suggestion.text(for: level, among: available)
        + "; the levels are \(Suggestion.list(available))"
    case .oneLevel(let level, let column):
      "the column '\(column)' is '\(Suggestion.excerpt(level))' in every row that is used; "
        + "as a factor it explains nothing: leave it out"
    case .tooManyDummies(let term, let columns, let rows):
      "the term '\(term)' makes \(columns) columns for \(rows) rows; factors may make "
        + "\(ModelFrame.dummyLimit) columns and \(ModelFrame.elementLimit) numbers: absorb a large "
        + "factor by writing it after '|'"
    case .tooFewValues(let term, let needed):
      "\(term) needs \(needed) different numbers in the rows that are used"
    case .unknownLevel(let level, let place, let available):
      "\(place): '\(Suggestion.excerpt(level))' is no level of the rows that were fitted"
        + Suggestion.text(for: level, among: available)
        + "; the levels are \(Suggestion.list(available))"
    case .repeatedPeriod(_, let group, let first, let place):
      "\(place): this period"
        + (group.isEmpty ? "" : " of '\(Suggestion.excerpt(group))'")
        + " stands already in \(first.file == nil ? "row" : "line") \(first.line), so a lag could be "
        + "either; name every column that tells groups apart"
    case .notAWholePeriod(let period, let place):
      "\(place): lags count periods in whole numbers, and \(NumberText.full(period)) is none"
    case .repeatedColumn(let name):
      "two terms make a column '\(name)'; leave one of them out"
    case .absorbed(let effect):
      "ordinary least squares does not absorb '\(effect)'; write it as a factor before '|'"
    case .needsAllRows(let term):
      "\(term) needs all rows at once, which a streamed regression does not have; powers such as "
        + "x^2 explain as much"
    case .tooManyColumns(let limit):
      "the formula makes more than \(limit) columns, the most of a streamed regression; leave out "
        + "the factor with the most levels"
    case .lateWord(let word, let place):
      "\(place): '\(Suggestion.excerpt(word))' is a word, and so NA before it would be a level and "
        + "not a missing value, which a streamed regression learns too late"
    }
  }
}
