/// How text output looks: its width, its characters, and whether a terminal may show bold print.
public struct TextStyle: Sendable, Equatable {
  /// The characters that fit on a line.
  public var width: Int
  /// Only ASCII characters in charts and rules.
  public var ascii: Bool
  /// Escape sequences for bold headings; only ever for a terminal.
  public var isColoured: Bool

  /// Whether charts are drawn that only show what a table beside them says.
  public var drawsIllustrations = false

  /// A style for any output; fewer than 40 characters a line are taken as 40.
  public init(width: Int = 80, ascii: Bool = false, isColoured: Bool = false) {
    self.width = max(width, 40)
    self.ascii = ascii
    self.isColoured = isColoured
  }

  func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
