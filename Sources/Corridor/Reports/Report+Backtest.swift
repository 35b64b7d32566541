extension Report {
  /// Past errors of methods on one series; by step, a row for each method and step ahead.
  public static func backtest(_ backtest: Backtest, byStep: Bool = false) -> Report {
    Report(
      heading(backtest.series),
      [.chart(backtest.chart.asIllustration)]
        + blocks(backtest, byStep ? backtest.tableByStep : backtest.table))
  }

  static func backtestBlocks(_ backtest: Backtest) -> [Block] {
    blocks(backtest, backtest.table)
  }

  private static func blocks(_ backtest: Backtest, _ table: Table) -> [Block] {
    [
      .table("backtest", table),
      .notes([backtestLegend("MAE")]),
      .notes([backtest.sentence] + backtest.notes.sentences),
    ]
  }

  /// Past errors of methods over all series of a file.
  public static func backtest(_ backtest: PanelBacktest, title: String) -> Report {
    Report(
      title,
      [
        .table("backtest", backtest.table),
        .notes([backtestLegend("MASE")]),
        .notes([backtest.sentence] + backtest.notes.sentences),
      ])
  }

  /// What the star and the columns of percentages mean.
  private static func backtestLegend(_ measure: String) -> String {
    "* smallest \(measure); 80 %, 95 %: how often the intervals held."
  }
}

extension Backtest {
  /// Which method erred least, whether by more than chance, and how little that means where origins
  /// are few.
  var sentence: String {
    let origins = best.origins == 1 ? "one origin" : "\(best.origins) origins"
    var text = ahead(horizon, series.periodName, best.method)
    if best.origins < 10 { text += " With \(origins) that is an anecdote, not evidence." }
    switch differenceToNaive {
    case nil,
      .failure(.tooFew) where best.origins < 10:
      break
    case .some(let difference): text += " " + difference.sentence(best.method)
    }
    return text
  }
}

extension PanelBacktest {
  /// Which method erred least over the series, and whether by more than chance.
  var sentence: String {
    let origins = origins == 1 ? "the last origin" : "the last \(origins) origins"
    var text = String(ahead(horizon, panel.series[0].periodName, best.method).dropLast())
    text += ", over \(seriesCount) series at \(origins) of each."
    if let difference = differenceToNaive { text += " " + difference.sentence(best.method) }
    return text + " Each series weighs the same, hence no MAE or RMSE, which have a unit."
  }
}

/// How far ahead, and which method erred least.
private func ahead(_ horizon: Int, _ period: String, _ method: String) -> String {
  let steps = horizon == 1 ? "One \(period)" : "Up to \(horizon) \(period)s"
  return "\(steps) ahead, \(method) erred least."
}

extension Result<DieboldMariano, DieboldMariano.Gap> {
  /// Whether the best method differs from the last value by more than chance.
  fileprivate func sentence(_ method: String) -> String {
    switch self {
    case .success(let test):
      let p = "p \(test.p.probabilityText), Diebold–Mariano test"
      return test.p < 0.05
        ? "Its lead over naive is more than noise (\(p))."
        : "Its lead over naive may be noise (\(p))."
    case .failure(let gap):
      return "Whether its lead over naive is noise cannot be told: \(gap)."
    }
  }
}

extension Double {
  /// `= 0.032`, `< 0.001`.
  fileprivate var probabilityText: String {
    self < 0.001 ? "< 0.001" : "= \(NumberText.fixed(self, digits: self < 0.1 ? 3 : 2))"
  }
}

extension [String] {
  /// Each with a capital and a full stop.
  var sentences: [String] {
    map { $0.prefix(1).uppercased() + $0.dropFirst() + ($0.hasSuffix(".") ? "" : ".") }
  }
}
