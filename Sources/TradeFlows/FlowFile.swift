import TradeSeries
import TradeTables

/// One file of trade flows, open and not yet read.
struct FlowFile: ~Copyable {
  /// What errors and remarks call it.
  let name: String
  private let source: any ByteSource
  /// The bytes that were read to recognise the format.
  private let start: [UInt8]
  /// How many of them are whole lines.
  private let wholeCount: Int

  /// So many bytes are looked at for the header, and up to so many for so many lines.
  private static let (headSize, headLimit, headLines) = (1 << 16, 1 << 20, 80)

  /// Opens a file; `-` is standard input.
  init(_ path: String) throws(FlowError) {
    let name = InputFile.name(path)
    let opened = try Self.open(path)
    guard !opened.start.isEmpty else { throw .table(.emptyFile(name)) }
    let lastEnd = opened.start.lastIndex(where: RecordScanner.isLineEnd).map { $0 + 1 }
    let wholeCount = opened.isWhole ? opened.start.count : lastEnd ?? 0
    guard wholeCount > 0 else { throw .recordTooLong(name, limit: Self.headLimit) }
    (self.name, source, start, self.wholeCount) = (name, opened.source, opened.start, wholeCount)
  }

  private static func open(
    _ path: String
  ) throws(FlowError) -> (source: any ByteSource, start: [UInt8], isWhole: Bool) {
    do throws(TableError) {
      let source = try InputText.open(path)
      var start = try source.next(size: headSize)
      var isWhole = start.count < headSize
      while !isWhole, start.count < headLimit,
        start.count(where: RecordScanner.isLineEnd) < headLines
      {
        let size = start.count
        start += try source.next(size: size)
        isWhole = start.count < 2 * size
      }
      return (source, start, isWhole)
    } catch {
      throw .table(error)
    }
  }

  /// The format and what the columns say, for a query.
  borrowing func recognised(
    _ query: FlowQuery, _ reading: FlowReading, _ names: NameTable
  ) throws(FlowError) -> (format: String, builder: LayoutBuilder) {
    let heads = TableHead.candidates(in: Array(start[..<wholeCount]))
    for head in heads {
      for format in FlowFormats.all {
        var builder = LayoutBuilder(
          head, query: query, reading: reading, names: names, file: name)
        if try format.layout(&builder) != nil {
          try head.check(builder.layout.read, of: format, file: name)
          return (format.name, builder)
        }
      }
    }
    if heads.isEmpty, let line = TableHead.unclosedQuote(in: Array(start[..<wholeCount])) {
      throw .table(.unclosedQuote(at: Place(file: name, line: line)))
    }
    let widest = heads.max { $0.names.count < $1.names.count }
    throw .notRecognised(name, columns: widest?.names ?? [])
  }

  /// Whether the header is that of a known form of trade statistics.
  var isRecognised: Bool {
    let query = FlowQuery(by: FlowDimension.allCases)
    do throws(FlowError) {
      _ = try recognised(query, FlowReading(), NameTable())
      return true
    } catch {
      // Numbers that can be read in two ways are in columns that were recognised.
      if case .notRecognised = error { return false }
      return true
    }
  }

  /// All bytes, for a file that is no table of trade flows.
  consuming func bytes() throws(TableError) -> [UInt8] {
    var bytes = start
    while true {
      let block = try source.next(size: Self.headLimit)
      if block.isEmpty { return bytes }
      bytes += block
    }
  }

  /// Reads all rows into sinks, one a block; see `FlowScan.run`.
  ///
  /// Returns what is to be said of the file: its form, what was assumed, what was left out; and the
  /// line on which its header stands again.
  consuming func read<Sink: RowSink & Sendable>(
    _ builder: LayoutBuilder, format: String, workers: Int, sink: @Sendable @escaping () -> Sink,
    merge: @Sendable @escaping (Sink, _ line: Int) -> Void
  ) throws(FlowError) -> (remarks: [String], secondHeader: Int?) {
    let (head, source, name) = (builder.head, source, name)
    let (footers, secondHeader) = try FlowScan(
      source, start: Array(start[head.end...]), layout: builder.layout, file: name,
      firstLine: head.line + 1
    ).run(workers: workers, sink: sink, merge: merge)
    let above = head.preamble.isEmpty ? [] : ["header in line \(head.line)"]
    let again = secondHeader.map { ["header again in line \($0), the rows below it added"] } ?? []
    let said = [format] + source.remarks + above + again + builder.remarks
    var remarks = ["\(name): \(said.joined(separator: ", "))"]
    if let first = footers.first {
      let lines = footers.count == 1 ? "1 line" : "\(footers.count) lines"
      remarks.append(
        "\(name): \(lines) below the table left out, from line \(first.line): "
          + Suggestion.excerpt(first.text))
    }
    return (remarks, secondHeader)
  }
}
