/// The cells of a text column, end to end in one piece of memory.
///
/// A large file is mostly cells: as bytes with their ends they take a fraction of what as many
/// strings would, and numbers are read from them without making a string first.
public struct TextCells: Sendable, Equatable {
  private(set) var bytes: [UInt8]
  private(set) var ends: [UInt32]

  /// No cells.
  public init() { (bytes, ends) = ([], []) }

  /// Cells from strings; `nil` and the empty string are both a missing value.
  public init(_ cells: some Sequence<String?>) {
    self.init()
    for cell in cells { append((cell ?? "").utf8) }
  }

  /// Adds a cell at the end.
  mutating func append(_ cell: some Collection<UInt8>) {
    bytes.append(contentsOf: cell)
    ends.append(UInt32(bytes.count))
  }

  /// Adds a cell of bytes that lie in memory.
  mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: cell)
    ends.append(UInt32(bytes.count))
  }

  /// Adds the cells of another column.
  mutating func append(contentsOf other: TextCells) {
    let start = UInt32(bytes.count)
    bytes.append(contentsOf: other.bytes)
    ends.append(contentsOf: other.ends.map { start + $0 })
  }

  /// Takes away the cells from that one on.
  mutating func truncate(to count: Int) {
    guard count < ends.count else { return }
    ends.removeLast(ends.count - count)
    bytes.removeLast(bytes.count - Int(ends.last ?? 0))
  }

  mutating func reserveCapacity(cells: Int, bytes count: Int) {
    ends.reserveCapacity(cells)
    bytes.reserveCapacity(count)
  }

  /// How many bytes all cells take.
  var byteCount: Int { bytes.count }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  /// Calls `body` with the bytes of every cell in order.
  func forEachCell<Failure: Error>(
    _ body: (Int, UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    let count = ends.count
    try bytes.withUnsafeBufferPointer { (all) throws(Failure) in
      var start = 0
      for index in 0..<count {
        let end = Int(ends[index])
        try body(index, UnsafeBufferPointer(rebasing: all[start..<end]))
        start = end
      }
    }
  }
}

extension TextCells: RandomAccessCollection {
  /// Always 0.
  public var startIndex: Int { 0 }
  /// The number of cells.
  public var endIndex: Int { ends.count }

  /// The text of a cell; `nil` where it is empty.
  public subscript(index: Int) -> String? {
    let range = range(index)
    return range.isEmpty ? nil : String(decoding: bytes[range], as: UTF8.self)
  }
}

extension TextCells: ExpressibleByArrayLiteral {
  /// Cells written out; `nil` is a missing value.
  public init(arrayLiteral cells: String?...) { self.init(cells) }
}
