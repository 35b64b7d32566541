import TradeTables

/// Draws several values of one thing on a line: a figure from its first publication to its last,
/// with the one that counts in full.
struct TerminalSpread {
  let chart: SpreadChart
  let pen: TerminalPen

  func lines(_ language: Language) -> [String] {
    let values = chart.rows.flatMap(\.values)
    guard !values.isEmpty else { return [] }
    let names = pen.names(chart.rows.map(\.label))
    let style = chart.style.adapted(to: values.map(\.value))
    let texts = chart.rows.map { row in
      row.values.last.map { $0.qualifier.symbol + number($0.value, style) } ?? pen.missing
    }
    let textWidth = texts.map(\.count).max() ?? 0
    let left = (names.first?.terminalWidth ?? 0) + 2
    let room = max(pen.width - left - textWidth - 2, 8)
    let scale = TerminalScale(values.map(\.value))
    let axis = scale.axis(room, chart.style, pen)
    let rows = zip(chart.rows, zip(names, texts)).map { row, words in
      words.0 + "  " + drawing(row, scale, room) + "  " + words.1.leftPadded(to: textWidth)
    }
    let margin = String(repeating: " ", count: left)
    let legend = [
      (pen.mark("○", ascii: "o"), language.phrase("earlier figure")),
      (pen.mark("●", ascii: "@"), language.phrase("latest figure")),
    ]
    return rows + [margin + axis.rule, margin + axis.labels] + pen.legend(legend)
      + pen.marks(values.map(\.qualifier), language)
  }

  private func number(_ value: Double, _ style: Column.Style) -> String {
    value.isFinite ? pen.text(value, style) : pen.missing
  }

  /// A line from the lowest value to the highest, the values on it; a bound has its own mark.
  private func drawing(_ row: SpreadChart.Row, _ scale: TerminalScale, _ width: Int) -> String {
    var cells = [Character](repeating: " ", count: width)
    let places = row.values.map { scale.cell($0.value, of: width) }
    guard let low = places.min(), let high = places.max() else { return String(cells) }
    for cell in low...high { cells[cell] = pen.mark("─", ascii: "-") }
    for (index, place) in places.enumerated() {
      let isLast = index == places.count - 1
      let qualifier = row.values[index].qualifier
      cells[place] =
        qualifier.isBound
        ? Character(qualifier.symbol)
        : isLast ? pen.mark("●", ascii: "@") : pen.mark("○", ascii: "o")
    }
    return String(cells)
  }
}
