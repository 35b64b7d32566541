import TradeTables

/// The lines, areas and marks of a drawing over time.
extension SVGPeriods {
  // MARK: History

  /// Runs of periods without a gap.
  private func runs(
    _ values: [(index: Int, value: Double)]
  ) -> [[(index: Int, value: Double)]] {
    values.reduce(into: []) { runs, value in
      if let last = runs.last?.last, value.index == last.index + 1 {
        runs[runs.count - 1].append(value)
      } else {
        runs.append([value])
      }
    }
  }

  private func steps(_ values: [(index: Int, value: Double)]) -> String {
    runs(values).filter { $0.count > 1 }.map { run in
      "M" + run.map { self.text(point($0.index, $0.value)) }.joined(separator: "L")
    }.joined()
  }

  private func text(_ point: Box.Point) -> String { "\(point.x.svg) \(point.y.svg)" }

  private var values: [(index: Int, value: Double)] { known.map { ($0.index, $0.value) } }

  var historyLine: [SVGElement] {
    let steps = steps(values)
    return steps.isEmpty ? [] : [.path("line l0", steps)]
  }

  /// A dotted line over each gap, which says that nothing is known there.
  var bridges: [SVGElement] {
    let runs = runs(values)
    let steps = zip(runs, runs.dropFirst()).compactMap { before, after -> String? in
      guard let from = before.last, let to = after.first else { return nil }
      return "M\(text(point(from.index, from.value)))L\(text(point(to.index, to.value)))"
    }
    return steps.isEmpty ? [] : [.path("dots l0", steps.joined())]
  }

  /// Dots at the known values; where they stand too close, only at values without neighbours.
  var dots: [SVGElement] {
    let alone = hasDots ? values : runs(values).filter { $0.count == 1 }.flatMap(\.self)
    let bounds = Set(known.filter(\.qualifier.isBound).map(\.index))
    return alone.filter { !bounds.contains($0.index) }.map { index, value in
      let place = point(index, value)
      return .circle("f0", place.x, place.y, hasDots ? 3.5 : 2)
    }
  }

  var bounds: [SVGElement] {
    known.filter(\.qualifier.isBound).suffix(100).flatMap { bound in
      let place = point(bound.index, bound.value)
      return SVGKey.bound(place.x, place.y, isUpwards: bound.qualifier == .moreThan)
    }
  }

  var companionLines: [SVGElement] {
    chart.companions.enumerated().flatMap { number, companion -> [SVGElement] in
      let series = SVGPalette.index(number + 1)
      let known = points(of: companion)
      let steps = steps(known)
      let alone = runs(known).filter { $0.count == 1 }.flatMap(\.self)
      return (steps.isEmpty ? [] : [.path("thin l\(series)", steps)])
        + alone.map { index, value in
          let place = point(index, value)
          return .circle("f\(series)", place.x, place.y, 2.5)
        }
    }
  }

  // MARK: Forecast

  /// Both intervals as areas that begin at the last known value.
  var fan: [SVGElement] {
    guard !chart.forecast.isEmpty else { return [] }
    let areas: [SVGElement] = [
      .path("outer", area(chart.forecast.map(\.outer))),
      .path("inner", area(chart.forecast.map(\.inner))),
    ]
    let ends = chart.forecast.flatMap { [$0.outer.lowerBound, $0.outer.upperBound] }
    let isInside = ends.allSatisfy { scale.domain.contains($0) }
    guard !isInside else { return areas }
    let clip = frame.id + "-clip"
    return [
      SVGElement(
        "clipPath", [("id", clip)],
        [.rectangle("", x: left, y: top, width: frame.width - left, height: bottom - top)]),
      SVGElement("g", [("clip-path", "url(#\(clip))")], areas),
    ] + leaving
  }

  private func area(_ intervals: [ClosedRange<Double>]) -> String {
    let start = known.last.map { [point($0.index, $0.value)] } ?? []
    let upper = intervals.enumerated().map { point(ahead($0.offset), $0.element.upperBound) }
    let lower = intervals.enumerated().map { point(ahead($0.offset), $0.element.lowerBound) }
    // An interval of one period with nothing before it has no width of its own.
    if start.isEmpty, intervals.count == 1, let up = upper.first, let low = lower.first {
      return "M\((up.x - 6).svg) \(up.y.svg)h12V\(low.y.svg)h-12Z"
    }
    return "M" + (start + upper + lower.reversed()).map(text).joined(separator: "L") + "Z"
  }

  /// Arrows where the wide interval goes on beyond the drawing.
  private var leaving: [SVGElement] {
    let steps = chart.forecast.indices.filter {
      chart.forecast[$0].outer.upperBound > scale.domain.upperBound
    }
    guard axis.step >= 12 else { return [] }
    return steps.map { step in
      let x = x(ahead(step))
      return .path(
        "thin l0",
        "M\((x - 4).svg) \((top + 6).svg)L\(x.svg) \((top + 2).svg)L\((x + 4).svg) \((top + 6).svg)",
        title: frame.number(chart.forecast[step].outer.upperBound.drawable ?? 1e300, style))
    }
  }

  var forecastLine: [SVGElement] {
    let points = chart.forecast.indices.map { point(ahead($0), chart.forecast[$0].point) }
    guard !points.isEmpty else { return [] }
    let start = known.last.map { [point($0.index, $0.value)] } ?? []
    let line = "M" + (start + points).map(text).joined(separator: "L")
    let dots =
      hasDots || points.count == 1
      ? points.map { SVGElement.circle("open edge l0", $0.x, $0.y, 3.5) } : []
    return ((start + points).count > 1 ? [.path("line dash l0", line)] : []) + dots
  }

  // MARK: Events and targets

  var eventLines: [SVGElement] {
    let steps = events.map { "M\(x($0.index).svg) \((top - 12).svg)V\(bottom.svg)" }
    return steps.isEmpty ? [] : [.path("axis dots", steps.joined())]
  }

  /// Numbers over the time line, pushed apart where events follow each other closely.
  var eventMarks: [SVGElement] {
    let places = LabelPlacement.spread(
      events.map { x($0.index) }, gap: 18, within: (left + 8)...(frame.width - 8))
    return events.indices.map { number in
      SVGKey.badge(
        number + 1, places[number], top - 20,
        title: "\(axis.labels[events[number].index]): \(events[number].text)")
    }
  }

  var targetMarks: [SVGElement] {
    targets.map { index, target in
      let place = point(index, target.value)
      return .diamond("open edge l1", place.x, place.y, 6.5, title: words(of: target))
    }
  }
}
