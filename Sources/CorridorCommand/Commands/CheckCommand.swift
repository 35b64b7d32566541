import Corridor

struct CheckCommand: Command {
  static let name = "check"
  static let summary = "faults of downloaded files, with a way out"
  static let usage = """
    Looks for what would make results of files of trade flows wrong: trade counted
    twice, repeated rows, parts that do not add up, changes of unit, unit values and
    mirror figures that cannot be, mixed editions of the classification, gaps.

    Usage: corridor check FILE… [options]

    Examples
      corridor check TradeData.csv

    \(FlowOptions.usage)

    Exit status 1 where there is an error or a warning; notes do not count.
    """

  let paths: [String]
  let options: FlowOptions

  init(_ arguments: inout Arguments) throws {
    options = try FlowOptions(&arguments, by: FlowDimension.allCases)
    paths = try arguments.files()
  }

  func run() throws -> Report {
    let check = try options.files(paths).check(options.query)
    var report = Report.check(check, title: "Check, \(paths.joined(separator: ", "))")
    report.remarks = check.remarks
    report.hasFaults = check.hasFaults
    return report
  }
}
