import Corridor

struct BacktestCommand: Command {
  static let name = "backtest"
  static let summary = "past errors of the methods"
  static let usage = """
    Measures methods by their past errors: at each origin a method sees only what
    came before.

    Usage: corridor backtest [DATA] [options]

    \(DataOptions.usage)
      --horizon N           periods ahead, 1 to 100; errors of all steps count; 1
                            where not given
      --method M,…          which methods; all where not given

    MAE and RMSE are in the unit of the data, MASE in units of the mean change
    before the origin; the last columns say how often the intervals of 80 and 95 %
    held.

    Example: corridor backtest kz-vn
    """

  let data: DataOptions
  let methods: [any Forecaster]
  let horizon: Int

  init(_ arguments: inout Arguments) throws {
    horizon = try arguments.integer("--horizon", in: 1...100, default: 1)
    let names = try arguments.list("--method")
    methods = try names.isEmpty ? Methods.all : names.map(Self.method)
    data = try DataOptions(&arguments)
  }

  private static func method(_ name: String) throws(UsageError) -> any Forecaster {
    guard let method = Methods.named(name) else {
      let names = Methods.all.map(\.name)
      throw UsageError(
        "unknown method '\(Suggestion.excerpt(name))'\(Suggestion.text(for: name, among: names))"
          + "; there are \(names.joined(separator: ", "))")
    }
    return method
  }

  func run() throws -> Report {
    .backtest(try data.oneSeries().backtest(methods, horizon: horizon))
  }
}
