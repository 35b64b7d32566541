import TradeTables

/// Why a generalised linear model has no answer.
public enum GeneralisedLinearModelError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is nothing to fit: no row at all, or none with a weight above zero.
  case noRows
  /// A value of a named variable is not finite or beyond 1e150; rows count from 1.
  case unusable(name: String, value: Double, row: Int)
  /// A response is outside of what the family can produce; rows count from 1.
  case outside(Family, value: Double, row: Int)
  /// A weight is negative or not finite; rows count from 1.
  case weight(Double, row: Int)
  /// Every row was left out as a singleton or because its response is separated.
  case nothingLeft(singletons: Int, separated: Int)
  /// The response is the same extreme value everywhere, so that no finite estimate exists.
  case noVariation(Family, value: Double)
  /// The iteration left the range of numbers.
  case diverged(iteration: Int)

  /// One sentence: what is wrong, where, and what would help.
  public var description: String {
    switch self {
    case .noRows: "there is no row to fit"
    case .unusable(let name, let value, let row):
      "\(name) has no number up to 1e150 in row \(row) but \(NumberText.full(value))"
    case .outside(let family, let value, let row):
      "the response of a \(family.rawValue) model is \(family.domain), "
        + "but row \(row) has \(NumberText.full(value))"
    case .weight(let value, let row):
      "a weight is a number that is not negative, but row \(row) has \(NumberText.full(value))"
    case .nothingLeft(let singletons, let separated):
      "no row is left: \(singletons) stand alone in a level of an effect, "
        + "and for \(separated) the response does not vary; use fewer effects or regressors"
    case .noVariation(let family, let value):
      "the response is \(NumberText.full(value)) in every row, "
        + "for which a \(family.rawValue) model has no finite estimate"
    case .diverged(let iteration):
      "the iteration left the range of numbers in step \(iteration); "
        + "look for variables of extreme size, or scale the response"
    }
  }
}
