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
  public func fit(_ table: Table) throws(RegressionError) -> Fit {
    if let effect = formula.effects.first { throw .absorbed(effect.description) }
    return Fit(try ModelFrame(formula, table))
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
  /// Two terms make columns of the same name.
  case repeatedColumn(String)
  /// An effect stands after `|`, which ordinary least squares does not absorb.
  case absorbed(String)

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
    case .repeatedColumn(let name):
      "two terms make a column '\(name)'; leave one of them out"
    case .absorbed(let effect):
      "ordinary least squares does not absorb '\(effect)'; write it as a factor before '|'"
    }
  }
}
