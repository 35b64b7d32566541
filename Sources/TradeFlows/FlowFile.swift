import TradeSeries
import TradeTables

/// One file of trade flows, open and not yet read.
struct FlowFile: ~Copyable {
  /// What errors and remarks call it.
  let name: String
  private let source: any ByteSource
  /// The bytes that were read to recognise the format.
  private let start: [UInt8]

  /// So many bytes are looked at for the header, and up to so many where a line is longer.
  private static let (headSize, headLimit) = (1 << 16, 1 << 20)

  /// Opens a file; `-` is standard input.
  init(_ path: String) throws(FlowError) {
    let name = InputFile.name(path)
    let opened = try Self.open(path)
    guard !opened.start.isEmpty else { throw .table(.emptyFile(name)) }
    (self.name, source, start) = (name, opened.source, opened.start)
  }

  private static func open(
    _ path: String
  ) throws(FlowError) -> (source: any ByteSource, start: [UInt8]) {
    do throws(TableError) {
      let source = try InputText.open(path)
      var start = try source.next(size: headSize)
      while start.count < headLimit, !start.contains(where: RecordScanner.isLineEnd) {
        let more = try source.next(size: start.count)
        if more.isEmpty { break }
        start += more
      }
      return (source, start)
    } catch {
      throw .table(error)
    }
  }

  /// The format and what the columns say, for a query.
  borrowing func recognised(
    _ query: FlowQuery, _ reading: FlowReading, _ names: NameTable
  ) throws(FlowError) -> (format: String, builder: LayoutBuilder) {
    let heads = TableHead.candidates(in: start)
    for head in heads {
      for format in FlowFormats.all {
        var builder = LayoutBuilder(
          head, query: query, reading: reading, names: names, file: name)
        if try format.layout(&builder) != nil { return (format.name, builder) }
      }
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
  /// Returns what is to be said of the file: its form, what was assumed, what was left out.
  consuming func read<Sink: RowSink & Sendable>(
    _ builder: LayoutBuilder, format: String, workers: Int, sink: @Sendable @escaping () -> Sink,
    merge: @Sendable @escaping (Sink, _ line: Int) -> Void
  ) throws(FlowError) -> [String] {
    let (head, source, name) = (builder.head, source, name)
    let footers = try FlowScan(
      source, start: Array(start[head.end...]), layout: builder.layout, file: name,
      firstLine: head.line + 1
    ).run(workers: workers, sink: sink, merge: merge)
    let said = [format] + source.remarks + builder.remarks
    guard let first = footers.first else { return ["\(name): \(said.joined(separator: ", "))"] }
    let lines = footers.count == 1 ? "1 line" : "\(footers.count) lines"
    return [
      "\(name): \(said.joined(separator: ", "))",
      "\(name): \(lines) below the table left out, from line \(first.line): "
        + Suggestion.excerpt(first.text),
    ]
  }
}
