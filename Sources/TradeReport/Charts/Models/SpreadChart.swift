import TradeTables

/// Several values of one thing on one line: a year's figure as it was published over and over.
public struct SpreadChart: Sendable, Equatable {
  /// The rows in the order to draw.
  public let rows: [Row]
  /// How the numbers are printed.
  public let style: Column.Style

  /// One thing with its values from the first to the last.
  public struct Row: Sendable, Equatable {
    /// What the values are of, such as a year.
    public let label: String
    /// The values from first to last; the last is the one that counts.
    public let values: [Value]

    /// A row of values from the first to the last.
    public init(_ label: String, _ values: [Value]) {
      self.label = label
      self.values = values
    }
  }

  /// One value with what it is called, such as the day of its publication.
  public struct Value: Sendable, Equatable {
    /// What the value is called.
    public let name: String
    /// The value.
    public let value: Double
    /// How it is to be read.
    public let qualifier: Qualifier

    /// A value, exact unless another qualifier is given.
    public init(_ name: String, _ value: Double, qualifier: Qualifier = .exact) {
      self.name = name
      self.value = value
      self.qualifier = qualifier
    }
  }

  /// Rows from top to bottom.
  public init(rows: [Row], style: Column.Style = .decimal(1)) {
    self.rows = rows
    self.style = style
  }

  /// A row a value.
  public var table: Table {
    let cells = rows.flatMap { row in row.values.map { (row.label, $0) } }
    return Table(
      .text("name", cells.map(\.0), heading: ""),
      .text("of", cells.map(\.1.name), heading: ""),
      .number("value", cells.map(\.1.value), heading: "Value", style: style, mark: "qualifier"),
      .qualifiers("qualifier", cells.map { $0.1.qualifier }))
  }
}
