import TradeTables

/// Lays out one table for reading: text to the left, numbers to the right, marks before numbers,
/// intervals in one column, no trailing blanks.
struct TextTable {
  let table: Table
  let style: TextStyle

  /// The header, a rule and the rows.
  var lines: [String] {
    let columns = shown.map(cells)
    return Array(pages(of: columns).map { lines(of: $0) }.joined(separator: [""]))
  }

  /// The columns in groups that fit the width, each beginning with the first column, which says what
  /// a row is about.
  private func pages(of columns: [PrintedColumn]) -> [[PrintedColumn]] {
    guard let key = columns.first, Self.total(fittedWidths(columns)) > style.width else {
      return [columns]
    }
    var pages: [[PrintedColumn]] = []
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

  private func lines(of columns: [PrintedColumn]) -> [String] {
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
      + (0..<table.rowCount).flatMap { row in lines(columns.map { $0.cells[row] }) }
  }

  /// What the marks in the table mean; empty where there are none.
  var legend: [String] {
    let used = shown.compactMap(\.mark).flatMap { name -> [Qualifier] in
      guard case .text(let cells)? = table.firstColumn(name)?.values else { return [] }
      return cells.compactMap { $0.flatMap(Qualifier.init(rawValue:)) }
    }
    var lines: [String] = []
    for qualifier in Qualifier.allCases where used.contains(qualifier) && !qualifier.symbol.isEmpty
    {
      let explanation = qualifier.explanation
      if let last = lines.last, last.count + 3 + explanation.count <= style.width {
        lines[lines.count - 1] = last + "   " + explanation
      } else {
        lines.append(explanation)
      }
    }
    return lines
  }

  /// The columns that print by themselves.
  private var shown: [Column] {
    let joined = Set(table.columns.compactMap(\.mark) + table.columns.compactMap(\.upper))
    return table.columns.filter { !$0.isHidden && !joined.contains($0.name) }
  }

  // MARK: Cells

  private struct PrintedColumn {
    var heading: String
    var cells: [String]
    let isText: Bool
  }

  private func cells(_ column: Column) -> PrintedColumn {
    switch column.values {
    case .text(let cells):
      // A line break or a tab inside a cell would break the columns.
      let lines = cells.map { cell in
        (cell ?? "").printable
      }
      return PrintedColumn(heading: column.heading, cells: lines, isText: true)
    case .number(let numbers):
      let numberStyle = Self.adapted(column.style, to: numbers)
      var printed = numbers.map { $0.map { Self.text($0, numberStyle) } ?? missing }
      if let mark = column.mark, case .text(let marks)? = table.firstColumn(mark)?.values {
        for (row, mark) in marks.enumerated() where numbers[row] != nil {
          let symbol = mark.flatMap(Qualifier.init(rawValue:))?.symbol ?? ""
          printed[row] = symbol + printed[row]
        }
      }
      if let upper = column.upper, case .number(let ends)? = table.firstColumn(upper)?.values {
        printed = intervals(printed, ends.map { $0.map { Self.text($0, numberStyle) } ?? missing })
      }
      return PrintedColumn(heading: column.heading, cells: printed, isText: false)
    }
  }

  private var missing: String { style.ascii ? "-" : "–" }

  /// `460.8 –  882.8`: both ends in columns of their own.
  private func intervals(_ lower: [String], _ upper: [String]) -> [String] {
    let width = upper.map(\.count).max() ?? 0
    return zip(lower, upper).map { low, high in
      guard low != missing else { return missing }
      return "\(low) \(style.ascii ? "-" : "–") "
        + String(repeating: " ", count: width - high.count) + high
    }
  }

  /// Fewer decimals for a column of large numbers, where they only take room, and more for one of
  /// small numbers.
  static func adapted(_ style: Column.Style, to numbers: [Double?]) -> Column.Style {
    let largest = numbers.compactMap { $0.map(abs) }.max() ?? 0
    return switch style {
    case .decimal(1): .decimal(largest >= 1e5 ? 0 : largest >= 10 ? 1 : largest >= 1 ? 2 : 3)
    case .signed(1): .signed(largest >= 1e5 ? 0 : largest >= 10 ? 1 : largest >= 1 ? 2 : 3)
    case .signedPercent(1) where largest >= 10: .signedPercent(0)
    default: style
    }
  }

  static func text(_ number: Double, _ style: Column.Style) -> String {
    // What rounds to zero has no sign.
    func signed(_ text: String) -> String {
      number > 0 && text.contains { ("1"..."9").contains($0) } ? "+" + text : text
    }
    switch style {
    case .plain: return NumberText.full(number)
    case .decimal(let digits): return NumberText.fixed(number, digits: digits)
    case .signed(let digits): return signed(NumberText.fixed(number, digits: digits))
    case .percent(let digits): return NumberText.fixed(100 * number, digits: digits) + " %"
    case .signedPercent(let digits):
      return signed(NumberText.fixed(100 * number, digits: digits)) + " %"
    case .signedPoints(let digits):
      return signed(NumberText.fixed(100 * number, digits: digits))
    case .significant(let digits): return NumberText.significant(number, digits: digits)
    case .mixed(let digits):
      return number == number.rounded()
        ? NumberText.fixed(number, digits: 0) : NumberText.significant(number, digits: digits)
    }
  }

  /// The widths of the columns: the widest text columns give way until the table fits; numbers are
  /// never cut.
  private func fittedWidths(_ columns: [PrintedColumn]) -> [Int] {
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
