import Corridor

/// Which data a command works on: a built-in set, a file or standard input, and which part of it.
struct DataOptions {
  private(set) var name: String
  /// Further files of trade flows, which are taken together with the first.
  private(set) var otherFiles: [String] = []
  let from: Period?
  let until: Period?
  private(set) var flow: Flow
  let reporter: String?
  let partner: String?
  let date: PublicationDate?
  let fillsFromMirror: Bool
  let by: [String]
  let time: String?
  let value: String?
  let season: Int?
  let unit: String?
  /// Of files of trade flows: which commodities and which kind of partners count.
  let flows: FlowQuery
  let reading: FlowReading
  let said = Remarks()

  static let usage = """
      DATA                  a built-in set (corridor list), a CSV file, or - for
                            standard input
      --from, --until       first and last period, such as 2013
      -r, --reporter CODE   the side whose figures count (built-in data), such as
                            VNM
      -p, --partner CODE    the other side
      --flow FLOW           turnover, export or import
      --as-of DATE          only what had been published by then
      --fill mirror         gaps take the partner's figure, marked
      --by COLUMN,…         the columns that tell series apart (files)
      --time, --value       the columns with periods and values
      --season 1|4|12       the time column is a plain counter
      --unit UNIT           what the values are, or are to be shown in
      --code CODE,…         commodities that begin so (trade files; there also
                            --digits, --partners, --decimal: corridor help formats)
    """

  /// Takes the options; the data itself is the next positional word.
  ///
  /// - `takesSeveral`: all further words are files of trade flows as well.
  init(
    _ arguments: inout Arguments, default fallback: String = "kz-vn", takesSeveral: Bool = false
  ) throws(UsageError) {
    from = try arguments.period("--from")
    until = try arguments.period("--until")
    if let from, let until, until < from {
      throw UsageError("--until \(until) is before --from \(from)")
    }
    flow = try arguments.choice(
      "--flow", "flow", among: Flow.allCases.map { ($0.rawValue, $0) }, default: .turnover)
    let sides = (
      try arguments.option("--reporter", "-r"), try arguments.option("--partner", "-p")
    )
    date = try arguments.date("--as-of")
    fillsFromMirror = try arguments.choice(
      "--fill", "way to fill gaps", among: [("mirror", true)], default: false)
    by = try arguments.list("--by")
    time = try arguments.option("--time")
    value = try arguments.option("--value")
    season = try arguments.choice(
      "--season", "season", among: [1, 4, 12].map { ("\($0)", Optional($0)) }, default: nil)
    unit = try arguments.option("--unit")
    var flows = FlowQuery(by: [])
    try flows.takeCommodities(&arguments)
    self.flows = flows
    reading = try FlowReading(&arguments)
    name = try arguments.positional() ?? fallback
    let isFile = CatalogueEntry.named(name) == nil
    while takesSeveral, isFile, let file = try arguments.positional() { otherFiles.append(file) }
    reporter = try Self.country(sides.0, "--reporter", isFile: isFile)
    partner = try Self.country(sides.1, "--partner", isFile: isFile)
    if let builtIn = otherFiles.first(where: { CatalogueEntry.named($0) != nil }) {
      throw UsageError("'\(builtIn)' is built in; files are taken together with files only")
    }
  }

  /// The data's name for titles: of several files all of them.
  var title: String { ([name] + otherFiles).joined(separator: ", ") }

  private static func country(
    _ code: String?, _ option: String, isFile: Bool
  ) throws(UsageError) -> String? {
    guard let text = code else { return nil }
    let letters = text.uppercased()
    let code =
      Country.builtInCodes.contains(letters) ? letters : TradePartner(text)?.code ?? letters
    guard isFile || Country.builtInCodes.contains(code) else {
      throw UsageError(
        "\(option) \(Suggestion.excerpt(code)) is not in the built-in data"
          + "\(Suggestion.text(for: code, among: Country.builtInCodes)); the codes are "
          + Country.builtInCodes.joined(separator: ", "))
    }
    return code
  }

  /// The same options for other data.
  func named(_ name: String) -> DataOptions {
    var options = self
    options.name = name
    return options
  }

  /// The same options for another flow.
  func with(flow: Flow) -> DataOptions {
    var options = self
    options.flow = flow
    return options
  }

  /// The built-in set of that name, or `nil` for a file.
  var builtIn: CatalogueEntry? { CatalogueEntry.named(name) }
}

// MARK: - Loading

extension DataOptions {
  /// The series of the data, cut to the periods that were asked for.
  func series() throws -> [Series] {
    switch builtIn?.content {
    case .pair: return [try converted(selection().series)]
    case .groups, .commodities:
      let goods = try goods(classification: .product)
      return try goods.categories.parts.map { try converted($0.series.from(from, until: until)) }
    case nil:
      let series: [Series]
      switch try content() {
      case .series(let found): return found
      case .table(let table): series = try reader.series(in: table)
      }
      guard from != nil || until != nil else { return series }
      // Among many series, those without a value in the periods drop out.
      let parts = series.compactMap { try? $0.from(counted(from), until: counted(until)) }
      guard !parts.isEmpty else { throw SeriesError.empty(name) }
      return parts
    }
  }

  /// The single series of the data.
  func oneSeries() throws -> Series { try only(series()) }

  /// The single series of a file's rows, which have been read already.
  func oneSeries(in table: Table) throws -> Series {
    try only(reader.series(in: table)).from(counted(from), until: counted(until))
  }

  private func only(_ all: [Series]) throws(UsageError) -> Series {
    guard all.count == 1 else {
      throw UsageError(
        "\(name) holds \(all.count) series; this command works on one (choose rows first)")
    }
    return all[0]
  }

  /// The series of a built-in pair with the publications behind it.
  func selection() throws -> Ledger.Selection {
    let (reporter, partner) = try pair()
    return try Ledger.builtIn(between: reporter, and: partner).selection(
      reporter: reporter, partner: partner, flow: flow, asOf: date,
      fillsFromMirror: fillsFromMirror,
      name: "\(Country.name(reporter))–\(Country.name(partner)) \(flow.rawValue)"
    ).from(from, until: until)
  }

  /// Reporter and partner of a built-in pair after `--reporter` and `--partner`.
  func pair() throws -> (reporter: String, partner: String) {
    guard case .pair(let first, let second)? = builtIn?.content else {
      throw UsageError("'\(name)' is no pair of countries; pairs are listed by: corridor list")
    }
    // Naming the other side turns the pair round.
    if let reporter, reporter == second, partner == nil { return (second, first) }
    return (reporter ?? first, partner ?? second)
  }

  /// The goods of a built-in set.
  func goods(classification: Goods.Classification) throws -> Goods {
    switch builtIn?.content {
    case .groups(let country):
      return try Goods.groups(
        reporter: reporter ?? country, classification: classification, asOf: date)
    case .commodities, .pair(reporter: "KAZ", partner: "VNM"):
      let reporter = reporter ?? "KAZ"
      return try Goods.pair(
        reporter: reporter, partner: reporter == "KAZ" ? "VNM" : "KAZ", asOf: date)
    default:
      throw UsageError(
        "'\(name)' has no groups of goods; those that have: kaz-exports, vnm-exports, kz-vn-goods")
    }
  }

  /// The rows of a file.
  func table() throws -> Table {
    guard otherFiles.isEmpty else {
      throw UsageError(
        "several files are taken together where each is of a known form of trade statistics, "
          + "without --time, --value, --season and columns of other names in --by")
    }
    let table: Table
    do throws(TableError) { table = try CSVReader.read(name) } catch { throw fault(error) }
    return try known(table)
  }

  /// The rows of a file, to be read in blocks.
  func stream() throws -> TableStream {
    guard date == nil else { throw undated("is read as a stream, without its dates") }
    do throws(TableError) { return try TableStream(name) } catch { throw fault(error) }
  }

  /// A name that is nearly a built-in one is more likely a slip than a file.
  func fault(_ error: TableError) -> any Error {
    guard case .cannotRead = error, !name.contains("/"), !name.contains(".") else { return error }
    let names = CatalogueEntry.all.map(\.name)
    return UsageError(
      "there is no built-in data set and no file '\(Suggestion.excerpt(name))'"
        + "\(Suggestion.text(for: name, among: names)); built-in sets are listed by: corridor list")
  }

  var reader: SeriesReader {
    var reader = SeriesReader()
    reader.by = by
    reader.time = time
    reader.value = value
    reader.season = season
    reader.unit = unit.map { Unit($0) }
    return reader
  }

  /// In a file with a plain counter, `--from 2013` is a count.
  func counted(_ period: Period?) -> Period? {
    guard season != nil, let period, period.kind == .year else { return period }
    return Period(step: period.index)
  }

  func converted(_ series: Series) throws(SeriesError) -> Series {
    guard let unit else { return series }
    return try series.converted(to: Unit(unit))
  }
}
