import TradeTables

/// Bars by name, from top to bottom: categories in one or two periods, contributions, errors.
public struct BarChart: Sendable, Equatable {
  /// What the bars of one name are called, the most important first: `2024`, `2023`.
  public let seriesNames: [String]
  /// The bars in the order to draw.
  public let bars: [Bar]
  /// How the numbers are printed.
  public let style: Column.Style

  /// One name with its values.
  public struct Bar: Sendable, Equatable {
    /// The name beside the bar.
    public let label: String
    /// One value for each of the chart's series, `nil` for none.
    public let values: [Double?]
    /// How the first value is to be read; a bound is drawn open.
    public let qualifier: Qualifier
    /// Whether the bar stands out, as a total or the best of several does.
    public let isEmphasised: Bool

    /// A bar with one value for each of the chart's series.
    public init(
      _ label: String, _ values: [Double?], qualifier: Qualifier = .exact,
      isEmphasised: Bool = false
    ) {
      self.label = label
      self.values = values
      self.qualifier = qualifier
      self.isEmphasised = isEmphasised
    }
  }

  /// Bars of the same series; each has one value for each name of a series.
  public init(seriesNames: [String], bars: [Bar], style: Column.Style = .decimal(1)) {
    precondition(
      bars.allSatisfy { $0.values.count == seriesNames.count }, "a value for each series name")
    self.seriesNames = seriesNames
    self.bars = bars
    self.style = style
  }

  /// A row a bar, a column a series.
  public var table: Table {
    Table(
      [.text("name", bars.map(\.label), heading: "")]
        + seriesNames.indices.map { index in
          .number(
            seriesNames[index], bars.map { $0.values[index] }, style: style,
            mark: index == 0 ? "qualifier" : nil)
        } + [.qualifiers("qualifier", bars.map { $0.qualifier })])
  }
}
