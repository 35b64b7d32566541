import TradeTables

extension Backtest: TableConvertible {
  /// `method,origins,mae,rmse,mase,smape,coverage_80,coverage_95,bias,msis,best`: a row for each
  /// method, the best marked with a star.
  public var table: Table {
    let place = bestPlace
    return Table(
      Self.columns(scores)
        + [Self.marks(scores.indices.map { $0 == place })])
  }

  /// As `table`, with a row for each method and step and a column `step` after that of the methods;
  /// at each step the best has a mark.
  public var tableByStep: Table {
    var (rows, steps, isBest): ([Score], [Double], [Bool]) = ([], [], [])
    for step in 1...horizon {
      let scores = scores(at: step)
      let place = Self.bestPlace(scores.map(\.meanAbsoluteError))
      rows += scores
      steps += scores.map { _ in Double(step) }
      isBest += scores.indices.map { $0 == place }
    }
    var columns = Self.columns(rows) + [Self.marks(isBest)]
    columns.insert(.number("step", steps, heading: "Step"), at: 1)
    return Table(columns)
  }

  /// Text leaves out the number of origins, which is nearly always the same.
  static func columns(_ scores: [Score]) -> [Column] {
    [
      .text("method", scores.map(\.method), heading: "Method"),
      .number("origins", scores.map { Double($0.origins) }, isHidden: true),
      .number("mae", scores.map(\.meanAbsoluteError), heading: "MAE", style: .decimal(1)),
      .number("rmse", scores.map(\.rootMeanSquareError), heading: "RMSE", style: .decimal(1)),
      .number(
        "mase", scores.map(\.meanAbsoluteScaledError), heading: "MASE", style: .decimal(2)),
      .number("smape", scores.map(\.symmetricError), heading: "sMAPE", style: .percent(1)),
      .number("coverage_80", scores.map(\.coverage80), heading: "80 %", style: .percent(0)),
      .number("coverage_95", scores.map(\.coverage95), heading: "95 %", style: .percent(0)),
      .number("bias", scores.map(\.bias), heading: "Bias", style: .signed(1)),
      .number(
        "msis", scores.map(\.meanScaledIntervalScore), heading: "MSIS", style: .decimal(1)),
    ]
  }

  /// A star where the method erred least.
  static func marks(_ isBest: [Bool]) -> Column {
    .text("best", isBest.map { $0 ? "*" : nil }, heading: "")
  }
}
