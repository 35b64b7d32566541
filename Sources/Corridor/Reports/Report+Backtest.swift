extension Report {
  /// Past errors of methods on one series.
  public static func backtest(_ backtest: Backtest) -> Report {
    Report(heading(backtest.series), backtestBlocks(backtest))
  }

  static func backtestBlocks(_ backtest: Backtest) -> [Block] {
    [.table("backtest", backtest.table), .notes([backtest.sentence] + backtest.notes.sentences)]
  }
}

extension Backtest {
  /// Which method erred least, and how little that means where origins are few.
  var sentence: String {
    let steps = horizon == 1 ? "one \(series.periodName)" : "up to \(horizon) \(series.periodName)s"
    var text =
      "\(steps.prefix(1).uppercased() + steps.dropFirst()) ahead, \(best.method) erred least."
    if best.origins < 10 {
      text +=
        " With \(best.origins == 1 ? "one origin" : "\(best.origins) origins") that is an anecdote, not evidence."
    }
    return text
  }
}

extension [String] {
  /// Each with a capital and a full stop.
  var sentences: [String] {
    map { $0.prefix(1).uppercased() + $0.dropFirst() + ($0.hasSuffix(".") ? "" : ".") }
  }
}
