import Corridor

struct ReportCommand: DataCommand {
  static let name = "report"
  static let summary = "the whole story: figures, growth, forecast, goods, sources"
  static let usage = """
    Writes the whole report on the trade of two countries, or on the series of a
    file.

    Usage: corridor report [DATA] [options]

    \(DataOptions.usage)
      --horizon N           periods ahead, 1 to 100; 3 where not given
    \(MethodOption.usage)
      --level P,…           percentages of the intervals; 80,95 where not given

    The same data give the same bytes.

    Example: corridor report kz-vn -o kz-vn.txt
    """

  let data: DataOptions
  let method: any Forecaster
  let horizon: Int
  let levels: [Double]

  init(_ arguments: inout Arguments) throws {
    horizon = try arguments.integer("--horizon", in: 1...100, default: 3)
    method = try MethodOption.read(&arguments)
    levels = try arguments.levels(default: [0.8, 0.95])
    data = try DataOptions(&arguments)
  }

  func run() throws -> Report {
    if case .pair? = data.builtIn?.content {
      let (reporter, partner) = try data.pair()
      return try BilateralReport(
        reporter: reporter, partner: partner, flow: data.flow, asOf: data.date,
        fillsFromMirror: data.fillsFromMirror, from: data.from, until: data.until,
        method: method, horizon: horizon, levels: levels
      ).report
    }
    let series = try data.oneSeries()
    return try BilateralReport(
      BilateralData(series, flow: data.flow), method: method, horizon: horizon, levels: levels
    ).report
  }
}
