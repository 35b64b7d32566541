/// A piece of a drawing as SVG markup: the one place where text and numbers become markup.
///
/// Text from data is data: whatever would be markup is escaped, and characters that XML forbids or
/// that would turn the reading direction are left out.
struct SVGElement: Equatable {
  /// The finished markup.
  let markup: String

  /// An element with attributes in their order, then what stands inside it.
  init(_ name: String, _ attributes: [(String, String)], _ content: [SVGElement] = []) {
    var text = "<" + name
    for (key, value) in attributes where !value.isEmpty {
      text += " \(key)=\"\(Self.escaped(value))\""
    }
    markup =
      content.isEmpty
      ? text + "/>" : text + ">" + content.map(\.markup).joined() + "</\(name)>"
  }

  /// Text between elements.
  init(text: String) { markup = Self.escaped(text) }

  /// The text of a style sheet of ours, which holds nothing from data.
  init(style: String) { markup = "<style>\(style)</style>" }

  /// Text with everything escaped that a parser would take for markup.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars where !turnsDirection(scalar) {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\u{FFFE}", "\u{FFFF}": break
      case _ where scalar.properties.generalCategory == .control: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Marks that would turn the direction of what stands after them.
  private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

// MARK: Shapes

extension SVGElement {
  static func group(
    _ style: String = "", title: String = "", x: Double = 0, y: Double = 0, _ content: [SVGElement]
  ) -> SVGElement {
    let shift = x == 0 && y == 0 ? "" : "translate(\(x.svg),\(y.svg))"
    return SVGElement(
      "g", [("class", style), ("transform", shift)],
      (title.isEmpty ? [] : [.title(title)]) + content)
  }

  /// What a browser shows beside the pointer; cut where it is longer than a tooltip can be.
  static func title(_ text: String) -> SVGElement {
    SVGElement("title", [], [SVGElement(text: text.count > 400 ? text.prefix(399) + "…" : text)])
  }

  static func rectangle(
    _ style: String, x: Double, y: Double, width: Double, height: Double, title: String = ""
  ) -> SVGElement {
    SVGElement(
      "rect",
      [
        ("class", style), ("x", x.svg), ("y", y.svg), ("width", max(width, 0).svg),
        ("height", max(height, 0).svg),
      ], title.isEmpty ? [] : [.title(title)])
  }

  static func line(
    _ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double
  ) -> SVGElement {
    path(style, "M\(x1.svg) \(y1.svg)L\(x2.svg) \(y2.svg)")
  }

  static func path(_ style: String, _ steps: String, title: String = "") -> SVGElement {
    SVGElement("path", [("class", style), ("d", steps)], title.isEmpty ? [] : [.title(title)])
  }

  static func circle(
    _ style: String, _ x: Double, _ y: Double, _ radius: Double, title: String = ""
  ) -> SVGElement {
    SVGElement(
      "circle", [("class", style), ("cx", x.svg), ("cy", y.svg), ("r", radius.svg)],
      title.isEmpty ? [] : [.title(title)])
  }

  /// A square on its corner.
  static func diamond(
    _ style: String, _ x: Double, _ y: Double, _ radius: Double, title: String = ""
  ) -> SVGElement {
    path(
      style,
      "M\(x.svg) \((y - radius).svg)L\((x + radius).svg) \(y.svg)"
        + "L\(x.svg) \((y + radius).svg)L\((x - radius).svg) \(y.svg)Z", title: title)
  }

  /// Where a line of text stands on its point.
  enum Anchor: String {
    case start = ""
    case middle = "middle"
    case end = "end"
  }

  /// A line of text, cut to its room, with all of it in the title where it is cut.
  static func text(
    _ text: String, _ x: Double, _ y: Double, _ style: String = "", anchor: Anchor = .start,
    room: Double = .infinity, isBold: Bool = false
  ) -> SVGElement {
    let shown = SVGText.cut(text, to: room, isBold: isBold)
    let content = [SVGElement(text: shown)] + (shown == text ? [] : [title(text)])
    return SVGElement(
      "text",
      [("class", style), ("x", x.svg), ("y", y.svg), ("text-anchor", anchor.rawValue)], content)
  }
}

extension Double {
  /// A length or place in a drawing, to a tenth of a unit.
  var svg: String {
    guard isFinite else { return "0" }
    let tenths = Int((10 * Swift.min(Swift.max(self, -1e5), 1e5)).rounded())
    let (whole, tenth) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (tenth == 0 ? "" : ".\(tenth)")
  }

  /// The number as drawings can hold it: none that is not finite, none near the end of the range.
  var drawable: Double? { isFinite ? Swift.min(Swift.max(self, -1e300), 1e300) : nil }
}
