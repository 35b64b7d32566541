import TradeTables

/// Why a target has no answer.
public enum ScenarioError: Error, Equatable, Sendable {
  /// The target is no amount above zero, or beyond the range of numbers.
  case target(Double)
  /// The period is of another kind than those of the series.
  case kind(String, example: String)
  /// The period is not after the latest figure.
  case past(String, latest: String)
  /// The period is farther than a forecast reaches.
  case tooFar(String, limit: String)
}

extension ScenarioError: CustomStringConvertible {
  /// One sentence: what is wrong and what would help.
  public var description: String {
    switch self {
    case .target(let value):
      "a target is a number above zero and up to 1e150, not \(NumberText.full(value))"
    case .kind(let period, let example):
      "the target's period \(period) is of another kind than those of the series; write one like "
        + example
    case .past(let period, let latest):
      "\(period) is not after \(latest), the latest figure; a target lies in a later period"
    case .tooFar(let period, let limit):
      "\(period) is farther than a forecast reaches; the last period it reaches is \(limit)"
    }
  }
}
