import Corridor

struct BacktestCommand: DataCommand {
  static let name = "backtest"
  static let summary = "past errors of the methods"
  static let usage = """
    Measures methods by their past errors: at each origin a method sees only what
    came before. Of a file with many series the last values of each are held back;
    each series weighs the same, and a method that cannot answer takes auto.

    Usage: corridor backtest [DATA] [options]

    Examples
      corridor backtest kz-vn
      corridor backtest kz-vn --format markdown

    \(DataOptions.usage)
      --horizon N           periods ahead, 1 to 100; errors of all steps count; 1
                            where not given
      --origins N           the latest origins only, 1 to \(Backtest.originLimit); all of one series
                            and the last one of many where not given
      --by-horizon          a row for each step ahead (one series)
      --method M,…          which methods; all where not given
      --jobs N              forecasts at the same time; all cores where not given

    MAE, RMSE and Bias (the mean error, above zero where forecasts were too low) are
    in the unit of the data. MASE is in units of the mean change before the origin,
    as is Bias over many series. 80 % and 95 % say how often the intervals held,
    MSIS scores the 95 % interval by its width and its misses. The method with the
    smallest MAE, over many series MASE, has a star.
    """

  let data: DataOptions
  let methods: [any Forecaster]
  let horizon: Int
  let origins: Int?
  let isByHorizon: Bool
  let jobs: Int

  init(_ arguments: inout Arguments) throws {
    horizon = try arguments.integer("--horizon", in: 1...100, default: 1)
    let count = try arguments.integer("--origins", in: 1...Backtest.originLimit, default: 0)
    origins = count > 0 ? count : nil
    isByHorizon = arguments.flag("--by-horizon")
    let names = try arguments.list("--method")
    methods = try names.isEmpty ? Methods.all : names.map(MethodOption.method)
    jobs = try arguments.integer("--jobs", in: 1...1024, default: Processors.count)
    data = try DataOptions(&arguments)
  }

  func run() throws -> Report {
    let series = try data.series()
    guard series.count > 1 else {
      let backtest = try series[0].backtest(
        methods, horizon: horizon, origins: origins, workers: jobs)
      return .backtest(backtest, byStep: isByHorizon)
    }
    guard !isByHorizon else {
      throw UsageError(
        "--by-horizon is for one series and \(data.name) holds \(series.count); "
          + "name one step with --horizon")
    }
    let backtest = try Panel(series, workers: jobs)
      .backtest(methods, horizon: horizon, origins: origins ?? 1)
    return .backtest(backtest, title: "Past errors, \(data.name)")
  }
}
