import TradeTables

/// A table as a reader is shown it: rounded cells as text, marks before numbers, an interval in one
/// cell, hidden columns left out.
///
/// Every renderer that shows tables to people begins here; only where the cells stand is its own.
struct PrintedTable {
  /// The columns from left to right.
  let columns: [PrintedColumn]
  /// How many rows there are.
  let rowCount: Int
  /// The qualifiers whose marks occur, in the order of the legend.
  let marks: [Qualifier]

  /// One column as it is printed.
  struct PrintedColumn {
    let heading: String
    let isText: Bool
    let cells: [Cell]
  }

  /// One cell as it is printed.
  struct Cell: Equatable {
    /// The text, or the lower end of an interval; `nil` is a missing value.
    let text: String?
    /// The upper end of an interval.
    var upper: String?
    /// The qualifier's mark, which stands before the number.
    var mark = ""

    /// The whole cell on one line.
    func joined(missing: String, dash: String) -> String {
      guard let text else { return missing }
      return mark + text + (upper.map { " \(dash) \($0)" } ?? "")
    }
  }

  /// The columns of a table that print, with numbers in a format.
  init(_ table: Table, numbers: NumberFormat = NumberFormat()) {
    let joined = Set(table.columns.compactMap(\.mark) + table.columns.compactMap(\.upper))
    let shown = table.columns.filter { !$0.isHidden && !joined.contains($0.name) }
    rowCount = table.rowCount
    columns = shown.map { Self.printed($0, of: table, numbers) }
    let used = Set(shown.compactMap(\.mark).flatMap { table.qualifiers($0).compactMap(\.self) })
    marks = Qualifier.allCases.filter { used.contains($0) && !$0.symbol.isEmpty }
  }

  private static func printed(
    _ column: Column, of table: Table, _ format: NumberFormat
  ) -> PrintedColumn {
    switch column.values {
    case .text(let cells):
      return PrintedColumn(
        heading: column.heading, isText: true, cells: cells.map { Cell(text: $0 ?? "") })
    case .number(let cells):
      let numbers = cells.finite
      let style = column.style.adapted(to: numbers)
      let marks = column.mark.map(table.qualifiers) ?? []
      let ends = column.upper.map(table.numbersOrNone) ?? []
      return PrintedColumn(
        heading: column.heading, isText: false,
        cells: numbers.indices.map { row in
          guard let number = numbers[row] else { return Cell(text: nil) }
          return Cell(
            text: format.text(number, style),
            upper: ends.isEmpty ? nil : ends[row].map { format.text($0, style) } ?? "",
            mark: marks.isEmpty ? "" : marks[row]?.symbol ?? "")
        })
    }
  }
}

extension Table {
  /// The qualifiers in a column of that name; empty where there is no such column.
  func qualifiers(_ name: String) -> [Qualifier?] {
    guard case .text(let cells)? = firstColumn(name)?.values else { return [] }
    return cells.map { $0.flatMap(Qualifier.init(rawValue:)) }
  }

  fileprivate func numbersOrNone(_ name: String) -> [Double?] {
    guard case .number(let numbers)? = firstColumn(name)?.values else { return [] }
    return numbers.finite
  }
}

extension [Double?] {
  /// The same numbers; what is infinite or no number at all is missing, for nobody can read it.
  var finite: [Double?] {
    allSatisfy { $0?.isFinite ?? true } ? self : map { $0.flatMap { $0.isFinite ? $0 : nil } }
  }
}
