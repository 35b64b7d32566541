import TradeTables

/// A titled document of sections: what a command answers, whatever the format.
///
/// A report knows tables and charts only, never the results that made them. Every renderer
/// therefore shows every report.
public struct Report: Sendable {
  /// The line on top of the document.
  public let title: String
  /// The sections in order of reading.
  public let sections: [Section]
  /// What is said beside the result and never in it.
  public var remarks: [String] = []
  /// Whether the data were found to be at fault, for the exit status.
  public var hasFaults = false
  /// The language of the words, which decides how numbers are written, too.
  public internal(set) var language = Language.english

  /// A report of any number of sections.
  public init(_ title: String, _ sections: [Section]) {
    self.title = title
    self.sections = sections
  }

  /// A report of one section without a heading.
  public init(_ title: String, _ blocks: Block...) {
    self.init(title, [Section("", blocks)])
  }

  /// Blocks that belong together under one heading.
  public struct Section: Sendable {
    /// What addresses, sheets and options call the section, in any language: `forecast`.
    public let name: String
    /// Empty for none.
    public let heading: String
    /// What the section shows, from top to bottom.
    public let blocks: [Block]

    /// A section; an empty heading leaves its blocks without one.
    public init(_ heading: String, name: String = "", _ blocks: [Block]) {
      self.name = name
      self.heading = heading
      self.blocks = blocks
    }
  }

  /// One thing that a section shows; every renderer knows each of them.
  public enum Block: Sendable {
    /// Prose; the renderer breaks its lines.
    case text(String)
    /// Short remarks, one a line.
    case notes([String])
    /// A table with the name that it has in files; one without a name is for reading only.
    case table(String, Table)
    /// A few numbers that matter most, large.
    case keyFigures([KeyFigure])
    /// A drawing, with the values that stand behind it.
    case chart(Chart)
    /// One line of blocks, a value each, with what it shows.
    case sparkline([Double?], String)
  }

  /// Every table that has a name, in order.
  public var tables: [(name: String, table: Table)] {
    sections.flatMap(\.blocks).compactMap { block in
      guard case .table(let name, let table) = block, !name.isEmpty else { return nil }
      return (name, table)
    }
  }
}
