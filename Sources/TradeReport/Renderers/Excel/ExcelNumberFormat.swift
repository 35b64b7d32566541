import TradeTables

/// How a spreadsheet shows the numbers of a column: as print does, while the cell keeps the number.
///
/// A mark is part of the format. A cell that says "more than 500" holds 500 and shows `>500`.
struct ExcelNumberFormat {
  /// The style of the column, fit for the size of its numbers.
  let style: Column.Style

  /// The format for a number and its qualifier.
  func text(_ number: Double, _ qualifier: Qualifier = .exact) -> String {
    let mark = qualifier.symbol.isEmpty ? "" : "\"\(qualifier.symbol)\""
    switch style {
    case .plain:
      // A general format shows a long whole number as a power of ten.
      let isLong = abs(number) >= 1e9 && abs(number) < 1e15 && number == number.rounded()
      return unsigned(isLong ? "0" : "General", mark)
    case .decimal(let digits): return unsigned(Self.fixed(digits), mark)
    case .signed(let digits): return signed(Self.fixed(digits), mark)
    case .percent(let digits): return unsigned(Self.fixed(digits) + " %", mark)
    case .signedPercent(let digits), .signedPoints(let digits):
      return signed(Self.fixed(digits) + " %", mark)
    case .significant(let digits): return unsigned(Self.significant(number, digits), mark)
    case .mixed(let digits):
      let isWhole = number == number.rounded()
      return unsigned(isWhole ? Self.fixed(0) : Self.significant(number, digits), mark)
    }
  }

  /// The minus of a spreadsheet stands before a mark unless negative numbers have a part of their
  /// own.
  private func unsigned(_ format: String, _ mark: String) -> String {
    mark.isEmpty ? format : "\(mark)\(format);\(mark)-\(format)"
  }

  private func signed(_ format: String, _ mark: String) -> String {
    "\(mark)+\(format);\(mark)-\(format);\(mark)\(format)"
  }

  private static func fixed(_ digits: Int) -> String {
    digits > 0 ? "#,##0." + String(repeating: "0", count: digits) : "#,##0"
  }

  /// As `NumberText.significant` prints.
  private static func significant(_ number: Double, _ digits: Int) -> String {
    let size = abs(number)
    guard size != 0 else { return "0" }
    guard size >= 1e-4, size < 1e9 else {
      return "0." + String(repeating: "0", count: max(digits - 1, 1)) + "E+00"
    }
    let text = NumberText.significant(size, digits: digits)
    return fixed(text.firstIndex(of: ".").map { text[$0...].count - 1 } ?? 0)
  }
}
