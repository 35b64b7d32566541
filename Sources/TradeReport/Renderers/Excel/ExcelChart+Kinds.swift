import Glibc
import TradeTables

extension Chart {
  /// The values of the chart as its sheet holds them: points group by group, and with a series over
  /// periods what is aimed at and what happened.
  var sheetTable: Table {
    switch kind {
    case .periods(let periods): return periods.sheetTable
    case .scatter(let scatter):
      return ScatterChart(
        xName: scatter.xName, yName: scatter.yName, points: scatter.groups.flatMap(\.points),
        style: scatter.style
      ).table
    default: return table
    }
  }
}

extension PeriodChart {
  fileprivate var sheetTable: Table {
    let labels = history.map(\.label) + forecast.map(\.label)
    var columns = table.columns
    if targets.contains(where: { labels.contains($0.label) }) {
      let values = labels.map { label in targets.first { $0.label == label }?.value }
      columns.append(.number("target", values, heading: "Target", style: .decimal(1)))
    }
    if events.contains(where: { labels.contains($0.label) }) {
      let texts = labels.map { label in
        let happened = events.filter { $0.label == label }.map(\.text)
        return happened.isEmpty ? nil : happened.joined(separator: "; ")
      }
      columns.append(.text("event", texts, heading: "Event"))
    }
    return Table(columns)
  }
}

extension ScatterChart {
  /// The points of each group, in the order in which the groups appear.
  fileprivate var groups: [(name: String, points: [Point])] {
    var groups: [(name: String, points: [Point])] = []
    var places: [String: Int] = [:]
    for point in points {
      if let place = places[point.group] {
        groups[place].points.append(point)
      } else {
        places[point.group] = groups.count
        groups.append((point.group, [point]))
      }
    }
    return groups
  }
}

extension ExcelChart {
  /// The most series that a chart may have.
  private static let seriesLimit = 255
  /// More lines than this cannot be told apart; the first are the most important.
  private static let slopeLimit = 15

  /// The native chart of what stands on its sheet; `nil` where there is nothing to draw, and for
  /// spreads, whose table says it all.
  init?(_ chart: Chart, on sheet: ExcelTableSheet, _ language: Language) {
    let table = chart.sheetTable
    guard table.rowCount > 0 else { return nil }
    let words = [chart.title, chart.subtitle].filter { !$0.isEmpty }.joined(separator: ", ")
    let place = Place(table: table, sheet: sheet)
    switch chart.kind {
    case .periods(let periods):
      self.init(kind: .line, title: words, description: chart.description)
      draw(periods, place, language)
    case .bars(let bars):
      self.init(kind: .bars, title: words, description: chart.description)
      draw(bars, place)
    case .stacked(let stacked):
      self.init(kind: .stackedColumns, title: words, description: chart.description)
      draw(stacked, place)
    case .slope(let slope):
      self.init(kind: .line, title: words, description: chart.description)
      draw(slope, place)
    case .scatter(let scatter):
      self.init(kind: .points, title: words, description: chart.description)
      draw(scatter, place, language)
    case .spread: return nil
    }
    guard !series.isEmpty else { return nil }
    series = Array(series.prefix(Self.seriesLimit))
  }

  /// Where the columns of the chart's table are.
  private struct Place {
    let table: Table
    let sheet: ExcelTableSheet

    /// The cells of one column, counted in the table, below its heading.
    func cells(_ column: Int, rows: Range<Int>? = nil) -> Cells {
      let rows = rows ?? 0..<table.rowCount
      let place = sheet.place(of: column)
      return Cells(rows: rows.lowerBound + 1...rows.upperBound, columns: place...place)
    }

    /// The last column of that name, for what stands after columns named by data.
    func last(_ name: String) -> Int? { table.columns.lastIndex { $0.name == name } }
  }

  private mutating func draw(_ chart: PeriodChart, _ place: Place, _ language: Language) {
    let labels = place.cells(0)
    func series(_ name: String, _ column: Int?, _ colour: UInt32, _ look: (inout Series) -> Void) {
      guard let column else { return }
      var series = Series(
        name: name, categories: labels, values: place.cells(column), colour: colour)
      look(&series)
      self.series.append(series)
    }
    series(chart.seriesName, 1, ExcelColour.blue) {
      ($0.lineWidth, $0.marker) = (2.25, .filled)
      $0.openPoints = Set(chart.history.indices.filter { chart.history[$0].qualifier.isBound })
    }
    for (index, companion) in chart.companions.enumerated() {
      series(companion.name, 3 + index, ExcelColour.of(index + 1)) { $0.lineWidth = 1.5 }
    }
    if !chart.forecast.isEmpty {
      let names = chart.intervalNames + ["narrow", "wide"].dropFirst(chart.intervalNames.count)
      series(language.phrase("Forecast"), place.last("forecast"), ExcelColour.blue) {
        ($0.lineWidth, $0.isDashed, $0.marker) = (2, true, .open)
      }
      for (name, ends, isDashed) in [(names[0], "inner", false), (names[1], "outer", true)] {
        for end in ["upper", "lower"] {
          series(name, place.last("\(end)_\(ends)"), ExcelColour.paleBlue) {
            ($0.lineWidth, $0.isDashed, $0.marker) = (1.25, isDashed, .small)
            $0.isNamed = end == "upper"
          }
        }
      }
      // Another series would lengthen the line that stands for the interval.
      joinsExtremes = chart.companions.isEmpty && chart.targets.isEmpty
    }
    if !chart.targets.isEmpty {
      series(language.phrase("Target"), place.last("target"), ExcelColour.of(4)) {
        $0.marker = .diamond
      }
    }
    y.format = ExcelNumberFormat(style: .decimal(0)).text(0)
    let values = chart.history.compactMap(\.value) + chart.forecast.map(\.point)
    if (values.map(abs).max() ?? 0) < 10 { y.format = nil }
    x.hasLabelsAtEdge = true
  }

  private mutating func draw(_ chart: BarChart, _ place: Place) {
    series = chart.seriesNames.indices.map { index in
      var series = Series(
        name: chart.seriesNames[index], categories: place.cells(0),
        values: place.cells(1 + index), colour: ExcelColour.of(index))
      if index == 0 {
        series.openPoints = Set(chart.bars.indices.filter { chart.bars[$0].qualifier.isBound })
      }
      return series
    }
    x.isReversed = true
    x.hasLabelsAtEdge = true
    let barCount = chart.bars.count * max(chart.seriesNames.count, 1)
    height = min(max(120 + 18 * Double(barCount), 240), 1600)
  }

  private mutating func draw(_ chart: StackedChart, _ place: Place) {
    series = chart.parts.indices.map { index in
      Series(
        name: chart.parts[index].name, categories: place.cells(0), values: place.cells(1 + index),
        colour: ExcelColour.of(index))
    }
    x.hasLabelsAtEdge = true
  }

  /// A line a row: its cells lie side by side.
  private mutating func draw(_ chart: SlopeChart, _ place: Place) {
    let columns = place.sheet.place(of: 1)...place.sheet.place(of: 2)
    series = chart.lines.prefix(Self.slopeLimit).enumerated().map { index, line in
      Series(
        name: line.label, categories: Cells(rows: 0...0, columns: columns),
        values: Cells(rows: index + 1...index + 1, columns: columns),
        colour: ExcelColour.of(index), lineWidth: 2, marker: .filled)
    }
    height = 420
  }

  private mutating func draw(_ chart: ScatterChart, _ place: Place, _ language: Language) {
    var row = 0
    for (index, group) in chart.groups.enumerated() {
      let rows = row..<row + group.points.count
      series.append(
        Series(
          name: group.name.isEmpty ? chart.yName : group.name,
          categories: place.cells(2, rows: rows), values: place.cells(3, rows: rows),
          colour: ExcelColour.of(index), marker: .filled))
      row = rows.upperBound
    }
    if chart.showsEquality {
      // The measure to the right, drawn against itself.
      series.append(
        Series(
          name: language.phrase("equal"), categories: place.cells(2), values: place.cells(2),
          colour: ExcelColour.grey, lineWidth: 1, isDashed: true))
    }
    (x.name, y.name) = (chart.xName, chart.yName)
    guard chart.isLogarithmic else { return }
    x.logarithmicMinimum = Self.power(below: chart.points.map(\.x).min())
    y.logarithmicMinimum = Self.power(below: chart.points.map(\.y).min())
  }

  /// The power of ten at or below a value above zero.
  private static func power(below value: Double?) -> Double? {
    value.map { pow(10, log10($0).rounded(.down)) }
  }
}
