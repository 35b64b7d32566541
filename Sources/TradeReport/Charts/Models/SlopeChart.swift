import TradeTables

/// Lines from one point of time to another: how shares changed.
public struct SlopeChart: Sendable, Equatable {
  /// What stands over the left ends, such as `2017`.
  public let from: String
  /// What stands over the right ends.
  public let to: String
  /// The lines, the most important first.
  public let lines: [Line]
  /// How the numbers are printed.
  public let style: Column.Style

  /// One thing at both times.
  public struct Line: Sendable, Equatable {
    /// The name at the ends of the line.
    public let label: String
    /// The value then.
    public let from: Double
    /// The value now.
    public let to: Double

    /// A line between two values.
    public init(_ label: String, from: Double, to: Double) {
      self.label = label
      self.from = from
      self.to = to
    }
  }

  /// Lines between two points of time.
  public init(from: String, to: String, lines: [Line], style: Column.Style = .percent(1)) {
    self.from = from
    self.to = to
    self.lines = lines
    self.style = style
  }

  /// A row a line.
  public var table: Table {
    Table(
      .text("name", lines.map(\.label), heading: ""),
      .number("from", lines.map(\.from), heading: from, style: style),
      .number("to", lines.map(\.to), heading: to, style: style))
  }
}
