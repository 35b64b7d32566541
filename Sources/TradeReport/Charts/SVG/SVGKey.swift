/// The key of a drawing: small marks with what they mean, in lines from left to right.
struct SVGKey {
  /// One mark with its meaning.
  struct Item {
    let mark: Mark
    let text: String
  }

  /// The marks that drawings use.
  enum Mark {
    /// A line with a dot.
    case line(Int)
    /// A thinner line.
    case thin(Int)
    /// An area of a series.
    case area(String)
    /// A dashed line of a series.
    case dashed(Int)
    /// The bridge over a gap.
    case gap
    /// A bound: an open dot with an arrow up or down.
    case bound(isUpwards: Bool)
    /// An open dot.
    case open
    /// A filled dot of a series.
    case dot(Int)
    /// A shape for each group of points.
    case shape(Int)
    /// A short stroke over a stack.
    case total
    /// The mark of a target.
    case target
    /// The number of an event.
    case number(Int)
  }

  private static let markWidth = 28.0

  let items: [Item]

  /// The items one after another, in as many lines as they need.
  func drawing(in frame: SVGFrame) -> SVGDrawing {
    var elements: [SVGElement] = []
    var x = 0.0
    var y = 0.0
    for item in items {
      let room = frame.width - Self.markWidth
      let width = Self.markWidth + min(SVGText.width(item.text), room)
      if x > 0, x + width > frame.width { (x, y) = (0, y + SVGText.lineHeight + 2) }
      elements += Self.drawing(of: item.mark, x: x, y: y + 9)
      elements.append(.text(item.text, x + Self.markWidth, y + 13.5, room: room))
      x += width + 16
    }
    return SVGDrawing(elements: elements, height: items.isEmpty ? 0 : y + SVGText.lineHeight)
  }

  /// One item a line, its text wrapped beside its mark: what happened when.
  func list(in frame: SVGFrame) -> SVGDrawing {
    var elements: [SVGElement] = []
    var y = 0.0
    for item in items {
      elements += Self.drawing(of: item.mark, x: 0, y: y + 9)
      let lines = SVGText.wrapped(item.text, to: frame.width - Self.markWidth, lines: 3)
      let drawing = SVGDrawing.lines(lines, indent: Self.markWidth)
      // What is cut can be read beside the pointer.
      let isCut = lines.last?.hasSuffix("…") == true
      elements.append(.group(title: isCut ? item.text : "", y: y, drawing.elements))
      y += drawing.height + 2
    }
    return SVGDrawing(elements: elements, height: y)
  }

  private static func drawing(of mark: Mark, x: Double, y: Double) -> [SVGElement] {
    let middle = x + 10
    switch mark {
    case .line(let series):
      return [
        .line("line l\(series)", x, y, x + 20, y), .circle("f\(series)", middle, y, 3.5),
      ]
    case .thin(let series): return [.line("thin l\(series)", x, y, x + 20, y)]
    case .area(let style):
      return [.rectangle(style, x: x + 2, y: y - 6, width: 16, height: 12)]
    case .dashed(let series): return [.line("thin dash l\(series)", x, y, x + 20, y)]
    case .gap: return [.line("dots l0", x, y, x + 20, y)]
    case .bound(let isUpwards): return bound(middle, y + (isUpwards ? 3 : -3), isUpwards: isUpwards)
    case .open: return [.circle("open edge l0", middle, y, 4)]
    case .dot(let series): return [.circle("f\(series)", middle, y, 4.5)]
    case .shape(let group): return [shape(group, middle, y, 4.5)]
    case .total: return [.line("line ink", x + 2, y, x + 18, y)]
    case .target: return [.diamond("open edge l1", middle, y, 5.5)]
    case .number(let number): return [badge(number, middle, y)]
    }
  }

  /// An open dot with an arrow towards where the true value is.
  static func bound(
    _ x: Double, _ y: Double, isUpwards: Bool, series: Int = 0
  ) -> [SVGElement] {
    let sign = isUpwards ? -1.0 : 1
    let tip = y + sign * 15
    return [
      .path(
        "thin l\(series)",
        "M\(x.svg) \((y + sign * 4).svg)V\(tip.svg)M\((x - 3.5).svg) \((tip - sign * 4).svg)"
          + "L\(x.svg) \(tip.svg)L\((x + 3.5).svg) \((tip - sign * 4).svg)"),
      .circle("open edge l\(series)", x, y, 4),
    ]
  }

  /// A number in a disc.
  static func badge(_ number: Int, _ x: Double, _ y: Double, title: String = "") -> SVGElement {
    .group(
      "badge", title: title,
      [.circle("fn", x, y, 8), .text("\(number)", x, y + 4, anchor: .middle)])
  }

  /// Groups of points differ in shape as well as in colour.
  static func shape(
    _ group: Int, _ x: Double, _ y: Double, _ radius: Double, title: String = ""
  ) -> SVGElement {
    let style = "f\(SVGPalette.index(group))"
    switch group % 3 {
    case 0: return .circle(style, x, y, radius, title: title)
    case 1: return .diamond(style, x, y, radius * 1.25, title: title)
    default:
      return .rectangle(
        style, x: x - radius * 0.9, y: y - radius * 0.9, width: radius * 1.8,
        height: radius * 1.8, title: title)
    }
  }
}
