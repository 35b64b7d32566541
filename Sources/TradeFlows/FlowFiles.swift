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
    try refuseTwins()
    var reader = FlowReader(query, self)
    for (number, path) in paths.enumerated() {
      try reader.add(try FlowFile(path), number: number)
    }
    return try totals(of: reader, query)
  }

  /// As `totals`, of a single file that may be any other table instead, which is then read whole.
  public func totalsOrTable(_ query: FlowQuery) throws(FlowError) -> Content {
    guard paths.count == 1 else { return .totals(try totals(query)) }
    let file = try FlowFile(paths[0])
    if file.isRecognised { return .totals(try totals(query, of: file)) }
    do throws(TableError) {
      return .table(try CSVReader(file: file.name).read(try file.bytes()))
    } catch {
      throw .table(error)
    }
  }

  private func totals(
    _ query: FlowQuery, of file: consuming FlowFile
  ) throws(FlowError) -> FlowTotals {
    var reader = FlowReader(query, self)
    try reader.add(file, number: 0)
    return try totals(of: reader, query)
  }

  private func totals(
    of reader: consuming FlowReader, _ query: FlowQuery
  ) throws(FlowError) -> FlowTotals {
    let secondHeaders = reader.secondHeaders
    var totals = try reader.totals(files: paths.map(InputFile.name))
    totals.remarks += try refuseRepeats(query, secondHeaders: secondHeaders)
    return totals
  }

  /// What a file turned out to hold.
  public enum Content: Sendable {
    /// Trade flows, added up.
    case totals(FlowTotals)
    /// Any other table.
    case table(Table)
  }
}
