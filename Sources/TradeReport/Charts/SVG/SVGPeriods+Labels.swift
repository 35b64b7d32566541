import TradeTables

/// The numbers and names that stand beside the lines of a drawing over time, where they fit.
extension SVGPeriods {
  /// Numbers at the values that readers look for: all of a few, otherwise the last known one, the
  /// forecast's last one, the highest and the lowest.
  func valueLabels(_ room: inout OccupiedRoom) -> [SVGElement] {
    var wanted: [(place: Box.Point, text: String, style: String)] = targets.map { index, target in
      (
        point(index, target.value), frame.number(target.value.drawable ?? 0, style),
        "num t1 halo"
      )
    }
    let steps = chart.forecast.indices
    let few = frame.isNarrow ? 2 : 3
    for step in steps.reversed() where steps.count <= few || step == steps.count - 1 {
      let value = chart.forecast[step].point
      guard value.isFinite else { continue }
      wanted.append((point(ahead(step), value), frame.number(value, style), "num halo"))
    }
    for value in marked {
      wanted.append(
        (
          point(value.index, value.value), frame.number(value.value, style, value.qualifier),
          value.index == known.last?.index ? "strong num halo" : "num halo"
        ))
    }
    return wanted.compactMap { label in
      let isBold = label.style.hasPrefix("strong")
      let width = SVGText.width(label.text, isBold: isBold)
      let places = LabelPlace.around(width, label.place.x, label.place.y, distance: 7)
      return room.place(places).map {
        .text(label.text, $0.x, $0.y, label.style, anchor: $0.anchor)
      }
    }
  }

  /// The known values that get a number, the most wanted first.
  private var marked: [(index: Int, value: Double, qualifier: Qualifier)] {
    guard known.count > (frame.isNarrow ? 5 : 12), let last = known.last else {
      return known.reversed()
    }
    let highest = known.max { $0.value < $1.value }
    let lowest = known.min { $0.value < $1.value }
    return [last] + [highest, lowest].compactMap(\.self).filter { $0.index != last.index }
  }

  /// The names of lines beside them, where the chart has several; zero is the main one.
  func lineNames(_ room: inout OccupiedRoom) -> [(series: Int, element: SVGElement)] {
    guard !chart.companions.isEmpty else { return [] }
    let main = (0, frame.phrase(chart.seriesName), known.map { ($0.index, $0.value) })
    let others = chart.companions.enumerated().map { number, companion in
      (number + 1, companion.name, points(of: companion))
    }
    return ([main] + others).prefix(8).compactMap { series, name, values in
      let limit = frame.isNarrow ? 90.0 : 150
      let shown = SVGText.cut(name, to: limit, isBold: series == 0)
      let width = SVGText.width(shown, isBold: series == 0)
      guard let place = room.place(places(beside: values, width)) else { return nil }
      let colour = "t\(SVGPalette.index(series)) halo"
      return (
        series,
        .text(
          name, place.x, place.y, series == 0 ? colour + " strong" : colour,
          anchor: place.anchor, room: limit, isBold: series == 0)
      )
    }
  }

  /// Behind the end of a line, then above and below it from its end back to its middle.
  private func places(
    beside values: [(index: Int, value: Double)], _ width: Double
  ) -> [LabelPlace] {
    guard let last = values.last else { return [] }
    let end = point(last.index, last.value)
    let behind = [4.5, -2, 11].map {
      LabelPlace(width, x: end.x + 9, y: end.y + $0, anchor: .start)
    }
    let few = max(values.count / 24, 1)
    let along = values.indices.reversed().filter { (values.count - 1 - $0) % few == 0 }
      .prefix(16).flatMap { index -> [LabelPlace] in
        let place = point(values[index].index, values[index].value)
        return [9.0, 14, 20].flatMap { distance in
          LabelPlace.around(width, place.x, place.y, distance: distance).prefix(2)
        }
      }
    return behind + along
  }

  /// Where the pointer finds all numbers of a period.
  var hits: [SVGElement] {
    let count = chart.history.count + chart.forecast.count
    guard !frame.isNarrow, count <= 80 else { return [] }
    return (0..<count).compactMap { index in
      let words = words(of: index)
      guard !words.isEmpty else { return nil }
      let start = max(x(index) - axis.step / 2, left)
      let end = min(x(index) + axis.step / 2, frame.width)
      return .rectangle(
        "hit", x: start, y: top, width: end - start, height: bottom - top,
        title: "\(axis.labels[index]): \(words.joined(separator: ", "))")
    }
  }

  private func words(of index: Int) -> [String] {
    guard index < chart.history.count else {
      let expected = chart.forecast[index - chart.history.count]
      let ranges = zip(chart.intervalNames, [expected.inner, expected.outer]).map { name, range in
        "\(name): \(number(range.lowerBound)) – \(number(range.upperBound))"
      }
      return [frame.phrase("forecast") + " " + number(expected.point)] + ranges
    }
    let value = chart.history[index]
    let own = value.value?.drawable.map { frame.number($0, style, value.qualifier) }
    let others = chart.companions.compactMap { companion -> String? in
      guard index < companion.values.count, let value = companion.values[index]?.drawable else {
        return nil
      }
      return "\(companion.name) \(number(value))"
    }
    return (own.map { [$0] } ?? []) + others
  }

  private func number(_ value: Double) -> String {
    frame.number(value.drawable ?? (value > 0 ? 1e300 : -1e300), style)
  }
}
