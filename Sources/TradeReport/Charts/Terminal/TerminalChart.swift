import Glibc
import TradeTables

/// Draws a chart with characters: bars for what is known, shaded columns for what is expected.
///
/// A bar's top is exact to an eighth of a line. A value that is a bound has its mark on top of the
/// bar, and a gap has no bar.
struct TerminalChart {
  let chart: PeriodChart
  let width: Int
  let ascii: Bool

  /// Any chart with its legend, in lines.
  static func lines(of chart: Chart, style: TextStyle, language: Language) -> [String] {
    let pen = TerminalPen(style: style, numbers: language.numbers)
    let unit = pen.subtitle(chart.subtitle)
    switch chart.kind {
    case .periods(let periods):
      return TerminalChart(chart: periods, width: style.width, ascii: style.ascii)
        .linesWithLegend(language)
        + periods.remarks(language).flatMap { style.wrapped($0, indent: "  ") }
    case .bars(let bars): return unit + TerminalBars(chart: bars, pen: pen).lines(language)
    case .stacked(let stacked): return unit + TerminalStack(chart: stacked, pen: pen).lines
    case .slope(let slope): return unit + TerminalSlope(chart: slope, pen: pen).lines(language)
    case .scatter(let scatter):
      return unit + TerminalScatter(chart: scatter, pen: pen).lines(language)
    case .spread(let spread): return unit + TerminalSpread(chart: spread, pen: pen).lines(language)
    }
  }

  private let lineCount = 10

  private static let eighths: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  var lines: [String] {
    let top = Self.ceiling(min(highest, ceilingOfInterest))
    let axis = [0, 5, 10].map { line in
      NumberText.fixed(top * (1 - Double(line) / 10), digits: Self.decimals(top))
    }
    let axisWidth = axis.map(\.count).max() ?? 0
    // The last label stands under its bar and must fit, too.
    let inside = width - axisWidth - 2
    let longest =
      (chart.forecast.map(\.label) + chart.history.map(\.label)).map(\.count).max() ?? 0
    let labelWidth = min(longest, inside)
    let count = chart.history.count + chart.forecast.count
    let step = min(max((inside - labelWidth) / max(count - 1, 1), 1), 7)
    // What does not fit is the oldest history, and the end of a forecast that is longer than that.
    let room = min(inside / step, (inside - labelWidth) / step + 1)
    let forecast = chart.forecast.prefix(room)
    let history = chart.history.suffix(room - forecast.count)

    var lines: [String] = []
    for line in 0..<lineCount {
      let label = line % 5 == 0 ? axis[line / 5] : ""
      let cells =
        history.map { bar($0, line, top, step) }
        + forecast.map { column($0, line, top, step) }
      lines.append(pad(label, axisWidth) + (ascii ? " |" : " ┤") + cells.joined())
    }
    let rule = String(
      repeating: ascii ? "-" : "─", count: step * (history.count + forecast.count))
    lines.append(pad(axis[2], axisWidth) + (ascii ? " +" : " ┴") + rule)
    let labels = history.map(\.label) + forecast.map(\.label)
    lines.append(String(repeating: " ", count: axisWidth + 2) + labelLine(labels, step))
    return lines.map(\.withoutTrailingBlanks)
  }

  /// The drawing, and below it what its characters mean.
  func linesWithLegend(_ language: Language) -> [String] {
    let legend = legend(language)
    return lines + (legend.isEmpty ? [] : [legend])
  }

  /// What the characters mean.
  func legend(_ language: Language) -> String {
    guard !chart.forecast.isEmpty else { return "" }
    let (known, forecast) = (language.phrase("known"), language.phrase("forecast"))
    let marks = zip(ascii ? ["=", ":"] : ["▓", "░"], chart.intervalNames)
    return
      ([ascii ? "# \(known)  o \(forecast)" : "█ \(known)  ● \(forecast)"]
      + marks.map { "\($0) \($1)" })
      .joined(separator: "  ")
  }

  /// The ends of wide intervals may leave the chart, marked by an arrow: the history would shrink to
  /// nothing otherwise.
  private var ceilingOfInterest: Double {
    let known = max(
      chart.history.compactMap(\.value).max() ?? 0,
      (chart.history.filter(\.qualifier.isBound).compactMap(\.value).max() ?? 0) * 10 / 9 / 1.05)
    let expected = chart.forecast.map { max($0.point, $0.inner.upperBound) }.max() ?? 0
    return known > 0 ? max(1.05 * known, min(1.05 * expected, 3 * known)) : 1.05 * expected
  }

  private var highest: Double {
    let bounds = chart.history.filter(\.qualifier.isBound).compactMap(\.value)
    // A bound leaves a line for its mark, and a forecast does not stand on the edge.
    return
      (chart.history.compactMap(\.value) + bounds.map { $0 * 10 / 9 }
      + chart.forecast.map { max($0.outer.upperBound, 1.01 * $0.point) }).max() ?? 1
  }

  /// One line of a known value; lines count from the top.
  private func bar(
    _ value: PeriodChart.Value, _ line: Int, _ top: Double, _ step: Int
  ) -> String {
    let blank = String(repeating: " ", count: step)
    guard let number = value.value, number > 0 else { return blank }
    let filled = number / top * Double(lineCount) - Double(lineCount - 1 - line)
    let body = max(step - 1, 1)
    if filled <= 0 {
      // The mark of a bound stands on the line above the bar.
      let isOnTop = filled > -1 && value.qualifier.isBound
      return isOnTop ? (value.qualifier.symbol + blank).prefixed(step) : blank
    }
    let eighths = min(Int((filled * 8).rounded()), 8)
    let fill: Character =
      ascii ? (eighths >= 4 ? "#" : "_") : Self.eighths[max(eighths, 1)]
    return (String(repeating: fill, count: body) + blank).prefixed(step)
  }

  /// One line of an expected value.
  private func column(
    _ expected: PeriodChart.Expected, _ line: Int, _ top: Double, _ step: Int
  ) -> String {
    let unit = top / Double(lineCount)
    let low = unit * Double(lineCount - 1 - line)
    let high = low + unit
    func touches(_ range: ClosedRange<Double>) -> Bool {
      range.lowerBound < high && range.upperBound > low
    }
    let leavesChart = line == 0 && expected.outer.upperBound > top
    let mark: Character =
      leavesChart
      ? (ascii ? "^" : "▲")
      : expected.point >= low && expected.point < high
        ? (ascii ? "o" : "●")
        : touches(expected.inner)
          ? (ascii ? "=" : "▓") : touches(expected.outer) ? (ascii ? ":" : "░") : " "
    let body = max(step - 1, 1)
    return (String(repeating: mark, count: body) + " ").prefixed(step)
  }

  /// Labels under their columns, as many as fit.
  private func labelLine(_ labels: [String], _ step: Int) -> String {
    var line = ""
    for (index, label) in labels.enumerated() {
      let position = index * step
      guard position >= line.count + (line.isEmpty ? 0 : 1) else { continue }
      // The last label is the one that readers look for.
      let last = (labels.count - 1) * step
      let reachesLast = index < labels.count - 1 && position + label.count + 1 > last
      if reachesLast { continue }
      line += String(repeating: " ", count: position - line.count) + label
    }
    return line
  }

  private func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(width - text.count, 0)) + text
  }

  /// The decimals that the half of a round top needs.
  private static func decimals(_ top: Double) -> Int {
    let places = max(2 - Int(log10(top).rounded(.down)), 0)
    return (0...places).first { digits in
      let scaled = top / 2 * pow(10, Double(digits))
      return abs(scaled - scaled.rounded()) < 1e-6
    } ?? places
  }

  /// The next of 1, 1.2, 1.5, 2, … times a power of ten.
  private static func ceiling(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 1 }
    let power = pow(10, log10(value).rounded(.down))
    return [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map { $0 * power }.first { $0 >= value }
      ?? value
  }
}

extension String {
  var withoutTrailingBlanks: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  fileprivate func prefixed(_ count: Int) -> String { String(prefix(count)) }
}
