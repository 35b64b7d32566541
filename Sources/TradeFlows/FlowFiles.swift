import TradeSeries
import TradeTables

/// Files of trade flows as they were downloaded, whatever their form.
///
///     let totals = try FlowFiles(["TradeData.csv"]).totals(FlowQuery(by: [.period, .flow]))
///
/// Each file is read once, in blocks. Memory holds the sums alone, so that files may be of any size.
public struct FlowFiles: Sendable {
  /// The files; `-` is standard input.
  public let paths: [String]
  /// What the files do not say themselves.
  public var reading = FlowReading()
  /// How many blocks are read at the same time; results do not depend on it.
  public var workers = 1

  /// Files that are read together; nothing is opened.
  public init(_ paths: [String]) { self.paths = paths }

  /// Adds up the rows that were asked for.
  ///
  /// Throws where a file cannot be read, a sum would count trade twice, or no row is found.
  public func totals(_ query: FlowQuery) throws(FlowError) -> FlowTotals {
    let names = NameTable()
    var remarks: [String] = []
    var sums = FlowSums()
    for (number, path) in paths.enumerated() {
      let file = try FlowFile(path)
      let name = file.name
      remarks += file.remarks
      let (format, builder) = try file.recognised(query, reading, names)
      remarks.append("\(name): \(([format] + builder.remarks).joined(separator: ", "))")
      let collected = Collected()
      let footers = try file.read(builder, workers: workers, sink: { FlowSums() }) { rows, line in
        collected.add(rows, line: line)
      }
      if let first = footers.first {
        let lines = footers.count == 1 ? "1 line" : "\(footers.count) lines"
        remarks.append(
          "\(name): \(lines) below the table left out, from line \(first.line): "
            + Suggestion.excerpt(first.text))
      }
      let own = collected.sums
      sums.add(
        builder.isReconciled && query.needsImports
          ? BothSides(names, query).sums(of: own) : own.sums,
        place: .init(file: number, line: 0))
    }
    var resolution = FlowResolution(
      sums, names: names, query: query, files: paths.map(InputFile.name))
    var totals = try resolution.totals()
    totals.remarks = remarks + resolution.remarks
    return totals
  }

  /// Whether the header of the first file is that of a known form of trade statistics; standard
  /// input, which can be read only once, is not looked at.
  public var areRecognised: Bool {
    guard let path = paths.first, path != "-", let file = try? FlowFile(path) else { return false }
    let query = FlowQuery(by: FlowDimension.allCases)
    return (try? file.recognised(query, reading, NameTable())) != nil
  }
}

/// The sums of all blocks; only the worker whose turn it is adds to them.
private final class Collected: @unchecked Sendable {
  private(set) var sums = FlowSums()

  func add(_ rows: FlowSums, line: Int) { sums.add(rows, place: .init(file: 0, line: line)) }
}
