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
  func content() throws -> FileContent {
    let content = try flowContent(by: by.compactMap { FlowDimension(rawValue: $0) })
    switch content {
    case .table(let table): return .table(table)
    case .totals(let totals):
      return .series(try totals.series(flow, unit: unit.map { Unit($0) }))
    }
  }

  /// The categories that `compare` sets side by side: of a known form of trade statistics the
  /// commodities, or whatever `--by` names; otherwise `nil` and the rows.
  func categories() throws -> (categories: Categories?, table: Table?) {
    let dimensions = by.compactMap { FlowDimension(rawValue: $0) }
    let parts = dimensions.isEmpty ? [.code] : dimensions
    let content = try flowContent(by: parts)
    switch content {
    case .table(let table): return (nil, table)
    case .totals(let totals):
      let unit = unit.map { Unit($0) }
      return (try totals.categories(by: parts, flow: flow, unit: unit), nil)
    }
  }

  /// A file by these dimensions, its flow and period, or any other table.
  ///
  /// Whoever names the columns means a plain table, whatever they are called.
  private func flowContent(by dimensions: [FlowDimension]) throws -> FlowFiles.Content {
    let isPlain = by.contains { FlowDimension(rawValue: $0) == nil }
    // Forms of trade statistics have no dates of publication.
    if isPlain || time != nil || value != nil || season != nil || date != nil {
      return .table(try table())
    }
    var files = FlowFiles([name] + otherFiles)
    files.reading = reading
    files.workers = Processors.count
    let content = try flowContent(of: files, query(by: dimensions))
    if case .totals(let totals) = content { said.add(totals.remarks) }
    return content
  }

  private func flowContent(
    of files: FlowFiles, _ query: FlowQuery
  ) throws -> FlowFiles.Content {
    do throws(FlowError) {
      return try files.totalsOrTable(query)
    } catch {
      guard case .table(let error) = error else { throw error }
      throw fault(error)
    }
  }

  private func query(by dimensions: [FlowDimension]) -> FlowQuery {
    var query = flows
    query.by = dimensions.filter { ![.period, .flow].contains($0) } + [.flow, .period]
    query.reporters = reporter.map { [$0] }
    query.partners = partner.map { [$0] }
    query.from = from
    query.until = until
    if flow != .turnover { query.flows = [flow] }
    return query
  }
}

/// What a report on two countries can be made from.
enum BilateralContent {
  case flows(BilateralFlows)
  case series([Series])
}

extension DataOptions {
  /// The flows of a file by pair of countries and, where it has them, chapters of goods; the series
  /// of any other file.
  func bilateral() throws -> BilateralContent {
    let isPlain = by.contains { $0 != "partner" }
    guard !isPlain, time == nil, value == nil, season == nil, date == nil else {
      return .series(try series())
    }
    var files = FlowFiles([name] + otherFiles)
    files.reading = reading
    files.workers = Processors.count
    var query = flows
    query.by = [.period, .reporter, .partner, .flow, .code]
    // Both as reporters, too: the other side's figures are its mirror.
    let sides = reporter.flatMap { reporter in partner.map { Set([reporter, $0]) } }
    query.reporters = sides ?? reporter.map { [$0] }
    query.partners = sides ?? partner.map { [$0] }
    (query.from, query.until) = (from, until)
    if query.level == nil { query.level = .digits(2) }
    if query.partners == nil, query.partnerKind == nil { query.partnerKind = .each }
    let content: FlowFiles.Content
    do {
      content = try flowContent(of: files, query)
    } catch FlowError.nothingFound where flows.level == nil {
      // A file without chapters has totals.
      query.by.removeLast()
      query.level = nil
      content = try flowContent(of: files, query)
    }
    switch content {
    case .table(let table):
      let series = try reader.series(in: table)
      return .series(series.compactMap { try? $0.from(counted(from), until: counted(until)) })
    case .totals(let totals):
      said.add(totals.remarks)
      return .flows(BilateralFlows(totals, source: InputFile.name(name)))
    }
  }
}
