/// Where a formula stops making sense, and what was expected there.
public struct FormulaError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The whole formula as it was written.
  public let text: String
  /// Characters before the place.
  public let position: Int
  /// What was expected at the place, or what may not stand there.
  public let problem: String

  /// The problem, the formula and a caret under the place.
  public var description: String {
    let start = max(0, position - 50)
    let excerpt = String(text.dropFirst(start).prefix(70).map { $0.isWhitespace ? " " : $0 })
    return "\(problem)\n  \(excerpt)\n  \(String(repeating: " ", count: position - start))^"
  }
}
