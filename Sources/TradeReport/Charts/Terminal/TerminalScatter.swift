import TradeTables

/// Draws points of two measures between two axes, with the line where both are equal.
///
/// A few points, or several groups, have a character each; a single cloud of many is drawn with the
/// dots of braille, eight to a character. Without them every group has a letter.
struct TerminalScatter {
  let chart: ScatterChart
  let pen: TerminalPen

  private static let height = 15
  /// Above so many points of one group single dots show more.
  private static let cloud = 60

  func lines(_ language: Language) -> [String] {
    let points = chart.points.filter { $0.x.isFinite && $0.y.isFinite }
    guard !points.isEmpty else { return [] }
    let (xScale, yScale) = scales(points)
    let yTicks = yScale.ticks(chart.style, pen.numbers)
    let margin = (yTicks.map(\.text.count).max() ?? 0) + 2
    let width = min(max(pen.width - margin, 10), 64)
    let groups = Self.groups(points)
    let cells = grid(points, groups, xScale, yScale, width)

    var labels = [String](repeating: "", count: Self.height)
    for tick in yTicks { labels[row(tick.value, yScale)] = tick.text }
    let rows = zip(labels, cells).map { label, cells in
      let axis = label.isEmpty ? pen.mark("│", ascii: "|") : pen.mark("┤", ascii: "+")
      return (label.leftPadded(to: margin - 2) + " \(axis)" + String(cells)).withoutTrailingBlanks
    }
    let axis = xScale.axis(width, chart.style, pen)
    let blank = String(repeating: " ", count: margin - 1)
    let corner = String(pen.mark("└", ascii: "+"))
    return ["\(pen.mark("↑", ascii: "^")) \(clipped(chart.yName))"] + rows
      + [blank + corner + axis.rule, blank + " " + axis.labels]
      + ["\(pen.mark("→", ascii: ">")) \(clipped(chart.xName))"] + legend(groups, language)
  }

  private func clipped(_ name: String) -> String {
    name.printable.clipped(to: pen.width - 2, ascii: pen.ascii)
  }

  /// Both measures have one scale where equality is drawn.
  private func scales(_ points: [ScatterChart.Point]) -> (TerminalScale, TerminalScale) {
    func scale(_ values: [Double]) -> TerminalScale {
      TerminalScale(values, isLogarithmic: chart.isLogarithmic)
    }
    let (x, y) = (points.map(\.x), points.map(\.y))
    return chart.showsEquality ? (scale(x + y), scale(x + y)) : (scale(x), scale(y))
  }

  private func row(_ value: Double, _ scale: TerminalScale) -> Int {
    Self.height - 1 - scale.cell(value, of: Self.height)
  }

  /// The groups with their numbers, in the order in which they appear.
  private static func groups(_ points: [ScatterChart.Point]) -> [String] {
    var seen: Set<String> = []
    return points.map(\.group).filter { seen.insert($0).inserted }
  }

  private func grid(
    _ points: [ScatterChart.Point], _ groups: [String], _ xScale: TerminalScale,
    _ yScale: TerminalScale, _ width: Int
  ) -> [[Character]] {
    var canvas = BrailleCanvas(columns: width, lines: Self.height)
    var cells = (0..<Self.height).map { _ in [Character](repeating: " ", count: width) }
    if chart.showsEquality { drawEquality(&canvas, &cells) }
    let isCloud = !pen.ascii && groups.count == 1 && points.count > Self.cloud
    if isCloud {
      for point in points {
        canvas.set(
          xScale.cell(point.x, of: canvas.width),
          canvas.height - 1 - yScale.cell(point.y, of: canvas.height))
      }
    }
    for line in 0..<Self.height {
      for column in 0..<width where cells[line][column] == " " {
        cells[line][column] = canvas.character(column, line)
      }
    }
    if isCloud { return cells }
    let places = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, $0) })
    for point in points {
      let mark = marker(places[point.group] ?? 0, of: groups.count)
      cells[row(point.y, yScale)][xScale.cell(point.x, of: width)] = mark
    }
    return cells
  }

  /// From corner to corner, as both axes are the same.
  private func drawEquality(_ canvas: inout BrailleCanvas, _ cells: inout [[Character]]) {
    let width = cells[0].count
    for step in 0..<canvas.width where step % 3 == 0 && !pen.ascii {
      canvas.set(step, canvas.height - 1 - step * (canvas.height - 1) / (canvas.width - 1))
    }
    for column in 0..<width where column % 2 == 0 && pen.ascii {
      cells[Self.height - 1 - column * (Self.height - 1) / (width - 1)][column] = "."
    }
  }

  private func marker(_ group: Int, of count: Int) -> Character {
    let markers: [Character] =
      pen.ascii ? Array("abcdefghijklmnopqrstuvwyz") : ["●", "○", "▲", "△", "■", "□", "◆", "◇"]
    return pen.ascii && count == 1 ? "x" : markers[group % markers.count]
  }

  private func legend(_ groups: [String], _ language: Language) -> [String] {
    var entries = groups.enumerated().filter { !$1.isEmpty }.map {
      (marker($0, of: groups.count), $1)
    }
    if chart.showsEquality {
      entries.append((pen.mark("⠢", ascii: "."), language.phrase("both are equal")))
    }
    return pen.legend(entries)
  }
}
