import TradeTables

/// Draws bars by name: to the right, below zero to the left, each with its value at its end.
///
/// The first series is exact to an eighth of a character; further ones are shaded. A bound has an
/// open end, and its mark before the number.
struct TerminalBars {
  let chart: BarChart
  let pen: TerminalPen

  /// Bars, what they mean and what the marks mean.
  func lines(_ language: Language) -> [String] {
    guard !chart.bars.isEmpty, !chart.seriesNames.isEmpty else { return [] }
    let layout = Layout(chart, pen)
    let names = pen.names(chart.bars.map(\.label))
    let blank = String(repeating: " ", count: names.first?.terminalWidth ?? 0)
    let bars = chart.bars.indices.flatMap { row in
      chart.seriesNames.indices.map { series in
        let bar = chart.bars[row]
        let name = bar.isEmphasised ? pen.style.bold(names[row]) : names[row]
        return ((series == 0 ? name : blank) + "  " + line(bar, series, layout))
          .withoutTrailingBlanks
      }
    }
    let legend = chart.seriesNames.enumerated().map { (fill($0), $1) }
    return bars + (legend.count > 1 ? pen.legend(legend) : [])
      + pen.marks(chart.bars.map(\.qualifier), language)
  }

  /// The columns of the drawing: numbers and bars below zero, then those above.
  private struct Layout {
    let style: Column.Style
    let leftText: Int
    let rightText: Int
    let left: Int
    let right: Int
    /// The value of one character.
    let unit: Double

    init(_ chart: BarChart, _ pen: TerminalPen) {
      let values = chart.bars.flatMap { $0.values.compactMap(\.self).filter(\.isFinite) }
      let names = pen.names(chart.bars.map(\.label)).first?.terminalWidth ?? 0
      let (low, high) = (min(values.min() ?? 0, 0), max(values.max() ?? 0, 0))
      func widths(_ style: Column.Style) -> (left: Int, right: Int) {
        let texts = values.map { ($0 < 0, pen.text($0, style).count) }
        // A mark before the number, a blank before the text, and the open end of a bound.
        let extra = chart.bars.contains { !$0.qualifier.symbol.isEmpty } ? 3 : 1
        let left = texts.filter(\.0).map(\.1).max().map { $0 + extra } ?? 0
        return (left, (texts.filter { !$0.0 }.map(\.1).max() ?? 1) + extra)
      }
      func room(_ widths: (left: Int, right: Int)) -> Int {
        pen.width - names - 2 - widths.left - widths.right - (low < 0 ? 1 : 0)
      }
      let exact = chart.style.adapted(to: values)
      style = room(widths(exact)) >= 8 ? exact : .significant(3)
      (leftText, rightText) = widths(style)
      let room = max(room((leftText, rightText)), 2)
      let part = high > low ? -low / high / (1 - low / high) : low < 0 ? 1 : 0
      left = low < 0 ? min(max(Int((Double(room) * part).rounded()), 1), room - 1) : 0
      right = room - left
      unit = max(high / Double(max(right, 1)), left > 0 ? -low / Double(left) : 0)
    }
  }

  private func line(_ bar: BarChart.Bar, _ series: Int, _ layout: Layout) -> String {
    let axis = layout.left > 0 ? String(pen.mark("│", ascii: "|")) : ""
    let empty = String(repeating: " ", count: layout.leftText + layout.left)
    guard let value = bar.values[series], value.isFinite else {
      return empty + axis + " " + pen.missing
    }
    let qualifier = series == 0 ? bar.qualifier : .exact
    let text = qualifier.symbol + pen.text(value, layout.style)
    let length = layout.unit > 0 ? abs(value) / layout.unit : 0
    let end = openEnd(qualifier, isNegative: value < 0)
    guard value < 0 else {
      return empty + axis + rightward(length, series) + end + " " + text
    }
    let drawn = text + " " + end + leftward(length, series)
    return drawn.leftPadded(to: layout.leftText + layout.left) + axis
  }

  /// Towards where the true value lies.
  private func openEnd(_ qualifier: Qualifier, isNegative: Bool) -> String {
    switch qualifier {
    case .moreThan: String(pen.mark("▹", ascii: ">"))
    case .lessThan: String(pen.mark("◃", ascii: "<"))
    default: ""
    }
  }

  private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A bar that is not nothing leaves a trace.
  private func rightward(_ length: Double, _ series: Int) -> String {
    guard length > 0 else { return "" }
    let fill = fill(series)
    guard series == 0, !pen.ascii else {
      return String(repeating: fill, count: max(Int(length.rounded()), 1))
    }
    let eighths = max(Int((length * 8).rounded()), 1)
    let rest = eighths % 8 == 0 ? "" : String(Self.eighths[eighths % 8 - 1])
    return String(repeating: fill, count: eighths / 8) + rest
  }

  /// There are no eighths that end at the right, only halves.
  private func leftward(_ length: Double, _ series: Int) -> String {
    let fill = fill(series)
    guard series == 0, !pen.ascii else {
      return String(repeating: fill, count: max(Int(length.rounded()), 1))
    }
    let halves = Int((length * 2).rounded())
    guard halves > 0 else { return "▕" }
    return (halves % 2 == 0 ? "" : "▐") + String(repeating: fill, count: halves / 2)
  }

  private func fill(_ series: Int) -> Character {
    let fills: [Character] = pen.ascii ? ["#", "=", ":", "+"] : ["█", "▒", "░", "▓"]
    return fills[series % fills.count]
  }
}
