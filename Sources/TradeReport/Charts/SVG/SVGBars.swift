import TradeTables

/// Bars by name, each with its number beside it, so that no axis is needed.
///
/// Names stand before the bars; on a phone, above them. A bound is an open bar with an arrow, and a
/// row that stands out is dark.
struct SVGBars {
  private let chart: BarChart
  private let frame: SVGFrame
  private let rows: [BarChart.Bar]
  private let style: Column.Style

  /// Rows beyond these stay in the table.
  private static let limit = 40
  private static let smallLimit = 24

  init(_ chart: BarChart, in frame: SVGFrame) {
    self.chart = chart
    self.frame = frame
    let limit = frame.isNarrow ? Self.smallLimit : Self.limit
    let kept = chart.bars.enumerated().filter { $0.offset < limit || $0.element.isEmphasised }
    rows = Array(kept.map(\.element).prefix(2 * limit))
    style = chart.style.adapted(to: chart.bars.flatMap(\.values).map { $0?.drawable })
  }

  var drawing: SVGDrawing {
    guard !rows.isEmpty, !chart.seriesNames.isEmpty else { return .empty(in: frame) }
    return key.above(bars, distance: 10)
      .above(.remark(shown: rows.count, of: chart.bars.count, in: frame), distance: 4)
      .above(.marks(rows.map(\.qualifier), in: frame), distance: 6)
  }

  private var key: SVGDrawing {
    guard chart.seriesNames.count > 1 else { return SVGDrawing(elements: [], height: 0) }
    return SVGKey(
      items: chart.seriesNames.enumerated().map {
        .init(mark: .area(fill($0.offset)), text: $0.element)
      }
    ).drawing(in: frame)
  }

  private func fill(_ series: Int) -> String { "f\(SVGPalette.index(series))" }

  // MARK: Layout

  private var thickness: Double { chart.seriesNames.count == 1 ? 18 : 13 }
  private var labelHeight: Double { frame.isNarrow ? 18 : 0 }
  private var rowHeight: Double {
    labelHeight + thickness * Double(chart.seriesNames.count) + (frame.isNarrow ? 8 : 9)
  }

  private var labelWidth: Double {
    guard !frame.isNarrow else { return 0 }
    let widest = rows.map { SVGText.width($0.label, isBold: $0.isEmphasised) }.max() ?? 0
    return min(widest, 230) + 10
  }

  private func text(_ bar: BarChart.Bar, _ series: Int) -> String {
    guard let value = bar.values[series]?.drawable else { return "–" }
    return frame.number(value, style, series == 0 ? bar.qualifier : .exact)
  }

  /// From values to places, with room for the numbers at both ends.
  private var scale: Scale {
    let values = rows.flatMap(\.values).compactMap { $0?.drawable }
    let range = min(values.min() ?? 0, 0)...max(values.max() ?? 0, 0)
    func room(_ isWanted: (Double) -> Bool) -> Double {
      let widths = rows.flatMap { row in
        chart.seriesNames.indices.compactMap { series in
          row.values[series]?.drawable.flatMap { value in
            isWanted(value)
              ? SVGText.width(text(row, series), isBold: row.isEmphasised)
                + (series == 0 && row.qualifier.isBound ? 16 : 6) : nil
          }
        }
      }
      return widths.max() ?? 0
    }
    let ends = range.lowerBound < range.upperBound ? range : 0...1
    return Scale(
      ends, from: labelWidth + min(room { $0 < 0 }, 120),
      to: frame.width - min(max(room { $0 >= 0 }, 16), 140))
  }

  // MARK: Bars

  private var bars: SVGDrawing {
    let scale = scale
    var elements: [SVGElement] = []
    for (index, row) in rows.enumerated() {
      let top = Double(index) * rowHeight
      let title =
        row.label + ": "
        + chart.seriesNames.indices.map { series in
          (chart.seriesNames.count > 1 ? chart.seriesNames[series] + " " : "") + text(row, series)
        }.joined(separator: ", ")
      var parts = [label(row, top)]
      for series in chart.seriesNames.indices {
        parts += bar(
          row, series, top: top + labelHeight + Double(series) * thickness, scale)
      }
      parts.append(
        .rectangle("hit", x: 0, y: top - 3, width: frame.width, height: rowHeight - 2))
      elements.append(.group(title: title, parts))
    }
    let height = Double(rows.count) * rowHeight
    let zero = scale.place(0)
    // On a phone the names stand between the bars, and the axis leaves them out.
    let axis = rows.indices.map { index in
      let top = Double(index) * rowHeight + labelHeight
      return "M\(zero.svg) \((top - 3).svg)v\((rowHeight - labelHeight).svg)"
    }
    elements.append(.path("axis", axis.joined()))
    return SVGDrawing(elements: elements, height: height)
  }

  private func label(_ row: BarChart.Bar, _ top: Double) -> SVGElement {
    let style = row.isEmphasised ? "strong" : ""
    guard !frame.isNarrow else {
      return .text(
        row.label, 0, top + 12, style, room: frame.width, isBold: row.isEmphasised)
    }
    let middle = top + thickness * Double(chart.seriesNames.count) / 2
    return .text(
      row.label, labelWidth - 10, middle + 4, style, anchor: .end, room: labelWidth - 10,
      isBold: row.isEmphasised)
  }

  /// One bar from zero with its number at its end.
  private func bar(
    _ row: BarChart.Bar, _ series: Int, top: Double, _ scale: Scale
  ) -> [SVGElement] {
    let zero = scale.place(0)
    let number = text(row, series)
    let style = (row.isEmphasised ? "strong " : series > 0 ? "muted " : "") + "num"
    guard let value = row.values[series]?.drawable else {
      return [.text(number, zero + 6, top + thickness / 2 + 4.5, style)]
    }
    let end = scale.place(value)
    let isBound = series == 0 && row.qualifier.isBound
    let sign = value < 0 ? -1.0 : 1
    let height = thickness - (chart.seriesNames.count > 1 ? 1 : 0)
    let shape =
      isBound
      ? open(row, zero, end, top, height)
      : [
        .rectangle(
          row.isEmphasised && series == 0 ? "fn" : fill(series), x: min(zero, end), y: top,
          width: max(abs(end - zero), value == 0 ? 0 : 0.7), height: height)
      ]
    let distance = isBound && (row.qualifier == .moreThan) == (value >= 0) ? 16.0 : 6
    return shape + [
      .text(
        number, end + sign * distance, top + height / 2 + 4.5, style,
        anchor: value < 0 ? .end : .start)
    ]
  }

  /// A bar that is open at its end, with an arrow towards where the true value is.
  private func open(
    _ row: BarChart.Bar, _ zero: Double, _ end: Double, _ top: Double, _ height: Double
  ) -> [SVGElement] {
    let bottom = top + height
    let middle = top + height / 2
    let sign = row.qualifier == .moreThan ? 1.0 : -1
    let tip = end + sign * 12
    let stroke = row.isEmphasised ? "ln" : "l0"
    return [
      .path(
        "edge \(stroke)",
        "M\(end.svg) \((top + 1).svg)H\(zero.svg)V\((bottom - 1).svg)H\(end.svg)"),
      .path(
        "edge \(stroke)",
        "M\((end - sign * 2).svg) \(middle.svg)H\(tip.svg)M\((tip - sign * 5).svg) \((middle - 4).svg)"
          + "L\(tip.svg) \(middle.svg)L\((tip - sign * 5).svg) \((middle + 4).svg)"),
    ]
  }
}
