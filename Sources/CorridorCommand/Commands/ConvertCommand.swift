import Corridor

struct ConvertCommand: StreamingCommand {
  static let name = "convert"
  static let summary = "downloaded files in the tidy form"
  static let usage = """
    Writes the rows of files of trade flows as one tidy CSV: countries as ISO 3166
    alpha-3 codes, values in whole units of their currency, codes with their zeros.

    Usage: corridor convert FILE… [options]

    Examples
      corridor convert TradeData.csv -r KAZ -o kaz.csv

    \(FlowOptions.usage)
    """

  let paths: [String]
  let options: FlowOptions

  init(_ arguments: inout Arguments) throws {
    options = try FlowOptions(&arguments, by: FlowDimension.allCases)
    paths = try arguments.files()
  }

  func run(_ write: @escaping @Sendable (String) -> Bool) throws -> [String] {
    try options.files(paths).convert(options.query, write: write)
  }
}
