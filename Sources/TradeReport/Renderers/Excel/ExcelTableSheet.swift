import TradeTables

/// A table on a sheet of its own: headings in the first row, every column, every cell in its type.
///
/// The sheet keeps what print leaves out: the qualifiers of a column and the upper ends of its
/// intervals stand beside it, other hidden columns after all that print.
struct ExcelTableSheet {
  /// The most rows that the format knows, headings included.
  static let rowLimit = 1_048_576
  /// The most columns that the format knows.
  static let columnLimit = 16_384

  private let table: Table
  /// The places of the table's columns on the sheet, from left to right.
  private let order: [Int]
  private let language: Language

  init(_ table: Table, _ language: Language) {
    (self.table, self.language) = (table, language)
    order = Self.order(table.columns)
  }

  /// How many columns the sheet has.
  var width: Int { order.count }

  /// Where the sheet has a column of the table; both count from 0.
  func place(of column: Int) -> Int { order.firstIndex(of: column) ?? column }

  private static func order(_ columns: [Column]) -> [Int] {
    func joined(_ column: Column) -> [Int] {
      [column.upper, column.mark].compactMap { name in
        name.flatMap { name in columns.firstIndex { $0.name == name } }
      }
    }
    let companions = Set(columns.flatMap(joined))
    var order: [Int] = []
    func add(_ index: Int) {
      if !order.contains(index) { order.append(index) }
    }
    for index in columns.indices where !columns[index].isHidden && !companions.contains(index) {
      add(index)
      joined(columns[index]).forEach(add)
    }
    columns.indices.forEach(add)
    return order
  }

  /// Writes headings and cells; returns the qualifiers whose marks it shows.
  @discardableResult
  func write(to sheet: ExcelSheet) -> Set<Qualifier> {
    let columns = order.map { SheetColumn(table.columns[$0], of: table, language) }
    for (place, column) in columns.enumerated() {
      sheet.setWidth(place, column.width)
      sheet.write(
        column.heading, 0, place,
        ExcelFormat(isBold: true, isRight: !column.isText, isUnderlined: true))
    }
    for row in 0..<table.rowCount {
      for (place, column) in columns.enumerated() { column.write(row, to: sheet, place) }
    }
    sheet.setHeader(columnCount: width, rowCount: table.rowCount)
    if columns.contains(where: \.isText) { sheet.allowNumbersAsText() }
    sheet.setPage(isForReading: false)
    return Set(columns.flatMap(\.qualifiers))
  }
}

/// One column of a sheet with what its cells need beside their values.
private struct SheetColumn {
  let heading: String
  /// In digits, wide enough for the heading and every cell, up to a limit.
  let width: Int
  private let values: Column.Values
  private let marks: [Qualifier?]
  private let format: ExcelNumberFormat
  private let plain: ExcelFormat

  init(_ column: Column, of table: Table, _ language: Language) {
    values = column.values
    let lower = table.columns.first { $0.upper == column.name }
    heading = Self.heading(column, lower, language)
    marks = column.mark.map(table.qualifiers) ?? []
    guard case .number(let numbers) = values else {
      (format, plain) = (ExcelNumberFormat(style: .plain), ExcelFormat())
      width = Self.width(heading, column.values.texts.map(\.terminalWidth).max() ?? 0)
      return
    }
    // Both ends of an interval look the same.
    let style = (lower ?? column).style.adapted(to: numbers)
    format = ExcelNumberFormat(style: style)
    plain = ExcelFormat(number: format.text(0))
    let numberFormat = NumberFormat()
    // The longest are the largest on both sides of zero and those with the most decimals.
    let samples = [numbers.compactMap(\.self).max(), numbers.compactMap(\.self).min()]
    let longest = samples.map { $0.map { numberFormat.text($0, style).count } ?? 0 }.max() ?? 0
    let isVaried = style != .plain && !format.isUniform
    width = Self.width(heading, max(min(longest, 18), isVaried || style == .plain ? 10 : 0) + 1)
  }

  /// A column that has no heading has its name; the ends of an interval share theirs.
  private static func heading(
    _ column: Column, _ lower: Column?, _ language: Language
  ) -> String {
    if let lower, column.heading == column.name {
      return "\(lower.heading), \(language.phrase("upper end"))"
    }
    if column.upper != nil { return "\(column.heading), \(language.phrase("lower end"))" }
    return column.heading.isEmpty ? column.name : column.heading
  }

  /// The button of the filter takes three digits.
  private static func width(_ heading: String, _ longest: Int) -> Int {
    min(max(heading.terminalWidth + 4, longest + 2, 8), 60)
  }

  var isText: Bool { if case .text = values { true } else { false } }

  var qualifiers: [Qualifier] { Array(Set(marks.compactMap(\.self))) }

  func write(_ row: Int, to sheet: ExcelSheet, _ place: Int) {
    switch values {
    case .text(let cells):
      if let text = cells[row], !text.isEmpty { sheet.write(text, row + 1, place) }
    case .number(let numbers):
      guard let number = numbers[row] else { return }
      let mark = marks.isEmpty ? nil : marks[row]
      let isPlain = format.isUniform && (mark ?? .exact).symbol.isEmpty
      sheet.write(
        number, row + 1, place,
        isPlain ? plain : ExcelFormat(number: format.text(number, mark ?? .exact)))
    }
  }
}

extension ExcelNumberFormat {
  /// Whether all numbers without a mark have the same format.
  var isUniform: Bool {
    switch style {
    case .plain, .significant, .mixed: false
    default: true
    }
  }
}

extension Column.Values {
  fileprivate var texts: [String] {
    guard case .text(let cells) = self else { return [] }
    return cells.map { $0 ?? "" }
  }
}
