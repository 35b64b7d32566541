import TradeTables

/// Lines between two points of time, each with its numbers at both ends and its name at the right.
///
/// What rose is blue and what fell is red and dashed. Labels are pushed apart where lines end close
/// to each other, and a thin line leads from each end to its label.
struct SVGSlope {
  private let chart: SlopeChart
  private let frame: SVGFrame
  private let lines: [(label: String, from: Double, to: Double)]
  private let style: Column.Style

  init(_ chart: SlopeChart, in frame: SVGFrame) {
    self.chart = chart
    self.frame = frame
    lines = chart.lines.compactMap { line in
      line.from.drawable.flatMap { from in
        line.to.drawable.map { (line.label, from, $0) }
      }
    }
    style = chart.style.adapted(to: lines.flatMap { [$0.from, $0.to] })
  }

  private static let gap = 17.0
  /// Lines beyond these have no label, and are drawn faintly.
  private var labelled: Int { min(lines.count, frame.isNarrow ? 24 : 40) }
  private var height: Double { max(frame.isNarrow ? 260 : 320, Double(labelled) * Self.gap + 20) }

  var drawing: SVGDrawing {
    guard !lines.isEmpty else { return .empty(in: frame) }
    let top = 34.0
    let bottom = top + height
    let axis = SVGAxis(
      covering: Ticks.range(of: lines.flatMap { [$0.from, $0.to] }), about: 5, style: chart.style,
      in: frame)
    let scale = axis.scale(from: bottom - 8, to: top + 8)
    let leftWidth = lines.prefix(labelled).map { SVGText.width(frame.number($0.from, style)) }
    let left = min(leftWidth.max() ?? 0, 110) + 26
    let right = frame.width - (frame.isNarrow ? 180 : 300)
    let range = (top + 8)...(bottom - 4)
    var elements = heads(left: left, right: right, top: top, bottom: bottom)
    elements += faint(scale, left, right)
    elements += strokes(scale, left, right)
    elements += labels(
      scale, x: left, range, isLeft: true, \.from
    ) { frame.number($0.from, style) }
    elements += labels(
      scale, x: right, range, isLeft: false, \.to
    ) { frame.number($0.to, style) + "  " + $0.label }
    return SVGDrawing(elements: elements, height: bottom + 4)
      .above(.remark(shown: labelled, of: lines.count, in: frame), distance: 4)
  }

  private func heads(left: Double, right: Double, top: Double, bottom: Double) -> [SVGElement] {
    [
      .line("axis", left, top - 6, left, bottom), .line("axis", right, top - 6, right, bottom),
      .text(chart.from, left, 18, "strong", anchor: .middle, room: 2 * left, isBold: true),
      .text(chart.to, right, 18, "strong", anchor: .middle, room: 2 * left, isBold: true),
    ]
  }

  private func rises(_ line: (label: String, from: Double, to: Double)) -> Bool {
    line.to >= line.from
  }

  /// All lines without a label as one path.
  private func faint(_ scale: Scale, _ left: Double, _ right: Double) -> [SVGElement] {
    guard lines.count > labelled else { return [] }
    let steps = lines.dropFirst(labelled).map { line in
      "M\(left.svg) \(scale.place(line.from).svg)L\(right.svg) \(scale.place(line.to).svg)"
    }
    return [.path("grid", steps.joined())]
  }

  private func strokes(_ scale: Scale, _ left: Double, _ right: Double) -> [SVGElement] {
    lines.prefix(labelled).flatMap { line -> [SVGElement] in
      let series = rises(line) ? 0 : 1
      let (start, end) = (scale.place(line.from), scale.place(line.to))
      let numbers = "\(frame.number(line.from, style)) → \(frame.number(line.to, style))"
      return [
        .group(
          title: "\(line.label): \(numbers)",
          [
            .line(rises(line) ? "line l0" : "line dash l1", left, start, right, end),
            .circle("f\(series)", left, start, 4), .circle("f\(series)", right, end, 4),
          ])
      ]
    }
  }

  private func labels(
    _ scale: Scale, x: Double, _ range: ClosedRange<Double>, isLeft: Bool,
    _ value: ((label: String, from: Double, to: Double)) -> Double,
    text: ((label: String, from: Double, to: Double)) -> String
  ) -> [SVGElement] {
    let shown = lines.prefix(labelled)
    let ends = shown.map { scale.place(value($0)) }
    let places = LabelPlacement.spread(ends, gap: Self.gap, within: range)
    let sign = isLeft ? -1.0 : 1
    let leaders = zip(ends, places).filter { abs($0 - $1) > 2 }.map { end, place in
      "M\((x + sign * 6).svg) \(end.svg)L\((x + sign * 17).svg) \(place.svg)"
    }
    return (leaders.isEmpty ? [] : [.path("axis", leaders.joined())])
      + zip(shown, places).map { line, place in
        .text(
          text(line), x + sign * 20, place + 4.5, "num t\(rises(line) ? 0 : 1)",
          anchor: isLeft ? .end : .start,
          room: isLeft ? x - 20 : frame.width - x - 20)
      }
  }
}
