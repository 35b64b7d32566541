import TradeTables

/// A table of a page: rounded numbers to the right with their marks, the first text of a row as its
/// heading, totals and best rows set off, wide tables in a frame that scrolls by itself.
struct HTMLTable {
  private let printed: PrintedTable
  private let caption: String
  private let language: Language
  private let titles: [String: String]
  private let bestRows: Set<Int>

  init(_ table: Table, caption: String, language: Language) {
    printed = PrintedTable(table, numbers: language.numbers.typeset)
    self.caption = caption
    self.language = language
    titles = HTMLText.titles(of: printed.marks, language)
    bestRows = table.markedRows
  }

  /// Adds the table and the legend of its marks.
  func write(to page: inout [UInt8]) {
    guard !printed.columns.isEmpty else { return }
    // A short table stays on one sheet of paper.
    let length = printed.rowCount <= 20 ? " short" : ""
    page.write("<div class=\"scroll\(length)\" role=\"region\" tabindex=\"0\" aria-label=\"")
    page.write(caption, .html)
    page.write("\">\n<table\(intervalWidth)>\n<caption>")
    page.write(caption, .html)
    page.write("</caption>\n")
    writeHead(to: &page)
    page.write("<tbody>\n")
    for row in 0..<printed.rowCount { write(row: row, to: &page) }
    page.write("</tbody>\n</table>\n</div>\n")
    writeLegend(to: &page)
  }

  private func writeHead(to page: inout [UInt8]) {
    page.write("<thead>\n<tr>")
    for column in printed.columns {
      let kind = column.isText ? " class=\"t\"" : ""
      // A heading without words is a cell, for there is nothing that it heads.
      page.write(column.heading.isEmpty ? "<td\(kind)>" : "<th scope=\"col\"\(kind)>")
      page.write(column.heading.typeset, .html)
      page.write(column.heading.isEmpty ? "</td>" : "</th>")
    }
    page.write("</tr>\n</thead>\n")
  }

  private func write(row: Int, to page: inout [UInt8]) {
    let kind = isTotal(row) ? "total" : bestRows.contains(row) ? "best" : ""
    page.write(kind.isEmpty ? "<tr>" : "<tr class=\"\(kind)\">")
    for (index, column) in printed.columns.enumerated() {
      let cell = column.cells[row]
      if !column.isText {
        page.write("<td>")
        write(cell, to: &page)
        page.write("</td>")
      } else if index == 0, let text = cell.text, !text.isEmpty {
        page.write("<th scope=\"row\">")
        page.write(text, .html)
        page.write("</th>")
      } else {
        page.write("<td class=\"t\">")
        page.write(cell.text ?? "", .html)
        page.write("</td>")
      }
    }
    page.write("</tr>\n")
  }

  private func write(_ cell: PrintedTable.Cell, to page: inout [UInt8]) {
    guard let text = cell.text else { return HTMLText.writeMissing(language, to: &page) }
    HTMLText.writeMark(cell.mark, titles, to: &page)
    page.write(text, .html)
    guard let upper = cell.upper else { return }
    page.write(" – <span class=\"u\">")
    if upper.isEmpty {
      HTMLText.writeMissing(language, to: &page)
    } else {
      page.write(upper, .html)
    }
    page.write("</span>")
  }

  /// The last row is a total where its first text says so.
  private func isTotal(_ row: Int) -> Bool {
    guard row == printed.rowCount - 1 else { return false }
    let texts = printed.columns.lazy.filter(\.isText).compactMap { $0.cells[row].text }.prefix(2)
    return texts.contains { $0 == "TOTAL" || $0 == "Total" || $0 == language.phrase("Total") }
  }

  /// The widest upper end, so that both ends of all intervals stand below each other; points and
  /// blanks are half as wide as digits.
  private var intervalWidth: String {
    let uppers = printed.columns.lazy.flatMap(\.cells).compactMap(\.upper)
    let widths = uppers.map { upper in
      let digits = upper.utf8.count { (0x30...0x39).contains($0) }
      return digits + (upper.count - digits + 1) / 2
    }
    return widths.max().map { " style=\"--u:\($0)ch\"" } ?? ""
  }

  private func writeLegend(to page: inout [UInt8]) {
    guard !printed.marks.isEmpty else { return }
    page.write("<p class=\"legend\">")
    for mark in printed.marks {
      page.write("<span>")
      HTMLText.writeMark(mark.symbol, titles, to: &page)
      page.write(" ")
      page.write(HTMLText.meaning(of: mark, language), .html)
      page.write("</span>")
    }
    page.write("</p>\n")
  }
}

extension Table {
  /// The rows that a column of choices marks with a star; stars of significance choose nothing.
  fileprivate var markedRows: Set<Int> {
    let choices = columns.filter { ["best", "chosen"].contains($0.name) && !$0.isHidden }
    return Set(
      choices.flatMap { column -> [Int] in
        guard case .text(let cells) = column.values else { return [] }
        return cells.indices.filter { cells[$0] == "*" }
      })
  }
}
