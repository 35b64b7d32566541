import TradeTables

/// What every drawing is told: its width, its language, and what makes its ids unique.
struct SVGFrame: Sendable {
  /// The beginning of every id in the drawing.
  let id: String
  /// Whether the drawing is for a phone: half as wide, with text of the same size.
  let isNarrow: Bool
  /// The language of the few words that drawings add, and of numbers.
  let language: Language

  /// The width of the drawing in its own units, one of which is a pixel where there is room.
  var width: Double { isNarrow ? 340 : 720 }

  /// A number as print shows it, with its mark.
  func number(
    _ value: Double, _ style: Column.Style, _ qualifier: Qualifier = .exact
  ) -> String {
    qualifier.symbol + language.numbers.text(value, style)
  }

  func phrase(_ english: String) -> String { language.phrase(english) }
}

/// A drawing: what it consists of, from its upper left corner on, and how high it is.
struct SVGDrawing {
  var elements: [SVGElement]
  var height: Double

  /// One drawing under another.
  func above(_ other: SVGDrawing, distance: Double) -> SVGDrawing {
    guard height > 0 else { return other }
    guard other.height > 0 else { return self }
    return SVGDrawing(
      elements: elements + [.group(y: height + distance, other.elements)],
      height: height + distance + other.height)
  }

  /// Lines of text.
  static func lines(_ lines: [String], style: String = "", indent: Double = 0) -> SVGDrawing {
    SVGDrawing(
      elements: lines.enumerated().map { index, line in
        .text(line, indent, Double(index) * SVGText.lineHeight + 13, style)
      }, height: Double(lines.count) * SVGText.lineHeight)
  }

  /// What the marks before numbers mean, in one muted line for each that occurs.
  static func marks(_ qualifiers: [Qualifier], in frame: SVGFrame) -> SVGDrawing {
    let used = Qualifier.allCases.filter { !$0.symbol.isEmpty && qualifiers.contains($0) }
    let text = used.map { frame.phrase($0.explanation) }.joined(separator: "   ")
    return .lines(SVGText.wrapped(text, to: frame.width, lines: 3), style: "muted")
  }

  /// A remark that not everything is drawn; nothing where all is.
  static func remark(shown: Int, of count: Int, in frame: SVGFrame) -> SVGDrawing {
    guard shown < count else { return SVGDrawing(elements: [], height: 0) }
    return .lines(["\(shown) / \(count) – \(frame.phrase("the table has all"))"], style: "muted")
  }

  /// What stands in the place of a drawing where there is nothing to draw.
  static func empty(in frame: SVGFrame) -> SVGDrawing {
    .lines([frame.phrase("no figures")], style: "muted")
  }
}
