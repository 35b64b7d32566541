import TradeTables

/// Points of two measures, with the line where both are equal; names stand where they fit.
///
/// Groups differ in colour and shape. Many points are a cloud that shows where they are dense.
struct SVGScatter {
  private let chart: ScatterChart
  private let frame: SVGFrame
  private let points: [ScatterChart.Point]
  private let groups: [String]
  private let style: Column.Style
  private let xAxis: SVGAxis
  private let yAxis: SVGAxis

  /// More points than these are a cloud without names.
  private static let limit = 150

  init(_ chart: ScatterChart, in frame: SVGFrame) {
    self.chart = chart
    self.frame = frame
    let points = chart.points.filter { point in point.x.isFinite && point.y.isFinite }
    self.points = points
    groups = points.reduce(into: []) { if !$0.contains($1.group) { $0.append($1.group) } }
    style = chart.style.adapted(to: points.flatMap { [$0.x.drawable, $0.y.drawable] })
    let x = points.compactMap(\.x.drawable)
    let y = points.compactMap(\.y.drawable)
    func axis(_ values: [Double], _ count: Int) -> SVGAxis {
      let range =
        chart.isLogarithmic
        ? (values.min() ?? 1)...(values.max() ?? 10) : Ticks.range(of: values)
      return SVGAxis(
        covering: range, about: count, style: chart.style, in: frame,
        isLogarithmic: chart.isLogarithmic)
    }
    // Where both measures share a unit they share an axis, and equality is the diagonal.
    xAxis = axis(chart.showsEquality ? x + y : x, frame.isNarrow ? 4 : 6)
    yAxis = chart.showsEquality ? xAxis : axis(y, 6)
  }

  private var height: Double { frame.isNarrow ? 300 : 400 }

  var drawing: SVGDrawing {
    guard !points.isEmpty else { return .empty(in: frame) }
    return key.above(plot, distance: 12)
  }

  private var key: SVGDrawing {
    let named = groups.enumerated().filter { !$0.element.isEmpty }
    return SVGKey(
      items: named.prefix(12).map { .init(mark: .shape($0.offset), text: $0.element) }
    ).drawing(in: frame)
  }

  private var plot: SVGDrawing {
    let left = yAxis.labelWidth + 10
    let right = frame.width - 14
    let top = 28.0
    let bottom = top + height
    let x = xAxis.scale(from: left, to: right)
    let y = yAxis.scale(from: bottom, to: top)
    var room = OccupiedRoom(Box(x: left...frame.width, y: top...bottom))
    var elements: [SVGElement] = [
      // The names of both axes say which way they point.
      .text("↑ " + chart.yName, 0, 13, "muted", room: frame.width),
      .text(
        chart.xName + " →", right, bottom + 38, "muted", anchor: .end, room: right),
    ]
    elements += yAxis.rows(y, left: left, right: right)
    elements += xAxis.columns(x, top: top, bottom: bottom)
    if chart.showsEquality { elements += equality(x, y, &room) }
    elements += points.count > Self.limit ? cloud(x, y) : marks(x, y, &room)
    return SVGDrawing(elements: elements, height: bottom + 44)
  }

  private func equality(_ x: Scale, _ y: Scale, _ room: inout OccupiedRoom) -> [SVGElement] {
    let word = frame.phrase("equal")
    let width = SVGText.width(word)
    room.occupy(line: [.init(x: x.start, y: y.start), .init(x: x.end, y: y.end)])
    let place = LabelPlace(width, x: x.end - 16, y: y.end + 12, anchor: .end)
    room.occupy(place.box)
    return [
      .line("thin dash ln", x.start, y.start, x.end, y.end),
      .text(word, x.end - 34, y.end + 12, "muted halo", anchor: .end),
    ]
  }

  private func group(of point: ScatterChart.Point) -> Int {
    groups.firstIndex(of: point.group) ?? 0
  }

  private func marks(_ x: Scale, _ y: Scale, _ room: inout OccupiedRoom) -> [SVGElement] {
    let places = points.map { Box.Point(x: x.place($0.x), y: y.place($0.y)) }
    for place in places {
      room.occupy(Box(x: (place.x - 5)...(place.x + 5), y: (place.y - 5)...(place.y + 5)))
    }
    let shapes = zip(points, places).map { point, place in
      let numbers = "\(frame.number(point.x, style)) / \(frame.number(point.y, style))"
      return SVGKey.shape(
        group(of: point), place.x, place.y, 4.5, title: "\(point.label): \(numbers)")
    }
    return shapes + names(places, &room)
  }

  /// The names of the points for which there is room, the largest first.
  private func names(_ places: [Box.Point], _ room: inout OccupiedRoom) -> [SVGElement] {
    let order = points.indices.sorted { (-points[$0].y, $0) < (-points[$1].y, $1) }
    let limit = frame.isNarrow ? 12 : 40
    var texts: [SVGElement] = []
    for index in order where texts.count < limit && !points[index].label.isEmpty {
      let (name, place) = (points[index].label, places[index])
      let width = min(SVGText.width(name), 130)
      let around = LabelPlace.around(width, place.x, place.y, distance: 6)
      if let found = room.place([around[2], around[3], around[0], around[1]]) {
        texts.append(.text(name, found.x, found.y, "halo", anchor: found.anchor, room: 130))
      }
    }
    return texts
  }

  /// All points of a group as one path of round dots.
  private func cloud(_ x: Scale, _ y: Scale) -> [SVGElement] {
    var steps = Array(repeating: "", count: groups.count)
    for point in points {
      steps[group(of: point)] += "M\(x.place(point.x).svg) \(y.place(point.y).svg)h0"
    }
    return steps.enumerated().map { .path("cloud l\(SVGPalette.index($0.offset))", $0.element) }
  }
}
