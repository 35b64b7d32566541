import TradeTables

/// Why a censored regression has no answer.
public enum CensoredRegressionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The formula has an `offset( )`, which the model does not know.
  case offset
  /// The formula has effects after `|`, which the model does not absorb.
  case effects
  /// There is nothing to fit.
  case noRows
  /// A bound of this row is not a number.
  case missingBound(row: Int)
  /// The lower bound is above the upper bound.
  case reversed(row: Int, lower: Double, upper: Double)
  /// The row has no finite bound.
  case noBound(row: Int)
  /// A log-normal value cannot be at or below zero, nor can its bounds.
  case notPositive(row: Int, bound: Double)
  /// A column is infinite or not a number in this row.
  case notFinite(row: Int, column: String)
  /// A column is a combination of columns before it; zero everywhere where there are none.
  case dependent(String, on: [String])
  /// Every row says "more than", or every row says "less than".
  case censoredOnOneSide(Side)
  /// All rows say "more than" or "less than", and they do not hem the scale in.
  case noObservedValue
  /// The observed values lie on the fitted surface and no bound contradicts it.
  case scaleVanishes
  /// The likelihood keeps rising as the scale grows.
  case scaleGrows
  /// The likelihood keeps rising, or no longer changes, as this coefficient goes to infinity.
  case noFiniteCoefficient(String)
  /// The coefficient or its standard error is too large or too small for a double.
  case beyondRange(String)
  /// The search used up its steps.
  case notConverged(iterations: Int)

  /// The side of a bound on which the value is unknown.
  public enum Side: String, Sendable {
    /// Less than the bound.
    case left
    /// More than the bound.
    case right
  }

  /// One sentence: which row or column is at fault, and what would help.
  public var description: String {
    switch self {
    case .offset: "a tobit model takes no offset( )"
    case .effects: "a tobit model takes no effects after '|'; write them as factors"
    case .noRows: "there are no rows"
    case .missingBound(let row): "a bound in row \(row) is not a number"
    case .reversed(let row, let lower, let upper):
      "in row \(row) the lower bound \(NumberText.full(lower)) is above the upper bound "
        + NumberText.full(upper)
    case .noBound(let row):
      "row \(row) has no finite bound, so it says nothing: leave it out"
    case .notPositive(let row, let bound):
      "row \(row) has a bound of \(NumberText.full(bound)), and a log-normal value is above zero: "
        + "use the gaussian distribution"
    case .notFinite(let row, let column): "column '\(column)' is not finite in row \(row)"
    case .dependent(let column, let others):
      others.isEmpty
        ? "column '\(column)' is zero in every row: leave it out"
        : "column '\(column)' is a combination of \(Self.list(others)): leave one of them out"
    case .censoredOnOneSide(let side):
      "every row says '\(side == .right ? "more" : "less") than': at least one value must be known "
        + "from the other side"
    case .noObservedValue:
      "no value is observed, and the bounds do not determine the scale"
    case .scaleVanishes:
      "the observed values lie exactly on the fit, so the scale would be zero: use fewer columns or "
        + "more rows"
    case .scaleGrows: "the likelihood keeps rising as the scale grows: there is no best fit"
    case .noFiniteCoefficient(let column):
      "the coefficient of '\(column)' is not determined: the rows that it tells apart are bounds that "
        + "it can satisfy without end"
    case .beyondRange(let column):
      "the coefficient of '\(column)' is beyond the range of numbers: change the unit of the column"
    case .notConverged(let iterations):
      "no maximum of the likelihood was found in \(iterations) steps"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }
}
