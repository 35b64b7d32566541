import Synchronization
import TradeNumerics
import TradeTables

/// One pass over the rows of a file, on several cores.
///
/// Workers take blocks as they come free; what they made of them is put together in the order of
/// the blocks. Every sum then has the same bits, whoever read which block.
struct FlowScan: ~Copyable {
  private let layout: FlowLayout
  private let file: String
  /// How many lines stand above the first row.
  private let firstLine: Int
  private let blocks: RecordBlocks

  /// A scan of the rows that `start` begins with, bytes read from the source before.
  init(
    _ source: any ByteSource, start: [UInt8], layout: FlowLayout, file: String, firstLine: Int
  ) {
    self.layout = layout
    self.file = file
    self.firstLine = firstLine
    blocks = RecordBlocks(source, start: start, delimiter: layout.delimiter, file: file)
  }

  /// Reads all rows: each block into a sink of its own, which `merge` takes in the order of the
  /// blocks with the number of the line that it begins on.
  ///
  /// Returns the lines below the table that are no rows of it, and the line on which the header
  /// stands again.
  consuming func run<Sink: RowSink & Sendable>(
    workers: Int, sink: @Sendable @escaping () -> Sink,
    merge: @Sendable @escaping (Sink, _ line: Int) -> Void
  ) throws(FlowError) -> (footers: [Footer], secondHeader: Int?) {
    let (layout, file) = (layout, file)
    let source = Mutex(Source(blocks: blocks))
    let merger = Mutex(Merger(line: firstLine, merge: merge))
    _ = concurrentMap(workers, workers: workers) { _ in
      var reader = BlockReader(layout)
      let block = RecordBlock()
      while source.withLock({ $0.fill(block) }) {
        var rows = sink()
        let outcome = reader.read(block, into: &rows)
        let index = block.index
        let isGood = merger.withLock { $0.take(rows, outcome, block: index) }
        if !isGood { source.withLock { $0.stop() } }
      }
    }
    if let (fault, line) = merger.withLock({ $0.fault }) {
      throw FlowError(fault, line: line, layout: layout, file: file)
    }
    if let error = source.withLock({ $0.error }) { throw error }
    return merger.withLock { ($0.footers, $0.secondHeader) }
  }

  /// A line below the table.
  struct Footer: Sendable, Equatable {
    let line: Int
    let text: String
  }
}

/// The blocks, for the worker that comes next.
private struct Source: ~Copyable {
  private var blocks: RecordBlocks
  private(set) var error: FlowError?
  private var isStopped = false

  init(blocks: consuming RecordBlocks) { self.blocks = blocks }

  mutating func fill(_ block: RecordBlock) -> Bool {
    guard !isStopped else { return false }
    do throws(FlowError) {
      return try blocks.fill(block)
    } catch {
      self.error = error
      return false
    }
  }

  mutating func stop() { isStopped = true }
}

/// What the workers read, put together in the order of the blocks.
private struct Merger<Sink> {
  /// The line that the next block begins on.
  private var line: Int
  private var nextBlock = 0
  /// Blocks that came before their turn.
  private var waiting: [Int: (rows: Sink, outcome: BlockReader.Outcome)] = [:]
  private let merge: (Sink, Int) -> Void
  private(set) var footers: [FlowScan.Footer] = []
  private(set) var secondHeader: Int?
  /// The first fault of the file, and its line.
  private(set) var fault: (BlockFault, line: Int)?

  init(line: Int, merge: @escaping (Sink, Int) -> Void) {
    self.line = line
    self.merge = merge
  }

  /// Takes a block when it is finished; false where the file is at fault and reading may end.
  mutating func take(_ rows: Sink, _ outcome: BlockReader.Outcome, block: Int) -> Bool {
    waiting[block] = (rows, outcome)
    while fault == nil, let next = waiting.removeValue(forKey: nextBlock) {
      nextBlock += 1
      // A row below what seemed to be a footer makes it a row with too few fields.
      if let footer = footers.first, next.outcome.hasRows {
        fault = (BlockFault(line: 0, kind: .note(footer.text)), footer.line)
        break
      }
      if let fault = next.outcome.fault {
        self.fault = (fault, line + fault.line)
        break
      }
      footers += next.outcome.footers.map { .init(line: line + $0.line, text: $0.text) }
      secondHeader = secondHeader ?? next.outcome.secondHeader.map { line + $0 }
      merge(next.rows, line)
      line += next.outcome.lines
    }
    return fault == nil
  }
}

extension FlowError {
  fileprivate init(_ fault: BlockFault, line: Int, layout: FlowLayout, file: String) {
    func place(_ column: Int) -> Place {
      Place(file: file, line: line, column: layout.names[column])
    }
    let row = Place(file: file, line: line)
    self =
      switch fault.kind {
      case .ragged(let fields):
        .table(.ragged(at: row, fields: fields, expected: layout.names.count))
      case .note(let text):
        .meaningless(
          text, at: row,
          reason: "stands alone in a line above rows of the table; take the line out")
      case .unclosedQuote: .table(.unclosedQuote(at: row))
      case .textAfterQuote: .table(.textAfterQuote(at: row))
      case .notANumber(let text, let column): .table(.notANumber(text, at: place(column)))
      case .tooLarge(let value, let column): .tooLarge(value, at: place(column))
      case .unnamed: .unnamedValue(at: row)
      case .meaningless(let text, let column, let reason):
        .meaningless(text, at: place(column), reason: reason)
      }
  }
}
