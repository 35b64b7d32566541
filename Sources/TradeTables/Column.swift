/// One named column of a table: its values in full precision and how a reader is shown them.
public struct Column: Sendable, Equatable {
  /// The cells; `nil` is a missing value.
  public enum Values: Sendable, Equatable {
    /// Text, as every cell of a file is at first.
    case text(TextCells)
    /// Numbers in full precision.
    case number([Double?])
  }

  /// How a text table or a page prints the cells.
  ///
  /// Files never round.
  public enum Style: Sendable, Equatable {
    /// Text as it stands; numbers in full precision, never grouped (years, codes, counts).
    case plain
    /// A fixed number of decimals, thousands grouped.
    case decimal(Int)
    /// As `decimal`, with a sign always.
    case signed(Int)
    /// A fraction printed as a percentage.
    case percent(Int)
    /// As `percent`, with a sign always.
    case signedPercent(Int)
    /// A fraction printed in percentage points, with a sign always.
    case signedPoints(Int)
    /// So many significant digits, for estimates of any size.
    case significant(Int)
    /// Whole numbers whole and others as `significant`, where counts and measures share a column.
    case mixed(Int)
  }

  /// What files and code call the column.
  public let name: String
  /// The cells from the first row on, in full precision.
  public let values: Values
  /// What stands over the column in print.
  public let heading: String
  /// How print shows the cells; files take no notice of it.
  public let style: Style
  /// The column whose qualifiers mark these values; it is not printed by itself.
  public let mark: String?
  /// The column with the upper ends, where this one holds the lower ends of intervals.
  public let upper: String?
  /// Whether print leaves the column out; files never do.
  public let isHidden: Bool

  /// A column headed by its own name and printed in full precision, unless told otherwise.
  public init(
    _ name: String, _ values: Values, heading: String? = nil, style: Style = .plain,
    mark: String? = nil, upper: String? = nil, isHidden: Bool = false
  ) {
    self.name = name
    self.values = values
    self.heading = heading ?? name
    self.style = style
    self.mark = mark
    self.upper = upper
    self.isHidden = isHidden
  }

  /// How many cells there are, missing ones included.
  public var count: Int {
    switch values {
    case .text(let cells): cells.count
    case .number(let cells): cells.count
    }
  }

  /// The same column with some of its rows, in the order given.
  public func selecting(_ rows: [Int]) -> Column {
    let selected: Values =
      switch values {
      case .text(let cells): .text(TextCells(rows.lazy.map { cells[$0] }))
      case .number(let cells): .number(rows.map { cells[$0] })
      }
    return Column(
      name, selected, heading: heading, style: style, mark: mark, upper: upper, isHidden: isHidden)
  }
}

extension Column {
  /// A column of text.
  public static func text(
    _ name: String, _ cells: [String?], heading: String? = nil, isHidden: Bool = false
  ) -> Column {
    Column(name, .text(TextCells(cells)), heading: heading, isHidden: isHidden)
  }

  /// A column of numbers.
  public static func number(
    _ name: String, _ cells: [Double?], heading: String? = nil, style: Style = .plain,
    mark: String? = nil, upper: String? = nil, isHidden: Bool = false
  ) -> Column {
    Column(
      name, .number(cells), heading: heading, style: style, mark: mark, upper: upper,
      isHidden: isHidden)
  }

  /// The qualifiers of another column's values.
  public static func qualifiers(_ name: String, _ cells: [Qualifier?]) -> Column {
    Column(name, .text(TextCells(cells.map { $0?.rawValue })), isHidden: true)
  }
}
