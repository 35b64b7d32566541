import TradeTables

/// Draws what rose and what fell: both values in columns, the change, and the way from one to the
/// other on a common scale, the largest now first.
struct TerminalSlope {
  let chart: SlopeChart
  let pen: TerminalPen

  func lines(_ language: Language) -> [String] {
    guard !chart.lines.isEmpty else { return [] }
    let lines = chart.lines.enumerated()
      .sorted { ($0.element.to, -$0.offset) > ($1.element.to, -$1.offset) }.map(\.element)
    let columns = columns(lines, language)
    let beside = Self.width(columns)
    let names = pen.names(lines.map(\.label), beside: beside)
    let room = pen.width - (names.first?.terminalWidth ?? 0) - beside - 2
    let drawings = room >= 10 ? drawings(lines, width: min(room, 48)) : []
    let blank = String(repeating: " ", count: names.first?.terminalWidth ?? 0)
    let rows = ([blank] + names).enumerated().map { row, name in
      let drawing = row > 0 && !drawings.isEmpty ? "  " + drawings[row - 1] : ""
      return (name + columns.map { "  " + $0[row] }.joined() + drawing).withoutTrailingBlanks
    }
    return drawings.isEmpty ? rows : rows + pen.legend([(then, chart.from), (now, chart.to)])
  }

  /// Then, now and the change; numbers that leave no room for names have fewer digits.
  private func columns(_ lines: [SlopeChart.Line], _ language: Language) -> [[String]] {
    func columns(_ style: Column.Style) -> [[String]] {
      [
        column(chart.from, lines.map { $0.from }, style),
        column(chart.to, lines.map { $0.to }, style),
        column(language.phrase("Change"), lines.map { $0.to - $0.from }, style.ofChanges),
      ]
    }
    let exact = columns(chart.style.adapted(to: lines.flatMap { [$0.from, $0.to] }))
    return Self.width(exact) + 6 > pen.width ? columns(.significant(3)) : exact
  }

  private static func width(_ columns: [[String]]) -> Int {
    columns.reduce(0) { $0 + 2 + $1[0].terminalWidth }
  }

  private var then: Character { pen.mark("○", ascii: "o") }
  private var now: Character { pen.mark("●", ascii: "@") }

  /// A heading and numbers below it, of equal width.
  private func column(_ heading: String, _ values: [Double], _ style: Column.Style) -> [String] {
    let numbers = values.map { $0.isFinite ? pen.text($0, style) : pen.missing }
    let widest = max(numbers.map(\.count).max() ?? 0, 8)
    let cells = [heading.printable.clipped(to: widest, ascii: pen.ascii)] + numbers
    let width = cells.map(\.terminalWidth).max() ?? 0
    return cells.map { $0.leftPadded(to: width) }
  }

  private func drawings(_ lines: [SlopeChart.Line], width: Int) -> [String] {
    let scale = TerminalScale(lines.flatMap { [$0.from, $0.to] }, includesZero: true)
    return lines.map { line in
      var cells = [Character](repeating: " ", count: width)
      let (from, to) = (scale.cell(line.from, of: width), scale.cell(line.to, of: width))
      for cell in min(from, to)...max(from, to) { cells[cell] = pen.mark("─", ascii: "-") }
      cells[from] = then
      cells[to] = now
      return String(cells)
    }
  }
}

extension Column.Style {
  /// How the difference of two numbers of this style is printed.
  fileprivate var ofChanges: Column.Style {
    switch self {
    case .percent(let digits), .signedPercent(let digits): .signedPoints(digits)
    case .decimal(let digits): .signed(digits)
    default: self
    }
  }
}
