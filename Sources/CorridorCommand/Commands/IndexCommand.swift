import Corridor

struct IndexCommand: Command {
  static let name = "index"
  static let summary = "trade statistics: shares, HHI, RCA, prices, ECI"
  static let usage = """
    Trade statistics by period, each with its formula. Without a name it lists them.

    Usage: corridor index [NAME [DATA …]] [options]

    Examples
      corridor index concentration kaz-exports --from 2010

      NAME                  \(names)
      DATA                  built-in sets (corridor list), CSV files, or - for
                            standard input; several are taken together.
                            Columns: period, value and, as the index needs them,
                            reporter, partner, flow, code, quantity, qualifier
      --from, --until       first and last period, such as 2013
      -r, --reporter CODE   show this reporter only
      -p, --partner CODE    trade with this partner only
      --flow FLOW           export, import, turnover or another of the file;
                            export where not given
      --by DIMENSION        what the parts are: code or partner; contributions
                            take two, such as code,partner
      --top N               the N largest; how many concentration and changes
                            count (5 and 10 where not given)
      --consecutive         each period beside the one before, in place of the
                            first beside the last
      --digits N            only codes of N digits
      --group N             intra-industry: commodities by N leading characters
      --gdp FILE            openness: columns period, reporter and gdp
      --unit UNIT           what the values are; USD where nothing tells

    What an index compares with, such as the world, is the reporter WLD of the data,
    or else the sum of all reporters. Rows of the partner WLD and of the code TOTAL
    are totals and are never added to their parts. Where an index has no value the
    column reason says why.
    """

  /// `nil` for the list.
  let index: TradeIndex?
  let options: IndexOptions
  let data: [String]
  let unit: String?

  init(_ arguments: inout Arguments) throws {
    var options = IndexOptions()
    options.from = try arguments.period("--from")
    options.until = try arguments.period("--until")
    if let from = options.from, let until = options.until, until < from {
      throw UsageError("--until \(until) is before --from \(from)")
    }
    options.reporter = try arguments.option("--reporter", "-r")
    options.partner = try arguments.option("--partner", "-p")
    options.flow = try arguments.option("--flow") ?? options.flow
    options.by = try Self.dimensions(arguments.list("--by"))
    options.top = try Self.count("--top", &arguments)
    options.isConsecutive = arguments.flag("--consecutive")
    options.digits = try Self.count("--digits", &arguments)
    options.group = try Self.count("--group", &arguments)
    let output = try arguments.option("--gdp")
    unit = try arguments.option("--unit")
    index = try arguments.positional().map(Self.named)
    if options.by.count > 1, index?.name != TradeIndex.contributions.name {
      throw UsageError("--by takes one dimension; two are for contributions")
    }
    var data: [String] = []
    while let name = try arguments.positional() { data.append(name) }
    self.data = data.isEmpty ? ["kaz-exports"] : data
    if let output { options.output = try Self.output(output) }
    self.options = options
  }

  func run() throws -> Report {
    guard let index else { return Self.list }
    let flows = try FlowData(data, query(for: index), unit: unit)
    var options = options
    options.reporter = options.reporter.map { flows.spelling(of: $0, .reporter) }
    options.partner = options.partner.map { flows.spelling(of: $0, .partner) }
    let table = try index.table(of: flows.totals, marks: flows.marks, options: options)
    var report = Report.index(index, flows.named(table), unit: flows.totals.unit)
    report.remarks = flows.remarks
    return report
  }

  /// What files have to tell apart: partners only where they count, as there are many.
  private func query(for index: TradeIndex) -> FlowQuery {
    let needsPartners =
      options.partner != nil || options.by.contains(.partner) || index.needs.contains(.partner)
    var query = FlowQuery(by: FlowDimension.allCases.filter { $0 != .partner || needsPartners })
    query.from = options.from
    query.until = options.until
    query.level = options.digits.map { .digits($0) }
    if !needsPartners { query.partnerKind = .world }
    return query
  }
}

extension IndexCommand {
  private static func named(_ name: String) throws(UsageError) -> TradeIndex {
    do throws(IndexError) { return try TradeIndex.named(name) } catch {
      throw UsageError("\(error)")
    }
  }

  private static func count(_ name: String, _ arguments: inout Arguments) throws -> Int? {
    let count = try arguments.integer(name, in: 1...1_000_000, default: Int.max)
    return count == Int.max ? nil : count
  }

  private static func dimensions(_ names: [String]) throws(UsageError) -> [FlowDimension] {
    let choices: [FlowDimension] = [.code, .partner]
    var dimensions: [FlowDimension] = []
    for name in names {
      guard let dimension = choices.first(where: { $0.rawValue == name }),
        !dimensions.contains(dimension)
      else {
        throw UsageError(
          "--by takes code or partner, or code,partner, not '\(Suggestion.excerpt(name))'")
      }
      dimensions.append(dimension)
    }
    return dimensions
  }

  /// Gross domestic product by reporter and period.
  private static func output(_ path: String) throws -> [String: [String: Double]] {
    let table = try CSVReader.read(path)
    let periods = try table.texts("period")
    let reporters =
      table.names.contains("reporter")
      ? try table.texts("reporter") : [String?](repeating: "", count: table.rowCount)
    let values = try table.numbers(table.names.contains("gdp") ? "gdp" : "value")
    var output: [String: [String: Double]] = [:]
    for (row, value) in values.enumerated() {
      guard let value else { continue }
      output[reporters[row] ?? "", default: [:]][FlowData.period(periods[row] ?? "")] = value
    }
    return output
  }

  // MARK: The list

  /// The names on lines that fit the help.
  private static var names: String {
    var lines = [""]
    for name in TradeIndex.all.map({ $0.name }) {
      if lines[lines.count - 1].count + name.count > 53 { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : ", ") + name
    }
    return lines.joined(separator: ",\n" + String(repeating: " ", count: 24))
  }

  private static var list: Report {
    let all = TradeIndex.all
    return Report(
      "Trade statistics",
      .table(
        "indices",
        Table(
          .text("name", all.map { $0.name }, heading: "Name"),
          .text("title", all.map { $0.title }, heading: "What it is"),
          .text("formula", all.map { $0.formula }, heading: "Formula"),
          .text("range", all.map { $0.range }, isHidden: true),
          .text("source", all.map { $0.source }, isHidden: true))),
      .notes(["corridor index NAME DATA; options: corridor help index"]))
  }
}
