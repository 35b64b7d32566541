import TradeTables

/// One number that matters, with what it is: the turnover of the last year, its growth.
public struct KeyFigure: Sendable, Equatable {
  /// What files call it: `turnover`.
  public let name: String
  /// The number in full precision; `nil` where it is not known.
  public let value: Double?
  /// How print shows the number.
  public let style: Column.Style
  /// How the number is to be read; its mark stands before it.
  public let qualifier: Qualifier
  /// What the number is, under it in print.
  public var label: String

  /// A number with a name for files and a label for readers.
  public init(
    _ name: String, _ value: Double?, style: Column.Style = .decimal(1),
    qualifier: Qualifier = .exact, label: String
  ) {
    self.name = name
    self.value = value
    self.style = style
    self.qualifier = qualifier
    self.label = label
  }

  /// The number with its mark, or a dash.
  func text(_ format: NumberFormat) -> String {
    number(format).map { qualifier.symbol + $0 } ?? "–"
  }

  /// The number without its mark; `nil` where it is not known.
  func number(_ format: NumberFormat) -> String? {
    guard let value, value.isFinite else { return nil }
    return format.text(value, style.adapted(to: [value]))
  }
}
