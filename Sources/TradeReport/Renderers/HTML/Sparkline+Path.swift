import TradeTables

extension Sparkline {
  /// The line as a path of SVG in a box of that size; a gap breaks it, and a value alone is a dot.
  static func path(_ values: [Double?], width: Double, height: Double) -> String {
    let values = values.finite
    let present = values.compactMap(\.self)
    guard let low = present.min(), let high = present.max() else { return "" }
    let step = width / Double(max(values.count - 1, 1))
    var path = ""
    var isDrawing = false
    for (index, value) in values.enumerated() {
      guard let value else {
        isDrawing = false
        continue
      }
      // Halved, so that the distance of two enormous values is finite.
      let part = high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0.5
      let x = NumberText.fixed(Double(index) * step, digits: 1, grouped: false)
      let y = NumberText.fixed(1 + (1 - part) * (height - 2), digits: 1, grouped: false)
      // The line to where it is makes the round end of a pen visible.
      path += isDrawing ? "L\(x) \(y)" : "M\(x) \(y)h0"
      isDrawing = true
    }
    return path
  }
}
