import TradeTables

/// Points of two measures, such as what each side of a flow counts.
public struct ScatterChart: Sendable, Equatable {
  /// What the horizontal axis measures.
  public let xName: String
  /// What the vertical axis measures.
  public let yName: String
  /// The points in the order of the data.
  public let points: [Point]
  /// Whether both axes are logarithmic, for values of very different sizes; such values are above
  /// zero.
  public let isLogarithmic: Bool
  /// Whether the line where both measures are equal is drawn.
  public let showsEquality: Bool
  /// How the numbers are printed.
  public let style: Column.Style

  /// One thing with two measures.
  public struct Point: Sendable, Equatable {
    /// What the point is of, such as a year.
    public let label: String
    /// The group that it is drawn with, such as the direction of a flow; empty for none.
    public let group: String
    /// The measure to the right.
    public let x: Double
    /// The measure upwards.
    public let y: Double

    /// A point of two measures.
    public init(_ label: String, x: Double, y: Double, group: String = "") {
      self.label = label
      self.group = group
      self.x = x
      self.y = y
    }
  }

  /// Points; on logarithmic axes those with a measure of zero or less are left out.
  public init(
    xName: String, yName: String, points: [Point], isLogarithmic: Bool = false,
    showsEquality: Bool = false, style: Column.Style = .decimal(1)
  ) {
    self.xName = xName
    self.yName = yName
    self.points = isLogarithmic ? points.filter { $0.x > 0 && $0.y > 0 } : points
    self.isLogarithmic = isLogarithmic
    self.showsEquality = showsEquality
    self.style = style
  }

  /// A row a point.
  public var table: Table {
    let groups = points.map(\.group)
    let columns: [Column] = [
      .text("name", points.map(\.label), heading: ""),
      .text("group", groups, heading: "", isHidden: groups.allSatisfy(\.isEmpty)),
      .number("x", points.map(\.x), heading: xName, style: style),
      .number("y", points.map(\.y), heading: yName, style: style),
    ]
    return Table(columns)
  }
}
