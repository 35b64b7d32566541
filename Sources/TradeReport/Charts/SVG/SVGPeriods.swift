import TradeTables

/// Known values over time as a line with dots, and expected ones as a dashed line in a fan.
///
/// A gap is bridged by dots only, a bound is an open mark with an arrow towards where the true value
/// is, events have numbers on the time line, and targets are diamonds. This file decides where
/// everything stands; two extensions draw it.
struct SVGPeriods {
  let chart: PeriodChart
  let frame: SVGFrame
  /// All periods: those of the history, of the forecast, and of targets after both.
  let axis: PeriodAxis
  let scale: Scale
  let style: Column.Style
  /// What is known, without gaps and numbers that cannot be drawn.
  let known: [(index: Int, value: Double, qualifier: Qualifier)]
  /// Events of periods on the axis, one number a period.
  let events: [(index: Int, text: String)]
  /// Targets with their places on the axis.
  let targets: [(index: Int, target: PeriodChart.Target)]
  private let values: SVGAxis

  init(_ chart: PeriodChart, in frame: SVGFrame) {
    self.chart = chart
    self.frame = frame
    known = chart.history.enumerated().compactMap { index, value in
      value.value?.drawable.map { (index, $0, value.qualifier) }
    }
    let labels = Self.labels(of: chart)
    let indices = Dictionary(
      labels.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    events = Self.events(of: chart, indices, limit: frame.isNarrow ? 8 : 16)
    targets = chart.targets.compactMap { target in
      guard target.value.isFinite, let index = indices[target.label] else { return nil }
      return (index, target)
    }
    let drawn = Self.drawn(chart)
    style = Column.Style.decimal(1).adapted(to: drawn)
    values = SVGAxis(
      covering: Ticks.range(of: drawn), about: frame.isNarrow ? 5 : 6, style: .decimal(1),
      in: frame)
    let top = events.isEmpty ? 10.0 : 30
    scale = values.scale(from: top + (frame.isNarrow ? 210 : 280), to: top)
    axis = PeriodAxis(
      labels, left: values.labelWidth + 10, right: frame.width - (frame.isNarrow ? 6 : 16),
      inset: frame.isNarrow ? 14 : 24)
  }

  /// The periods of the history and the forecast; after them those of later targets, with every year
  /// between where they are years.
  private static func labels(of chart: PeriodChart) -> [String] {
    var labels = chart.history.map(\.label) + chart.forecast.map(\.label)
    let later = chart.targets.map(\.label).filter { !labels.contains($0) }.sorted()
    for label in later where !labels.contains(label) {
      if let last = labels.last.flatMap({ Int($0) }), let year = Int(label) {
        guard year > last else { continue }
        if year - last <= 12 { labels += (last + 1..<year).map { "\($0)" } }
      }
      labels.append(label)
    }
    return labels
  }

  /// The latest events, those of one period together.
  private static func events(
    of chart: PeriodChart, _ indices: [String: Int], limit: Int
  ) -> [(index: Int, text: String)] {
    var events: [(index: Int, text: String)] = []
    for event in chart.events {
      guard let index = indices[event.label] else { continue }
      if let same = events.firstIndex(where: { $0.index == index }) {
        events[same].text += "; " + event.text
      } else {
        events.append((index, event.text))
      }
    }
    return events.sorted { $0.index < $1.index }.suffix(limit)
  }

  /// The values that the axis must reach.
  ///
  /// The ends of a wide interval may leave the drawing: the history would shrink to nothing
  /// otherwise.
  private static func drawn(_ chart: PeriodChart) -> [Double] {
    let past =
      chart.history.compactMap { $0.value?.drawable }
      + chart.companions.flatMap(\.values).compactMap { $0?.drawable }
    let aims = chart.targets.compactMap(\.value.drawable)
    let points = chart.forecast.compactMap(\.point.drawable)
    let size = (past + points).map(abs).max() ?? 0
    let inner = chart.forecast.flatMap { [$0.inner.lowerBound, $0.inner.upperBound] }
    let outer = chart.forecast.flatMap { [$0.outer.lowerBound, $0.outer.upperBound] }
    func within(_ limit: Double, _ ends: [Double]) -> [Double] {
      let limit = size > 0 ? min(limit * size, 1e300) : 1e300
      return ends.filter { !$0.isNaN }.map { min(max($0, -limit), limit) }
    }
    return past + aims + points + within(4, inner) + within(2.5, outer)
  }

  // MARK: Places

  var top: Double { scale.end }
  var bottom: Double { scale.start }
  var left: Double { values.labelWidth + 10 }

  func x(_ index: Int) -> Double { axis.x(index) }

  func point(_ index: Int, _ value: Double) -> Box.Point {
    Box.Point(x: x(index), y: scale.place(value.drawable ?? (value > 0 ? 1e300 : -1e300)))
  }

  /// The place in the axis of a period of the forecast.
  func ahead(_ step: Int) -> Int { chart.history.count + step }

  /// Whether there is room for a dot at each period.
  var hasDots: Bool { axis.step >= 9 }

  // MARK: Drawing

  var drawing: SVGDrawing {
    guard !known.isEmpty || !chart.forecast.isEmpty else { return .empty(in: frame) }
    var room = OccupiedRoom(Box(x: left...frame.width, y: (top - 8)...bottom))
    occupy(&room)
    // Labels are placed first, so that the key knows which lines have theirs, and drawn late.
    let labels = valueLabels(&room)
    let names = lineNames(&room)
    var elements = values.rows(scale, left: left, right: frame.width)
    elements += eventLines + fan + bridges + companionLines
    elements += historyLine + forecastLine + dots + bounds
    elements += labels + names.map(\.element)
    elements += axis.drawing(y: bottom, limits: left...frame.width)
    elements += hits + eventMarks + targetMarks
    let plot = SVGDrawing(elements: elements, height: bottom + 24)
    return key(named: Set(names.map(\.series))).drawing(in: frame)
      .above(plot, distance: 8).above(list, distance: 6)
  }

  /// Lines and marks keep labels away.
  private func occupy(_ room: inout OccupiedRoom) {
    let expected = chart.forecast.indices.map { point(ahead($0), chart.forecast[$0].point) }
    let line = known.map { point($0.index, $0.value) } + expected
    room.occupy(line: line)
    for companion in chart.companions {
      room.occupy(line: points(of: companion).map { point($0.index, $0.value) })
    }
    if hasDots {
      for place in line {
        room.occupy(Box(x: (place.x - 4)...(place.x + 4), y: (place.y - 4)...(place.y + 4)))
      }
    }
    for (index, target) in targets {
      let place = point(index, target.value)
      room.occupy(Box(x: (place.x - 7)...(place.x + 7), y: (place.y - 7)...(place.y + 7)))
    }
    for bound in known where bound.qualifier.isBound {
      let place = point(bound.index, bound.value)
      let ends = bound.qualifier == .moreThan ? (place.y - 17)...place.y : place.y...(place.y + 17)
      room.occupy(Box(x: (place.x - 5)...(place.x + 5), y: ends))
    }
  }

  func points(of companion: PeriodChart.Companion) -> [(index: Int, value: Double)] {
    companion.values.prefix(chart.history.count).enumerated().compactMap { index, value in
      value?.drawable.map { (index, $0) }
    }
  }

  /// What the marks mean, but for lines that have their name beside them.
  private func key(named: Set<Int>) -> SVGKey {
    var items: [SVGKey.Item] = []
    if !known.isEmpty, !named.contains(0) {
      items.append(.init(mark: .line(0), text: frame.phrase(chart.seriesName)))
    }
    for (number, companion) in chart.companions.enumerated() where !named.contains(number + 1) {
      items.append(.init(mark: .thin(SVGPalette.index(number + 1)), text: companion.name))
    }
    for qualifier in [Qualifier.moreThan, .lessThan]
    where known.contains(where: { $0.qualifier == qualifier }) {
      items.append(
        .init(
          mark: .bound(isUpwards: qualifier == .moreThan),
          text: frame.phrase(qualifier.explanation)))
    }
    if hasGaps { items.append(.init(mark: .gap, text: frame.phrase("no figure"))) }
    if !chart.forecast.isEmpty {
      items.append(.init(mark: .dashed(0), text: frame.phrase("forecast")))
      items += zip(["inner", "outer"], chart.intervalNames).map {
        .init(mark: .area($0), text: $1)
      }
    }
    return SVGKey(items: items)
  }

  private var hasGaps: Bool {
    zip(known, known.dropFirst()).contains { $1.index - $0.index > 1 }
  }

  /// Events and targets in words.
  private var list: SVGDrawing {
    let happened = events.enumerated().map { number, event in
      SVGKey.Item(
        mark: .number(number + 1), text: "\(axis.labels[event.index]): \(event.text)")
    }
    let aims = targets.map { index, target in
      SVGKey.Item(mark: .target, text: words(of: target))
    }
    return SVGKey(items: happened + aims).list(in: frame)
  }

  func words(of target: PeriodChart.Target) -> String {
    let number = frame.number(target.value.drawable ?? 0, style)
    return "\(frame.phrase("target")) \(target.label): \(number) – \(target.text)"
  }
}
