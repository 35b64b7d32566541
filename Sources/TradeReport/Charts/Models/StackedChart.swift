import TradeTables

/// Parts on top of each other over time, such as contributions to growth that add up.
///
/// Parts above zero are stacked upwards and parts below zero downwards; a mark shows their sum.
public struct StackedChart: Sendable, Equatable {
  /// The periods as the axis names them.
  public let labels: [String]
  /// The parts, the first nearest to zero.
  public let parts: [Part]
  /// What the parts add up to, one value a period; empty for no mark.
  public let totals: [Double?]
  /// What the sum is called.
  public let totalName: String
  /// How the numbers are printed.
  public let style: Column.Style

  /// One part over all periods.
  public struct Part: Sendable, Equatable {
    /// What the legend calls it.
    public let name: String
    /// One value a period, `nil` for none.
    public let values: [Double?]

    /// A part with one value for each of the chart's periods.
    public init(_ name: String, _ values: [Double?]) {
      self.name = name
      self.values = values
    }
  }

  /// Parts with one value a period each.
  public init(
    labels: [String], parts: [Part], totals: [Double?] = [], totalName: String = "Total",
    style: Column.Style = .decimal(1)
  ) {
    precondition(
      parts.allSatisfy { $0.values.count == labels.count }
        && (totals.isEmpty || totals.count == labels.count), "a value for each period")
    self.labels = labels
    self.parts = parts
    self.totals = totals
    self.totalName = totalName
    self.style = style
  }

  /// A row a period, a column a part, and the sum.
  public var table: Table {
    let sum: [Column] =
      totals.isEmpty ? [] : [.number("total", totals, heading: totalName, style: style)]
    return Table(
      [.text("period", labels, heading: "Period")]
        + parts.map { .number($0.name, $0.values, style: style) } + sum)
  }
}
