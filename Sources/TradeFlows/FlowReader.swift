import TradeTables

/// Adds up one file after the other.
struct FlowReader {
  private let query: FlowQuery
  private let files: FlowFiles
  let names = NameTable()
  private(set) var sums = FlowSums()
  private(set) var remarks: [String] = []
  /// The line on which the header of a file stands again, by the file's number.
  private(set) var secondHeaders: [Int: Int] = [:]

  init(_ query: FlowQuery, _ files: FlowFiles) { (self.query, self.files) = (query, files) }

  mutating func add(_ file: consuming FlowFile, number: Int) throws(FlowError) {
    let (format, builder) = try file.recognised(query, files.reading, names)
    let collected = Collected(file: number)
    let said = try file.read(
      builder, format: format, workers: files.workers, sink: { FlowSums() },
      merge: { collected.add($0, line: $1) })
    remarks += said.remarks
    if let line = said.secondHeader { secondHeaders[number] = line }
    let own = collected.take()
    if builder.isReconciled && query.needsImports {
      sums.add(BothSides(names, query).sums(of: own), place: .start)
    } else if sums.isEmpty {
      sums = own
    } else {
      sums.add(own, place: .start)
    }
  }

  consuming func totals(files: [String]) throws(FlowError) -> FlowTotals {
    var resolution = FlowResolution(sums, names: names, query: query, files: files)
    var totals = try resolution.totals()
    totals.remarks = remarks + resolution.remarks
    return totals
  }
}

/// The sums of all blocks of a file; only the worker whose turn it is adds to them.
private final class Collected: @unchecked Sendable {
  private let file: Int
  private var sums = FlowSums()

  init(file: Int) { self.file = file }

  func add(_ rows: FlowSums, line: Int) { sums.add(rows, place: RowPlace(file: file, line: line)) }

  /// Hands the sums over, so that they are in memory once.
  func take() -> FlowSums { exchange(&sums, with: FlowSums()) }
}
