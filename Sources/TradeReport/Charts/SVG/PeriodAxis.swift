/// An axis of periods: where each stands, and which of their names are written.
struct PeriodAxis {
  let labels: [String]
  private let first: Double
  /// From one period to the next.
  let step: Double

  /// Periods between two places, at most so far from them as they are from each other.
  init(_ labels: [String], left: Double, right: Double, inset: Double = .infinity) {
    self.labels = labels
    let count = Double(max(labels.count, 1))
    let width = right - left
    let pad = labels.count > 1 ? min(inset, width / count / 2) : width / 2
    first = left + pad
    step = labels.count > 1 ? (width - 2 * pad) / (count - 1) : width
  }

  func x(_ index: Int) -> Double { first + Double(index) * step }

  /// The names to write, none of which touches another.
  ///
  /// All where there is room. Otherwise round years, also of months and quarters, and every so
  /// many of other names, the last one among them.
  var shown: [(index: Int, text: String)] {
    let stride = stride(labels)
    guard stride > 1 else { return Array(labels.enumerated()).map { ($0.offset, $0.element) } }
    let years = labels.map { Int($0.prefix(4)) ?? 0 }
    let areYears = zip(labels, years).allSatisfy { $0.prefix(4).count == 4 && $1 > 999 }
    guard areYears else {
      return labels.indices.filter { (labels.count - 1 - $0) % stride == 0 }.map {
        ($0, labels[$0])
      }
    }
    // The first period of each year.
    let starts = labels.indices.filter { $0 == 0 || years[$0] != years[$0 - 1] }
    let yearStep = starts.count > 1 ? step * Double(labels.count) / Double(starts.count) : step
    let size = LabelPlacement.stride(
      widths: starts.map { _ in SVGText.width("2000") }, step: yearStep)
    let round = starts.filter { years[$0] % size == 0 }
    var shown = (round.isEmpty ? Array(starts.suffix(1)) : round).map { ($0, "\(years[$0])") }
    // A first year that begins in its middle may stand too close to the second.
    while shown.count > 1, x(shown[1].0) - x(shown[0].0) < SVGText.width("2000") + 8 {
      shown.removeFirst()
    }
    return shown
  }

  private func stride(_ labels: [String]) -> Int {
    LabelPlacement.stride(widths: labels.map { SVGText.width($0) }, step: step)
  }

  /// Ticks and names below a drawing.
  func drawing(y: Double, limits: ClosedRange<Double>) -> [SVGElement] {
    let room = limits.upperBound - limits.lowerBound
    var names = shown.map { index, text in
      let half = min(SVGText.width(text) / 2, room / 2)
      // The first and the last name move inside the drawing.
      let place = min(max(x(index), limits.lowerBound + half), limits.upperBound - half)
      return (index: index, text: text, place: place, half: half)
    }
    if names.count > 1, names[1].place - names[1].half < names[0].place + names[0].half + 6 {
      names.removeFirst()
    }
    let ticks = names.map { "M\(x($0.index).svg) \(y.svg)v5" }.joined()
    return (names.isEmpty ? [] : [.path("axis", ticks)])
      + names.map { name in
        .text(name.text, name.place, y + 19, "muted num", anchor: .middle, room: room)
      }
  }
}
