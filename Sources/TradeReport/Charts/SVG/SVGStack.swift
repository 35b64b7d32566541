import TradeTables

/// Parts on top of each other over time, with a mark at their sum.
///
/// Parts above zero stand on the axis and those below hang from it, parted by a line of background.
struct SVGStack {
  private let chart: StackedChart
  private let frame: SVGFrame
  private let parts: [StackedChart.Part]
  private let axis: SVGAxis
  private let style: Column.Style

  init(_ chart: StackedChart, in frame: SVGFrame) {
    self.chart = chart
    self.frame = frame
    let parts = Self.merged(chart.parts, frame)
    self.parts = parts
    let ends = chart.labels.indices.flatMap { index in
      let values = parts.compactMap { $0.values[index]?.drawable }
      return [
        values.filter { $0 > 0 }.reduce(0, +).drawable,
        values.filter { $0 < 0 }.reduce(0, +).drawable,
        chart.totals.isEmpty ? nil : chart.totals[index]?.drawable,
      ].compactMap(\.self)
    }
    style = chart.style.adapted(to: ends)
    axis = SVGAxis(
      covering: Ticks.range(of: ends + [0]), about: frame.isNarrow ? 5 : 6, style: chart.style,
      in: frame)
  }

  /// More parts than there are colours: the last ones are one part.
  private static func merged(_ parts: [StackedChart.Part], _ frame: SVGFrame) -> [StackedChart.Part]
  {
    guard parts.count > SVGPalette.count else { return parts }
    let rest = parts[(SVGPalette.count - 1)...]
    let sums = (rest.first?.values.indices ?? 0..<0).map { index -> Double? in
      let known = rest.compactMap { $0.values[index]?.drawable }
      return known.isEmpty ? nil : known.reduce(0, +)
    }
    return parts.prefix(SVGPalette.count - 1) + [
      StackedChart.Part("\(frame.phrase("Other")) (\(rest.count))", sums)
    ]
  }

  private var height: Double { frame.isNarrow ? 220 : 290 }
  private var left: Double { axis.labelWidth + 10 }

  var drawing: SVGDrawing {
    guard !chart.labels.isEmpty, !parts.isEmpty || !chart.totals.isEmpty else {
      return .empty(in: frame)
    }
    return key.above(plot, distance: 14)
  }

  private var key: SVGDrawing {
    let items = parts.enumerated().map { index, part in
      SVGKey.Item(mark: .area("f\(index)"), text: part.name)
    }
    let total =
      chart.totals.isEmpty ? [] : [SVGKey.Item(mark: .total, text: chart.totalName)]
    return SVGKey(items: items + total).drawing(in: frame)
  }

  private var plot: SVGDrawing {
    let scale = axis.scale(from: height, to: 8)
    let periods = PeriodAxis(chart.labels, left: left, right: frame.width)
    let thickness = max(min(periods.step * 0.68, 64), 0.6)
    var elements = axis.rows(scale, left: left, right: frame.width)
    elements += stacks(periods, thickness, scale)
    elements += totals(periods, thickness, scale)
    // The axis stands over what hangs from it.
    let zero = scale.place(0)
    elements.append(.line("axis", left, zero, frame.width, zero))
    elements += periods.drawing(y: height, limits: left...frame.width)
    elements += hits(periods)
    return SVGDrawing(elements: elements, height: height + 24)
  }

  /// One path for each part: a rectangle for each period.
  private func stacks(
    _ periods: PeriodAxis, _ thickness: Double, _ scale: Scale
  ) -> [SVGElement] {
    var (above, below) = (
      Array(repeating: 0.0, count: chart.labels.count),
      Array(repeating: 0.0, count: chart.labels.count)
    )
    let gap = thickness > 6 ? 1.0 : 0
    return parts.enumerated().map { number, part in
      var steps = ""
      for index in chart.labels.indices {
        guard let value = part.values[index]?.drawable, value != 0 else { continue }
        let from = value > 0 ? above[index] : below[index]
        let to = (from + value).drawable ?? from
        if value > 0 { above[index] = to } else { below[index] = to }
        let (start, end) = (scale.place(from), scale.place(to))
        let size = max(abs(end - start) - gap, 0.3)
        let x = periods.x(index) - thickness / 2
        steps += "M\(x.svg) \(min(start, end).svg)h\(thickness.svg)v\(size.svg)h-\(thickness.svg)z"
      }
      return .path("f\(number)", steps)
    }
  }

  /// A stroke at each sum, and its number where there is room.
  private func totals(
    _ periods: PeriodAxis, _ thickness: Double, _ scale: Scale
  ) -> [SVGElement] {
    let sums = chart.totals.enumerated().compactMap { index, total in
      total?.drawable.map { (index, $0) }
    }
    guard !sums.isEmpty else { return [] }
    let reach = thickness / 2 + min(3, periods.step * 0.1)
    let strokes = sums.map { index, total in
      "M\((periods.x(index) - reach).svg) \(scale.place(total).svg)h\((2 * reach).svg)"
    }.joined()
    let texts = sums.map { frame.number($1, style) }
    let widest = texts.map { SVGText.width($0, isBold: true) }.max() ?? 0
    let marks: [SVGElement] =
      thickness > 6
      ? [.path("line halo wide", strokes), .path("line ink", strokes)]
      : [.path("thin ink", strokes)]
    guard widest + 6 <= periods.step || sums.count == 1 else { return marks }
    return marks
      + zip(sums, texts).map { sum, text in
        // A number stands clear of its stack: above it, or below where the sum is below zero.
        let values = parts.compactMap { $0.values[sum.0]?.drawable } + [sum.1]
        let upper = scale.place(max(values.filter { $0 > 0 }.reduce(0, +) - max(sum.1, 0), sum.1))
        let lower = scale.place(min(values.filter { $0 < 0 }.reduce(0, +) - min(sum.1, 0), sum.1))
        let place = sum.1 < 0 ? min(lower + 17, height - 4) : max(upper - 7, 12)
        return .text(text, periods.x(sum.0), place, "strong num halo", anchor: .middle)
      }
  }

  /// Where the pointer finds the numbers of a period.
  private func hits(_ periods: PeriodAxis) -> [SVGElement] {
    guard chart.labels.count <= 80, !frame.isNarrow else { return [] }
    return chart.labels.indices.map { index in
      var words = parts.compactMap { part in
        part.values[index]?.drawable.map { "\(part.name) \(frame.number($0, style))" }
      }
      if !chart.totals.isEmpty, let total = chart.totals[index]?.drawable {
        words.append("\(chart.totalName) \(frame.number(total, style))")
      }
      return .rectangle(
        "hit", x: periods.x(index) - periods.step / 2, y: 0, width: periods.step, height: height,
        title: chart.labels[index] + ": " + words.joined(separator: ", "))
    }
  }
}
