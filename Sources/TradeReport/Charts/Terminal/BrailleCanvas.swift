/// A grid of dots, two by four in each character.
///
/// Reference: The Unicode Standard, chapter 21.1, Braille Patterns: each dot is a bit of the
/// character's number.
struct BrailleCanvas {
  /// How many dots lie side by side.
  let width: Int
  /// How many dots lie on top of each other.
  let height: Int
  private let columns: Int
  private var cells: [UInt8]

  /// An empty canvas of so many characters.
  init(columns: Int, lines: Int) {
    (width, height, self.columns) = (2 * columns, 4 * lines, columns)
    cells = Array(repeating: 0, count: columns * lines)
  }

  /// The bits of the dots of one character, line by line from the top.
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  /// Sets a dot, counted from the upper left; outside of the canvas there are none.
  mutating func set(_ x: Int, _ y: Int) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    cells[y / 4 * columns + x / 2] |= Self.bits[y % 4][x % 2]
  }

  /// The character in a column of a line; a blank where no dot is set.
  func character(_ column: Int, _ line: Int) -> Character {
    let dots = cells[line * columns + column]
    guard dots != 0, let scalar = Unicode.Scalar(0x2800 + UInt32(dots)) else { return " " }
    return Character(scalar)
  }
}
