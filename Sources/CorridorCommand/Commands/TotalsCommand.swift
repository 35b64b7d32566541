import Corridor

struct TotalsCommand: Command {
  static let name = "totals"
  static let summary = "sums of downloaded files, nothing counted twice"
  static let usage = """
    Adds up the values of files of trade flows, in the form in which they come from
    UN Comtrade, BACI, WITS, Eurostat and others: corridor help formats.

    Usage: corridor totals FILE… --by DIMENSION,… [options]

    Examples
      corridor totals TradeData.csv --by period,flow -r KAZ -p VNM
      corridor totals TradeData.csv --by period --flow export --format jsonl

      --by DIMENSION,…      period, reporter, partner, flow, code
    \(FlowOptions.usage)

    A file that gives a total and its parts, or the world and its countries, is
    refused where they would be added up: --digits and --partners choose.
    """

  let paths: [String]
  let options: FlowOptions

  init(_ arguments: inout Arguments) throws {
    var by: [FlowDimension] = []
    for word in try arguments.list("--by") {
      let names = FlowDimension.allCases.map(\.rawValue)
      guard let dimension = FlowDimension(rawValue: word) else {
        throw UsageError(
          "unknown dimension '\(Suggestion.excerpt(word))'"
            + "\(Suggestion.text(for: word, among: names)); there are "
            + names.joined(separator: ", "))
      }
      if !by.contains(dimension) { by.append(dimension) }
    }
    guard !by.isEmpty else {
      throw UsageError("name what the sums are told apart by, such as --by period,flow")
    }
    options = try FlowOptions(&arguments, by: by)
    paths = try arguments.files()
  }

  func run() throws -> Report {
    let totals = try options.files(paths).totals(options.query)
    var report = Report(
      "Totals, \(paths.joined(separator: ", "))",
      .table("totals", totals.table),
      .notes([
        totals.unit.isEmpty
          ? "The values have no unit; --unit says what they are." : "Values in \(totals.unit)."
      ]))
    report.remarks = totals.remarks
    return report
  }
}
