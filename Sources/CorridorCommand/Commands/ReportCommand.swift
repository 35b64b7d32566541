import Corridor

struct ReportCommand: DataCommand, BatchCommand {
  static let name = "report"
  static let summary = "the whole story: figures, growth, forecast, goods, sources"
  static let usage = """
    Writes the whole report on the trade of two countries, or on the series of a
    file: one page for the web, a workbook, text.

    Usage: corridor report [DATA …] [options]

    Examples
      corridor report kz-vn -o kz-vn.html
      corridor report kz-vn -o kz-vn.xlsx
      corridor report kz-vn --sections summary,forecast
      corridor report TradeData.csv -r KAZ --by partner -o reports/

    \(DataOptions.usage)
      --horizon N           periods ahead, 1 to 100; 3 where not given
    \(MethodOption.usage)
      --level P,…           percentages of the intervals; 80,95 where not given
      --sections NAME,…     some of the sections, in their order:\(sectionNames)
      --title TEXT          another title

    A file of trade flows is read once; with --by partner every partner of the
    reporter gets a page of its own, and an index leads to them. The same data give
    the same bytes.
    """

  let data: DataOptions
  let method: any Forecaster
  let horizon: Int
  let levels: [Double]
  let sections: [BilateralReport.Section]
  let title: String?

  private static var sectionNames: String {
    let names = BilateralReport.Section.allCases.map(\.rawValue).joined(separator: ", ")
    return "\n" + HelpTopic.wrapped(names, indent: 24)
  }

  init(_ arguments: inout Arguments) throws {
    horizon = try arguments.integer("--horizon", in: 1...100, default: 3)
    method = try MethodOption.read(&arguments)
    levels = try arguments.levels(default: [0.8, 0.95])
    sections = try Self.sections(arguments.list("--sections"))
    title = try arguments.option("--title")
    data = try DataOptions(&arguments, takesSeveral: true)
  }

  private static func sections(
    _ words: [String]
  ) throws(UsageError) -> [BilateralReport.Section] {
    guard !words.isEmpty else { return BilateralReport.Section.allCases }
    return try words.map { word throws(UsageError) in
      guard let section = BilateralReport.Section(rawValue: word) else {
        let names = BilateralReport.Section.allCases.map(\.rawValue)
        throw UsageError(
          "unknown section '\(Suggestion.excerpt(word))'"
            + "\(Suggestion.text(for: word, among: names)); there are \(names.joined(separator: ", "))"
        )
      }
      return section
    }
  }

  func run() throws -> Report { try report(on: bilateralData()) }

  private func report(on data: BilateralData, title: String? = nil) throws -> Report {
    try BilateralReport(
      data, method: method, horizon: horizon, levels: levels, title: title ?? self.title
    ).report(of: sections)
  }

  /// The built-in pair, the pair of a file of trade flows, or a series of any other file.
  private func bilateralData() throws -> BilateralData {
    if case .pair? = data.builtIn?.content {
      let (reporter, partner) = try data.pair()
      return try BilateralData(
        reporter: reporter, partner: partner, flow: data.flow, asOf: data.date,
        fillsFromMirror: data.fillsFromMirror, from: data.from, until: data.until)
    }
    guard data.builtIn == nil else { return BilateralData(try data.oneSeries(), flow: data.flow) }
    switch try data.bilateral() {
    case .series(let series): return BilateralData(try series.only(of: data.name), flow: data.flow)
    case .flows(let flows):
      let pair = try flows.pair(reporter: data.reporter, partner: data.partner, of: data.name)
      return try flows.data(of: pair, flow: data.flow, unit: data.unit.map { Unit($0) })
    }
  }

  // MARK: One report a partner

  var isBatch: Bool { data.builtIn == nil && data.by == ["partner"] }

  func batch() throws -> ReportBatch {
    guard case .flows(let flows) = try data.bilateral() else {
      throw UsageError(
        "--by partner needs a file of trade flows, with reporters and partners; the forms are listed "
          + "by: corridor help formats")
    }
    let reporters = Set(flows.pairs.map(\.reporter)).sorted()
    guard let reporter = data.reporter ?? (reporters.count == 1 ? reporters[0] : nil) else {
      throw UsageError(
        "\(data.name) has the figures of \(reporters.count) reporters; choose one: -r "
          + reporters.prefix(3).joined(separator: ", -r "))
    }
    let unit = data.unit.map { Unit($0) }
    let items = flows.pairs.filter { $0.reporter == reporter }.compactMap { pair in
      try? ReportBatch.Item(
        name: pair.partner, title: Country.name(pair.partner),
        data: flows.data(of: pair, flow: data.flow, unit: unit))
    }
    guard !items.isEmpty else { throw SeriesError.empty("\(data.name), reporter \(reporter),") }
    return ReportBatch(
      title: "\(Country.name(reporter)): trade by partner", items: items,
      remarks: data.said.all
    ) { item in try report(on: item.data) }
  }
}

extension [Series] {
  /// The single series of a file.
  fileprivate func only(of name: String) throws(UsageError) -> Series {
    guard count == 1 else {
      throw UsageError(
        "\(name) holds \(count) series; this command works on one (choose rows first)")
    }
    return self[0]
  }
}

extension BilateralFlows {
  /// The pair that was asked for, or the only one.
  fileprivate func pair(
    reporter: String?, partner: String?, of name: String
  ) throws(UsageError) -> Pair {
    let found = pairs.filter { pair in
      reporter.map { pair.reporter == $0 } ?? true && partner.map { pair.partner == $0 } ?? true
    }
    guard let first = found.first else {
      throw UsageError("\(name) has no flows between the two; corridor totals shows what it has")
    }
    guard found.count == 1 else {
      throw UsageError(
        "\(name) has \(found.count) pairs of countries; choose one, such as -r \(first.reporter) -p "
          + "\(first.partner), or write one report a partner: --by partner -o DIR/")
    }
    return first
  }
}
