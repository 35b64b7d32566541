import TradeTables

/// Draws parts on top of each other, lying down: a line a period, what is below zero to the left of
/// it, and the sum at the right and as a mark among the parts.
struct TerminalStack {
  let chart: StackedChart
  let pen: TerminalPen

  var lines: [String] {
    guard !chart.labels.isEmpty else { return [] }
    let labels = pen.names(chart.labels)
    let totals = totalTexts
    let textWidth = totals.map(\.count).max() ?? 0
    let left = (labels.first?.terminalWidth ?? 0) + 2
    let room = max(pen.width - left - (textWidth > 0 ? textWidth + 2 : 0), 8)
    let scale = TerminalScale(extremes, includesZero: true)
    let axis = scale.axis(room, chart.style, pen)
    let rows = chart.labels.indices.map { period -> String in
      let total = textWidth > 0 ? "  " + totals[period].leftPadded(to: textWidth) : ""
      return (labels[period] + "  " + drawing(period, scale, room) + total).withoutTrailingBlanks
    }
    let margin = String(repeating: " ", count: left)
    return rows + [margin + axis.rule, margin + axis.labels] + pen.legend(legend)
  }

  /// The sums as text; none where there are no sums.
  private var totalTexts: [String] {
    guard !chart.totals.isEmpty else { return [] }
    let style = chart.style.adapted(to: chart.totals)
    return chart.totals.map { total in
      total.flatMap { $0.isFinite ? pen.text($0, style) : nil } ?? pen.missing
    }
  }

  private func values(_ period: Int) -> [Double] {
    chart.parts.map { part in part.values[period].flatMap { $0.isFinite ? $0 : nil } ?? 0 }
  }

  private func total(_ period: Int) -> Double? {
    guard !chart.totals.isEmpty, let total = chart.totals[period], total.isFinite else {
      return nil
    }
    return total
  }

  /// How far the parts of each period reach to both sides.
  private var extremes: [Double] {
    chart.labels.indices.flatMap { period -> [Double] in
      let values = values(period)
      let sides = [values.filter { $0 > 0 }.reduce(0, +), values.filter { $0 < 0 }.reduce(0, +)]
      return sides + [total(period)].compactMap(\.self)
    }
  }

  /// The parts in the cells between their borders, then the line of zero and the mark of the sum.
  private func drawing(_ period: Int, _ scale: TerminalScale, _ width: Int) -> String {
    var cells = [Character](repeating: " ", count: width)
    let zero = scale.cell(0, of: width)
    var ends = (above: 0.0, below: 0.0)
    for (part, value) in values(period).enumerated() where value != 0 {
      let start = value > 0 ? ends.above : ends.below
      let end = start + value
      if value > 0 { ends.above = end } else { ends.below = end }
      let (from, to) = (scale.cell(start, of: width), scale.cell(end, of: width))
      // A part takes the cells after its start: to the right above zero, to the left below it.
      let covered = value > 0 ? from + 1..<max(to, from) + 1 : min(to, from)..<from
      for cell in covered { cells[cell] = fill(part) }
    }
    cells[zero] = pen.mark("│", ascii: "|")
    if let total = total(period) {
      cells[scale.cell(total, of: width)] = pen.mark("◆", ascii: "@")
    }
    return String(cells)
  }

  private var legend: [(Character, String)] {
    let parts = chart.parts.enumerated().map { (fill($0), $1.name) }
    return chart.totals.isEmpty ? parts : parts + [(pen.mark("◆", ascii: "@"), chart.totalName)]
  }

  private static let fills: [Character] = ["█", "▒", "░", "▓", "▚", "▤", "╳", "▥", "▨", "·"]
  private static let plainFills: [Character] = Array("#=:%x+~*o.")

  private func fill(_ part: Int) -> Character {
    let fills = pen.ascii ? Self.plainFills : Self.fills
    return fills[part % fills.count]
  }
}
