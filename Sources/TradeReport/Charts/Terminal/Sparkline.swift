/// A line of block characters, one a value, from the lowest to the highest.
public enum Sparkline {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let plain: [Character] = ["_", ".", ",", "-", "=", "+", "*", "#"]

  /// Gaps are blanks; values that are all equal stand at the middle.
  public static func text(_ values: [Double?], ascii: Bool = false) -> String {
    let marks = ascii ? plain : blocks
    let present = values.compactMap(\.self)
    guard let low = present.min(), let high = present.max() else { return "" }
    return String(
      values.map { value -> Character in
        guard let value else { return " " }
        // Halved, so that the distance of two enormous values is finite.
        let part = high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0.5
        return marks[min(Int(part * Double(marks.count)), marks.count - 1)]
      })
  }
}
