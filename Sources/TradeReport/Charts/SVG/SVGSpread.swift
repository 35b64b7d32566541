import TradeTables

/// Figures as they were published over and over: the first is open, the last is filled, a line joins
/// them.
struct SVGSpread {
  private let chart: SpreadChart
  private let frame: SVGFrame
  private let rows: [SpreadChart.Row]
  private let style: Column.Style

  private static let limit = 40

  init(_ chart: SpreadChart, in frame: SVGFrame) {
    self.chart = chart
    self.frame = frame
    let known = chart.rows.map { row in
      SpreadChart.Row(row.label, row.values.filter { $0.value.isFinite })
    }
    rows = Array(known.prefix(frame.isNarrow ? Self.limit / 2 : Self.limit))
    style = chart.style.adapted(to: known.flatMap(\.values).map(\.value.drawable))
  }

  private var rowHeight: Double { frame.isNarrow ? 44 : 30 }

  var drawing: SVGDrawing {
    guard rows.contains(where: { !$0.values.isEmpty }) else { return .empty(in: frame) }
    let items: [SVGKey.Item] = [
      .init(mark: .open, text: frame.phrase("first published")),
      .init(mark: .dot(0), text: frame.phrase("last published")),
    ]
    let qualifiers = rows.flatMap { $0.values.suffix(1) }.map(\.qualifier)
    return SVGKey(items: items).drawing(in: frame).above(plot, distance: 12)
      .above(.remark(shown: rows.count, of: chart.rows.count, in: frame), distance: 4)
      .above(.marks(qualifiers, in: frame), distance: 6)
  }

  private var labelWidth: Double {
    frame.isNarrow ? 0 : min(rows.map { SVGText.width($0.label) }.max() ?? 0, 180) + 16
  }

  private func number(_ value: SpreadChart.Value) -> String {
    frame.number(value.value.drawable ?? 0, style, value.qualifier)
  }

  private var plot: SVGDrawing {
    let values = rows.flatMap(\.values).compactMap(\.value.drawable)
    let axis = SVGAxis(
      covering: Ticks.range(of: values), about: frame.isNarrow ? 4 : 6, style: chart.style,
      in: frame)
    let numberWidth = rows.compactMap(\.values.last).map {
      SVGText.width(number($0), isBold: true)
    }
    let side = max(12, SVGText.width(axis.labels.first ?? "") / 2)
    let right = frame.width - min(numberWidth.max() ?? 0, 150) - 14
    let scale = axis.scale(from: labelWidth + side, to: right)
    let height = Double(rows.count) * rowHeight
    var elements = axis.columns(scale, top: 0, bottom: height)
    for (index, row) in rows.enumerated() {
      elements += drawing(of: row, y: (Double(index) + 0.5) * rowHeight, scale)
    }
    return SVGDrawing(elements: elements, height: height + 24)
  }

  private func drawing(of row: SpreadChart.Row, y: Double, _ scale: Scale) -> [SVGElement] {
    let name: SVGElement =
      frame.isNarrow
      ? .text(row.label, 0, y - 8, "halo", room: frame.width)
      : .text(
        row.label, labelWidth - 14, y + 4.5, anchor: .end, room: labelWidth - 14)
    let line = frame.isNarrow ? y + 8 : y
    guard let last = row.values.last else { return [name] }
    let places = row.values.map { scale.place($0.value.drawable ?? 0) }
    let (low, high) = (places.min() ?? 0, places.max() ?? 0)
    var elements = [name]
    if high > low { elements.append(.line("line ln", low, line, high, line)) }
    // The last figure is drawn last, over the others.
    for (index, (value, x)) in zip(row.values, places).enumerated() {
      let title = "\(row.label), \(value.name): \(number(value))"
      let isLast = index == row.values.count - 1
      elements.append(mark(value, x, line, isFirst: index == 0, isLast: isLast, title))
    }
    elements.append(label(last, places, row.values, line))
    return elements
  }

  /// The last number, clear of every mark of its row, on the side where the last mark is.
  private func label(
    _ last: SpreadChart.Value, _ places: [Double], _ values: [SpreadChart.Value], _ y: Double
  ) -> SVGElement {
    func reach(_ qualifier: Qualifier) -> [Double] {
      values.map { $0.qualifier == qualifier ? 18 : 0 }
    }
    let low = zip(places, reach(.lessThan)).map { $0 - $1 }.min() ?? 0
    let high = zip(places, reach(.moreThan)).map { $0 + $1 }.max() ?? 0
    let text = number(last)
    let isLowest = places.count > 1 && places.last == places.min()
    let isLeft = isLowest && low - SVGText.width(text, isBold: true) - 12 > labelWidth
    return .text(
      text, isLeft ? low - 11 : high + 11, y + 4.5, "strong num halo",
      anchor: isLeft ? .end : .start)
  }

  private func mark(
    _ value: SpreadChart.Value, _ x: Double, _ y: Double, isFirst: Bool, isLast: Bool,
    _ title: String
  ) -> SVGElement {
    let isOpen = !isLast || value.qualifier.isBound
    let dot: SVGElement =
      isOpen
      ? .circle("open edge l0", x, y, isFirst || isLast ? 5 : 3.5) : .circle("f0", x, y, 6)
    guard value.qualifier.isBound else { return .group(title: title, [dot]) }
    let sign = value.qualifier == .moreThan ? 1.0 : -1
    let tip = x + sign * 17
    return .group(
      title: title,
      [
        .path(
          "thin l0",
          "M\(x.svg) \(y.svg)H\(tip.svg)M\((tip - sign * 4).svg) \((y - 3.5).svg)"
            + "L\(tip.svg) \(y.svg)L\((tip - sign * 4).svg) \((y + 3.5).svg)"), dot,
      ])
  }
}
