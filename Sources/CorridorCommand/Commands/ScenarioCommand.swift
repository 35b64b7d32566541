import Corridor

struct ScenarioCommand: DataCommand {
  static let name = "scenario"
  static let summary = "what a target needs, and how probable it is"
  static let usage = """
    Says what growth a target needs from the latest figure, how that compares with
    the past, what the forecast is, and how probable the model finds the target.

    Usage: corridor scenario [DATA] --reach VALUE --by PERIOD [options]

    Examples
      corridor scenario kz-vn --reach 2000 --by 2030

      --reach VALUE         the target, in the unit of the data or that of --unit
      --by PERIOD           the period by which it is to be reached, such as 2030
    \(dataUsage)
      --method METHOD       one of those of corridor help forecast; auto where not
                            given
      --level P,…           percentages of the intervals; 80,95 where not given

    The column "On the way" is the target's path of constant growth. In a series
    with a season a month is compared with the same month of earlier years.
    """

  /// The options of the data without the one that means something else here.
  private static var dataUsage: String {
    DataOptions.usage.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("--by COLUMN") }.joined(separator: "\n")
  }

  let data: DataOptions
  let target: Double
  let period: Period
  let method: any Forecaster
  let levels: [Double]

  init(_ arguments: inout Arguments) throws {
    guard let reach = try arguments.option("--reach") else {
      throw UsageError("--reach VALUE is missing, the target, such as --reach 2000")
    }
    guard let target = NumberText.number(reach.trimmed), target > 0 else {
      throw UsageError(
        "--reach is a number above zero in the unit of the data, such as 2000, not "
          + "'\(Suggestion.excerpt(reach))'")
    }
    guard let period = try arguments.period("--by") else {
      throw UsageError("--by PERIOD is missing, when the target is to be reached: --by 2030")
    }
    self.target = target
    self.period = period
    method = try MethodOption.read(&arguments)
    levels = try arguments.levels(default: [0.8, 0.95])
    data = try DataOptions(&arguments)
  }

  func run() throws -> Report {
    let series = try data.oneSeries()
    // 2030 is also a step of a counter.
    let isCounter = series.start.kind == .step && period.kind == .year
    return .scenario(
      try Scenario(
        series, target: target, by: isCounter ? Period(step: period.index) : period,
        method: method, levels: levels))
  }
}
