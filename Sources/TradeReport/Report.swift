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
    /// Empty for none.
    public let heading: String
    /// What the section shows, from top to bottom.
    public let blocks: [Block]

    /// A section; an empty heading leaves its blocks without one.
    public init(_ heading: String, _ blocks: [Block]) {
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
    /// A table with the name that it has in files.
    case table(String, Table)
    /// Known and expected values over periods.
    case chart(PeriodChart)
    /// One line of blocks, a value each, with what it shows.
    case sparkline([Double?], String)
  }

  /// The same report with other prose, such as in a smaller alphabet; tables keep their numbers.
  public func rewritten(_ rewrite: (String) -> String) -> Report {
    var report = Report(
      rewrite(title),
      sections.map { section in
        Section(rewrite(section.heading), section.blocks.map { $0.rewritten(rewrite) })
      })
    report.remarks = remarks
    return report
  }

  /// Every table with its name, in order.
  public var tables: [(name: String, table: Table)] {
    sections.flatMap(\.blocks).compactMap { block in
      guard case .table(let name, let table) = block else { return nil }
      return (name, table)
    }
  }
}

extension Report.Block {
  fileprivate func rewritten(_ rewrite: (String) -> String) -> Self {
    switch self {
    case .text(let text): .text(rewrite(text))
    case .notes(let notes): .notes(notes.map(rewrite))
    case .table(let name, let table):
      .table(name, Table(table.columns.map { $0.rewritten(rewrite) }))
    case .chart, .sparkline: self
    }
  }
}

extension Column {
  /// The same column with other text in its cells; qualifiers are names and stay.
  fileprivate func rewritten(_ rewrite: (String) -> String) -> Column {
    guard case .text(let cells) = values, !isHidden else { return self }
    return Column(
      name, .text(TextCells(cells.map { $0.map(rewrite) })), heading: rewrite(heading),
      style: style, mark: mark, upper: upper)
  }
}

extension Report {
  /// One table as CSV: the only table of the report as it stands; of several, every cell on a row of
  /// its own, `table,row,column,value`.
  public var csv: String {
    let tables = tables
    guard tables.count != 1 else { return tables[0].table.csv }
    var cells: [(table: String, row: Int, column: String, value: String?)] = []
    for (name, table) in tables {
      for row in 0..<table.rowCount {
        for column in table.columns {
          let value: String? =
            switch column.values {
            case .text(let texts): texts[row]
            case .number(let numbers): numbers[row].map(NumberText.full)
            }
          cells.append((name, row + 1, column.name, value))
        }
      }
    }
    return Table(
      .text("table", cells.map(\.table)),
      .number("row", cells.map { Double($0.row) }),
      .text("column", cells.map(\.column)),
      .text("value", cells.map(\.value))
    ).csv
  }
}
