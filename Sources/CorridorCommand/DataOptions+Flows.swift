import Corridor

/// A command that works on data, and has something to say of how they were read.
protocol DataCommand: Command {
  var data: DataOptions { get }
}

/// What is said of the data on standard error.
final class Remarks: @unchecked Sendable {
  private(set) var all: [String] = []

  func add(_ remarks: [String]) { all += remarks }
}

/// What a file holds once its form is known.
enum FileContent {
  case series([Series])
  case table(Table)
}

extension DataOptions {
  /// The rows of a file, or, of a known form of trade statistics, the series in it.
  ///
  /// Whoever names the columns means a plain table, whatever they are called.
  func content() throws -> FileContent {
    let isPlain = time != nil || value != nil || season != nil
    guard !isPlain else { return .table(try table()) }
    let dimensions = by.compactMap { FlowDimension(rawValue: $0) }
    var query = FlowQuery(
      by: dimensions.filter { ![.period, .flow].contains($0) } + [.flow, .period])
    query.reporters = reporter.map { [$0] }
    query.partners = partner.map { [$0] }
    query.from = from
    query.until = until
    (query.codes, query.partnerKind, query.level) = (flows.codes, flows.partnerKind, flows.level)
    if flow != .turnover { query.flows = [flow] }
    var files = FlowFiles([name])
    files.reading = reading
    files.workers = Processors.count
    do {
      switch try files.totalsOrTable(query) {
      case .table(let table): return .table(table)
      case .totals(let totals): return .series(try series(of: totals))
      }
    } catch FlowError.table(let error) {
      throw fault(error)
    }
  }

  private func series(of totals: FlowTotals) throws -> [Series] {
    if let other = by.first(where: { FlowDimension(rawValue: $0) == nil }) {
      let names = FlowDimension.allCases.map(\.rawValue)
      throw UsageError(
        "--by \(Suggestion.excerpt(other)) is no dimension of trade flows"
          + "\(Suggestion.text(for: other, among: names)); there are \(names.joined(separator: ", "))"
      )
    }
    said.add(totals.remarks)
    return try totals.series(flow, unit: unit.map { Unit($0) })
  }
}
