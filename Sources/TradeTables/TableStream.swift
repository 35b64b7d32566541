/// A CSV file that is read in tables of whole rows, so that it may be larger than memory.
///
///     var stream = try TableStream("flows.csv")
///     while let table = try stream.next() { … }
///
/// Every table has all the columns. Rows are those that `CSVReader` reads, with the lines that they
/// stand on, and what is wrong with the file is the same error; of several faults it is the first
/// that is come to. A quoted field that is never closed is a line that is too long, unless the file
/// ends before that.
///
/// A block of the file, its cells and what is made of them are in memory at a time.
public struct TableStream: ~Copyable {
  /// Bytes that are read at a time where nobody says otherwise: large enough that the calls cost
  /// nothing, small enough for the processor's cache.
  public static let blockSize = 1 << 21

  private var blocks: InputFile.Blocks
  private var parser: CSVParser
  private let size: Int
  private var hasRows = false

  /// Opens a file; `-` is standard input, which can be read only once.
  ///
  /// - `blockSize`: how many bytes are read at a time, 1 or more.
  public init(_ path: String, blockSize: Int = blockSize) throws(TableError) {
    precondition(blockSize > 0, "blocks of \(blockSize) bytes")
    blocks = try InputFile.Blocks(path)
    parser = CSVParser(file: InputFile.name(path))
    size = blockSize
  }

  /// The next rows, one or more; `nil` after the last.
  ///
  /// A file without any row is an error.
  public mutating func next() throws(TableError) -> Table? {
    while !parser.isLast {
      let block = try blocks.next(size: size)
      parser.append(block, isLast: block.count < size)
      guard let table = try parser.rows() else { continue }
      hasRows = true
      return table
    }
    guard hasRows else { throw .noRows(parser.file) }
    return nil
  }
}
