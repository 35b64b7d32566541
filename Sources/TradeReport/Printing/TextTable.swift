import TradeTables

/// Lays out one table for reading: text to the left, numbers to the right, marks before numbers,
/// intervals in one column, no trailing blanks.
struct TextTable {
  private let printed: PrintedTable
  private let style: TextStyle
  private let language: Language

  init(table: Table, style: TextStyle, language: Language = .english) {
    printed = PrintedTable(table, numbers: language.numbers)
    self.style = style
    self.language = language
  }

  /// The header, a rule and the rows.
  var lines: [String] {
    Array(pages(of: printed.columns.map(cells)).map { lines(of: $0) }.joined(separator: [""]))
  }

  /// The columns in groups that fit the width, each beginning with the first column, which says what
  /// a row is about.
  private func pages(of columns: [TextColumn]) -> [[TextColumn]] {
    guard let key = columns.first, Self.total(fittedWidths(columns)) > style.width else {
      return [columns]
    }
    var pages: [[TextColumn]] = []
    var page = [key]
    for column in columns.dropFirst() {
      if page.count > 1, Self.total(fittedWidths(page + [column])) > style.width {
        pages.append(page)
        page = [key]
      }
      page.append(column)
    }
    return pages + [page]
  }

  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + 2 * max(widths.count - 1, 0)
  }

  private func lines(of columns: [TextColumn]) -> [String] {
    let widths = fittedWidths(columns)
    /// One row, on as many lines as its longest cell needs.
    func lines(_ cells: [String]) -> [String] {
      let wrapped = zip(cells, widths).map { self.wrapped($0, $1) }
      return (0..<(wrapped.map(\.count).max() ?? 1)).map { line in
        let padded = wrapped.indices.map { index in
          let cell = line < wrapped[index].count ? wrapped[index][line] : ""
          let blanks = String(repeating: " ", count: max(widths[index] - cell.count, 0))
          return columns[index].isText ? cell + blanks : blanks + cell
        }
        return padded.joined(separator: "  ").withoutTrailingBlanks
      }
    }
    let rule = String(repeating: style.ascii ? "-" : "─", count: Self.total(widths))
    return lines(columns.map(\.heading)) + [rule]
      + (0..<printed.rowCount).flatMap { row in lines(columns.map { $0.cells[row] }) }
  }

  /// What the marks in the table mean; empty where there are none.
  var legend: [String] {
    var lines: [String] = []
    for explanation in printed.marks.map(\.explanation).map(language.phrase) {
      if let last = lines.last, last.count + 3 + explanation.count <= style.width {
        lines[lines.count - 1] = last + "   " + explanation
      } else {
        lines.append(explanation)
      }
    }
    return lines
  }

  // MARK: Cells

  private struct TextColumn {
    var heading: String
    var cells: [String]
    let isText: Bool
  }

  /// A line break or a tab inside a cell would break the columns; both ends of intervals stand in
  /// columns of their own: `460.8 –  882.8`.
  private func cells(_ column: PrintedTable.PrintedColumn) -> TextColumn {
    let width = column.cells.map { $0.upper?.count ?? 0 }.max() ?? 0
    let cells = column.cells.map { cell -> String in
      var cell = cell
      cell.upper = cell.upper.map { upper in
        let end = upper.isEmpty ? missing : upper
        return String(repeating: " ", count: max(width - end.count, 0)) + end
      }
      return cell.joined(missing: missing, dash: missing).printable
    }
    return TextColumn(heading: column.heading, cells: cells, isText: column.isText)
  }

  private var missing: String { style.ascii ? "-" : "–" }

  /// The widths of the columns: the widest text columns give way until the table fits; numbers are
  /// never cut.
  private func fittedWidths(_ columns: [TextColumn]) -> [Int] {
    let least = 10
    var widths = columns.map { max($0.heading.count, $0.cells.map(\.count).max() ?? 0) }
    while true {
      let excess = Self.total(widths) - style.width
      let candidates = columns.indices.filter { columns[$0].isText && widths[$0] > least }
      guard excess > 0, let widest = candidates.max(by: { widths[$0] < widths[$1] }) else {
        return widths
      }
      let second = candidates.filter { $0 != widest }.map { widths[$0] }.max() ?? least
      widths[widest] = max(widths[widest] - excess, min(second, widths[widest] - 1), least)
    }
  }

  /// A cell on lines of a width, broken between words; a word that is too long is cut.
  private func wrapped(_ cell: String, _ width: Int) -> [String] {
    guard cell.count > width else { return [cell] }
    var lines: [String] = []
    for word in cell.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        let isLong = word.count > width
        lines.append(isLong ? word.prefix(width - 1) + (style.ascii ? "." : "…") : String(word))
      }
    }
    return lines
  }
}
