/// Places labels so that none stands on another.
enum LabelPlacement {
  /// Places as near as possible to those wanted, in the same order, at least a gap apart and within
  /// a range; evenly apart where the range is too small for the gap.
  ///
  /// With the gaps taken off, the places must not fall, so that the least squares answer is the
  /// isotonic regression: neighbours out of order share their mean. Cutting it to the range keeps it
  /// the best.
  ///
  /// Reference: Barlow, Bartholomew, Bremner & Brunk, "Statistical inference under order
  /// restrictions" (1972).
  static func spread(
    _ wanted: [Double], gap: Double, within range: ClosedRange<Double>
  ) -> [Double] {
    guard wanted.count > 1 else {
      return wanted.map { min(max($0, range.lowerBound), range.upperBound) }
    }
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    let room = range.upperBound - range.lowerBound
    let gap = min(gap, room / Double(wanted.count - 1))
    var blocks: [(mean: Double, count: Int)] = []
    for (rank, index) in order.enumerated() {
      blocks.append((wanted[index] - Double(rank) * gap, 1))
      while blocks.count > 1, blocks[blocks.count - 2].mean > blocks[blocks.count - 1].mean {
        let last = blocks.removeLast()
        let before = blocks.removeLast()
        let count = before.count + last.count
        let sum = before.mean * Double(before.count) + last.mean * Double(last.count)
        blocks.append((sum / Double(count), count))
      }
    }
    let highest = max(range.upperBound - Double(wanted.count - 1) * gap, range.lowerBound)
    let shifted = blocks.flatMap { block in
      Array(repeating: min(max(block.mean, range.lowerBound), highest), count: block.count)
    }
    var places = wanted
    for (rank, index) in order.enumerated() { places[index] = shifted[rank] + Double(rank) * gap }
    return places
  }

  /// Which of evenly spaced labels to show: every one, or every second, fifth, tenth, … such that
  /// neighbours do not touch.
  static func stride(widths: [Double], step: Double, gap: Double = 10) -> Int {
    let needed = (widths.max() ?? 0) + gap
    guard step > 0, needed > step, widths.count > 1 else { return 1 }
    var size = 1
    while true {
      for factor in [1, 2, 5] {
        if Double(factor * size) * step >= needed || factor * size >= widths.count {
          return factor * size
        }
      }
      size *= 10
    }
  }
}

/// A rectangle that something takes up.
struct Box: Equatable {
  var x: ClosedRange<Double>
  var y: ClosedRange<Double>

  /// Whether two rectangles share more than an edge.
  func overlaps(_ other: Box) -> Bool {
    x.lowerBound < other.x.upperBound && other.x.lowerBound < x.upperBound
      && y.lowerBound < other.y.upperBound && other.y.lowerBound < y.upperBound
  }

  func contains(_ other: Box) -> Bool {
    x.lowerBound <= other.x.lowerBound && x.upperBound >= other.x.upperBound
      && y.lowerBound <= other.y.lowerBound && y.upperBound >= other.y.upperBound
  }

  /// Whether a straight line touches the rectangle: Liang and Barsky's clipping (1984).
  func meets(_ from: Point, _ to: Point) -> Bool {
    var entry = 0.0
    var exit = 1.0
    func cut(_ start: Double, _ change: Double, _ range: ClosedRange<Double>) -> Bool {
      guard change != 0 else { return range.contains(start) }
      let first = (range.lowerBound - start) / change
      let second = (range.upperBound - start) / change
      entry = max(entry, min(first, second))
      exit = min(exit, max(first, second))
      return entry <= exit
    }
    return cut(from.x, to.x - from.x, x) && cut(from.y, to.y - from.y, y)
  }

  /// A place in a drawing.
  struct Point: Equatable {
    var x: Double
    var y: Double
  }
}

/// What a drawing has no more room for: marks, lines and the labels placed so far.
struct OccupiedRoom {
  /// Where labels may stand at all.
  let bounds: Box
  private(set) var boxes: [Box] = []
  private var lines: [[Box.Point]] = []

  init(_ bounds: Box) { self.bounds = bounds }

  mutating func occupy(_ box: Box) { boxes.append(box) }

  mutating func occupy(line: [Box.Point]) { lines.append(line) }

  func isFree(_ box: Box) -> Bool {
    bounds.contains(box) && !boxes.contains { $0.overlaps(box) }
      && !lines.contains { line in zip(line, line.dropFirst()).contains { box.meets($0, $1) } }
  }

  /// The first of several places that is free, from now on taken.
  mutating func place(_ candidates: [LabelPlace]) -> LabelPlace? {
    guard let place = candidates.first(where: { isFree($0.box) }) else { return nil }
    occupy(place.box)
    return place
  }
}

/// A place for a line of text: its point, how it stands there, and the rectangle that it takes.
struct LabelPlace: Equatable {
  let x: Double
  let y: Double
  let anchor: SVGElement.Anchor
  let box: Box

  init(_ width: Double, x: Double, y: Double, anchor: SVGElement.Anchor) {
    self.x = x
    self.y = y
    self.anchor = anchor
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    box = Box(x: left...(left + max(width, 0)), y: (y - 10)...(y + 3))
  }

  /// Above, below, to the right and to the left of a mark.
  static func around(_ width: Double, _ x: Double, _ y: Double, distance: Double) -> [LabelPlace] {
    [
      LabelPlace(width, x: x, y: y - distance - 3, anchor: .middle),
      LabelPlace(width, x: x, y: y + distance + 11, anchor: .middle),
      LabelPlace(width, x: x + distance + 2, y: y + 4.5, anchor: .start),
      LabelPlace(width, x: x - distance - 2, y: y + 4.5, anchor: .end),
    ]
  }
}
