import Corridor

struct ForecastCommand: DataCommand {
  static let name = "forecast"
  static let summary = "the next periods, with intervals"
  static let usage = """
    Forecasts the periods after the last one, with intervals.

    Usage: corridor forecast [DATA …] [options]

    Examples
      corridor forecast kz-vn --from 2013 --until 2018 --horizon 3
      corridor forecast kz-vn --horizon 5 --explain
      corridor forecast kz-vn -o forecast.svg

    \(DataOptions.usage)
      --horizon N           periods ahead, 1 to \(Forecast.horizonLimit); 1 where
                            not given
    \(MethodOption.usage)
      --level P,…           percentages of the intervals; 80,95 where not given
    \(TotalOption.usage)
      --explain             what was chosen or weighed and why, and what past
                            errors say of the method; of many series the choices
                            in a second table of the text, the rest on standard
                            error
      --regressors WHAT     a regression with ARIMA errors on COLUMN,… of the data's
                            own file, each series by its own rows (those without
                            a value are the future); for one series also on a CSV
                            file that covers every period to the horizon, or on
                            events of the ledger (kz-vn)
      --jobs N              series at the same time; all cores where not given

    A bound enters as a bound, a gap stays a gap, and where no value is below zero
    no forecast is. A file with many series gives a row for each series and period,
    in the order of the file; a series that the method cannot answer takes auto, and
    its rows say so.
    """

  let data: DataOptions
  let method: any Forecaster
  let horizon: Int
  let levels: [Double]
  let isExplained: Bool
  /// `events`, columns of the data or a file.
  let regressors: String?
  let jobs: Int
  let total: TotalOption?

  init(_ arguments: inout Arguments) throws {
    horizon = try arguments.integer("--horizon", in: 1...Forecast.horizonLimit, default: 1)
    method = try MethodOption.read(&arguments)
    levels = try arguments.levels(default: [0.8, 0.95])
    isExplained = arguments.flag("--explain")
    regressors = try arguments.option("--regressors")
    jobs = try arguments.integer("--jobs", in: 1...1024, default: Processors.count)
    total = try TotalOption(&arguments)
    data = try DataOptions(&arguments, takesSeveral: true)
    if regressors != nil, total != nil {
      throw UsageError("--regressors is for one series, and --total for groups: use one of them")
    }
  }

  func run() throws -> Report {
    if let regressors { return try regression(on: regressors) }
    if let total { return try totalReport(total) }
    let series = try data.series()
    guard series.count > 1 else {
      let forecast = try series[0].forecast(with: method, horizon: horizon, levels: levels)
      return .forecast(forecast, explanation: isExplained ? forecast.explanation : [])
    }
    let panel = Panel(series, workers: jobs)
    let learned = panel.learned(method, horizon: horizon)
    let forecasts = panel.forecasts(withLearned: learned, horizon: horizon, levels: levels)
    var report = report(forecasts, by: method.name) {
      SeriesChoices(forecasts, by: learned, workers: jobs)
    }
    if isExplained { report.remarks += panel.explanation(of: learned) }
    return report
  }

  /// One table of many series, what was chosen for each of them where that is asked for, and how
  /// many the method could not answer.
  func report(
    _ forecasts: [Forecast], by method: String, choices: () -> SeriesChoices
  ) -> Report {
    let choices = isExplained ? choices() : nil
    var report = Report.forecasts(
      .stacked(forecasts.map(\.table)), title: "Forecasts, \(data.name)", choices: choices)
    let failed = forecasts.count { $0.method != method }
    if failed > 0 {
      report.remarks.append(
        "\(failed) of \(forecasts.count) series took auto instead of \(method); "
          + "their rows say why")
    }
    return report
  }
}
